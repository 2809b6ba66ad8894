//! What bounds a number: "at least", "أكثر من", "or more", and ranges.

use std::sync::LazyLock;

use sijil_text::fold;

use super::{Number, Qualifier, Quantity, Role, Run};
use crate::token::{Kind, Token};

struct Phrase {
    qualifier: Qualifier,
    words: Vec<String>,
}

struct Phrases {
    before: Vec<Phrase>,
    after: Vec<Phrase>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases {
        before: Vec::new(),
        after: Vec::new(),
    };
    for line in include_str!("../../rules/qualifiers.txt").lines() {
        let mut parts = line.split_whitespace();
        let (Some(name), Some(side)) = (parts.next(), parts.next()) else {
            continue;
        };
        let Some(qualifier) = qualifier(name) else {
            continue;
        };
        let phrase = Phrase {
            qualifier,
            words: parts.map(fold).collect(),
        };
        match side {
            "before" => phrases.before.push(phrase),
            _ => phrases.after.push(phrase),
        }
    }
    // The longest phrase wins: "no more than" is not "more than".
    phrases
        .before
        .sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    phrases
        .after
        .sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    phrases
});

fn qualifier(name: &str) -> Option<Qualifier> {
    Some(match name {
        "at_least" => Qualifier::AtLeast,
        "more_than" => Qualifier::MoreThan,
        "at_most" => Qualifier::AtMost,
        "up_to" => Qualifier::UpTo,
        "about" => Qualifier::About,
        "fewer_than" => Qualifier::FewerThan,
        _ => return None,
    })
}

/// `run` with what bounds it.
pub(super) fn bounded(tokens: &[Token], run: Run) -> Number {
    let before = PHRASES
        .before
        .iter()
        .find(|phrase| stands_before(tokens, run.tokens.start, phrase));
    let end = run.tokens.end;
    let after = PHRASES
        .after
        .iter()
        .find(|phrase| follows(tokens, end, phrase));
    let touching = after.filter(|phrase| before.is_none() && stands_at(tokens, end, phrase));
    let start = run.tokens.start - before.map_or(0, |phrase| phrase.words.len());
    let end = end + touching.map_or(0, |phrase| phrase.words.len());
    let qualifier = before
        .or(after)
        .map_or(Qualifier::Exact, |phrase| phrase.qualifier);
    Number {
        span: run.span,
        tokens: start..end,
        value: run.value,
        quantity: match run.vague {
            Some(word) => Quantity::vague(&word),
            None => quantity(run.value, qualifier),
        },
        role: Role::Count,
    }
}

fn stands_before(tokens: &[Token], end: usize, phrase: &Phrase) -> bool {
    end.checked_sub(phrase.words.len())
        .is_some_and(|start| stands_at(tokens, start, phrase))
}

/// Whether `phrase` stands after the number, or after the noun that it counts.
fn follows(tokens: &[Token], end: usize, phrase: &Phrase) -> bool {
    let stands = |at: usize| {
        // "in 2016 at least 17 people": it bounds the number after it.
        let behind = tokens.get(at + phrase.words.len());
        let bounds_another = behind.is_some_and(|token| token.kind == Kind::Number)
            || super::grammar::number_at(tokens, at + phrase.words.len()).is_some();
        stands_at(tokens, at, phrase) && !bounds_another
    };
    stands(end) || (phrase.words.len() > 1 && stands(end + 1))
}

/// Whether `phrase` stands at `start`; its first word may carry an Arabic و, ف or ب.
fn stands_at(tokens: &[Token], start: usize, phrase: &Phrase) -> bool {
    let written = tokens.get(start..start + phrase.words.len());
    written.is_some_and(|written| {
        written
            .iter()
            .zip(&phrase.words)
            .enumerate()
            .all(|(place, (token, word))| {
                token.folded == *word
                    || (place == 0 && token.folded.strip_prefix(['و', 'ف', 'ب', 'ل']) == Some(word))
            })
    })
}

fn quantity(value: f64, qualifier: Qualifier) -> Quantity {
    let whole = whole(value);
    let (low, high) = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => (whole, None),
        Qualifier::AtMost | Qualifier::UpTo | Qualifier::FewerThan => (None, whole),
        Qualifier::Exact | Qualifier::About | Qualifier::Between => (whole, whole),
        Qualifier::Vague | Qualifier::Unknown => (None, None),
    };
    Quantity {
        low,
        high,
        qualifier,
        vague: None,
    }
}

/// `value` as a count, when it is one. Counts above 10 thousand million are none.
fn whole(value: f64) -> Option<u64> {
    let is_count = value.fract() == 0.0 && (0.0..1e10).contains(&value);
    is_count
        .then(|| format!("{value:.0}").parse().ok())
        .flatten()
}

/// Whether `next` ends a range that `last` begins: "between 10 and 20", "10-15", "من ١٠ إلى ١٥".
pub(super) fn is_range(tokens: &[Token], last: &Number, next: &Number) -> bool {
    let plain = |number: &Number| {
        number.quantity.low.is_some()
            && matches!(
                number.quantity.qualifier,
                Qualifier::Exact | Qualifier::About
            )
    };
    if !plain(last) || !plain(next) || next.value <= last.value {
        return false;
    }
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let before = last.tokens.start.checked_sub(1).map_or("", word);
    let gap = next.tokens.start.saturating_sub(last.tokens.end);
    let tie = word(last.tokens.end);
    let is_bound = matches!(before, "between" | "from" | "بين" | "من" | "مابين");
    match (gap, tie) {
        (1, "to" | "-" | "–" | "الي") => next.value < 4.0 * last.value || is_bound,
        (1, "or" | "او") => next.value - last.value <= 2.0,
        (1, "and" | "و") => is_bound,
        // The Arabic و is joined to the number after it.
        (0, _) => is_bound && word(next.tokens.start).starts_with('و'),
        _ => false,
    }
}

/// Makes `last` the range from itself to `next`.
pub(super) fn merge(last: &mut Number, next: &Number) {
    last.span = last.span.join(next.span);
    last.tokens = last.tokens.start..next.tokens.end;
    last.quantity.high = next.quantity.low;
    last.quantity.qualifier = Qualifier::Between;
}
