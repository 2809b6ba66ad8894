//! What several suggestions of a story say about each other.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::truce::{self, Announced};
use super::who::{Cast, Setting};
use super::{Flag, Input, Kind, Suggestion};
use crate::arabic::is_arabic;
use crate::frame::truce::term::Telling;
use crate::sentence::sentences;
use crate::span::Span;

/// Truces of one story that are told apart by their parties.
const TRUCES_MAX: usize = 8;

/// Puts mentions of one change of control, and of one truce, together; the later ones become anchors.
pub(super) fn merge(found: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut kept: Vec<Suggestion> = Vec::new();
    let mut known: HashMap<(Kind, String), Vec<usize>> = HashMap::new();
    for one in found {
        let places = subject(&one).map(|subject| known.entry(subject).or_default());
        let own = places.as_ref().and_then(|places| {
            let mut places = places.iter().take(TRUCES_MAX).copied();
            places.find(|place| {
                kept.get(*place)
                    .is_some_and(|other| !is_another(&one, other))
            })
        });
        if let (Some(places), None) = (places, own) {
            places.push(kept.len());
        }
        match own.and_then(|own| kept.get_mut(own)) {
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
        Kind::Truce => Some((one.kind, stage(one).to_owned())),
        _ => None,
    }
}

/// What happened to a truce, as far as claims of it are told apart: told of and agreed are one.
fn stage(suggestion: &Suggestion) -> &str {
    match truce::word(suggestion, "event") {
        None | Some("announced" | "agreed") => "made",
        Some(event) => event,
    }
}

/// Whether two truces are of other parties, none in common.
fn is_another(one: &Suggestion, other: &Suggestion) -> bool {
    let ids = |one: &Suggestion| -> Vec<String> {
        let parties = one.slots.get("party").into_iter().flatten();
        let ids = parties.filter_map(|party| party.value.get("id")?.as_str().map(str::to_owned));
        ids.collect()
    };
    let (mine, theirs) = (ids(one), ids(other));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|id| theirs.contains(id))
}

/// The terms of a truce are said by whoever says that there is one.
fn share(found: &mut [Suggestion]) {
    let truce = found.iter().find(|one| one.kind == Kind::Truce);
    let chain = truce
        .map(|truce| truce.attribution.clone())
        .unwrap_or_default();
    let terms = found.iter_mut().filter(|one| one.kind == Kind::TruceTerm);
    for term in terms.filter(|term| term.attribution.is_empty()) {
        term.attribution.clone_from(&chain);
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
        truce::ends(input, truce, announced);
        headline(input, truce);
    }
    truce::extend(input, found);
    share(found);
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

/// A headline that speaks of a truce names the same parties, or the editor is told.
fn headline(input: &Input<'_>, truce: &mut Suggestion) {
    let heading = sentences(input.headline);
    let speaks = heading
        .iter()
        .any(|one| Telling::new(&one.tokens, &[], is_arabic(&one.tokens)).names_truce());
    if !speaks || !matches!(stage(truce), "made") {
        return;
    }
    let cast = Cast::read(input.headline, &heading, input.actors);
    let whole = Span::new(0, input.headline.len());
    let named: Vec<String> = cast
        .names(whole)
        .into_iter()
        .filter_map(|name| Some(cast.who(name, Setting::default()).first()?.0.clone()))
        .filter(|who| who.inter.is_some() && !who.id.starts_with("un"))
        .map(|who| who.id)
        .collect();
    let parties: Vec<String> = truce
        .slots
        .get("party")
        .into_iter()
        .flatten()
        .filter_map(|party| party.value.get("id")?.as_str().map(str::to_owned))
        .collect();
    let is_other = named.iter().any(|id| !parties.contains(id));
    let is_missing = parties.iter().any(|id| !named.contains(id));
    // "ISIS truce begins" names one of two; "Coalition-led forces, ISIS" names another for one.
    let lists = [" and ", ", ", " & ", " with ", " و", " مع "]
        .iter()
        .any(|tie| input.headline.contains(tie));
    let differs = is_other || is_missing && lists && !named.is_empty();
    if parties.is_empty() || !differs {
        return;
    }
    truce.flag(Flag::PartyConflict);
    let anchor = super::Anchor {
        text: input.headline.to_owned(),
        start: 0,
        end: 0,
    };
    let slot = super::Slot {
        anchor,
        value: json!(input.headline),
        candidates: Vec::new(),
    };
    truce
        .slots
        .entry("headline".to_owned())
        .or_default()
        .push(slot);
}
