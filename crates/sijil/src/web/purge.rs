//! Takes changes to the pages: what a change touches is rendered anew.

use crate::app::App;
use crate::changes::{Follower, Tag};
use crate::db::{self, Position};

/// The follower that empties the page cache.
pub struct Purger {
    app: App,
    position: Position,
}

impl Purger {
    /// Starts with an empty cache, at the newest change.
    ///
    /// # Errors
    /// When the database fails.
    pub fn new(app: &App) -> anyhow::Result<Self> {
        let position = app.db.read_now(db::latest)?;
        app.houses.forget();
        app.cache.clear();
        Ok(Self {
            app: app.clone(),
            position,
        })
    }
}

impl Follower for Purger {
    fn position(&self) -> Position {
        self.position
    }

    fn apply(&mut self, changed: &[Tag], upto: Position) -> anyhow::Result<()> {
        // First what pages are made of, then the pages.
        if changed.contains(&Tag::House) {
            self.app.choose_anew()?;
            self.app.houses.forget();
        }
        // The menu names the record from its first claim on.
        if changed.contains(&Tag::Record) {
            self.app.houses.forget();
        }
        self.app.cache.drop_tagged(changed);
        self.position = upto;
        Ok(())
    }
}
