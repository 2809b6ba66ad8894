//! The words of a sentence as names of places are made of: hyphens part them, apostrophes do not.

use std::borrow::Cow;

use crate::gazetteer::is_silent;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Case, Kind, Token};

/// A word, number or sign.
#[derive(Clone, Debug)]
pub(crate) struct Word<'a> {
    /// As the gazetteer spells it; a sign as it is.
    pub(crate) spelt: Cow<'a, str>,
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    pub(crate) case: Case,
    /// Whether no blank parts it from what stands before.
    pub(crate) is_tied: bool,
}

impl Word<'_> {
    pub(crate) fn is_sign(&self, signs: &[char]) -> bool {
        self.kind == Kind::Sign
            && self
                .spelt
                .chars()
                .next()
                .is_some_and(|sign| signs.contains(&sign))
    }

    pub(crate) fn is_capital(&self) -> bool {
        self.kind == Kind::Word && matches!(self.case, Case::Title | Case::Upper)
    }

    pub(crate) fn is_arabic(&self) -> bool {
        self.kind == Kind::Word
            && self
                .spelt
                .chars()
                .next()
                .is_some_and(|letter| ('\u{620}'..='\u{6FF}').contains(&letter))
    }

    /// An apostrophe or a full stop between letters of one name.
    pub(crate) fn is_silent_sign(&self) -> bool {
        self.kind == Kind::Sign && self.spelt.chars().all(is_silent)
    }
}

/// The words of `sentence`.
pub(crate) fn words<'a>(text: &str, sentence: &'a Sentence) -> Vec<Word<'a>> {
    let mut words = Vec::with_capacity(sentence.tokens.len() + 4);
    let mut last_end = usize::MAX;
    for token in &sentence.tokens {
        let is_tied = token.span.start == last_end;
        last_end = token.span.end;
        if token.kind == Kind::Word && token.folded.contains(is_hyphen) {
            push_parts(&mut words, text, token, is_tied);
        } else {
            words.push(Word {
                spelt: spelt(&token.folded, token.kind),
                span: token.span,
                kind: token.kind,
                case: token.case,
                is_tied,
            });
        }
    }
    words
}

const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑')
}

fn spelt(folded: &str, kind: Kind) -> Cow<'_, str> {
    if kind == Kind::Word && folded.contains(is_silent) {
        Cow::Owned(folded.replace(is_silent, ""))
    } else {
        Cow::Borrowed(folded)
    }
}

/// Adds the parts of a word with hyphens, each with its own place.
fn push_parts<'a>(words: &mut Vec<Word<'a>>, text: &str, token: &'a Token, is_tied: bool) {
    let written = token.span.of(text);
    let mut start = token.span.start;
    let mut is_first = true;
    for (part, folded) in written.split(is_hyphen).zip(token.folded.split(is_hyphen)) {
        let span = Span::new(start, start + part.len());
        let hyphen = text.get(span.end..).and_then(|rest| rest.chars().next());
        start = span.end + hyphen.map_or(0, char::len_utf8);
        if part.is_empty() {
            continue;
        }
        words.push(Word {
            spelt: spelt(folded, Kind::Word),
            span,
            kind: Kind::Word,
            case: case(part),
            is_tied: is_tied || !is_first,
        });
        is_first = false;
    }
}

fn case(part: &str) -> Case {
    match part.chars().next() {
        Some(first) if first.is_uppercase() => {
            let is_shouted = part.chars().nth(1).is_some_and(char::is_uppercase);
            if is_shouted { Case::Upper } else { Case::Title }
        }
        Some(first) if first.is_lowercase() => Case::Lower,
        _ => Case::None,
    }
}
