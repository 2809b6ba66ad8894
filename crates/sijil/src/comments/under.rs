//! What stands under a story: the first comments, the way to the others, and the form.

use super::places::{self, Place};
use super::thread::thread;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};

/// The lower part of a story's page.
#[derive(Debug, Clone)]
pub struct Under {
    /// How many comments there are.
    pub shown: usize,
    /// The first of them.
    pub first: Vec<Place>,
    /// Whether comments are taken.
    pub is_open: bool,
}

impl Under {
    /// Whether the thread has more to read than stands under the story.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.shown > self.first.len() || self.first.iter().any(|place| place.is_cut)
    }
}

/// The lower part of a story that was published at an instant.
///
/// # Errors
/// When the database fails.
pub fn under(
    tx: &mut Tx<'_, '_>,
    (article, published_at): (ArticleId, UtcMillis),
    open_days: u32,
    now: UtcMillis,
) -> Result<Under, DbError> {
    let thread = thread(tx, article)?;
    let first = if thread.roots > 0 {
        places::first(tx, article)?
    } else {
        Vec::new()
    };
    Ok(Under {
        shown: usize::try_from(thread.shown).unwrap_or(0),
        first,
        is_open: thread.is_open(published_at, open_days, now),
    })
}
