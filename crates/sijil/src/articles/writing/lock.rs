//! Who writes: one at a time, until they leave, are not seen for a while, or another takes over.

use super::{Lock, Open, WritingError, may_write, open, store};
use crate::articles::{ArticleId, roll};
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::staff::Staff;

/// Somebody begins to write. Gives who does already, if that is another.
///
/// # Errors
/// [`WritingError::NotFound`], [`WritingError::Closed`].
pub fn lock(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: ArticleId,
) -> Result<Option<Lock>, WritingError> {
    roll::take(tx, id)?;
    let open = open(tx, staff, id, hand.at)?;
    if !may_write(staff, open.entry.state) {
        return Err(WritingError::Closed(open.entry.state));
    }
    match &open.lock {
        Some(lock) if lock.staff != staff.id => return Ok(open.lock),
        Some(_) => store::see_lock(tx, id, hand.at)?,
        None => start_writing(tx, hand, staff, &open)?,
    }
    Ok(None)
}

/// Somebody goes on in another's place, who is told when they save next.
///
/// # Errors
/// [`WritingError::NotFound`], [`WritingError::Closed`].
pub fn take_over(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: ArticleId,
) -> Result<(), WritingError> {
    if let Some(lock) = lock(tx, hand, staff, id)? {
        store::take_lock(tx, id, staff.id, hand.at)?;
        ledger::append(
            tx,
            hand,
            Act::TakenOver,
            Subject(Kind::Story, id.0),
            &lock.by,
        )?;
    }
    Ok(())
}

/// Somebody stops writing.
///
/// # Errors
/// When the database fails.
pub fn leave(tx: &mut Tx<'_, '_>, staff: &Staff, id: ArticleId) -> Result<(), DbError> {
    store::leave_lock(tx, id, staff.id)
}

pub(super) fn start_writing(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    open: &Open,
) -> Result<(), DbError> {
    let id = open.article.id;
    store::take_lock(tx, id, staff.id, hand.at)?;
    let owner = open.entry.owner.as_ref().map(|(owner, _)| *owner);
    if owner == Some(staff.id) {
        return Ok(());
    }
    ledger::append(tx, hand, Act::Edited, Subject(Kind::Story, id.0), "")
}
