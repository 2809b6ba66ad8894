//! Protecting somebody: their byline goes wherever readers look, and their page with it.
//!
//! Their names leave the table that every list of people reads, so that no page has to remember to
//! leave them out; one other table keeps them for the desk, and for taking them out of what is
//! printed from now on.

pub mod desk;
mod store;

use super::{Kind, Topic, TopicId, TopicName, store as topics};
use crate::articles::redaction::{self, Hidden};
use crate::articles::{ArticleError, ArticleId};
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Subject};
use serde::{Deserialize, Serialize};
use sijil_text::{Lang, Slug};

/// People that are looked at.
const PEOPLE_MAX: i64 = 1000;

/// What is kept of somebody's name in one language.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    lang: String,
    slug: String,
    name: String,
    role: String,
    about: String,
}

/// Somebody who is protected, as the desk lists them.
#[derive(Debug, Clone)]
pub struct Protected {
    /// Who.
    pub id: TopicId,
    /// Their names.
    pub names: Vec<String>,
    /// Since when.
    pub at: UtcMillis,
}

/// How much a protection touched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reach {
    /// Stories.
    pub stories: usize,
    /// Their revisions.
    pub revisions: usize,
}

/// Everybody who is protected.
///
/// # Errors
/// When the database fails.
pub fn protected(tx: &mut Tx<'_, '_>) -> Result<Vec<Hidden>, DbError> {
    let mut all = Vec::new();
    for (person, kept, _) in store::all(tx, PEOPLE_MAX)? {
        let names = parse(&kept)?.into_iter().map(|kept| kept.name).collect();
        all.push(Hidden { person, names });
    }
    Ok(all)
}

/// The stories that a protection would touch.
///
/// # Errors
/// When the database fails.
pub fn touched(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<Vec<ArticleId>, DbError> {
    let names = names(tx, id)?;
    redaction::naming(tx, &hidden(id, &names))
}

/// Protects a person; gives how much that touched, nothing where there is no such person.
///
/// # Errors
/// When the database fails.
pub fn protect(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: TopicId,
) -> Result<Option<Reach>, ArticleError> {
    let names = names(tx, id)?;
    if names.is_empty() {
        return Ok(None);
    }
    let kept: Vec<Kept> = names.iter().map(kept).collect();
    let text = serde_json::to_string(&kept).map_err(|error| failed(&error))?;
    let staff = hand.by.map(|actor| actor.staff);
    store::insert(tx, id, &text, (hand.at, staff))?;
    let hidden = hidden(id, &names);
    let stories = redaction::naming(tx, &hidden)?;
    // Listed no more before the stories tell what changed.
    store::detach(tx, id)?;
    store::unlist(tx, id)?;
    store::unname(tx, id)?;
    let mut reach = Reach {
        stories: stories.len(),
        revisions: 0,
    };
    for story in stories {
        reach.revisions += redaction::redact(tx, story, &hidden, hand.at)?;
    }
    tell(tx, id, hand.at)?;
    let detail = format!("{} {}", reach.stories, reach.revisions);
    let about = Subject(ledger::Kind::Person, id.0);
    ledger::append(tx, hand, Act::Protected, about, &detail)?;
    Ok(Some(reach))
}

/// Gives a person their page back; what was taken out of stories stays out. Gives whether they were
/// protected.
///
/// # Errors
/// [`DbError::Unique`] when somebody else has their address by now.
pub fn lift(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, id: TopicId) -> Result<bool, DbError> {
    let Some(text) = store::delete(tx, id)? else {
        return Ok(false);
    };
    for kept in parse(&text)? {
        let (Ok(lang), Ok(slug)) = (Lang::try_from(kept.lang.as_str()), Slug::parse(&kept.slug))
        else {
            continue;
        };
        let name = TopicName {
            lang,
            slug,
            name: kept.name,
            role: kept.role,
            about: kept.about,
        };
        topics::put_name(tx, id, Kind::Person, &name)?;
    }
    tell(tx, id, hand.at)?;
    let about = Subject(ledger::Kind::Person, id.0);
    ledger::append(tx, hand, Act::ProtectionLifted, about, "")?;
    Ok(true)
}

/// Everybody who is protected, for the desk.
fn listed(tx: &mut Tx<'_, '_>) -> Result<Vec<Protected>, DbError> {
    let mut all = Vec::new();
    for (id, kept, at) in store::all(tx, PEOPLE_MAX)? {
        let names = parse(&kept)?.into_iter().map(|kept| kept.name).collect();
        all.push(Protected { id, names, at });
    }
    Ok(all)
}

/// A person's names, one for each language.
fn names(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<Vec<Topic>, DbError> {
    let mut names = Vec::new();
    for lang in Lang::ALL {
        let named = topics::named(tx, id, lang)?;
        names.extend(named.filter(|topic| topic.kind == Kind::Person));
    }
    Ok(names)
}

fn hidden(person: TopicId, names: &[Topic]) -> Hidden {
    Hidden {
        person,
        names: names.iter().map(|topic| topic.name.clone()).collect(),
    }
}

fn kept(topic: &Topic) -> Kept {
    Kept {
        lang: topic.lang.code().to_owned(),
        slug: topic.slug.as_str().to_owned(),
        name: topic.name.clone(),
        role: topic.role.clone(),
        about: topic.about.clone(),
    }
}

fn parse(text: &str) -> Result<Vec<Kept>, DbError> {
    serde_json::from_str(text).map_err(|error| failed(&error))
}

fn failed(error: &serde_json::Error) -> DbError {
    DbError::Other(format!("names of somebody protected: {error}"))
}

fn tell(tx: &mut Tx<'_, '_>, id: TopicId, at: UtcMillis) -> Result<(), DbError> {
    changes::append(tx, Tag::topic(id), at.0, at)?;
    changes::append(tx, Tag::House, at.0, at)
}
