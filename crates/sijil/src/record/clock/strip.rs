//! Breaches of a truce by who alleges them, over seven days: they are counted for each accuser and
//! never added up, since two may speak of one breach.

use sijil_text::Day;

use crate::record::claims::{Claim, Kind, Polarity};
use crate::record::{ActorId, ActorRole, Precision, SourceId};

/// Days of a strip.
pub const DAYS: usize = 7;

/// Who says that a truce was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accuser {
    /// Somebody who acts, most often a party.
    Actor(ActorId),
    /// Who is at the bottom of the claim's chain, where the claim names no accuser.
    Source(SourceId),
    /// The text does not say.
    Unnamed,
}

/// What one accuser alleges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub accuser: Accuser,
    /// How many on each day of the strip.
    pub counts: [usize; DAYS],
    /// How many at all, whatever the day; also those whose day is not known.
    pub total: usize,
}

/// Seven days of breaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The days, the earliest first.
    pub days: Vec<Day>,
    /// One row for each accuser, who alleges most first.
    pub rows: Vec<Row>,
}

/// The strip of the seven days that end on `last`, from the claims of a truce that readers may see.
/// What is only planned, what denies a breach, and what repeats another of the claims is not counted.
#[must_use]
pub fn strip(claims: &[Claim], last: Day) -> Strip {
    let back = |days: usize| last.plus_days(-i64::try_from(days).unwrap_or_default());
    let days: Vec<Day> = (0..DAYS).rev().filter_map(back).collect();
    let mut rows: Vec<Row> = Vec::new();
    for claim in claims.iter().filter(|claim| counts(claim, claims)) {
        let accuser = accuser(claim);
        let found = rows.iter().position(|row| row.accuser == accuser);
        let at = found.unwrap_or(rows.len());
        if found.is_none() {
            rows.push(Row {
                accuser,
                counts: [0; DAYS],
                total: 0,
            });
        }
        let Some(row) = rows.get_mut(at) else {
            continue;
        };
        row.total += 1;
        let column = day(claim).and_then(|on| days.iter().position(|day| *day == on));
        if let Some(count) = column.and_then(|column| row.counts.get_mut(column)) {
            *count += 1;
        }
    }
    rows.sort_by_key(|row| (std::cmp::Reverse(row.total), row.accuser));
    Strip { days, rows }
}

fn counts(claim: &Claim, among: &[Claim]) -> bool {
    let is_repeated = |id| among.iter().any(|other| other.id == id);
    claim.kind == Kind::TruceBreach
        && claim.polarity != Polarity::Denies
        && claim.is_of_fact()
        && !claim.restates.is_some_and(is_repeated)
}

fn accuser(claim: &Claim) -> Accuser {
    if let Some(acting) = claim.acting(ActorRole::AllegedBy).next() {
        return Accuser::Actor(acting.actor);
    }
    let origin = claim.origin().and_then(|link| link.source);
    origin.map_or(Accuser::Unnamed, Accuser::Source)
}

/// The day of a breach, where it is known to the day.
fn day(claim: &Claim) -> Option<Day> {
    let when = claim.when.as_ref()?;
    matches!(when.precision, Precision::Day | Precision::Instant)
        .then_some(when.start)
        .flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn breach(id: i64, by: Option<i64>, on: Option<&str>, more: &Value) -> Claim {
        let mut claim = json!({
            "id": id, "kind": "truce_breach", "story": 1, "revision": 1, "lang": "en",
            "status": "confirmed", "modality": "claimed", "polarity": "affirms",
            "body": {"form": "breach", "reply": "none"}, "decided_at": 0,
            "actors": by.map(|actor| json!([{"actor": actor, "role": "alleged_by"}]))
                .unwrap_or_else(|| json!([])),
        });
        if let Some(day) = on {
            claim["when"] = json!({"start": day, "end": day, "precision": "day",
                                   "calendar": "gregorian", "basis": "explicit"});
        }
        for (name, value) in more.as_object().unwrap() {
            claim[name] = value.clone();
        }
        serde_json::from_value(claim).unwrap()
    }

    #[test]
    fn breaches_are_counted_by_accuser_and_day_and_never_added_up() {
        let none = json!({});
        let claims = [
            breach(1, Some(7), Some("2026-11-02"), &none),
            breach(2, Some(7), Some("2026-11-02"), &none),
            breach(3, Some(7), Some("2026-10-20"), &none),
            breach(4, Some(8), Some("2026-11-08"), &none),
            breach(
                5,
                None,
                None,
                &json!({"attribution": [{"source": 9, "stance": "says"}]}),
            ),
            breach(6, Some(8), Some("2026-11-08"), &json!({"restates": 4})),
            breach(
                7,
                Some(8),
                Some("2026-11-08"),
                &json!({"polarity": "denies"}),
            ),
            breach(
                8,
                Some(8),
                Some("2026-11-08"),
                &json!({"modality": "hypothetical"}),
            ),
        ];
        let strip = strip(&claims, Day::parse("2026-11-08").unwrap());
        assert_eq!(strip.days.len(), DAYS);
        assert_eq!(strip.days[0], Day::parse("2026-11-02").unwrap());
        let rows: Vec<_> = strip
            .rows
            .iter()
            .map(|row| (row.accuser, row.counts, row.total))
            .collect();
        assert_eq!(
            rows,
            [
                (Accuser::Actor(ActorId(7)), [2, 0, 0, 0, 0, 0, 0], 3),
                (Accuser::Actor(ActorId(8)), [0, 0, 0, 0, 0, 0, 1], 1),
                (Accuser::Source(SourceId(9)), [0; DAYS], 1),
            ]
        );
    }
}
