//! A story that is read over a few connections, as fast as it is given.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::super::percentile;
use super::super::threads::on_threads;
use crate::bench::wire::Wire;

const READERS: usize = 4;

/// How fast pages came.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) per_s: f64,
    pub(super) p99_ms: f64,
}

/// Reads for so many seconds.
pub(super) fn for_seconds(address: &str, path: &str, seconds: u64) -> Result<Read> {
    let began = Instant::now();
    read(address, path, &|| {
        began.elapsed() < Duration::from_secs(seconds)
    })
}

/// Reads until it is over.
pub(super) fn until(address: &str, path: &str, is_over: &AtomicBool) -> Result<Read> {
    read(address, path, &|| !is_over.load(Ordering::Relaxed))
}

fn read(address: &str, path: &str, goes_on: &(dyn Fn() -> bool + Sync)) -> Result<Read> {
    let began = Instant::now();
    let parts = on_threads(READERS, |_| {
        let mut wire = Wire::open(address)?;
        let mut took = Vec::new();
        while goes_on() {
            let asked = Instant::now();
            let status = wire.get(path)?.status;
            took.push(asked.elapsed().as_secs_f64() * 1000.0);
            if status != 200 {
                bail!("{path} is answered with {status}");
            }
        }
        Ok(took)
    })?;
    let mut took: Vec<f64> = parts.into_iter().flatten().collect();
    let count = f64::from(u32::try_from(took.len()).unwrap_or(u32::MAX));
    Ok(Read {
        per_s: count / began.elapsed().as_secs_f64(),
        p99_ms: percentile(&mut took, 99),
    })
}
