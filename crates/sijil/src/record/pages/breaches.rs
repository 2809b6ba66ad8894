//! Breaches of a truce by who alleges them, day by day.

use sijil_text::Day;

use super::tell::{Row, Telling};
use crate::record::claims::{Body, Claim, Polarity};
use crate::record::groups::Truce;
use crate::record::{ActorRole, TruceState};

/// Days of the strip of breaches.
const STRIP_DAYS: i64 = 7;
/// Breaches by who alleges them, over seven days.
pub(super) struct Strip {
    /// Each day: its number in the month, and the whole of it.
    pub(super) days: Vec<(String, String)>,
    /// Accuser, breaches on each day, breaches at all.
    pub(super) rows: Vec<(String, Vec<String>, String)>,
}

/// Whether a claim says that the truce was broken, not that it was not.
pub(super) fn is_breach(claim: &Claim) -> bool {
    matches!(claim.body, Body::Breach(_))
        && claim.polarity != Polarity::Denies
        && claim.is_of_fact()
        && claim.restates.is_none()
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
    let told = rows.iter().filter(|row| is_breach(&row.claim));
    let on = told.filter_map(|row| row.claim.when.as_ref().and_then(|when| when.start));
    // A quiet week shows nothing: then the week up to the last breach is shown.
    let last = on
        .max()
        .map_or(last, |latest| match last.days_since(latest) {
            0..STRIP_DAYS => last,
            _ => latest,
        });
    let days: Vec<Day> = (0..STRIP_DAYS)
        .rev()
        .filter_map(|back| last.plus_days(-back))
        .collect();
    let mut accusers: Vec<(String, Vec<Option<Day>>)> = Vec::new();
    for row in rows.iter().filter(|row| is_breach(&row.claim)) {
        let by = telling.those(&row.claim.actors, &[ActorRole::AllegedBy]);
        let by = match by.is_empty() {
            true => telling.counter(&row.claim.attribution),
            false => by,
        };
        let day = row.claim.when.as_ref().and_then(|when| when.start);
        match accusers.iter_mut().find(|(name, _)| *name == by) {
            Some((_, days)) => days.push(day),
            None => accusers.push((by, vec![day])),
        }
    }
    let number = |count: usize| telling.say().number(count);
    let told = accusers.into_iter().map(|(name, on)| {
        let each = days.iter().map(|day| {
            let count = on.iter().filter(|other| **other == Some(*day)).count();
            if count == 0 {
                String::new()
            } else {
                number(count)
            }
        });
        (name, each.collect(), number(on.len()))
    });
    let told: Vec<_> = told.collect();
    let named = days.iter().map(|day| {
        let words = telling.day(*day);
        let short = words.split(' ').next().unwrap_or_default().to_owned();
        (short, words)
    });
    (!told.is_empty()).then(|| Strip {
        days: named.collect(),
        rows: told,
    })
}
