//! What colleagues tell each other about a story. Readers never see it, and it is no part of the story.

mod store;

use super::ArticleId;
use super::writing::{self, WritingError};
use crate::db::{Tx, UtcMillis};
use crate::db_id;
use crate::ledger::Hand;
use crate::staff::{Staff, StaffId};

pub use store::{of_story, waiting};

/// Characters of a note.
const CHARS_MAX: usize = 4000;

db_id! {
    /// A note.
    NoteId
}

/// A note on a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its identifier.
    pub id: NoteId,
    /// The story.
    pub article: ArticleId,
    /// The headline of the story's working copy.
    pub title: String,
    /// Who wrote it.
    pub by: String,
    /// Whom it asks to do something.
    pub for_whom: Option<(StaffId, String)>,
    /// When.
    pub at: UtcMillis,
    /// What it says.
    pub text: String,
    /// When it was done with.
    pub done_at: Option<UtcMillis>,
}

/// Adds a note; nothing for one without words.
///
/// # Errors
/// [`WritingError::NotFound`].
pub fn add(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (staff, id): (&Staff, ArticleId),
    for_whom: Option<StaffId>,
    text: &str,
) -> Result<(), WritingError> {
    writing::open(tx, staff, id, hand.at)?;
    let text: String = sijil_text::clean_block(text)
        .chars()
        .take(CHARS_MAX)
        .collect();
    if text.trim().is_empty() {
        return Ok(());
    }
    let note: NoteId = hand.ids.next(hand.at);
    Ok(store::insert(
        tx,
        (note, id),
        (staff.id, for_whom),
        hand.at,
        &text,
    )?)
}

/// Says that a note is done with.
///
/// # Errors
/// [`WritingError::NotFound`].
pub fn settle(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (staff, id): (&Staff, ArticleId),
    note: NoteId,
) -> Result<(), WritingError> {
    writing::open(tx, staff, id, hand.at)?;
    Ok(store::settle(tx, (note, id), hand.at)?)
}
