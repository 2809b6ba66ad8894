//! Breaches of a truce in an Arabic sentence.

use crate::frame::truce::term::Telling;
use crate::frame::truce::words::{Event, Role};
use crate::frame::{Frame, Known};
use crate::number::Role as NumberRole;
use crate::span::Span;

/// "اتهمت … بخرق", "خرق … الهدنة", "نفى … خرق", "12 خرقا للهدنة".
pub(crate) fn breach(
    text: &str,
    telling: &Telling<'_>,
    known: &Known<'_>,
    at: usize,
) -> Option<Frame> {
    let is_breach = |place: &usize| telling.told(*place).event == Some(Event::Breached);
    let breach = (0..telling.tokens.len())
        .filter(is_breach)
        .min_by_key(|place| place.abs_diff(at))?;
    let verb = |role: Role| (0..breach).rfind(|place| telling.told(*place).is(role));
    let trigger = telling.tokens.get(breach)?.span;
    let mut frame = super::frame("truce.ar.breach", trigger, telling, at);
    let mut fill = |name: &'static str, span: Option<Span>| {
        if let Some(span) = span {
            frame.fill(name, span, span.of(text));
        }
    };
    let mut reply = None;
    match (verb(Role::Accuse), verb(Role::Deny), verb(Role::Admit)) {
        (Some(accuse), _, _) => {
            let (by, accused) = accusation(telling, known, accuse + 1..breach);
            fill("alleged_by", by);
            fill("accused", accused);
        }
        (None, Some(deny), _) => {
            fill("accused", first_name(telling, known, deny + 1..breach));
            reply = Some("denied");
        }
        (None, None, Some(admit)) => {
            fill("accused", first_name(telling, known, admit + 1..breach));
            reply = Some("admitted");
        }
        _ => {
            // "من قبل", "من جانب": by whom; else who stands behind the verb.
            let by = (breach..telling.tokens.len()).find(|place| {
                matches!(telling.word(*place), "قبل" | "جانب" | "طرف")
                    && telling.word(place - 1) == "من"
            });
            let accused = match by {
                Some(by) => named_behind(telling, known, by + 1),
                None if breach < at => first_name(telling, known, breach + 1..at),
                None => named_behind(telling, known, breach + 1),
            };
            fill("accused", accused);
            let counter = verb(Role::Records);
            fill(
                "alleged_by",
                counter.and_then(|verb| first_name(telling, known, verb + 1..breach)),
            );
        }
    }
    let before = breach
        .checked_sub(1)
        .map_or("", |before| telling.word(before));
    frame.is_negated = matches!(before, "لم" | "ولم" | "لن" | "ما" | "لا");
    if let Some(reply) = reply {
        frame.fill("reply", trigger, reply);
        frame.is_negated |= reply == "denied";
    }
    count(&mut frame, telling, breach);
    Some(frame)
}

/// "12 خرقا": how many.
fn count(frame: &mut Frame, telling: &Telling<'_>, breach: usize) {
    let number = telling
        .numbers
        .iter()
        .find(|number| number.tokens.end == breach && number.role == NumberRole::Count);
    if let Some(number) = number
        && let Some(count) = number.quantity.low
    {
        frame.fill("count", number.span, count);
    }
}

/// Whom the words behind "accused" name first, and whom second.
fn accusation(
    telling: &Telling<'_>,
    known: &Known<'_>,
    range: std::ops::Range<usize>,
) -> (Option<Span>, Option<Span>) {
    let Some(words) = telling.span(range.clone()) else {
        return (None, None);
    };
    let named = (known.names)(words);
    match named.as_slice() {
        [first, second, ..] => (Some(*first), Some(*second)),
        [only] if only.start == words.start => {
            (Some(*only), within(telling, Span::new(only.end, words.end)))
        }
        [only] => (
            within(telling, Span::new(words.start, only.start)),
            Some(*only),
        ),
        [] => {
            // "اتهم الناشط الفصيل": one word each, when nobody is known.
            let middle = range.start + range.len().div_ceil(2);
            (
                telling.span(range.start..middle),
                telling.span(middle..range.end),
            )
        }
    }
}

/// The tokens that lie in `span`, as one stretch.
fn within(telling: &Telling<'_>, span: Span) -> Option<Span> {
    let inside = telling
        .tokens
        .iter()
        .filter(|token| span.contains(token.span));
    inside.map(|token| token.span).reduce(Span::join)
}

/// The name in the words of `range`, else the words.
fn first_name(
    telling: &Telling<'_>,
    known: &Known<'_>,
    range: std::ops::Range<usize>,
) -> Option<Span> {
    let words = telling.span(range)?;
    let named = (known.names)(words);
    named.first().copied().or(Some(words))
}

/// The first name near behind `from`.
fn named_behind(telling: &Telling<'_>, known: &Known<'_>, from: usize) -> Option<Span> {
    const REACH: usize = 6;
    let until = (from + REACH).min(telling.tokens.len());
    let words = telling.span(from..until)?;
    (known.names)(words).first().copied()
}
