//! The keys of a site, and what they issue and open.
//!
//! Every week has keys of its own, derived from the master key, so nothing is stored or rotated by hand.

use crate::layout::{self, Fields, PAYLOAD, TAG};
use crate::{Ask, Ramz};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

/// Seconds for which one set of keys issues tokens; it opens them for as long again.
const WEEK_S: u32 = 7 * 24 * 60 * 60;
/// What the proof is made over, before the payload: no other use of a key can be taken for this one.
const CONTEXT: &[u8] = b"sijil-ramz-v1";

/// Issues and opens tokens. Made once, from the site's master key.
#[derive(Clone)]
pub struct Keys {
    master: [u8; 32],
}

/// The master key is all zeros: a key that somebody forgot to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptyKey;

/// Why a token was not taken.
#[derive(Debug)]
pub enum Refused {
    /// Not issued here, changed on the way, or made with keys of more than a week ago. It says nothing.
    Foreign,
    /// Ours, unchanged, and too late. Its nonce may still have been spent in time, by a comment that is
    /// already stored.
    Expired(Box<Ramz>),
}

impl Keys {
    /// # Errors
    /// The master key must not be empty, that is, all zeros.
    pub fn new(master: &[u8; 32]) -> Result<Self, EmptyKey> {
        if *master == [0; 32] {
            return Err(EmptyKey);
        }
        Ok(Self { master: *master })
    }

    /// A new code for what is asked. `now_s` is in seconds since 1970.
    #[must_use]
    pub fn issue(&self, ask: &Ask, now_s: u32) -> Ramz {
        let fields = Fields {
            kid: kid(now_s / WEEK_S),
            action: ask.action,
            level: ask.level,
            lang: ask.lang,
            object: ask.object,
            issued_at_s: now_s,
            ttl_s: ask.action.ttl_s(),
            min_age_s: ask.action.min_age_s(),
            cost: ask.level.cost(),
            nonce: ask.nonce,
        };
        let payload = fields.write();
        let tag = self.tag(fields.kid, &payload);
        Ramz::new(fields, tag, self.code_key(fields.kid))
    }

    /// The code that `token` stands for. `now_s` is in seconds since 1970.
    ///
    /// # Errors
    /// The token is foreign, or expired; the second still tells what it was for.
    pub fn open(&self, token: &str, now_s: u32) -> Result<Ramz, Refused> {
        let (payload, tag) = layout::decode(token).ok_or(Refused::Foreign)?;
        let kid = current_kid(&payload, now_s).ok_or(Refused::Foreign)?;
        if !self.is_ours(kid, &payload, &tag) {
            return Err(Refused::Foreign);
        }
        let fields = Fields::read(&payload).ok_or(Refused::Foreign)?;
        let ramz = Ramz::new(fields, tag, self.code_key(kid));
        if now_s > ramz.expires_at_s() {
            return Err(Refused::Expired(Box::new(ramz)));
        }
        Ok(ramz)
    }

    fn tag(&self, kid: u8, payload: &[u8; PAYLOAD]) -> [u8; TAG] {
        let whole: [u8; 32] = self.mac(kid, payload).finalize().into_bytes().into();
        let mut tag = [0; TAG];
        tag.iter_mut()
            .zip(whole)
            .for_each(|(place, byte)| *place = byte);
        tag
    }

    /// Compares in constant time.
    fn is_ours(&self, kid: u8, payload: &[u8; PAYLOAD], tag: &[u8; TAG]) -> bool {
        self.mac(kid, payload).verify_truncated_left(tag).is_ok()
    }

    fn mac(&self, kid: u8, payload: &[u8; PAYLOAD]) -> Hmac<Sha256> {
        let mut mac = hmac(&self.derived(kid, b"mac"));
        mac.update(CONTEXT);
        mac.update(payload);
        mac
    }

    fn code_key(&self, kid: u8) -> [u8; 32] {
        self.derived(kid, b"code")
    }

    /// HKDF-SHA256 (RFC 5869), salted with the week's number, for one purpose.
    #[expect(clippy::expect_used, reason = "the length is fixed, and allowed")]
    fn derived(&self, kid: u8, label: &[u8]) -> [u8; 32] {
        let mut key = [0; 32];
        Hkdf::<Sha256>::new(Some(&[kid]), &self.master)
            .expand(label, &mut key)
            .expect("32 bytes are fewer than the 8160 that HKDF-SHA256 gives");
        key
    }
}

/// An HMAC-SHA256 (RFC 2104) under `key`.
#[expect(clippy::expect_used, reason = "a key of any length is allowed")]
pub(crate) fn hmac(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}

/// The key number in `payload`, if it is that of this week or of the one before.
fn current_kid(payload: &[u8; PAYLOAD], now_s: u32) -> Option<u8> {
    let [_, named, ..] = payload;
    let week = now_s / WEEK_S;
    [Some(week), week.checked_sub(1)]
        .into_iter()
        .flatten()
        .map(kid)
        .find(|current| current == named)
}

/// The number of a week's keys: the week since 1970, modulo 256.
fn kid(week: u32) -> u8 {
    let [.., low] = week.to_be_bytes();
    low
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Keys(..)")
    }
}

impl fmt::Display for EmptyKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the master key of confirmation codes is all zeros")
    }
}

impl std::error::Error for EmptyKey {}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Foreign => "this confirmation token was not issued here",
            Self::Expired(_) => "this confirmation token has expired",
        })
    }
}

impl std::error::Error for Refused {}
