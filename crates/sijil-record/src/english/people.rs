//! Names of people, and the words of a mention.

use super::chunks::{Article, Chunk, Clause};
use super::words::Pos;
use crate::class::Class;
use crate::span::Span;
use crate::token::Case;

/// Endings of abstract nouns, which name nobody.
const ABSTRACT: &[&str] = &[
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ism", "ance",
    "ence", "ship", "hood", "ing", "ings", "ure", "cracy", "graphy", "ology",
];

/// Whether `chunk` holds the name of a person.
pub(crate) fn is_name(clause: &Clause<'_>, chunk: &Chunk) -> bool {
    let head_is_known = chunk.classes.any(&[
        Class::Person,
        Class::Thing,
        Class::Organization,
        Class::Dead,
        Class::Hurt,
        Class::Loss,
        Class::Toll,
        Class::Place,
        Class::OfPeople,
        Class::Noun,
        Class::Family,
        Class::Body,
    ]);
    if head_is_known
        || matches!(chunk.article, Some(Article::Pronoun | Article::Indefinite))
        || clause.pos(chunk.head) != Pos::Noun
    {
        return false;
    }
    let word = clause.word(chunk.head);
    let case = clause
        .tokens
        .get(chunk.head)
        .map_or(Case::None, |token| token.case);
    // "the Jesuit priests Ignacio Ellacuría": a person's role stands before the name.
    let has_title = chunk
        .tokens
        .clone()
        .filter(|at| *at < chunk.head)
        .any(|at| {
            clause
                .words
                .get(at)
                .is_some_and(|word| word.classes.any(&[Class::Title, Class::Person]))
        });
    let counted = clause.number_in(&chunk.tokens).is_some();
    let is_plain = chunk.article == Some(Article::None) || has_title;
    is_plain
        && !counted
        && case != Case::Lower
        && word.len() > 1
        && !is_abstract(word)
        && word
            .chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '.'))
}

impl Clause<'_> {
    /// The names of people in it, in order, with their words.
    pub(crate) fn names(&self) -> Vec<(Span, Vec<String>)> {
        let names = self
            .chunks
            .iter()
            .filter(|chunk| is_name(self, chunk) && has_two_words(self, chunk));
        names
            .filter_map(|chunk| {
                let places = phrase(self, chunk);
                let spans = places
                    .iter()
                    .filter_map(|at| self.tokens.get(*at))
                    .map(|token| token.span);
                let words = places.iter().map(|at| self.word(*at).to_owned()).collect();
                Some((spans.reduce(Span::join)?, words))
            })
            .collect()
    }
}

fn has_two_words(clause: &Clause<'_>, chunk: &Chunk) -> bool {
    phrase(clause, chunk).len() >= 2
}

/// Whether the ending of `word` is that of an abstract noun.
pub(crate) fn is_abstract(word: &str) -> bool {
    word.len() > 5 && ABSTRACT.iter().any(|ending| word.ends_with(ending))
}

/// The words of `chunk` that name, without article, number and aside.
pub(crate) fn phrase(clause: &Clause<'_>, chunk: &Chunk) -> Vec<usize> {
    let names = |at: &usize| {
        !matches!(
            clause.pos(*at),
            Pos::Determiner | Pos::Possessive | Pos::Number | Pos::Quote | Pos::Aside
        )
    };
    chunk.tokens.clone().filter(names).collect()
}
