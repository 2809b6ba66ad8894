//! Links that show a story as it will look, to whoever has one, until it ends. The database holds
//! only the SHA-256 of what the link says.

pub mod pages;
mod store;

use super::ArticleId;
use super::content::sha256;
use super::writing::{self, WritingError};
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_id;
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::staff::{Staff, Token};

pub use store::{forget, of_story};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How long a link may be good, in days.
pub const DAYS: [i64; 4] = [1, 3, 7, 30];

db_id! {
    /// A link.
    PreviewId
}

/// A link that is good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Its identifier, which opens nothing.
    pub id: PreviewId,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: UtcMillis,
    /// Until when it is good.
    pub expires_at: UtcMillis,
}

/// Makes a link that is good for some of [`DAYS`].
///
/// # Errors
/// [`WritingError::NotFound`].
pub fn make(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (staff, id): (&Staff, ArticleId),
    token: &Token,
    days: i64,
) -> Result<(), WritingError> {
    writing::open(tx, staff, id, hand.at)?;
    let days = DAYS.into_iter().find(|other| *other == days).unwrap_or(1);
    let preview = Preview {
        id: hand.ids.next(hand.at),
        by: String::new(),
        at: hand.at,
        expires_at: UtcMillis(hand.at.0 + days * DAY_MS),
    };
    store::insert(
        tx,
        &preview,
        (id, staff.id),
        &sha256(token.as_str().as_bytes()),
    )?;
    let subject = Subject(Kind::Story, id.0);
    Ok(ledger::append(
        tx,
        hand,
        Act::PreviewMade,
        subject,
        &format!("{days} d"),
    )?)
}

/// Ends a link.
///
/// # Errors
/// [`WritingError::NotFound`].
pub fn end(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (staff, id): (&Staff, ArticleId),
    preview: PreviewId,
) -> Result<(), WritingError> {
    writing::open(tx, staff, id, hand.at)?;
    if store::delete(tx, preview, id)? {
        ledger::append(tx, hand, Act::PreviewEnded, Subject(Kind::Story, id.0), "")?;
    }
    Ok(())
}

/// The story that a link shows, if it is still good, and until when.
///
/// # Errors
/// When the database fails.
pub fn shown(
    tx: &mut Tx<'_, '_>,
    token: &str,
    now: UtcMillis,
) -> Result<Option<(ArticleId, UtcMillis)>, DbError> {
    store::shown(tx, &sha256(token.as_bytes()), now)
}
