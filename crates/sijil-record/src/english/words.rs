//! What each English word is in its sentence: closed classes by list, verbs by ending and company.

use super::LEXICON;
use super::verbs::open;
use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::number::{Number, Role};
use crate::token::{Case, Kind, Token};

/// The part that a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pos {
    Determiner,
    Possessive,
    Pronoun,
    Number,
    Noun,
    Verb(Form),
    Be,
    Have,
    Do,
    Modal,
    /// "to" before a verb.
    To,
    Negation,
    Adverb,
    Preposition,
    Of,
    And,
    But,
    Subordinator,
    Relative,
    That,
    Comma,
    /// A sign that parts clauses: semicolon, colon, dash, the sentence's own end.
    Stop,
    Quote,
    /// The sign and letter of a genitive.
    Genitive,
    /// Inside brackets: an aside, left out of phrases.
    Aside,
}

/// A word and its part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) pos: Pos,
    pub(crate) classes: Classes,
}

/// The parts of `tokens`, whose numbers are `numbers`.
pub(crate) fn words(tokens: &[Token], numbers: &[Number]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        let classes = LEXICON.classes(&token.folded);
        // "on August 21 killed": the day is part of a time, and what follows it is not counted.
        let is_dated = numbers
            .iter()
            .any(|number| matches!(number.role, Role::Day | Role::Year) && number.tokens.end == at);
        let before = match words.last() {
            Some(_) if is_dated => Pos::Adverb,
            last => last.map_or(Pos::Stop, |word| word.pos),
        };
        let pos = match token.folded.as_str() {
            "[" | "(" => {
                depth += 1;
                Pos::Aside
            }
            "]" | ")" => {
                depth = depth.saturating_sub(1);
                Pos::Aside
            }
            _ if depth > 0 => Pos::Aside,
            // "have not yet named"
            "yet" if before == Pos::Negation => Pos::Adverb,
            _ => pos(
                tokens,
                at,
                before,
                numbers.iter().any(|number| number.tokens.start == at + 1),
            ),
        };
        words.push(Word { pos, classes });
    }
    tie_lists(tokens, &mut words);
    for number in numbers {
        // Days and years are part of times, which name nobody.
        let is_time = matches!(number.role, Role::Day | Role::Year);
        let is_counted = matches!(
            number.role,
            Role::Count | Role::Age | Role::Measure | Role::Duration
        );
        for word in words.get_mut(number.tokens.clone()).unwrap_or_default() {
            match word.pos {
                Pos::Aside => {}
                _ if is_counted => word.pos = Pos::Number,
                _ if is_time => word.pos = Pos::Adverb,
                _ => {}
            }
        }
    }
    words
}

/// "as well as", "along with", "together with" tie a list as "and" does.
fn tie_lists(tokens: &[Token], words: &mut [Word]) {
    const TIES: &[&[&str]] = &[
        &["as", "well", "as"],
        &["along", "with"],
        &["together", "with"],
        &["and", "also"],
    ];
    for at in 0..tokens.len() {
        let stands = |tie: &&&[&str]| {
            tokens.get(at..at + tie.len()).is_some_and(|run| {
                run.iter()
                    .zip(**tie)
                    .all(|(token, word)| token.folded == *word)
            })
        };
        let Some(tie) = TIES.iter().find(stands) else {
            continue;
        };
        for (place, word) in words.iter_mut().skip(at).take(tie.len()).enumerate() {
            word.pos = if place == 0 { Pos::And } else { Pos::Adverb };
        }
    }
}

fn pos(tokens: &[Token], at: usize, before: Pos, next_counts: bool) -> Pos {
    let Some(token) = tokens.get(at) else {
        return Pos::Stop;
    };
    match token.kind {
        Kind::Sign => sign(tokens, at),
        Kind::Number => Pos::Number,
        Kind::Word if is_genitive(tokens, at) => Pos::Genitive,
        // "U.S.-backed": the participle is part of the name it is tied to.
        Kind::Word if is_tied(tokens, at) => Pos::Noun,
        Kind::Word => closed(tokens, at, LEXICON.classes(&token.folded), next_counts)
            .unwrap_or_else(|| open(tokens, at, before, next_counts)),
    }
}

fn sign(tokens: &[Token], at: usize) -> Pos {
    let folded = tokens.get(at).map_or("", |token| token.folded.as_str());
    match folded {
        "," => Pos::Comma,
        "\"" | "“" | "”" | "«" | "»" | "`" => Pos::Quote,
        "'" | "’" => match tokens.get(at + 1) {
            Some(next) if touches(tokens, at) && (next.folded == "s" || ends_in_s(tokens, at)) => {
                Pos::Genitive
            }
            _ => Pos::Quote,
        },
        "&" => Pos::And,
        "-" | "/" => Pos::Adverb,
        _ => Pos::Stop,
    }
}

/// Whether the sign at `at` follows a word without a blank.
fn touches(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let this = tokens.get(at);
    before
        .zip(this)
        .is_some_and(|(before, this)| before.span.end == this.span.start)
}

fn ends_in_s(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|before| before.folded.ends_with('s'))
}

/// Whether a hyphen ties the word at `at` to the one before.
fn is_tied(tokens: &[Token], at: usize) -> bool {
    let hyphen = at
        .checked_sub(1)
        .is_some_and(|before| tokens.get(before).is_some_and(|sign| sign.folded == "-"));
    hyphen && touches(tokens, at) && touches(tokens, at - 1)
}

/// The "s" of "Syria's".
fn is_genitive(tokens: &[Token], at: usize) -> bool {
    let sign = at.checked_sub(1).and_then(|before| tokens.get(before));
    let is_s = tokens.get(at).is_some_and(|token| token.folded == "s");
    is_s && sign.is_some_and(|sign| matches!(sign.folded.as_str(), "'" | "’"))
}

/// The part of a word of a closed class.
fn closed(tokens: &[Token], at: usize, classes: Classes, next_counts: bool) -> Option<Pos> {
    const ALWAYS: &[(Class, Pos)] = &[
        (Class::Determiner, Pos::Determiner),
        (Class::Possessive, Pos::Possessive),
        (Class::Pronoun, Pos::Pronoun),
        (Class::Be, Pos::Be),
        (Class::Have, Pos::Have),
        (Class::Do, Pos::Do),
        (Class::Modal, Pos::Modal),
        (Class::Negation, Pos::Negation),
        (Class::Of, Pos::Of),
        (Class::And, Pos::And),
        (Class::But, Pos::But),
        (Class::Relative, Pos::Relative),
        (Class::That, Pos::That),
        (Class::Preposition, Pos::Preposition),
        (Class::Subordinator, Pos::Subordinator),
        (Class::Adverb, Pos::Adverb),
    ];
    let next = tokens.get(at + 1);
    let folded = tokens.get(at).map_or("", |token| token.folded.as_str());
    match folded {
        "to" => Some(
            if !next_counts && next.is_some_and(|next| is_infinitive(tokens, at + 1, next)) {
                Pos::To
            } else {
                Pos::Preposition
            },
        ),
        "her" => Some(if next.is_some_and(may_be_noun) {
            Pos::Possessive
        } else {
            Pos::Pronoun
        }),
        "may" | "can" | "march" | "will" if next.is_some_and(|next| next.kind == Kind::Number) => {
            Some(Pos::Noun)
        }
        // "during the past two days"
        "past" if next_counts => Some(Pos::Determiner),
        "others" => Some(Pos::Pronoun),
        "other" => Some(Pos::Noun),
        _ => ALWAYS
            .iter()
            .find(|(class, _)| classes.has(*class))
            .map(|(_, pos)| *pos),
    }
}

pub(super) fn may_be_noun(token: &Token) -> bool {
    let classes = LEXICON.classes(&token.folded);
    let closed = [
        Class::Preposition,
        Class::And,
        Class::But,
        Class::Subordinator,
        Class::That,
        Class::Determiner,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Of,
        Class::Adverb,
        Class::Pronoun,
    ];
    token.kind == Kind::Word && !classes.any(&closed)
}

/// Whether "to" before `next` opens an infinitive and no place.
fn is_infinitive(tokens: &[Token], at: usize, next: &Token) -> bool {
    let classes = LEXICON.classes(&next.folded);
    if classes.any(&[Class::Base, Class::Have]) || matches!(next.folded.as_str(), "be" | "do") {
        return true;
    }
    if classes.any(&[
        Class::Person,
        Class::Thing,
        Class::Determiner,
        Class::Possessive,
        Class::Organization,
    ]) || next.kind != Kind::Word
    {
        return false;
    }
    let after = tokens.get(at + 1);
    let opens_object = after.is_some_and(|after| {
        LEXICON.classes(&after.folded).any(&[
            Class::Determiner,
            Class::Possessive,
            Class::Preposition,
            Class::That,
            Class::Pronoun,
        ])
    });
    next.case == Case::Lower || (next.case == Case::Upper && opens_object)
}
