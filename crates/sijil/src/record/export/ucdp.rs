//! Rows as users of UCDP's georeferenced events read them ("UCDP-like": their columns, none of their
//! data). An event there has at least one death; identifiers that only they give stay empty.

use sijil_record::{Harm, VictimStatus};
use sijil_text::Day;

use super::cells::Cell;
use super::count::{fatalities, killed_by_status, range, tolls};
use super::seen::{Seen, View};
use super::sijil::own_columns;
use crate::record::claims::{Toll, Where};
use crate::record::groups::{Grade, GroupBody};
use crate::record::{ActorRole, Precision, Stay, When};

/// Its columns, in UCDP's order, without ours.
pub(super) const COLUMNS: [&str; 43] = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
];

/// Which days a row covers, and UCDP's precision of them; nothing for what is vaguer than a year.
pub(super) fn days(when: &When) -> Option<(Day, Day, i64)> {
    let precision = match when.precision {
        Precision::Instant | Precision::Day => 1,
        Precision::FewDays => 2,
        Precision::Week => 3,
        Precision::Month => 4,
        Precision::QuarterSeason | Precision::Year => 5,
        Precision::Longer | Precision::Before | Precision::After => return None,
    };
    Some((
        when.start.or(when.end)?,
        when.end.or(when.start)?,
        precision,
    ))
}

/// UCDP's precision of a place.
pub(super) fn where_precision(stay: Stay) -> i64 {
    match stay {
        Stay::ExactSite | Stay::Settlement => 1,
        Stay::NearSettlement => 2,
        Stay::Adm3 | Stay::Adm2 => 3,
        Stay::Adm1 => 4,
        Stay::PartOfArea | Stay::LineBorder => 5,
        Stay::Country => 6,
        Stay::SeaAir => 7,
    }
}

/// The row of an event with a death.
pub(super) fn rows(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let GroupBody::Event(_) = &seen.group.body else {
        return vec![];
    };
    let dead = fatalities(seen);
    let most = range(tolls(seen, Harm::Killed)).high.or(dead.at_most);
    if dead.count == 0 && most.unwrap_or_default() == 0 {
        return vec![];
    }
    let Some((start, end, precision)) = seen.group.when.as_ref().and_then(days) else {
        return vec![];
    };
    let places = seen.places();
    let Some(place) = places.first() else {
        return vec![];
    };
    let mut row = vec![
        Cell::id(seen.group.id.0),
        Cell::Empty,
        Cell::Number(i64::from(start.year())),
    ];
    row.extend([
        Cell::Empty,
        Cell::Empty,
        Cell::number(violence_of(view, seen)),
    ]);
    row.extend(std::iter::repeat_n(Cell::Empty, 6));
    row.extend(sides(view, seen));
    row.extend(sources(view, seen));
    row.extend(place_of(view, place));
    let is_clear = matches!(seen.grade(), Some(Grade::Confirmed | Grade::Fair));
    row.push(Cell::Number(if is_clear { 1 } else { 2 }));
    row.extend([
        Cell::Number(precision),
        start.to_string().into(),
        end.to_string().into(),
    ]);
    row.extend(deaths(seen));
    row.extend([Cell::Empty, Cell::number(most), Cell::Number(dead.count)]);
    row.extend(own_columns(view, seen));
    vec![row]
}

/// The roles of who did it.
const DID_IT: [ActorRole; 3] = [
    ActorRole::PerpetratorKnown,
    ActorRole::PerpetratorSuspected,
    ActorRole::ClaimedBy,
];

/// UCDP's type of violence of an event, from what sort of actor each side is, and from who died.
fn violence_of(view: &View, seen: &Seen) -> Option<i64> {
    let one = view.actors(&seen.group, &DID_IT);
    let other = view.actors(&seen.group, &[ActorRole::Target]);
    let dead = |status| killed_by_status(seen, &[status]).low.unwrap_or_default() > 0;
    let are_civilians = dead(VictimStatus::Civilian)
        && ![
            VictimStatus::Combatant,
            VictimStatus::Mixed,
            VictimStatus::Unknown,
        ]
        .into_iter()
        .any(dead);
    violence(
        one.first().map(|party| party.inter)?,
        other.first().map(|party| party.inter),
        are_civilians,
    )
}

/// 1 where a state is a side, 2 between groups, 3 against civilians, by ACLED's inter codes of both
/// sides; nothing for rioters, protesters, forces from abroad and what nobody has said.
fn violence(one: u8, other: Option<u8>, are_civilians: bool) -> Option<i64> {
    match (one, other) {
        (1, Some(1..=4)) | (2..=4, Some(1)) => Some(1),
        (2..=4, Some(2..=4)) => Some(2),
        (1..=4, Some(7)) => Some(3),
        (1..=4, None) if are_civilians => Some(3),
        _ => None,
    }
}

fn sides(view: &View, seen: &Seen) -> [Cell; 2] {
    let did_it = view.actors(&seen.group, &DID_IT);
    let target = view.actors(&seen.group, &[ActorRole::Target]);
    [view.names(&did_it).into(), view.names(&target).into()]
}

fn sources(view: &View, seen: &Seen) -> [Cell; 6] {
    let origins = view.origins(seen);
    let number = i64::try_from(origins.len()).unwrap_or_default();
    let first = seen.claims.first().map(|shown| shown.claim.story);
    let story = first.and_then(|story| view.story(story));
    [
        Cell::Number(number),
        story.map(|card| view.story_url(card)).into(),
        view.home().into(),
        story.map(|card| card.day.clone()).into(),
        story.map(|card| card.headline.clone()).into(),
        origins.join("; ").into(),
    ]
}

fn place_of(view: &View, place: &Where) -> Vec<Cell> {
    let known = view.place(place.place);
    let text = |text: Option<&str>| Cell::from(text.unwrap_or_default());
    vec![
        Cell::Number(where_precision(place.precision)),
        text(known.map(|place| place.names.shown(view.lang))),
        place.text.as_str().into(),
        text(known.map(|place| place.admin1.shown(view.lang))),
        Cell::Empty,
        known.map_or(Cell::Empty, |place| Cell::Degrees(place.lat)),
        known.map_or(Cell::Empty, |place| Cell::Degrees(place.lon)),
        known
            .map(|place| format!("POINT ({} {})", place.lon, place.lat))
            .into(),
        Cell::Empty,
        text(known.map(|place| place.country.shown(view.lang))),
        Cell::Empty,
        Cell::Empty,
    ]
}

/// The dead by side, the lowest that is said of each; of fighters whose side nobody says, none knows.
fn deaths(seen: &Seen) -> [Cell; 4] {
    let is_target = |toll: &&Toll| toll.victim_status == VictimStatus::Combatant;
    let has_target = seen
        .group
        .actors
        .iter()
        .any(|acting| acting.role == ActorRole::Target);
    let fighters = range(tolls(seen, Harm::Killed).filter(is_target)).low;
    let civilians = killed_by_status(seen, &[VictimStatus::Civilian]).low;
    let unknown = killed_by_status(seen, &[VictimStatus::Mixed, VictimStatus::Unknown]).low;
    let (of_target, of_nobody) = if has_target {
        (fighters, unknown)
    } else {
        (None, unknown.or(fighters))
    };
    [
        Cell::Empty,
        Cell::number(of_target),
        Cell::number(civilians),
        Cell::number(of_nobody),
    ]
}

#[cfg(test)]
mod tests {
    use super::violence;

    #[test]
    fn the_type_of_violence_follows_from_the_sides_and_is_never_guessed() {
        for (one, other, are_civilians, wanted) in [
            (1, Some(2), false, Some(1)),
            (3, Some(1), false, Some(1)),
            (2, Some(4), false, Some(2)),
            (1, Some(7), false, Some(3)),
            (2, None, true, Some(3)),
            (2, None, false, None),
            (8, None, true, None),
            (1, Some(6), false, None),
            (0, Some(2), false, None),
        ] {
            assert_eq!(
                violence(one, other, are_civilians),
                wanted,
                "{one} {other:?}"
            );
        }
    }
}
