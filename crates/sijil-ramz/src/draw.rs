//! Numbers drawn from a seed: the same seed and label give the same numbers, always and everywhere.
//!
//! HMAC-SHA256 in counter mode. Slower than a plain generator, and nothing can be told from a picture
//! or a sound about the code of another token.

use crate::keys::hmac;
use hmac::Mac;

/// A stream of numbers.
pub(crate) struct Draw {
    seed: [u8; 32],
    label: &'static [u8],
    block: u32,
    ready: Vec<u8>,
}

impl Draw {
    /// The stream for one purpose. Streams of other labels do not depend on how much this one gives.
    pub(crate) const fn new(seed: [u8; 32], label: &'static [u8]) -> Self {
        Self {
            seed,
            label,
            block: 0,
            ready: Vec::new(),
        }
    }

    /// One of `count` numbers from 0; 0 when there are none. The bias is under 2^-16 for the small
    /// counts of this crate.
    pub(crate) fn below(&mut self, count: u32) -> u32 {
        self.word().checked_rem(count).unwrap_or(0)
    }

    /// A number from `low` to `high`.
    pub(crate) fn between(&mut self, low: f32, high: f32) -> f32 {
        // 16 bits are enough for positions, and are exact in an `f32`.
        let [top, second, ..] = self.word().to_be_bytes();
        let share = f32::from(u16::from_be_bytes([top, second])) / f32::from(u16::MAX);
        low + (high - low) * share
    }

    fn word(&mut self) -> u32 {
        if self.ready.len() < 4 {
            self.refill();
        }
        let mut word = [0; 4];
        for place in &mut word {
            *place = self.ready.pop().unwrap_or(0);
        }
        u32::from_be_bytes(word)
    }

    fn refill(&mut self) {
        let mut mac = hmac(&self.seed);
        mac.update(self.label);
        mac.update(&self.block.to_be_bytes());
        self.block = self.block.wrapping_add(1);
        self.ready = mac.finalize().into_bytes().to_vec();
    }
}
