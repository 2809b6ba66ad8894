//! The SQL of what the record adds to the tools.

use crate::db::{DbError, Tx};
use crate::record::objects::ObjectKind;

/// Things of one statement.
pub(super) const PIECE: i64 = 1000;

/// What tells two states of the record's names apart: it grows with every thing and version of one.
pub(super) fn stamp(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "
        select cast(coalesce(sum(version), 0) as bigint)
        from record_object
        where kind in ('source', 'actor', 'place')";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// The things of a kind after an identifier that are not withheld.
pub(super) fn bodies(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    after: i64,
) -> Result<Vec<(i64, String)>, DbError> {
    const SQL: &str = "
        select id, body
        from record_object
        where kind = $1 and id > $2 and is_withheld = 0
        order by id
        limit $3";
    tx.query(SQL, &[&kind, &after, &PIECE], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}
