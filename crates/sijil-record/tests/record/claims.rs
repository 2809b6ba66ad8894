//! Each rule of claims on its own sentences: `rules/claims.txt` holds them, right and wrong ones.

use serde_json::Value;
use sijil_record::actor::Actors;
use sijil_record::place::Places;
use sijil_record::suggest::{Input, Suggestion, suggest};
use sijil_text::Day;

const CLAIMS: &str = include_str!("../../rules/claims.txt");

#[test]
fn every_sentence_tells_what_its_line_says_and_nothing_else_of_the_kind() {
    let places = Places::open(&["SY"]).unwrap();
    let actors = Actors::shipped();
    let mut wrong = Vec::new();
    for line in CLAIMS.lines().filter(|line| line.starts_with(['+', '-'])) {
        let (wanted, sentence) = line.split_once('|').unwrap();
        let found = suggest(&Input {
            headline: "",
            text: sentence.trim(),
            published: Day::new(2018, 5, 4).ok(),
            places: Some(&places),
            actors: Some(&actors),
        });
        let told: Vec<String> = found.iter().map(written).collect();
        let holds = if let Some(kinds) = wanted.strip_prefix('-') {
            let kinds: Vec<&str> = kinds.split_whitespace().collect();
            !found
                .iter()
                .any(|one| kinds.contains(&kind(one).as_str()) && is_asserted(one))
        } else {
            let wanted: Vec<&str> = wanted
                .trim_start_matches('+')
                .split(", ")
                .map(str::trim)
                .collect();
            let first = wanted.first().and_then(|one| one.split_whitespace().next());
            let of_kind: Vec<&Suggestion> = found
                .iter()
                .filter(|one| first == Some(kind(one).as_str()))
                .collect();
            of_kind.len() == wanted.len()
                && of_kind
                    .iter()
                    .zip(&wanted)
                    .all(|(one, wanted)| fits(one, wanted))
        };
        if !holds {
            wrong.push(format!("{line}\n    found {}", told.join(" ; ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a claim says that something happened.
fn is_asserted(one: &Suggestion) -> bool {
    use sijil_record::suggest::{Modality, Polarity};
    one.polarity == Polarity::Affirms
        && !matches!(one.modality, Modality::Planned | Modality::Hypothetical)
}

fn word(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn kind(one: &Suggestion) -> String {
    word(&serde_json::to_value(one.kind).unwrap_or_default())
}

/// The values of a slot, of actors their ids.
fn values(one: &Suggestion, name: &str) -> String {
    let slots = one.slots.get(name).into_iter().flatten();
    let values = slots.map(|slot| word(slot.value.get("id").unwrap_or(&slot.value)));
    values.collect::<Vec<_>>().join(",")
}

/// "truce class=truce party=sdf,is": whether `one` has each of these. Values may hold blanks.
fn fits(one: &Suggestion, wanted: &str) -> bool {
    let mut slots: Vec<(&str, String)> = Vec::new();
    for part in wanted.split(' ').skip(1) {
        match (part.split_once('='), slots.last_mut()) {
            (Some((name, value)), _) => slots.push((name, value.to_owned())),
            (None, Some((_, value))) => {
                value.push(' ');
                value.push_str(part);
            }
            (None, None) => {}
        }
    }
    slots.iter().all(|(name, value)| {
        let own = values(one, name);
        own == *value || own.split(',').any(|first| first == value) && !value.contains(',')
    })
}

fn written(one: &Suggestion) -> String {
    let slots = one
        .slots
        .keys()
        .map(|name| format!("{name}={}", values(one, name)));
    format!(
        "{} {:?} {}",
        kind(one),
        one.modality,
        slots.collect::<Vec<_>>().join(" ")
    )
}
