//! Numbers of a sentence, in digits and in words of both languages, with what bounds them.

mod atom;
mod bound;
mod grammar;
mod role;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::span::Span;
use crate::token::{Kind, Token};

pub(crate) use atom::of_word;
pub use role::Role;

/// How a number is to be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// As it stands.
    Exact,
    /// It and more.
    AtLeast,
    /// More than it; the number is still the lower bound, strictness lives here.
    MoreThan,
    /// It and fewer.
    AtMost,
    /// As many as it.
    UpTo,
    /// Near it.
    About,
    /// From one number to another.
    Between,
    /// Fewer than it.
    FewerThan,
    /// A word that counts without a number: dozens, عشرات.
    Vague,
    /// Nothing was said.
    #[default]
    Unknown,
}

/// How many, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The lower bound, when the text gives one.
    pub low: Option<u64>,
    /// The upper bound, when the text gives one.
    pub high: Option<u64>,
    /// How the bounds are to be taken.
    pub qualifier: Qualifier,
    /// The word of a vague number, folded.
    pub vague: Option<String>,
}

impl Quantity {
    /// Exactly `count`.
    #[must_use]
    pub fn exact(count: u64) -> Self {
        Self {
            low: Some(count),
            high: Some(count),
            qualifier: Qualifier::Exact,
            vague: None,
        }
    }

    /// A word that counts without a number.
    #[must_use]
    pub fn vague(word: &str) -> Self {
        Self {
            qualifier: Qualifier::Vague,
            vague: Some(word.to_owned()),
            ..Self::default()
        }
    }
}

/// A number of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where the number stands, without what bounds it.
    pub span: Span,
    /// The tokens of the number with what bounds it ("at least 801").
    pub tokens: Range<usize>,
    /// Its value; of a range the first; of a vague word what it is commonly taken for, else 0.
    pub value: f64,
    /// Its bounds.
    pub quantity: Quantity,
    /// What it counts or names.
    pub role: Role,
}

/// The numbers among `tokens`, in order, none overlapping.
#[must_use]
pub fn numbers(tokens: &[Token]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // A row of digits that no machine number holds counts nothing.
        let run = grammar::number_at(tokens, at).filter(|run| run.value.is_finite());
        let Some(run) = run else {
            at += 1;
            continue;
        };
        at = run.tokens.end.max(at + 1);
        let number = bound::bounded(tokens, run);
        match found.last_mut() {
            Some(last) if bound::is_range(tokens, last, &number) => bound::merge(last, &number),
            _ => found.push(number),
        }
    }
    for number in &mut found {
        number.role = role::role(tokens, number);
    }
    found
}

/// The number that begins in words at token `at`, and the token after it: without bounds, and nothing in
/// digits.
pub(crate) fn spelt_at(tokens: &[Token], at: usize) -> Option<(usize, f64)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let is_word = |word: &str| atom::word(word, false).is_some();
    if !is_word(&token.folded) && !is_word(bare_of_letters(&token.folded)) {
        return None;
    }
    let run = grammar::number_at(tokens, at)?;
    run.vague.is_none().then_some((run.tokens.end, run.value))
}

/// An Arabic word without the "and" or article before it.
fn bare_of_letters(word: &str) -> &str {
    let rest = word.strip_prefix('و').unwrap_or(word);
    rest.strip_prefix("ال").unwrap_or(rest)
}

/// A number before its bounds are known.
struct Run {
    tokens: Range<usize>,
    span: Span,
    value: f64,
    vague: Option<String>,
}

#[cfg(test)]
mod tests;
