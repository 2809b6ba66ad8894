//! Whose comments are whose to decide on: who is limited to languages and sections decides on those
//! under stories of theirs. What holds for the whole paper is for who has no limits.

use super::BatchId;
use super::store;
use crate::articles::{self, ArticleId};
use crate::comments::{self, CommentId};
use crate::db::{DbError, Tx};
use crate::staff::Staff;

/// Whether what readers say about a story is within somebody's limits.
///
/// # Errors
/// When the database fails.
pub fn reaches(tx: &mut Tx<'_, '_>, staff: &Staff, story: ArticleId) -> Result<bool, DbError> {
    if staff.limits().is_everything() {
        return Ok(true);
    }
    let story = articles::article(tx, story)?;
    Ok(story.is_some_and(|story| staff.reaches(story.lang, story.section)))
}

/// Whether all of these comments are. One that is gone is nobody's business.
pub(super) fn reaches_all(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    ids: &[CommentId],
) -> Result<bool, DbError> {
    if staff.limits().is_everything() {
        return Ok(true);
    }
    for id in ids {
        let comment = comments::comment(tx, *id)?;
        if let Some(comment) = comment
            && !reaches(tx, staff, comment.article)?
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether all decisions of a batch are.
pub(super) fn reaches_batch(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    batch: BatchId,
) -> Result<bool, DbError> {
    let made = store::made(tx, batch)?;
    let ids: Vec<CommentId> = made.iter().map(|made| made.comment).collect();
    reaches_all(tx, staff, &ids)
}
