//! Older sheets, and those that lost: kept, and thinned as they grow old.

use super::{CopyId, CopyKind, Sheet, store};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::staff::StaffId;

const MINUTE_MS: i64 = 60 * 1000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Copies are forgotten after this long; what was published is kept for ever elsewhere.
const COPIES_KEPT_MS: i64 = 180 * DAY_MS;

/// Keeps a sheet as a copy; of one person and kind, one a minute.
pub(super) fn set_aside(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (id, staff): (ArticleId, StaffId),
    kind: CopyKind,
    sheet: &Sheet,
) -> Result<CopyId, DbError> {
    let minute = UtcMillis(hand.at.0 - hand.at.0.rem_euclid(MINUTE_MS));
    if let Some(copy) = store::copy_since(tx, id, (kind, staff), minute)? {
        store::replace_copy(tx, copy, (hand.at, sheet))?;
        return Ok(copy);
    }
    let copy: CopyId = hand.ids.next(hand.at);
    store::insert_copy(tx, (copy, id), (kind, staff), (hand.at, sheet))?;
    Ok(copy)
}

/// Keeps of the copies one a minute for an hour, one an hour for a day, then one a day for half a
/// year. What somebody lost to another stays whole until then.
///
/// # Errors
/// When the database fails.
pub fn thin(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<(), DbError> {
    let ago = |ms: i64| UtcMillis(now.0 - ms);
    store::thin(tx, (ago(2 * DAY_MS), ago(HOUR_MS)), HOUR_MS)?;
    store::thin(tx, (ago(3 * DAY_MS), ago(DAY_MS)), DAY_MS)?;
    store::forget_copies(tx, ago(COPIES_KEPT_MS))?;
    Ok(())
}
