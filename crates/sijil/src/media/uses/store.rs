//! The SQL of what stories use.

use super::Use;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};

/// Notes that a story uses something; what is printed stays so.
pub(super) fn note(
    tx: &mut Tx<'_, '_>,
    sha256: &str,
    article: ArticleId,
    is_printed: i64,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into media_use (sha256, article_id, is_printed)
        values ($1, $2, $3)
        on conflict (sha256, article_id) do update
        set is_printed = case when excluded.is_printed = 1 then 1 else media_use.is_printed end";
    tx.execute(SQL, &[&sha256, &article, &is_printed])?;
    Ok(())
}

/// Forgets what only a story's working copy used.
pub(super) fn forget_drafts(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<(), DbError> {
    const SQL: &str = "delete from media_use where article_id = $1 and is_printed = 0";
    tx.execute(SQL, &[&article])?;
    Ok(())
}

/// The stories that use something, newest first, at most a hundred.
pub fn uses(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<Vec<Use>, DbError> {
    const SQL: &str = "
        select a.id, a.lang, a.headline, a.day, a.slug, u.is_printed
        from media_use u
        join article a on a.id = u.article_id
        where u.sha256 = $1
        order by a.id desc
        limit 100";
    tx.query(SQL, &[&sha256], |row| {
        let (day, slug): (String, String) = (row.get(3)?, row.get(4)?);
        let is_printed: i64 = row.get(5)?;
        Ok(Use {
            article: row.get(0)?,
            lang: row.parsed(1)?,
            headline: row.get(2)?,
            address: (!day.is_empty()).then_some((day, slug)),
            is_printed: is_printed == 1,
        })
    })
}
