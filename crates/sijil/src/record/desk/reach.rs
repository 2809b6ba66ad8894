//! Whose story it is to look into and to decide on: the desk's own rules for stories.

use crate::app::App;
use crate::articles::writing::{may_publish, may_see};
use crate::articles::{ArticleId, roll};
use crate::db::{DbError, Tx};
use crate::record::suggestions::{self, Read};
use crate::staff::Staff;

/// A story before somebody.
pub(super) struct Seat {
    /// The story.
    pub(super) read: Read,
    /// Whether they decide on it, or only look.
    pub(super) may_decide: bool,
}

/// A story, for somebody who may see it.
pub(super) fn story(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ArticleId,
) -> Result<Option<Seat>, DbError> {
    let entry = roll::entry(tx, id, app.now())?;
    let Some(entry) = entry.filter(|entry| may_see(staff, entry)) else {
        return Ok(None);
    };
    let read = suggestions::read(tx, &app.config.zone, id)?;
    Ok(read.map(|read| Seat {
        read,
        may_decide: may_publish(staff, &entry),
    }))
}
