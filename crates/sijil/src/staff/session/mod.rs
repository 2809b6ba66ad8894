//! Sessions: a random token in a cookie, and its hash in the database, so that who reads the
//! database cannot sign in with it.

pub(super) mod store;

use super::{SessionId, Staff, StaffId, reach};
use crate::articles::content::sha256;
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_enum;
use crate::secrets::hex;

/// How long a session lives at most, and how long without a request.
const ENDS_MS: i64 = 7 * 24 * 60 * 60 * 1000;
const IDLE_MS: i64 = 12 * 60 * 60 * 1000;
/// A session's last request is written down at most this often.
const SEEN_MS: i64 = 5 * 60 * 1000;

/// What a browser holds: 256 random bits in hexadecimal.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(hex(&bytes)))
    }

    /// The one in a cookie, whatever it holds.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What the cookie holds.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the database holds.
    pub(super) fn sha256(&self) -> String {
        sha256(self.0.as_bytes())
    }
}

db_enum! {
    /// How somebody signed in.
    Way {
        /// With a passkey.
        Passkey = "passkey",
        /// With a password alone.
        Password = "password",
        /// With a password and a code of the moment.
        Second = "second",
        /// With a password and a recovery code.
        Recovery = "recovery",
    }
}

impl Way {
    /// Whether it took two things that only its owner has: a passkey is a device and what opens it.
    #[must_use]
    pub fn is_two_factors(self) -> bool {
        self != Self::Password
    }
}

/// How long a proof of who somebody is holds for dangerous acts.
const PROVEN_MS: i64 = 10 * 60 * 1000;

/// A session to be opened.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its identifier.
    pub id: SessionId,
    /// Whose it is.
    pub staff: StaffId,
    /// How they signed in.
    pub way: Way,
    /// The browser in a word or two, as they would call it; may be empty.
    pub browser: String,
}

/// A session that is open.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose it is.
    pub staff: Staff,
    /// How they signed in.
    pub way: Way,
    /// When they last proved who they are.
    pub proven_at: UtcMillis,
    /// When it was last in use, give or take five minutes.
    pub seen_at: UtcMillis,
    /// Whether `seen` has to write down that it is in use.
    pub is_to_be_seen: bool,
}

impl Session {
    /// Whether they proved who they are within the last ten minutes.
    #[must_use]
    pub fn is_proven(&self, now: UtcMillis) -> bool {
        now.0 - self.proven_at.0 <= PROVEN_MS
    }
}

/// A session as its owner sees it.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) id: SessionId,
    pub(super) at: UtcMillis,
    pub(super) seen_at: UtcMillis,
    pub(super) way: Way,
    pub(super) browser: String,
}

/// Somebody's open sessions, the last used first.
pub(super) fn of_staff(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    at: UtcMillis,
) -> Result<Vec<Open>, DbError> {
    store::of_staff(tx, staff, at, UtcMillis(at.0 - IDLE_MS))
}

/// Opens a session. Sessions that have ended are swept out with it.
///
/// # Errors
/// When the database fails.
pub fn open(
    tx: &mut Tx<'_, '_>,
    session: &NewSession,
    token: &Token,
    at: UtcMillis,
) -> Result<(), DbError> {
    store::sweep_sessions(tx, at, UtcMillis(at.0 - IDLE_MS))?;
    let ends_at = UtcMillis(at.0 + ENDS_MS);
    store::insert_session(tx, session, &token.sha256(), (at, ends_at))
}

/// The session of a token, if it is open and its owner may still sign in.
///
/// # Errors
/// When the database fails.
pub fn present(
    tx: &mut Tx<'_, '_>,
    token: &Token,
    at: UtcMillis,
) -> Result<Option<Session>, DbError> {
    let found = store::session(tx, &token.sha256(), at, UtcMillis(at.0 - IDLE_MS))?;
    let Some(mut session) = found else {
        return Ok(None);
    };
    session.staff.reach = reach::of(tx, session.staff.id)?;
    session.is_to_be_seen = at.0 - session.seen_at.0 >= SEEN_MS;
    Ok(Some(session))
}

/// Writes down that a session is in use.
///
/// # Errors
/// When the database fails.
pub(super) fn seen(tx: &mut Tx<'_, '_>, token: &Token, at: UtcMillis) -> Result<(), DbError> {
    store::see_session(tx, &token.sha256(), at)
}

/// Ends the session of a token.
///
/// # Errors
/// When the database fails.
pub fn close(tx: &mut Tx<'_, '_>, token: &Token) -> Result<(), DbError> {
    store::end_session(tx, &token.sha256())
}
