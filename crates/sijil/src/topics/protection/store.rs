//! The SQL of protecting somebody.

use super::TopicId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::StaffId;

/// Keeps somebody's names.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    id: TopicId,
    names: &str,
    (at, staff): (UtcMillis, Option<StaffId>),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into protection (topic_id, names, at, staff_id)
        values ($1, $2, $3, $4)";
    tx.execute(SQL, &[&id, &names, &at, &staff]).map(drop)
}

/// Everybody: who, their names, since when.
pub(super) fn all(
    tx: &mut Tx<'_, '_>,
    limit: i64,
) -> Result<Vec<(TopicId, String, UtcMillis)>, DbError> {
    const SQL: &str = "
        select topic_id, names, at
        from protection
        order by at, topic_id
        limit $1";
    tx.query(SQL, &[&limit], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// Gives somebody's names back.
pub(super) fn delete(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<Option<String>, DbError> {
    const SQL: &str = "delete from protection where topic_id = $1 returning names";
    tx.query_opt(SQL, &[&id], |row| row.get(0))
}

/// Takes all stories from under a person.
pub(super) fn detach(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<(), DbError> {
    const SQL: &str = "delete from article_topic where topic_id = $1";
    tx.execute(SQL, &[&id]).map(drop)
}

/// Takes all stories off a person's list.
pub(super) fn unlist(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<(), DbError> {
    const SQL: &str = "delete from listing where topic_id = $1";
    tx.execute(SQL, &[&id]).map(drop)
}

/// Takes a person's names out of what readers see.
pub(super) fn unname(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<(), DbError> {
    const SQL: &str = "delete from topic_name where topic_id = $1";
    tx.execute(SQL, &[&id]).map(drop)
}
