//! What the words beside a slot say more: whose weapon it was, from where people were driven.

use serde_json::Value;

use super::who::{Cast, Setting, before};
use super::{Kind, Suggestion};
use crate::actor::Part;
use crate::span::Span;

/// "Coalition strikes", "غارات للتحالف", "strikes … by the coalition": whose weapon it was, where no
/// perpetrator is told otherwise. Only of somebody known: a weapon alone is nobody.
pub(super) fn cause(text: &str, cast: &Cast<'_>, setting: Setting<'_>, made: &mut Suggestion) {
    let cause = made.slots.get("cause").and_then(|slots| slots.first());
    let Some(cause) = cause.map(|slot| slot.anchor.span()) else {
        return;
    };
    if made.slots.contains_key("perpetrator") {
        return;
    }
    let rest = Span::new(cause.end, made.sentence.end);
    let known = |span: &Span| {
        let found = cast.entities(*span, setting);
        let first = found.first().map(|(entity, _)| *entity);
        first.is_some_and(|entity| matches!(entity.part, Part::Actor { .. }) && !entity.is_unnamed)
    };
    let by = || {
        let mut named = cast.names(rest).into_iter();
        named.find(|name| {
            let before = before(text, *name);
            let before = before.trim_end().trim_end_matches("the").trim_end();
            before.ends_with(" by") && known(name)
        })
    };
    let behind = behind(text, rest, cast).filter(known);
    let Some(span) = behind.or_else(by) else {
        return;
    };
    made.fill(text, "perpetrator", span, Value::from(span.of(text)));
}

/// The name right behind Arabic words for a weapon, else the one word there: "غارات للتحالف".
fn behind(text: &str, rest: Span, cast: &Cast<'_>) -> Option<Span> {
    const REACH: usize = 12;
    let words = rest.of(text);
    let start = rest.start + (words.len() - words.trim_start().len());
    let first = words.split_whitespace().next()?;
    let is_arabic = first.starts_with(|letter: char| !letter.is_ascii() && letter.is_alphabetic());
    let name = cast.names(rest).into_iter().next();
    // A clitic or an adjective ("غارات جوية للتحالف") may stand between.
    let near = name.filter(|name| name.start <= start + REACH);
    let word = first.trim_end_matches(['،', '.', '؛']);
    is_arabic.then(|| near.unwrap_or(Span::new(start, start + word.len())))
}

/// Where people were driven from and to, where talks were held: places by the words before them.
pub(super) fn places(text: &str, made: &mut Suggestion) {
    let places = made.slots.get("place").cloned().unwrap_or_default();
    for place in places {
        let near: Vec<&str> = before(text, place.anchor.span())
            .split_whitespace()
            .rev()
            .take(3)
            .collect();
        let nearest = near.iter().find_map(|word| role(made.kind, word));
        if let Some(name) = nearest {
            made.slots.entry(name.to_owned()).or_default().push(place);
        }
    }
}

/// The slot of a place that stands behind `word`.
fn role(kind: Kind, word: &str) -> Option<&'static str> {
    match (kind, word) {
        (Kind::Displacement, "from" | "من") => Some("from"),
        (Kind::Displacement, "to" | "towards" | "into" | "إلى" | "الى" | "نحو" | "باتجاه") => {
            Some("to")
        }
        (Kind::Talks, "in" | "at" | "في") => Some("venue"),
        _ => None,
    }
}
