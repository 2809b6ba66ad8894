//! The SQL of receipts.

use crate::comments::CommentId;
use crate::db::{DbError, Tx};

/// Notes that a writer asked for a second look, and tells moderators; `false` when that was done
/// before.
pub(super) fn ask_again(tx: &mut Tx<'_, '_>, id: CommentId, reason: &str) -> Result<bool, DbError> {
    const SQL: &str = "
        update comment
        set has_asked_again = 1, reasons = $2
        where id = $1 and has_asked_again = 0";
    Ok(tx.execute(SQL, &[&id, &reason])? == 1)
}

/// Keeps why changed words wait, and what the filter thinks of them.
pub(super) fn set_reasons(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
    reasons: &str,
    score: i64,
) -> Result<(), DbError> {
    const SQL: &str = "update comment set reasons = $2, score = $3 where id = $1";
    tx.execute(SQL, &[&id, &reasons, &score])?;
    Ok(())
}

/// The rule by which a comment was turned down last, and the moderator's note; both may be empty.
pub(super) fn refusal(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
) -> Result<Option<(String, String)>, DbError> {
    const SQL: &str = "
        select reason, note
        from decision
        where comment_id = $1 and verdict in ('rejected', 'spam') and undone_at is null
        order by id desc
        limit 1";
    tx.query_opt(SQL, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}
