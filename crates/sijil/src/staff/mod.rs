//! Who works here: accounts, what each role may do, and sessions.

pub mod account;
pub mod again;
mod common;
pub mod desk;
mod door;
pub mod entry;
pub mod keys;
mod password;
pub mod people;
mod reach;
pub mod request;
pub mod routes;
mod seal;
pub mod second;
mod session;
mod store;
pub mod welcome;

use sijil_text::{Lang, lowercase};

pub use door::Door;
pub use password::{generated, hashed};
pub use people::{address as link_address, by_login, invite, link};
pub use reach::{Reach, limit};
pub use session::{NewSession, Session, Token, Way, close, open, present};
pub use store::{last_id, list, with_mail};

use crate::db::{DbError, Tx, UtcMillis};
use crate::topics::TopicId;
use crate::{db_enum, db_id};

db_id! {
    /// Somebody on the staff.
    StaffId
}

db_id! {
    /// One of somebody's sessions.
    SessionId
}

/// Whose hand acts, and in which of their sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub staff: StaffId,
    /// Where they are signed in.
    pub session: Option<SessionId>,
}

db_enum! {
    /// What somebody does here.
    Role {
        /// Writes stories.
        Reporter = "reporter",
        /// Publishes stories, and helps with comments.
        Editor = "editor",
        /// Decides on comments, and sets their rules.
        Moderator = "moderator",
        /// May do everything.
        Admin = "admin",
    }
}

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Power {
    /// See the desk at all.
    Enter,
    /// Write stories, and hand in pictures for them.
    Write,
    /// Publish, schedule, correct and withdraw stories; edit those of others.
    Publish,
    /// Choose what leads the front page.
    ArrangeFront,
    /// Read who did what.
    ReadLedger,
    /// Decide on comments.
    Moderate,
    /// Set the rules and modes that hold comments.
    SetRules,
    /// Take people on, and say what they may do.
    ManageStaff,
    /// Set up the newsroom: its name, sections, looks and words.
    Configure,
}

impl Role {
    /// All of them, the one with the fewest powers first.
    pub const ALL: [Self; 4] = [Self::Reporter, Self::Editor, Self::Moderator, Self::Admin];

    /// Whether the role has a power.
    #[must_use]
    pub fn may(self, power: Power) -> bool {
        match power {
            Power::Enter => true,
            Power::ReadLedger | Power::Moderate => self != Self::Reporter,
            Power::SetRules => matches!(self, Self::Moderator | Self::Admin),
            Power::Write => self != Self::Moderator,
            Power::Publish | Power::ArrangeFront => matches!(self, Self::Editor | Self::Admin),
            Power::ManageStaff | Power::Configure => self == Self::Admin,
        }
    }
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Their identifier.
    pub id: StaffId,
    /// What they sign in with.
    pub login: String,
    /// How colleagues see them.
    pub name: String,
    /// The language of their desk.
    pub lang: Lang,
    /// What they may do.
    pub role: Role,
    /// Whether they can no longer sign in.
    pub is_disabled: bool,
    /// How far their powers over stories and what readers say about them reach.
    pub reach: Reach,
    /// The session that asks, where one does.
    pub session: Option<SessionId>,
}

impl Staff {
    /// Whose hand it is when they act.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor {
            staff: self.id,
            session: self.session,
        }
    }

    /// Whether a story of that language and section is theirs to work on. An admin reaches
    /// everything: they could lift their own limits.
    #[must_use]
    pub fn reaches(&self, lang: Lang, section: Option<TopicId>) -> bool {
        self.role == Role::Admin || self.reach.holds(lang, section)
    }

    /// The limits that hold for them; an admin has none.
    #[must_use]
    pub fn limits(&self) -> Reach {
        match self.role {
            Role::Admin => Reach::default(),
            Role::Reporter | Role::Editor | Role::Moderator => self.reach.clone(),
        }
    }
}

/// Why an account cannot be as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StaffError {
    /// The login holds something else than letters, digits, dots, hyphens and underscores.
    #[error("a login is 2 to 40 letters, digits, dots, hyphens or underscores")]
    Login,
    /// The password is too short or too long.
    #[error(
        "a password is {} to {} characters long",
        password::CHARS_MIN,
        password::CHARS_MAX
    )]
    Password,
    /// The password is one that everybody tries first.
    #[error("that password is among the first that are tried; take a few words of your own")]
    Common,
    /// Somebody has that login.
    #[error("somebody has that login already")]
    Taken,
    /// Nobody has that login.
    #[error("nobody has that login")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// A login as it is kept: small letters.
///
/// # Errors
/// [`StaffError::Login`].
pub fn login(typed: &str) -> Result<String, StaffError> {
    let login = lowercase(typed.trim());
    let is_allowed = |c: char| c.is_alphanumeric() || ".-_".contains(c);
    let is_one = (2..=40).contains(&login.chars().count()) && login.chars().all(is_allowed);
    is_one.then_some(login).ok_or(StaffError::Login)
}

/// Takes somebody on. The password is a hash of [`hashed`].
///
/// # Errors
/// [`StaffError::Taken`].
pub fn add(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    password: &str,
    at: UtcMillis,
) -> Result<(), StaffError> {
    match store::insert(tx, staff, password, at)? {
        0 => Err(StaffError::Taken),
        _ => Ok(()),
    }
}

/// Gives somebody another password, and ends their sessions; gives who it is.
///
/// # Errors
/// [`StaffError::NotFound`].
pub fn set_password(
    tx: &mut Tx<'_, '_>,
    login: &str,
    password: &str,
) -> Result<StaffId, StaffError> {
    let id = store::set_password(tx, login, password)?.ok_or(StaffError::NotFound)?;
    session::store::end_all(tx, id)?;
    Ok(id)
}

/// Keeps somebody out from now on, and ends their sessions; gives who it is.
///
/// # Errors
/// [`StaffError::NotFound`].
pub fn disable(tx: &mut Tx<'_, '_>, login: &str, at: UtcMillis) -> Result<StaffId, StaffError> {
    let id = store::disable(tx, login, at)?.ok_or(StaffError::NotFound)?;
    session::store::end_all(tx, id)?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_has_one_spelling_and_no_strange_signs() {
        assert_eq!(login(" Layla.K "), Ok("layla.k".to_owned()));
        assert_eq!(login("ليلى"), Ok("ليلى".to_owned()));
        for bad in ["", "a", "a b", "a/b", "a@b", "a\u{202e}b"] {
            assert_eq!(login(bad), Err(StaffError::Login), "{bad}");
        }
    }

    #[test]
    fn an_admin_may_do_everything_and_a_reporter_only_enter() {
        for power in [
            Power::Enter,
            Power::ReadLedger,
            Power::Moderate,
            Power::SetRules,
        ] {
            assert!(Role::Admin.may(power));
            assert_eq!(Role::Reporter.may(power), power == Power::Enter);
        }
    }
}
