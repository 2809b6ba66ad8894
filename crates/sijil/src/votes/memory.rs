//! What votes know only while the program runs: the day's key of networks, the budgets, and how
//! many votes are usual at each hour.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::budget::{Budgets, Charge, Limits};
use super::watch::Usual;
use super::{Object, VoteState, Wish, slot};
use crate::db::UtcMillis;
use crate::secrets::{Key, Secrets};
use crate::web::Network;

/// A key of networks lives this many slots: a day. Without its key nothing leads from a row back
/// to a network, though there are only 2^32 IPv4 addresses to try.
const KEY_SLOTS: i64 = 24 * 6;

/// What votes know only while the program runs.
pub struct Memory {
    voters: Key,
    day: Mutex<Day>,
    usual: Mutex<Usual>,
}

#[derive(Default)]
struct Day {
    key: Option<Key>,
    /// The slot in which the key was made.
    since: i64,
    budgets: Budgets,
}

impl Memory {
    /// An empty memory.
    #[must_use]
    pub fn new(secrets: &Secrets) -> Self {
        Self {
            voters: secrets.key("vote"),
            day: Mutex::default(),
            usual: Mutex::default(),
        }
    }

    /// A reader as the rows of one thing know them, and no other rows.
    #[must_use]
    pub fn voter(&self, object: Object, reader: &[u8; 16]) -> [u8; 16] {
        let (kind, id) = (object.kind.word().as_bytes(), object.id.to_be_bytes());
        self.voters.short_tag(&[kind, &id, reader])
    }

    /// How a reader's first vote on a thing enters, and its network as the rows know it.
    pub fn admit(&self, object: Object, wish: &Wish) -> (Option<[u8; 8]>, VoteState) {
        let mut day = self.day();
        day.renew(wish.at);
        let Day { key, budgets, .. } = &mut *day;
        // Without randomness there is no key, and without a key no budget: the vote waits.
        let Some(key) = key else {
            return (None, VoteState::Held);
        };
        let (kind, id) = (object.kind.word().as_bytes(), object.id.to_be_bytes());
        let net = wish.network.bytes();
        let [a, b, c, d, ..] = eight(key, &[b"voter", kind, &id, &wish.reader]);
        let charge = Charge {
            place: eight(key, &[b"place", kind, &id, &net]),
            net: eight(key, &[b"net", &net]),
            reader: eight(key, &[b"reader", &wish.reader]),
            voter: u32::from_be_bytes([a, b, c, d]),
        };
        let limits = match wish.network {
            Network::V4(_) | Network::V6(_) => Limits::COMMON,
            Network::Tor | Network::Unknown => Limits::SHARED,
        };
        let state = match budgets.admits(charge, limits, wish.at.0) {
            true => VoteState::Counted,
            false => VoteState::Held,
        };
        (Some(charge.place), state)
    }

    /// The first slot whose rows were written under the key of now; older networks are forgotten.
    pub(super) fn since(&self, now: UtcMillis) -> i64 {
        let mut day = self.day();
        day.renew(now);
        day.since
    }

    /// What is usual, for reading and for learning.
    pub(super) fn usual(&self) -> MutexGuard<'_, Usual> {
        self.usual.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn day(&self) -> MutexGuard<'_, Day> {
        self.day.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Day {
    /// Makes a new key when the old one has had its day. It always begins with a slot of its own,
    /// so that a row's slot tells under which key its network stands.
    fn renew(&mut self, now: UtcMillis) {
        let slot = slot(now);
        let has_ended = slot - self.since >= KEY_SLOTS;
        if self.key.is_some() && !has_ended {
            return;
        }
        *self = Self {
            key: Key::fleeting().ok(),
            since: slot,
            budgets: Budgets::default(),
        };
    }
}

fn eight(key: &Key, parts: &[&[u8]]) -> [u8; 8] {
    let [a, b, c, d, e, f, g, h, ..] = key.short_tag(parts);
    [a, b, c, d, e, f, g, h]
}
