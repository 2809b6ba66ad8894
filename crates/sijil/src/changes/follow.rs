//! Followers: each keeps its own position where its effect lives, and can be thrown away and
//! rebuilt.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context;

use super::Tag;
use crate::db::{self, Db, Position};

/// Changes read at once; a follower that is behind takes several rounds.
const ROUND_MAX: i64 = 1000;
/// How long a follower sleeps without a hint; another node's writes give none.
const POLL: Duration = Duration::from_millis(500);
/// How long it waits after a failure, before it starts anew.
const PAUSE: Duration = Duration::from_secs(2);

/// Somebody who follows the sequence of changes on a thread of its own.
pub trait Follower {
    /// Where it stands when it starts.
    fn position(&self) -> Position;

    /// Takes changes in, oldest first; `upto` is its position once it has. Applying the same
    /// changes again must do no harm.
    ///
    /// # Errors
    /// What went wrong; the follower is then made anew, from where its effect stands.
    fn apply(&mut self, changed: &[Tag], upto: Position) -> anyhow::Result<()>;

    /// Called when nothing more has changed for now.
    ///
    /// # Errors
    /// As [`Follower::apply`].
    fn rest(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
}

/// The running followers; they end when this is dropped.
#[derive(Default)]
pub struct Followers {
    has_ended: Arc<AtomicBool>,
    running: Vec<(Db, std::thread::JoinHandle<()>)>,
}

impl Followers {
    /// Starts a follower on a thread of its own, where `make` makes it: at first, and again after
    /// each failure.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn start<F: Follower>(
        &mut self,
        name: &'static str,
        db: &Db,
        make: impl Fn() -> anyhow::Result<F> + Send + 'static,
    ) -> std::io::Result<()> {
        let (own, has_ended) = (db.clone(), Arc::clone(&self.has_ended));
        let follow = move || {
            while !has_ended.load(Ordering::Relaxed) {
                let rings = own.committed().rings();
                if let Err(error) = run(&own, &has_ended, &make) {
                    let error = format!("{error:#}");
                    tracing::error!(follower = name, error, "following failed; starting anew");
                    own.committed().wait(rings, PAUSE);
                }
            }
        };
        let thread = std::thread::Builder::new().name(format!("follow-{name}"));
        self.running.push((db.clone(), thread.spawn(follow)?));
        Ok(())
    }
}

impl Drop for Followers {
    fn drop(&mut self) {
        self.has_ended.store(true, Ordering::Relaxed);
        for (db, thread) in self.running.drain(..) {
            // Whoever sleeps wakes up and sees the end.
            db.committed().ring();
            drop(thread.join());
        }
    }
}

/// Applies every change there is, and rests.
///
/// # Errors
/// When the database or the follower fails.
pub fn catch_up(db: &Db, follower: &mut impl Follower) -> anyhow::Result<()> {
    let mut position = follower.position();
    while let Some(upto) = round(db, follower, position)? {
        position = upto;
    }
    follower.rest()
}

fn run<F: Follower>(
    db: &Db,
    has_ended: &AtomicBool,
    make: &impl Fn() -> anyhow::Result<F>,
) -> anyhow::Result<()> {
    let mut follower = make()?;
    let mut position = follower.position();
    while !has_ended.load(Ordering::Relaxed) {
        let rings = db.committed().rings();
        if let Some(upto) = round(db, &mut follower, position)? {
            position = upto;
        } else {
            follower.rest()?;
            db.committed().wait(rings, POLL);
        }
    }
    Ok(())
}

/// One round: the position after it, or nothing when there was nothing new.
fn round(
    db: &Db,
    follower: &mut impl Follower,
    position: Position,
) -> anyhow::Result<Option<Position>> {
    let changes = db.read_now(move |tx| db::since(tx, position, ROUND_MAX))?;
    let Some(last) = changes.last() else {
        return Ok(None);
    };
    let upto = last.position;
    // The same thing often changes several times in a round; once is enough.
    let mut tags = Vec::with_capacity(changes.len());
    for change in &changes {
        let tag = Tag::parse(&change.kind, change.subject)
            .with_context(|| format!("a change of an unknown kind: {}", change.kind))?;
        tags.push(tag);
    }
    tags.sort_unstable();
    tags.dedup();
    follower.apply(&tags, upto)?;
    Ok(Some(upto))
}
