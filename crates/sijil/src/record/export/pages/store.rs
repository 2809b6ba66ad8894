//! The SQL of how much the record's files hold: counts alone, since a file is made when it is asked
//! for and never only to be measured.

use crate::db::{DbError, Tx};

/// What a claim stands in, by the condition of `claims/store.rs`.
macro_rules! of_public_groups {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " from claim c
              join record_object k on k.id = c.id
              join article a on a.id = c.article_id
              join record_object g on g.id = c.group_id
              where c.status in ('confirmed', 'corrected') and k.is_withheld = 0
                and a.state = 'published' and g.is_withheld = 0 ",
            $after
        )
    };
}

/// How many groups of each kind readers may see.
pub(super) fn groups(tx: &mut Tx<'_, '_>) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = of_public_groups!(
        "select g.kind, count(distinct g.id)",
        "group by g.kind order by g.kind"
    );
    tx.query(SQL, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// How many claims of each kind readers may see in groups of a kind.
pub(super) fn claims_in(tx: &mut Tx<'_, '_>, group: &str) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = of_public_groups!(
        "select c.kind, count(*)",
        "and g.kind = $1 group by c.kind order by c.kind"
    );
    tx.query(SQL, &[&group], |row| Ok((row.get(0)?, row.get(1)?)))
}
