//! Two sources, actors or places that are one: an editor says which stays.
//!
//! It has the names of both from then on, and whatever named the other names it. Nothing is
//! overwritten, and as long as nothing else was done to what the merger touched, it can be taken back.

mod pointing;
mod store;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use pointing::{joined, repoint};
use store::Uses;

use super::claims::{self, Claim};
use super::objects::{self, ObjectKind};
use super::{canonical, decisions, parsed};
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};

/// Claims that a merger moves at most: it is one transaction, and others wait for it.
const CLAIMS_MAX: i64 = 5000;

/// Why two things are not merged, or not parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// One of them is none, or they are of two kinds, or one thing.
    NotTwo,
    /// One of them was merged into another.
    Gone,
    /// One is withheld and the other is not: whatever the one that stays were, it would tell of the
    /// withheld one or hide what readers saw.
    Withheld,
    /// More claims name the one than are moved at once.
    TooMany,
    /// Something of what the merger touched has changed since, or it came with a file.
    Changed,
}

/// A merger as it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merger {
    /// What stayed.
    pub kept: i64,
    /// When.
    pub at: UtcMillis,
    /// By whom; may be empty.
    pub by: String,
}

/// What parts two things again: names as they were, and the version of each thing that was touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Made {
    merged_names: Uses,
    kept_names: Uses,
    names_since: Uses,
    claims_since: i64,
    touched: Vec<(i64, i64)>,
}

/// How many claims name a thing.
///
/// # Errors
/// When the database fails.
pub fn claims_of(tx: &mut Tx<'_, '_>, id: i64) -> Result<i64, DbError> {
    store::claims(tx, id)
}

/// What came of a thing that was merged into another, where that is known here.
///
/// # Errors
/// When the database fails.
pub fn merger(tx: &mut Tx<'_, '_>, merged: i64) -> Result<Option<Merger>, DbError> {
    let row = store::merger(tx, merged)?;
    Ok(row.map(|row| Merger {
        kept: row.kept,
        at: row.at,
        by: row.by.unwrap_or_default(),
    }))
}

/// Merges one thing into another of its kind.
///
/// # Errors
/// When the database fails; why nothing was done is the [`Refusal`].
pub fn merge(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (kept, merged): (i64, i64),
    reason: &str,
) -> Result<Result<(), Refusal>, DbError> {
    let kind = match may_merge(tx, kept, merged)? {
        Ok(kind) => kind,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut made = Made {
        merged_names: store::names(tx, merged)?,
        kept_names: store::names(tx, kept)?,
        ..Made::default()
    };
    let moved = move_claims(tx, hand, (kind, kept, merged), reason)?;
    let mut touched: Vec<i64> = moved.iter().map(|claim| claim.id.0).collect();
    touched.extend(move_others(tx, hand, (kind, kept, merged), reason)?);
    join(tx, hand, (kind, kept, merged), reason)?;
    touched.extend([kept, merged]);
    touched.sort_unstable();
    touched.dedup();
    store::drop_names(tx, merged)?;
    for name in &made.merged_names {
        store::put_name(tx, (kind, kept), name)?;
    }
    made.names_since = store::names(tx, kept)?;
    made.claims_since = store::claims(tx, kept)?;
    made.touched = versions(tx, &touched)?;
    store::insert(tx, hand, (merged, kept), &canonical(&made)?)?;
    tell(tx, hand, &moved)?;
    let subject = Subject(LedgerKind::Record, kept);
    ledger::append(tx, hand, Act::RecordMerged, subject, reason)?;
    Ok(Ok(()))
}

/// Parts two things that were merged: everything says again what it said before. Gives the one that
/// had stayed.
///
/// # Errors
/// When the database fails; why nothing was done is the [`Refusal`].
pub fn part(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    merged: i64,
    reason: &str,
) -> Result<Result<i64, Refusal>, DbError> {
    let Some(row) = store::merger(tx, merged)? else {
        return Ok(Err(Refusal::Changed));
    };
    let (made, kept): (Made, i64) = (parsed(&row.made)?, row.kept);
    let touched: Vec<i64> = made.touched.iter().map(|(id, _)| *id).collect();
    let is_as_left = versions(tx, &touched)? == made.touched
        && store::names(tx, kept)? == made.names_since
        && store::claims(tx, kept)? == made.claims_since;
    let (Some(head), true) = (objects::head(tx, kept)?, is_as_left) else {
        return Ok(Err(Refusal::Changed));
    };
    let mut moved = Vec::new();
    for id in touched {
        let Some(before) = objects::versions(tx, id)?.into_iter().next() else {
            continue;
        };
        objects::update(tx, hand, id, &before.body, reason)?;
        if objects::head(tx, id)?.is_some_and(|head| head.kind == ObjectKind::Claim) {
            let claim: Claim = parsed(&before.body)?;
            claims::update(tx, &claim)?;
            moved.push(claim);
        }
    }
    for (id, names) in [(kept, &made.kept_names), (merged, &made.merged_names)] {
        store::drop_names(tx, id)?;
        for name in names {
            store::put_name(tx, (head.kind, id), name)?;
        }
    }
    store::delete(tx, merged)?;
    tell(tx, hand, &moved)?;
    let subject = Subject(LedgerKind::Record, kept);
    ledger::append(tx, hand, Act::RecordParted, subject, reason)?;
    Ok(Ok(kept))
}

fn may_merge(
    tx: &mut Tx<'_, '_>,
    kept: i64,
    merged: i64,
) -> Result<Result<ObjectKind, Refusal>, DbError> {
    let (Some(one), Some(other)) = (objects::head(tx, kept)?, objects::head(tx, merged)?) else {
        return Ok(Err(Refusal::NotTwo));
    };
    let is_thing = matches!(
        one.kind,
        ObjectKind::Source | ObjectKind::Actor | ObjectKind::Place
    );
    if kept == merged || one.kind != other.kind || !is_thing {
        return Ok(Err(Refusal::NotTwo));
    }
    for id in [kept, merged] {
        if objects::led_to(tx, id)?.is_some() {
            return Ok(Err(Refusal::Gone));
        }
    }
    if one.is_withheld != other.is_withheld {
        return Ok(Err(Refusal::Withheld));
    }
    if store::claims(tx, merged)? > CLAIMS_MAX {
        return Ok(Err(Refusal::TooMany));
    }
    Ok(Ok(one.kind))
}

/// Lets every claim that names the one name the other.
fn move_claims(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (kind, kept, merged): (ObjectKind, i64, i64),
    reason: &str,
) -> Result<Vec<Claim>, DbError> {
    let mut moved = Vec::new();
    for listed in claims::of_part(tx, merged)? {
        let mut body: Value = parsed(&canonical(&listed.claim)?)?;
        repoint(&mut body, kind, (merged, kept));
        let claim: Claim = parsed(&body.to_string())?;
        objects::update(tx, hand, claim.id.0, &canonical(&claim)?, reason)?;
        claims::update(tx, &claim)?;
        moved.push(claim);
    }
    Ok(moved)
}

/// The same for groups, sources and actors.
fn move_others(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (kind, kept, merged): (ObjectKind, i64, i64),
    reason: &str,
) -> Result<Vec<i64>, DbError> {
    let mut touched = Vec::new();
    for (id, _, body) in store::naming(tx, &merged.to_string())? {
        let mut body: Value = parsed(&body)?;
        if ![merged, kept].contains(&id) && repoint(&mut body, kind, (merged, kept)) {
            objects::update(tx, hand, id, &canonical(&body)?, reason)?;
            touched.push(id);
        }
    }
    Ok(touched)
}

/// Writes the names of both to the one, and to the other where it went. Each gets one new version,
/// whatever was changed in it before.
fn join(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (kind, kept, merged): (ObjectKind, i64, i64),
    reason: &str,
) -> Result<(), DbError> {
    let body = |tx: &mut Tx<'_, '_>, id| -> Result<Map<String, Value>, DbError> {
        let text = objects::body_of(tx, kind, id)?.unwrap_or_default();
        parsed(&text)
    };
    let (mut one, mut other) = (body(tx, kept)?, body(tx, merged)?);
    joined(&mut one, &other);
    // A part of the one that it now is itself is none.
    one.retain(|key, value| key != "part_of" || *value != json!(merged));
    other.insert("merged_into".to_owned(), json!(kept));
    objects::update(tx, hand, kept, &canonical(&one)?, reason)?;
    objects::update(tx, hand, merged, &canonical(&other)?, reason)
}

fn versions(tx: &mut Tx<'_, '_>, ids: &[i64]) -> Result<Vec<(i64, i64)>, DbError> {
    let mut found = Vec::new();
    for id in ids {
        let version = objects::head(tx, *id)?.map_or(0, |head| head.version);
        found.push((*id, version));
    }
    Ok(found)
}

/// Finds claims by the names that hold now, and tells the pages that show them.
fn tell(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, moved: &[Claim]) -> Result<(), DbError> {
    for claim in moved {
        let words = decisions::words(tx, claim)?;
        claims::set_words(tx, claim.id, &words)?;
        changes::append(tx, Tag::article(claim.story), 0, hand.at)?;
    }
    changes::append(tx, Tag::Record, 0, hand.at)
}
