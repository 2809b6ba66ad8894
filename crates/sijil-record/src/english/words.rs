//! What each English word is in its sentence: closed classes by list, verbs by ending and company.

use super::LEXICON;
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
        let before = words.last().map_or(Pos::Stop, |word| word.pos);
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
        Kind::Word => closed(tokens, at, LEXICON.classes(&token.folded))
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
fn closed(tokens: &[Token], at: usize, classes: Classes) -> Option<Pos> {
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
            if next.is_some_and(|next| is_infinitive(tokens, at + 1, next)) {
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
        "others" => Some(Pos::Pronoun),
        "other" => Some(Pos::Noun),
        _ => ALWAYS
            .iter()
            .find(|(class, _)| classes.has(*class))
            .map(|(_, pos)| *pos),
    }
}

fn may_be_noun(token: &Token) -> bool {
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

/// The part of a word of an open class: a verb by its form and company, else a noun.
fn open(tokens: &[Token], at: usize, before: Pos, next_counts: bool) -> Pos {
    let classes = tokens
        .get(at)
        .map_or(Classes::default(), |token| LEXICON.classes(&token.folded));
    let folded = tokens.get(at).map_or("", |token| token.folded.as_str());
    let next = tokens
        .get(at + 1)
        .map_or(Classes::default(), |next| LEXICON.classes(&next.folded));
    let form = form(folded, classes);
    let after_aux = matches!(before, Pos::Be | Pos::Have | Pos::Negation)
        || before == Pos::Adverb && after_be(tokens, at);
    let in_phrase = matches!(
        before,
        Pos::Determiner | Pos::Possessive | Pos::Number | Pos::Genitive
    );
    let opens_object = next_counts || next.any(&[Class::Determiner, Class::Possessive]);
    match (form, before) {
        (_, Pos::To | Pos::Modal | Pos::Do) => Pos::Verb(Form::Base),
        (Some(Form::Base), Pos::Noun | Pos::Aside) if SAYING.contains(&folded) => {
            Pos::Verb(Form::Base)
        }
        (Some(Form::Base), _) => match before {
            Pos::Pronoun | Pos::Relative if !in_phrase => Pos::Verb(Form::Base),
            _ => Pos::Noun,
        },
        (Some(Form::Present), Pos::Noun | Pos::Aside | Pos::Pronoun | Pos::Relative)
            if opens_object || next.has(Class::That) =>
        {
            Pos::Verb(Form::Present)
        }
        (
            Some(Form::Present),
            Pos::Noun
            | Pos::Pronoun
            | Pos::Relative
            | Pos::Comma
            | Pos::Quote
            | Pos::Aside
            | Pos::Adverb,
        ) if is_cue(folded) && !ALSO_NOUNS.contains(&folded) => Pos::Verb(Form::Present),
        (Some(Form::Present), _) => Pos::Noun,
        (Some(Form::Gerund), _) if in_phrase => Pos::Noun,
        (Some(Form::Gerund), _) if classes.has(Class::Noun) => {
            // "suspected of killing Omar Haddad", but "the killing of", "bombing raids"
            let tied = matches!(
                before,
                Pos::Of | Pos::Preposition | Pos::Comma | Pos::And | Pos::Subordinator | Pos::Stop
            );
            let names = tied && is_harm(folded) && tokens.get(at + 1).is_some_and(may_be_noun);
            if opens_object || names {
                Pos::Verb(Form::Gerund)
            } else {
                Pos::Noun
            }
        }
        (Some(form @ (Form::Past | Form::Participle)), _) if after_aux => {
            if classes.any(&[Class::Noun]) && form == Form::Past && !is_harm(folded) {
                Pos::Noun
            } else {
                Pos::Verb(Form::Participle)
            }
        }
        (Some(Form::Past | Form::Participle), _) if in_phrase => Pos::Noun,
        (Some(Form::Past), _) if classes.has(Class::Noun) => {
            let is_verb = is_harm(folded)
                && matches!(
                    before,
                    Pos::Noun
                        | Pos::Pronoun
                        | Pos::Relative
                        | Pos::And
                        | Pos::Aside
                        | Pos::Comma
                        | Pos::Genitive
                        | Pos::That
                )
                || is_harm(folded) && opens_object && !in_phrase;
            if is_verb {
                Pos::Verb(Form::Past)
            } else {
                Pos::Noun
            }
        }
        (Some(form), _) => Pos::Verb(form),
        (None, _) => {
            if folded.len() > 4 && folded.ends_with("ly") {
                Pos::Adverb
            } else {
                Pos::Noun
            }
        }
    }
}

/// "was also wounded": the adverb at `at - 1` follows a form of "be" or "have".
fn after_be(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|before| tokens.get(before));
    before.is_some_and(|before| {
        LEXICON
            .classes(&before.folded)
            .any(&[Class::Be, Class::Have])
    })
}

fn is_harm(folded: &str) -> bool {
    LEXICON
        .triggers(folded)
        .iter()
        .any(|trigger| trigger.way != "cue")
}

/// Whether `folded` is a form of a word that attributes.
fn is_cue(folded: &str) -> bool {
    LEXICON
        .triggers(folded)
        .iter()
        .any(|trigger| trigger.way == "cue")
}

/// Bases of words that attribute and are no nouns.
const SAYING: &[&str] = &[
    "say",
    "believe",
    "argue",
    "insist",
    "think",
    "know",
    "want",
    "tell",
    "suggest",
    "expect",
    "agree",
    "maintain",
    "contend",
    "acknowledge",
    "believes",
];

/// Present forms of words that attribute and are nouns as well.
const ALSO_NOUNS: &[&str] = &[
    "claims",
    "plans",
    "reports",
    "calls",
    "shows",
    "notes",
    "offers",
    "demands",
    "attacks",
    "supports",
    "questions",
    "hopes",
    "fears",
    "doubts",
    "answers",
    "promises",
    "estimates",
    "points",
    "rules",
    "orders",
    "requests",
    "challenges",
    "favors",
    "backs",
    "jokes",
    "hints",
    "states",
    "remarks",
    "quotes",
    "blames",
    "plan",
    "hope",
];

/// The form that a word has if it is a verb.
fn form(folded: &str, classes: Classes) -> Option<Form> {
    let triggered = LEXICON.triggers(folded).iter().map(|trigger| trigger.form);
    if let Some(form) = triggered.into_iter().find(|form| *form != Form::Plain) {
        return Some(form);
    }
    if classes.has(Class::Participle) {
        return Some(Form::Participle);
    }
    if classes.has(Class::Past) {
        return Some(Form::Past);
    }
    if classes.has(Class::Base) {
        return Some(Form::Base);
    }
    let is_noun = classes.any(&[
        Class::Noun,
        Class::Person,
        Class::Thing,
        Class::Organization,
    ]);
    if is_noun {
        return None;
    }
    match folded {
        _ if folded.len() > 3 && folded.ends_with("ed") => Some(Form::Past),
        _ if folded.len() > 4 && folded.ends_with("ing") => Some(Form::Gerund),
        _ => None,
    }
}
