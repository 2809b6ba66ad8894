//! Names of people, and the words of a mention.

use super::chunks::{Article, Chunk, Clause};
use super::words::Pos;
use crate::class::Class;
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
        && (has_title || !is_plain_plural(word, phrase(clause, chunk).len() == 1))
        && word
            .chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '.'))
}

/// Whether the ending of `word` is that of an abstract noun.
pub(crate) fn is_abstract(word: &str) -> bool {
    word.len() > 5 && ABSTRACT.iter().any(|ending| word.ends_with(ending))
}

/// Whether `word` ends as plurals of people do: "patients", "loyalists". Standing `alone` it may end
/// as some family names do too ("Sanders"), which stand with a first name.
fn is_plain_plural(word: &str, alone: bool) -> bool {
    const PLURALS: &[&str] = &[
        "ists", "ents", "ants", "ians", "ators", "itors", "eers", "uals", "icals",
    ];
    const ALONE: &[&str] = &[
        "yers", "ters", "kers", "ners", "ders", "gers", "lers", "mates", "folk",
    ];
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    word.len() > 6 && (ends(PLURALS) || alone && ends(ALONE))
}

/// The words of `chunk` that name, without article, number and aside.
pub(crate) fn phrase(clause: &Clause<'_>, chunk: &Chunk) -> Vec<usize> {
    let names = |at: &usize| {
        !matches!(
            clause.pos(*at),
            Pos::Determiner | Pos::Possessive | Pos::Number | Pos::Quote | Pos::Aside
        ) && clause.word(*at) != "-"
    };
    chunk.tokens.clone().filter(names).collect()
}
