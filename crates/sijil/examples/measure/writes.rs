//! How many writes a second the queue to the database acknowledges, each on disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use sijil::db::{self, Address, Db, DbError, Threads, UtcMillis};

use super::{Figures, quantile};

/// How long each load lasts.
const SECONDS: u64 = 4;
/// Who write at the same time: what one batch of the writer holds.
const WRITERS: usize = 64;

/// Writes a second by one and by 64 writers, and rows a second in operations of 64 rows.
pub(super) fn measure() -> anyhow::Result<Figures> {
    let folder = tempfile::tempdir()?;
    let (readers, writers) = (2, 4);
    let address = Address::Sqlite(folder.path().join("measure.db"));
    let db = Db::open(&address, Threads { readers, writers })?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let mut figures = Figures::new();
    // How many write, and how many rows each writes at once.
    for (name, writers, rows) in [
        ("1", 1, 1),
        ("64", WRITERS, 1),
        ("64_two_rows", WRITERS, 2),
        ("1_of_64_rows", 1, 64),
    ] {
        let (per_s, mut waited_ms) = runtime.block_on(load(&db, writers, rows))?;
        figures.push((format!("per_s_{name}"), per_s));
        figures.push((format!("p50_ms_{name}"), quantile(&mut waited_ms, 0.5)));
        figures.push((format!("p99_ms_{name}"), quantile(&mut waited_ms, 0.99)));
    }
    Ok(figures)
}

/// Acknowledged writes a second, and how long each waited, in milliseconds.
async fn load(db: &Db, writers: usize, rows: i64) -> anyhow::Result<(f64, Vec<f64>)> {
    let (began, subjects) = (Instant::now(), Arc::new(AtomicI64::new(1)));
    let tasks: Vec<_> = (0..writers)
        .map(|_| tokio::spawn(write(db.clone(), rows, began, Arc::clone(&subjects))))
        .collect();
    let mut waited_ms = Vec::new();
    for task in tasks {
        waited_ms.extend(task.await??);
    }
    let count = u32::try_from(waited_ms.len())?;
    Ok((f64::from(count) / began.elapsed().as_secs_f64(), waited_ms))
}

async fn write(
    db: Db,
    rows: i64,
    began: Instant,
    subjects: Arc<AtomicI64>,
) -> Result<Vec<f64>, DbError> {
    let mut waited_ms = Vec::new();
    while began.elapsed() < Duration::from_secs(SECONDS) {
        let asked = Instant::now();
        let first = subjects.fetch_add(rows, Ordering::Relaxed);
        let append = move |tx: &mut db::Tx<'_, '_>| {
            (first..first + rows)
                .try_for_each(|subject| db::append(tx, "article", subject, 1, UtcMillis(1)))
        };
        db.write(append).await?;
        waited_ms.push(asked.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(waited_ms)
}
