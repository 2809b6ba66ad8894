//! Identifiers: time-ordered 64-bit integers made by the program, so that new rows lie together in
//! every index. Nothing sorts by them to learn what happened first.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::db::UtcMillis;

/// 2020-01-01T00:00Z, from which identifiers count their milliseconds.
const START_MS: i64 = 1_577_836_800_000;
/// Low bits for identifiers of the same millisecond: 2^20, beyond any rate we write at.
const SEQUENCE_BITS: u32 = 20;

/// Makes identifiers: after the greatest that is kept, so that none comes twice even when the
/// clock was set back between two runs. Never goes backwards when the clock does.
#[derive(Debug, Default)]
pub struct Ids(AtomicI64);

impl Ids {
    /// Goes on after `last`.
    #[must_use]
    pub fn after(last: i64) -> Self {
        Self(AtomicI64::new(last))
    }

    /// A new identifier, greater than all that this maker made before.
    pub fn next<T: From<i64>>(&self, now: UtcMillis) -> T {
        let floor = (now.0 - START_MS).max(0) << SEQUENCE_BITS;
        let next = |last: i64| Some((last + 1).max(floor));
        let last = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, next);
        let last = last.unwrap_or_else(|last| last);
        T::from((last + 1).max(floor))
    }
}

/// When an identifier was made, to the millisecond, by the clock that its maker had.
#[must_use]
pub fn made_at(id: i64) -> UtcMillis {
    UtcMillis((id >> SEQUENCE_BITS) + START_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_grow_even_when_the_clock_goes_back() {
        let ids = Ids::default();
        let mut last = 0;
        for now in [
            1_700_000_000_000,
            1_700_000_000_000,
            1_600_000_000_000,
            1_700_000_000_001,
        ] {
            let next: i64 = ids.next(UtcMillis(now));
            assert!(next > last, "{next} after {last}");
            last = next;
        }
    }
}
