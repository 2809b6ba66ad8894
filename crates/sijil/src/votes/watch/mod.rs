//! The watch over votes: it compares each thing's last ten minutes with what is usual on the site at
//! that hour, and stops the shown numbers where they look like no readers' votes. The desk sees
//! curves and shares, never voters.

mod store;

pub use store::{alarms, curve};
pub(super) use store::{checked, settle, stopped};

use super::store::{self as votes_store, Month};
use super::{Object, SLOT_MS, Tally, slot, tally};
use crate::db::{DbError, Tx, UtcMillis};

/// Fewer votes in ten minutes are never an alarm: a class of pupils may vote together.
const VOTES_MIN: i64 = 30;
/// Deviations above the usual from which on votes are a surge.
const SURGE: f64 = 4.0;
/// A network's share of a surge that makes an alarm, in thousandths; so too for release.
pub(super) const NET_PERMILLE_MAX: i64 = 150;
/// The share of held votes that makes an alarm, in thousandths; so too for release.
pub(super) const HELD_PERMILLE_MAX: i64 = 200;
/// The share of new cookies that makes an alarm, in thousandths, and how far it must be above the
/// site's own: where nobody voted before, every cookie is new.
const FRESH_PERMILLE_MAX: i64 = 600;
const FRESH_PERMILLE_ABOVE: i64 = 300;
/// By how much the share of votes for a thing turns in an alarm, in thousandths.
const FLIP_PERMILLE: i64 = 500;
/// Votes that a thing must have had before for its turn to mean something.
const FLIP_VOTES_MIN: i64 = 30;
/// How far back the usual is learned from: two weeks.
const LEARNED_MS: i64 = 14 * 24 * 60 * 60 * 1000;
/// An hour of the day with fewer windows is judged by the whole day.
const WINDOWS_MIN: i64 = 30;

/// What happened to a thing in ten minutes: readers' first votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// When the ten minutes began.
    pub at: UtcMillis,
    /// Votes for it.
    pub up: i64,
    /// Votes against it.
    pub down: i64,
    /// How many of both were held.
    pub held: i64,
    /// How many came from a cookie younger than an hour.
    pub fresh: i64,
    /// How many the busiest network cast.
    pub net_most: i64,
}

impl Window {
    fn votes(&self) -> i64 {
        self.up + self.down
    }

    fn permille(&self, part: i64) -> i64 {
        part * 1000 / self.votes().max(1)
    }
}

/// Why a thing's shown numbers were stopped. Shares are in thousandths of the ten minutes' votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    /// On what.
    pub object: Object,
    /// When the ten minutes began.
    pub window_at: UtcMillis,
    /// When the watch saw it.
    pub at: UtcMillis,
    /// Votes in the ten minutes.
    pub votes: i64,
    /// Votes that a thing usually gets in ten minutes of that hour, in thousandths.
    pub usual_permille: i64,
    /// Held votes.
    pub held_permille: i64,
    /// Cookies younger than an hour.
    pub fresh_permille: i64,
    /// The busiest network.
    pub net_permille: i64,
    /// Whether the votes turned against what the thing had before.
    pub is_flip: bool,
}

/// How many votes a thing gets in ten minutes, by hour of the day (UTC), over two weeks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usual {
    hours: [Hour; 24],
}

/// Ten-minute windows with votes, of one hour of the day.
#[derive(Debug, Clone, Copy, Default)]
struct Hour {
    windows: i64,
    votes: i64,
    squares: i64,
    fresh: i64,
}

impl Usual {
    /// What is usual in the hour of a slot: the mean number of votes, its deviation, and the share
    /// of fresh cookies in thousandths.
    fn at(&self, slot: i64) -> (f64, f64, i64) {
        let hour = usize::try_from((slot / 6).rem_euclid(24)).unwrap_or_default();
        let own = self.hours.get(hour).copied().unwrap_or_default();
        let hour = if own.windows < WINDOWS_MIN {
            self.day()
        } else {
            own
        };
        let windows = hour.windows.max(1) as f64;
        let mean = hour.votes as f64 / windows;
        let variance = (hour.squares as f64 / windows - mean * mean).max(0.0);
        // Votes that come by themselves vary at least like chance does (Poisson).
        let deviation = variance.max(mean).max(1.0).sqrt();
        (mean, deviation, hour.fresh * 1000 / hour.votes.max(1))
    }

    fn day(&self) -> Hour {
        let add = |sum: Hour, hour: &Hour| Hour {
            windows: sum.windows + hour.windows,
            votes: sum.votes + hour.votes,
            squares: sum.squares + hour.squares,
            fresh: sum.fresh + hour.fresh,
        };
        self.hours.iter().fold(Hour::default(), add)
    }
}

/// Learns what is usual from the two weeks before the last hour: a surge must not become the
/// measure of itself.
pub(super) fn learn(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Usual, DbError> {
    let from = slot(UtcMillis(now.0 - LEARNED_MS));
    store::usual(tx, from, slot(now) - 6)
}

/// Looks at the last two windows of every busy thing and stops what looks wrong; gives the new
/// alarms.
pub(super) fn look(
    tx: &mut Tx<'_, '_>,
    usual: &Usual,
    now: UtcMillis,
) -> Result<Vec<Alarm>, DbError> {
    let mut alarms = Vec::new();
    for (object, mut window) in store::busy(tx, slot(now) - 1, VOTES_MIN)? {
        window.net_most = store::net_most(tx, object, slot(window.at))?;
        store::set_net_most(tx, object, &window)?;
        let tally = tally(tx, object)?;
        let judged = judge(usual, object, &window, &tally, now);
        let Some(alarm) = judged.filter(|_| !tally.is_frozen) else {
            continue;
        };
        if store::insert(tx, &alarm)? {
            super::freeze(tx, object, now)?;
            let more = Month {
                alarms: 1,
                ..Month::default()
            };
            votes_store::add_to_month(tx, now, more)?;
            alarms.push(alarm);
        }
    }
    Ok(alarms)
}

/// An alarm is a surge with a second sign: a good story brings many votes too, but not from few
/// networks, and not all at once against what readers thought before.
fn judge(
    usual: &Usual,
    object: Object,
    window: &Window,
    tally: &Tally,
    now: UtcMillis,
) -> Option<Alarm> {
    let votes = window.votes();
    let (mean, deviation, fresh_usual) = usual.at(slot(window.at));
    let is_surge = votes >= VOTES_MIN && (votes as f64 - mean) / deviation >= SURGE;
    let held_permille = window.permille(window.held);
    let fresh_permille = window.permille(window.fresh);
    let net_permille = window.permille(window.net_most);
    let is_flip = is_flip(window, tally);
    let is_new_crowd = fresh_permille >= FRESH_PERMILLE_MAX
        && fresh_permille >= fresh_usual + FRESH_PERMILLE_ABOVE
        && fresh_usual > 0;
    let has_sign = held_permille >= HELD_PERMILLE_MAX
        || net_permille >= NET_PERMILLE_MAX
        || is_new_crowd
        || is_flip;
    (is_surge && has_sign).then_some(Alarm {
        object,
        window_at: window.at,
        at: now,
        votes,
        usual_permille: permille(mean),
        held_permille,
        fresh_permille,
        net_permille,
        is_flip,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "a mean of counted votes")]
fn permille(mean: f64) -> i64 {
    (mean * 1000.0).round() as i64
}

/// Whether a window's votes go the other way than those before it.
fn is_flip(window: &Window, tally: &Tally) -> bool {
    let before_up = (tally.up - window.up).max(0);
    let before = before_up + (tally.down - window.down).max(0);
    let turned = window.permille(window.up) - before_up * 1000 / before.max(1);
    before >= FLIP_VOTES_MIN && turned.abs() >= FLIP_PERMILLE
}

/// The instant at which a slot begins.
fn begins(slot: i64) -> UtcMillis {
    UtcMillis(slot * SLOT_MS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::ArticleId;

    fn window(up: i64, down: i64) -> Window {
        Window {
            at: UtcMillis(0),
            up,
            down,
            held: 0,
            fresh: 0,
            net_most: 1,
        }
    }

    fn alarm(usual: &Usual, window: &Window, tally: &Tally) -> bool {
        let object = Object::story(ArticleId(1));
        judge(usual, object, window, tally, UtcMillis(0)).is_some()
    }

    #[test]
    fn a_surge_alone_is_a_good_story_and_with_a_second_sign_an_alarm() {
        let hour = Hour {
            windows: 100,
            votes: 400,
            squares: 2400,
            fresh: 80,
        };
        let usual = Usual { hours: [hour; 24] };
        let good = window(180, 20);
        assert!(!alarm(&usual, &good, &Tally::NONE));
        for bad in [
            Window { held: 40, ..good },
            Window {
                net_most: 30,
                ..good
            },
            Window { fresh: 120, ..good },
        ] {
            assert!(alarm(&usual, &bad, &Tally::NONE), "{bad:?}");
        }
        let liked = Tally {
            up: 90,
            down: 200,
            ..Tally::NONE
        };
        assert!(alarm(&usual, &window(0, 200), &liked), "turned round");
        let quiet = Window {
            held: 20,
            ..window(20, 5)
        };
        assert!(!alarm(&usual, &quiet, &Tally::NONE), "too few to tell");
    }

    #[test]
    fn where_nobody_voted_before_every_cookie_is_new() {
        let all_new = Window {
            fresh: 100,
            ..window(100, 0)
        };
        assert!(!alarm(&Usual::default(), &all_new, &Tally::NONE));
    }
}
