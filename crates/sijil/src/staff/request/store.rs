//! The SQL of acts that wait for a second admin.

use super::{Request, RequestId, What};
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::StaffId;

/// Adds a request.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    request: &Request,
    wish: &str,
    ends_at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into request (id, what, about_id, detail, wish, staff_id, at, ends_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let params: [&dyn crate::db::Param; 8] = [
        &request.id,
        &request.what,
        &request.about,
        &request.detail,
        &wish,
        &request.by,
        &request.at,
        &ends_at,
    ];
    tx.execute(SQL, &params).map(drop)
}

/// What waits, the oldest first.
pub(super) fn waiting(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Vec<Request>, DbError> {
    const SQL: &str = "
        select request.id, request.what, request.about_id, request.detail, request.staff_id,
               coalesce(staff.name, ''), request.at
        from request
        left join staff on staff.id = request.staff_id
        where request.ends_at > $1
        order by request.id
        limit 200";
    tx.query(SQL, &[&now], |row| {
        Ok(Request {
            id: row.get(0)?,
            what: row.get(1)?,
            about: row.get(2)?,
            detail: row.get(3)?,
            by: row.get(4)?,
            name: row.get(5)?,
            at: row.get(6)?,
        })
    })
}

/// Takes a request that another asked and that still waits.
pub(super) fn take(
    tx: &mut Tx<'_, '_>,
    id: RequestId,
    by: StaffId,
    now: UtcMillis,
) -> Result<Option<String>, DbError> {
    const SQL: &str = "
        delete from request
        where id = $1 and staff_id <> $2 and ends_at > $3
        returning wish";
    tx.query_opt(SQL, &[&id, &by, &now], |row| row.get(0))
}

/// Takes a request away; gives what it was about.
pub(super) fn delete(tx: &mut Tx<'_, '_>, id: RequestId) -> Result<Option<(What, i64)>, DbError> {
    const SQL: &str = "delete from request where id = $1 returning what, about_id";
    tx.query_opt(SQL, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}
