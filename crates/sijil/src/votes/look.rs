//! What the desk sees of the things whose votes want a look, and what it can do about them. It sees
//! numbers and shares of ten minutes, and never a voter.

use super::curve::{Curve, day_before};
use super::watch::{self, Alarm, Window};
use super::{Kind, Object, Tally, batch, store, tally};
use crate::articles::ArticleId;
use crate::comments::{self, Comment, CommentId};
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_enum;
use crate::ledger::{self, Act, Hand, Subject};
use crate::lists::{self, Card};
use crate::moderation;
use crate::staff::Staff;

/// Things of the page: as many as one look can take in.
const THINGS_MAX: usize = 50;

db_enum! {
    /// What the desk can do about a thing's votes.
    Deed {
        /// Count the held ones.
        Release = "release",
        /// Put the held ones aside.
        Discard = "discard",
        /// Hold again what was counted or put aside after a check.
        Hold = "hold",
        /// Stop the shown numbers.
        Freeze = "freeze",
        /// Let the shown numbers go on.
        Thaw = "thaw",
        /// End the alarms, and let the shown numbers go on.
        Settle = "settle",
    }
}

impl Deed {
    fn act(self) -> Act {
        match self {
            Self::Release => Act::VotesReleased,
            Self::Discard => Act::VotesDiscarded,
            Self::Hold => Act::VotesHeld,
            Self::Freeze => Act::VotesStopped,
            Self::Thaw => Act::VotesResumed,
            Self::Settle => Act::AlarmSettled,
        }
    }

    /// Whether it moves votes, and not only what is shown of them.
    pub(super) fn moves_votes(self) -> bool {
        match self {
            Self::Release | Self::Discard | Self::Hold => true,
            Self::Freeze | Self::Thaw | Self::Settle => false,
        }
    }
}

/// A thing with what the desk sees of its votes.
pub(super) struct Look {
    pub(super) object: Object,
    /// Its story, if that is public.
    pub(super) card: Option<Card>,
    /// The comment, if it is one.
    pub(super) comment: Option<Comment>,
    pub(super) tally: Tally,
    /// Votes that were held once: counted since, and put aside.
    pub(super) checked: (i64, i64),
    /// Alarms that nobody has settled.
    pub(super) alarms: Vec<Alarm>,
    /// Ten minutes with votes of the last day, in order.
    pub(super) windows: Vec<Window>,
    pub(super) curve: Curve,
}

impl Look {
    /// The share of held votes among all that wait or count, in thousandths.
    pub(super) fn held_permille(&self) -> i64 {
        permille(
            self.tally.held,
            self.tally.held + self.tally.up + self.tally.down,
        )
    }

    /// The share of the day's votes that came from new cookies, in thousandths.
    pub(super) fn fresh_permille(&self) -> i64 {
        let votes = self.windows.iter().map(|window| window.up + window.down);
        let fresh = self.windows.iter().map(|window| window.fresh);
        permille(fresh.sum(), votes.sum())
    }

    /// The greatest share that one network had in ten minutes of the day, in thousandths; nothing
    /// where the watch found no ten minutes worth a look.
    pub(super) fn net_permille(&self) -> Option<i64> {
        let shares = self.windows.iter().filter_map(net_permille);
        shares.max()
    }
}

/// The share of the busiest network in ten minutes, in thousandths, where the watch has counted it.
pub(super) fn net_permille(window: &Window) -> Option<i64> {
    (window.net_most > 0).then(|| permille(window.net_most, window.up + window.down))
}

fn permille(part: i64, whole: i64) -> i64 {
    part * 1000 / whole.max(1)
}

/// The things that want a look, those with the newest alarms first, and whether there are more. One
/// that is asked for stands before all. What is beyond somebody's limits is left out.
pub(super) fn looks(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    asked: Option<Object>,
    now: UtcMillis,
) -> Result<(Vec<Look>, bool), DbError> {
    let alarms = watch::alarms(tx)?;
    let limit = i64::try_from(THINGS_MAX + 1).unwrap_or(i64::MAX);
    let mut objects: Vec<Object> = Vec::new();
    let stopped = watch::stopped(tx, limit)?;
    let alarmed = alarms.iter().map(|alarm| alarm.object);
    for object in asked.into_iter().chain(alarmed).chain(stopped) {
        if !objects.contains(&object) && reaches(tx, staff, object)? {
            objects.push(object);
        }
    }
    let has_more = objects.len() > THINGS_MAX;
    objects.truncate(THINGS_MAX);
    let mut looks = Vec::with_capacity(objects.len());
    for object in objects {
        let own = alarms.iter().filter(|alarm| alarm.object == object);
        let own = own.copied().collect();
        looks.extend(look(tx, object, own, now)?);
    }
    Ok((looks, has_more))
}

/// Whether a thing is a story within somebody's limits, or stands under one.
pub(super) fn reaches(tx: &mut Tx<'_, '_>, staff: &Staff, object: Object) -> Result<bool, DbError> {
    let story = match object.kind {
        Kind::Story => Some(ArticleId(object.id)),
        Kind::Comment => {
            comments::comment(tx, CommentId(object.id))?.map(|comment| comment.article)
        }
    };
    match story {
        Some(story) => moderation::reaches(tx, staff, story),
        None => Ok(staff.limits().is_everything()),
    }
}

/// What there is to see of a thing; nothing where nobody ever voted.
fn look(
    tx: &mut Tx<'_, '_>,
    object: Object,
    alarms: Vec<Alarm>,
    now: UtcMillis,
) -> Result<Option<Look>, DbError> {
    if !is_known(tx, object)? {
        return Ok(None);
    }
    let comment = match object.kind {
        Kind::Story => None,
        Kind::Comment => comments::comment(tx, CommentId(object.id))?,
    };
    let story = match object.kind {
        Kind::Story => Some(ArticleId(object.id)),
        Kind::Comment => comment.as_ref().map(|comment| comment.article),
    };
    let card = match story {
        Some(story) => lists::card(tx, story)?,
        None => None,
    };
    let windows = watch::curve(tx, object, (day_before(now), now))?;
    Ok(Some(Look {
        object,
        card,
        comment,
        tally: tally(tx, object)?,
        checked: watch::checked(tx, object)?,
        alarms,
        curve: Curve::of(&windows, now),
        windows,
    }))
}

/// Does something about a thing's votes and writes it in the ledger. Gives how many votes it moved,
/// or one where it moves none; zero when there was nothing to do.
pub(super) fn perform(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    object: Object,
    deed: Deed,
) -> Result<i64, DbError> {
    if !is_known(tx, object)? {
        return Ok(0);
    }
    let (held, (released, discarded)) = (tally(tx, object)?.held, watch::checked(tx, object)?);
    let at = hand.at;
    let done = match deed {
        // Where nothing waits, the numbers of a thing whose votes have ended stay untouched.
        Deed::Release | Deed::Discard if held == 0 => 0,
        Deed::Hold if released + discarded == 0 => 0,
        Deed::Release => batch::release(tx, object, at)?,
        Deed::Discard => batch::discard(tx, object, at)?,
        Deed::Hold => batch::hold(tx, object, at)?,
        Deed::Freeze => i64::from(batch::freeze(tx, object, at)?),
        Deed::Thaw => i64::from(batch::thaw(tx, object, at)?),
        Deed::Settle => i64::from(batch::settle(tx, object, at)?),
    };
    if done > 0 {
        let kind = match object.kind {
            Kind::Story => ledger::Kind::Story,
            Kind::Comment => ledger::Kind::Comment,
        };
        let detail = match deed.moves_votes() {
            true => done.to_string(),
            false => String::new(),
        };
        let subject = Subject(kind, object.id);
        ledger::append(tx, hand, deed.act(), subject, &detail)?;
    }
    Ok(done)
}

/// Whether anybody ever voted on a thing.
fn is_known(tx: &mut Tx<'_, '_>, object: Object) -> Result<bool, DbError> {
    Ok(!store::tallies(tx, object.kind, &[object.id])?.is_empty())
}
