//! A place, an actor or a source on a page of its own, with every claim that names it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::CACHE_CONTROL;
use sijil_text::Lang;

use super::map::{self, Map, Spot};
use super::tell::{Fact, Row, Telling, Value};
use super::{frame, menu};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::lists::Cursor;
use crate::record::claims::{self, Asked};
use crate::record::objects::{self, Names, ObjectKind, Party, Place, Source};
use crate::record::{ActorId, PlaceId, SourceId, When};
use crate::web::extract::{ById, Fields};
use crate::web::house::House;
use crate::web::page::moved;
use crate::web::{CachePolicy, Frame, Page, PageError};

/// Claims on a page.
const PAGE_CLAIMS: usize = 50;

#[derive(Template)]
#[template(path = "record/pages/thing.html")]
struct ThingPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    kind: String,
    facts: Vec<Fact>,
    map: Option<Map>,
    rows: Vec<Row>,
    newest: Option<String>,
    older: Option<String>,
}

/// What a page tells of a thing beside its claims.
struct Thing {
    names: Names,
    facts: Vec<Option<Fact>>,
    spot: Option<Spot>,
}

/// A place.
///
/// # Errors
/// [`PageError::NotFound`] for one that no public claim names, or that is withheld.
pub async fn place(state: State<App>, at: ById, fields: Fields) -> Result<Response, PageError> {
    thing(state, at, fields, ObjectKind::Place).await
}

/// An actor.
///
/// # Errors
/// As [`place`].
pub async fn actor(state: State<App>, at: ById, fields: Fields) -> Result<Response, PageError> {
    thing(state, at, fields, ObjectKind::Actor).await
}

/// A source.
///
/// # Errors
/// As [`place`].
pub async fn source(state: State<App>, at: ById, fields: Fields) -> Result<Response, PageError> {
    thing(state, at, fields, ObjectKind::Source).await
}

/// What was read for a page.
struct Found {
    thing: Thing,
    rows: Vec<Row>,
    next: Option<Cursor>,
    telling: Telling,
    house: Arc<House>,
}

async fn thing(
    State(app): State<App>,
    at: ById,
    fields: Fields,
    kind: ObjectKind,
) -> Result<Response, PageError> {
    let (urls, before) = (at.urls, fields.before());
    let reading = app.clone();
    let read = move |tx: &mut Tx<'_, '_>| {
        // One that was merged leads on, where readers may see what it was merged into.
        let kept = objects::led_to(tx, at.id)?;
        let to = kept.map_or(at, |id| ById { id, ..at });
        Ok::<_, DbError>(find(tx, &reading, (to, kind), before)?.map(|found| (kept, found)))
    };
    let (kept, found) = app.db.read(read).await?.ok_or(PageError::NotFound)?;
    if let Some(kept) = kept {
        let mut response = moved(&urls.record_thing(list_of(kind), kept));
        let policy = CachePolicy::Brief.header();
        response.headers_mut().insert(CACHE_CONTROL, policy);
        return Ok(response);
    }
    let Found {
        thing,
        rows,
        next,
        telling,
        house,
    } = found;
    let list = list_of(kind);
    let frame = frame(&app, urls, house, |urls| urls.record_thing(list, at.id));
    let title = telling.begun(thing.names.shown(urls.lang));
    let mut frame = frame.titled(title, "");
    let page = urls.record_thing(list, at.id);
    let is_first = before == Cursor::NEWEST;
    frame.is_hidden = !is_first;
    let view = ThingPage {
        menu: menu(&frame),
        kind: telling.named_word("object", kind.word()),
        facts: thing.facts.into_iter().flatten().collect(),
        map: thing.spot.and_then(|spot| map::map(&[spot])),
        rows,
        newest: (!is_first).then(|| page.clone()),
        older: next.map(|cursor| urls.before(&page, cursor)),
        frame,
    };
    let page = Page::html(&view)?;
    Ok(match is_first {
        true => page.tagged(telling.tags()),
        false => page.with_policy(CachePolicy::Brief),
    }
    .into_response())
}

fn list_of(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Actor => "actors",
        ObjectKind::Source => "sources",
        _ => "places",
    }
}

fn find(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (at, kind): (ById, ObjectKind),
    before: Cursor,
) -> Result<Option<Found>, DbError> {
    let mut telling = Telling::new(app, at.urls);
    let Some(thing) = look(tx, &mut telling, kind, at.id)? else {
        return Ok(None);
    };
    let asked = Asked {
        part: at.id,
        ..Asked::default()
    };
    let limit = i64::try_from(PAGE_CLAIMS + 1).unwrap_or(i64::MAX);
    let mut claims = claims::public(tx, &asked, (before.at.0, before.id), limit)?;
    if claims.is_empty() && before == Cursor::NEWEST {
        return Ok(None);
    }
    let has_more = claims.len() > PAGE_CLAIMS;
    claims.truncate(PAGE_CLAIMS);
    let last = claims.last().filter(|_| has_more);
    let next = last.map(|claim| Cursor {
        at: claim.decided_at,
        id: claim.id.0,
    });
    claims.sort_by_key(|claim| std::cmp::Reverse(claim.when.as_ref().map(When::first)));
    let rows = telling.rows(tx, &claims)?;
    Ok(Some(Found {
        thing,
        rows,
        next,
        house: app.houses.get(tx, at.urls.lang)?,
        telling,
    }))
}

fn look(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    kind: ObjectKind,
    id: i64,
) -> Result<Option<Thing>, DbError> {
    Ok(match kind {
        ObjectKind::Actor => {
            let found = telling.known.look_actor(tx, ActorId(id))?.cloned();
            found.map(|party| actor_of(telling, &party))
        }
        ObjectKind::Source => {
            let found = telling.known.look_source(tx, SourceId(id))?.cloned();
            found.map(|source| source_of(telling, &source))
        }
        _ => {
            let found = telling.known.look_place(tx, PlaceId(id))?.cloned();
            found.map(|place| place_of(telling, &place))
        }
    })
}

/// The names in both languages and the other spellings.
fn names(telling: &Telling, names: &Names, aliases: &[String]) -> Vec<Option<Fact>> {
    let one =
        |label: &str, text: &str| telling.fact(label, vec![Value::plain(telling.isolated(text))]);
    vec![
        one("language-ar", &names.ar),
        one("language-en", &names.en),
        telling.fact(
            "record-aliases",
            aliases
                .iter()
                .map(|name| Value::plain(telling.isolated(name)))
                .collect(),
        ),
    ]
}

fn actor_of(telling: &Telling, party: &Party) -> Thing {
    let mut facts = names(telling, &party.names, &party.aliases);
    let inter = telling.named_word("inter", &party.inter.to_string());
    facts.push(telling.fact("record-sort", vec![Value::plain(inter)]));
    let years = [party.valid_from.clone(), party.valid_to.clone()];
    facts.push(telling.fact(
        "record-so-called",
        vec![Value::plain(telling.comma(&years))],
    ));
    Thing {
        names: party.names.clone(),
        facts,
        spot: None,
    }
}

fn source_of(telling: &Telling, source: &Source) -> Thing {
    let mut facts = names(telling, &source.names, &source.aliases);
    let kind = telling.word("source-kind", &source.kind);
    facts.push(telling.fact("record-sort", vec![Value::plain(kind)]));
    let scale = telling.word("scale", &source.scale);
    facts.push(telling.fact("record-scale", vec![Value::plain(scale)]));
    let is_named = telling.say().say(match source.is_named {
        true => "record-named",
        false => "record-unnamed",
    });
    facts.push(telling.fact("record-identity", vec![Value::plain(is_named)]));
    Thing {
        names: source.names.clone(),
        facts,
        spot: None,
    }
}

fn place_of(telling: &Telling, place: &Place) -> Thing {
    let lang: Lang = telling.lang();
    let mut facts = names(telling, &place.names, &place.aliases);
    let areas = [
        place.admin1.shown(lang).to_owned(),
        place.country.shown(lang).to_owned(),
    ];
    facts.push(telling.fact("record-lies-in", vec![Value::plain(telling.comma(&areas))]));
    let coordinates = Value::plain(format!("\u{2066}{}\u{2069}", telling.coordinates(place)));
    facts.push(telling.fact("record-position", vec![coordinates]));
    let geonames = match place.geonameid {
        0 => Value::default(),
        id => Value {
            text: format!("\u{2066}{id}\u{2069}"),
            href: Some(format!("https://www.geonames.org/{id}/")),
            note: String::new(),
        },
    };
    facts.push(telling.fact("record-geonames", vec![geonames]));
    let name = place.names.shown(lang).to_owned();
    Thing {
        names: place.names.clone(),
        facts,
        spot: Some(Spot {
            about: name.clone(),
            name,
            lat: place.lat,
            lon: place.lon,
            shape: 0,
            is_contested: false,
            href: telling.urls.record_thing("places", place.id.0),
        }),
    }
}
