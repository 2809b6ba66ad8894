//! The invented newspaper's record: what its editors confirmed in its stories.

use anyhow::Context;
use serde::Deserialize;
use sijil_record::Stance;
use sijil_text::Day;

use super::files::{self, Keys};
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::record::anchors::Role;
use crate::record::claims::{
    self, Body, Draft, DraftActor, DraftLink, DraftPlace, Kind, Meant, Modality, Polarity, Spot,
};
use crate::record::decisions::{self, Made, Sitting};
use crate::record::objects::{
    self, Names, ObjectKind, Origin, Party, Place, Scale, Source, SourceKind,
};
use crate::record::suggestions::{self, Read};
use crate::record::{
    ActorId, ActorRole, Basis, Calendar, ClaimId, GroupId, PlaceId, PlaceRole, Precision, SourceId,
    Stay, When,
};

/// From a story's publication to the editor's decision: an hour.
const LATER_MS: i64 = 60 * 60 * 1000;

/// `record.toml`.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Record {
    country: Names,
    #[serde(rename = "place")]
    places: Vec<Spotted>,
    #[serde(rename = "actor")]
    actors: Vec<Acting>,
    #[serde(rename = "source")]
    sources: Vec<Speaking>,
    #[serde(rename = "claim")]
    claims: Vec<Told>,
}

#[derive(Debug, Clone, Deserialize)]
struct Spotted {
    key: String,
    ar: String,
    en: String,
    lat: f64,
    lon: f64,
    #[serde(default)]
    area: Names,
}

#[derive(Debug, Clone, Deserialize)]
struct Acting {
    key: String,
    ar: String,
    en: String,
    inter: u8,
}

#[derive(Debug, Clone, Deserialize)]
struct Speaking {
    key: String,
    ar: String,
    en: String,
    kind: SourceKind,
    scale: Scale,
}

/// A claim.
#[derive(Debug, Clone, Deserialize)]
struct Told {
    /// By which a later one repeats it.
    #[serde(default)]
    key: String,
    story: String,
    lang: String,
    /// Words that stand in its sentence alone.
    sentence: String,
    kind: Kind,
    /// Claims with the same word here are of one thing.
    #[serde(default)]
    group: String,
    /// Keys of sources, the nearest first; `key denies` for one that denies it.
    #[serde(default)]
    by: Vec<String>,
    #[serde(default)]
    said: String,
    /// A day, or a first and a last with a slash between them.
    #[serde(default)]
    when: String,
    #[serde(default)]
    at: Vec<String>,
    /// Keys of actors, each with its role.
    #[serde(default)]
    who: Vec<(String, ActorRole)>,
    #[serde(default)]
    modality: Modality,
    #[serde(default)]
    polarity: Polarity,
    #[serde(default)]
    restates: String,
    body: Body,
    #[serde(default)]
    note_ar: String,
    #[serde(default)]
    note_en: String,
}

/// What was kept so far, by key.
#[derive(Default)]
struct Kept {
    things: Keys<i64>,
    groups: Keys<GroupId>,
    claims: Keys<ClaimId>,
}

/// Confirms the claims of the newspaper's file; a story's key is its language and its name.
pub(super) fn add(app: &App, stories: &Keys<ArticleId>) -> anyhow::Result<()> {
    let record = files::record()?;
    let (own, stories) = (app.clone(), stories.clone());
    app.db
        .write_now(move |tx| {
            let mut kept = Kept::default();
            things(tx, &own, &record, &mut kept)?;
            for told in &record.claims {
                let story = format!("{} {}", told.lang, told.story);
                let story = stories.get(&story).copied();
                let story = story.ok_or_else(|| wrong(told, "there is no such story"))?;
                confirm(tx, &own, (story, told), &mut kept)?;
            }
            Ok::<_, DbError>(())
        })
        .context("furnish the record")
}

fn wrong(told: &Told, what: &str) -> DbError {
    DbError::Other(format!("the claim “{}”: {what}", told.sentence))
}

fn things(tx: &mut Tx<'_, '_>, app: &App, record: &Record, kept: &mut Kept) -> Result<(), DbError> {
    let hand = Hand {
        by: None,
        at: app.now(),
        ids: &app.ids,
    };
    for place in &record.places {
        let id: PlaceId = app.ids.next(hand.at);
        let names = both(&place.ar, &place.en);
        let body = Place {
            id,
            geonameid: 0,
            pcode: String::new(),
            names: names.clone(),
            aliases: vec![],
            lat: place.lat,
            lon: place.lon,
            feature: "settlement".to_owned(),
            country: record.country.clone(),
            admin1: place.area.clone(),
            origin: Origin::Editor,
        };
        objects::add(tx, &hand, (ObjectKind::Place, id.0), &body, &names)?;
        kept.things.insert(format!("place {}", place.key), id.0);
    }
    for actor in &record.actors {
        let id: ActorId = app.ids.next(hand.at);
        let names = both(&actor.ar, &actor.en);
        let body = Party {
            id,
            names: names.clone(),
            aliases: vec![],
            inter: actor.inter,
            country: String::new(),
            valid_from: String::new(),
            valid_to: String::new(),
            part_of: None,
            dictionary: String::new(),
        };
        objects::add(tx, &hand, (ObjectKind::Actor, id.0), &body, &names)?;
        kept.things.insert(format!("actor {}", actor.key), id.0);
    }
    for source in &record.sources {
        let id: SourceId = app.ids.next(hand.at);
        let names = both(&source.ar, &source.en);
        let body = Source {
            id,
            names: names.clone(),
            aliases: vec![],
            kind: source.kind,
            scale: source.scale,
            is_named: true,
            actor: None,
            dictionary: String::new(),
        };
        objects::add(tx, &hand, (ObjectKind::Source, id.0), &body, &names)?;
        kept.things.insert(format!("source {}", source.key), id.0);
    }
    Ok(())
}

fn both(ar: &str, en: &str) -> Names {
    Names {
        ar: ar.to_owned(),
        en: en.to_owned(),
    }
}

fn confirm(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (story, told): (ArticleId, &Told),
    kept: &mut Kept,
) -> Result<(), DbError> {
    let read = suggestions::read(tx, &app.config.zone, story)?;
    let read = read.ok_or_else(|| wrong(told, "its story cannot be read"))?;
    let published = crate::lists::card(tx, story)?.map(|card| card.updated_at);
    let hand = Hand {
        by: None,
        at: UtcMillis(published.unwrap_or(app.now()).0 + LATER_MS),
        ids: &app.ids,
    };
    let draft = draft(told, &read, kept)?;
    let sitting = Sitting {
        hand: &hand,
        tools: &app.tools(),
        read: &read,
    };
    let made = Made {
        draft: &draft,
        of: None,
        opened_at: None,
        reason: "",
    };
    let id = decisions::confirm(tx, &sitting, &made)?
        .map_err(|fault| wrong(told, &format!("{fault:?}")))?;
    if !told.key.is_empty() {
        kept.claims.insert(told.key.clone(), id);
    }
    let group = claims::claim(tx, id)?.and_then(|listed| listed.claim.group);
    if let Some(group) = group.filter(|_| !told.group.is_empty()) {
        kept.groups.insert(told.group.clone(), group);
    }
    Ok(())
}

fn draft(told: &Told, read: &Read, kept: &Kept) -> Result<Draft, DbError> {
    let thing = |kind: &str, key: &str| {
        let id = kept.things.get(&format!("{kind} {key}")).copied();
        id.map(Meant::Kept)
            .ok_or_else(|| wrong(told, &format!("there is no {kind} {key}")))
    };
    let mut attribution = Vec::new();
    for key in &told.by {
        let (key, stance) = match key.strip_suffix(" denies") {
            Some(key) => (key, Stance::Denies),
            None => (key.as_str(), Stance::Says),
        };
        attribution.push(DraftLink {
            source: Some(thing("source", key)?),
            text: String::new(),
            cue: String::new(),
            kind: None,
            scale: None,
            stance,
            said_on: Day::parse(&told.said).ok(),
        });
    }
    let mut actors = Vec::new();
    for (key, role) in &told.who {
        actors.push(DraftActor {
            actor: thing("actor", key)?,
            role: *role,
            text: String::new(),
        });
    }
    let mut places = Vec::new();
    for key in &told.at {
        places.push(DraftPlace {
            place: thing("place", key)?,
            role: match told.kind {
                Kind::Truce => PlaceRole::Covers,
                _ => PlaceRole::HappenedAt,
            },
            precision: Stay::Settlement,
            text: String::new(),
        });
    }
    Ok(Draft {
        kind: told.kind,
        modality: told.modality,
        polarity: told.polarity,
        attribution,
        actors,
        places,
        when: when(&told.when),
        body: told.body.clone(),
        group: kept.groups.get(&told.group).copied(),
        restates: kept.claims.get(&told.restates).copied(),
        supersedes: None,
        note_ar: told.note_ar.clone(),
        note_en: told.note_en.clone(),
        spans: vec![sentence(told, read)?],
    })
}

/// The sentence that holds the words.
fn sentence(told: &Told, read: &Read) -> Result<Spot, DbError> {
    let at = read.text.text.find(&told.sentence);
    let at = at.ok_or_else(|| wrong(told, "its story does not say so"))?;
    let mut sentences = read.text.sentences.iter();
    let found = sentences.find(|sentence| (sentence.span.start..sentence.span.end).contains(&at));
    let span = found
        .ok_or_else(|| wrong(told, "it stands in no sentence"))?
        .span;
    Ok(Spot {
        role: Role::Claim,
        start: span.start,
        end: span.end,
    })
}

fn when(written: &str) -> Option<When> {
    let (first, last) = written.split_once('/').unwrap_or((written, written));
    let (start, end) = (Day::parse(first).ok()?, Day::parse(last).ok()?);
    Some(When {
        start: Some(start),
        end: Some(end),
        precision: match end.days_since(start) {
            0 => Precision::Day,
            1..=6 => Precision::FewDays,
            7..=31 => Precision::Month,
            _ => Precision::Longer,
        },
        expression: String::new(),
        calendar: Calendar::Gregorian,
        basis: Basis::Explicit,
    })
}
