//! A story's thread: how many comments it has, and whether it takes more.

use super::store;
use crate::articles::ArticleId;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};

crate::db_enum!(
    /// Which comments of a story wait for a moderator.
    Mode {
        /// As its section or the site has it.
        Inherit = "inherit",
        /// All.
        AllHeld = "all_held",
        /// All but those of writers who were approved recently.
        KnownPass = "known_pass",
        /// Only those that a rule or the filter holds.
        AllPass = "all_pass",
    }
);

/// A story's thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thread {
    /// Comments on the page.
    pub shown: i64,
    /// Places at the top, those without words included.
    pub roots: i64,
    /// Comments that wait for a moderator.
    pub waiting: i64,
    /// What the desk has set.
    pub settings: Settings,
}

/// What the desk sets for a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Which comments wait.
    pub mode: Mode,
    /// Since when nothing is taken any more.
    pub closed_at: Option<UtcMillis>,
    /// Seconds between two comments of one network, 0 for none.
    pub slow_seconds: i64,
}

impl Thread {
    /// A thread that nobody has written in.
    pub const EMPTY: Self = Self {
        shown: 0,
        roots: 0,
        waiting: 0,
        settings: Settings {
            mode: Mode::Inherit,
            closed_at: None,
            slow_seconds: 0,
        },
    };

    /// Whether it takes comments: neither closed by the desk, nor by the age of its story.
    #[must_use]
    pub fn is_open(&self, published_at: UtcMillis, open_days: u32, now: UtcMillis) -> bool {
        let closed = self.settings.closed_at.is_some_and(|at| at <= now);
        !closed && now < closes_at(published_at, open_days)
    }
}

/// When a story's thread closes by itself.
#[must_use]
pub fn closes_at(published_at: UtcMillis, open_days: u32) -> UtcMillis {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;
    UtcMillis(published_at.0.saturating_add(i64::from(open_days) * DAY_MS))
}

/// A story's thread; empty where nobody has written.
///
/// # Errors
/// When the database fails.
pub fn thread(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Thread, DbError> {
    Ok(store::thread(tx, article)?.unwrap_or(Thread::EMPTY))
}

/// Sets what the desk decides about a thread.
///
/// # Errors
/// When the database fails, or there is no such story.
pub fn set_thread(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    settings: &Settings,
    at: UtcMillis,
) -> Result<(), DbError> {
    store::set_thread(tx, article, settings)?;
    changes::append(tx, Tag::thread(article), at.0, at)
}

impl Thread {
    /// How many seconds a network must wait until it may write again in a slow thread; 0 for none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn wait_seconds(
        &self,
        tx: &mut Tx<'_, '_>,
        article: ArticleId,
        net: &[u8],
        now: UtcMillis,
    ) -> Result<i64, DbError> {
        let slow_ms = self.settings.slow_seconds.saturating_mul(1000);
        if slow_ms <= 0 {
            return Ok(0);
        }
        let since = UtcMillis(now.0 - slow_ms);
        let last = store::took_part_since(tx, article, net, since)?;
        let left = last.map_or(0, |last| last.0 + slow_ms - now.0);
        Ok((left.max(0) + 999) / 1000)
    }
}
