//! How many votes count at once: from one network on one thing, from one reader, from one network
//! in all. Kept in memory under the day's key, so a restart begins them anew. Memory is bounded:
//! where there is no room for another network, its votes wait for the check.

use std::collections::HashMap;

/// How long a budget lasts from its first vote.
const HOUR_MS: i64 = 60 * 60 * 1000;
/// Between two looks for room in a full table.
const SWEEP_MS: i64 = 60 * 1000;
/// Entries of each table; all three full take about 12 MB.
pub(super) const ENTRIES_MAX: usize = 50_000;
/// A reader's votes in an hour, on all things.
const READER_MAX: u32 = 40;

/// What one network may do in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    /// Readers on one thing.
    pub(super) on_object: usize,
    /// Votes on all things.
    pub(super) in_all: u32,
}

impl Limits {
    /// A home, a café, a carrier's shared address.
    pub(super) const COMMON: Self = Self {
        on_object: 8,
        in_all: 200,
    };
    /// All of Tor, or all who come through a proxy that does not say for whom it asks: many people
    /// at one address. Ten times as much, until a site knows its own share of them.
    pub(super) const SHARED: Self = Self {
        on_object: 80,
        in_all: 2000,
    };
}

/// Whom a vote is charged to; each is a tag under the day's key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Charge {
    /// The network on this thing.
    pub(super) place: [u8; 8],
    /// The network.
    pub(super) net: [u8; 8],
    /// The reader.
    pub(super) reader: [u8; 8],
    /// The reader on this thing.
    pub(super) voter: u32,
}

/// The budgets of the running hour.
#[derive(Debug, Default)]
pub(super) struct Budgets {
    places: Table<Vec<u32>>,
    nets: Table<u32>,
    readers: Table<u32>,
}

impl Budgets {
    /// Whether a reader's first vote on a thing counts at once. Asking again for the same vote
    /// charges nothing more, so a write that runs twice is charged once.
    pub(super) fn admits(&mut self, charge: Charge, limits: Limits, now_ms: i64) -> bool {
        let Some(voters) = self.places.at(charge.place, now_ms) else {
            return false;
        };
        if voters.contains(&charge.voter) {
            return true;
        }
        if voters.len() >= limits.on_object {
            return false;
        }
        let nets = self.nets.at(charge.net, now_ms);
        let readers = self.readers.at(charge.reader, now_ms);
        let (Some(net), Some(reader)) = (nets, readers) else {
            return false;
        };
        if *net >= limits.in_all || *reader >= READER_MAX {
            return false;
        }
        *net += 1;
        *reader += 1;
        voters.push(charge.voter);
        true
    }

    #[cfg(test)]
    fn entries(&self) -> usize {
        self.places.entries.len() + self.nets.entries.len() + self.readers.entries.len()
    }
}

/// What was counted within an hour, by tag.
#[derive(Debug, Default)]
struct Table<T> {
    entries: HashMap<[u8; 8], (i64, T)>,
    swept_ms: i64,
}

impl<T: Default> Table<T> {
    /// The entry of a tag, new after an hour; nothing when there is no room for another.
    fn at(&mut self, tag: [u8; 8], now_ms: i64) -> Option<&mut T> {
        if !self.entries.contains_key(&tag) && !self.has_room(now_ms) {
            return None;
        }
        let entry = self.entries.entry(tag).or_insert((now_ms, T::default()));
        if is_over(entry.0, now_ms) {
            *entry = (now_ms, T::default());
        }
        Some(&mut entry.1)
    }

    fn has_room(&mut self, now_ms: i64) -> bool {
        if self.entries.len() < ENTRIES_MAX {
            return true;
        }
        // A flood finds the table full each time; looking through it each time would be its gain.
        if now_ms.saturating_sub(self.swept_ms) < SWEEP_MS {
            return false;
        }
        self.swept_ms = now_ms;
        self.entries
            .retain(|_, (since_ms, _)| !is_over(*since_ms, now_ms));
        self.entries.len() < ENTRIES_MAX
    }
}

/// Whether the hour that began at `since_ms` is over; also when the clock was set back.
fn is_over(since_ms: i64, now_ms: i64) -> bool {
    !(0..HOUR_MS).contains(&(now_ms - since_ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn charge(object: u32, net: u32, reader: u32) -> Charge {
        let tag = |a: u32, b: u32| {
            let mut tag = [0; 8];
            tag[..4].copy_from_slice(&a.to_be_bytes());
            tag[4..].copy_from_slice(&b.to_be_bytes());
            tag
        };
        Charge {
            place: tag(object, net),
            net: tag(0, net),
            reader: tag(0, reader),
            voter: reader,
        }
    }

    #[test]
    fn eight_readers_of_a_network_count_on_a_thing_in_an_hour() {
        let mut budgets = Budgets::default();
        let mut admits = |reader, at| budgets.admits(charge(1, 1, reader), Limits::COMMON, at);
        assert!((0..8).all(|reader| admits(reader, 0)));
        assert!(!admits(8, HOUR_MS - 1), "the ninth waits");
        assert!(admits(3, HOUR_MS - 1), "who counts is not charged again");
        assert!(admits(8, HOUR_MS), "the next hour begins anew");
    }

    #[test]
    fn a_reader_and_a_network_have_budgets_over_all_things() {
        let mut budgets = Budgets::default();
        let mut admits =
            |object, reader| budgets.admits(charge(object, 1, reader), Limits::COMMON, 0);
        let of_one = (0..50).filter(|object| admits(*object, 1)).count();
        assert_eq!(of_one, 40);
        let of_others = (100..300).filter(|object| admits(*object, *object)).count();
        assert_eq!(of_others, 160);
    }

    #[test]
    fn a_flood_of_networks_takes_no_more_memory_and_its_votes_wait() {
        let mut budgets = Budgets::default();
        let mut counted = 0;
        for net in 0..100_000 {
            counted += usize::from(budgets.admits(charge(1, net, net), Limits::COMMON, 0));
        }
        assert_eq!(counted, ENTRIES_MAX);
        assert!(budgets.entries() <= 3 * ENTRIES_MAX);
        let later = budgets.admits(charge(1, 200_000, 200_000), Limits::COMMON, HOUR_MS);
        assert!(later, "there is room again after an hour");
        assert_eq!(budgets.entries(), 3);
    }
}
