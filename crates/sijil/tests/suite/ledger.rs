//! The ledger's chain, its filters and its files.

use serde_json::Value;
use sijil::db::DbError;
use sijil::staff::{Role, StaffId};

use crate::support::{Answer, SignedIn, TestNewsroom};

#[tokio::test]
async fn a_changed_a_missing_and_an_added_row_break_the_ledgers_chain() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    for _ in 0..3 {
        let session = newsroom.session(omar.id).await;
        newsroom.post_as(&session, "/desk/logout", &[]).await;
    }
    let verify = async || {
        let verdict = newsroom
            .app
            .db
            .read(|tx| sijil::ledger::verify(tx, None))
            .await;
        verdict.unwrap()
    };
    let whole = verify().await;
    assert_eq!((whole.rows, whole.broken), (3, None));
    let (last, hash) = (whole.rows, whole.sha256.clone());
    let kept = newsroom
        .app
        .db
        .read(move |tx| sijil::ledger::verify(tx, Some((last, "00"))));
    assert_eq!(
        kept.await.unwrap().broken,
        Some((3, sijil::ledger::Break::Kept))
    );
    let kept = move |tx: &mut sijil::db::Tx<'_, '_>| {
        sijil::ledger::verify(tx, Some((last + 1, hash.as_str())))
    };
    let kept = newsroom.app.db.read(kept).await.unwrap();
    assert_eq!(
        kept.broken,
        Some((4, sijil::ledger::Break::Missing)),
        "cut off"
    );
    for (spoil, broken) in [
        ("update ledger set detail = 'x' where seq = 2", 2),
        ("delete from ledger where seq = 2", 2),
        ("update ledger_head set sha256 = '' where id = 1", 3),
    ] {
        let harm = move |tx: &mut sijil::db::Tx<'_, '_>| {
            tx.execute(spoil, &[])?;
            let verdict = sijil::ledger::verify(tx, None)?;
            // Undone with the transaction.
            Err::<(), Found>(Found::Row(verdict.broken.map(|(row, _)| row)))
        };
        let found = newsroom.app.db.write(harm).await.unwrap_err();
        assert_eq!(found, Found::Row(Some(broken)), "{spoil}");
    }
    assert_eq!(verify().await.broken, None);
}

/// What a look found before it was undone.
#[derive(Debug, PartialEq)]
enum Found {
    Row(Option<i64>),
    Failed(DbError),
}

impl From<DbError> for Found {
    fn from(error: DbError) -> Self {
        Self::Failed(error)
    }
}

#[tokio::test]
async fn many_who_write_the_ledger_at_once_make_one_chain() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let sessions = futures_of(&newsroom, omar.id).await;
    let outs = sessions
        .iter()
        .map(|session| newsroom.post_as(session, "/desk/logout", &[]));
    join(outs).await;
    let verdict = newsroom
        .app
        .db
        .read(|tx| sijil::ledger::verify(tx, None))
        .await
        .unwrap();
    assert_eq!((verdict.rows, verdict.broken), (24, None));
}

async fn futures_of(newsroom: &TestNewsroom, id: StaffId) -> Vec<SignedIn> {
    let mut sessions = Vec::new();
    for _ in 0..24 {
        sessions.push(newsroom.session(id).await);
    }
    sessions
}

/// Waits for all, which go on beside each other.
async fn join<F: Future<Output = Answer>>(futures: impl Iterator<Item = F>) {
    let mut waiting: Vec<_> = futures.map(Box::pin).collect();
    std::future::poll_fn(|context| {
        waiting.retain_mut(|future| future.as_mut().poll(context).is_pending());
        if waiting.is_empty() {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
}

#[tokio::test]
async fn the_ledger_is_filtered_and_taken_away_as_a_file() {
    let newsroom = TestNewsroom::open().await;
    let sami = newsroom.signed_in("sami", Role::Admin).await;
    let layla = newsroom.signed_in("layla", Role::Editor).await;
    let fields = [("login", "omar"), ("role", "editor"), ("name", "=1+1")];
    newsroom.post_as(&sami, "/desk/people", &fields).await;
    newsroom.post_as(&layla, "/desk/logout", &[]).await;
    let page = async |question: &str| {
        let address = format!("/desk/ledger?{question}");
        let text = newsroom.get_as(&sami, &address).await.text();
        text.split_once("<tbody>")
            .map_or(0, |(_, rest)| rest.matches("<tr>").count())
    };
    assert_eq!(page("").await, 3);
    assert_eq!(page("act=signed-out").await, 1);
    assert_eq!(page(&format!("person={}", sami.id)).await, 2);
    assert_eq!(page(&format!("kind=staff&id={}", layla.id)).await, 1);
    assert_eq!(page("person=machine").await, 0);
    assert_eq!(page("from=2026-11-08&until=2026-11-08").await, 3);
    assert_eq!(page("until=2026-11-07").await, 0);

    let csv = newsroom.get_as(&sami, "/desk/ledger/file?format=csv").await;
    assert_eq!(
        csv.header("content-disposition"),
        "attachment; filename=\"ledger.csv\""
    );
    assert_eq!(csv.text().lines().count(), 4);
    let lines = newsroom
        .get_as(&sami, "/desk/ledger/file?format=ndjson")
        .await
        .text();
    let rows: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let seqs: Vec<_> = rows.iter().map(|row| row["seq"].as_i64()).collect();
    assert_eq!(seqs, [Some(3), Some(2), Some(1)]);
    assert!(rows[0]["session"].as_i64().is_some());
}
