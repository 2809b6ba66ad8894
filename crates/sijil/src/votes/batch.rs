//! What is done to many votes at once: by the desk, which logs it, by the hourly job, or by the
//! reader who cast them. Each can be undone, but for what a reader asks to be erased.

use super::store::{self, Month};
use super::{Delta, Memory, Object, Tally, VoteState, care, count, place, watch};
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};

/// Counts a thing's held votes; gives how many. [`hold`] undoes it.
///
/// # Errors
/// When the database fails.
pub fn release(tx: &mut Tx<'_, '_>, object: Object, at: UtcMillis) -> Result<i64, DbError> {
    let released = shift(tx, object, (VoteState::Held, VoteState::Released), at)?;
    let more = Month {
        released,
        ..Month::default()
    };
    store::add_to_month(tx, at, more)?;
    Ok(released)
}

/// Puts a thing's held votes aside for good; gives how many. [`hold`] undoes it.
///
/// # Errors
/// When the database fails.
pub fn discard(tx: &mut Tx<'_, '_>, object: Object, at: UtcMillis) -> Result<i64, DbError> {
    let discarded = shift(tx, object, (VoteState::Held, VoteState::Discarded), at)?;
    let more = Month {
        discarded,
        ..Month::default()
    };
    store::add_to_month(tx, at, more)?;
    Ok(discarded)
}

/// Holds again what was released or discarded of a thing's votes; gives how many.
///
/// # Errors
/// When the database fails.
pub fn hold(tx: &mut Tx<'_, '_>, object: Object, at: UtcMillis) -> Result<i64, DbError> {
    let released = shift(tx, object, (VoteState::Released, VoteState::Held), at)?;
    let discarded = shift(tx, object, (VoteState::Discarded, VoteState::Held), at)?;
    let less = Month {
        released: -released,
        discarded: -discarded,
        ..Month::default()
    };
    store::add_to_month(tx, at, less)?;
    Ok(released + discarded)
}

/// Stops the shown numbers of a thing where they are; votes are taken all the same. `false` when
/// they stood still already.
///
/// # Errors
/// When the database fails.
pub fn freeze(tx: &mut Tx<'_, '_>, object: Object, at: UtcMillis) -> Result<bool, DbError> {
    let has_changed = store::freeze(tx, object)?;
    tell(tx, object, at)?;
    Ok(has_changed)
}

/// Lets the shown numbers of a thing go on. `false` when they did.
///
/// # Errors
/// When the database fails.
pub fn thaw(tx: &mut Tx<'_, '_>, object: Object, at: UtcMillis) -> Result<bool, DbError> {
    let has_changed = store::thaw(tx, object)?;
    tell(tx, object, at)?;
    Ok(has_changed)
}

/// Ends the alarms of a thing and lets its numbers go on: somebody has looked. `false` when there
/// was no alarm and the numbers went on already.
///
/// # Errors
/// When the database fails.
pub fn settle(tx: &mut Tx<'_, '_>, object: Object, at: UtcMillis) -> Result<bool, DbError> {
    let has_ended = watch::settle(tx, object, at)?;
    let goes_on = thaw(tx, object, at)?;
    Ok(has_ended || goes_on)
}

/// Takes away every vote of a reader on what is still open, at most `limit` things after `after`.
/// Gives the last thing looked at, from which the next call goes on; nothing at the end.
///
/// # Errors
/// When the database fails.
pub fn erase(
    tx: &mut Tx<'_, '_>,
    memory: &Memory,
    reader: &[u8; 16],
    (after, limit): (Option<Object>, i64),
    at: UtcMillis,
) -> Result<Option<Object>, DbError> {
    let live = care::live(tx, after, limit)?;
    for object in &live {
        let voter = memory.voter(*object, reader);
        let Some((direction, state)) = store::delete(tx, *object, &voter)? else {
            continue;
        };
        let delta = Delta::default() - Delta::of(state, direction);
        counted(tx, *object, delta, at)?;
    }
    Ok(live.last().copied())
}

fn tell(tx: &mut Tx<'_, '_>, object: Object, at: UtcMillis) -> Result<(), DbError> {
    match place(tx, object)? {
        Some(place) => changes::append(tx, Tag::thread(place.article), at.0, at),
        None => Ok(()),
    }
}

fn shift(
    tx: &mut Tx<'_, '_>,
    object: Object,
    (from, to): (VoteState, VoteState),
    at: UtcMillis,
) -> Result<i64, DbError> {
    let mut delta = Delta::default();
    let mut votes = 0;
    for direction in store::shift(tx, object, from, to)? {
        delta = delta + Delta::of(to, direction) - Delta::of(from, direction);
        votes += i64::from(direction != super::Direction::Neither);
    }
    counted(tx, object, delta, at)?;
    Ok(votes)
}

/// Moves a thing's numbers; one that is not public any more is shown nowhere.
fn counted(
    tx: &mut Tx<'_, '_>,
    object: Object,
    delta: Delta,
    at: UtcMillis,
) -> Result<Tally, DbError> {
    match place(tx, object)? {
        Some(place) => count(tx, object, place.article, delta, at),
        None => store::add(tx, object, delta),
    }
}
