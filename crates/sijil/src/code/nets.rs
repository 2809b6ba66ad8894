//! Networks under a key that dies with the day: comments of one network can be told to belong
//! together while a flood lasts, and never afterwards.

use std::sync::{Mutex, PoisonError};

use crate::db::UtcMillis;
use crate::secrets::Key;
use crate::web::Network;

/// How long a key lives. It is in memory only, so a restart ends it too.
const KEY_MS: i64 = 24 * 60 * 60 * 1000;

/// The key of the day.
#[derive(Default)]
pub struct Nets(Mutex<Option<(UtcMillis, Key)>>);

impl Nets {
    /// The network under today's key.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn mark(&self, network: Network, now: UtcMillis) -> Result<Vec<u8>, getrandom::Error> {
        let mut of_day = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = match of_day.take() {
            Some((since, key)) if now.0 - since.0 < KEY_MS => (since, key),
            _ => (now, Key::fleeting()?),
        };
        let (_, key) = of_day.insert(key);
        Ok(key.short_tag(&[&network.bytes()]).to_vec())
    }

    /// Since when the key lives that marks of now are made with, if there is one: marks from before
    /// say nothing any more. A key whose day is over ends here too, also where nobody writes.
    #[must_use]
    pub fn since(&self, now: UtcMillis) -> Option<UtcMillis> {
        let mut of_day = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        of_day.take_if(|(since, _)| now.0 - since.0 >= KEY_MS);
        of_day.as_ref().map(|(since, _)| *since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_has_one_mark_for_a_day_and_then_another() {
        let (nets, home) = (Nets::default(), Network::V4([192, 0, 2, 7]));
        let morning = nets.mark(home, UtcMillis(0)).unwrap();
        assert_eq!(nets.mark(home, UtcMillis(KEY_MS - 1)).unwrap(), morning);
        assert_ne!(nets.mark(Network::Tor, UtcMillis(1)).unwrap(), morning);
        assert_eq!(nets.since(UtcMillis(KEY_MS - 1)), Some(UtcMillis(0)));
        assert_eq!(nets.since(UtcMillis(KEY_MS)), None);
        assert_ne!(nets.mark(home, UtcMillis(KEY_MS)).unwrap(), morning);
    }
}
