//! The SQL of everything that the record keeps: the newest version of each thing, and those before.

use serde::de::DeserializeOwned;

use super::ObjectKind;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::record::parsed;
use crate::staff::StaffId;

/// Mergers that are followed from one thing to the next.
const MERGERS_MAX: usize = 100;

/// A thing of the record without its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What it is.
    pub kind: ObjectKind,
    /// Counts from 1.
    pub version: i64,
    /// Whether it is kept from readers.
    pub is_withheld: bool,
}

/// An older version of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Counts from 1.
    pub number: i64,
    /// From when.
    pub at: UtcMillis,
    /// By whom: identifier and name.
    pub by: Option<(StaffId, String)>,
    /// Why it came to be.
    pub reason: String,
    /// What it said: canonical JSON.
    pub body: String,
}

/// Adds a thing; `id` is its own.
pub(in crate::record) fn insert(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (id, kind): (i64, ObjectKind),
    body: &str,
    reason: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_object (id, kind, version, at, staff_id, reason, is_withheld, body)
        values ($1, $2, 1, $3, $4, $5, 0, $6)";
    let staff = hand.by.map(|by| by.staff);
    tx.execute(SQL, &[&id, &kind, &hand.at, &staff, &reason, &body])?;
    Ok(())
}

/// Gives a thing another body and keeps the one before; does nothing when it says the same.
pub(in crate::record) fn update(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: i64,
    body: &str,
    reason: &str,
) -> Result<(), DbError> {
    const KEEP: &str = "
        insert into record_version (object_id, version, at, staff_id, reason, is_withheld, body)
        select id, version, at, staff_id, reason, is_withheld, body
        from record_object
        where id = $1 and body <> $2";
    const SET: &str = "
        update record_object
        set version = version + 1, at = $3, staff_id = $4, reason = $5, body = $2
        where id = $1 and body <> $2";
    let staff = hand.by.map(|by| by.staff);
    tx.execute(KEEP, &[&id, &body])?;
    tx.execute(SET, &[&id, &body, &hand.at, &staff, &reason])?;
    Ok(())
}

/// Keeps a thing from readers, or lets them see it again; a version of its own.
pub(in crate::record) fn withhold(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (id, is_withheld): (i64, bool),
    reason: &str,
) -> Result<(), DbError> {
    const KEEP: &str = "
        insert into record_version (object_id, version, at, staff_id, reason, is_withheld, body)
        select id, version, at, staff_id, reason, is_withheld, body
        from record_object
        where id = $1 and is_withheld <> $2";
    const SET: &str = "
        update record_object
        set version = version + 1, at = $3, staff_id = $4, reason = $5, is_withheld = $2
        where id = $1 and is_withheld <> $2";
    let (withheld, staff) = (i64::from(is_withheld), hand.by.map(|by| by.staff));
    tx.execute(KEEP, &[&id, &withheld])?;
    tx.execute(SET, &[&id, &withheld, &hand.at, &staff, &reason])?;
    Ok(())
}

/// What a thing is, and which version of it stands.
///
/// # Errors
/// When the database fails.
pub fn head(tx: &mut Tx<'_, '_>, id: i64) -> Result<Option<Head>, DbError> {
    const SQL: &str = "select kind, version, is_withheld from record_object where id = $1";
    tx.query_opt(SQL, &[&id], |row| {
        Ok(Head {
            kind: row.get(0)?,
            version: row.get(1)?,
            is_withheld: row.get::<i64>(2)? == 1,
        })
    })
}

/// Whether a thing is kept from readers.
///
/// # Errors
/// When the database fails.
pub fn is_withheld(tx: &mut Tx<'_, '_>, id: i64) -> Result<bool, DbError> {
    Ok(head(tx, id)?.is_some_and(|head| head.is_withheld))
}

/// The canonical text of a thing of a kind.
///
/// # Errors
/// When the database fails.
pub fn body_of(tx: &mut Tx<'_, '_>, kind: ObjectKind, id: i64) -> Result<Option<String>, DbError> {
    const SQL: &str = "select body from record_object where id = $1 and kind = $2";
    tx.query_opt(SQL, &[&id, &kind], |row| row.get(0))
}

/// A thing of a kind.
///
/// # Errors
/// When the database fails.
pub fn with_id<T: DeserializeOwned>(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    id: i64,
) -> Result<Option<T>, DbError> {
    body_of(tx, kind, id)?.map(|body| parsed(&body)).transpose()
}

/// What a thing was merged into, by its text.
#[must_use]
pub fn merged_into(body: &str) -> Option<i64> {
    const FIELD: &str = "merged_into";
    // Hardly any thing was: the text of the others is not read for it.
    let body = Some(body).filter(|body| body.contains(FIELD))?;
    parsed::<serde_json::Value>(body).ok()?.get(FIELD)?.as_i64()
}

/// What a thing is now: that which it was merged into, and that, where it was merged too. Nothing for
/// one that is still its own.
///
/// # Errors
/// When the database fails.
pub fn led_to(tx: &mut Tx<'_, '_>, id: i64) -> Result<Option<i64>, DbError> {
    const SQL: &str = "select body from record_object where id = $1 and kind <> 'claim'";
    let mut last = None;
    for _ in 0..MERGERS_MAX {
        let at = last.unwrap_or(id);
        let body = tx.query_opt(SQL, &[&at], |row| row.get::<String>(0))?;
        match body.as_deref().and_then(merged_into) {
            Some(next) => last = Some(next),
            None => break,
        }
    }
    Ok(last)
}

/// A thing of a kind, unless it is kept from readers; of one that was merged, what it was merged into.
///
/// # Errors
/// When the database fails.
pub fn disclosed<T: DeserializeOwned>(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    id: i64,
) -> Result<Option<T>, DbError> {
    const SQL: &str = "
        select body
        from record_object
        where id = $1 and kind = $2 and is_withheld = 0";
    let mut read = |id: i64| tx.query_opt(SQL, &[&id, &kind], |row| row.get::<String>(0));
    let mut body = read(id)?;
    for _ in 0..MERGERS_MAX {
        match body.as_deref().and_then(merged_into) {
            Some(next) => body = read(next)?,
            None => break,
        }
    }
    body.map(|body| parsed(&body)).transpose()
}

/// The versions of a thing before the one that stands, newest first.
///
/// # Errors
/// When the database fails.
pub fn versions(tx: &mut Tx<'_, '_>, id: i64) -> Result<Vec<Version>, DbError> {
    const SQL: &str = "
        select v.version, v.at, v.staff_id, s.name, v.reason, v.body
        from record_version v
        left join staff s on s.id = v.staff_id
        where v.object_id = $1
        order by v.version desc
        limit 200";
    tx.query(SQL, &[&id], version)
}

fn version(row: &Row<'_>) -> Result<Version, DbError> {
    let name: Option<String> = row.get(3)?;
    Ok(Version {
        number: row.get(0)?,
        at: row.get(1)?,
        by: row.get::<Option<StaffId>>(2)?.zip(name),
        reason: row.get(4)?,
        body: row.get(5)?,
    })
}

/// The version of a thing that stands.
///
/// # Errors
/// When the database fails.
pub fn standing(tx: &mut Tx<'_, '_>, id: i64) -> Result<Option<Version>, DbError> {
    const SQL: &str = "
        select o.version, o.at, o.staff_id, s.name, o.reason, o.body
        from record_object o
        left join staff s on s.id = o.staff_id
        where o.id = $1";
    tx.query_opt(SQL, &[&id], version)
}

/// The things of a kind with some words in a name, the most used first, with whether each is
/// withheld; `folded` empty for all.
///
/// # Errors
/// When the database fails.
pub fn with_words<T: DeserializeOwned>(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    folded: &str,
    limit: i64,
) -> Result<Vec<(T, bool)>, DbError> {
    const SQL: &str = "
        select o.body, o.is_withheld
        from record_object o
        join (select object_id, max(uses) as uses
              from record_name
              where kind = $1 and folded like '%' || $2 || '%'
              group by object_id) n on n.object_id = o.id
        where o.kind = $1
        order by n.uses desc, o.id
        limit $3";
    let found = tx.query(SQL, &[&kind, &folded, &limit], |row| {
        Ok((row.get::<String>(0)?, row.get::<i64>(1)? == 1))
    })?;
    let each = found.into_iter();
    each.map(|(body, is_withheld)| Ok((parsed(&body)?, is_withheld)))
        .collect()
}

/// The greatest identifier that is kept of things, anchors and decisions.
///
/// # Errors
/// When the database fails.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "
        select coalesce(max(id), 0)
        from (select max(id) as id from record_object
              union all select max(id) from anchor
              union all select max(id) from record_decision) newest";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// Lets a thing be found by a name; a name that it has counts one use more.
pub(super) fn put_name(
    tx: &mut Tx<'_, '_>,
    (kind, id): (ObjectKind, i64),
    folded: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_name (kind, folded, object_id, uses)
        values ($1, $2, $3, 1)
        on conflict (kind, folded, object_id) do update set uses = record_name.uses + 1";
    tx.execute(SQL, &[&kind, &folded, &id])?;
    Ok(())
}

/// The things of a kind that have a name, the most used first.
pub(super) fn with_name(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    folded: &str,
) -> Result<Vec<i64>, DbError> {
    const SQL: &str = "
        select object_id
        from record_name
        where kind = $1 and folded = $2
        order by uses desc, object_id
        limit 20";
    tx.query(SQL, &[&kind, &folded], |row| row.get(0))
}
