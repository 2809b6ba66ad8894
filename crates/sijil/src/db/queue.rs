//! The bounded queues between handlers and database threads, and the operations in them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, TrySendError, bounded};
use tokio::sync::oneshot;

use super::{DbError, Tx};

/// Operations that may wait before new ones are refused. At 60,000 writes a second this is
/// under 20 ms of work, so a longer queue would only add waiting.
const QUEUE_OPS_MAX: usize = 1024;

/// What became of one operation inside its transaction.
pub(super) enum Verdict {
    /// Keep what it wrote.
    Keep,
    /// Undo it; the rest of its batch goes on.
    Undo,
    /// The transaction itself is spoilt.
    Abort(DbError),
}

/// A rule with its way back to whoever asked.
pub(super) trait Op: Send {
    fn run(&mut self, tx: &mut Tx<'_, '_>) -> Verdict;
    fn answer(self: Box<Self>, done: &Result<(), DbError>);
}

/// The sending half, shared by all handlers.
#[derive(Clone)]
pub(super) struct Queue(Sender<Box<dyn Op>>);

/// The receiving half, shared by the threads of a pool. Each waits by itself: behind a lock on one
/// receiver, every operation would wake two threads.
#[derive(Clone)]
pub(super) struct Work(Receiver<Box<dyn Op>>);

pub(super) fn queue() -> (Queue, Work) {
    let (sender, receiver) = bounded(QUEUE_OPS_MAX);
    (Queue(sender), Work(receiver))
}

impl Work {
    /// The next operation, or nothing once every handle is gone.
    pub(super) fn next(&self) -> Option<Box<dyn Op>> {
        self.0.recv().ok()
    }

    /// The next operation and whatever else waits already, at most `ops_max` in all; nothing once
    /// every handle is gone.
    ///
    /// # Errors
    /// [`Idle`] when none came within `patience`.
    pub(super) fn batch_within(
        &self,
        ops_max: usize,
        patience: Option<Duration>,
    ) -> Result<Option<Vec<Box<dyn Op>>>, Idle> {
        let first = match patience {
            None => self.0.recv().ok(),
            Some(patience) => match self.0.recv_timeout(patience) {
                Ok(op) => Some(op),
                Err(RecvTimeoutError::Timeout) => return Err(Idle),
                Err(RecvTimeoutError::Disconnected) => None,
            },
        };
        let batch = |first| std::iter::once(first).chain(self.0.try_iter().take(ops_max - 1));
        Ok(first.map(|first| batch(first).collect()))
    }
}

/// No operation came within the time given.
pub(super) struct Idle;

impl Queue {
    pub(super) async fn ask<T, E>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (sender, answer) = oneshot::channel();
        // Whoever asked may have hung up; the write stands all the same.
        let reply = |result| drop(sender.send(result));
        self.0
            .try_send(Box::new(Job {
                rule,
                result: None,
                reply,
            }))
            .map_err(refused)?;
        answer.await.unwrap_or_else(|_| Err(thread_gone().into()))
    }

    pub(super) fn ask_now<T, E>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        // Not Tokio's channel: this also runs where Tokio does, on threads that may wait.
        let (sender, answer) = bounded(1);
        let reply = move |result| drop(sender.send(result));
        self.0
            .send(Box::new(Job {
                rule,
                result: None,
                reply,
            }))
            .ok()
            .ok_or_else(thread_gone)?;
        answer.recv().unwrap_or_else(|_| Err(thread_gone().into()))
    }
}

fn refused(error: TrySendError<Box<dyn Op>>) -> DbError {
    match error {
        TrySendError::Full(_) => DbError::Busy,
        TrySendError::Disconnected(_) => thread_gone(),
    }
}

fn thread_gone() -> DbError {
    DbError::Unknown("the database thread has ended".to_owned())
}

struct Job<T, E, F, R> {
    rule: F,
    result: Option<Result<T, E>>,
    reply: R,
}

impl<T, E, F, R> Op for Job<T, E, F, R>
where
    T: Send,
    E: From<DbError> + Send,
    F: FnMut(&mut Tx<'_, '_>) -> Result<T, E> + Send,
    R: FnOnce(Result<T, E>) + Send,
{
    fn run(&mut self, tx: &mut Tx<'_, '_>) -> Verdict {
        let result = catch_unwind(AssertUnwindSafe(|| (self.rule)(tx))).unwrap_or_else(|_| {
            let error = DbError::Other("a rule panicked; it was undone".to_owned());
            tx.failed.get_or_insert_with(|| error.clone());
            Err(error.into())
        });
        // The transaction's own record counts, not what the rule returned: a rule that swallowed
        // a failed statement would otherwise be acknowledged and lost on PostgreSQL.
        let result = match (&tx.failed, result) {
            (Some(error), Ok(_)) => Err(error.clone().into()),
            (_, result) => result,
        };
        let verdict = match &tx.failed {
            Some(error) if !error.spoils_one_operation() => Verdict::Abort(error.clone()),
            Some(_) => Verdict::Undo,
            None if result.is_ok() => Verdict::Keep,
            None => Verdict::Undo,
        };
        self.result = Some(result);
        verdict
    }

    fn answer(self: Box<Self>, done: &Result<(), DbError>) {
        let result = match (done, self.result) {
            (Ok(()), Some(result)) => result,
            (Err(error), _) => Err(error.clone().into()),
            (Ok(()), None) => Err(DbError::Unknown("the rule did not run".to_owned()).into()),
        };
        (self.reply)(result);
    }
}
