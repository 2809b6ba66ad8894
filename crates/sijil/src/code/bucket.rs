//! Budgets of networks, in memory only: a bucket fills up with time, and each act takes from it.
//! They slow down; nobody is shut out.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::db::UtcMillis;
use crate::web::Network;

/// Networks that are counted at once. Beyond it full buckets are forgotten; should none be full, a
/// new network is let through uncounted rather than an honest one refused.
const NETWORKS_MAX: usize = 50_000;
/// Between two looks for full buckets.
const SWEEP_MS: i64 = 1_000;
/// What the onion service may take, since all its readers are one network.
const TOR_TIMES: i64 = 10;

/// Buckets of one kind.
#[derive(Debug)]
pub struct Buckets {
    /// Acts at once.
    capacity: i64,
    /// Milliseconds in which one act comes back.
    refill_ms: i64,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    /// When each bucket will be full again.
    full_at: HashMap<Network, i64>,
    /// When full buckets were last forgotten: looking through all of them for each new network of a
    /// flood would be a flood of its own.
    swept_at: i64,
}

impl Buckets {
    /// Buckets of `capacity` acts, of which one comes back each `refill_ms`.
    #[must_use]
    pub fn new(capacity: i64, refill_ms: i64) -> Self {
        Self {
            capacity,
            refill_ms,
            kept: Mutex::default(),
        }
    }

    /// Takes one act out of a network's bucket; else says after how many milliseconds there is one.
    ///
    /// # Errors
    /// [`Empty`].
    pub fn take(&self, network: Network, now: UtcMillis) -> Result<(), Empty> {
        let times = if network == Network::Tor {
            TOR_TIMES
        } else {
            1
        };
        let cost = (self.refill_ms / times).max(1);
        let room = self.capacity * self.refill_ms;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.full_at.len() >= NETWORKS_MAX && !kept.full_at.contains_key(&network) {
            kept.sweep(now);
            if kept.full_at.len() >= NETWORKS_MAX {
                return Ok(());
            }
        }
        let full_at = kept.full_at.entry(network).or_insert(now.0);
        let then = (*full_at).max(now.0) + cost;
        if then - now.0 > room {
            return Err(Empty {
                wait_ms: then - now.0 - room,
            });
        }
        *full_at = then;
        Ok(())
    }
}

impl Kept {
    fn sweep(&mut self, now: UtcMillis) {
        if now.0 - self.swept_at >= SWEEP_MS {
            self.swept_at = now.0;
            self.full_at.retain(|_, full_at| *full_at > now.0);
        }
    }
}

/// A bucket with nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Empty {
    /// Milliseconds until the next act.
    pub wait_ms: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(number: u8) -> Network {
        Network::V4([192, 0, 2, number])
    }

    #[test]
    fn a_bucket_empties_and_fills_and_neighbours_have_their_own() {
        let buckets = Buckets::new(3, 1000);
        let now = UtcMillis(1_000_000);
        for _ in 0..3 {
            assert_eq!(buckets.take(network(1), now), Ok(()));
        }
        assert_eq!(buckets.take(network(1), now), Err(Empty { wait_ms: 1000 }));
        assert_eq!(buckets.take(network(2), now), Ok(()));
        assert_eq!(buckets.take(network(1), UtcMillis(now.0 + 1000)), Ok(()));
    }

    #[test]
    fn the_onion_service_has_room_for_many() {
        let buckets = Buckets::new(3, 1000);
        let now = UtcMillis(1_000_000);
        for _ in 0..30 {
            assert_eq!(buckets.take(Network::Tor, now), Ok(()));
        }
        assert!(buckets.take(Network::Tor, now).is_err());
    }

    #[test]
    fn memory_is_bounded() {
        let buckets = Buckets::new(3, 1000);
        for number in 0..200_000_u32 {
            let _ = buckets.take(Network::V4(number.to_be_bytes()), UtcMillis(1_000_000));
        }
        assert!(buckets.kept.lock().unwrap().full_at.len() <= NETWORKS_MAX);
    }
}
