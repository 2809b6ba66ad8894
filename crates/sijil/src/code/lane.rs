//! The lane for those who can answer no code: so many an hour for the whole site, each looked at by
//! a moderator.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use sijil_ramz::Level;

use crate::db::UtcMillis;

const HOUR_MS: i64 = 60 * 60 * 1000;
/// Comments an hour, and in a siege.
const COMMENTS: usize = 20;
const COMMENTS_SIEGE: usize = 5;

/// When comments took the lane within the last hour, in memory only.
#[derive(Debug, Default)]
pub struct Lane(Mutex<VecDeque<UtcMillis>>);

impl Lane {
    /// Takes a place.
    ///
    /// # Errors
    /// When there is none: the instant at which there will be.
    pub fn take(&self, level: Level, now: UtcMillis) -> Result<(), UtcMillis> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while taken.front().is_some_and(|at| at.0 + HOUR_MS <= now.0) {
            taken.pop_front();
        }
        let most = match level {
            Level::Siege => COMMENTS_SIEGE,
            Level::Calm | Level::Normal | Level::Busy => COMMENTS,
        };
        if let Some(before) = taken.len().checked_sub(most) {
            let next = taken.get(before).map_or(now.0, |at| at.0);
            return Err(UtcMillis(next + HOUR_MS));
        }
        taken.push_back(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lane_takes_so_many_an_hour_and_says_when_there_is_room() {
        let lane = Lane::default();
        let at = |minute: i64| UtcMillis(1_700_000_000_000 + minute * 60_000);
        for minute in 0..20 {
            assert_eq!(lane.take(Level::Normal, at(minute)), Ok(()));
        }
        assert_eq!(lane.take(Level::Normal, at(30)), Err(at(60)));
        assert_eq!(lane.take(Level::Siege, at(30)), Err(at(75)));
        assert_eq!(lane.take(Level::Normal, at(60)), Ok(()));
    }
}
