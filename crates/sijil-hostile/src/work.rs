//! Readings whose growth is measured: what the checks read, without the checking.

use sijil_text::{SafeHtml, days_in, fold, plain_text, words};

use crate::promises;

/// One way to read a text.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The name of its fuzz target.
    pub name: &'static str,
    /// Reads; the number of things found, so that the work is not left out.
    pub read: fn(&str) -> usize,
}

/// Claims.
pub const SUGGEST: Reading = Reading {
    name: "suggest",
    read: |text| promises::suggested(text).len(),
};

/// Mentions.
pub const ANNOTATE: Reading = Reading {
    name: "annotate",
    read: |text| promises::annotated(text).map_or(0, |found| found.sentences.len()),
};

/// Words and days.
pub const WORDS: Reading = Reading {
    name: "words",
    read: |text| fold(text).len() + words(text).len() + days_in(text).len(),
};

/// Markup.
pub const MARKUP: Reading = Reading {
    name: "html",
    read: |text| plain_text(&SafeHtml::sanitise(text)).text.len(),
};
