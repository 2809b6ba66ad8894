//! How number words make a number: English from above, Arabic with و and its units before tens.

use super::Run;
use super::atom::{Atom, atom, word};
use crate::token::{Kind, Token};

/// Tokens that one number may have; longer runs are lists, not numbers.
const TOKENS_MAX: usize = 16;

/// The number that begins at token `at`, if one does.
pub(super) fn number_at(tokens: &[Token], at: usize) -> Option<Run> {
    let negative = is_minus(tokens, at);
    let start = at + usize::from(negative);
    if let Some(decimal) = decimal_at(tokens, start) {
        return Some(signed(tokens, decimal, at, negative));
    }
    let mut sum = Sum::default();
    let mut end = start;
    while end < start + TOKENS_MAX {
        let (atom, used) = match next(tokens, end, sum.last.is_some()) {
            Some(found) => found,
            None => break,
        };
        if !sum.take(atom, used > 1 || is_joined(tokens, end)) {
            break;
        }
        end += used;
    }
    let last = sum.last?;
    // "some 40 fighters": the vague word only bounds the number after it.
    let is_bound = last == Atom::Vague && next(tokens, end, false).is_some();
    if is_bound && folded(tokens, start) == Some("some") {
        return None;
    }
    let vague = match last {
        Atom::Vague | Atom::Nominal(_) if end == start + 1 => folded(tokens, start).map(bare),
        _ => None,
    };
    let (mut value, mut end) = fraction(tokens, sum.value(), end);
    end = repeated(tokens, value, end);
    if negative {
        value = -value;
    }
    let first = tokens.get(at)?.span;
    let span = first.join(tokens.get(end.checked_sub(1)?)?.span);
    Some(Run {
        tokens: at..end,
        span,
        value,
        vague,
    })
}

fn signed(tokens: &[Token], run: Run, at: usize, negative: bool) -> Run {
    let sign = tokens.get(at).map_or(run.span, |token| token.span);
    Run {
        tokens: at..run.tokens.end,
        span: sign.join(run.span),
        value: if negative { -run.value } else { run.value },
        vague: run.vague,
    }
}

fn folded(tokens: &[Token], at: usize) -> Option<&str> {
    tokens.get(at).map(|token| token.folded.as_str())
}

fn bare(word: &str) -> String {
    word.strip_prefix("ال").unwrap_or(word).to_owned()
}

/// The atom at `at`, and how many tokens it takes with its joining word ("and", "و").
fn next(tokens: &[Token], at: usize, within: bool) -> Option<(Atom, usize)> {
    let token = tokens.get(at)?;
    if within && matches!(token.folded.as_str(), "and" | "و") {
        return atom(tokens.get(at + 1)?, true).map(|atom| (atom, 2));
    }
    // Inside a number و is joined to the word after it; at its beginning it ties the sentence.
    let stripped = |letters: &[&str]| {
        letters.iter().find_map(|letter| {
            token
                .folded
                .strip_prefix(letter)
                .and_then(|rest| word(rest, within))
        })
    };
    let found = atom(token, within).or_else(|| {
        if within {
            stripped(&["و"])
        } else {
            stripped(&["و", "ف", "ب", "ل", "ال", "وال"])
        }
    });
    if token.kind == Kind::Number && within {
        return None;
    }
    found.map(|atom| (atom, 1))
}

/// Whether the word at `at` carries the Arabic "and".
fn is_joined(tokens: &[Token], at: usize) -> bool {
    folded(tokens, at).is_some_and(|word| word.starts_with('و') && atom_is_none(word))
}

fn atom_is_none(folded: &str) -> bool {
    word(folded, true).is_none()
}

/// A number as it grows.
#[derive(Default)]
struct Sum {
    total: f64,
    current: f64,
    /// The smallest scale above a thousand so far; what follows must be smaller.
    scale: f64,
    last: Option<Atom>,
}

impl Sum {
    fn value(&self) -> f64 {
        self.total + self.current
    }

    /// Takes one more atom; false when it begins another number.
    fn take(&mut self, atom: Atom, joined: bool) -> bool {
        let fits = match (self.last, atom) {
            (None, _) => true,
            (Some(Atom::Vague | Atom::Nominal(_)), _) | (_, Atom::Nominal(_) | Atom::Vague) => {
                false
            }
            (_, Atom::Digits(_)) => false,
            // "in 2014 hundreds of": a year is not multiplied.
            (Some(Atom::Digits(year)), Atom::Scale(scale)) if (1900.0..2100.0).contains(&year) => {
                scale > 1000.0
            }
            (_, Atom::Scale(_)) => true,
            (Some(last), Atom::Value(value)) => self.adds(last, value, joined),
        };
        if !fits {
            return false;
        }
        match atom {
            Atom::Digits(value) | Atom::Value(value) | Atom::Nominal(value) => {
                self.add(value, joined);
            }
            Atom::Scale(scale) => self.multiply(scale),
            Atom::Vague => {}
        }
        self.last = Some(atom);
        true
    }

    fn adds(&self, last: Atom, value: f64, joined: bool) -> bool {
        let is_tens = (20.0..100.0).contains(&value);
        match last {
            // "خمسة عشر", "خمسة وعشرون", "one twenty two".
            Atom::Value(before) if before < 10.0 => {
                (value == 10.0 && !joined) || (is_tens && (joined || before == 1.0))
            }
            // "twenty one"
            Atom::Value(before) if (20.0..100.0).contains(&before) => {
                value < 10.0 && !joined && before % 10.0 == 0.0
            }
            Atom::Value(before) => joined && before >= 100.0 && value < before,
            Atom::Scale(scale) => scale != 12.0 && value < scale,
            Atom::Digits(_) | Atom::Nominal(_) | Atom::Vague => false,
        }
    }

    fn add(&mut self, value: f64, joined: bool) {
        let is_spoken_hundred =
            self.current == 1.0 && value >= 20.0 && !joined && self.last == Some(Atom::Value(1.0));
        if is_spoken_hundred {
            self.current *= 100.0;
        }
        self.current += value;
    }

    fn multiply(&mut self, scale: f64) {
        let nothing = self.current == 0.0;
        if scale < 1000.0 {
            self.current = if nothing { scale } else { self.current * scale };
        } else if nothing && self.total > 0.0 && scale > self.scale {
            self.total *= scale;
        } else {
            self.total += if nothing { scale } else { self.current * scale };
            self.current = 0.0;
        }
        self.scale = scale;
    }
}

fn is_minus(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let follows = tokens.get(at + 1);
    let is_number = decimal_at(tokens, at + 1).is_some()
        || follows.is_some_and(|next| atom(next, false).is_some());
    match token.folded.as_str() {
        "minus" | "negative" | "سالب" | "ناقص" => is_number,
        // A dash between two numbers is a range.
        "-" | "−" => {
            let after_number = at.checked_sub(1).and_then(|before| tokens.get(before));
            let is_digit = |c: char| c.is_ascii_digit();
            let tied = follows.is_some_and(|next| next.folded.starts_with(is_digit))
                || decimal_at(tokens, at + 1).is_some();
            tied && after_number.is_none_or(|before| before.kind == Kind::Sign)
        }
        _ => false,
    }
}

/// What follows a whole number: "point 77", "فاصلة", or a fraction's bar.
fn fraction(tokens: &[Token], value: f64, end: usize) -> (f64, usize) {
    let sign = folded(tokens, end).unwrap_or_default();
    let Some(next) = tokens.get(end + 1) else {
        return (value, end);
    };
    let after = match atom(next, false) {
        Some(Atom::Digits(after) | Atom::Value(after)) => after,
        _ => return (value, end),
    };
    match sign {
        "/" | "⁄" if after > 0.0 && next.kind == Kind::Number => (value / after, end + 2),
        "point" | "فاصله" => {
            let digits = next
                .folded
                .chars()
                .filter(char::is_ascii_digit)
                .count()
                .max(1);
            let parts = (0..digits).fold(after, |part, _| part / 10.0);
            scaled(tokens, value + parts, end + 2)
        }
        _ => (value, end),
    }
}

/// A scale after a decimal part: "two point two million".
fn scaled(tokens: &[Token], value: f64, end: usize) -> (f64, usize) {
    match tokens.get(end).and_then(|token| atom(token, true)) {
        Some(Atom::Scale(scale)) => (value * scale, end + 1),
        _ => (value, end),
    }
}

/// "forty-five (45)": the same number again, in brackets.
fn repeated(tokens: &[Token], value: f64, end: usize) -> usize {
    if folded(tokens, end) != Some("(") {
        return end;
    }
    let again = match number_in_brackets(tokens, end + 1) {
        Some((again, close)) if (again - value).abs() < f64::EPSILON => close,
        _ => return end,
    };
    again + 1
}

fn number_in_brackets(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let mut sum = Sum::default();
    let mut end = at;
    while let Some((atom, used)) = next(tokens, end, sum.last.is_some()) {
        if !sum.take(atom, used > 1) {
            break;
        }
        end += used;
    }
    (folded(tokens, end) == Some(")") && sum.last.is_some()).then(|| (sum.value(), end))
}

/// A number that begins with its decimal sign: ".77", "point 77".
fn decimal_at(tokens: &[Token], at: usize) -> Option<Run> {
    let (point, number) = (tokens.get(at)?, tokens.get(at + 1)?);
    let touches = point.span.end == number.span.start;
    let is_point = match point.folded.as_str() {
        "." | "٫" => touches,
        "point" => true,
        _ => false,
    };
    if !is_point || number.folded.contains('.') {
        return None;
    }
    let whole = match atom(number, false) {
        Some(Atom::Digits(value)) => value,
        _ => return None,
    };
    let digits = number
        .folded
        .chars()
        .take_while(char::is_ascii_digit)
        .count();
    Some(Run {
        tokens: at..at + 2,
        span: point.span.join(number.span),
        value: (0..digits).fold(whole, |part, _| part / 10.0),
        vague: None,
    })
}
