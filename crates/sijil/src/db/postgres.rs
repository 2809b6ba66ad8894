//! PostgreSQL: threads with a connection each, one transaction an operation; the server groups
//! the commits itself.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use postgres::{Client, Config, IsolationLevel, NoTls};

use super::queue::{Op, Queue, Verdict, queue};
use super::sqlite::spawn;
use super::tx::Prepared;
use super::{Bell, DbError, Threads, Tx, changes, migrate};

/// How often a write is run again after another one got in its way.
const RETRIES_MAX: u32 = 10;
/// How long a connection attempt may take.
const CONNECT_SECONDS_MAX: u64 = 10;

/// Connects on a thread of its own: the client may not wait where Tokio works.
pub(super) fn start(
    url: &str,
    threads: Threads,
    committed: &Arc<Bell>,
) -> Result<(Queue, Queue), DbError> {
    let connected =
        std::thread::scope(|scope| scope.spawn(|| connect(url, threads, committed)).join());
    connected.unwrap_or_else(|_| {
        Err(DbError::Other(
            "connecting to PostgreSQL panicked".to_owned(),
        ))
    })
}

fn connect(url: &str, threads: Threads, committed: &Arc<Bell>) -> Result<(Queue, Queue), DbError> {
    let config = parse(url)?;
    let mut first = Link::open(&config)?;
    migrate::postgres(&mut first.client)?;
    let mut transaction = first.client.transaction()?;
    changes::set_epoch(&mut Tx::postgres(&mut transaction, &mut first.prepared))?;
    transaction.commit()?;
    drop(first);
    let (writes, work) = queue();
    for _ in 0..threads.writers.max(1) {
        let (mut link, work) = (Link::open(&config)?, work.clone());
        let committed = Arc::clone(committed);
        spawn("postgres-writer", move || {
            while let Some(op) = work.next() {
                link.run(op, Kind::Write);
                committed.ring();
            }
        })?;
    }
    let (reads, work) = queue();
    for _ in 0..threads.readers.max(1) {
        let (mut link, work) = (Link::open(&config)?, work.clone());
        spawn("postgres-reader", move || {
            while let Some(op) = work.next() {
                link.run(op, Kind::Read);
            }
        })?;
    }
    Ok((reads, writes))
}

fn parse(url: &str) -> Result<Config, DbError> {
    let mut config = Config::from_str(url)?;
    config.connect_timeout(Duration::from_secs(CONNECT_SECONDS_MAX));
    config.application_name("sijil");
    Ok(config)
}

#[derive(Clone, Copy)]
enum Kind {
    Read,
    Write,
}

/// A connection that is opened again when it broke.
struct Link {
    config: Config,
    client: Client,
    prepared: Prepared,
}

impl Link {
    fn open(config: &Config) -> Result<Self, DbError> {
        let client = config.connect(NoTls)?;
        Ok(Self {
            config: config.clone(),
            client,
            prepared: Prepared::new(),
        })
    }

    fn run(&mut self, mut op: Box<dyn Op>, kind: Kind) {
        let mut done = Err(DbError::Retry);
        for _ in 0..RETRIES_MAX {
            done = self.ready().and_then(|()| self.once(op.as_mut(), kind));
            if done != Err(DbError::Retry) {
                break;
            }
        }
        op.answer(&done);
    }

    fn ready(&mut self) -> Result<(), DbError> {
        if self.client.is_closed() {
            // A reader is told to come back; whoever wrote knows that nothing was kept.
            *self =
                Self::open(&self.config).map_err(|error| DbError::Unknown(error.to_string()))?;
        }
        Ok(())
    }

    fn once(&mut self, op: &mut dyn Op, kind: Kind) -> Result<(), DbError> {
        // Rules rest on constraints or take their row first, so a write needs no more than read
        // committed; a read of several statements must see one moment.
        let (isolation, read_only) = match kind {
            Kind::Read => (IsolationLevel::RepeatableRead, true),
            Kind::Write => (IsolationLevel::ReadCommitted, false),
        };
        let start = self.client.build_transaction();
        let mut transaction = start
            .isolation_level(isolation)
            .read_only(read_only)
            .start()?;
        match op.run(&mut Tx::postgres(&mut transaction, &mut self.prepared)) {
            Verdict::Keep => transaction.commit()?,
            Verdict::Undo => transaction.rollback()?,
            Verdict::Abort(error) => return Err(error),
        }
        Ok(())
    }
}
