//! Passwords: kept as argon2id hashes, made and compared where no request waits for another.

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::PasswordVerifier;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use super::StaffError;
use super::common::is_common;
use crate::app::App;
use crate::web::PageError;
use crate::web::extract::Fields;

/// Characters of a password, NIST SP 800-63B-4 §3.1.1 asks for 15 where it stands alone; the sound
/// of a short sentence.
pub(super) const CHARS_MIN: usize = 12;
/// Characters beyond which nobody types.
pub(super) const CHARS_MAX: usize = 256;

/// OWASP Password Storage Cheat Sheet (2025): argon2id with 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes made at once: each takes 19 MiB.
const TURNS: usize = 2;
/// Who may wait for a turn; beyond that we are busy.
const WAITING_MAX: usize = 32;

/// What an unknown login is compared with, so that it takes as long as a known one. No password has
/// this hash but by a chance of 2^-256.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Letters and digits that are not taken for each other; 32 of them, five bits each.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// The hash of a password, in the PHC string format. Takes a tenth of a second.
///
/// # Errors
/// [`StaffError::Password`] when it is too short or too long.
pub fn hashed(password: &str) -> Result<String, StaffError> {
    if !(CHARS_MIN..=CHARS_MAX).contains(&password.chars().count()) {
        return Err(StaffError::Password);
    }
    if is_common(password, &[]) {
        return Err(StaffError::Common);
    }
    let failed = |error: String| StaffError::Db(crate::db::DbError::Other(error));
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| failed(error.to_string()))?;
    let hash = argon2()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(|error| failed(error.to_string()))?;
    Ok(hash.to_string())
}

/// A password that somebody chose in a form, and may have.
pub(super) struct Chosen(String);

impl Chosen {
    /// The fields `password` and `again` of a form; else the name of the sentence that says what is
    /// wrong. `own` is what others know of the owner.
    pub(super) fn read(fields: &Fields, own: &[String]) -> Result<Self, &'static str> {
        let (typed, again) = (fields.raw("password"), fields.raw("again"));
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        if !(CHARS_MIN..=CHARS_MAX).contains(&typed.chars().count()) {
            return Err("password-short");
        }
        if typed != again {
            return Err("password-differs");
        }
        if is_common(typed, &own) {
            return Err("password-common");
        }
        Ok(Self(typed.to_owned()))
    }
}

/// The hash of a password that was chosen, made in its turn.
pub(super) async fn made(app: &App, chosen: Chosen) -> Result<String, PageError> {
    let hash = app.door.passwords.hash(chosen).await;
    match hash.ok_or(PageError::Busy)? {
        Ok(hash) => Ok(hash),
        Err(error) => Err(PageError::broken(&error)),
    }
}

/// A password of a hundred random bits, in groups that can be read out.
///
/// # Errors
/// When the system gives no random bytes.
pub fn generated() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes)?;
    let letter = |byte: &u8| char::from(*ALPHABET.get(usize::from(byte % 32)).unwrap_or(&b'a'));
    let groups = bytes
        .chunks(4)
        .map(|group| group.iter().map(letter).collect::<String>());
    Ok(groups.collect::<Vec<_>>().join("-"))
}

/// Compares passwords, a few at once.
pub(super) struct Passwords {
    turns: Semaphore,
    line: Semaphore,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            turns: Semaphore::new(TURNS),
            line: Semaphore::new(TURNS + WAITING_MAX),
        }
    }
}

impl Passwords {
    /// Whether a password is the one that was kept; without one it is wrong, and takes as long.
    /// Nothing when too many wait.
    pub(super) async fn is_right(&self, typed: String, kept: Option<String>) -> Option<bool> {
        let _place = self.line.try_acquire().ok()?;
        let _turn = self.turns.acquire().await.ok()?;
        let compare = move || matches(&typed, kept.as_deref());
        tokio::task::spawn_blocking(compare).await.ok()
    }

    /// The hash of a new password. Nothing when too many wait.
    async fn hash(&self, chosen: Chosen) -> Option<Result<String, StaffError>> {
        let _place = self.line.try_acquire().ok()?;
        let _turn = self.turns.acquire().await.ok()?;
        let make = move || hashed(&chosen.0);
        tokio::task::spawn_blocking(make).await.ok()
    }
}

fn matches(typed: &str, kept: Option<&str>) -> bool {
    // Whatever is longer than a password can be is wrong; its beginning is compared all the same.
    let typed_short: String = typed.chars().take(CHARS_MAX).collect();
    let is_whole = typed_short.len() == typed.len();
    let hash = PasswordHash::new(kept.unwrap_or(NOBODY));
    let is_same = hash.is_ok_and(|hash| {
        let compared = argon2().verify_password(typed_short.as_bytes(), &hash);
        compared.is_ok()
    });
    is_same && is_whole && kept.is_some()
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_password_matches() {
        let kept = hashed("a short sentence").unwrap();
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{kept}"
        );
        assert!(matches("a short sentence", Some(&kept)));
        assert!(!matches("a short sentence.", Some(&kept)));
        assert!(!matches("a short sentence", None));
        assert_ne!(hashed("a short sentence").unwrap(), kept, "salted");
    }

    #[test]
    fn what_an_unknown_login_is_compared_with_is_a_hash_of_the_same_cost() {
        let hash = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&hash).unwrap();
        assert_eq!(
            (params.m_cost(), params.t_cost(), params.p_cost()),
            (MEMORY_KIB, PASSES, LANES)
        );
        let error = argon2().verify_password(b"anything", &hash).unwrap_err();
        assert_eq!(error, argon2::password_hash::Error::PasswordInvalid);
    }

    #[test]
    fn a_password_has_a_length() {
        assert_eq!(hashed("eleven char"), Err(StaffError::Password));
        assert_eq!(hashed(&"a".repeat(257)), Err(StaffError::Password));
        let made = generated().unwrap();
        assert_eq!(made.chars().count(), 24);
        assert_ne!(made, generated().unwrap());
    }
}
