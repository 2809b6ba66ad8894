//! Acts that wait for a second admin, where `staff.two_persons` asks for one: roles, one-time
//! links, the protection of a person, the removal of pictures and documents.

pub mod desk;
mod store;

use serde::{Deserialize, Serialize};

use super::people::{self, Post};
use super::session::Token;
use super::{StaffError, StaffId, store as accounts};
use crate::app::App;
use crate::articles::ArticleError;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::media::{self, documents};
use crate::topics::protection;
use crate::{db_enum, db_id};

/// How long a request waits.
const WAITS_MS: i64 = 7 * 24 * 60 * 60 * 1000;

db_id! {
    /// A request.
    RequestId
}

db_enum! {
    /// Which kind of act waits.
    What {
        /// A role and limits.
        Post = "post",
        /// A one-time link.
        Link = "link",
        /// The protection of a person.
        Protection = "protection",
        /// The removal of a picture.
        Picture = "picture",
        /// The removal of a document.
        Document = "document",
    }
}

/// An act that waits for a second admin.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Wish {
    /// Give somebody a role and limits.
    Post(i64, Post),
    /// Make somebody a one-time link.
    Link(i64),
    /// Protect a person.
    Protection(i64),
    /// Take a picture of this name away.
    Picture(i64, String),
    /// Take a document of this name away.
    Document(i64, String),
}

/// A request as the desk lists it.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its identifier.
    pub id: RequestId,
    /// What waits.
    pub what: What,
    /// Whom it is about: an account, or a person.
    pub about: i64,
    /// The rest, in words that mean the same in both languages.
    pub detail: String,
    /// Who asked.
    pub by: StaffId,
    /// Their name.
    pub name: String,
    /// When.
    pub at: UtcMillis,
}

/// What came of a confirmation.
pub enum Confirmed {
    /// It is done.
    Done,
    /// It is done, and here is the link that it made.
    Link(Token),
    /// It is done, and the files of this name are to go.
    Removed(String),
    /// Nobody may confirm it: it is their own, or waits no more.
    Not,
}

impl What {
    /// What it is about.
    fn kind(self) -> Kind {
        match self {
            Self::Post | Self::Link => Kind::Staff,
            Self::Protection => Kind::Person,
            Self::Picture => Kind::Picture,
            Self::Document => Kind::Document,
        }
    }
}

impl Wish {
    fn parts(&self) -> (What, Subject, String) {
        match self {
            Self::Post(id, post) => (What::Post, Subject(Kind::Staff, *id), post.detail()),
            Self::Link(id) => (What::Link, Subject(Kind::Staff, *id), String::new()),
            Self::Protection(id) => (What::Protection, Subject(Kind::Person, *id), String::new()),
            Self::Picture(id, name) => (What::Picture, Subject(Kind::Picture, *id), name.clone()),
            Self::Document(id, name) => {
                (What::Document, Subject(Kind::Document, *id), name.clone())
            }
        }
    }
}

/// Lets an act wait for a second admin.
///
/// # Errors
/// When the database fails.
pub fn ask(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, wish: &Wish) -> Result<(), DbError> {
    let text = serde_json::to_string(wish).map_err(|error| DbError::Other(error.to_string()))?;
    let (what, about, detail) = wish.parts();
    let by = hand.by.map_or(StaffId(0), |actor| actor.staff);
    let request = Request {
        id: hand.ids.next(hand.at),
        what,
        about: about.1,
        detail,
        by,
        name: String::new(),
        at: hand.at,
    };
    store::insert(tx, &request, &text, UtcMillis(hand.at.0 + WAITS_MS))?;
    ledger::append(tx, hand, Act::Asked, about, what.word())
}

/// Does what waits, by the hand of another than who asked.
///
/// # Errors
/// As the act itself.
pub fn confirm(
    tx: &mut Tx<'_, '_>,
    app: &App,
    hand: &Hand<'_>,
    id: RequestId,
) -> Result<Confirmed, ArticleError> {
    let by = hand.by.map_or(StaffId(0), |actor| actor.staff);
    let Some(text) = store::take(tx, id, by, hand.at)? else {
        return Ok(Confirmed::Not);
    };
    let wish: Wish =
        serde_json::from_str(&text).map_err(|error| DbError::Other(error.to_string()))?;
    let (what, about, _) = wish.parts();
    ledger::append(tx, hand, Act::Confirmed, about, what.word())?;
    let done = match &wish {
        Wish::Post(id, post) => {
            people::assign(tx, hand, StaffId(*id), post).map(|()| Confirmed::Done)
        }
        Wish::Link(id) => link(tx, app, hand, StaffId(*id)),
        Wish::Protection(id) => {
            protection::protect(tx, hand, (*id).into())?;
            Ok(Confirmed::Done)
        }
        Wish::Picture(id, _) => Ok(removed(media::remove_by_id(tx, hand, (*id).into())?)),
        Wish::Document(id, _) => Ok(removed(documents::remove_by_id(tx, hand, (*id).into())?)),
    };
    match done {
        Ok(confirmed) => Ok(confirmed),
        Err(StaffError::Db(error)) => Err(error.into()),
        Err(_) => Ok(Confirmed::Not),
    }
}

fn link(
    tx: &mut Tx<'_, '_>,
    app: &App,
    hand: &Hand<'_>,
    id: StaffId,
) -> Result<Confirmed, StaffError> {
    let staff = accounts::by_id(tx, id)?.filter(|staff| !staff.is_disabled);
    let staff = staff.ok_or(StaffError::NotFound)?;
    let token = Token::random().map_err(|error| DbError::Other(error.to_string()))?;
    people::link(tx, app, hand, &staff, &token)?;
    Ok(Confirmed::Link(token))
}

/// What a story uses by now, or what is gone already, is not taken away.
fn removed(sha256: Option<String>) -> Confirmed {
    sha256.map_or(Confirmed::Not, Confirmed::Removed)
}

/// Takes a request away, undone. Whoever asked may, and any other admin.
///
/// # Errors
/// When the database fails.
pub fn refuse(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, id: RequestId) -> Result<bool, DbError> {
    let Some((what, about)) = store::delete(tx, id)? else {
        return Ok(false);
    };
    let about = Subject(what.kind(), about);
    ledger::append(tx, hand, Act::Refused, about, what.word())?;
    Ok(true)
}
