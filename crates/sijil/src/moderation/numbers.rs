//! The numbers of the day, small: how much waits, how much came, what became of it, how long it took.

use super::queue::waiting;
use super::store;
use crate::comments::State;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::Reach;

/// Decisions from which the wait is taken.
const WAITS_MAX: i64 = 200;

/// What the queue says at its top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Numbers {
    /// Comments that wait within the moderator's limits, whenever they came.
    pub(super) waiting: i64,
    /// Comments sent today.
    pub(super) received: i64,
    /// Of these, on the page.
    pub(super) shown: i64,
    /// Of these, turned down.
    pub(super) rejected: i64,
    /// Of these, spam.
    pub(super) spam: i64,
    /// Minutes that half of those decided today waited at most; nothing when there were none.
    pub(super) median_minutes: Option<i64>,
}

/// The numbers of the day that began at `day`, which are the whole paper's.
pub(super) fn numbers(
    tx: &mut Tx<'_, '_>,
    reach: &Reach,
    day: UtcMillis,
) -> Result<Numbers, DbError> {
    let mut of = |state| store::since(tx, state, day);
    let (held, shown) = (of(State::Held)?, of(State::Shown)?);
    let (rejected, spam) = (of(State::Rejected)?, of(State::Spam)?);
    let taken_back = of(State::Withdrawn)? + of(State::Erased)?;
    let waits = store::waits(tx, WAITS_MAX)?;
    let today = waits.into_iter().filter(|(at, _)| *at >= day);
    let mut today: Vec<i64> = today.map(|(_, wait)| wait).collect();
    today.sort_unstable();
    Ok(Numbers {
        waiting: waiting(tx, reach)?,
        received: held + shown + rejected + spam + taken_back,
        shown,
        rejected,
        spam,
        median_minutes: today.get(today.len() / 2).map(|wait| wait / 60_000),
    })
}
