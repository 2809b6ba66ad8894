//! Keeps the index level with the database.

use std::time::{Duration, Instant};

use anyhow::Context;
use sijil_search::{Index, Opened, Story, Writer};

use super::store;
use crate::app::App;
use crate::articles::ArticleId;
use crate::changes::{Follower, Tag};
use crate::db::{self, Db, Position};

/// Memory of the writer, in bytes: the least that the engine takes, since the whole server should
/// stay under 150 MB.
const WRITER_BYTES: usize = 15_000_000;
/// While much is written, commits are at least this far apart; after a quiet spell one comes at
/// once.
const COMMIT_EVERY: Duration = Duration::from_millis(500);
/// Stories read at once while rebuilding.
const BATCH: i64 = 500;
/// Stories that may queue before the engine while rebuilding: at 5 KB each, about 20 MB in its hands.
const QUEUED_MAX: u64 = 2_000;

/// The follower that owns the index's writer.
pub struct Indexer {
    app: App,
    epoch: String,
    writer: Writer,
    position: Position,
    uncommitted: Option<Position>,
    committed_at: Instant,
}

impl Indexer {
    /// Opens the index, or builds it from the database when it is missing, damaged, too old or
    /// another database's; then lets the pages ask it.
    ///
    /// # Errors
    /// When the database or the disk fails.
    pub fn prepare(app: &App) -> anyhow::Result<Self> {
        app.search.set(None);
        let epoch = app.db.read_now(db::epoch)?;
        let (index, position) = open(app, &epoch)?;
        let writer = index.writer(WRITER_BYTES)?;
        app.search.set(Some(index));
        let app = app.clone();
        Ok(Self {
            app,
            epoch,
            writer,
            position,
            uncommitted: None,
            committed_at: Instant::now(),
        })
    }

    fn commit(&mut self, upto: Position) -> anyhow::Result<()> {
        self.writer.commit(&mark(upto, &self.epoch))?;
        self.position = upto;
        self.uncommitted = None;
        self.committed_at = Instant::now();
        Ok(())
    }
}

impl Follower for Indexer {
    fn position(&self) -> Position {
        self.position
    }

    fn apply(&mut self, changed: &[Tag], upto: Position) -> anyhow::Result<()> {
        for tag in changed {
            let Tag::Article(id) = *tag else { continue };
            match self
                .app
                .db
                .read_now(move |tx| store::story(tx, ArticleId(id)))?
            {
                Some(story) => self.writer.put(&story)?,
                None => self.writer.remove(id),
            }
        }
        self.uncommitted = Some(upto);
        if self.committed_at.elapsed() >= COMMIT_EVERY {
            self.commit(upto)?;
        }
        Ok(())
    }

    fn rest(&mut self) -> anyhow::Result<()> {
        match self.uncommitted {
            Some(upto) => self.commit(upto),
            None => Ok(()),
        }
    }
}

fn open(app: &App, epoch: &str) -> anyhow::Result<(Index, Position)> {
    let reason = match Index::open(&app.search.folder, epoch)? {
        Opened::Ready(index, at) => match at.seq.parse::<Position>() {
            Ok(position) if app.db.read_now(move |tx| db::current(tx, position))? => {
                return Ok((index, position));
            }
            Ok(_) => "it is older than the oldest change that is kept".to_owned(),
            Err(error) => error,
        },
        Opened::Rebuild { reason } => reason,
    };
    let started = Instant::now();
    tracing::info!(reason, "building the search index from the database");
    let (index, position, stories) = rebuild(&app.db, &app.search.folder, epoch, |_| {})?;
    let seconds = started.elapsed().as_secs_f32();
    tracing::info!(stories, seconds, "the search index is built");
    Ok((index, position))
}

/// Builds the index anew from the database. Gives it with its position and its stories;
/// `progress` is told how many are in so far.
///
/// # Errors
/// When the database or the disk fails.
pub fn rebuild(
    db: &Db,
    folder: &std::path::Path,
    epoch: &str,
    mut progress: impl FnMut(u64),
) -> anyhow::Result<(Index, Position, u64)> {
    // Read first: what changes meanwhile is applied again afterwards, which does no harm.
    let position = db.read_now(db::latest)?;
    let index = Index::create(folder)
        .with_context(|| format!("make the search index in {}", folder.display()))?;
    let mut writer = index.writer(WRITER_BYTES)?;
    let (mut stories, mut last) = (0_u64, ArticleId(i64::MIN));
    loop {
        let batch: Vec<Story> = db.read_now(move |tx| store::stories(tx, last, BATCH))?;
        let Some(end) = batch.last() else { break };
        last = ArticleId(end.id);
        for story in &batch {
            writer.put(story)?;
            stories += 1;
            if stories.is_multiple_of(QUEUED_MAX) {
                writer.drain()?;
            }
        }
        progress(stories);
    }
    writer.commit(&mark(position, epoch))?;
    writer.wait_merges()?;
    Ok((index, position, stories))
}

fn mark(position: Position, epoch: &str) -> sijil_search::Position {
    sijil_search::Position {
        seq: position.to_string(),
        epoch: epoch.to_owned(),
    }
}
