//! The clock of truces: it says when an editor is to look whether a truce held, and reminds them. It
//! never ends a truce; that takes a claim or an editor, with a reason.

mod remind;
mod step;
mod store;

use sijil_text::Day;

pub use remind::remind;
pub(super) use step::Steps;
pub use step::{Deed, EndReason, Step};

use super::groups::{self, Group, GroupBody, Truce, put};
use super::{GroupId, TruceState};
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};

/// What keeps an editor from doing something to a truce.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no such truce.
    NotATruce,
    /// It has ended, or was denied.
    Over,
    /// It is neither disputed nor over.
    NotStopped,
    /// The new end is not after the one that stands.
    NotLater,
    /// What is to stand in its place is no truce, or is this one, or was replaced by it.
    Successor,
    /// No reason is given.
    NoReason,
}

/// Links between truces that are followed, one replacing the other.
const SUCCESSORS_MAX: usize = 100;

/// The truces that an editor is to look at, on `today` or since earlier, the longest due first.
///
/// # Errors
/// When the database fails.
pub fn due(tx: &mut Tx<'_, '_>, today: Day, limit: i64) -> Result<Vec<Group>, DbError> {
    store::between(tx, ("", &today.to_string()), limit)
}

/// Says that a truce held until a day: it is not asked about again before its end is moved.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn held(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (group, until): (GroupId, Day),
    reason: &str,
) -> Result<Result<(), Fault>, DbError> {
    step(tx, hand, (group, reason), |truce| {
        let until = Some(until);
        is_live(truce).map(|()| (Deed::Held { until }, Act::TruceHeld))
    })
}

/// Gives a truce a later end; the one before is kept.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn extend(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (group, until): (GroupId, Day),
    reason: &str,
) -> Result<Result<(), Fault>, DbError> {
    step(tx, hand, (group, reason), |truce| {
        is_live(truce)?;
        let end = truce.planned_end.as_ref().and_then(|end| end.on);
        if end.is_some_and(|end| until <= end) {
            return Err(Fault::NotLater);
        }
        let until = Some(until);
        Ok((Deed::Extended { until }, Act::TruceExtended))
    })
}

/// Ends a truce, on a day where that is known.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn end(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (group, why, on): (GroupId, EndReason, Option<Day>),
    reason: &str,
) -> Result<Result<(), Fault>, DbError> {
    if why == EndReason::Replaced {
        return Ok(Err(Fault::Successor));
    }
    step(tx, hand, (group, reason), |truce| {
        is_live(truce)?;
        let from = truce.state;
        Ok((Deed::Ended { on, why, from }, Act::TruceEnded))
    })
}

/// Puts another truce in the place of one.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn replace(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (group, by, on): (GroupId, GroupId, Option<Day>),
    reason: &str,
) -> Result<Result<(), Fault>, DbError> {
    if !may_follow(tx, group, by)? {
        return Ok(Err(Fault::Successor));
    }
    step(tx, hand, (group, reason), |truce| {
        is_live(truce)?;
        let from = truce.state;
        Ok((Deed::Replaced { by, on, from }, Act::TruceEnded))
    })
}

/// Says that it is disputed whether a truce holds.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn contest(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    group: GroupId,
    reason: &str,
) -> Result<Result<(), Fault>, DbError> {
    step(tx, hand, (group, reason), |truce| {
        is_live(truce)?;
        let from = step::before_contest(truce);
        Ok((Deed::Contested { from }, Act::TruceContested))
    })
}

/// Says that a truce that was disputed or over goes on: it is as it was before.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn resume(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    group: GroupId,
    reason: &str,
) -> Result<Result<(), Fault>, DbError> {
    step(tx, hand, (group, reason), |truce| {
        let is_stopped = truce.state == TruceState::Contested || !truce.is_live();
        let to = step::before(truce);
        if is_stopped {
            Ok((Deed::Resumed { to }, Act::TruceResumed))
        } else {
            Err(Fault::NotStopped)
        }
    })
}

/// What a form says of a truce: all of it, whether it changed or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// Until which day it held.
    pub(super) checked: Option<Day>,
    /// When it is to end.
    pub(super) planned: Option<Day>,
    /// When it ended.
    pub(super) ended: Option<Day>,
    /// Why it ended; nothing for one that runs.
    pub(super) why: Option<EndReason>,
}

/// Takes a step for each thing that a form changes.
pub(super) fn fill(truce: &mut Truce, (at, reason): (UtcMillis, &str), form: &Form) {
    let taken = truce.steps.len();
    let take = |truce: &mut Truce, deed: Deed| {
        let reason = reason.to_owned();
        Step { at, reason, deed }.apply(truce);
    };
    if form.checked != truce.checked {
        let until = form.checked;
        take(truce, Deed::Held { until });
    }
    let planned = truce.planned_end.as_ref().and_then(|end| end.on);
    if form.planned.is_some() && form.planned != planned {
        let until = form.planned;
        take(truce, Deed::Extended { until });
    }
    let from = if truce.is_live() {
        truce.state
    } else {
        step::before(truce)
    };
    match form.why {
        Some(why) if truce.end_reason != why.word() || truce.actual_end != form.ended => {
            let on = form.ended;
            take(truce, Deed::Ended { on, why, from });
        }
        None if !truce.end_reason.is_empty() => take(truce, Deed::Resumed { to: from }),
        Some(_) | None => {}
    }
    if truce.steps.len() == taken {
        truce.sequence += 1;
    }
}

/// Notes on which day a group is to be looked at; to be called whenever one is kept.
///
/// # Errors
/// When the database fails.
pub(super) fn note(tx: &mut Tx<'_, '_>, group: &Group) -> Result<(), DbError> {
    let GroupBody::Truce(truce) = &group.body else {
        return Ok(());
    };
    match truce.to_be_checked() {
        Some(on) => store::set(tx, group.id, on),
        None => store::clear(tx, group.id),
    }
}

/// Takes a step that a rule allows: a new version of the truce, a row of the ledger, and a change
/// that empties the pages that show it.
fn step(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (id, reason): (GroupId, &str),
    rule: impl FnOnce(&Truce) -> Result<(Deed, Act), Fault>,
) -> Result<Result<(), Fault>, DbError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Ok(Err(Fault::NoReason));
    }
    let Some(mut group) = groups::group(tx, id)? else {
        return Ok(Err(Fault::NotATruce));
    };
    let GroupBody::Truce(truce) = &mut group.body else {
        return Ok(Err(Fault::NotATruce));
    };
    let (deed, act) = match rule(truce) {
        Ok(allowed) => allowed,
        Err(fault) => return Ok(Err(fault)),
    };
    let step = Step {
        at: hand.at,
        reason: reason.to_owned(),
        deed,
    };
    step.apply(truce);
    let version = truce.sequence;
    put(tx, hand, &group, reason)?;
    ledger::append(tx, hand, act, Subject(Kind::Record, id.0), reason)?;
    changes::append(tx, Tag::Record, version, hand.at)?;
    Ok(Ok(()))
}

fn is_live(truce: &Truce) -> Result<(), Fault> {
    if truce.is_live() {
        Ok(())
    } else {
        Err(Fault::Over)
    }
}

/// Whether a truce may stand in the place of another: it is one, and no circle comes of it.
fn may_follow(tx: &mut Tx<'_, '_>, group: GroupId, by: GroupId) -> Result<bool, DbError> {
    let mut next = Some(by);
    for _ in 0..SUCCESSORS_MAX {
        let Some(id) = next else {
            return Ok(true);
        };
        let found = groups::group(tx, id)?;
        let Some(GroupBody::Truce(truce)) = found.map(|found| found.body) else {
            return Ok(false);
        };
        if id == group {
            return Ok(false);
        }
        next = truce.replaced_by;
    }
    Ok(false)
}
