//! How whom and what a claim names are called for whoever sits at the desk, and which of them a form
//! offers.

use serde::Deserialize;
use sijil_record::Scope;
use sijil_record::gazetteer::{Gazetteer, key};
use sijil_record::suggest::Suggestion;
use sijil_text::Lang;

use super::form::{Choices, NOBODY, Opt, at, rows};
use super::gist::{comma, gist};
use super::words;
use crate::db::{DbError, Tx};
use crate::record::Tools;
use crate::record::claims::{self, Asked, Body, Claim, Meant};
use crate::record::groups::Group;
use crate::record::objects::{self, Names, ObjectKind, Place};
use crate::record::suggestions::Read;
use crate::web::Say;
use crate::web::extract::Fields;

/// The most places that a name offers.
const PLACES_MAX: usize = 8;
/// The most claims of elsewhere that a form offers.
const CLAIMS_MAX: i64 = 20;

/// What labels are made with.
#[derive(Clone, Copy)]
pub(super) struct Labels<'a> {
    /// The gazetteer and the actors.
    pub(super) tools: &'a Tools,
    /// The sentences.
    pub(super) say: &'a Say,
    /// The language of whoever reads them.
    pub(super) lang: Lang,
}

#[derive(Deserialize)]
struct Named {
    names: Names,
}

impl Labels<'_> {
    /// Whom or what somebody means.
    pub(super) fn meant(
        &self,
        tx: &mut Tx<'_, '_>,
        kind: ObjectKind,
        meant: &Meant,
    ) -> Result<String, DbError> {
        Ok(match meant {
            Meant::Kept(id) if kind == ObjectKind::Place => {
                let place: Option<Place> = objects::with_id(tx, kind, *id)?;
                place.map_or_else(String::new, |place| self.place(&place))
            }
            Meant::Kept(id) => {
                let mut named: Option<Named> = objects::with_id(tx, kind, *id)?;
                if named.is_none() && kind == ObjectKind::Source {
                    // An actor of the newsroom's own that speaks.
                    named = objects::with_id(tx, ObjectKind::Actor, *id)?;
                }
                named.map_or_else(String::new, |named| named.names.shown(self.lang).to_owned())
            }
            Meant::Dictionary(key) => self.known(key),
            Meant::Geonames(id) => {
                let gazetteer = self.tools.places.gazetteer();
                let number = gazetteer.numbered(*id);
                number.map_or_else(String::new, |number| self.numbered(gazetteer, number))
            }
            Meant::New(name) if kind == ObjectKind::Place => {
                self.say.with("rdesk-place-unknown", name)
            }
            Meant::New(name) => self.say.with("rdesk-as-new", name),
        })
    }

    /// Somebody of the dictionary.
    fn known(&self, key: &str) -> String {
        let entity = self
            .tools
            .actors
            .entities()
            .iter()
            .find(|one| one.id == key);
        entity.map_or_else(
            || key.to_owned(),
            |one| {
                let names = Names {
                    ar: one.name_ar.clone(),
                    en: one.name.clone(),
                };
                names.shown(self.lang).to_owned()
            },
        )
    }

    /// Every name of the dictionary, for the fields of names.
    pub(super) fn known_names(&self) -> Vec<String> {
        let each = self.tools.actors.entities().iter();
        let names = each.map(|one| match self.lang {
            Lang::Ar if !one.name_ar.is_empty() => one.name_ar.clone(),
            Lang::Ar | Lang::En => one.name.clone(),
        });
        names.collect()
    }

    fn place(&self, place: &Place) -> String {
        let parts = [&place.names, &place.admin1, &place.country];
        let parts = parts.map(|names| names.shown(self.lang).to_owned());
        self.joined(parts)
    }

    fn numbered(&self, gazetteer: &Gazetteer, number: u32) -> String {
        let spot = gazetteer.spot(number);
        let of = |number: Option<u32>| {
            number.map_or_else(String::new, |number| {
                let names = gazetteer.names(number);
                let names = Names {
                    ar: names.arabic.to_owned(),
                    en: names.latin.to_owned(),
                };
                names.shown(self.lang).to_owned()
            })
        };
        let parent = spot.and_then(|spot| spot.parent);
        let country = spot.and_then(|spot| spot.country);
        self.joined([of(Some(number)), of(parent), of(country)])
    }

    /// A place's name, with what it lies in; each once.
    fn joined(&self, parts: [String; 3]) -> String {
        let mut parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.dedup();
        parts.join(comma(self.lang))
    }

    /// A group in short: its name, else its places.
    pub(super) fn group(&self, tx: &mut Tx<'_, '_>, group: &Group) -> Result<String, DbError> {
        let name = group.names.shown(self.lang);
        if !name.is_empty() {
            return Ok(name.to_owned());
        }
        let mut parts = vec![words::said(self.say, "object", group.kind().word())];
        for place in group.places.iter().take(2) {
            let meant = Meant::Kept(place.place.0);
            parts.push(self.meant(tx, ObjectKind::Place, &meant)?);
        }
        let day = group.when.as_ref().and_then(|when| when.start.or(when.end));
        parts.extend(day.map(|day| self.say.day(day)));
        let parts: Vec<String> = parts
            .iter()
            .map(|part| format!("\u{2068}{part}\u{2069}"))
            .collect();
        Ok(parts.join(" · "))
    }

    /// A claim in short.
    pub(super) fn claim(&self, claim: &Claim) -> String {
        let kind = words::kind(self.say, &claim.kind);
        let what = gist(self.say, self.lang, &claim.body);
        let day = claim.when.as_ref().and_then(|when| when.start.or(when.end));
        let day = day.map(|day| self.say.day(day)).unwrap_or_default();
        let parts = [kind, what, day];
        let parts = parts.iter().filter(|part| !part.is_empty());
        let parts: Vec<String> = parts
            .map(|part| format!("\u{2068}{part}\u{2069}"))
            .collect();
        parts.join(" · ")
    }
}

/// What the rows of a form offer.
pub(super) fn choices(
    tx: &mut Tx<'_, '_>,
    labels: Labels<'_>,
    read: &Read,
    fields: &Fields,
    of: Option<&Suggestion>,
) -> Result<Choices, DbError> {
    let mut offer = Offer { labels, fields };
    let mut found = Choices::default();
    for row in 0..=rows(fields, "link", "source") {
        found
            .sources
            .push(offer.row(tx, ObjectKind::Source, ("link", row, "source"), &[])?);
    }
    for row in 0..=rows(fields, "actor", "actor") {
        found
            .actors
            .push(offer.row(tx, ObjectKind::Actor, ("actor", row, "actor"), &[])?);
    }
    for row in 0..=rows(fields, "place", "place") {
        let more = offer.gazetteer(row, of);
        found
            .places
            .push(offer.row(tx, ObjectKind::Place, ("place", row, "place"), &more)?);
    }
    offer.together(tx, read, &mut found)?;
    Ok(found)
}

struct Offer<'a> {
    labels: Labels<'a>,
    fields: &'a Fields,
}

impl Offer<'_> {
    /// The choices of one row: none, what is chosen, whom or what its words may mean.
    fn row(
        &mut self,
        tx: &mut Tx<'_, '_>,
        kind: ObjectKind,
        (list, row, field): (&str, usize, &str),
        more: &[Meant],
    ) -> Result<Vec<Opt>, DbError> {
        let get = |field: &str| self.fields.get(&at(list, row, field));
        let mut all: Vec<Meant> = get(field).parse().into_iter().collect();
        all.extend_from_slice(more);
        for name in [get("text"), get("name")] {
            if !name.is_empty() {
                let known = objects::named(tx, kind, name)?;
                all.extend(known.into_iter().map(Meant::Kept));
                all.push(Meant::New(name.to_owned()));
            }
        }
        let mut found = vec![self.open("rdesk-nothing")];
        if kind == ObjectKind::Source {
            let words = self.labels.say.say("rdesk-nobody").into_owned();
            let value = NOBODY.to_owned();
            found.push(Opt { value, words });
        }
        for meant in all {
            let value = meant.to_string();
            if !found.iter().any(|known| known.value == value) {
                let words = self.labels.meant(tx, kind, &meant)?;
                found.push(Opt { value, words });
            }
        }
        Ok(found)
    }

    fn open(&self, name: &str) -> Opt {
        Opt {
            value: String::new(),
            words: self.labels.say.say(name).into_owned(),
        }
    }

    /// The places that the machine took the words of a row for, and those of a name that was typed.
    fn gazetteer(&self, row: usize, of: Option<&Suggestion>) -> Vec<Meant> {
        let slot = of.and_then(|of| of.slots.get("place")?.get(row));
        let candidates = slot.into_iter().flat_map(|slot| &slot.candidates);
        let numbers = candidates.filter_map(|choice| choice.value.get("geonameid")?.as_u64());
        let numbers = numbers.filter_map(|id| u32::try_from(id).ok());
        let mut found: Vec<Meant> = numbers.filter(|id| *id > 0).map(Meant::Geonames).collect();
        for name in ["name", "text"] {
            let typed = self.fields.get(&at("place", row, name));
            found.extend(
                called(self.labels.tools, typed)
                    .into_iter()
                    .map(Meant::Geonames),
            );
        }
        found
    }

    /// The groups that it may belong to, and the claims that it may repeat: those of its story, and
    /// those of the same place or source.
    fn together(
        &self,
        tx: &mut Tx<'_, '_>,
        read: &Read,
        found: &mut Choices,
    ) -> Result<(), DbError> {
        let of_story = claims::of_article(tx, read.article)?;
        let mut near: Vec<Claim> = of_story.into_iter().map(|listed| listed.claim).collect();
        near.retain(|claim| claim.status.is_public());
        for part in self.parts(tx)? {
            let asked = Asked {
                kind: self.fields.get("kind").to_owned(),
                part,
                ..Asked::default()
            };
            near.extend(claims::public(
                tx,
                &asked,
                (i64::MAX, i64::MAX),
                CLAIMS_MAX,
            )?);
        }
        found.groups.push(self.open("rdesk-own-group"));
        found.claims.push(self.open("rdesk-none"));
        for claim in near {
            let words = self.labels.claim(&claim);
            let put = |list: &mut Vec<Opt>, value: String| {
                if !list.iter().any(|known| known.value == value) {
                    let words = words.clone();
                    list.push(Opt { value, words });
                }
            };
            put(&mut found.claims, claim.id.to_string());
            if let Some(group) = claim.group.filter(|_| may_share(self.fields, &claim)) {
                put(&mut found.groups, group.to_string());
            }
        }
        // What was chosen once stays a choice.
        let chosen = |list: &mut Vec<Opt>, field: &str| {
            let value = self.fields.get(field).to_owned();
            if !list.iter().any(|known| known.value == value) {
                let words = value.clone();
                list.push(Opt { value, words });
            }
        };
        chosen(&mut found.groups, "group");
        chosen(&mut found.claims, "restates");
        chosen(&mut found.claims, "supersedes");
        Ok(())
    }

    /// The places and sources of the record that the form names.
    fn parts(&self, tx: &mut Tx<'_, '_>) -> Result<Vec<i64>, DbError> {
        let mut found = Vec::new();
        for (kind, name) in [
            (ObjectKind::Place, "place0_place"),
            (ObjectKind::Source, "link0_source"),
        ] {
            let key = self.fields.get(name);
            match key.parse() {
                Ok(Meant::Kept(id)) => found.push(id),
                Ok(Meant::New(name)) => found.extend(objects::named(tx, kind, &name)?.first()),
                Ok(Meant::Dictionary(_) | Meant::Geonames(_)) => {
                    found.extend(objects::keyed(tx, kind, key)?);
                }
                Err(_) => {}
            }
        }
        Ok(found)
    }
}

/// Whether the claim of a form may stand in the group of another: totals with totals, what happened
/// with what happened, what is said of a truce with its truce.
fn may_share(fields: &Fields, claim: &Claim) -> bool {
    let class = |kind: &str, is_total: bool| match kind {
        "casualty" | "displacement" | "detention" if is_total => 1,
        "casualty" | "displacement" | "detention" | "named_victim" | "attack" | "protest" => 2,
        "truce" | "truce_term" | "truce_breach" => 3,
        "control_change" => 4,
        "talks" => 5,
        _ => 0,
    };
    let is_total = matches!(&claim.body, Body::Casualty(toll) if toll.scope == Scope::PeriodTotal);
    let own = class(fields.get("kind"), fields.get("scope") == "period_total");
    own > 0 && own == class(&claims::word(&claim.kind), is_total)
}

/// The places of the gazetteer with a name, the likeliest first.
pub(super) fn called(tools: &Tools, name: &str) -> Vec<u32> {
    let gazetteer = tools.places.gazetteer();
    let named = gazetteer.named(&key(name)).into_iter();
    let spots = named.filter_map(|named| gazetteer.spot(named.place));
    let ids = spots.map(|spot| spot.geonameid).filter(|id| *id > 0);
    ids.take(PLACES_MAX).collect()
}
