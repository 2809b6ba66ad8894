//! What writers see of their comment, and what readers report.

use sijil::comments::reports::{self, Reason};
use sijil::comments::{CommentId, NewComment, State};
use sijil::db::UtcMillis;

use super::{places, secret, story, written};
use crate::support::{Answer, NOW, TestNewsroom};

const PEER: &str = "192.0.2.7";

async fn receipt(newsroom: &TestNewsroom, id: CommentId) -> Answer {
    newsroom.get(&format!("/en/receipt/{}", secret(id))).await
}

async fn act(newsroom: &TestNewsroom, id: CommentId, fields: &[(&str, &str)]) -> Answer {
    let address = format!("/en/receipt/{}", secret(id));
    newsroom.post(&address, fields, &[], PEER).await
}

#[tokio::test]
async fn a_receipt_says_in_plain_words_what_became_of_a_comment() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let held = NewComment {
        state: State::Held,
        ..written(&newsroom, article, 0)
    };
    let id = newsroom.keep(held).await.unwrap();
    let page = receipt(&newsroom, id).await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert!(page.text().contains("waits for a moderator") && page.text().contains("noindex"));
    newsroom.moves(id, State::Shown).await;
    let page = receipt(&newsroom, id).await.text();
    assert!(
        page.contains("It is on the page") && page.contains(&format!("href=\"{thread}{id}/\"")),
        "{page}"
    );
    newsroom.moves(id, State::Rejected).await;
    let page = receipt(&newsroom, id).await.text();
    assert!(
        page.contains("not put on the page") && page.contains("value=\"again\""),
        "{page}"
    );
    act(&newsroom, id, &[("act", "again")]).await;
    let page = receipt(&newsroom, id).await.text();
    assert!(page.contains("look at it once more"), "{page}");
    let asked = newsroom.kept(id).await;
    assert_eq!(
        (asked.state, asked.reasons),
        (State::Held, vec!["asked-again".to_owned()])
    );
    newsroom.moves(id, State::Rejected).await;
    act(&newsroom, id, &[("act", "again")]).await;
    assert_eq!(
        newsroom.kept(id).await.state,
        State::Rejected,
        "asked twice"
    );
    act(&newsroom, id, &[("act", "withdraw")]).await;
    assert!(
        receipt(&newsroom, id)
            .await
            .text()
            .contains("You took it back")
    );
    assert_eq!(newsroom.get("/en/receipt/nobodys").await.status, 404);
}

#[tokio::test]
async fn words_can_be_changed_for_some_minutes_and_are_looked_at_again() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let id = newsroom.says(article, 0, None).await;
    let wrong = act(
        &newsroom,
        id,
        &[("act", "change"), ("name", ""), ("text", "As I <typed> it")],
    )
    .await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("Write a name") && wrong.text().contains("As I &#60;typed&#62; it"),
        "{}",
        wrong.text()
    );
    let fields = [
        ("act", "change"),
        ("name", "Omar H."),
        ("text", "Better words."),
    ];
    let right = act(&newsroom, id, &fields).await;
    assert_eq!(right.status, 303);
    let changed = newsroom.kept(id).await;
    assert_eq!(
        (changed.body.as_str(), changed.state, changed.version),
        ("Better words.", State::Held, 2)
    );
    newsroom
        .eventually("the page has lost it", async || {
            places(&newsroom.get(&thread).await.text()).is_empty()
        })
        .await;
    newsroom.clock.set(UtcMillis(NOW.0 + 15 * 60_000));
    assert!(
        !receipt(&newsroom, id)
            .await
            .text()
            .contains("value=\"change\"")
    );
    act(
        &newsroom,
        id,
        &[("act", "change"), ("name", "Omar"), ("text", "Too late.")],
    )
    .await;
    assert_eq!(newsroom.kept(id).await.body, "Better words.");
}

#[tokio::test]
async fn one_report_of_each_network_counts_and_hides_nothing() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let id = newsroom.says(article, 0, None).await;
    let address = format!("/en/comments/{id}/report");
    assert_eq!(
        newsroom
            .get(&address)
            .await
            .text()
            .matches("type=\"radio\"")
            .count(),
        5
    );
    let unsaid = newsroom.post(&address, &[], &[], PEER).await.text();
    assert!(unsaid.contains("Choose what is wrong"), "{unsaid}");
    for (peer, reason) in [(PEER, "danger"), (PEER, "spam"), ("192.0.2.8", "danger")] {
        let thanks = newsroom
            .post(&address, &[("reason", reason)], &[], peer)
            .await
            .text();
        assert!(thanks.contains("Thank you"), "{thanks}");
    }
    let reasons = newsroom.app.db.read(move |tx| reports::reasons(tx, id));
    assert_eq!(reasons.await.unwrap(), [(Reason::Danger, 2)]);
    assert_eq!(newsroom.kept(id).await.reports, 2);
    assert_eq!(places(&newsroom.get(&thread).await.text()), [id]);
    newsroom
        .app
        .db
        .write(move |tx| reports::refuse(tx, id))
        .await
        .unwrap();
    assert_eq!(newsroom.kept(id).await.reports, 0);
    newsroom.moves(id, State::Rejected).await;
    assert_eq!(
        newsroom
            .post(&address, &[("reason", "spam")], &[], PEER)
            .await
            .status,
        404
    );
}
