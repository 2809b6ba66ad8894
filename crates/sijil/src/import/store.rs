//! The SQL of imports: what was taken in, from where.

use sijil_import::Incoming;

use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};

/// The story that an input became before, by its source's own identity or by its bytes.
pub(super) fn known(
    tx: &mut Tx<'_, '_>,
    identity: &str,
    sha256: &str,
) -> Result<Option<ArticleId>, DbError> {
    const SQL: &str = "
        select article_id
        from import_item
        where identity = $1 or sha256 = $2
        order by at, identity
        limit 1";
    tx.query_opt(SQL, &[&identity, &sha256], |row| row.get(0))
}

/// Notes what was taken in, with all that was found on the page.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    incoming: &Incoming,
    article: ArticleId,
    record: &str,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into import_item (identity, source, sha256, article_id, record, at)
        values ($1, $2, $3, $4, $5, $6)";
    let (identity, source, sha256) = (&incoming.id, &incoming.source, &incoming.sha256);
    tx.execute(SQL, &[identity, source, sha256, &article, &record, &at])?;
    Ok(())
}

/// The identity with which a story was imported.
pub fn identity(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Option<String>, DbError> {
    const SQL: &str = "
        select identity
        from import_item
        where article_id = $1
        order by at, identity
        limit 1";
    tx.query_opt(SQL, &[&article], |row| row.get(0))
}
