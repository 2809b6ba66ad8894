//! What several suggestions of a story say about each other.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::story::Announced;
use super::{Flag, Input, Kind, Suggestion};
use crate::date;

/// Puts mentions of one change of control, and of one truce, together; the later ones become anchors.
pub(super) fn merge(found: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut kept: Vec<Suggestion> = Vec::new();
    let mut known: HashMap<(Kind, String), usize> = HashMap::new();
    for one in found {
        let place = subject(&one).map(|subject| *known.entry(subject).or_insert(kept.len()));
        match place.and_then(|place| kept.get_mut(place)) {
            Some(same) => {
                same.also.push(one.sentence);
                if same.score < one.score {
                    same.score = one.score;
                }
                for (name, slots) in one.slots {
                    same.slots.entry(name).or_insert(slots);
                }
            }
            None => kept.push(one),
        }
    }
    kept
}

/// What mentions of one thing share; none for claims that each stand for themselves.
fn subject(one: &Suggestion) -> Option<(Kind, String)> {
    match one.kind {
        Kind::ControlChange => Some((one.kind, place_of(one)?.to_string())),
        Kind::Truce => Some((one.kind, String::new())),
        _ => None,
    }
}

/// The place a suggestion is about: its number in the gazetteer, else its name.
fn place_of(suggestion: &Suggestion) -> Option<&Value> {
    let place = slot(suggestion, "place")?;
    place.get("geonameid").or(Some(place))
}

fn slot<'s>(suggestion: &'s Suggestion, name: &str) -> Option<&'s Value> {
    suggestion.slots.get(name)?.first().map(|slot| &slot.value)
}

/// Raises the flags that need the whole story.
pub(super) fn raise(input: &Input<'_>, found: &mut [Suggestion], announced: Option<&Announced>) {
    terms(found);
    totals(found);
    for truce in found.iter_mut().filter(|one| one.kind == Kind::Truce) {
        ends(input, truce, announced);
        headline(input, truce);
    }
}

/// "four-point", and three were found.
fn terms(found: &mut [Suggestion]) {
    let stated = found
        .iter()
        .find_map(|one| slot(one, "stated_term_count").and_then(Value::as_u64));
    let types = found
        .iter()
        .filter(|one| one.kind == Kind::TruceTerm)
        .count();
    let Some(stated) = stated.filter(|stated| usize::try_from(*stated).ok() != Some(types)) else {
        return;
    };
    for one in found
        .iter_mut()
        .filter(|one| matches!(one.kind, Kind::Truce | Kind::TruceTerm))
    {
        one.flag(Flag::TermCountMismatch);
        if one.kind == Kind::Truce {
            one.slots
                .entry("stated_term_count".to_owned())
                .or_default()
                .push(super::Slot {
                    anchor: one.sentence.clone(),
                    value: json!(stated),
                    candidates: Vec::new(),
                });
        }
    }
}

/// A total of a period beside a rounder one of the same harm restates it; one without a period says so.
fn totals(found: &mut [Suggestion]) {
    let number = |one: &Suggestion| slot(one, "low").and_then(Value::as_u64);
    let exact: Vec<(usize, u64)> = found
        .iter()
        .enumerate()
        .filter(|(_, one)| one.kind == Kind::Casualty && one.flags.contains(&Flag::NumberIsTotal))
        .filter_map(|(at, one)| Some((at, number(one)?)))
        .collect();
    let mut counts: Vec<u64> = exact.iter().map(|(_, count)| *count).collect();
    counts.sort_unstable();
    for (at, low) in &exact {
        // Rounded to the hundred, and less than a hundredth away.
        let above = counts.partition_point(|count| count <= low);
        let next = counts.get(above).filter(|_| low % 100 == 0);
        let rounds = next.is_some_and(|next| next - low <= low / 100);
        let Some(one) = found.get_mut(*at) else {
            continue;
        };
        if rounds {
            one.flag(Flag::Restates);
        }
        let has_period = one.slots.contains_key("period");
        if !has_period {
            one.flag(Flag::PeriodNotStated);
        }
    }
}

/// When a truce ends, reckoned from its announcement when its start is not told.
fn ends(input: &Input<'_>, truce: &mut Suggestion, announced: Option<&Announced>) {
    let Some(announced) = announced else { return };
    truce.fill(
        input.text,
        "announced",
        announced.span,
        json!(announced.day.to_string()),
    );
    let length = slot(truce, "duration")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let Some(end) = length.and_then(|length| date::after(announced.day, &length)) else {
        return;
    };
    truce.fill(
        input.text,
        "planned_end",
        announced.span,
        json!({"date": end.to_string(), "basis": "computed", "start_assumed": true}),
    );
    truce.flag(Flag::StartAssumed);
}

/// A headline that speaks of a truce names the same parties, or the editor is told.
fn headline(input: &Input<'_>, truce: &mut Suggestion) {
    let words = |text: &str| -> Vec<String> {
        sijil_text::words(text)
            .into_iter()
            .map(|word| word.exact)
            .collect()
    };
    let headline = words(input.headline);
    let speaks = headline
        .iter()
        .any(|word| matches!(word.as_str(), "truce" | "ceasefire" | "هدنه" | "تهديه"));
    if !speaks {
        return;
    }
    let parties = truce.slots.get("party").cloned().unwrap_or_default();
    let first = parties
        .first()
        .map(|party| words(&party.anchor.text))
        .unwrap_or_default();
    let named: Vec<&String> = headline
        .iter()
        .take_while(|word| !matches!(word.as_str(), "reach" | "truce" | "agree"))
        .collect();
    // Acronyms of the party's words count: SDF for "Syrian Democratic Forces".
    let acronym: String = first
        .iter()
        .rev()
        .take(3)
        .rev()
        .filter_map(|word| word.chars().next())
        .collect();
    let is_named = named.iter().any(|word| **word == acronym)
        || first
            .iter()
            .filter(|word| named.contains(word) && word.len() > 3)
            .count()
            >= 2;
    if !is_named && !named.is_empty() {
        truce.flag(Flag::PartyConflict);
        truce
            .slots
            .entry("headline".to_owned())
            .or_default()
            .push(super::Slot {
                anchor: super::Anchor {
                    text: input.headline.to_owned(),
                    start: 0,
                    end: 0,
                },
                value: json!(input.headline),
                candidates: Vec::new(),
            });
    }
}
