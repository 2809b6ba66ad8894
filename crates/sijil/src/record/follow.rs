//! Follows the changes of stories: claims are found again in a text that was edited, and what the
//! machine suggests for it is counted for the editors' queue.

use crate::app::App;
use crate::articles::ArticleId;
use crate::changes::{self, Follower, Tag};
use crate::db::{DbError, Position, Tx};

use super::suggestions::{self, Read};
use super::{anchors, decisions};

/// Stories whose effects are written in one transaction.
const BATCH: usize = 50;

/// The follower that keeps anchors and the queue level with the stories.
pub struct Keeper {
    app: App,
    position: Position,
}

impl Keeper {
    /// Goes on where the last one stopped.
    ///
    /// # Errors
    /// When the database fails.
    pub fn new(app: &App) -> anyhow::Result<Self> {
        let position = app.db.read_now(position)?;
        app.set_record_waits(app.db.read_now(suggestions::stories_waiting)?);
        let own = app.clone();
        app.db.read_now(move |tx| own.renew_tools(tx))?;
        Ok(Self {
            app: app.clone(),
            position,
        })
    }
}

impl Follower for Keeper {
    fn position(&self) -> Position {
        self.position
    }

    fn apply(&mut self, changed: &[Tag], upto: Position) -> anyhow::Result<()> {
        if changed.contains(&Tag::Record) {
            let own = self.app.clone();
            self.app.db.read_now(move |tx| own.renew_tools(tx))?;
        }
        let article = |tag: &Tag| match *tag {
            Tag::Article(id) => Some(ArticleId(id)),
            Tag::Topic(_)
            | Tag::Thread(_)
            | Tag::Latest(_)
            | Tag::House
            | Tag::Record
            | Tag::Decided(_) => None,
        };
        let stories: Vec<ArticleId> = changed.iter().filter_map(article).collect();
        for batch in stories.chunks(BATCH) {
            let (app, batch) = (self.app.clone(), batch.to_vec());
            self.app.db.write_now(move |tx| {
                for id in &batch {
                    follow(tx, &app, *id)?;
                }
                Ok::<_, DbError>(())
            })?;
        }
        if self.position != upto {
            self.app.db.write_now(move |tx| set_position(tx, upto))?;
        }
        self.position = upto;
        let waiting = self.app.db.read_now(suggestions::stories_waiting)?;
        self.app.set_record_waits(waiting);
        Ok(())
    }
}

/// Brings the record level with a story.
///
/// # Errors
/// When the database fails.
pub fn follow(tx: &mut Tx<'_, '_>, app: &App, id: ArticleId) -> Result<(), DbError> {
    let Some(read) = suggestions::read(tx, &app.config.zone, id)? else {
        return Ok(());
    };
    let Read { revision, text, .. } = &read;
    let moved = anchors::follow(tx, id, *revision, text)?;
    if moved > 0 {
        changes::append(tx, Tag::Record, *revision, app.now())?;
    }
    if suggestions::is_counted(tx, id, &text.sha256)? {
        return Ok(());
    }
    decisions::recount(tx, app.now(), &app.tools(), &read)
}

fn position(tx: &mut Tx<'_, '_>) -> Result<Position, DbError> {
    let kept = super::position(tx)?;
    Ok(kept
        .and_then(|text| text.parse().ok())
        .unwrap_or(Position::START))
}

fn set_position(tx: &mut Tx<'_, '_>, upto: Position) -> Result<(), DbError> {
    super::set_position(tx, &upto.to_string())
}
