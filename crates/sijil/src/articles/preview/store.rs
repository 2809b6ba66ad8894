//! The SQL of links that show a story before it is public.

use super::{Preview, PreviewId};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::StaffId;

/// Adds a link.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    preview: &Preview,
    (article, staff): (ArticleId, StaffId),
    sha256: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into preview (id, token_sha256, article_id, staff_id, at, expires_at)
        values ($1, $2, $3, $4, $5, $6)";
    let (at, expires_at) = (preview.at, preview.expires_at);
    tx.execute(
        SQL,
        &[&preview.id, &sha256, &article, &staff, &at, &expires_at],
    )?;
    Ok(())
}

/// Takes a link away; `false` when the story has none of that number.
pub(super) fn delete(
    tx: &mut Tx<'_, '_>,
    id: PreviewId,
    article: ArticleId,
) -> Result<bool, DbError> {
    const SQL: &str = "delete from preview where id = $1 and article_id = $2";
    Ok(tx.execute(SQL, &[&id, &article])? == 1)
}

/// The story behind a link that is good, and until when.
pub(super) fn shown(
    tx: &mut Tx<'_, '_>,
    sha256: &str,
    now: UtcMillis,
) -> Result<Option<(ArticleId, UtcMillis)>, DbError> {
    const SQL: &str = "
        select article_id, expires_at
        from preview
        where token_sha256 = $1 and expires_at > $2";
    tx.query_opt(SQL, &[&sha256, &now], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The links to a story that are good, newest first.
pub fn of_story(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    now: UtcMillis,
) -> Result<Vec<Preview>, DbError> {
    const SQL: &str = "
        select p.id, s.name, p.at, p.expires_at
        from preview p
        left join staff s on s.id = p.staff_id
        where p.article_id = $1 and p.expires_at > $2
        order by p.at desc, p.id desc
        limit 20";
    tx.query(SQL, &[&id, &now], |row| {
        Ok(Preview {
            id: row.get(0)?,
            by: row.get::<Option<String>>(1)?.unwrap_or_default(),
            at: row.get(2)?,
            expires_at: row.get(3)?,
        })
    })
}

/// Forgets links that ended.
pub fn forget(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<u64, DbError> {
    const SQL: &str = "delete from preview where expires_at <= $1";
    tx.execute(SQL, &[&now])
}
