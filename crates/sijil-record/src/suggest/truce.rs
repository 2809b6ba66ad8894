//! A truce's days: since when, until when, how long; stated, or reckoned and said to be so.

use serde_json::{Value, json};
use sijil_text::Day;

use super::{Flag, Input, Kind, Link, Polarity, Slot, Suggestion};
use crate::date::{self, Date, Precision, Reference};
use crate::frame::truce::english::SELF;
use crate::frame::truce::term::Telling;
use crate::frame::truce::words::Role;
use crate::span::Span;

/// A day that a truce begins or ends on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bound {
    day: Day,
    span: Span,
    /// The same day of the other calendar, as written beside it.
    hijri: Option<Span>,
    /// Whether only a Hijri day is written, which calendars put a day apart.
    is_hijri: bool,
}

/// The first and the last day that a sentence gives a truce.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bounds {
    pub(super) start: Option<Bound>,
    pub(super) end: Option<Bound>,
}

/// The bounds that the dates of a sentence say: "from … until …", "takes effect on …".
pub(super) fn bounds(
    text: &str,
    telling: &Telling<'_>,
    dates: &[Date],
    reference: Option<&Reference>,
) -> Bounds {
    let mut found = Bounds::default();
    let is_plain = dates.iter().any(|date| !date.is_hijri);
    for date in dates.iter().filter(|date| !(is_plain && date.is_hijri)) {
        let own = of_date(text, telling, date, reference);
        found.start = found.start.or(own.start);
        found.end = found.end.or(own.end);
    }
    let hijri: Vec<&Date> = dates.iter().filter(|date| date.is_hijri).collect();
    if is_plain {
        for bound in [&mut found.start, &mut found.end].into_iter().flatten() {
            bound.hijri = hijri.iter().find_map(|date| pair(bound.day, date));
        }
    }
    found
}

/// Where `date` names the same day as `day` in the other calendar: calendars differ by a day or two.
fn pair(day: Day, date: &Date) -> Option<Span> {
    const APART_MAX: i64 = 3;
    let (from, to) = date.days();
    let near = |other: Day| (day.since_epoch() - other.since_epoch()).abs() <= APART_MAX;
    [from, to]
        .into_iter()
        .flatten()
        .any(near)
        .then_some(date.span)
}

fn of_date(
    text: &str,
    telling: &Telling<'_>,
    date: &Date,
    reference: Option<&Reference>,
) -> Bounds {
    let bound = |day: Day| Bound {
        day,
        span: date.span,
        hijri: None,
        is_hijri: date.is_hijri,
    };
    let first = telling
        .tokens
        .partition_point(|token| token.span.end <= date.span.start);
    let last = telling
        .tokens
        .partition_point(|token| token.span.start < date.span.end);
    let is_day = matches!(date.precision, Precision::Day | Precision::FewDays);
    let told = |role: Role| (first.saturating_sub(3)..first).any(|at| telling.told(at).is(role));
    let enters = (0..telling.tokens.len()).any(|at| telling.told(at).is(Role::Force));
    match date.days() {
        (Some(start), Some(end)) if is_day && start == end => match () {
            () if told(Role::Until) => Bounds {
                start: None,
                end: Some(bound(start)),
            },
            () if told(Role::From) || enters => Bounds {
                start: Some(bound(start)),
                end: None,
            },
            () => Bounds::default(),
        },
        (Some(start), Some(end)) if is_exact(date) => Bounds {
            start: Some(bound(start)),
            end: Some(bound(end)),
        },
        (Some(start), None) => Bounds {
            start: Some(bound(start)),
            end: reference.and_then(|reference| {
                let until = (first..last).rfind(|at| telling.told(*at).is(Role::Until))?;
                let rest = telling.tokens.get(until + 1..last)?;
                let ends = date::dates(text, rest, reference);
                let last = ends.iter().rfind(|date| !date.is_hijri)?;
                Some(Bound {
                    span: last.span,
                    ..bound(last.days().0?)
                })
            }),
        },
        (None, Some(end)) => Bounds {
            start: None,
            end: Some(bound(end)),
        },
        _ => Bounds::default(),
    }
}

/// Whether an interval is told by its days, and is no month or year of the calendar.
fn is_exact(date: &Date) -> bool {
    date.unit == "day" && !date.is_single
}

/// Fills the days of `bounds` into the truce `made`; of an extension the end is the new one.
pub(super) fn fill(text: &str, made: &mut Suggestion, bounds: &Bounds) {
    let is_extension = word(made, "event") == Some("extended");
    if let Some(start) = bounds.start.filter(|_| !is_extension) {
        made.fill(text, "effective", start.span, value(text, &start));
    }
    if let Some(end) = bounds.end {
        let mut value = value(text, &end);
        let name = if is_extension {
            "new_end"
        } else {
            "planned_end"
        };
        if let Some(fields) = value.as_object_mut() {
            fields.insert("start_assumed".to_owned(), json!(false));
        }
        made.fill(text, name, end.span, value);
    }
}

fn value(text: &str, bound: &Bound) -> Value {
    let precision = if bound.is_hijri { "few_days" } else { "day" };
    let hijri = bound.hijri.map(|span| span.of(text));
    json!({
        "date": bound.day.to_string(),
        "basis": "stated",
        "precision": precision,
        "hijri": hijri,
    })
}

/// Gives a truce its place as coverage, and marks one that its sentence denies.
pub(super) fn finish(made: &mut Suggestion) {
    if made.kind != Kind::Truce {
        return;
    }
    if made.polarity == Polarity::Denies {
        for name in ["event", "state"] {
            for slot in made.slots.entry(name.to_owned()).or_default() {
                slot.value = json!("denied");
            }
        }
    }
    // "The SDF denied that it reached a truce": who speaks is a party.
    let own = made.slots.remove(SELF).is_some();
    let speaker = made
        .attribution
        .iter()
        .rev()
        .find_map(slot_of)
        .filter(|_| own);
    if let Some(speaker) = speaker {
        made.slots
            .entry("party".to_owned())
            .or_default()
            .insert(0, speaker);
    }
    if let Some(places) = made.slots.get("place").cloned() {
        made.slots.insert("coverage".to_owned(), places);
    }
}

/// The slot that the source of a link fills.
fn slot_of(link: &Link) -> Option<Slot> {
    let anchor = link.source.clone()?;
    let value = match &link.who {
        Some(who) => serde_json::to_value(who).ok()?,
        None => Value::from(anchor.text.clone()),
    };
    Some(Slot {
        anchor,
        value,
        candidates: Vec::new(),
    })
}

/// A breach that nobody accuses of in its own words is alleged by whoever says it.
pub(super) fn allege(made: &mut Suggestion) {
    if made.kind != Kind::TruceBreach {
        return;
    }
    let answers = made.slots.contains_key("reply");
    let speaker = made.attribution.iter().rev().find_map(slot_of);
    let is_told = made.slots.contains_key("alleged_by");
    if let Some(speaker) = speaker.filter(|_| !answers && !is_told) {
        made.slots.insert("alleged_by".to_owned(), vec![speaker]);
    }
    if !made.slots.contains_key("reply") {
        let trigger = made.slots.get("state").and_then(|slots| slots.first());
        if let Some(trigger) = trigger.cloned() {
            let value = json!("none");
            made.slots
                .insert("reply".to_owned(), vec![Slot { value, ..trigger }]);
        }
    }
}

/// The day on which a truce was told of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Announced {
    pub(super) span: Span,
    pub(super) day: Day,
}

impl Announced {
    /// A day that the sentence of a truce names.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let (day, span) = (date.days().0?, date.span);
        (date.precision == Precision::Day).then_some(Self { span, day })
    }
}

/// When a truce ends: as stated; else reckoned from its start, else from its announcement.
pub(super) fn ends(input: &Input<'_>, truce: &mut Suggestion, announced: Option<&Announced>) {
    let is_made = matches!(
        word(truce, "event"),
        Some("announced" | "agreed" | "in_force")
    );
    if !is_made {
        return;
    }
    if let Some(announced) = announced {
        let value = json!(announced.day.to_string());
        truce.fill(input.text, "announced", announced.span, value);
    }
    if truce.slots.contains_key("planned_end") {
        return;
    }
    let effective = truce.slots.get("effective").and_then(|slots| slots.first());
    let stated = effective.and_then(|slot| {
        let day = Day::parse(slot.value.get("date")?.as_str()?).ok()?;
        Some((slot.anchor.span(), day))
    });
    let start = stated.or(announced.map(|announced| (announced.span, announced.day)));
    let length = word(truce, "duration").map(str::to_owned);
    let (Some((span, start)), Some(length)) = (start, length) else {
        return;
    };
    let Some(end) = date::after(start, &length) else {
        return;
    };
    let is_assumed = stated.is_none();
    let value = json!({
        "date": end.to_string(),
        "basis": "computed",
        "start_assumed": is_assumed,
    });
    truce.fill(input.text, "planned_end", span, value);
    if is_assumed {
        truce.flag(Flag::StartAssumed);
    }
}

/// The new end of an extension whose length alone is told, reckoned from the end before it.
pub(super) fn extend(input: &Input<'_>, found: &mut [Suggestion]) {
    let ends = found.iter().find_map(|one| {
        let end = one.slots.get("planned_end")?.first()?;
        Day::parse(end.value.get("date")?.as_str()?).ok()
    });
    let Some(ends) = ends else { return };
    for one in found.iter_mut().filter(|one| one.kind == Kind::Truce) {
        let is_extension = word(one, "event") == Some("extended");
        if !is_extension || one.slots.contains_key("new_end") {
            continue;
        }
        let length = one.slots.get("duration").and_then(|slots| slots.first());
        let length = length.map(|slot| (slot.anchor.span(), slot.value.clone()));
        let Some((span, length)) = length else {
            continue;
        };
        let day = length.as_str().and_then(|length| date::after(ends, length));
        if let Some(day) = day {
            let value =
                json!({"date": day.to_string(), "basis": "computed", "start_assumed": false});
            one.fill(input.text, "new_end", span, value);
        }
    }
}

/// The first value of a slot, when it is a word.
pub(super) fn word<'s>(suggestion: &'s Suggestion, name: &str) -> Option<&'s str> {
    suggestion.slots.get(name)?.first()?.value.as_str()
}
