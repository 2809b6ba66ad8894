//! The last day of what readers sent, hour by hour: votes, comments, held ones, spam.

pub mod desk;
mod store;

use crate::comments::State;
use crate::db::{DbError, Tx, UtcMillis};

pub use store::open_alarms;

/// Hours that are drawn; the last is the one that runs.
pub(super) const HOURS: usize = 24;
const HOUR_MS: i64 = 60 * 60 * 1000;

/// One hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Hour {
    /// When it began.
    pub(super) at: i64,
    /// Votes that came for the first time.
    pub(super) votes: i64,
    /// Comments that came.
    pub(super) comments: i64,
    /// Of these, waiting now.
    pub(super) held: i64,
    /// Of these, spam.
    pub(super) spam: i64,
}

impl Hour {
    /// A row's number by its name.
    pub(super) fn of(&self, series: Series) -> i64 {
        match series {
            Series::Votes => self.votes,
            Series::Comments => self.comments,
            Series::Held => self.held,
            Series::Spam => self.spam,
        }
    }
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Series {
    Votes,
    Comments,
    Held,
    Spam,
}

impl Series {
    pub(super) const ALL: [Self; 4] = [Self::Votes, Self::Comments, Self::Held, Self::Spam];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Votes => "votes",
            Self::Comments => "comments",
            Self::Held => "held",
            Self::Spam => "spam",
        }
    }
}

/// The day that ends now, oldest hour first.
pub(super) fn hours(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Vec<Hour>, DbError> {
    let last = now.0.div_euclid(HOUR_MS);
    let first = last - i64::try_from(HOURS).unwrap_or(24) + 1;
    let mut hours: Vec<Hour> = (first..=last)
        .map(|hour| Hour {
            at: hour * HOUR_MS,
            ..Hour::default()
        })
        .collect();
    let place = |hour: i64| usize::try_from(hour - first).unwrap_or(usize::MAX);
    for (hour, state, count) in store::comments(tx, UtcMillis(first * HOUR_MS))? {
        if let Some(row) = hours.get_mut(place(hour)) {
            row.comments += count;
            match state {
                State::Held => row.held += count,
                State::Spam => row.spam += count,
                State::Shown | State::Rejected | State::Withdrawn | State::Erased => {}
            }
        }
    }
    for (hour, count) in store::votes(tx, first, HOUR_MS)? {
        if let Some(row) = hours.get_mut(place(hour)) {
            row.votes += count;
        }
    }
    Ok(hours)
}

/// Bars of a series, as SVG draws them: place, top and height, in a drawing of 24 × 4 by 100.
pub(super) fn bars(hours: &[Hour], series: Series) -> (i64, Vec<(usize, i64, i64)>) {
    let most = hours.iter().map(|hour| hour.of(series)).max();
    let most = most.unwrap_or_default().max(1);
    let bars = hours.iter().enumerate().map(|(index, hour)| {
        // An hour with anything in it has a bar that can be seen.
        let count = hour.of(series);
        let height = (count * 100 / most).max(i64::from(count > 0) * 2);
        (index * 4, 100 - height, height)
    });
    (most, bars.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_hour_fills_its_drawing_and_the_least_can_be_seen() {
        let hour = |spam| Hour {
            spam,
            ..Hour::default()
        };
        let (most, bars) = bars(&[hour(0), hour(1), hour(900)], Series::Spam);
        assert_eq!(most, 900);
        assert_eq!(bars, [(0, 100, 0), (4, 98, 2), (8, 0, 100)]);
    }
}
