//! The SQL of pictures.

use super::{Picture, PictureId};
use crate::db::{DbError, Tx, UtcMillis};

/// Adds a picture unless it is there.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    id: PictureId,
    picture: &Picture,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into picture (id, sha256, width, height, at)
        values ($1, $2, $3, $4, $5)
        on conflict (sha256) do nothing";
    let (width, height) = (i64::from(picture.width), i64::from(picture.height));
    tx.execute(SQL, &[&id, &picture.sha256, &width, &height, &at])?;
    Ok(())
}

/// The picture of that name.
pub(super) fn with_sha256(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<PictureId, DbError> {
    const SQL: &str = "select id from picture where sha256 = $1";
    tx.query_one(SQL, &[&sha256], |row| row.get(0))
}

/// The greatest identifier in use; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select coalesce(max(id), 0) from picture";
    tx.query_one(SQL, &[], |row| row.get(0))
}
