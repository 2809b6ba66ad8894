//! A reader's cookie: a random number that tells one browser's votes and comments apart from
//! another's. It is given only with what a reader sends in, and says nothing about who they are.

use http::{HeaderMap, HeaderValue};

use super::cookie::Cookie;
use crate::app::App;
use crate::db::UtcMillis;
use crate::secrets::{Key, hex, unhex};

const COOKIE: Cookie = Cookie {
    secure: "__Host-r",
    plain: "r",
    same_site: "Lax",
};
/// How long it lasts: twice as long as voting on a story is open.
const DAYS: u32 = 180;
const HOUR_MS: i64 = 60 * 60 * 1000;
const ID_BYTES: usize = 16;
const HOUR_BYTES: usize = 4;
const TAG_BYTES: usize = 16;

/// Somebody's browser, as its cookie names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Random; only ever stored under a key, and under another one for each thing.
    pub id: [u8; ID_BYTES],
    /// When the cookie was made: hours since 1970.
    hour: u32,
}

impl Reader {
    /// A browser that is new to us.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn new(now: UtcMillis) -> Result<Self, getrandom::Error> {
        let mut id = [0; ID_BYTES];
        getrandom::fill(&mut id)?;
        let hour = hour(now);
        Ok(Self { id, hour })
    }

    /// The reader of a request, if it brings a cookie that we made and that has not run out.
    #[must_use]
    pub fn of(app: &App, headers: &HeaderMap) -> Option<Self> {
        let reader = Self::parse(&key(app), COOKIE.read(app, headers)?)?;
        let age = hour(app.now()).checked_sub(reader.hour)?;
        (age < DAYS * 24).then_some(reader)
    }

    /// The `Set-Cookie` header that gives the browser its cookie.
    #[must_use]
    pub fn cookie(&self, app: &App, headers: &HeaderMap) -> Option<HeaderValue> {
        let seconds = u64::from(DAYS) * 24 * 60 * 60;
        COOKIE.write(app, headers, &self.value(&key(app)), seconds)
    }

    /// The `Set-Cookie` header that takes the cookie away.
    #[must_use]
    pub fn forgotten(app: &App, headers: &HeaderMap) -> Option<HeaderValue> {
        COOKIE.write(app, headers, "", 0)
    }

    /// Whether the cookie was made within the last hour.
    #[must_use]
    pub fn is_fresh(&self, now: UtcMillis) -> bool {
        hour(now).saturating_sub(self.hour) < 1
    }

    fn value(&self, key: &Key) -> String {
        let hour = self.hour.to_be_bytes();
        let tag = key.short_tag(&[&self.id, &hour]);
        [hex(&self.id), hex(&hour), hex(&tag)].concat()
    }

    fn parse(key: &Key, value: &str) -> Option<Self> {
        let bytes = unhex(value)?;
        let (id, rest) = bytes.split_first_chunk::<ID_BYTES>()?;
        let (hour, tag) = rest.split_first_chunk::<HOUR_BYTES>()?;
        let tag = <[u8; TAG_BYTES]>::try_from(tag).ok()?;
        let (id, is_ours) = (*id, key.is_tag(&tag, &[id, hour]));
        let hour = u32::from_be_bytes(*hour);
        is_ours.then_some(Self { id, hour })
    }
}

fn key(app: &App) -> Key {
    app.secrets.key("reader")
}

fn hour(at: UtcMillis) -> u32 {
    u32::try_from(at.0 / HOUR_MS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::Secrets;

    #[test]
    fn a_cookie_that_we_did_not_make_is_nobodys() {
        let key = Secrets::from_bytes(&[7; 32]).unwrap().key("reader");
        let other = Secrets::from_bytes(&[8; 32]).unwrap().key("reader");
        let reader = Reader::new(UtcMillis(1_794_128_400_000)).unwrap();
        let value = reader.value(&key);
        assert_eq!(Reader::parse(&key, &value), Some(reader));
        assert_eq!(Reader::parse(&other, &value), None);
        for place in 0..value.len() {
            let mut bytes = value.clone().into_bytes();
            bytes[place] = if bytes[place] == b'0' { b'1' } else { b'0' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(Reader::parse(&key, &changed), None, "changed at {place}");
        }
        for nonsense in ["", "0", "é", "0g", &format!("{value}00")] {
            assert_eq!(Reader::parse(&key, nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_cookie_is_fresh_for_an_hour_at_most() {
        let made = UtcMillis(1_794_128_400_000);
        let reader = Reader::new(made).unwrap();
        assert!(reader.is_fresh(made));
        assert!(!reader.is_fresh(UtcMillis(made.0 + HOUR_MS)));
    }
}
