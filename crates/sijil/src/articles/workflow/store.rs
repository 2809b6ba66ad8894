//! The SQL of what stands between writing and publishing: approvals and embargoes.

use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::StaffId;

/// Says that somebody found a story ready.
pub(in crate::articles) fn approve(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    staff: Option<StaffId>,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into approval (article_id, staff_id, at)
        values ($1, $2, $3)
        on conflict (article_id) do update set staff_id = excluded.staff_id, at = excluded.at";
    tx.execute(SQL, &[&id, &staff, &at])?;
    Ok(())
}

/// Takes that back.
pub(in crate::articles) fn disapprove(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<(), DbError> {
    const SQL: &str = "delete from approval where article_id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// Until when a story must not be published.
pub fn embargo(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Option<(UtcMillis, String)>, DbError> {
    const SQL: &str = "select until, reason from embargo where article_id = $1";
    tx.query_opt(SQL, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Sets until when a story must not be published, and why.
pub(super) fn set_embargo(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    (until, reason): (UtcMillis, &str),
    (staff, at): (Option<StaffId>, UtcMillis),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into embargo (article_id, until, reason, staff_id, at)
        values ($1, $2, $3, $4, $5)
        on conflict (article_id) do update
        set until = excluded.until, reason = excluded.reason, staff_id = excluded.staff_id,
            at = excluded.at";
    tx.execute(SQL, &[&id, &until, &reason, &staff, &at])?;
    Ok(())
}

/// Lets a story be published at any time; `false` when nothing kept it.
pub(super) fn lift_embargo(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<bool, DbError> {
    const SQL: &str = "delete from embargo where article_id = $1";
    Ok(tx.execute(SQL, &[&id])? == 1)
}
