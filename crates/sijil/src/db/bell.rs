//! Rings after every commit, so that followers need not wait for their next look.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Counts its rings: who heard the count before a look misses none that came during it.
#[derive(Debug, Default)]
pub struct Bell {
    rings: Mutex<u64>,
    heard: Condvar,
}

impl Bell {
    /// Wakes everyone who waits.
    pub fn ring(&self) {
        *self.rings.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.heard.notify_all();
    }

    /// How often it has rung.
    #[must_use]
    pub fn rings(&self) -> u64 {
        *self.rings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until it has rung more often than `rings`, at most for `patience`.
    pub fn wait(&self, rings: u64, patience: Duration) {
        let count = self.rings.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .heard
            .wait_timeout_while(count, patience, |count| *count <= rings);
        drop(waited);
    }
}
