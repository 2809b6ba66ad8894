//! From a name, or a key of the dictionaries, to the thing of the record: the one that is there,
//! else a new one.

use sijil_record::actor::{Actors, Part};
use sijil_record::gazetteer::Gazetteer;
use sijil_text::{Lang, fold};

use super::{
    Names, ObjectKind, Origin, Party, Place, Scale, Source, SourceKind, degrees, insert, store,
};
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::record::claims::word;
use crate::record::{ActorId, PlaceId, SourceId, canonical};

/// The things of a kind that somebody calls so, the most used first.
///
/// # Errors
/// When the database fails.
pub fn named(tx: &mut Tx<'_, '_>, kind: ObjectKind, name: &str) -> Result<Vec<i64>, DbError> {
    store::with_name(tx, kind, &fold(name))
}

/// Adds a thing that no text named first, with the names by which it is found.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (kind, id): (ObjectKind, i64),
    body: &impl serde::Serialize,
    names: &Names,
) -> Result<(), DbError> {
    insert(tx, hand, (id, kind), &canonical(body)?, "")?;
    for name in [&names.ar, &names.en] {
        add_name(tx, (kind, id), name)?;
    }
    Ok(())
}

/// Lets a thing be found by a name from now on; counts its use.
///
/// # Errors
/// When the database fails.
pub fn add_name(tx: &mut Tx<'_, '_>, of: (ObjectKind, i64), name: &str) -> Result<(), DbError> {
    let folded = fold(name);
    if folded.is_empty() {
        return Ok(());
    }
    store::put_name(tx, of, &folded)
}

/// The thing with a key, such as `geonames:167208` or `dictionary:sdf`.
///
/// # Errors
/// When the database fails.
pub fn keyed(tx: &mut Tx<'_, '_>, kind: ObjectKind, key: &str) -> Result<Option<i64>, DbError> {
    Ok(store::with_name(tx, kind, key)?.into_iter().next())
}

/// The place with a GeoNames number: as the record has it, else as the gazetteer does. Nothing when
/// neither knows it.
///
/// # Errors
/// When the database fails.
pub fn ensure_place(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    gazetteer: &Gazetteer,
    geonameid: u32,
) -> Result<Option<PlaceId>, DbError> {
    let key = format!("geonames:{geonameid}");
    if let Some(id) = keyed(tx, ObjectKind::Place, &key)? {
        return Ok(Some(PlaceId(id)));
    }
    let Some(number) = gazetteer.numbered(geonameid) else {
        return Ok(None);
    };
    let Some(spot) = gazetteer.spot(number) else {
        return Ok(None);
    };
    let names_of = |number: Option<u32>| {
        number.map_or_else(Names::default, |number| {
            let names = gazetteer.names(number);
            Names {
                ar: names.arabic.to_owned(),
                en: names.latin.to_owned(),
            }
        })
    };
    let id: PlaceId = hand.ids.next(hand.at);
    let place = Place {
        id,
        geonameid,
        pcode: String::new(),
        names: names_of(Some(number)),
        aliases: vec![],
        lat: degrees(spot.lat),
        lon: degrees(spot.lon),
        feature: word(&spot.feature),
        country: names_of(spot.country),
        admin1: names_of(spot.parent),
        origin: Origin::Gazetteer,
    };
    insert(tx, hand, (id.0, ObjectKind::Place), &canonical(&place)?, "")?;
    for name in [&key, &fold(&place.names.ar), &fold(&place.names.en)] {
        if !name.is_empty() {
            store::put_name(tx, (ObjectKind::Place, id.0), name)?;
        }
    }
    Ok(Some(id))
}

/// The actor with a key of the dictionary, or of that name; a new one where there is none.
///
/// # Errors
/// When the database fails.
pub fn ensure_actor(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    actors: &Actors,
    (key, name, lang): (&str, &str, Lang),
) -> Result<ActorId, DbError> {
    let dictionary = format!("dictionary:{key}");
    let found = if key.is_empty() {
        named(tx, ObjectKind::Actor, name)?.into_iter().next()
    } else {
        keyed(tx, ObjectKind::Actor, &dictionary)?
    };
    if let Some(id) = found {
        return Ok(ActorId(id));
    }
    let id: ActorId = hand.ids.next(hand.at);
    let entity = actors
        .entities()
        .iter()
        .find(|entity| !key.is_empty() && entity.id == key);
    let party = match entity {
        Some(entity) => Party {
            id,
            names: Names {
                ar: entity.name_ar.clone(),
                en: entity.name.clone(),
            },
            aliases: vec![],
            inter: match entity.part {
                Part::Actor { inter } => inter,
                Part::Source { .. } => 0,
            },
            country: entity.country.clone(),
            valid_from: entity.valid_from.clone(),
            valid_to: entity.valid_to.clone(),
            part_of: None,
            dictionary: entity.id.clone(),
        },
        None => Party {
            id,
            names: Names::found(name, lang),
            aliases: vec![],
            inter: 0,
            country: String::new(),
            valid_from: String::new(),
            valid_to: String::new(),
            part_of: None,
            dictionary: String::new(),
        },
    };
    insert(tx, hand, (id.0, ObjectKind::Actor), &canonical(&party)?, "")?;
    if entity.is_some() {
        store::put_name(tx, (ObjectKind::Actor, id.0), &dictionary)?;
    }
    for name in [&party.names.ar, &party.names.en] {
        add_name(tx, (ObjectKind::Actor, id.0), name)?;
    }
    Ok(id)
}

/// The source with a key of the dictionary, or of that name; a new one where there is none.
///
/// # Errors
/// When the database fails.
pub fn ensure_source(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    actors: &Actors,
    (key, name, lang): (&str, &str, Lang),
    (kind, scale): (Option<SourceKind>, Option<Scale>),
) -> Result<SourceId, DbError> {
    let dictionary = format!("dictionary:{key}");
    let found = if key.is_empty() {
        named(tx, ObjectKind::Source, name)?.into_iter().next()
    } else {
        keyed(tx, ObjectKind::Source, &dictionary)?
    };
    if let Some(id) = found {
        return Ok(SourceId(id));
    }
    let id: SourceId = hand.ids.next(hand.at);
    let entity = actors
        .entities()
        .iter()
        .find(|entity| !key.is_empty() && entity.id == key);
    let (usual_kind, usual_scale) = match entity.map(|entity| entity.part) {
        Some(Part::Source { kind, scale }) => (kind, scale),
        Some(Part::Actor { inter }) => speaking(inter),
        None => (SourceKind::UnnamedSources, Scale::Undisclosed),
    };
    let source = Source {
        id,
        names: match entity {
            Some(entity) => Names {
                ar: entity.name_ar.clone(),
                en: entity.name.clone(),
            },
            None => Names::found(name, lang),
        },
        aliases: vec![],
        kind: kind.unwrap_or(usual_kind),
        scale: scale.unwrap_or(usual_scale),
        is_named: entity.is_none_or(|entity| !entity.is_unnamed),
        actor: None,
        dictionary: key.to_owned(),
    };
    insert(
        tx,
        hand,
        (id.0, ObjectKind::Source),
        &canonical(&source)?,
        "",
    )?;
    if entity.is_some() {
        store::put_name(tx, (ObjectKind::Source, id.0), &dictionary)?;
    }
    for name in [&source.names.ar, &source.names.en] {
        add_name(tx, (ObjectKind::Source, id.0), name)?;
    }
    Ok(id)
}

/// The source that an actor is when it speaks: the one that bears its name, else a new one.
///
/// # Errors
/// When the database fails.
pub fn ensure_source_of(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    party: &Party,
    (kind, scale): (Option<SourceKind>, Option<Scale>),
) -> Result<SourceId, DbError> {
    for name in [&party.names.en, &party.names.ar] {
        if let Some(id) = named(tx, ObjectKind::Source, name)?.first() {
            return Ok(SourceId(*id));
        }
    }
    let id: SourceId = hand.ids.next(hand.at);
    let (usual_kind, usual_scale) = speaking(party.inter);
    let source = Source {
        id,
        names: party.names.clone(),
        aliases: vec![],
        kind: kind.unwrap_or(usual_kind),
        scale: scale.unwrap_or(usual_scale),
        is_named: true,
        actor: Some(party.id),
        dictionary: String::new(),
    };
    add(tx, hand, (ObjectKind::Source, id.0), &source, &party.names)?;
    Ok(id)
}

/// What kind of source an actor is, by its inter code, and how far it sees.
const fn speaking(inter: u8) -> (SourceKind, Scale) {
    match inter {
        1 | 8 => (SourceKind::BelligerentState, Scale::National),
        _ => (SourceKind::BelligerentNonstate, Scale::National),
    }
}
