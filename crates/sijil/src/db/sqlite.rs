//! `SQLite`: one writer thread that commits whatever waits in one fsync, read-only readers, and one
//! thread that copies the log into the file behind the writer's back.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crossbeam_channel::{Sender, bounded};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::queue::{Op, Queue, Verdict, Work, queue};
use super::{Bell, DbError, Tx, changes, migrate};

/// Writes in one commit. Beyond 256 the commit takes longer and wins little (measured: 145,000 a
/// second at 64, 179,000 at 256).
const BATCH_OPS_MAX: usize = 256;
/// Commits between two checkpoints beside the writer: little to copy each time.
const CHECKPOINT_COMMITS: u32 = 50;
/// Commits between two checkpoints by the writer itself. Only with nobody writing can a checkpoint
/// reach the log's end, after which the log starts anew: it stays around 20 MB under readers' writes.
const CATCH_UP_COMMITS: u32 = 1_000;
/// The writer's page cache in KiB, as the pragma wants it: negative. The pages of its indexes that
/// new rows land in at random stay at hand.
const WRITER_CACHE: i64 = -8 * 1024;
/// Bytes of the log beyond which it is cut after a commit: an import writes much in few commits.
const LOG_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Quiet time after which the log is folded back into the file and cut.
const IDLE: Duration = Duration::from_secs(1);
/// A reader's query is stopped after this long, since an old reader keeps the log from shrinking.
const READ_SECONDS_MAX: u64 = 5;
/// `temp_store`'s value for memory.
const TEMP_IN_MEMORY: i64 = 2;
/// The oldest `SQLite` without the WAL-reset bug, as `sqlite_version_number` writes it: 3.51.3.
const VERSION_MIN: i32 = 3_051_003;
/// Prepared statements kept by a connection; the stores hold about a hundred.
const STATEMENTS_KEPT: usize = 200;

/// What every connection must say back after it was set. `synchronous` 2 is FULL.
const PRAGMAS: [(&str, i64); 7] = [
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("busy_timeout", 5000),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("mmap_size", 0),
    ("wal_autocheckpoint", 0),
];

pub(super) fn start(
    path: &Path,
    readers: usize,
    committed: &Arc<Bell>,
) -> Result<(Queue, Queue), DbError> {
    if rusqlite::version_number() < VERSION_MIN {
        let version = rusqlite::version();
        return Err(DbError::Other(format!(
            "SQLite {version} can lose writes; 3.51.3 is needed"
        )));
    }
    let mut writer = open_writer(path)?;
    migrate::sqlite(&mut writer)?;
    changes::set_epoch(&mut Tx::sqlite(&writer))?;
    let (writes, work) = queue();
    let committed = Arc::clone(committed);
    let log = log_of(path);
    let copying = copy_behind(path)?;
    spawn("sqlite-writer", move || {
        write_all(&writer, &log, &work, (&committed, &copying));
    })?;
    let (reads, work) = queue();
    for _ in 0..readers.max(1) {
        let (reader, work) = (Reader::open(path)?, work.clone());
        spawn("sqlite-reader", move || {
            while let Some(op) = work.next() {
                reader.run(op);
            }
        })?;
    }
    Ok((reads, writes))
}

pub(super) fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<(), DbError> {
    let thread = std::thread::Builder::new().name(name.to_owned());
    thread
        .spawn(body)
        .map_err(|error| DbError::Other(format!("start a thread: {error}")))?;
    Ok(())
}

/// The write-ahead log's file.
fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    PathBuf::from(log)
}

fn open_writer(path: &Path) -> Result<Connection, DbError> {
    let connection = Connection::open(path)?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(DbError::Other(format!(
            "SQLite stays in journal mode {mode}; wal is needed"
        )));
    }
    set_up(&connection)?;
    connection.pragma_update(None, "cache_size", WRITER_CACHE)?;
    // Every savepoint notes the pages that it changes, so as to undo them alone. In memory: as a file
    // they were half of what a small write wrote.
    connection.pragma_update(None, "temp_store", TEMP_IN_MEMORY)?;
    Ok(connection)
}

/// Starts the thread that copies the log into the file whenever it is told to.
fn copy_behind(path: &Path) -> Result<Sender<()>, DbError> {
    let connection = Connection::open(path)?;
    set_up(&connection)?;
    let (copying, wanted) = bounded(1);
    spawn("sqlite-log", move || {
        while wanted.recv().is_ok() {
            checkpoint(&connection, "passive");
        }
    })?;
    Ok(copying)
}

fn set_up(connection: &Connection) -> Result<(), DbError> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    for (pragma, wanted) in PRAGMAS {
        connection.pragma_update(None, pragma, wanted)?;
        let is: i64 = connection.pragma_query_value(None, pragma, |row| row.get(0))?;
        if is != wanted {
            return Err(DbError::Other(format!(
                "SQLite keeps {pragma} at {is}; {wanted} is needed"
            )));
        }
    }
    // The second: plans do not depend on the values bound. Else every statement is planned anew each
    // time it is bound, which took half of what rendering a page costs.
    let modes = [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, "defensive mode"),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, "stable plans"),
    ];
    for (mode, name) in modes {
        if !connection.set_db_config(mode, true)? {
            return Err(DbError::Other(format!("SQLite refuses its {name}")));
        }
    }
    Ok(())
}
fn write_all(
    connection: &Connection,
    log: &Path,
    work: &Work,
    (committed, copying): (&Bell, &Sender<()>),
) {
    let mut commits = 0;
    loop {
        let mut batch = match work.batch_within(BATCH_OPS_MAX, (commits > 0).then_some(IDLE)) {
            Ok(Some(batch)) => batch,
            Ok(None) => break,
            Err(_idle) => {
                checkpoint(connection, "truncate");
                commits = 0;
                continue;
            }
        };
        let done = commit(connection, &mut batch);
        if let Err(error) = &done {
            drop(connection.execute_batch("rollback"));
            end_if_the_disk_failed(error);
        }
        for op in batch {
            op.answer(&done);
        }
        committed.ring();
        commits += 1;
        if std::fs::metadata(log).is_ok_and(|log| log.len() > LOG_BYTES_MAX) {
            checkpoint(connection, "truncate");
        } else if commits % CATCH_UP_COMMITS == 0 {
            checkpoint(connection, "passive");
        } else if commits % CHECKPOINT_COMMITS == 0 {
            // Full means that it is at it already.
            copying.try_send(()).ok();
        }
    }
    checkpoint(connection, "truncate");
}

/// One commit, hence one fsync, for the whole batch; each operation in a savepoint of its own.
fn commit(connection: &Connection, batch: &mut [Box<dyn Op>]) -> Result<(), DbError> {
    // A deferred start would fail when it turns from reading to writing.
    connection.prepare_cached("begin immediate")?.execute([])?;
    for op in batch {
        connection.prepare_cached("savepoint op")?.execute([])?;
        match op.run(&mut Tx::sqlite(connection)) {
            Verdict::Keep => {}
            Verdict::Abort(error) => return Err(error),
            Verdict::Undo => {
                // After some failures SQLite has rolled back the whole batch by itself, and the
                // next savepoint would open, and commit, a transaction of its own.
                if connection.is_autocommit() {
                    return Err(DbError::Unknown("SQLite rolled the batch back".to_owned()));
                }
                connection.prepare_cached("rollback to op")?.execute([])?;
            }
        }
        connection.prepare_cached("release op")?.execute([])?;
    }
    connection.prepare_cached("commit")?.execute([])?;
    Ok(())
}

/// After a failed fsync Linux may drop the pages and let the next one succeed falsely, so the
/// process ends and its restart reads what is really on disk.
fn end_if_the_disk_failed(error: &DbError) {
    if let DbError::Disk(text) = error {
        tracing::error!(
            error = text,
            "the disk failed; ending so that nothing false is acknowledged"
        );
        std::process::exit(74);
    }
}
fn checkpoint(connection: &Connection, mode: &str) {
    let sql = match mode {
        "truncate" => "pragma wal_checkpoint(truncate)",
        _ => "pragma wal_checkpoint(passive)",
    };
    if let Err(error) = connection.query_row(sql, [], |_| Ok(())) {
        tracing::warn!(%error, mode, "checkpoint of the write-ahead log");
    }
}

/// A read-only connection with a limit on each read.
struct Reader {
    connection: Connection,
    started: Instant,
    deadline_ms: Arc<AtomicU64>,
}

impl Reader {
    fn open(path: &Path) -> Result<Self, DbError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        set_up(&connection)?;
        connection.pragma_update(None, "query_only", 1)?;
        let (started, deadline_ms) = (Instant::now(), Arc::new(AtomicU64::new(u64::MAX)));
        let deadline = Arc::clone(&deadline_ms);
        connection.progress_handler(
            10_000,
            Some(move || elapsed_ms(started) > deadline.load(Ordering::Relaxed)),
        )?;
        Ok(Self {
            connection,
            started,
            deadline_ms,
        })
    }
    fn run(&self, mut op: Box<dyn Op>) {
        let until = elapsed_ms(self.started) + READ_SECONDS_MAX * 1000;
        self.deadline_ms.store(until, Ordering::Relaxed);
        let begun = self
            .connection
            .prepare_cached("begin")
            .and_then(|mut sql| sql.execute([]));
        let done = match begun {
            Ok(_) => match op.run(&mut Tx::sqlite(&self.connection)) {
                Verdict::Abort(error) => Err(error),
                Verdict::Keep | Verdict::Undo => Ok(()),
            },
            Err(error) => Err(error.into()),
        };
        self.deadline_ms.store(u64::MAX, Ordering::Relaxed);
        let ended = self
            .connection
            .prepare_cached("rollback")
            .and_then(|mut sql| sql.execute([]));
        if let Err(error) = ended {
            tracing::debug!(%error, "end of a read");
        }
        op.answer(&done);
    }
}

fn elapsed_ms(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
