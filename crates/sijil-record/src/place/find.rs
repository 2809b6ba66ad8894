//! Names of the gazetteer in a sentence: the longest at each word.

use std::borrow::Cow;

use crate::gazetteer::{Gazetteer, Named, Strength, Walk, skeleton};
use crate::place::words::Word;
use crate::span::Span;
use crate::token::Kind;

/// Words of the longest name that is looked for.
const NAME_WORDS_MAX: usize = 7;

/// Letters that a name must have to be looked for by its consonants alone.
const SKELETON_LETTERS_MIN: usize = 5;

/// A name of the gazetteer in the text.
#[derive(Clone, Debug)]
pub(crate) struct Match {
    /// Its first word, and the one after its last.
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) span: Span,
    /// As the gazetteer spells it.
    pub(crate) spelt: String,
    pub(crate) named: Vec<Named>,
    /// Letters before an Arabic name that were taken off: it may be the whole of another word.
    pub(crate) is_shorn: bool,
}

/// The names in `words`, none overlapping, in order.
pub(crate) fn matches(gazetteer: &Gazetteer, text: &str, words: &[Word<'_>]) -> Vec<Match> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let name = if word.is_capital() {
            longest(gazetteer, words, at)
        } else if word.is_arabic() {
            longest_arabic(gazetteer, text, words, at)
        } else {
            None
        };
        at = name.as_ref().map_or(at + 1, |name| name.end);
        found.extend(name);
    }
    found
}

/// The longest name that begins at `at`.
fn longest(gazetteer: &Gazetteer, words: &[Word<'_>], at: usize) -> Option<Match> {
    let word = words.get(at)?;
    let full = abbreviated(&word.spelt).filter(|_| is_followed_by_stop_or_capital(words, at));
    let written = spell(gazetteer, words, at, &word.spelt);
    let spelt = full.and_then(|full| spell(gazetteer, words, at, full));
    let best = match (written, spelt) {
        (Some(a), Some(b)) if b.end > a.end => Some(b),
        (a, b) => a.or(b),
    };
    best.map(|reach| reach.into_match(gazetteer, word.span.start, at))
        .or_else(|| without_apostrophe(gazetteer, words, at))
        .or_else(|| by_skeleton(gazetteer, words, at))
}

/// "Syrias", "Aleppos": a possessive whose apostrophe was lost on the way.
fn without_apostrophe(gazetteer: &Gazetteer, words: &[Word<'_>], at: usize) -> Option<Match> {
    let word = words.get(at)?;
    let owner = word
        .spelt
        .strip_suffix('s')
        .filter(|owner| owner.len() >= 4)?;
    let named = gazetteer.named(owner);
    let best = gazetteer.spot(named.first()?.place)?;
    let is_large = best.feature.is_area() || best.population >= 100_000;
    // Where each letter is one byte, so is the last.
    let is_plain = word.span.end - word.span.start == word.spelt.len();
    (is_plain && is_large && named.first()?.strength == Strength::Main).then(|| Match {
        first: at,
        end: at + 1,
        span: Span::new(word.span.start, word.span.end - 1),
        spelt: owner.to_owned(),
        named,
        is_shorn: false,
    })
}

/// What stands for a longer first word.
fn abbreviated(word: &str) -> Option<&'static str> {
    Some(match word {
        "ft" => "fort",
        "mt" => "mount",
        "st" => "saint",
        _ => return None,
    })
}

fn is_followed_by_stop_or_capital(words: &[Word<'_>], at: usize) -> bool {
    words
        .get(at + 1)
        .is_some_and(|next| next.is_sign(&['.']) || next.is_capital())
}

/// How far a name reaches.
struct Reach {
    end: usize,
    span_end: usize,
    spelt: String,
}

impl Reach {
    fn into_match(self, gazetteer: &Gazetteer, start: usize, first: usize) -> Match {
        Match {
            first,
            end: self.end,
            span: Span::new(start, self.span_end),
            named: gazetteer.named(&self.spelt),
            spelt: self.spelt,
            is_shorn: false,
        }
    }
}

/// Spells on from `first`, written at `at`; the longest name met.
fn spell(gazetteer: &Gazetteer, words: &[Word<'_>], at: usize, first: &str) -> Option<Reach> {
    let shipped = spell_in(gazetteer.walk(), words, at, first);
    let added = gazetteer
        .walk_added()
        .and_then(|walk| spell_in(walk, words, at, first));
    match (shipped, added) {
        (Some(a), Some(b)) if b.end > a.end => Some(b),
        (a, b) => a.or(b),
    }
}

fn spell_in<D: AsRef<[u8]>>(
    mut walk: Walk<'_, D>,
    words: &[Word<'_>],
    at: usize,
    first: &str,
) -> Option<Reach> {
    let mut spelt = String::new();
    let mut best = None;
    let mut next = at;
    let mut is_joined = true;
    for _ in 0..NAME_WORDS_MAX {
        let word = words.get(next)?;
        let letters = if next == at { first } else { &word.spelt };
        if !is_joined {
            spelt.push(' ');
            if !walk.step(b" ") {
                break;
            }
        }
        spelt.push_str(letters);
        if !walk.step(letters.as_bytes()) {
            break;
        }
        let may_end = next == at
            || word.is_capital()
            || word.is_arabic()
            || word.kind == Kind::Number
            || is_half_a_name(first);
        if may_end && walk.value().is_some() {
            best = Some(Reach {
                end: next + 1,
                span_end: word.span.end,
                spelt: spelt.clone(),
            });
        }
        let Some((after, joined)) = following(words, next) else {
            break;
        };
        (next, is_joined) = (after, joined);
    }
    best
}

/// Whether a name begins with `first` that is often written with small letters after it: Deir ezzor.
fn is_half_a_name(first: &str) -> bool {
    matches!(
        first,
        "deir" | "dayr" | "kafr" | "tal" | "tel" | "tell" | "jisr"
    )
}

/// The word that a name may go on with after `at`, and whether no blank parts them in spelling.
fn following(words: &[Word<'_>], at: usize) -> Option<(usize, bool)> {
    let next = words.get(at + 1)?;
    if next.kind == Kind::Word {
        return Some((at + 1, false));
    }
    let after = words.get(at + 2)?;
    let is_abbreviation = next.is_sign(&['.'])
        && words
            .get(at)
            .is_some_and(|word| matches!(&*word.spelt, "st" | "ft" | "mt" | "ste"));
    if after.kind != Kind::Word || !next.is_silent_sign() || !next.is_tied {
        None
    } else if is_abbreviation {
        Some((at + 2, false))
    } else if after.is_tied && !next.is_sign(&['.']) {
        Some((at + 2, true))
    } else {
        None
    }
}

/// A capital word that no name spells, but whose consonants are those of a name.
fn by_skeleton(gazetteer: &Gazetteer, words: &[Word<'_>], at: usize) -> Option<Match> {
    let first = words.get(at)?;
    if sijil_text::is_english_stop_word(&first.spelt) {
        return None;
    }
    let mut best: Option<Match> = None;
    let mut spelt = String::new();
    for count in 1..=3 {
        let last = words.get(at + count - 1)?;
        if last.kind != Kind::Word || (count > 1 && !last.is_capital() && !last.is_tied) {
            break;
        }
        if count > 1 {
            spelt.push(' ');
        }
        spelt.push_str(&last.spelt);
        if spelt.len() < SKELETON_LETTERS_MIN || !last.is_capital() {
            continue;
        }
        let named = gazetteer.alike(&skeleton(&spelt));
        if !named.is_empty() {
            best = Some(Match {
                first: at,
                end: at + count,
                span: first.span.join(last.span),
                spelt: spelt.clone(),
                named,
                is_shorn: false,
            });
        }
    }
    best
}

/// The longest name at an Arabic word, with or without the letters that may hang before it.
fn longest_arabic(
    gazetteer: &Gazetteer,
    text: &str,
    words: &[Word<'_>],
    at: usize,
) -> Option<Match> {
    let word = words.get(at)?;
    let mut best: Option<(Reach, usize)> = None;
    for (letters, cut) in readings(&word.spelt) {
        if let Some(reach) = spell(gazetteer, words, at, &letters)
            && best.as_ref().is_none_or(|(known, _)| reach.end > known.end)
        {
            best = Some((reach, cut));
        }
    }
    let (reach, cut) = best?;
    let start = word.span.start + bytes_of_letters(word.span.of(text), cut);
    let found = reach.into_match(gazetteer, start, at);
    Some(Match {
        is_shorn: cut > 0,
        ..found
    })
}

/// The bytes that the first `letters` letters of `written` take, with the marks that hang on them.
fn bytes_of_letters(written: &str, letters: usize) -> usize {
    let is_letter = |(_, letter): &(usize, char)| {
        letter.is_alphabetic() && *letter != '\u{640}' && *letter != '\u{670}'
    };
    written
        .char_indices()
        .filter(is_letter)
        .nth(letters)
        .map_or(0, |(at, _)| at)
}

/// A word, and what stays of it without and, then, in, like, to; with the letters taken off.
pub(crate) fn readings(word: &str) -> Vec<(Cow<'_, str>, usize)> {
    let mut readings = vec![(Cow::Borrowed(word), 0)];
    let mut rest = word;
    let mut cut = 0;
    if let Some(after) = rest.strip_prefix(['و', 'ف']) {
        (rest, cut) = (after, 1);
        readings.push((Cow::Borrowed(rest), cut));
    }
    if let Some(after) = rest.strip_prefix("لل") {
        readings.push((Cow::Owned(format!("ال{after}")), cut + 1));
    } else if let Some(after) = rest.strip_prefix(['ب', 'ك', 'ل']) {
        readings.push((Cow::Borrowed(after), cut + 1));
    }
    readings.retain(|(letters, cut)| *cut == 0 || letters.chars().count() >= 3);
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_hang_before_a_word_are_taken_off() {
        let spelt: Vec<_> = readings("وبدمشق")
            .into_iter()
            .map(|(word, _)| word)
            .collect();
        assert_eq!(spelt, ["وبدمشق", "بدمشق", "دمشق"]);
        assert_eq!(readings("للرقه").last(), Some(&(Cow::from("الرقه"), 1)));
        assert_eq!(readings("ليل"), [(Cow::from("ليل"), 0)]);
    }
}
