//! The record: claims and mentions stand where they say, and are what the schemas say.

use std::sync::LazyLock;

use serde_json::Value;
use sijil_record::actor::Actors;
use sijil_record::annotate::{self, Annotation, Annotator};
use sijil_record::place::Places;
use sijil_record::suggest::{self, Anchor, Input, Suggestion};
use sijil_text::Day;

use crate::schema::fault;

/// A newsroom's countries, as the desk of one would name them.
const COUNTRIES: [&str; 2] = ["SY", "IQ"];

static PLACES: LazyLock<Option<Places>> = LazyLock::new(|| Places::open(&COUNTRIES).ok());
static ACTORS: LazyLock<Actors> = LazyLock::new(Actors::shipped);
static ANNOTATOR: LazyLock<Option<Annotator>> = LazyLock::new(|| Annotator::new(&COUNTRIES).ok());
static CLAIM: LazyLock<Value> = LazyLock::new(|| read(suggest::SCHEMA));
static MENTION: LazyLock<Value> = LazyLock::new(|| read(annotate::SCHEMA));

fn read(schema: &str) -> Value {
    serde_json::from_str(schema).unwrap_or_default()
}

/// The day on which all these texts were published: a Friday.
fn published() -> Option<Day> {
    Day::new(2017, 12, 1).ok()
}

/// The claims suggested from a text whose first line is also its headline.
#[must_use]
pub(crate) fn suggested(text: &str) -> Vec<Suggestion> {
    suggest::suggest(&Input {
        headline: text.lines().next().unwrap_or_default(),
        text,
        published: published(),
        places: PLACES.as_ref(),
        actors: Some(&ACTORS),
    })
}

/// What a text mentions; nothing if the gazetteer is of another version, which [`mentions`] refuses.
pub(crate) fn annotated(text: &str) -> Option<Annotation> {
    Some(ANNOTATOR.as_ref()?.annotate(text, published()))
}

/// Claims: every anchor stands in the text, the output is what the schema says, and a second reading
/// says the same.
pub fn claims(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let found = suggested(&text);
    for claim in &found {
        anchored(&text, claim);
        assert!(
            claim.rules.iter().all(|rule| rule.contains('.')),
            "{:?}",
            claim.rules
        );
        let written = serde_json::to_value(claim).unwrap_or_default();
        assert_eq!(fault(&CLAIM, &CLAIM, &written), None);
    }
    assert_eq!(
        found,
        suggested(&text),
        "a second reading says something else"
    );
}

fn anchored(text: &str, claim: &Suggestion) {
    stands(text, &claim.sentence);
    claim.also.iter().for_each(|also| stands(text, also));
    for (name, slots) in &claim.slots {
        // What the headline says has no place in the text.
        let anchors = slots
            .iter()
            .map(|slot| &slot.anchor)
            .filter(|_| name != "headline");
        anchors.for_each(|anchor| stands(text, anchor));
    }
    for link in &claim.attribution {
        let anchors = link.source.iter().chain(&link.cue);
        anchors.for_each(|anchor| stands(text, anchor));
    }
}

fn stands(text: &str, anchor: &Anchor) {
    let there = text.get(anchor.start..anchor.end);
    assert_eq!(
        there,
        Some(anchor.text.as_str()),
        "{}..{}",
        anchor.start,
        anchor.end
    );
}

/// Mentions: the same of places, days, numbers, actors and attributions.
pub fn mentions(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let found = annotated(&text);
    assert!(found.is_some(), "the gazetteer is of another version");
    let written = serde_json::to_value(&found).unwrap_or_default();
    assert_eq!(fault(&MENTION, &MENTION, &written), None);
    every_anchor_stands(&text, &written);
    found.iter().for_each(in_order);
    assert_eq!(
        found,
        annotated(&text),
        "a second reading says something else"
    );
}

/// Sentences, days and bounds go forward.
fn in_order(found: &Annotation) {
    let mut reached = 0;
    for sentence in &found.sentences {
        assert!(
            sentence.anchor.start >= reached,
            "sentences overlap at {reached}"
        );
        reached = sentence.anchor.end;
    }
    for date in &found.dates {
        let backward = date
            .from
            .as_ref()
            .zip(date.to.as_ref())
            .is_some_and(|(from, to)| from > to);
        assert!(!backward, "{date:?} ends before it begins");
    }
    for number in &found.numbers {
        let backward = number
            .low
            .zip(number.high)
            .is_some_and(|(low, high)| low > high);
        assert!(!backward, "{number:?} ends before it begins");
    }
    for said in &found.attributions {
        assert!(!said.content.text.is_empty(), "{said:?} says nothing");
    }
}

fn every_anchor_stands(text: &str, value: &Value) {
    if let Some(start) = value.get("start") {
        let end = value.get("end").and_then(Value::as_u64);
        let bytes = start.as_u64().zip(end);
        let range = bytes.and_then(|(start, end)| {
            Some(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
        });
        let there = range.and_then(|range| text.get(range));
        assert_eq!(there, value.get("text").and_then(Value::as_str), "{value}");
    }
    let inner: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    inner
        .into_iter()
        .for_each(|value| every_anchor_stands(text, value));
}
