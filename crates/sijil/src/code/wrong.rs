//! Codes that were answered wrongly: each may be guessed at once. In memory, so a restart gives one
//! more guess.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// Codes that are remembered; the oldest are forgotten first, and each costs who guesses a
/// submission.
const CODES_MAX: usize = 20_000;

type Nonce = [u8; 16];

/// The nonces of those codes.
#[derive(Debug, Default)]
pub(super) struct Wrong(Mutex<(HashSet<Nonce>, VecDeque<Nonce>)>);

impl Wrong {
    pub(super) fn add(&self, nonce: Nonce) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.0.insert(nonce) {
            all.1.push_back(nonce);
        }
        if all.1.len() > CODES_MAX
            && let Some(oldest) = all.1.pop_front()
        {
            all.0.remove(&oldest);
        }
    }

    pub(super) fn holds(&self, nonce: &Nonce) -> bool {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.0.contains(nonce)
    }
}
