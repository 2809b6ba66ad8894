//! Breaches of a truce by who alleges them, day by day.

use sijil_text::Day;

use super::tell::{Row, Telling};
use crate::record::claims::{Body, Claim, Polarity};
use crate::record::groups::Truce;
use crate::record::{ActorRole, ClaimId, TruceState};

/// Days of the strip of breaches.
const STRIP_DAYS: i64 = 7;

/// Breaches by who alleges them, over seven days.
pub(super) struct Strip {
    /// From which day to which.
    pub(super) period: String,
    /// Each day: its number in the month, and the whole of it.
    pub(super) days: Vec<(String, String)>,
    /// Accuser, breaches on each day, breaches at all.
    pub(super) rows: Vec<(String, Vec<String>, String)>,
}

/// Those of some claims that say that the truce was broken, each report once: one that repeats
/// another of them is left out, but not one that repeats what is not among them.
pub(super) fn breaches<T>(all: &[T], claim: impl Fn(&T) -> &Claim) -> Vec<&T> {
    let told = all.iter().filter(|one| is_alleged(claim(one)));
    let ids: Vec<ClaimId> = told.clone().map(|one| claim(one).id).collect();
    let repeats = |one: &&T| claim(one).restates.is_some_and(|id| ids.contains(&id));
    told.filter(|one| !repeats(one)).collect()
}

/// Whether a claim says that the truce was broken: not that it was not, nor that it may be.
fn is_alleged(claim: &Claim) -> bool {
    matches!(claim.body, Body::Breach(_))
        && claim.polarity != Polarity::Denies
        && claim.is_of_fact()
}

/// The day that the strip ends on: today, or the last day of a truce that is over.
pub(super) fn last_day(truce: &Truce, today: Day) -> Day {
    let planned = truce.planned_end.as_ref().and_then(|end| end.on);
    let end = truce.actual_end.or(planned).unwrap_or(today);
    match truce.state {
        TruceState::Ended => end.min(today),
        _ => today,
    }
}

/// Breaches for each accuser; they are never added up, since two may speak of one breach.
pub(super) fn strip(telling: &Telling, rows: &[Row], last: Day) -> Option<Strip> {
    let told = breaches(rows, |row| &row.claim);
    let days = days(told.iter().filter_map(|row| day_of(&row.claim)), last);
    let mut accusers: Vec<(String, Vec<Option<Day>>)> = Vec::new();
    for row in &told {
        let by = telling.those(&row.claim.actors, &[ActorRole::AllegedBy]);
        let by = match by.is_empty() {
            true => telling.counter(&row.claim.attribution),
            false => by,
        };
        let day = day_of(&row.claim);
        match accusers.iter_mut().find(|(name, _)| *name == by) {
            Some((_, days)) => days.push(day),
            None => accusers.push((by, vec![day])),
        }
    }
    let number = |count: usize| telling.say().number(count);
    let on_day = |on: &[Option<Day>], day: Day| {
        let count = on.iter().filter(|other| **other == Some(day)).count();
        match count {
            0 => String::new(),
            _ => number(count),
        }
    };
    let each = accusers.into_iter().map(|(name, on)| {
        let counts = days.iter().map(|day| on_day(&on, *day));
        (telling.begun(&name), counts.collect(), number(on.len()))
    });
    let named = days.iter().map(|day| {
        let words = telling.day(*day);
        let short = words.split(' ').next().unwrap_or_default().to_owned();
        (short, words)
    });
    let (first, last) = (days.first()?, days.last()?);
    (!told.is_empty()).then(|| Strip {
        period: telling.span(*first, *last),
        days: named.collect(),
        rows: each.collect(),
    })
}

/// The seven days up to the last, or up to the last breach when none fell into them: a quiet week
/// would show nothing.
fn days(on: impl Iterator<Item = Day>, last: Day) -> Vec<Day> {
    let last = on
        .max()
        .map_or(last, |latest| match last.days_since(latest) {
            0..STRIP_DAYS => last,
            _ => latest,
        });
    let back = (0..STRIP_DAYS).rev();
    back.filter_map(|back| last.plus_days(-back)).collect()
}

/// The day of a breach; nothing where only a longer time is known.
fn day_of(claim: &Claim) -> Option<Day> {
    let when = claim.when.as_ref()?;
    when.start.filter(|day| when.end == Some(*day))
}
