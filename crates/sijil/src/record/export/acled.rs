//! Rows as ACLED's users read them ("ACLED-like": their columns and rules, none of their data). A
//! row is one day, one place, one pair of actors; what is vaguer than a month or a country has none.

use sijil_record::{Cause, Harm, VictimStatus};
use sijil_text::Day;

use super::cells::Cell;
use super::count::{fatalities, range, tolls};
use super::seen::{Seen, View};
use super::sijil::own_columns;
use crate::record::claims::{Body, Where};
use crate::record::groups::GroupBody;
use crate::record::objects::Party;
use crate::record::{ActorRole, ControlMode, ControlStatus, Precision, Stay, When};

/// Its columns, in ACLED's order, without ours.
pub(super) const COLUMNS: [&str; 31] = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
];

const DID_IT: [ActorRole; 3] = [
    ActorRole::PerpetratorKnown,
    ActorRole::PerpetratorSuspected,
    ActorRole::ClaimedBy,
];
/// ACLED's code of civilians.
const CIVILIANS: u8 = 7;

/// What a row is of.
struct Type {
    event: String,
    sub_event: String,
}

impl Type {
    fn new(event: &str, sub_event: &str) -> Self {
        Self {
            event: event.to_owned(),
            sub_event: sub_event.to_owned(),
        }
    }

    /// ACLED's disorder type, by its codebook.
    fn disorder(&self) -> &'static str {
        match (self.event.as_str(), self.sub_event.as_str()) {
            ("Strategic developments", _) => "Strategic developments",
            ("Protests", "Excessive force against protesters") => {
                "Political violence; Demonstrations"
            }
            ("Protests", _) | ("Riots", "Violent demonstration") => "Demonstrations",
            ("", _) => "",
            _ => "Political violence",
        }
    }
}

/// The rows of a group: none, one, or one for each of its places.
pub(super) fn rows(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let Some(of) = type_of(view, seen) else {
        return vec![];
    };
    let Some((day, precision)) = seen.group.when.as_ref().and_then(day) else {
        return vec![];
    };
    let places: Vec<(&Where, i64)> = seen
        .places()
        .into_iter()
        .filter_map(|place| Some((place, geo_precision(place.precision)?)))
        .collect();
    let count = i64::try_from(places.len()).unwrap_or(1).max(1);
    let dead = fatalities(seen).count;
    let each = places.into_iter().enumerate();
    each.map(|(number, (place, geo))| {
        let number = i64::try_from(number).unwrap_or_default();
        // A total known only over several places is divided over their rows, the rest to the first.
        let share = dead / count + i64::from(number < dead % count);
        let mut row = vec![
            Cell::from(format!("SIJIL{}-{}", seen.group.id, number + 1)),
            Cell::from(day.to_string()),
            Cell::Number(i64::from(day.year())),
            Cell::Number(precision),
            of.disorder().into(),
            of.event.as_str().into(),
            of.sub_event.as_str().into(),
        ];
        row.extend(actors(view, seen, place));
        row.extend(place_of(view, place, geo));
        row.extend(said(view, seen, share));
        row.extend(own_columns(view, seen));
        row
    })
    .collect()
}

/// The day of a row, and ACLED's precision of it; nothing for what is vaguer than a month.
pub(super) fn day(when: &When) -> Option<(Day, i64)> {
    let (start, end) = (when.start.or(when.end)?, when.end.or(when.start)?);
    match when.precision {
        Precision::Instant | Precision::Day => Some((start, 1)),
        Precision::FewDays | Precision::Week => {
            Some((start.plus_days(end.days_since(start) / 2)?, 2))
        }
        Precision::Month => Some((Day::new(start.year(), start.month(), 15).ok()?, 3)),
        Precision::QuarterSeason
        | Precision::Year
        | Precision::Longer
        | Precision::Before
        | Precision::After => None,
    }
}

/// ACLED's precision of a place; nothing for a country.
pub(super) fn geo_precision(stay: Stay) -> Option<i64> {
    Some(match stay {
        Stay::ExactSite | Stay::Settlement => 1,
        Stay::NearSettlement | Stay::PartOfArea | Stay::Adm3 => 2,
        Stay::Adm2 | Stay::Adm1 | Stay::LineBorder | Stay::SeaAir => 3,
        Stay::Country => return None,
    })
}

/// What an editor says it was, else what follows from the claims without a guess.
fn type_of(view: &View, seen: &Seen) -> Option<Type> {
    match &seen.group.body {
        GroupBody::Event(event) if !event.acled_type.is_empty() => {
            Some(Type::new(&event.acled_type, &event.acled_sub_type))
        }
        GroupBody::Event(event) => Some(event.cause.map_or_else(|| protest(seen), by_cause)),
        // One thing counted over a period is never an event.
        GroupBody::Figure(_) => None,
        GroupBody::Truce(_) | GroupBody::Talks(_) => {
            Some(Type::new("Strategic developments", "Agreement"))
        }
        GroupBody::Control(control) if !control.acled_sub_type.is_empty() => {
            let sub = control.acled_sub_type.as_str();
            let is_fought = matches!(
                sub,
                "Government regains territory" | "Non-state actor overtakes territory"
            );
            let event = if is_fought {
                "Battles"
            } else {
                "Strategic developments"
            };
            Some(Type::new(event, sub))
        }
        GroupBody::Control(control) => match control.mode {
            ControlMode::ByForce if control.state == ControlStatus::Reversed => {
                Some(Type::new("Battles", "Armed clash"))
            }
            ControlMode::ByForce => {
                let took = view.actors(&seen.group, &[ActorRole::ToActor]);
                let is_state = took.first().is_some_and(|party| party.inter == 1);
                let sub = if is_state {
                    "Government regains territory"
                } else {
                    "Non-state actor overtakes territory"
                };
                Some(Type::new("Battles", sub))
            }
            ControlMode::WithoutFight | ControlMode::Negotiated | ControlMode::Withdrawal => {
                Some(Type::new(
                    "Strategic developments",
                    "Non-violent transfer of territory",
                ))
            }
            // Until an editor says how.
            ControlMode::Unstated => None,
        },
    }
}

fn protest(seen: &Seen) -> Type {
    let mut bodies = seen.claims.iter().map(|shown| &shown.claim.body);
    match bodies.find_map(|body| match body {
        Body::Protest(protest) => Some(protest.met_with_force),
        _ => None,
    }) {
        Some(true) => Type::new("Protests", "Excessive force against protesters"),
        Some(false) => Type::new("Protests", "Peaceful protest"),
        None => Type::new("", ""),
    }
}

fn by_cause(cause: Cause) -> Type {
    const REMOTE: &str = "Explosions/Remote violence";
    const CIVILIANS: &str = "Violence against civilians";
    match cause {
        Cause::AirStrike | Cause::DroneStrike => Type::new(REMOTE, "Air/drone strike"),
        Cause::ShellingArtilleryMissile => Type::new(REMOTE, "Shelling/artillery/missile attack"),
        Cause::IedLandmine => Type::new(REMOTE, "Remote explosive/landmine/IED"),
        Cause::SuicideBomb => Type::new(REMOTE, "Suicide bomb"),
        Cause::Chemical => Type::new(REMOTE, "Chemical weapon"),
        Cause::GroundClash => Type::new("Battles", "Armed clash"),
        Cause::Execution | Cause::Torture => Type::new(CIVILIANS, "Attack"),
        Cause::Abduction => Type::new(CIVILIANS, "Abduction/forced disappearance"),
        // Whom it hit, and whether others shot back, is not known.
        Cause::SmallArms | Cause::SiegeDeprivation => Type::new("", ""),
    }
}

/// The seven columns of who acts; the first is not "the aggressor".
fn actors(view: &View, seen: &Seen, place: &Where) -> Vec<Cell> {
    let group = &seen.group;
    let (first, second) = match &group.body {
        GroupBody::Event(_) => (
            view.actors(group, &DID_IT),
            view.actors(group, &[ActorRole::Target]),
        ),
        GroupBody::Control(_) => (
            view.actors(group, &[ActorRole::ToActor]),
            view.actors(group, &[ActorRole::FromActor]),
        ),
        GroupBody::Truce(_) | GroupBody::Talks(_) | GroupBody::Figure(_) => {
            let mut all = view.actors(group, &[ActorRole::Party, ActorRole::Participant]);
            let rest = all.split_off(all.len().min(1));
            (all, rest)
        }
    };
    let are_civilians = tolls(seen, Harm::Killed)
        .chain(tolls(seen, Harm::Injured))
        .any(|toll| toll.victim_status == VictimStatus::Civilian);
    let (one, assoc_one, inter_one) = side(view, &first);
    let (mut two, assoc_two, mut inter_two) = side(view, &second);
    if two.is_empty() && are_civilians {
        let country = view
            .place(place.place)
            .map(|place| place.country.en.as_str());
        two = format!("Civilians ({})", country.unwrap_or_default());
        inter_two = CIVILIANS;
    }
    let is_target = matches!(&group.body,
        GroupBody::Event(event) if event.civilian_targeting == Some(true));
    let targeting = if is_target { "Civilian targeting" } else { "" };
    // The lower code first, 0 where there is nobody: 17, 10.
    let pair = match (inter_one.min(inter_two), inter_one.max(inter_two)) {
        (0, one) => i64::from(one) * 10,
        (one, two) => i64::from(one) * 10 + i64::from(two),
    };
    vec![
        one.into(),
        assoc_one.into(),
        Cell::Number(i64::from(inter_one)),
        two.into(),
        assoc_two.into(),
        Cell::Number(i64::from(inter_two)),
        Cell::Number(pair),
        targeting.into(),
    ]
}

fn side(view: &View, parties: &[&Party]) -> (String, String, u8) {
    let (first, rest) = parties.split_at(parties.len().min(1));
    let inter = first.first().map_or(0, |party| party.inter);
    (view.names(first), view.names(rest), inter)
}

fn place_of(view: &View, place: &Where, geo: i64) -> Vec<Cell> {
    let known = view.place(place.place);
    let text = |text: Option<&str>| Cell::from(text.unwrap_or_default());
    vec![
        Cell::Empty,
        Cell::Empty,
        text(known.map(|place| place.country.shown(view.lang))),
        text(known.map(|place| place.admin1.shown(view.lang))),
        Cell::Empty,
        Cell::Empty,
        text(known.map(|place| place.names.shown(view.lang))),
        known.map_or(Cell::Empty, |place| Cell::Degrees(place.lat)),
        known.map_or(Cell::Empty, |place| Cell::Degrees(place.lon)),
        Cell::Number(geo),
    ]
}

fn said(view: &View, seen: &Seen, dead: i64) -> Vec<Cell> {
    let links = seen.claims.iter().filter_map(|shown| shown.claim.origin());
    let scale = links.map(|link| view.scale(link)).next();
    let sources = view.origins(seen).join("; ");
    let newest = seen.claims.iter().map(|shown| shown.claim.decided_at.0);
    vec![
        sources.into(),
        scale.unwrap_or_else(|| "other".to_owned()).into(),
        notes(seen).into(),
        Cell::Number(dead),
        injured(seen).into(),
        Cell::number(newest.max().map(|at| at / 1000)),
    ]
}

/// The sentence that says it, and the bounds that the one number of the dead leaves out.
fn notes(seen: &Seen) -> String {
    let dead = fatalities(seen);
    let mut notes = vec![seen.sentence()];
    notes.extend(dead.at_most.map(|most| format!("[fatalities<={most}]")));
    if !dead.vague.is_empty() {
        notes.push(format!("[fatalities: {}]", dead.vague));
    }
    notes.push(injured(seen));
    notes.retain(|note| !note.is_empty());
    notes.join(" ")
}

fn injured(seen: &Seen) -> String {
    let injured = range(tolls(seen, Harm::Injured));
    match (injured.low, injured.high) {
        (None, None) => String::new(),
        (low, high) => {
            let text = |of: Option<i64>| of.map(|of| of.to_string()).unwrap_or_default();
            format!("[injured={}-{}]", text(low), text(high))
        }
    }
}
