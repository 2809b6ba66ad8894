//! What `db/` promises: whole transactions, batches in which one failure harms no other, and
//! errors that say what the caller can do. Each on both databases.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use sijil::articles::ArticleId;
use sijil::db::{Db, DbError, Tx};
use sijil::front;
use sijil::slots::{self, Slot, Words};
use sijil_text::{Lang, SafeHtml};

use crate::support::{NOW, TestNewsroom};

fn words(title: &str) -> Words {
    Words {
        title: title.to_owned(),
        body: SafeHtml::default(),
    }
}

fn put(tx: &mut Tx<'_, '_>, title: &str) -> Result<(), DbError> {
    slots::put(tx, Slot::About, Lang::En, &words(title), NOW)
}

fn title(tx: &mut Tx<'_, '_>) -> Result<Option<String>, DbError> {
    Ok(slots::words(tx, Slot::About, Lang::En)?.map(|words| words.title))
}

#[tokio::test]
async fn a_rule_that_fails_leaves_nothing_behind() {
    let newsroom = TestNewsroom::open().await;
    let db = &newsroom.app.db;
    let refused: Result<(), DbError> = db
        .write(|tx| {
            put(tx, "half")?;
            Err(DbError::NoRow)
        })
        .await;
    assert_eq!(refused, Err(DbError::NoRow));
    assert_eq!(db.read(title).await, Ok(None));
}

#[tokio::test]
async fn a_swallowed_failure_is_not_taken_for_success() {
    let newsroom = TestNewsroom::open().await;
    let db = &newsroom.app.db;
    let swallowed: Result<(), DbError> = db
        .write(|tx| {
            put(tx, "half")?;
            // A story that does not exist cannot lead; the rule looks away.
            let _ = front::lead(tx, Lang::En, &[ArticleId(7)], NOW);
            Ok(())
        })
        .await;
    assert_eq!(swallowed, Err(DbError::ForeignKey));
    assert_eq!(db.read(title).await, Ok(None));
}

#[tokio::test]
async fn a_rule_that_panics_harms_no_other() {
    let newsroom = TestNewsroom::open().await;
    let db = &newsroom.app.db;
    let panicked: Result<(), DbError> = db
        .write(|tx| {
            put(tx, "half")?;
            panic!("as planned")
        })
        .await;
    assert!(matches!(panicked, Err(DbError::Other(_))), "{panicked:?}");
    let kept: Result<(), DbError> = db.write(|tx| put(tx, "whole")).await;
    assert_eq!(kept, Ok(()));
    assert_eq!(db.read(title).await, Ok(Some("whole".to_owned())));
}

#[tokio::test]
async fn in_a_crowd_of_writes_each_stands_or_falls_alone() {
    let newsroom = TestNewsroom::open().await;
    let writes = (0..64_i64).map(|number| {
        let db = newsroom.app.db.clone();
        tokio::spawn(async move {
            db.write(move |tx| {
                put(tx, &number.to_string())?;
                if number % 2 == 0 {
                    Ok(())
                } else {
                    Err(DbError::NoRow)
                }
            })
            .await
        })
    });
    let writes: Vec<_> = writes.collect();
    for (number, write) in (0..).zip(writes) {
        let wanted = if number % 2 == 0 {
            Ok(())
        } else {
            Err(DbError::NoRow)
        };
        assert_eq!(write.await.unwrap(), wanted, "write {number}");
    }
    let kept: i64 = newsroom
        .app
        .db
        .read(title)
        .await
        .unwrap()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(kept % 2, 0, "a write that failed was kept");
}

#[tokio::test]
async fn a_write_whose_asker_has_left_is_kept() {
    let newsroom = TestNewsroom::open().await;
    let db = newsroom.app.db.clone();
    let mut write = Box::pin(async move { db.write(|tx| put(tx, "kept")).await });
    // Polled once, the write is in the queue; then its asker is gone.
    let waker = std::task::Waker::noop();
    let first = Future::poll(write.as_mut(), &mut std::task::Context::from_waker(waker));
    assert!(first.is_pending());
    drop(write);
    newsroom
        .eventually("the write is kept", async || {
            newsroom.app.db.read(title).await == Ok(Some("kept".to_owned()))
        })
        .await;
}

#[tokio::test]
async fn a_reader_sees_one_moment_and_cannot_write() {
    let newsroom = TestNewsroom::open().await;
    let db = &newsroom.app.db;
    let wrote: Result<(), DbError> = db.read(|tx| put(tx, "no")).await;
    assert!(matches!(wrote, Err(DbError::Other(_))), "{wrote:?}");
}

#[tokio::test]
async fn a_full_queue_refuses_instead_of_growing() {
    let newsroom = TestNewsroom::open().await;
    let db = &newsroom.app.db;
    // Every writer thread waits at a gate, so that nothing leaves the queue.
    let gates: Vec<_> = (0..newsroom.app.config.writers).map(|_| gate(db)).collect();
    newsroom
        .eventually("every writer waits", async || {
            gates
                .iter()
                .filter(|gate| gate.is_reached.load(Ordering::Relaxed))
                .count()
                == if newsroom.is_postgres() {
                    gates.len()
                } else {
                    1
                }
        })
        .await;
    let writes: Vec<_> = (0..2000)
        .map(|_| {
            tokio::spawn({
                let db = db.clone();
                async move { db.write(|_| Ok::<_, DbError>(())).await }
            })
        })
        .collect();
    newsroom
        .eventually("some are refused", async || {
            writes.iter().any(tokio::task::JoinHandle::is_finished)
        })
        .await;
    drop(gates);
    let (mut kept, mut refused) = (0, 0);
    for write in writes {
        match write.await.unwrap() {
            Ok(()) => kept += 1,
            Err(error) => {
                assert_eq!(error, DbError::Busy);
                refused += 1;
            }
        }
    }
    assert!(
        kept >= 1000 && refused > 0,
        "{kept} kept, {refused} refused"
    );
}

struct Gate {
    is_reached: Arc<AtomicBool>,
    _opens_when_dropped: mpsc::Sender<()>,
}

/// A write that holds its thread until the gate is dropped.
fn gate(db: &Db) -> Gate {
    let (sender, receiver) = mpsc::channel::<()>();
    let (receiver, is_reached) = (Mutex::new(receiver), Arc::new(AtomicBool::new(false)));
    let (db, reached) = (db.clone(), Arc::clone(&is_reached));
    tokio::spawn(async move {
        db.write(move |_| {
            reached.store(true, Ordering::Relaxed);
            // Ends with an error once the gate is gone.
            let _ = receiver.lock().unwrap().recv();
            Ok::<_, DbError>(())
        })
        .await
    });
    Gate {
        is_reached,
        _opens_when_dropped: sender,
    }
}
