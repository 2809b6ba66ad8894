//! The smallest parts of numbers: digits, and words that stand for a number.

use std::collections::HashMap;
use std::sync::LazyLock;

use sijil_text::fold;

use crate::token::{Kind, Token};

/// What one token can be inside a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Atom {
    /// Digits.
    Digits(f64),
    /// A word for a number of its own.
    Value(f64),
    /// A word that multiplies.
    Scale(f64),
    /// A vague word with a usual value.
    Nominal(f64),
    /// A vague word.
    Vague,
}

static WORDS: LazyLock<HashMap<String, Vec<Atom>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<Atom>> = HashMap::new();
    for line in include_str!("../../rules/numbers.txt").lines() {
        let mut parts = line.split_whitespace();
        let class = parts.next().unwrap_or_default();
        let value = match class {
            "value" | "scale" | "nominal" => parts.next().and_then(|value| value.parse().ok()),
            "vague" => Some(0.0),
            _ => None,
        };
        let Some(value) = value else { continue };
        for word in parts {
            let atom = match class {
                "value" => Atom::Value(value),
                "scale" => Atom::Scale(value),
                "nominal" => Atom::Nominal(value),
                _ => Atom::Vague,
            };
            words.entry(fold(word)).or_default().push(atom);
        }
    }
    words
});

static SUFFIXES: LazyLock<HashMap<String, f64>> = LazyLock::new(|| {
    let lines = include_str!("../../rules/numbers.txt").lines();
    let suffixes = lines.filter_map(|line| line.strip_prefix("suffix "));
    suffixes
        .filter_map(|line| {
            let (value, letter) = line.split_once(' ')?;
            Some((letter.to_owned(), value.parse().ok()?))
        })
        .collect()
});

/// What `token` is inside a number; `within` one that has begun, or at its beginning.
pub(super) fn atom(token: &Token, within: bool) -> Option<Atom> {
    match token.kind {
        Kind::Number => digits(&token.folded).map(Atom::Digits),
        Kind::Word
            if token
                .folded
                .starts_with(|first: char| first.is_ascii_digit()) =>
        {
            with_suffix(&token.folded).map(Atom::Digits)
        }
        Kind::Word => word(&token.folded, within),
        Kind::Sign => None,
    }
}

/// The reading of an Arabic or English number word, without what Arabic writes before it.
pub(super) fn word(folded: &str, within: bool) -> Option<Atom> {
    if let Some(atoms) = WORDS.get(folded) {
        // After a number "dozens" and ألفا multiply; alone the one is vague, the other 2,000.
        let multiplies = |atom: &&Atom| matches!(atom, Atom::Scale(_));
        let fitting = if within {
            atoms.iter().find(multiplies)
        } else {
            atoms.iter().find(|atom| **atom == Atom::Vague)
        };
        return fitting.or(atoms.first()).copied();
    }
    if let Some(joined) = hyphenated(folded) {
        return Some(joined);
    }
    // The accusative of a counted scale: ألفا, مليونا; of tens there is none.
    let bare = folded.strip_suffix('ا')?;
    match WORDS.get(bare).and_then(|atoms| atoms.first()) {
        Some(Atom::Scale(value)) => Some(Atom::Scale(*value)),
        _ => None,
    }
}

/// "twenty-one": tens and units tied by a hyphen.
fn hyphenated(folded: &str) -> Option<Atom> {
    let (tens, unit) = folded.split_once('-')?;
    let read = |word: &str| match WORDS.get(word).and_then(|atoms| atoms.first()) {
        Some(Atom::Value(value)) => Some(*value),
        _ => None,
    };
    let (tens, unit) = (read(tens)?, read(unit)?);
    let is_sum = (20.0..100.0).contains(&tens) && tens % 10.0 == 0.0 && (1.0..10.0).contains(&unit);
    is_sum.then_some(Atom::Value(tens + unit))
}

/// The value of `written`, digits folded to 0-9 with separators of either script.
pub(super) fn digits(written: &str) -> Option<f64> {
    let plain: String = written
        .chars()
        .filter(|letter| !matches!(letter, ',' | '٬'))
        .map(|letter| if letter == '٫' { '.' } else { letter })
        .collect();
    // "12.5.2017" and the like are no numbers.
    plain.parse().ok()
}

fn with_suffix(folded: &str) -> Option<f64> {
    let letters = folded.find(|letter: char| letter.is_alphabetic())?;
    let (number, suffix) = folded.split_at_checked(letters)?;
    Some(digits(number)? * SUFFIXES.get(suffix)?)
}

/// The count that the single word `folded` says: "four", "أربعة".
pub(crate) fn of_word(folded: &str) -> Option<u64> {
    match word(folded, false) {
        Some(Atom::Value(value)) => format!("{value:.0}").parse().ok(),
        _ => None,
    }
}
