//! The same work on several threads.

use std::thread;

use anyhow::{Context as _, Result};

/// What `each` gives on so many threads, by the number of the thread.
pub(super) fn on_threads<T: Send>(
    threads: usize,
    each: impl Fn(usize) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    thread::scope(|scope| {
        let each = &each;
        let running: Vec<_> = (0..threads)
            .map(|number| scope.spawn(move || each(number)))
            .collect();
        running
            .into_iter()
            .map(|one| one.join().ok().context("a thread of the load broke off")?)
            .collect()
    })
}

/// What `each` gives for every number below `count`, shared out over so many threads; in no order.
pub(super) fn shared_out<S, T: Send>(
    (threads, count): (usize, usize),
    open: impl Fn() -> Result<S> + Sync,
    each: impl Fn(&mut S, usize) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let parts = on_threads(threads, |first| {
        let mut own = open()?;
        (first..count)
            .step_by(threads)
            .map(|number| each(&mut own, number))
            .collect::<Result<Vec<T>>>()
    })?;
    Ok(parts.into_iter().flatten().collect())
}
