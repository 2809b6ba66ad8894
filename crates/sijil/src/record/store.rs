//! The SQL of how far the record has followed the changes.

use crate::db::{DbError, Tx};

/// The position as it was written; nothing at first.
pub(super) fn position(tx: &mut Tx<'_, '_>) -> Result<Option<String>, DbError> {
    const SQL: &str = "select position from record_position where id = 1";
    tx.query_opt(SQL, &[], |row| row.get(0))
}

/// Writes the position down.
pub(super) fn set_position(tx: &mut Tx<'_, '_>, position: &str) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_position (id, position)
        values (1, $1)
        on conflict (id) do update set position = excluded.position";
    tx.execute(SQL, &[&position])?;
    Ok(())
}
