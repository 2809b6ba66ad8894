//! What was published is kept for ever, and can be checked by anyone.

use serde_json::Value;
use sijil::articles;
use sijil::articles::content::sha256;
use sijil::db::UtcMillis;

use crate::support::{Draft, NOW, TestNewsroom};

#[tokio::test]
async fn every_published_revision_is_kept_with_its_fingerprint() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom
        .publish(Draft::english("Water is back", "<p>On Sunday.</p>"))
        .await;
    newsroom
        .edit(id, Draft::english("Water is back", "<p>On Saturday.</p>"))
        .await;
    let later = UtcMillis(NOW.0 + 1000);
    newsroom
        .publish_again(id, later, Some("Saturday."))
        .await
        .unwrap();
    let revisions = newsroom
        .app
        .db
        .read(move |tx| articles::revisions(tx, id))
        .await
        .unwrap();
    assert_eq!(revisions.len(), 2);
    for (revision, text) in revisions
        .iter()
        .zip(["<p>On Sunday.</p>", "<p>On Saturday.</p>"])
    {
        assert_eq!(revision.printed.content.body.as_str(), text);
        let canonical = revision.printed.canonical().unwrap();
        assert_eq!(
            sha256(canonical.as_bytes()),
            revision.sha256,
            "revision {}",
            revision.number
        );
    }
    let address = format!("/api/v1/stories/{id}");
    newsroom
        .eventually("the second revision is told", async || {
            let story: Value = serde_json::from_slice(&newsroom.get(&address).await.body).unwrap();
            story["revisions"][1]["sha256"] == *revisions[1].sha256
        })
        .await;
    let story: Value = serde_json::from_slice(&newsroom.get(&address).await.body).unwrap();
    assert_eq!(story["corrections"][0]["text"], "Saturday.");
    let page = newsroom
        .get("/en/2026/11/08/water-is-back/history/")
        .await
        .text();
    assert!(
        revisions
            .iter()
            .all(|revision| page.contains(&revision.sha256))
    );
}

#[tokio::test]
async fn two_publications_at_once_make_two_revisions() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom
        .publish(Draft::english("Water is back", "<p>On Sunday.</p>"))
        .await;
    let (first, second) = tokio::join!(
        newsroom.publish_again(id, NOW, None),
        newsroom.publish_again(id, NOW, None)
    );
    first.unwrap();
    second.unwrap();
    let revisions = newsroom
        .app
        .db
        .read(move |tx| articles::revisions(tx, id))
        .await
        .unwrap();
    assert_eq!(
        revisions
            .iter()
            .map(|revision| revision.number)
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
}
