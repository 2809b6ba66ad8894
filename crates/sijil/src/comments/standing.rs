//! What may happen to a comment. Whoever changes one first takes the row of its thread, so that the
//! counts, the places and the rows agree whatever else happens at the same moment.

use super::{Comment, CommentId, NewComment, Seen, State, store};
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use store::Counts;

/// Why a comment could not be kept as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommentError {
    /// The comment that it answers is not shown, or stands under another story.
    #[error("the comment that is answered is not there any more")]
    ParentGone,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Keeps a new comment under a story, and its writer's address where there is one.
///
/// # Errors
/// [`CommentError::ParentGone`].
pub fn insert(tx: &mut Tx<'_, '_>, new: &NewComment) -> Result<(), CommentError> {
    let is_shown = new.state == State::Shown;
    let is_root = new.parent.is_none();
    let counts = Counts {
        shown: one_if(is_shown),
        roots: one_if(is_shown && is_root),
        waiting: one_if(new.state == State::Held),
    };
    store::add_counts(tx, new.article, counts)?;
    if !store::insert(tx, new)? {
        return Err(CommentError::ParentGone);
    }
    if new.mail.is_some() {
        store::insert_mail(tx, new)?;
    }
    if is_shown {
        if !is_root {
            store::add_reply_to_root_of(tx, new.id, 1)?;
        }
        changes::append(tx, Tag::thread(new.article), new.at.0, new.at)?;
    }
    Ok(())
}

/// Moves a comment from one state to another; `false` when it is not any more what was seen.
///
/// # Errors
/// When the database fails.
pub fn set_state(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
    from: Seen,
    to: State,
    at: UtcMillis,
) -> Result<bool, DbError> {
    let Some(comment) = locked(tx, id)?.filter(|comment| comment.seen() == from) else {
        return Ok(false);
    };
    moved(tx, &comment, to, at)?;
    Ok(true)
}

/// The words of a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The writer's name.
    pub name: String,
    /// The text.
    pub body: String,
}

/// Gives a comment other words and moves it to `to`, from where it is; `false` when it is not any
/// more what was seen.
///
/// # Errors
/// When the database fails.
pub fn edit(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
    from: Seen,
    words: &Words,
    (to, at): (State, UtcMillis),
) -> Result<bool, DbError> {
    let Some(comment) = locked(tx, id)?.filter(|comment| comment.seen() == from) else {
        return Ok(false);
    };
    store::set_words(tx, id, words, at)?;
    if comment.state == to {
        if comment.is_shown() {
            changes::append(tx, Tag::thread(comment.article), at.0, at)?;
        }
    } else {
        moved(tx, &comment, to, at)?;
    }
    Ok(true)
}

/// Takes a comment's name and words away for good, and all that could lead to its writer; `false`
/// when there is none.
///
/// # Errors
/// When the database fails.
pub fn erase(tx: &mut Tx<'_, '_>, id: CommentId, at: UtcMillis) -> Result<bool, DbError> {
    let Some(comment) = locked(tx, id)? else {
        return Ok(false);
    };
    store::wipe(tx, id)?;
    store::wipe_trace(tx, id)?;
    if comment.state != State::Erased {
        moved(tx, &comment, State::Erased, at)?;
    }
    Ok(true)
}

/// Sets a comment's rank under "best". The page changes with the votes, which tell of themselves.
///
/// # Errors
/// When the database fails.
pub fn set_best(tx: &mut Tx<'_, '_>, id: CommentId, best: i64) -> Result<(), DbError> {
    store::set_best(tx, id, best)
}

/// The comment, with its thread's row taken.
fn locked(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<Option<Comment>, DbError> {
    let Some(comment) = store::comment(tx, id)? else {
        return Ok(None);
    };
    store::add_counts(tx, comment.article, Counts::default())?;
    // Read again: until now another write may have been under way.
    store::comment(tx, id)
}

fn moved(tx: &mut Tx<'_, '_>, comment: &Comment, to: State, at: UtcMillis) -> Result<(), DbError> {
    let (was_shown, is_shown) = (comment.is_shown(), to == State::Shown);
    store::set_state(tx, comment.id, to, at)?;
    let shown = one_if(is_shown) - one_if(was_shown);
    let roots = if shown == 0 {
        0
    } else {
        rearranged(tx, comment, shown)?
    };
    let counts = Counts {
        shown,
        roots,
        waiting: one_if(to == State::Held) - one_if(comment.state == State::Held),
    };
    store::add_counts(tx, comment.article, counts)?;
    if shown != 0 {
        changes::append(tx, Tag::thread(comment.article), at.0, at)?;
    }
    Ok(())
}

/// Sets anew which comments of a branch have a place after one of them was shown or hidden; gives
/// by how much the places at the top have changed.
fn rearranged(tx: &mut Tx<'_, '_>, comment: &Comment, shown: i64) -> Result<i64, DbError> {
    let was_placed = store::is_placed(tx, comment.root)?;
    if comment.id != comment.root {
        store::add_reply_to_root_of(tx, comment.id, shown)?;
        store::set_place(tx, comment.id)?;
    }
    // What is answered keeps its place without words, as long as an answer is shown.
    if let Some(parent) = comment.parent.filter(|parent| *parent != comment.root) {
        store::set_place(tx, parent)?;
    }
    store::set_place(tx, comment.root)?;
    Ok(store::is_placed(tx, comment.root)? - was_placed)
}

fn one_if(holds: bool) -> i64 {
    i64::from(holds)
}
