//! What the newsroom's record adds to the gazetteer and the dictionaries: its own places, actors and
//! sources, and the other names that it gives to theirs. Nothing withheld is among it.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use sijil_record::actor::{Entity, NewActor, Part};
use sijil_record::gazetteer::{Feature, NewName, NewPlace};
use sijil_text::fold;

use super::store::{self, PIECE};
use crate::db::{DbError, Tx};
use crate::record::claims::worded;
use crate::record::learning::OWN;
use crate::record::objects::{Names, ObjectKind, Party, Place, Source, merged_into};
use crate::record::parsed;

/// Letters of a name at least: one letter is no name.
const LETTERS_MIN: usize = 2;

/// What a newsroom adds.
#[derive(Debug, Clone, Default)]
pub struct Own {
    /// Tells states of it apart; only grows.
    pub(super) stamp: i64,
    pub(super) places: Vec<NewPlace>,
    pub(super) names: Vec<NewName>,
    pub(super) actors: Vec<NewActor>,
}

impl Own {
    /// Reads it from the record.
    ///
    /// # Errors
    /// When the database fails.
    pub fn read(tx: &mut Tx<'_, '_>) -> Result<Self, DbError> {
        let mut own = Self {
            stamp: store::stamp(tx)?,
            ..Self::default()
        };
        each(tx, ObjectKind::Place, |place: Place| own.place(&place))?;
        let mut called = HashSet::new();
        each(tx, ObjectKind::Actor, |party: Party| {
            own.actor(&party, &mut called);
        })?;
        each(tx, ObjectKind::Source, |source: Source| {
            own.source(&source, &called);
        })?;
        Ok(own)
    }

    fn place(&mut self, place: &Place) {
        let names = all(&place.names, &place.aliases);
        if place.geonameid != 0 {
            let geonameid = place.geonameid;
            let names = names.into_iter();
            self.names
                .extend(names.map(|name| NewName { geonameid, name }));
            return;
        }
        let (names_ar, names) = names.into_iter().partition(|name| is_arabic(name));
        self.places.push(NewPlace {
            geonameid: 0,
            code: format!("{OWN}{}", place.id),
            names,
            names_ar,
            lat: place.lat,
            lon: place.lon,
            country: String::new(),
            feature: worded(&place.feature).unwrap_or(Feature::Settlement),
            population: 0,
        });
    }

    fn actor(&mut self, party: &Party, called: &mut HashSet<String>) {
        let is_own = party.dictionary.is_empty();
        if is_own && party.inter == 0 && !is_told(&party.names, &party.aliases) {
            return;
        }
        let names = all(&party.names, &party.aliases);
        called.extend(names.iter().map(|name| fold(name)));
        let entity = Entity {
            part: Part::Actor { inter: party.inter },
            country: party.country.clone(),
            valid_from: party.valid_from.clone(),
            valid_to: party.valid_to.clone(),
            ..entity((party.id.0, &party.dictionary), &party.names)
        };
        self.actors.push(NewActor { entity, names });
    }

    /// A source; one that is an actor too is found as the actor, who speaks for itself.
    fn source(&mut self, source: &Source, called: &HashSet<String>) {
        let is_own = source.dictionary.is_empty();
        if is_own && !is_told(&source.names, &source.aliases) {
            return;
        }
        let mut names = all(&source.names, &source.aliases);
        if is_own {
            names.retain(|name| !called.contains(&fold(name)));
        }
        if names.is_empty() {
            return;
        }
        let entity = Entity {
            part: Part::Source {
                kind: source.kind,
                scale: source.scale,
            },
            is_unnamed: !source.is_named,
            ..entity((source.id.0, &source.dictionary), &source.names)
        };
        self.actors.push(NewActor { entity, names });
    }
}

/// Whether an editor has had a hand in its names. What was only taken from a text once, such as "the
/// two sides", is not looked for in others.
fn is_told(names: &Names, aliases: &[String]) -> bool {
    !aliases.is_empty() || !(names.ar.is_empty() || names.en.is_empty())
}

fn entity((id, dictionary): (i64, &str), names: &Names) -> Entity {
    Entity {
        id: match dictionary {
            "" => format!("{OWN}{id}"),
            known => known.to_owned(),
        },
        part: Part::Actor { inter: 0 },
        country: String::new(),
        valid_from: String::new(),
        valid_to: String::new(),
        part_of: String::new(),
        name: names.en.clone(),
        name_ar: names.ar.clone(),
        is_unnamed: false,
    }
}

/// Every name, the usual ones first.
fn all(names: &Names, aliases: &[String]) -> Vec<String> {
    let usual = [&names.en, &names.ar].into_iter();
    let each = usual.chain(aliases).map(|name| name.trim());
    let is_name =
        |name: &&str| name.chars().filter(|one| one.is_alphanumeric()).count() >= LETTERS_MIN;
    each.filter(is_name).map(str::to_owned).collect()
}

fn is_arabic(name: &str) -> bool {
    name.chars()
        .any(|letter| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}'))
}

fn each<T: DeserializeOwned>(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    mut take: impl FnMut(T),
) -> Result<(), DbError> {
    let mut after = 0;
    loop {
        let found = store::bodies(tx, kind, after)?;
        let is_last = i64::try_from(found.len()) != Ok(PIECE);
        for (id, body) in found {
            after = id;
            // What it was merged into has its names.
            if merged_into(&body).is_none() {
                take(parsed(&body)?);
            }
        }
        if is_last {
            return Ok(());
        }
    }
}
