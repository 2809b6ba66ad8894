//! The sequence of changes: followers see every commit, once it is one, and lose none.

use std::sync::{Arc, Mutex};

use http::Method;
use sijil::db::{self, Change, DbError, Position};
use sijil::slots::{self, Slot, Words};
use sijil_text::{Lang, SafeHtml};

use crate::support::{Draft, NOW, TestNewsroom};

async fn changes(newsroom: &TestNewsroom, since: Position) -> Vec<Change> {
    newsroom
        .app
        .db
        .read(move |tx| db::since(tx, since, 10_000))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_change_is_seen_only_when_its_story_is() {
    let newsroom = TestNewsroom::open().await;
    let words = Words {
        title: "About".to_owned(),
        body: SafeHtml::default(),
    };
    let refused: Result<(), DbError> = newsroom
        .app
        .db
        .write(move |tx| {
            slots::put(tx, Slot::About, Lang::En, &words, NOW)?;
            Err(DbError::NoRow)
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(changes(&newsroom, Position::START).await, []);
    let id = newsroom
        .publish(Draft::english("Water is back", "<p>Yes.</p>"))
        .await;
    newsroom
        .eventually("the story's change is seen", async || {
            let seen = changes(&newsroom, Position::START).await;
            seen.iter()
                .any(|change| change.kind == "article" && change.subject == id.0)
        })
        .await;
}

#[tokio::test]
async fn a_follower_loses_no_change_of_many_writers() {
    const WRITERS: i64 = 8;
    const WRITES: i64 = 50;
    let newsroom = TestNewsroom::open().await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let follower = tokio::spawn({
        let (db, seen) = (newsroom.app.db.clone(), Arc::clone(&seen));
        async move {
            let mut position = Position::START;
            loop {
                let round = db.read(move |tx| db::since(tx, position, 7)).await.unwrap();
                match round.last() {
                    Some(last) => position = last.position,
                    None => tokio::task::yield_now().await,
                }
                let subjects = round.into_iter().map(|change| change.subject);
                seen.lock().unwrap().extend(subjects);
            }
        }
    });
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let db = newsroom.app.db.clone();
            tokio::spawn(async move {
                for write in 0..WRITES {
                    let subject = writer * WRITES + write;
                    let append =
                        move |tx: &mut db::Tx<'_, '_>| db::append(tx, "article", subject, 1, NOW);
                    db.write(append).await.unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    // A round may be empty before the end: any transaction on the PostgreSQL server holds it up.
    let all: Vec<i64> = (0..WRITERS * WRITES).collect();
    newsroom
        .eventually("as many changes were seen as written", async || {
            seen.lock().unwrap().len() >= all.len()
        })
        .await;
    follower.abort();
    seen.lock().unwrap().sort_unstable();
    assert_eq!(*seen.lock().unwrap(), all);
}

#[tokio::test]
async fn publishing_is_seen_on_pages_in_search_and_in_feeds() {
    let newsroom = TestNewsroom::open().await;
    let places = [
        "/en/",
        "/en/search?q=pumps",
        "/en/feed.atom",
        "/en/feed.json",
        "/sitemap.xml",
    ];
    for place in places {
        assert!(
            !newsroom.get(place).await.text().contains("2026"),
            "{place}"
        );
    }
    newsroom
        .publish(Draft::english("Water is back", "<p>The pumps ran.</p>"))
        .await;
    for place in places {
        newsroom
            .eventually(place, async || {
                newsroom.get(place).await.text().contains("2026")
            })
            .await;
    }
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom
        .publish(Draft::english("Water is back", "<p>The pumps ran.</p>"))
        .await;
    let address = "/en/2026/11/08/water-is-back/";
    for coding in ["", "gzip", "br", "zstd"] {
        let encoding = ("accept-encoding", coding);
        let first = newsroom.ask(Method::GET, address, &[encoding]).await;
        assert_eq!(first.header("content-encoding"), coding);
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with('"'), "a strong tag: {etag}");
        let known = ("if-none-match", etag.as_str());
        let second = newsroom.ask(Method::GET, address, &[encoding, known]).await;
        assert_eq!(
            (second.status.as_u16(), second.body.len()),
            (304, 0),
            "{coding}"
        );
        let head = newsroom.ask(Method::HEAD, address, &[encoding]).await;
        assert_eq!(head.header("content-length"), first.body.len().to_string());
        assert!(head.body.is_empty());
    }
    let etag = newsroom.get(address).await.header("etag").to_owned();
    newsroom
        .edit(id, Draft::english("Water is back", "<p>They stopped.</p>"))
        .await;
    newsroom.publish_again(id, NOW, None).await.unwrap();
    newsroom
        .eventually("the tag is another", async || {
            newsroom.get(address).await.header("etag") != etag
        })
        .await;
}

#[tokio::test]
async fn every_answer_is_hardened_and_public_pages_are_the_same_for_all() {
    let newsroom = TestNewsroom::open_with(|config| config.surrogate_keys = true).await;
    let id = newsroom
        .publish(Draft::english("Water is back", "<p>The pumps ran.</p>"))
        .await;
    for address in [
        "/en/2026/11/08/water-is-back/",
        "/en/",
        "/en/nothing/",
        "/robots.txt",
        "/",
    ] {
        let answer = newsroom.get(address).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'"),
            "{address}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{address}");
        assert_eq!(
            answer.header("x-content-type-options"),
            "nosniff",
            "{address}"
        );
        assert!(
            answer
                .header("strict-transport-security")
                .starts_with("max-age="),
            "{address}"
        );
        assert_eq!(answer.header("set-cookie"), "", "{address}");
    }
    let page = newsroom.get("/en/2026/11/08/water-is-back/").await;
    assert!(
        page.header("xkey")
            .split(' ')
            .any(|key| key == format!("article-{id}"))
    );
    let policy = "public, max-age=10, s-maxage=30, stale-while-revalidate=20, stale-if-error=86400";
    assert_eq!(page.header("cache-control"), policy);
    for agent in ["a", "b"] {
        let headers = [
            ("user-agent", agent),
            ("cookie", agent),
            ("accept-language", agent),
        ];
        let again = newsroom
            .ask(Method::GET, "/en/2026/11/08/water-is-back/", &headers)
            .await;
        assert_eq!(again.body, page.body);
    }
}
