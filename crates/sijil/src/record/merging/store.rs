//! The SQL of merging: what names a thing, the names that move, and what is needed to part them again.

use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::record::objects::ObjectKind;

/// Names with how often each was meant.
pub(super) type Uses = Vec<(String, i64)>;

/// A merger as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) kept: i64,
    pub(super) at: UtcMillis,
    pub(super) by: Option<String>,
    /// JSON.
    pub(super) made: String,
}

/// Things other than claims whose text has a number in it: whoever asks looks whether it is a name.
pub(super) fn naming(
    tx: &mut Tx<'_, '_>,
    number: &str,
) -> Result<Vec<(i64, ObjectKind, String)>, DbError> {
    const SQL: &str = "
        select id, kind, body
        from record_object
        where kind <> 'claim' and kind <> 'place' and body like '%' || $1 || '%'
        order by id";
    tx.query(SQL, &[&number], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// By which names a thing is found.
pub(super) fn names(tx: &mut Tx<'_, '_>, id: i64) -> Result<Uses, DbError> {
    const SQL: &str = "
        select folded, uses
        from record_name
        where object_id = $1
        order by folded";
    tx.query(SQL, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Takes every name from a thing.
pub(super) fn drop_names(tx: &mut Tx<'_, '_>, id: i64) -> Result<(), DbError> {
    const SQL: &str = "delete from record_name where object_id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// Gives a thing a name; uses of one that it has are added up.
pub(super) fn put_name(
    tx: &mut Tx<'_, '_>,
    (kind, id): (ObjectKind, i64),
    (folded, uses): &(String, i64),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_name (kind, folded, object_id, uses)
        values ($1, $2, $3, $4)
        on conflict (kind, folded, object_id) do update set uses = record_name.uses + excluded.uses";
    tx.execute(SQL, &[&kind, folded, &id, uses])?;
    Ok(())
}

/// How many claims name a thing.
pub(super) fn claims(tx: &mut Tx<'_, '_>, id: i64) -> Result<i64, DbError> {
    const SQL: &str = "
        select count(distinct claim_id)
        from claim_part
        where object_id = $1";
    tx.query_one(SQL, &[&id], |row| row.get(0))
}

/// Keeps what is needed to part two things again.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (merged, kept): (i64, i64),
    made: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_merger (merged_id, kept_id, at, staff_id, made)
        values ($1, $2, $3, $4, $5)";
    let staff = hand.by.map(|by| by.staff);
    tx.execute(SQL, &[&merged, &kept, &hand.at, &staff, &made])?;
    Ok(())
}

/// The merger of a thing into another; nothing for one that was taken in from a file.
pub(super) fn merger(tx: &mut Tx<'_, '_>, merged: i64) -> Result<Option<Row>, DbError> {
    const SQL: &str = "
        select m.kept_id, m.at, s.name, m.made
        from record_merger m
        left join staff s on s.id = m.staff_id
        where m.merged_id = $1";
    tx.query_opt(SQL, &[&merged], |row| {
        Ok(Row {
            kept: row.get(0)?,
            at: row.get(1)?,
            by: row.get(2)?,
            made: row.get(3)?,
        })
    })
}

/// Forgets it.
pub(super) fn delete(tx: &mut Tx<'_, '_>, merged: i64) -> Result<(), DbError> {
    const SQL: &str = "delete from record_merger where merged_id = $1";
    tx.execute(SQL, &[&merged])?;
    Ok(())
}
