//! What readers may know of a claim. Whatever is withheld is taken out here, for pages, feeds and
//! files alike: there is no other way from a claim to a reader.

use std::collections::HashMap;

use super::anchors::{self, Anchor, Role};
use super::claims::{self, Claim};
use super::groups::{self, Group, GroupBody};
use super::objects::{self, ObjectKind, Party, Place, Source};
use super::{ActorId, PlaceId, SourceId, redact};
use crate::db::{DbError, Tx};

/// A claim as readers may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The claim, without anybody and anything withheld.
    pub claim: Claim,
    /// Where it stands in its story: its sentence first, nothing withheld. Empty when its sentence is
    /// withheld.
    pub anchors: Vec<Anchor>,
}

impl Shown {
    /// The sentence that says it; nothing when it is withheld.
    #[must_use]
    pub fn sentence(&self) -> Option<&Anchor> {
        self.anchors
            .iter()
            .find(|anchor| anchor.role == Role::Claim)
    }
}

/// The sources, actors and places that some claims name, each looked up once; nothing withheld is
/// among them.
#[derive(Debug, Default)]
pub struct Disclosure {
    sources: HashMap<i64, Option<Source>>,
    actors: HashMap<i64, Option<Party>>,
    places: HashMap<i64, Option<Place>>,
}

impl Disclosure {
    /// A claim that readers may see, without what they may not.
    ///
    /// # Errors
    /// When the database fails.
    pub fn claim(&mut self, tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<Shown, DbError> {
        let mut shown = claim.clone();
        let mut hidden: Vec<String> = Vec::new();
        for link in &mut shown.attribution {
            if let Some(id) = link.source
                && self.look_source(tx, id)?.is_none()
            {
                hidden.push(std::mem::take(&mut link.text));
                link.source = None;
                link.is_undisclosed = true;
            }
        }
        let mut actors = Vec::new();
        for acting in std::mem::take(&mut shown.actors) {
            match self.look_actor(tx, acting.actor)? {
                Some(_) => actors.push(acting),
                None => hidden.push(acting.text),
            }
        }
        shown.actors = actors;
        let mut places = Vec::new();
        for place in std::mem::take(&mut shown.places) {
            match self.look_place(tx, place.place)? {
                Some(_) => places.push(place),
                None => hidden.push(place.text),
            }
        }
        shown.places = places;
        hidden.retain(|words| !words.trim().is_empty());
        let mut anchors = anchors::of_claim(tx, claim.id)?;
        anchors.retain(|anchor| !anchor.is_withheld && !hidden.contains(&anchor.exact));
        if !hidden.is_empty() {
            shown = redact::thing(&shown, &hidden)?;
            for anchor in &mut anchors {
                anchor.exact = redact::text(&anchor.exact, &hidden);
                // What stands around may hold a part of such words.
                anchor.prefix.clear();
                anchor.suffix.clear();
            }
        }
        Ok(Shown {
            claim: shown,
            anchors,
        })
    }

    /// The same of several.
    ///
    /// # Errors
    /// When the database fails.
    pub fn claims(&mut self, tx: &mut Tx<'_, '_>, claims: &[Claim]) -> Result<Vec<Shown>, DbError> {
        claims.iter().map(|claim| self.claim(tx, claim)).collect()
    }

    /// A group that readers may see, without what they may not: neither whom and what is withheld,
    /// nor what only a claim says that they may not see.
    ///
    /// # Errors
    /// When the database fails.
    pub fn group(&mut self, tx: &mut Tx<'_, '_>, group: &Group) -> Result<Group, DbError> {
        let mut shown = told_to_readers(tx, group)?;
        let mut hidden: Vec<String> = Vec::new();
        let mut kept = Vec::new();
        for acting in shown.actors {
            match self.look_actor(tx, acting.actor)? {
                Some(_) => kept.push(acting),
                None => hidden.push(acting.text),
            }
        }
        shown.actors = kept;
        let mut kept = Vec::new();
        for place in shown.places {
            match self.look_place(tx, place.place)? {
                Some(_) => kept.push(place),
                None => hidden.push(place.text),
            }
        }
        shown.places = kept;
        if let GroupBody::Event(event) = &mut shown.body {
            let mut kept = Vec::new();
            for assessment in std::mem::take(&mut event.assessments) {
                if self.look_actor(tx, assessment.actor)?.is_some() {
                    kept.push(assessment);
                }
            }
            event.assessments = kept;
        }
        hidden.retain(|words| !words.trim().is_empty());
        if hidden.is_empty() {
            return Ok(shown);
        }
        redact::thing(&shown, &hidden)
    }

    /// A source of the claims that were looked at.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(&id.0)?.as_ref()
    }

    /// An actor of the claims or groups that were looked at.
    #[must_use]
    pub fn actor(&self, id: ActorId) -> Option<&Party> {
        self.actors.get(&id.0)?.as_ref()
    }

    /// A place of the claims or groups that were looked at.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> Option<&Place> {
        self.places.get(&id.0)?.as_ref()
    }

    /// A source, unless it is withheld.
    ///
    /// # Errors
    /// When the database fails.
    pub fn look_source(
        &mut self,
        tx: &mut Tx<'_, '_>,
        id: SourceId,
    ) -> Result<Option<&Source>, DbError> {
        look(tx, &mut self.sources, ObjectKind::Source, id.0)
    }

    /// An actor, unless it is withheld.
    ///
    /// # Errors
    /// When the database fails.
    pub fn look_actor(
        &mut self,
        tx: &mut Tx<'_, '_>,
        id: ActorId,
    ) -> Result<Option<&Party>, DbError> {
        look(tx, &mut self.actors, ObjectKind::Actor, id.0)
    }

    /// A place, unless it is withheld.
    ///
    /// # Errors
    /// When the database fails.
    pub fn look_place(
        &mut self,
        tx: &mut Tx<'_, '_>,
        id: PlaceId,
    ) -> Result<Option<&Place>, DbError> {
        look(tx, &mut self.places, ObjectKind::Place, id.0)
    }
}

/// A group as the claims alone make it that readers may see.
fn told_to_readers(tx: &mut Tx<'_, '_>, group: &Group) -> Result<Group, DbError> {
    let public = claims::public_of_group(tx, group.id)?;
    let standing = claims::of_group(tx, group.id)?
        .iter()
        .filter(|listed| listed.claim.status.is_public())
        .count();
    if standing == public.len() {
        return Ok(group.clone());
    }
    Ok(groups::anew(group, &public).unwrap_or_else(|| Group {
        actors: vec![],
        places: vec![],
        when: None,
        ..group.clone()
    }))
}

fn look<'k, T: serde::de::DeserializeOwned>(
    tx: &mut Tx<'_, '_>,
    known: &'k mut HashMap<i64, Option<T>>,
    kind: ObjectKind,
    id: i64,
) -> Result<Option<&'k T>, DbError> {
    use std::collections::hash_map::Entry;
    let found = match known.entry(id) {
        Entry::Occupied(entry) => entry.into_mut(),
        Entry::Vacant(entry) => {
            let found = objects::disclosed(tx, kind, id)?;
            entry.insert(found)
        }
    };
    Ok(found.as_ref())
}
