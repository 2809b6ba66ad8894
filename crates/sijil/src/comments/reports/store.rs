//! The SQL of reports.

use super::Reason;
use crate::comments::CommentId;
use crate::db::{DbError, Tx, UtcMillis};

/// Keeps a report; `false` when the same reader reported the comment before.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    comment: CommentId,
    reporter: &[u8],
    reason: Reason,
    at: UtcMillis,
) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into report (comment_id, reporter, reason, at, is_refused)
        values ($1, $2, $3, $4, 0)
        on conflict (comment_id, reporter) do nothing";
    Ok(tx.execute(SQL, &[&comment, &reporter, &reason, &at])? == 1)
}

/// Counts one more report of a comment.
pub(super) fn count(tx: &mut Tx<'_, '_>, comment: CommentId) -> Result<(), DbError> {
    const SQL: &str = "update comment set reports = reports + 1 where id = $1";
    tx.execute(SQL, &[&comment])?;
    Ok(())
}

/// What readers report a comment for, and how many each.
pub fn reasons(tx: &mut Tx<'_, '_>, comment: CommentId) -> Result<Vec<(Reason, i64)>, DbError> {
    const SQL: &str = "
        select reason, count(*)
        from report
        where comment_id = $1 and is_refused = 0
        group by reason
        order by count(*) desc, reason
        limit 5";
    tx.query(SQL, &[&comment], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Settles the reports of a comment that a moderator found nothing wrong with.
pub(super) fn refuse(tx: &mut Tx<'_, '_>, comment: CommentId) -> Result<(), DbError> {
    const SQL_REPORTS: &str = "update report set is_refused = 1 where comment_id = $1";
    const SQL_COMMENT: &str = "update comment set reports = 0 where id = $1";
    tx.execute(SQL_REPORTS, &[&comment])?;
    tx.execute(SQL_COMMENT, &[&comment])?;
    Ok(())
}
