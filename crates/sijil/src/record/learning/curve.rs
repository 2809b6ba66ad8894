//! Whether suggestions get better: what editors decided, stretch by stretch of as many decisions.

use super::store;
use crate::db::{DbError, Tx, UtcMillis};
use crate::record::decisions::Verdict;

/// Stretches at most.
const STRETCHES: usize = 12;
/// Decisions of a stretch at least: shares of fewer say nothing.
const STRETCH_MIN: usize = 20;

/// Decisions that were taken one after the other, and how they went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// When the first was taken.
    pub from: UtcMillis,
    /// When the last was taken.
    pub until: UtcMillis,
    /// Suggestions confirmed as they stood.
    pub confirmed: usize,
    /// Suggestions put right and confirmed.
    pub corrected: usize,
    /// Suggestions rejected.
    pub rejected: usize,
    /// Claims that the machine had missed.
    pub missed: usize,
}

impl Stretch {
    fn begun(at: UtcMillis) -> Self {
        Self {
            from: at,
            until: at,
            confirmed: 0,
            corrected: 0,
            rejected: 0,
            missed: 0,
        }
    }

    fn add(&mut self, at: UtcMillis, verdict: Verdict) {
        self.until = at;
        match verdict {
            Verdict::Confirmed => self.confirmed += 1,
            Verdict::Corrected => self.corrected += 1,
            Verdict::Rejected => self.rejected += 1,
            Verdict::Missed => self.missed += 1,
        }
    }

    /// Decisions in it, those on missed claims too.
    #[must_use]
    pub fn decisions(&self) -> usize {
        self.confirmed + self.corrected + self.rejected + self.missed
    }

    /// A number of its decisions as a whole percentage of them, from 0 to 100.
    #[must_use]
    pub fn percent(&self, part: usize) -> usize {
        (part * 200 + self.decisions()) / (self.decisions() * 2).max(1)
    }
}

/// The newest decisions in stretches of as many, the oldest first; the last may be shorter.
///
/// # Errors
/// When the database fails.
pub fn curve(tx: &mut Tx<'_, '_>) -> Result<Vec<Stretch>, DbError> {
    Ok(stretches(&store::verdicts(tx, super::DECISIONS_MAX)?))
}

fn stretches(verdicts: &[(UtcMillis, Verdict)]) -> Vec<Stretch> {
    let length = verdicts.len().div_ceil(STRETCHES).max(STRETCH_MIN);
    let each = verdicts.chunks(length).filter_map(|part| {
        let (first, _) = part.first()?;
        let mut stretch = Stretch::begun(*first);
        for (at, verdict) in part {
            stretch.add(*at, *verdict);
        }
        Some(stretch)
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_fall_into_stretches_of_as_many_with_shares_of_their_own() {
        let verdicts: Vec<_> = (0..50)
            .map(|at| {
                let verdict = match at % 10 {
                    0..=5 => Verdict::Confirmed,
                    6 | 7 => Verdict::Corrected,
                    8 => Verdict::Rejected,
                    _ => Verdict::Missed,
                };
                (UtcMillis(at), verdict)
            })
            .collect();
        let found = stretches(&verdicts);
        let lengths: Vec<usize> = found.iter().map(Stretch::decisions).collect();
        assert_eq!(lengths, [20, 20, 10]);
        let second = found[1];
        assert_eq!((second.from, second.until), (UtcMillis(20), UtcMillis(39)));
        let parts = [
            second.confirmed,
            second.corrected,
            second.rejected,
            second.missed,
        ];
        assert_eq!(parts.map(|part| second.percent(part)), [60, 20, 10, 10]);
        assert_eq!(stretches(&[]), []);
        let many = vec![(UtcMillis(0), Verdict::Rejected); 12_001];
        assert_eq!(stretches(&many).len(), STRETCHES);
    }
}
