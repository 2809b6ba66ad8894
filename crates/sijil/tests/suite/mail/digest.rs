//! The comments desk's day.

use sijil::config::Config;
use sijil::db::{DbError, Tx, UtcMillis};
use sijil::outbox::{self, Recipient};
use sijil_text::Lang;

use super::{DAY_MS, MINUTE_MS, Post, kept, sends_to};
use crate::support::{NOW, TestNewsroom};

/// At seven.
fn daily(config: &mut Config) {
    config.mail.digest_to = vec![Recipient::parse("desk@post.example").unwrap()];
    config.mail.digest_hour = 7;
}

async fn is_queued(newsroom: &TestNewsroom) -> bool {
    outbox::enqueue_digest(&newsroom.app).await.unwrap()
}

#[tokio::test]
async fn a_day_has_one_digest_whoever_writes_it() {
    let post = Post::open_with(&[], "", daily).await;
    // The tests' clock stands at nine.
    let seven = UtcMillis(NOW.0 - 120 * MINUTE_MS);
    post.newsroom.clock.set(UtcMillis(seven.0 - 1));
    assert!(!is_queued(&post.newsroom).await, "before its hour");
    post.newsroom.clock.set(seven);
    let newsroom = &post.newsroom;
    let both = tokio::join!(is_queued(newsroom), is_queued(newsroom));
    assert!(both.0 ^ both.1, "{both:?}");

    let Post {
        newsroom,
        taken: _taken,
        server,
    } = post;
    let (folder, database) = newsroom.close();
    let newsroom = TestNewsroom::open_in(folder, database, |config| {
        sends_to(config, &server, "");
        daily(config);
    });
    let newsroom = newsroom.await;
    assert!(!is_queued(&newsroom).await, "after a restart");
    newsroom.clock.set(UtcMillis(seven.0 + DAY_MS - 1));
    assert!(!is_queued(&newsroom).await, "the same day");
    newsroom.clock.set(UtcMillis(seven.0 + DAY_MS));
    assert!(is_queued(&newsroom).await, "the next day");
    assert_eq!(kept(&newsroom).await.len(), 2);
}

#[tokio::test]
async fn the_digest_tells_what_waits_and_what_came_since_the_last() {
    let post = Post::open_with(&[], "", |config| {
        daily(config);
        config.default_language = Lang::Ar;
    });
    let post = post.await;
    let article = post.story(Lang::Ar).await;
    // Two before yesterday's hour, three after it.
    post.newsroom.clock.set(UtcMillis(NOW.0 - 2 * DAY_MS));
    for _ in 0..2 {
        post.comment(article, "omar@post.example").await;
    }
    post.newsroom.clock.set(UtcMillis(NOW.0 - DAY_MS));
    for _ in 0..3 {
        post.comment(article, "omar@post.example").await;
    }
    post.newsroom.clock.set(NOW);
    assert!(is_queued(&post.newsroom).await);
    assert_eq!(post.send().await, 1);
    let mails = post.mails();
    let taken = &mails[0];
    assert_eq!(taken.recipients, ["desk@post.example"]);
    let subject = "مكتب التعليقات، ٨ تشرين الثاني/نوفمبر ٢٠٢٦";
    assert_eq!(taken.header("Subject"), [subject]);
    for wanted in [
        "٥ تعليقات تنتظر قرارًا.",
        "أطولها انتظارًا منذ ٦ تشرين الثاني/نوفمبر ٢٠٢٦",
        "وصلت ٣ تعليقات",
        "لم يُنشر تعليق",
        "لا أصوات محجوزة.",
        "https://paper.example/desk/moderation\n",
    ] {
        assert!(taken.body.contains(wanted), "{wanted} in {}", taken.body);
    }
    let lines = taken.body.lines().filter(|line| !line.is_empty());
    let is_turned = |line: &str| line.starts_with('\u{200F}') || line.starts_with("https://");
    assert!(lines.clone().all(is_turned), "{}", taken.body);
}

#[tokio::test]
async fn nobody_gets_a_digest_unasked() {
    let post = Post::open().await;
    assert!(!is_queued(&post.newsroom).await);
    let newsroom = TestNewsroom::open_with(daily).await;
    assert!(!is_queued(&newsroom).await, "without a server");
    let rows = newsroom.app.db.read(|tx: &mut Tx<'_, '_>| {
        tx.query("select id from outbox", &[], |row| row.get::<i64>(0))
    });
    assert!(
        rows.await
            .map_err(|error: DbError| error)
            .unwrap()
            .is_empty()
    );
}
