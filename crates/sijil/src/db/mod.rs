//! The database: the only folder that knows there are two of them.
//!
//! A rule is a plain function on [`Tx`]; [`Db::read`] and [`Db::write`] run it on a database thread
//! and are the only places where a transaction begins and ends.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the rest of the program goes through `Tx`"
)]

mod bell;
mod changes;
mod error;
mod migrate;
mod postgres;
mod queue;
mod sqlite;
mod tx;
mod value;

use std::path::PathBuf;
use std::sync::Arc;

pub use bell::Bell;
pub use changes::{Change, Position, append, current, epoch, latest, since, trim};
pub use error::DbError;
pub use tx::{Field, Param, Row, Tx};
pub use value::UtcMillis;

use queue::Queue;

/// Where the data lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A `SQLite` file; its folder must exist.
    Sqlite(PathBuf),
    /// A `postgres://` address, as the `postgres` client understands it.
    Postgres(String),
}

/// How many threads serve the database.
#[derive(Debug, Clone, Copy)]
pub struct Threads {
    /// Threads that read, each with a connection of its own.
    pub readers: usize,
    /// Threads that write on PostgreSQL; `SQLite` has one writer whatever this says.
    pub writers: usize,
}

/// A handle to the database threads; cheap to clone.
#[derive(Clone)]
pub struct Db {
    reads: Queue,
    writes: Queue,
    committed: Arc<Bell>,
}

impl Db {
    /// Opens the database, brings its schema up to date and starts its threads.
    ///
    /// # Errors
    /// When the database cannot be reached, has a setting that would lose writes, or refuses a migration.
    pub fn open(address: &Address, threads: Threads) -> Result<Self, DbError> {
        let committed = Arc::new(Bell::default());
        let (reads, writes) = match address {
            Address::Sqlite(path) => sqlite::start(path, threads.readers, &committed)?,
            Address::Postgres(url) => postgres::start(url, threads, &committed)?,
        };
        Ok(Self {
            reads,
            writes,
            committed,
        })
    }

    /// Runs `rule` in a transaction that sees one moment of the database and keeps nothing.
    ///
    /// # Errors
    /// The rule's own error, or [`DbError::Busy`] when the queue is full.
    pub async fn read<T, E>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        self.reads.ask(rule).await
    }

    /// Runs `rule` in a transaction and answers once its commit is on disk.
    ///
    /// The rule may run again after a serialization failure, so it hands out references only.
    ///
    /// # Errors
    /// The rule's own error (nothing was kept), [`DbError::Busy`] when the queue is full, or
    /// [`DbError::Unknown`] when it cannot be told whether the write was kept.
    pub async fn write<T, E>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        self.writes.ask(rule).await
    }

    /// [`Db::read`] for threads that are not asynchronous: the command line and the followers.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_now<T, E>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        self.reads.ask_now(rule)
    }

    /// [`Db::write`] for threads that are not asynchronous.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_now<T, E>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        self.writes.ask_now(rule)
    }

    /// Rings after each commit of this process; a hint for followers, never the news itself.
    #[must_use]
    pub fn committed(&self) -> &Bell {
        &self.committed
    }
}
