//! The SQL of the record's sitemaps: which of its pages there are, by the condition of
//! `claims/store.rs`.

use crate::db::{DbError, Tx, UtcMillis};
use crate::record::objects::ObjectKind;

/// The condition of what readers may see, on a claim `c`.
macro_rules! if_public {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " join record_object k on k.id = c.id
              join article a on a.id = c.article_id
              where c.status in ('confirmed', 'corrected') and k.is_withheld = 0
                and a.state = 'published' ",
            $after
        )
    };
}

/// The claims that have a page, each with when it was last decided on; the first `skip` left out.
pub(super) fn claims(
    tx: &mut Tx<'_, '_>,
    (skip, limit): (i64, i64),
) -> Result<Vec<(i64, UtcMillis)>, DbError> {
    const SQL: &str = if_public!(
        "select c.id, c.decided_at
         from claim c",
        "order by c.id
         limit $1 offset $2"
    );
    tx.query(SQL, &[&limit, &skip], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The tolls and truces that have a page, each with when a claim of it was last decided on.
pub(super) fn groups(
    tx: &mut Tx<'_, '_>,
    (skip, limit): (i64, i64),
) -> Result<Vec<(ObjectKind, i64, UtcMillis)>, DbError> {
    const SQL: &str = if_public!(
        "select g.kind, g.id, max(c.decided_at)
         from record_object g
         join claim c on c.group_id = g.id",
        "and g.is_withheld = 0
         and (g.kind = 'truce'
              or (g.kind in ('event', 'figure')
                  and c.kind in ('casualty', 'displacement', 'detention')))
         group by g.kind, g.id
         order by g.id
         limit $1 offset $2"
    );
    tx.query(SQL, &[&limit, &skip], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// The sources, actors and places that have a page, each with when a claim that names it was last
/// decided on.
pub(super) fn things(
    tx: &mut Tx<'_, '_>,
    (skip, limit): (i64, i64),
) -> Result<Vec<(ObjectKind, i64, UtcMillis)>, DbError> {
    const SQL: &str = if_public!(
        "select o.kind, o.id, max(c.decided_at)
         from record_object o
         join claim_part p on p.object_id = o.id
         join claim c on c.id = p.claim_id",
        "and o.is_withheld = 0 and o.kind in ('source', 'actor', 'place')
         group by o.kind, o.id
         order by o.id
         limit $1 offset $2"
    );
    tx.query(SQL, &[&limit, &skip], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}
