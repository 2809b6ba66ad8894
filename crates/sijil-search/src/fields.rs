//! The fields of the index and how text becomes the terms in them.

use crate::story::Story;
use sijil_text::{Lang, Word, words};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{TantivyDocument, Term};

/// The handles of all fields. One document per language version of a story.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    pub(crate) id: Field,
    pub(crate) version: Field,
    pub(crate) lang: Field,
    pub(crate) published: Field,
    pub(crate) section: Field,
    pub(crate) tag: Field,
    pub(crate) person: Field,
    /// The headline, stemmed.
    pub(crate) title: Field,
    /// Headline and body, stemmed: a word counts wherever it stands.
    pub(crate) body: Field,
    /// The headline, every word as it is written.
    pub(crate) title_exact: Field,
    /// Headline and body, every word as it is written. Quotes, spellings and names run on it.
    pub(crate) exact: Field,
    /// How many words a story has in each field of text, in the order of [`Fields::texts`].
    lengths: [Field; 4],
}

/// Names of the fast fields that searching reads by name.
pub(crate) const ID: &str = "id";
pub(crate) const VERSION: &str = "version";
pub(crate) const PUBLISHED: &str = "published";
pub(crate) const LANG: &str = "lang";

pub(crate) const LENGTHS: [&str; 4] = [
    "title_length",
    "body_length",
    "title_exact_length",
    "exact_length",
];

/// Words between headline and body, so that no phrase runs from one into the other.
const GAP: usize = 100;

impl Fields {
    pub(crate) fn schema() -> (Schema, Self) {
        let mut builder = Schema::builder();
        let number = || NumericOptions::from(FAST);
        // Stemmed fields keep no positions: phrases run on the exact ones.
        let counted = text(IndexRecordOption::WithFreqs);
        let placed = text(IndexRecordOption::WithFreqsAndPositions);
        let lengths = LENGTHS.map(|name| builder.add_u64_field(name, FAST));
        let fields = Self {
            lengths,
            id: builder.add_i64_field(ID, number() | INDEXED),
            version: builder.add_i64_field(VERSION, number()),
            lang: builder.add_u64_field(LANG, number() | INDEXED),
            published: builder.add_i64_field(PUBLISHED, number()),
            section: builder.add_i64_field("section", number() | INDEXED),
            tag: builder.add_i64_field("tag", number() | INDEXED),
            person: builder.add_i64_field("person", number() | INDEXED),
            title: builder.add_text_field("title", counted.clone()),
            body: builder.add_text_field("body", counted),
            title_exact: builder.add_text_field("title_exact", placed.clone()),
            exact: builder.add_text_field("exact", placed),
        };
        (builder.build(), fields)
    }

    /// What the index takes in of `story`.
    pub(crate) fn document(&self, story: &Story) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_i64(self.id, story.id);
        document.add_i64(self.version, story.version);
        document.add_u64(self.lang, lang_number(story.lang));
        document.add_i64(self.published, story.published_ms);
        for (field, values) in [
            (self.section, &story.sections),
            (self.tag, &story.tags),
            (self.person, &story.people),
        ] {
            values
                .iter()
                .for_each(|value| document.add_i64(field, *value));
        }
        let title = words(&story.headline);
        let all = joined(&title, words(&story.body));
        let texts = [
            stems(&title),
            stems(&all),
            spellings(&title),
            spellings(&all),
        ];
        for ((field, length), tokens) in self.texts().into_iter().zip(self.lengths).zip(texts) {
            document.add_u64(length, tokens.len() as u64);
            // Ready-made tokens: one pass over the text fills four fields, and index, query and
            // highlights share one analyser without a registry of tokenisers.
            document.add_pre_tokenized_text(
                field,
                PreTokenizedString {
                    text: String::new(),
                    tokens,
                },
            );
        }
        document
    }

    /// The fields of text.
    pub(crate) const fn texts(&self) -> [Field; 4] {
        [self.title, self.body, self.title_exact, self.exact]
    }

    /// The term by which a story is found and replaced.
    pub(crate) fn id_term(&self, id: i64) -> Term {
        Term::from_field_i64(self.id, id)
    }
}

pub(crate) const fn lang_number(lang: Lang) -> u64 {
    match lang {
        Lang::Ar => 0,
        Lang::En => 1,
    }
}

fn text(record: IndexRecordOption) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(record)
            .set_fieldnorms(true),
    )
}

fn joined(title: &[Word], body: Vec<Word>) -> Vec<Word> {
    let after_title = title.last().map_or(0, |word| word.position + GAP);
    let moved = body.into_iter().map(|word| Word {
        position: word.position + after_title,
        ..word
    });
    title.iter().cloned().chain(moved).collect()
}

fn stems(words: &[Word]) -> Vec<Token> {
    words
        .iter()
        .filter_map(|word| Some(token(word, word.stem.as_ref()?)))
        .collect()
}

fn spellings(words: &[Word]) -> Vec<Token> {
    words.iter().map(|word| token(word, &word.exact)).collect()
}

fn token(word: &Word, text: &str) -> Token {
    Token {
        offset_from: word.range.start,
        offset_to: word.range.end,
        position: word.position,
        text: text.to_owned(),
        position_length: 1,
    }
}
