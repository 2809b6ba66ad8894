//! The door of the desk: compares passwords, and slows down who guesses, without locking anybody
//! out: what is counted is a login together with a network, and a browser that signed in before is
//! counted by itself (OWASP's "device cookies").

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::keys::Keys;
use super::password::Passwords;
use super::seal::Seals;
use super::second::Seconds;
use crate::db::UtcMillis;
use crate::secrets::{Key, Secrets, hex};
use crate::web::Network;

/// Wrong passwords before the first wait.
const FREE: u32 = 5;
/// The longest wait.
const WAIT_SECONDS_MAX: i64 = 60;
/// After this long without a try, the count begins anew.
const FORGET_MS: i64 = 60 * 60 * 1000;
/// Counts kept; of more, those that wait no longer go first.
const COUNTS_MAX: usize = 10_000;

/// Who tries: a login from a network, or from a browser that signed in with it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Caller([u8; 16]);

/// The door.
pub struct Door {
    pub(super) passwords: Passwords,
    pub(super) keys: Keys,
    pub(super) seconds: Seconds,
    pub(super) seals: Seals,
    key: Key,
    counts: Mutex<HashMap<Caller, Count>>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    wrong: u32,
    at: UtcMillis,
    until: UtcMillis,
}

impl Door {
    /// A door at which nobody has knocked, of the newsroom at an address.
    #[must_use]
    pub fn new(secrets: &Secrets, site: &str) -> Self {
        Self {
            passwords: Passwords::default(),
            keys: Keys::new(secrets, site),
            seconds: Seconds::new(secrets),
            seals: Seals::new(secrets),
            key: secrets.key("desk door"),
            counts: Mutex::default(),
        }
    }

    /// Who tries with a login. `mark` is what the browser's cookie says.
    pub(super) fn caller(&self, login: &str, network: &Network, mark: Option<&str>) -> Caller {
        let known = mark.filter(|mark| self.is_mark_of(login, mark));
        Caller(match known {
            Some(mark) => self.key.short_tag(&[b"mark", mark.as_bytes()]),
            None => self
                .key
                .short_tag(&[b"network", login.as_bytes(), &network.bytes()]),
        })
    }

    /// The mark that a browser gets which has signed in with a login.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub(super) fn mark(&self, login: &str) -> Result<String, getrandom::Error> {
        let mut nonce = [0_u8; 16];
        getrandom::fill(&mut nonce)?;
        let nonce = hex(&nonce);
        let tag = hex(&self
            .key
            .short_tag(&[b"device", login.as_bytes(), nonce.as_bytes()]));
        Ok(format!("{nonce}{tag}"))
    }

    /// Whether a browser's mark says that it signed in with a login before.
    pub(super) fn knows(&self, login: &str, mark: Option<&str>) -> bool {
        mark.is_some_and(|mark| self.is_mark_of(login, mark))
    }

    fn is_mark_of(&self, login: &str, mark: &str) -> bool {
        let Some((nonce, tag)) = mark.split_at_checked(32) else {
            return false;
        };
        let right = hex(&self
            .key
            .short_tag(&[b"device", login.as_bytes(), nonce.as_bytes()]));
        // Tags of both are compared: how long that takes says nothing of the right one.
        self.key.tag(&[tag.as_bytes()]) == self.key.tag(&[right.as_bytes()])
    }

    /// Seconds that a caller has to wait; 0 for who may try.
    pub(super) fn wait_seconds(&self, caller: Caller, now: UtcMillis) -> i64 {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let until = counts.get(&caller).map_or(0, |count| count.until.0);
        ((until - now.0).max(0) + 999) / 1000
    }

    /// Counts a wrong password: from the sixth on each doubles the wait.
    pub(super) fn refused(&self, caller: Caller, now: UtcMillis) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= COUNTS_MAX && !counts.contains_key(&caller) {
            let first = counts.iter().min_by_key(|(_, count)| count.until);
            if let Some(first) = first.map(|(caller, _)| *caller) {
                counts.remove(&first);
            }
        }
        let none = Count {
            wrong: 0,
            at: now,
            until: now,
        };
        let count = counts.entry(caller).or_insert(none);
        if now.0 - count.at.0 > FORGET_MS {
            *count = none;
        }
        count.wrong = count.wrong.saturating_add(1);
        count.at = now;
        if count.wrong > FREE {
            let seconds = 1_i64 << (count.wrong - FREE).min(6);
            count.until = UtcMillis(now.0 + seconds.min(WAIT_SECONDS_MAX) * 1000);
        }
    }

    /// Forgets the count of who came in.
    pub(super) fn welcomed(&self, caller: Caller) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.remove(&caller);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door() -> Door {
        Door::new(
            &Secrets::from_bytes(&[7; 32]).unwrap(),
            "https://paper.example",
        )
    }

    #[test]
    fn who_guesses_waits_longer_each_time_and_others_do_not() {
        let (door, now) = (door(), UtcMillis(1_000_000));
        let network = |text: &str| Network::of(text.parse().unwrap());
        let guesser = door.caller("layla", &network("192.0.2.1"), None);
        let owner = door.caller("layla", &network("192.0.2.2"), None);
        for _ in 0..5 {
            door.refused(guesser, now);
        }
        assert_eq!(door.wait_seconds(guesser, now), 0);
        door.refused(guesser, now);
        assert_eq!(door.wait_seconds(guesser, now), 2);
        for _ in 0..40 {
            door.refused(guesser, now);
        }
        assert_eq!(door.wait_seconds(guesser, now), 60);
        assert_eq!(door.wait_seconds(guesser, UtcMillis(now.0 + 60_000)), 0);
        assert_eq!(door.wait_seconds(owner, now), 0);
        door.welcomed(guesser);
        assert_eq!(door.wait_seconds(guesser, now), 0);
    }

    #[test]
    fn a_browser_that_came_in_before_is_counted_by_itself() {
        let door = door();
        let mark = door.mark("layla").unwrap();
        let stranger = door.caller("layla", &Network::Tor, None);
        assert_ne!(door.caller("layla", &Network::Tor, Some(&mark)), stranger);
        for forged in [&mark.replace('a', "b"), "", "nonsense", &"0".repeat(64)] {
            let caller = door.caller("layla", &Network::Tor, Some(forged));
            assert!(caller == stranger || *forged == mark, "{forged}");
        }
        let other = door.caller("omar", &Network::Tor, Some(&mark));
        assert_eq!(other, door.caller("omar", &Network::Tor, None));
    }

    #[test]
    fn a_flood_of_logins_takes_bounded_memory() {
        let door = door();
        for number in 0..COUNTS_MAX + 50 {
            let caller = door.caller(&number.to_string(), &Network::Tor, None);
            door.refused(caller, UtcMillis(1));
        }
        assert_eq!(door.counts.lock().unwrap().len(), COUNTS_MAX);
    }
}
