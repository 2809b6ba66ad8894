//! Suggestions, kinds and sentences as lists show them.

use sijil_record::suggest::Suggestion;

use super::form;
use super::labels::Labels;
use super::{gist, words};
use crate::record::claims::{self, Body};
use crate::record::suggestions::{self, Proposed, Read};
use crate::web::Say;
use crate::web::text::excerpt;

/// Letters of a sentence in a list.
const EXCERPT: usize = 110;

/// A suggestion in the list.
pub(super) struct Line {
    pub(super) mark: String,
    pub(super) kind: String,
    pub(super) gist: Vec<String>,
    pub(super) sentence: String,
    pub(super) is_here: bool,
}

pub(super) fn line(labels: Labels<'_>, one: &Proposed, mark: &str) -> Line {
    let of = &one.suggestion;
    let draft = suggestions::draft(of);
    let mut gist = Vec::new();
    // What somebody says stands in the sentence itself.
    if !matches!(draft.body, Body::Statement(_)) {
        gist.push(gist::gist(labels.say, labels.lang, &draft.body));
        gist.retain(|words| !words.is_empty());
    }
    gist.extend(draft.places.first().map(|place| place.text.clone()));
    Line {
        mark: one.mark.clone(),
        kind: words::kind(labels.say, &of.kind),
        gist,
        sentence: excerpt(&of.sentence.text, EXCERPT),
        is_here: one.mark == mark,
    }
}

pub(super) fn flags(say: &Say, of: &Suggestion) -> Vec<String> {
    let each = of.flags.iter();
    each.map(|flag| words::said(say, "flag", &claims::word(flag)))
        .collect()
}

pub(super) fn kinds(say: &Say) -> Vec<form::Opt> {
    let each = words::words("kind").into_iter().map(|word| form::Opt {
        value: word.to_owned(),
        words: words::said(say, "kind", word),
    });
    each.collect()
}

/// The sentences of a story: their bytes, and how they begin.
pub(super) fn sentences(read: &Read) -> Vec<(String, String)> {
    let each = read.text.sentences.iter().map(|sentence| {
        let (start, end) = (sentence.span.start, sentence.span.end);
        let words = read.text.text.get(start..end).unwrap_or_default();
        (format!("{start}:{end}"), excerpt(words, EXCERPT))
    });
    each.collect()
}
