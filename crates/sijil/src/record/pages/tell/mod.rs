//! Claims in a language's words, with everything in it that readers may know and nothing else.

mod facts;
mod numbers;
mod row;
mod times;
mod what;
mod who;

use std::collections::HashMap;

use serde::Serialize;
use sijil_text::Lang;

pub(super) use facts::{Fact, Value};
pub(super) use row::{Row, fragment};

use crate::app::App;
use crate::articles::ArticleId;
use crate::changes::Tag;
use crate::lists::Card;
use crate::record::claims::word;
use crate::record::disclosed::Disclosure;
use crate::web::{Say, Urls};

/// Says claims in the words of a language. It remembers whom and what it looked up.
pub(super) struct Telling {
    app: App,
    /// The addresses of the page's language and edition.
    pub(super) urls: Urls,
    /// Whom and what readers may know.
    pub(super) known: Disclosure,
    cards: HashMap<ArticleId, Option<Card>>,
}

impl Telling {
    /// In the language of some addresses.
    pub(super) fn new(app: &App, urls: Urls) -> Self {
        Self {
            app: app.clone(),
            urls,
            known: Disclosure::default(),
            cards: HashMap::new(),
        }
    }

    /// The sentences of the language.
    pub(super) fn say(&self) -> &Say {
        self.app.say(self.urls.lang)
    }

    /// The language.
    pub(super) fn lang(&self) -> Lang {
        self.urls.lang
    }

    /// The language's word for one of a closed list; `list` is the list's name in the locale files.
    pub(super) fn word(&self, list: &str, of: &impl Serialize) -> String {
        self.named_word(list, &word(of))
    }

    /// The same by the word that stands for it in files.
    pub(super) fn named_word(&self, list: &str, word: &str) -> String {
        let name = format!("word-{list}-{}", word.replace('_', "-"));
        self.say().say(&name).into_owned()
    }

    /// A name inside a sentence: one of the other script keeps its own direction (Unicode Standard
    /// Annex 9, FSI and PDI).
    pub(super) fn isolated(&self, name: &str) -> String {
        let is_foreign = match self.lang() {
            Lang::Ar => name.chars().any(|char| char.is_ascii_alphabetic()),
            Lang::En => name.chars().any(is_arabic),
        };
        match is_foreign {
            true => format!("\u{2068}{name}\u{2069}"),
            false => name.to_owned(),
        }
    }

    /// What a page that shows these claims is made of.
    pub(super) fn tags(&self) -> Vec<Tag> {
        let stories = self.cards.keys().map(|id| Tag::article(*id));
        stories.chain([Tag::Record, Tag::House]).collect()
    }

    /// A sentence as a sentence begins: English in a capital letter.
    pub(super) fn begun(&self, text: &str) -> String {
        let mut chars = text.chars();
        match (self.lang(), chars.next()) {
            (Lang::En, Some(first)) => first.to_uppercase().chain(chars).collect(),
            _ => text.to_owned(),
        }
    }
}

fn is_arabic(char: char) -> bool {
    ('\u{0600}'..='\u{06FF}').contains(&char)
}
