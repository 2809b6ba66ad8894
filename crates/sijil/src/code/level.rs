//! How hard the code is just now: it rises with the flood at once, and falls a minute after.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sijil_ramz::Level;

use crate::db::UtcMillis;

/// A minute: over which submissions are averaged, and for which a level stays after its cause.
const MINUTE_MS: i64 = 60_000;
/// Submissions a minute under which it is calm, over which it is busy, and over which it is a siege.
const CALM_BELOW: f64 = 5.0;
const BUSY_ABOVE: f64 = 20.0;
const SIEGE_ABOVE: f64 = 120.0;
/// Decisions that the share of spam is taken from, and how many it takes at least.
const DECISIONS: usize = 50;
const DECISIONS_MIN: usize = 10;
/// For how long an alarm of votes makes it busy.
const ALARM_MS: i64 = 10 * MINUTE_MS;
/// Share of spam above which it is busy.
const SPAM_SHARE: f64 = 0.6;

/// Measures what comes in, in memory only.
#[derive(Debug)]
pub struct Meter(Mutex<Measured>);

#[derive(Debug)]
struct Measured {
    /// Submissions a minute, each counting less as it ages (a mean life of a minute).
    rate: f64,
    at: UtcMillis,
    spam: VecDeque<bool>,
    level: Level,
    /// When the level was last called for.
    called_at: UtcMillis,
    /// When votes last gave an alarm.
    alarm_at: Option<UtcMillis>,
    switched: Option<Level>,
}

impl Default for Meter {
    fn default() -> Self {
        Self(Mutex::new(Measured {
            rate: 0.0,
            at: UtcMillis(0),
            spam: VecDeque::new(),
            level: Level::Normal,
            called_at: UtcMillis(0),
            alarm_at: None,
            switched: None,
        }))
    }
}

impl Meter {
    /// Counts a submission, whatever becomes of it.
    pub fn submitted(&self, now: UtcMillis) {
        let mut measured = self.measured();
        measured.age(now);
        measured.rate += 1.0;
    }

    /// Counts a moderator's decision.
    pub fn decided(&self, is_spam: bool) {
        let mut measured = self.measured();
        measured.spam.push_back(is_spam);
        if measured.spam.len() > DECISIONS {
            measured.spam.pop_front();
        }
    }

    /// Takes an alarm of votes: codes are hard for a while, also those of comments, since who
    /// brigades does both.
    pub fn alarmed(&self, now: UtcMillis) {
        self.measured().alarm_at = Some(now);
    }

    /// The desk's own switch; nothing gives the level back to the traffic.
    pub fn switch(&self, level: Option<Level>) {
        self.measured().switched = level;
    }

    /// What the desk switched to, if it did.
    #[must_use]
    pub fn switched(&self) -> Option<Level> {
        self.measured().switched
    }

    /// The level of codes that are issued now.
    #[must_use]
    pub fn level(&self, now: UtcMillis) -> Level {
        let mut measured = self.measured();
        measured.age(now);
        let called = measured.called();
        let is_over = now.0 - measured.called_at.0 > MINUTE_MS;
        if called >= measured.level || is_over {
            measured.level = called;
            measured.called_at = now;
        }
        measured.switched.unwrap_or(measured.level)
    }

    /// Submissions a minute, averaged over the last one.
    #[must_use]
    pub fn rate(&self, now: UtcMillis) -> f64 {
        let mut measured = self.measured();
        measured.age(now);
        measured.rate
    }

    fn measured(&self) -> MutexGuard<'_, Measured> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Measured {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds since the last submission: far below 2^52"
    )]
    fn age(&mut self, now: UtcMillis) {
        let passed = (now.0 - self.at.0).max(0);
        self.rate *= (-(passed as f64) / MINUTE_MS as f64).exp();
        self.at = UtcMillis(self.at.0.max(now.0));
    }

    /// The level that the traffic calls for.
    fn called(&self) -> Level {
        let is_spammed = self.spam.len() >= DECISIONS_MIN && self.spam_share() > SPAM_SHARE;
        let is_alarmed = self.alarm_at.is_some_and(|at| self.at.0 - at.0 < ALARM_MS);
        if self.rate > SIEGE_ABOVE {
            Level::Siege
        } else if self.rate > BUSY_ABOVE || is_spammed || is_alarmed {
            Level::Busy
        } else if self.rate < CALM_BELOW {
            Level::Calm
        } else {
            Level::Normal
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "at most fifty")]
    fn spam_share(&self) -> f64 {
        let spam = self.spam.iter().filter(|is_spam| **is_spam).count();
        spam as f64 / self.spam.len().max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_700_000_000_000;

    /// The level after `count` submissions, one every `every_ms`.
    fn after(meter: &Meter, count: i64, every_ms: i64) -> Level {
        for number in 0..count {
            meter.submitted(UtcMillis(START + number * every_ms));
        }
        meter.level(UtcMillis(START + count * every_ms))
    }

    #[test]
    fn the_level_follows_the_flood() {
        for (per_minute, wanted) in [
            (2, Level::Calm),
            (10, Level::Normal),
            (60, Level::Busy),
            (600, Level::Siege),
        ] {
            let level = after(&Meter::default(), per_minute * 5, 60_000 / per_minute);
            assert_eq!(level, wanted, "{per_minute} a minute");
        }
    }

    #[test]
    fn it_rises_at_once_and_falls_after_a_minute() {
        let meter = Meter::default();
        assert_eq!(after(&meter, 200, 1), Level::Siege);
        assert_eq!(meter.level(UtcMillis(START + 50_000)), Level::Siege);
        assert_eq!(meter.level(UtcMillis(START + 600_000)), Level::Calm);
    }

    #[test]
    fn an_alarm_of_votes_makes_it_busy_for_ten_minutes() {
        let meter = Meter::default();
        assert_eq!(meter.level(UtcMillis(START)), Level::Calm);
        meter.alarmed(UtcMillis(START));
        assert_eq!(meter.level(UtcMillis(START + 1)), Level::Busy);
        assert_eq!(meter.level(UtcMillis(START + 2 * ALARM_MS)), Level::Calm);
    }

    #[test]
    fn much_spam_makes_it_busy_and_the_desk_has_the_last_word() {
        let meter = Meter::default();
        for _ in 0..DECISIONS_MIN {
            meter.decided(true);
        }
        assert_eq!(meter.level(UtcMillis(START)), Level::Busy);
        meter.switch(Some(Level::Siege));
        assert_eq!(meter.level(UtcMillis(START)), Level::Siege);
        meter.switch(None);
        for _ in 0..DECISIONS {
            meter.decided(false);
        }
        assert_eq!(meter.level(UtcMillis(START + 2 * MINUTE_MS)), Level::Calm);
    }
}
