//! Who holds which place, as of a day: the last change of each place on or before it, on a map and
//! in a table, and all changes in the order of time.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use sijil_text::Day;

use super::map::{self, Map, SHAPES, Spot};
use super::tell::{Row, Telling};
use super::{frame, menu};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::record::claims::{self, Polarity};
use crate::record::groups::{self, Group, GroupBody};
use crate::record::objects::{ObjectKind, Place};
use crate::record::{ActorId, ActorRole, ControlStatus, Extent, GroupId, PlaceId};
use crate::web::extract::{Fields, InLang};
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Urls};

/// Changes that are looked through.
const CHANGES_MAX: i64 = 2000;

#[derive(Template)]
#[template(path = "record/pages/control.html")]
struct ControlPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    on: String,
    on_words: String,
    country: String,
    /// Countries whose places are shown: name, address, whether it is chosen.
    countries: Vec<(String, String, bool)>,
    /// Holders with the number of their shape.
    legend: Vec<(String, usize)>,
    map: Option<Map>,
    held: Vec<Held>,
    /// Every change, the newest first, with the address of the map on its day.
    changes: Vec<(String, String, Row)>,
}

/// A place as of the day.
struct Held {
    place: String,
    href: String,
    holder: String,
    shape: usize,
    since: String,
    how: String,
    is_contested: bool,
    claim: String,
    where_at: String,
}

/// A change of hands.
struct Change {
    place: PlaceId,
    day: Day,
    to: Option<ActorId>,
    is_whole: bool,
    state: ControlStatus,
    mode: String,
    row: Row,
}

/// The map and the table.
///
/// # Errors
/// When the database fails.
pub async fn control(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    fields: Fields,
) -> Result<Page, PageError> {
    let urls = Urls { lang, edition };
    let asked = Day::parse(fields.get("on")).ok();
    let country: String = fields.get("country").chars().take(60).collect();
    let is_plain = asked.is_none() && country.is_empty();
    let reading = app.clone();
    let (telling, changes, house, today) = app
        .db
        .read(move |tx| {
            let mut telling = Telling::new(&reading, urls);
            let mut changes = Vec::new();
            for group in groups::public_of_kind(tx, ObjectKind::Control, GroupId(0), CHANGES_MAX)? {
                changes.extend(change(tx, &mut telling, &group)?);
            }
            changes.sort_by_key(|change: &Change| (change.day, change.row.claim.id));
            let house = reading.houses.get(tx, lang)?;
            let today = telling.day_of(reading.now());
            Ok::<_, DbError>((telling, changes, house, today))
        })
        .await?;
    let on = asked.unwrap_or(today);
    let frame = frame(&app, urls, house, |urls| urls.record_list("control"));
    let (title, about) = (
        frame.t("record-control").into_owned(),
        frame.t("record-control-say").into_owned(),
    );
    let mut frame = frame.titled(title, about);
    frame.is_hidden = !is_plain;
    let holders = holders(&changes);
    let (held, spots) = held(&telling, &changes, (on, &country), &holders);
    let legend = holders.iter().map(|(actor, shape)| {
        let name = match actor {
            Some(actor) => telling.begun(&telling.actor_name(*actor)),
            None => frame.t("record-holder-unknown").into_owned(),
        };
        (name, *shape)
    });
    let view = ControlPage {
        menu: menu(&frame),
        on: on.to_string(),
        on_words: telling.day(on),
        countries: countries(&telling, &changes, (asked, &country)),
        country,
        legend: legend.collect(),
        map: map::map(&spots),
        held,
        changes: timeline(&telling, changes),
        frame,
    };
    let page = Page::html(&view)?;
    Ok(match is_plain {
        true => page.tagged(telling.tags()),
        false => page.with_policy(CachePolicy::Brief),
    })
}

/// A change that a claim of fact stands for, on a day that is known.
fn change(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    group: &Group,
) -> Result<Option<Change>, DbError> {
    if !matches!(group.body, GroupBody::Control(_)) {
        return Ok(None);
    }
    let claims = claims::public_of_group(tx, group.id)?;
    let says = claims
        .iter()
        .find(|claim| claim.is_of_fact() && claim.polarity == Polarity::Affirms);
    let Some(claim) = says else {
        return Ok(None);
    };
    let is_disputed = claims
        .iter()
        .any(|claim| claim.polarity == Polarity::Denies);
    // As the claims alone make it that readers may see.
    let shown = telling.known.group(tx, group)?;
    let GroupBody::Control(control) = &shown.body else {
        return Ok(None);
    };
    let row = telling.row(tx, claim)?;
    let when = shown.when.as_ref().or(row.claim.when.as_ref());
    let day = when.and_then(|when| when.start.or(when.end));
    let (Some(place), Some(day)) = (shown.places.first(), day) else {
        return Ok(None);
    };
    let with = |role: ActorRole| {
        let mut of = shown.actors.iter().filter(|acting| acting.role == role);
        of.next().map(|acting| acting.actor)
    };
    Ok(Some(Change {
        place: place.place,
        day,
        to: with(ActorRole::ToActor),
        is_whole: control.extent == Extent::Whole,
        state: match is_disputed && control.state == ControlStatus::Claimed {
            true => ControlStatus::Contested,
            false => control.state,
        },
        mode: telling.word("control-mode", &control.mode),
        row,
    }))
}

/// Who took places, each with the number of a shape; who took most first.
fn holders(changes: &[Change]) -> Vec<(Option<ActorId>, usize)> {
    let mut counts: BTreeMap<Option<ActorId>, usize> = BTreeMap::new();
    for change in changes {
        *counts.entry(change.to).or_default() += 1;
    }
    let mut holders: Vec<(Option<ActorId>, usize)> = counts.into_iter().collect();
    holders.sort_by_key(|(actor, count)| (std::cmp::Reverse(*count), *actor));
    let each = holders.into_iter().enumerate();
    each.map(|(at, (actor, _))| (actor, at % SHAPES)).collect()
}

/// The last change of each place on or before a day.
fn held(
    telling: &Telling,
    changes: &[Change],
    (on, country): (Day, &str),
    holders: &[(Option<ActorId>, usize)],
) -> (Vec<Held>, Vec<Spot>) {
    let mut last: BTreeMap<PlaceId, Vec<&Change>> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.day <= on) {
        // Taken back is no change.
        if change.state == ControlStatus::Reversed {
            continue;
        }
        // Of two on one day nobody knows which came first: both are told, as rivals.
        let known = last.entry(change.place).or_default();
        known.retain(|other| other.day == change.day && other.to != change.to);
        known.push(change);
    }
    let (mut table, mut spots) = (Vec::new(), Vec::new());
    for (id, changes) in last {
        let place = telling.known.place(id);
        let Some(place) = place.filter(|place| country.is_empty() || is_in(place, country)) else {
            continue;
        };
        if let Some((held, spot)) = one(telling, &changes, place, holders) {
            table.push(held);
            spots.push(spot);
        }
    }
    table.sort_by(|one, other| one.place.cmp(&other.place));
    (table, spots)
}

/// A place and its mark by the last changes of one day: one, or several that rival each other.
fn one(
    telling: &Telling,
    changes: &[&Change],
    place: &Place,
    holders: &[(Option<ActorId>, usize)],
) -> Option<(Held, Spot)> {
    let change = changes.last()?;
    let state = match changes.len() {
        1 => change.state,
        _ => ControlStatus::Contested,
    };
    let shape = holders.iter().find(|(actor, _)| *actor == change.to);
    let shape = shape.map(|(_, shape)| *shape).unwrap_or_default();
    let holder = changes.iter().map(|change| match change.to {
        Some(actor) => telling.actor_name(actor),
        None => telling.say().say("record-holder-unknown").into_owned(),
    });
    let holder = telling.begun(&telling.listed(holder.collect()));
    let is_contested = state == ControlStatus::Contested || !change.is_whole;
    let name = telling.place_name(change.place);
    let since = telling.day(change.day);
    let how = [change.mode.clone(), telling.word("control-status", &state)];
    let href = telling.urls.record_thing("places", change.place.0);
    let spot = Spot {
        name: name.clone(),
        lat: place.lat,
        lon: place.lon,
        shape,
        is_contested,
        href: href.clone(),
        about: telling.comma(&[name.clone(), holder.clone(), since.clone()]),
    };
    let held = Held {
        place: name,
        href,
        holder,
        shape,
        since,
        how: telling.comma(&how),
        is_contested,
        claim: change.row.href.clone(),
        where_at: telling.coordinates(place),
    };
    Some((held, spot))
}

fn is_in(place: &Place, country: &str) -> bool {
    place.country.en == country || place.country.ar == country
}

/// The countries of all places, for a closer look.
fn countries(
    telling: &Telling,
    changes: &[Change],
    (on, chosen): (Option<Day>, &str),
) -> Vec<(String, String, bool)> {
    let mut found: BTreeMap<String, bool> = BTreeMap::new();
    for change in changes {
        if let Some(place) = telling.known.place(change.place) {
            let name = place.country.shown(telling.lang());
            found.insert(name.to_owned(), is_in(place, chosen));
        }
    }
    let page = telling.urls.record_list("control");
    let each = found.into_iter().filter(|(name, _)| !name.is_empty());
    each.map(|(name, is_here)| {
        let day = on.map(|day| format!("on={day}&")).unwrap_or_default();
        let value = crate::web::urls::value(&name);
        (name, format!("{page}?{day}country={value}"), is_here)
    })
    .collect()
}

fn timeline(telling: &Telling, changes: Vec<Change>) -> Vec<(String, String, Row)> {
    let page = telling.urls.record_list("control");
    let each = changes.into_iter().rev();
    each.map(|change| {
        let as_of = format!("{page}?on={}", change.day);
        (telling.day(change.day), as_of, change.row)
    })
    .collect()
}
