//! The second factor of a password: codes of the moment (TOTP, RFC 6238) and recovery codes.
//!
//! The database holds neither: the app's secret is derived from a nonce and the newsroom's own secret,
//! and a recovery code is kept as a tag under it.

pub mod desk;
mod qr;
pub(super) mod store;

use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::{Staff, StaffId, UtcMillis, Way};
use crate::db::{DbError, Tx};
use crate::secrets::{Key, Secrets, hex};
use crate::web::urls::value;

pub(super) use qr::{Qr, qr};

/// Bytes of an app's secret: RFC 4226 §4 asks for 20.
const SECRET_BYTES: usize = 20;
/// Seconds of a step, and digits: what every app takes for granted.
const STEP_SECONDS: u64 = 30;
const DIGITS: u8 = 6;
/// Steps a clock may be off, either way (RFC 6238 §5.2).
const SKEW: u16 = 1;
/// Recovery codes made at once.
pub(super) const CODES: usize = 10;
/// Letters of a recovery code: 60 bits.
const CODE_LETTERS: usize = 12;
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Derives secrets and tags.
pub(super) struct Seconds(Key);

/// What somebody's second factor is checked against.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    pub(super) nonce: String,
    pub(super) last_step: i64,
    /// Of recovery codes that were not used.
    pub(super) tags: Vec<String>,
}

/// What was typed, found right: to be spent in the transaction that lets somebody in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Right {
    /// A code of the moment.
    Step(i64),
    /// A recovery code.
    Recovery(String),
}

impl Right {
    /// How somebody signed in with it.
    pub(super) fn way(&self) -> Way {
        match self {
            Self::Step(_) => Way::Second,
            Self::Recovery(_) => Way::Recovery,
        }
    }

    /// Spends it; gives whether it was not spent before.
    pub(super) fn spend(
        &self,
        tx: &mut Tx<'_, '_>,
        staff: StaffId,
        at: UtcMillis,
    ) -> Result<bool, DbError> {
        match self {
            Self::Step(step) => store::use_step(tx, staff, *step),
            Self::Recovery(tag) => store::use_code(tx, staff, tag, at),
        }
    }
}

impl Seconds {
    pub(super) fn new(secrets: &Secrets) -> Self {
        Self(secrets.key("desk second factors"))
    }

    /// What an app is set up with: its address (`otpauth:`) and the secret as it is typed.
    pub(super) fn set_up(&self, staff: &Staff, nonce: &str, host: &str) -> (String, String) {
        let secret = Secret::from(self.secret(staff.id, nonce)).to_base32();
        // The apps' common format; a login holds no colon, which would end the name.
        let (host, login) = (value(host), value(&staff.login));
        let link = format!("otpauth://totp/{host}:{login}?secret={secret}&issuer={host}");
        (link, secret)
    }

    /// Whether what was typed is right, by the kept.
    pub(super) fn check(
        &self,
        staff: StaffId,
        kept: &Kept,
        typed: &str,
        now: UtcMillis,
    ) -> Option<Right> {
        let typed = plain(typed);
        let seconds = u64::try_from(now.0 / 1000).ok()?;
        if typed.len() == usize::from(DIGITS) {
            let step = self.totp(staff, &kept.nonce)?.check(&typed, seconds)?;
            let step = i64::try_from(step).ok()?;
            return (step > kept.last_step).then_some(Right::Step(step));
        }
        let tag = self.tag(staff, &typed);
        kept.tags.contains(&tag).then_some(Right::Recovery(tag))
    }

    /// New recovery codes, and what is kept of them.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub(super) fn codes(&self, staff: StaffId) -> Result<Vec<(String, String)>, getrandom::Error> {
        let mut codes = Vec::new();
        for _ in 0..CODES {
            let mut bytes = [0; CODE_LETTERS];
            getrandom::fill(&mut bytes)?;
            let letter = |byte: &u8| {
                ALPHABET
                    .get(usize::from(byte % 32))
                    .copied()
                    .unwrap_or(b'a')
            };
            let letters: String = bytes.iter().map(|byte| char::from(letter(byte))).collect();
            let groups: Vec<&str> = [letters.get(..4), letters.get(4..8), letters.get(8..)]
                .into_iter()
                .flatten()
                .collect();
            codes.push((groups.join("-"), self.tag(staff, &letters)));
        }
        Ok(codes)
    }

    fn secret(&self, staff: StaffId, nonce: &str) -> Vec<u8> {
        let mut secret = self
            .0
            .tag(&[b"app", &staff.0.to_be_bytes(), nonce.as_bytes()])
            .to_vec();
        secret.truncate(SECRET_BYTES);
        secret
    }

    fn totp(&self, staff: StaffId, nonce: &str) -> Option<Totp> {
        builder(Secret::from(self.secret(staff, nonce)))
            .build()
            .ok()
    }

    fn tag(&self, staff: StaffId, code: &str) -> String {
        hex(&self
            .0
            .short_tag(&[b"recovery", &staff.0.to_be_bytes(), code.as_bytes()]))
    }
}

/// Digits and letters alone, small, whichever digits somebody's keyboard has.
fn plain(typed: &str) -> String {
    let digit = |c: char| match c {
        '\u{0660}'..='\u{0669}' => char::from_digit(u32::from(c) - 0x0660, 10).unwrap_or(c),
        '\u{06F0}'..='\u{06F9}' => char::from_digit(u32::from(c) - 0x06F0, 10).unwrap_or(c),
        other => other.to_ascii_lowercase(),
    };
    let plain = typed.chars().map(digit).filter(char::is_ascii_alphanumeric);
    plain.take(40).collect()
}

fn builder(secret: Secret) -> Builder {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_skew(SKEW)
        .with_step_duration(STEP_SECONDS)
        .with_secret(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAFF: StaffId = StaffId(7);

    fn seconds() -> Seconds {
        Seconds::new(&Secrets::from_bytes(&[7; 32]).unwrap())
    }

    #[test]
    fn a_code_of_the_moment_is_right_once_and_for_a_minute() {
        let (seconds, now) = (seconds(), UtcMillis(1_794_128_400_000));
        let mut kept = Kept {
            nonce: "n".to_owned(),
            ..Kept::default()
        };
        let at = |millis: i64| u64::try_from(millis / 1000).unwrap();
        let code = seconds
            .totp(STAFF, "n")
            .unwrap()
            .generate(at(now.0))
            .to_string();
        let right = seconds.check(STAFF, &kept, &code, now).unwrap();
        assert_eq!(right.way(), Way::Second);
        let arabic: String = code
            .chars()
            .map(|c| char::from_u32(u32::from(c) + 0x0630).unwrap())
            .collect();
        assert_eq!(
            seconds.check(STAFF, &kept, &arabic, now),
            Some(right.clone())
        );
        let later = UtcMillis(now.0 + 30_000);
        assert_eq!(
            seconds.check(STAFF, &kept, &code, later),
            Some(right.clone())
        );
        let too_late = UtcMillis(now.0 + 90_000);
        assert_eq!(seconds.check(STAFF, &kept, &code, too_late), None);
        assert_eq!(seconds.check(StaffId(8), &kept, &code, now), None);
        let Right::Step(step) = right else { panic!() };
        kept.last_step = step;
        assert_eq!(seconds.check(STAFF, &kept, &code, now), None, "used");
    }

    #[test]
    fn a_recovery_code_is_somebodys_own_and_kept_as_a_tag() {
        let seconds = seconds();
        let codes = seconds.codes(STAFF).unwrap();
        assert_eq!(codes.len(), CODES);
        let (code, tag) = codes.first().unwrap();
        assert!(!tag.contains(code.as_str()) && code.len() == 14, "{code}");
        let kept = Kept {
            tags: vec![tag.clone()],
            ..Kept::default()
        };
        let typed = format!(" {} ", code.to_uppercase().replace('-', " "));
        let right = seconds.check(STAFF, &kept, &typed, UtcMillis(0));
        assert_eq!(right, Some(Right::Recovery(tag.clone())));
        assert_eq!(seconds.check(StaffId(8), &kept, code, UtcMillis(0)), None);
        assert_eq!(
            seconds.check(STAFF, &Kept::default(), code, UtcMillis(0)),
            None
        );
    }
}
