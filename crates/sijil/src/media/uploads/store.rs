//! The SQL of files that are being handed in.

use super::{Refusal, State, Upload, UploadId};
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::staff::StaffId;

/// A query for them: what follows the table is the caller's.
macro_rules! files {
    ($rest:literal) => {
        concat!(
            "select id, batch, staff_id, name, bytes, state, refusal, sha256, at
             from upload ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Upload, DbError> {
    let refusal: String = row.get(6)?;
    Ok(Upload {
        id: row.get(0)?,
        batch: row.get(1)?,
        staff: row.get(2)?,
        name: row.get(3)?,
        bytes: row.get(4)?,
        state: row.get(5)?,
        refusal: Refusal::try_from(refusal).ok(),
        sha256: row.get(7)?,
        at: row.get(8)?,
    })
}

/// Adds a file.
pub(super) fn insert(tx: &mut Tx<'_, '_>, upload: &Upload) -> Result<(), DbError> {
    const SQL: &str = "
        insert into upload (id, batch, staff_id, name, bytes, state, refusal, sha256, at)
        values ($1, $2, $3, $4, $5, $6, $7, '', $8)";
    let refusal = upload.refusal.map_or("", Refusal::word);
    tx.execute(
        SQL,
        &[
            &upload.id,
            &upload.batch,
            &upload.staff,
            &upload.name,
            &upload.bytes,
            &upload.state,
            &refusal,
            &upload.at,
        ],
    )?;
    Ok(())
}

/// One file.
pub fn upload(tx: &mut Tx<'_, '_>, id: UploadId) -> Result<Option<Upload>, DbError> {
    const SQL: &str = files!("where id = $1");
    tx.query_opt(SQL, &[&id], read)
}

/// The files of one form, in the order in which they came.
pub fn of_batch(tx: &mut Tx<'_, '_>, batch: i64, staff: StaffId) -> Result<Vec<Upload>, DbError> {
    const SQL: &str = files!(
        "where batch = $1 and staff_id = $2
         order by id
         limit 100"
    );
    tx.query(SQL, &[&batch, &staff], read)
}

/// How many files somebody has begun and not ended.
pub(super) fn open_of(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<i64, DbError> {
    const SQL: &str = "select count(*) from upload where staff_id = $1 and state = 'open'";
    tx.query_one(SQL, &[&staff], |row| row.get(0))
}

/// Notes what became of a file.
pub(super) fn settle(tx: &mut Tx<'_, '_>, upload: &Upload) -> Result<(), DbError> {
    const SQL: &str = "
        update upload
        set state = $2, refusal = $3, sha256 = $4
        where id = $1";
    let refusal = upload.refusal.map_or("", Refusal::word);
    let state: State = upload.state;
    tx.execute(SQL, &[&upload.id, &state, &refusal, &upload.sha256])?;
    Ok(())
}

/// Files that were begun before an instant and not ended.
pub(super) fn left(tx: &mut Tx<'_, '_>, before: UtcMillis) -> Result<Vec<UploadId>, DbError> {
    const SQL: &str = "
        select id
        from upload
        where at < $1 and state = 'open'
        order by id
        limit 1000";
    tx.query(SQL, &[&before], |row| row.get(0))
}

/// Forgets a file.
pub(super) fn delete(tx: &mut Tx<'_, '_>, id: UploadId) -> Result<(), DbError> {
    const SQL: &str = "delete from upload where id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// Forgets what became of the files of long ago.
pub(super) fn delete_settled(tx: &mut Tx<'_, '_>, before: UtcMillis) -> Result<(), DbError> {
    const SQL: &str = "delete from upload where at < $1 and state <> 'open'";
    tx.execute(SQL, &[&before])?;
    Ok(())
}
