//! The SQL of second factors.

use super::Kept;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::StaffId;

/// Somebody's second factor, with the recovery codes that are left.
pub(in crate::staff) fn kept(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<Option<Kept>, DbError> {
    const SQL: &str = "select nonce, last_step from second_factor where staff_id = $1";
    let found = tx.query_opt(SQL, &[&staff], |row| {
        Ok(Kept {
            nonce: row.get(0)?,
            last_step: row.get(1)?,
            tags: Vec::new(),
        })
    })?;
    let Some(mut kept) = found else {
        return Ok(None);
    };
    kept.tags = tags(tx, staff)?;
    Ok(Some(kept))
}

fn tags(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<Vec<String>, DbError> {
    const SQL: &str = "
        select tag
        from recovery_code
        where staff_id = $1 and used_at is null
        order by tag
        limit 100";
    tx.query(SQL, &[&staff], |row| row.get(0))
}

/// Sets somebody's app, in the place of another.
pub(in crate::staff) fn put(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    (nonce, step): (&str, i64),
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into second_factor (staff_id, nonce, last_step, at)
        values ($1, $2, $3, $4)
        on conflict (staff_id) do update
        set nonce = excluded.nonce, last_step = excluded.last_step, at = excluded.at";
    tx.execute(SQL, &[&staff, &nonce, &step, &at]).map(drop)
}

/// Takes the app off somebody; gives whether they had one.
pub(in crate::staff) fn delete(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<bool, DbError> {
    const SQL: &str = "delete from second_factor where staff_id = $1";
    Ok(tx.execute(SQL, &[&staff])? == 1)
}

/// Uses a step up, and those before it; gives whether it was not used before.
pub(in crate::staff) fn use_step(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    step: i64,
) -> Result<bool, DbError> {
    const SQL: &str = "
        update second_factor set last_step = $2
        where staff_id = $1 and last_step < $2";
    Ok(tx.execute(SQL, &[&staff, &step])? == 1)
}

/// Uses a recovery code up; gives whether it was not used before.
pub(in crate::staff) fn use_code(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    tag: &str,
    at: UtcMillis,
) -> Result<bool, DbError> {
    const SQL: &str = "
        update recovery_code set used_at = $3
        where staff_id = $1 and tag = $2 and used_at is null";
    Ok(tx.execute(SQL, &[&staff, &tag, &at])? == 1)
}

/// Adds a recovery code.
pub(in crate::staff) fn add_code(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    tag: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into recovery_code (staff_id, tag)
        values ($1, $2)
        on conflict (staff_id, tag) do nothing";
    tx.execute(SQL, &[&staff, &tag]).map(drop)
}

/// Takes all recovery codes off somebody.
pub(in crate::staff) fn clear_codes(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<(), DbError> {
    const SQL: &str = "delete from recovery_code where staff_id = $1";
    tx.execute(SQL, &[&staff]).map(drop)
}
