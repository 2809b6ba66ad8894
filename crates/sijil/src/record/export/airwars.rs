//! Incidents as Airwars' users read them ("Airwars-like": their fields, none of their data): ranges
//! for each group of victims, what belligerents say, the grade.

use serde_json::{Map, Value, json};
use sijil_record::{Group, Harm, VictimStatus};

use super::count::{Range, range, range_of_group, tolls};
use super::seen::{Seen, View};
use crate::record::claims::{Body, Toll, word};
use crate::record::groups::{GroupBody, Strike};
use crate::record::{ActorRole, When};

/// The groups, under Airwars' names.
const GROUPS: [(&str, &[Group]); 6] = [
    ("women", &[Group::Women]),
    ("children", &[Group::Children, Group::Infant]),
    ("men", &[Group::Men]),
    ("healthcare_personnel", &[Group::Medical]),
    ("journalists", &[Group::Journalist]),
    (
        "other_protected",
        &[Group::Aid, Group::Teacher, Group::Rescuer, Group::Prisoner],
    ),
];

/// An event as an incident.
pub(super) fn incident(view: &View, seen: &Seen) -> Option<Value> {
    let GroupBody::Event(event) = &seen.group.body else {
        return None;
    };
    let places = seen.places();
    let place = places.first().copied();
    let known = place.and_then(|place| view.place(place.place));
    let when = seen.group.when.as_ref();
    let grading = event.grading.as_ref();
    Some(json!({
        "code": format!("SIJIL{}", seen.group.id),
        "date": when.map(When::first),
        "date_end": when.map(When::last),
        "date_accuracy": when.map(|when| when.precision.word()),
        "date_text": when.map(|when| when.expression.clone()),
        "location_name": known.map(|place| place.names.en.clone()),
        "location_name_arabic": known.map(|place| place.names.ar.clone()),
        "latitude": known.map(|place| place.lat),
        "longitude": known.map(|place| place.lon),
        "location_accuracy": place.map(|place| place.precision.word()),
        "killed": victims(seen, Harm::Killed),
        "injured": victims(seen, Harm::Injured),
        "strike_status": event.strike.map(Strike::word),
        "belligerents": belligerents(view, seen),
        "grading": grading.map(|grading| json!({
            "value": grading.value.word(),
            "reason_ar": grading.reason_ar, "reason_en": grading.reason_en,
        })),
        "named_victims": named(seen),
        "sources": view.chains(seen),
        "sijil_id": seen.group.id.0.to_string(),
        "permalink": view.permalink(seen),
    }))
}

fn victims(seen: &Seen, harm: Harm) -> Value {
    let of = |statuses: &[VictimStatus]| {
        let of_status = |toll: &&Toll| statuses.contains(&toll.victim_status);
        bounds(range(tolls(seen, harm).filter(of_status)))
    };
    let mut fields = Map::new();
    fields.insert("civilians".to_owned(), of(&[VictimStatus::Civilian]));
    fields.insert("belligerents".to_owned(), of(&[VictimStatus::Combatant]));
    fields.insert(
        "undetermined".to_owned(),
        of(&[VictimStatus::Mixed, VictimStatus::Unknown]),
    );
    for (name, groups) in GROUPS {
        let range = range_of_group(tolls(seen, harm), groups);
        fields.insert(name.to_owned(), bounds(range));
    }
    Value::Object(fields)
}

fn bounds(range: Range) -> Value {
    json!({"min": range.low, "max": range.high})
}

fn belligerents(view: &View, seen: &Seen) -> Vec<Value> {
    let roles = [
        (ActorRole::PerpetratorKnown, "known"),
        (ActorRole::PerpetratorSuspected, "suspected"),
        (ActorRole::ClaimedBy, "claimed_by"),
        (ActorRole::DeniedBy, "denied_by"),
        (ActorRole::Target, "target"),
    ];
    let GroupBody::Event(event) = &seen.group.body else {
        return vec![];
    };
    let mut found = Vec::new();
    for (role, name) in roles {
        for party in view.actors(&seen.group, &[role]) {
            let said = event.assessments.iter().find(|said| said.actor == party.id);
            found.push(json!({
                "name": party.names.en, "name_arabic": party.names.ar, "type": name,
                "position": said.map(|said| said.position.word()),
                "killed_conceded": said.and_then(|said| said.killed),
                "injured_conceded": said.and_then(|said| said.injured),
            }));
        }
    }
    found
}

/// The victims by name whom readers may see.
fn named(seen: &Seen) -> Vec<Value> {
    let victims = seen.counted().filter_map(|shown| match &shown.claim.body {
        Body::NamedVictim(victim) => Some(json!({
            "name": victim.name, "name_arabic": victim.name_ar, "name_latin": victim.name_en,
            "age": victim.age, "occupation": victim.occupation, "harm": word(&victim.harm),
            "status": word(&victim.victim_status),
        })),
        _ => None,
    });
    victims.collect()
}
