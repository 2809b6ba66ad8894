//! The pieces that dates are made of: numbers, known words and phrases, signs.

use sijil_text::{arabic_ordinal, fold};

use crate::date::words::{Atom, PHRASES};
use crate::number;
use crate::span::Span;
use crate::token::{Case, Kind, Token};

/// A piece of the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    /// Folded; digits as they are; a sign as it is.
    pub(crate) folded: String,
    /// The number, and how many digits it has, when it is written in digits.
    pub(crate) digits: Option<(f64, usize)>,
    pub(crate) is_tied: bool,
    pub(crate) is_capital: bool,
    /// What phrases begin here, longest first, with the piece after each.
    pub(crate) hits: Vec<(Atom, usize)>,
}

/// The pieces of a sentence's tokens, each with what may begin there.
pub(crate) fn pieces(text: &str, tokens: &[Token]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(tokens.len() + 8);
    let mut first_of_token = Vec::with_capacity(tokens.len() + 1);
    let mut last_end = usize::MAX;
    for token in tokens {
        first_of_token.push(pieces.len());
        let is_tied = token.span.start == last_end;
        last_end = token.span.end;
        if is_tied && is_possessive_s(&pieces, &token.folded) {
            join_possessive(&mut pieces, token.span);
        } else {
            cut(&mut pieces, text, token, is_tied);
        }
    }
    first_of_token.push(pieces.len());
    for at in 0..tokens.len() {
        if let Some((end, value)) = number::spelt_at(tokens, at) {
            let next = first_of_token.get(end).copied().unwrap_or(pieces.len());
            let here = first_of_token.get(at).copied().unwrap_or(0);
            if let Some(piece) = pieces.get_mut(here) {
                piece.hits.push((Atom::Number(value), next));
            }
        }
    }
    for at in 0..pieces.len() {
        let found = hits(&pieces, at);
        if let Some(piece) = pieces.get_mut(at) {
            piece.hits.extend(found);
            piece.hits.sort_by_key(|(_, next)| std::cmp::Reverse(*next));
        }
    }
    pieces
}

/// "s" after an apostrophe that is tied to a word.
fn is_possessive_s(pieces: &[Piece], folded: &str) -> bool {
    let is_apostrophe = |piece: &Piece| piece.is_tied && matches!(&*piece.folded, "'" | "’" | "‘");
    folded == "s" && pieces.len() > 1 && pieces.last().is_some_and(is_apostrophe)
}

/// "year's" becomes one piece that reads "years".
fn join_possessive(pieces: &mut Vec<Piece>, end: Span) {
    pieces.pop();
    if let Some(word) = pieces.last_mut() {
        word.span = word.span.join(end);
        word.folded.push('s');
        word.digits = None;
    }
}

/// Cuts a token where letters and digits meet, at hyphens and at full stops between digits.
fn cut(pieces: &mut Vec<Piece>, text: &str, token: &Token, is_tied: bool) {
    let is_plain = token.kind == Kind::Sign
        || !token.folded.contains(|letter: char| {
            letter.is_ascii_digit() || matches!(letter, '-' | '‐' | '‑' | '.' | ',' | '/')
        })
        || token.folded.chars().all(|letter| letter.is_ascii_digit());
    if is_plain {
        pieces.push(piece(&token.folded, token.span, is_tied, token.case));
        return;
    }
    let written = token.span.of(text);
    let mut start = 0;
    let mut last: Option<u8> = None;
    let mut is_tied = is_tied;
    let class = |letter: char| match letter {
        _ if letter.is_numeric() => 0_u8,
        '-' | '‐' | '‑' | '.' | ',' | '/' => 2,
        _ => 1,
    };
    let ends = written
        .char_indices()
        .map(|(at, letter)| (at, class(letter)))
        .chain([(written.len(), 3)]);
    for (at, class) in ends {
        let is_new = last.is_some_and(|last| last != class || class == 2);
        if is_new {
            let part = written.get(start..at).unwrap_or_default();
            let folded = fold(part);
            if !folded.is_empty() {
                let span = Span::new(token.span.start + start, token.span.start + at);
                pieces.push(piece(&folded, span, is_tied, token.case));
                is_tied = true;
            }
            start = at;
        }
        last = Some(class);
    }
}

fn piece(folded: &str, span: Span, is_tied: bool, case: Case) -> Piece {
    let is_number = !folded.is_empty() && folded.chars().all(|letter| letter.is_ascii_digit());
    Piece {
        span,
        folded: without_apostrophes(folded),
        digits: is_number.then(|| (folded.parse().unwrap_or(f64::MAX), folded.len())),
        is_tied,
        is_capital: matches!(case, Case::Title | Case::Upper),
        hits: Vec::new(),
    }
}

/// "o'clock" is a word of the lists without its sign; the sign alone stays.
fn without_apostrophes(folded: &str) -> String {
    if folded.len() > 3 && folded.contains(['\'', '’']) {
        folded.replace(['\'', '’'], "")
    } else {
        folded.to_owned()
    }
}

/// The phrases at `at`; an Arabic word may carry the article and letters before it.
fn hits(pieces: &[Piece], at: usize) -> Vec<(Atom, usize)> {
    let Some(piece) = pieces.get(at) else {
        return Vec::new();
    };
    if piece.digits.is_some() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (plain, shorn) = readings(&piece.folded);
    for readings in [plain, shorn] {
        for reading in readings {
            for (words, atom) in PHRASES.get(reading).into_iter().flatten() {
                if let Some(next) = phrase_end(pieces, at, words) {
                    found.push((*atom, next));
                }
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found.extend(ordinal(pieces, at));
    found
}

/// The piece after the phrase whose first word stands at `at`.
fn phrase_end(pieces: &[Piece], at: usize, words: &[String]) -> Option<usize> {
    let mut next = at + 1;
    for word in words.iter().skip(1) {
        while pieces
            .get(next)
            .is_some_and(|piece| piece.is_tied && matches!(&*piece.folded, "'" | "’" | "-" | "."))
        {
            next += 1;
        }
        let piece = pieces.get(next)?;
        if piece.folded != *word {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// A word as it is and, if Arabic, without article; then without و, ف, ب, ل, where the first say nothing.
fn readings(word: &str) -> (Vec<&str>, Vec<&str>) {
    let mut plain = vec![word];
    let mut readings = Vec::new();
    let is_arabic = word.starts_with(|letter: char| ('\u{620}'..='\u{64A}').contains(&letter));
    if !is_arabic || word.chars().count() < 3 {
        return (plain, readings);
    }
    plain.extend(word.strip_prefix("ال"));
    for prefix in ["و", "ف", "ب", "ل", "ك", "وب", "ول"] {
        if let Some(rest) = word
            .strip_prefix(prefix)
            .filter(|rest| rest.chars().count() >= 2)
        {
            readings.push(rest);
            readings.extend(rest.strip_prefix("ال"));
        }
    }
    readings.extend(word.strip_prefix("لل"));
    (plain, readings)
}

fn ordinal(pieces: &[Piece], at: usize) -> Option<(Atom, usize)> {
    let piece = pieces.get(at)?;
    let words: Vec<&str> = pieces
        .iter()
        .skip(at)
        .take(3)
        .map(|piece| &*piece.folded)
        .collect();
    if piece
        .folded
        .starts_with(|letter: char| ('\u{620}'..='\u{64A}').contains(&letter))
    {
        let (value, used) = arabic_ordinal(&words).or_else(|| {
            let without = words
                .first()?
                .strip_prefix('و')
                .or_else(|| words.first()?.strip_prefix('ب'))?;
            let mut words = words.clone();
            *words.first_mut()? = without;
            arabic_ordinal(&words)
        })?;
        return Some((Atom::Ordinal(i8::try_from(value).ok()?), at + used));
    }
    let (value, used) = english_ordinal(pieces, at)?;
    Some((Atom::Ordinal(value), at + used))
}

const ENGLISH_UNITS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const ENGLISH_TENS: [&str; 8] = [
    "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet",
];

/// "third", "twenty-fifth", "twentyfifth", "ninetieth".
fn english_ordinal(pieces: &[Piece], at: usize) -> Option<(i8, usize)> {
    let word = &*pieces.get(at)?.folded;
    let unit = |word: &str| {
        let at = ENGLISH_UNITS.iter().position(|name| *name == word)?;
        i8::try_from(at + 1).ok()
    };
    if let Some(value) = unit(word) {
        return Some((value, 1));
    }
    let (tens, rest) = ENGLISH_TENS.iter().enumerate().find_map(|(at, stem)| {
        let rest = word.strip_prefix(stem)?;
        Some((i8::try_from((at + 2) * 10).ok()?, rest))
    })?;
    match rest {
        "ieth" => Some((tens, 1)),
        "y" => {
            let is_hyphen = |piece: &Piece| matches!(&*piece.folded, "-" | "—" | "–" | "‐");
            let skip = usize::from(pieces.get(at + 1).is_some_and(is_hyphen));
            let one = unit(&pieces.get(at + 1 + skip)?.folded).filter(|one| *one < 10)?;
            Some((tens + one, 2 + skip))
        }
        _ => Some((
            tens + unit(rest.strip_prefix('y')?).filter(|one| *one < 10)?,
            1,
        )),
    }
}
