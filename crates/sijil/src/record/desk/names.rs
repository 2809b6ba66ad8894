//! Names that an editor typed: whom and what they mean.

use sijil_text::fold;

use super::form::{Wrong, at, rows};
use super::labels::called;
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::record::claims::Meant;
use crate::record::objects::{self, Names, ObjectKind, Origin, Place, add_name, degrees};
use crate::record::suggestions::Read;
use crate::record::{PlaceId, Tools, canonical};
use crate::web::extract::Fields;

/// A place that no gazetteer knows, with where an editor says it lies.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NewPlace {
    name: String,
    lat: f64,
    lon: f64,
}

/// What typed names came to.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// Places to be added.
    pub(super) places: Vec<NewPlace>,
    /// Names that mean nothing, or several things.
    pub(super) wrong: Vec<Wrong>,
}

/// Puts whom and what the typed names mean in the place of what was chosen.
pub(super) fn settle(
    tx: &mut Tx<'_, '_>,
    tools: &Tools,
    fields: &mut Fields,
) -> Result<Settled, DbError> {
    let mut settled = Settled::default();
    for (list, first, kind) in [
        ("link", "source", ObjectKind::Source),
        ("actor", "actor", ObjectKind::Actor),
    ] {
        for row in 0..rows(fields, list, first) {
            let name = fields.get(&at(list, row, "name")).to_owned();
            if !name.is_empty() {
                let meant = somebody(tx, tools, kind, &name)?;
                fields.set(&at(list, row, first), &meant.to_string());
                fields.set(&at(list, row, "name"), "");
            }
        }
    }
    for row in 0..rows(fields, "place", "place") {
        place(tx, tools, (fields, row), &mut settled)?;
    }
    Ok(settled)
}

fn somebody(
    tx: &mut Tx<'_, '_>,
    tools: &Tools,
    kind: ObjectKind,
    name: &str,
) -> Result<Meant, DbError> {
    if let Some(id) = objects::named(tx, kind, name)?.first() {
        return Ok(Meant::Kept(*id));
    }
    let folded = fold(name);
    let mut entities = tools.actors.entities().iter();
    let known = entities.find(|one| fold(&one.name) == folded || fold(&one.name_ar) == folded);
    Ok(match known {
        Some(entity) => Meant::Dictionary(entity.id.clone()),
        None => Meant::New(name.to_owned()),
    })
}

fn place(
    tx: &mut Tx<'_, '_>,
    tools: &Tools,
    (fields, row): (&mut Fields, usize),
    settled: &mut Settled,
) -> Result<(), DbError> {
    let of = |field| at("place", row, field);
    let name = fields.get(&of("name")).to_owned();
    if name.is_empty() {
        return Ok(());
    }
    let mut refuse = |field, why| {
        let field = of(field);
        settled.wrong.push(Wrong { field, why });
    };
    let (lat, lon) = (fields.get(&of("lat")), fields.get(&of("lon")));
    if !lat.is_empty() || !lon.is_empty() {
        match coordinates(lat, lon) {
            Some((lat, lon)) => {
                let name = name.clone();
                settled.places.push(NewPlace { name, lat, lon });
                fields.set(&of("place"), &Meant::New(name_of(fields, row)).to_string());
            }
            None => refuse("lat", "rdesk-wrong-degrees"),
        }
        return Ok(());
    }
    let kept = objects::named(tx, ObjectKind::Place, &name)?;
    let known = called(tools, &name);
    // Whoever chose one of those that the name offered has answered.
    let chosen = fields.get(&of("place")).to_owned();
    let is_answered = kept.iter().any(|id| chosen == Meant::Kept(*id).to_string())
        || known
            .iter()
            .any(|id| chosen == Meant::Geonames(*id).to_string());
    match (kept.as_slice(), known.as_slice()) {
        _ if is_answered => {}
        ([id, ..], _) => fields.set(&of("place"), &Meant::Kept(*id).to_string()),
        ([], [id]) => fields.set(&of("place"), &Meant::Geonames(*id).to_string()),
        ([], []) => {
            refuse("name", "rdesk-wrong-no-place");
            return Ok(());
        }
        ([], _) => {
            refuse("place", "rdesk-wrong-several");
            return Ok(());
        }
    }
    fields.set(&of("name"), "");
    Ok(())
}

fn name_of(fields: &Fields, row: usize) -> String {
    fields.get(&at("place", row, "name")).to_owned()
}

/// Degrees north and east.
pub(super) fn coordinates(lat: &str, lon: &str) -> Option<(f64, f64)> {
    let (lat, lon): (f64, f64) = (lat.parse().ok()?, lon.parse().ok()?);
    let is_on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
    is_on_earth.then_some((lat, lon))
}

/// Adds a place to the record; from now on its name means it.
pub(super) fn add(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    read: &Read,
    new: &NewPlace,
) -> Result<(), DbError> {
    let id: PlaceId = hand.ids.next(hand.at);
    let place = Place {
        id,
        geonameid: 0,
        pcode: String::new(),
        names: Names::found(&new.name, read.lang),
        aliases: vec![],
        lat: degrees(new.lat),
        lon: degrees(new.lon),
        feature: "settlement".to_owned(),
        country: Names::default(),
        admin1: Names::default(),
        origin: Origin::Editor,
    };
    objects::insert(tx, hand, (id.0, ObjectKind::Place), &canonical(&place)?, "")?;
    add_name(tx, (ObjectKind::Place, id.0), &new.name)?;
    let subject = Subject(LedgerKind::Record, id.0);
    ledger::append(tx, hand, Act::RecordSet, subject, &new.name)
}
