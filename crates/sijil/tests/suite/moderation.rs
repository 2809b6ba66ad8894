//! The desk's queue: what waits and why, decisions, undoing them, and what the filter learns.

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::comments::{CommentId, State};
use sijil::moderation::Reason;
use sijil::staff::Role;

use crate::support::{Answer, Draft, SignedIn, TestNewsroom, candidate};

const DECISIONS: &str = "/desk/moderation/decisions";

async fn open() -> (TestNewsroom, ArticleId, SignedIn) {
    let newsroom = TestNewsroom::open().await;
    let draft = Draft::english("Water is back in Marj al-Luban", "<p>On Sunday.</p>");
    let article = newsroom.publish(draft).await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    (newsroom, article, omar)
}

/// Presses a comment's own button, having seen it waiting.
async fn press(newsroom: &TestNewsroom, who: &SignedIn, verdict: &str, id: CommentId) -> Answer {
    let (one, seen) = (format!("{verdict}.{id}"), format!("seen-{id}"));
    let fields = [("one", one.as_str()), (seen.as_str(), "held.1")];
    newsroom.post_as(who, DECISIONS, &fields).await
}

/// The batch that an answer says can be undone.
fn batch_of(answer: &Answer) -> String {
    let (_, after) = answer.header("location").split_once("batch=").unwrap();
    after.split('&').next().unwrap().to_owned()
}

async fn page(newsroom: &TestNewsroom, who: &SignedIn, question: &str) -> String {
    let answer = newsroom
        .get_as(who, &format!("/desk/moderation{question}"))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.text()
}

#[tokio::test]
async fn an_approved_comment_is_on_the_page_and_counted() {
    let (newsroom, article, omar) = open().await;
    let id = newsroom
        .take_in(candidate(article, "The well is full again."))
        .await;
    assert_eq!(newsroom.counts(article).await, (0, 1));
    let queue = page(&newsroom, &omar, "").await;
    assert!(queue.contains("The well is full again.") && queue.contains("All comments are held"));
    assert!(queue.contains("<b>1</b> waiting"), "{queue}");

    let answer = press(&newsroom, &omar, "approved.", id).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(newsroom.state(id).await, State::Shown);
    assert_eq!(newsroom.counts(article).await, (1, 0));
    let after = newsroom
        .get_as(&omar, answer.header("location"))
        .await
        .text();
    assert!(after.contains("1 comment is on the page.") && after.contains("Undo"));
    assert!(!after.contains("The well is full again."));
    assert!(
        page(&newsroom, &omar, "?state=shown")
            .await
            .contains("Approved · \u{2068}omar")
    );
    let ledger = newsroom
        .get_as(&omar, &format!("/desk/ledger?kind=comment&id={id}"))
        .await;
    assert!(ledger.text().contains("<td>approved</td>"));
}

#[tokio::test]
async fn a_rejected_comment_needs_a_rule_and_its_writer_is_told() {
    let (newsroom, article, omar) = open().await;
    let id = newsroom
        .take_in(candidate(article, "You are all fools."))
        .await;
    press(&newsroom, &omar, "rejected.", id).await;
    assert_eq!(newsroom.state(id).await, State::Held, "no rule was named");
    let (seen, note) = (format!("seen-{id}"), format!("note-{id}"));
    let one = format!("rejected.offensive.{id}");
    let fields = [
        ("one", one.as_str()),
        (&seen, "held.1"),
        (&note, "Please write it anew."),
    ];
    newsroom.post_as(&omar, DECISIONS, &fields).await;
    assert_eq!(newsroom.state(id).await, State::Rejected);
    assert_eq!(newsroom.counts(article).await, (0, 0));
    let queue = page(&newsroom, &omar, "?state=rejected").await;
    assert!(queue.contains("You are all fools."));
}

#[tokio::test]
async fn marked_comments_are_decided_at_once_and_undone_at_once() {
    let (newsroom, article, omar) = open().await;
    let mut ids = Vec::new();
    for number in ["one", "two", "three"] {
        ids.push(newsroom.take_in(candidate(article, number)).await);
    }
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let seen: Vec<String> = ids.iter().map(|id| format!("seen-{id}")).collect();
    let mut fields = vec![("all", "spam")];
    for (id, seen) in texts.iter().zip(&seen).take(2) {
        fields.extend([("id", id.as_str()), (seen.as_str(), "held.1")]);
    }
    let answer = newsroom.post_as(&omar, DECISIONS, &fields).await;
    assert!(answer.header("location").contains("done=2"));
    assert_eq!(newsroom.counts(article).await, (0, 1));
    assert_eq!(newsroom.state(ids[2]).await, State::Held);
    let batch = batch_of(&answer);
    let undone = newsroom
        .post_as(&omar, "/desk/moderation/undo", &[("batch", &batch)])
        .await;
    assert!(undone.header("location").contains("done=2"));
    assert_eq!(newsroom.counts(article).await, (0, 3));
    let again = newsroom
        .post_as(&omar, "/desk/moderation/undo", &[("batch", &batch)])
        .await;
    assert!(
        again.header("location").contains("done=0"),
        "once is enough"
    );
    let nothing = newsroom.post_as(&omar, DECISIONS, &[("all", "spam")]).await;
    assert!(nothing.header("location").contains("said=nothing"));
}

#[tokio::test]
async fn of_two_moderators_one_wins_and_the_other_is_told() {
    let (newsroom, article, omar) = open().await;
    let layla = newsroom.signed_in("layla", Role::Editor).await;
    let id = newsroom
        .take_in(candidate(article, "The well is full again."))
        .await;
    let both = tokio::join!(
        press(&newsroom, &omar, "approved.", id),
        press(&newsroom, &layla, "spam.", id)
    );
    let done = [&both.0, &both.1].map(|answer| answer.header("location").contains("done=1"));
    assert_ne!(done[0], done[1], "one of them");
    let loser = if done[0] {
        (&layla, &both.1)
    } else {
        (&omar, &both.0)
    };
    let told = newsroom
        .get_as(loser.0, loser.1.header("location"))
        .await
        .text();
    assert!(told.contains("a colleague decided before"), "{told}");
    let wanted = if done[0] { State::Shown } else { State::Spam };
    assert_eq!(newsroom.state(id).await, wanted);
}

#[tokio::test]
async fn a_script_gets_the_same_answer_as_data() {
    let (newsroom, article, omar) = open().await;
    let id = newsroom
        .take_in(candidate(article, "The well is full again."))
        .await;
    let (one, seen) = (format!("approved..{id}"), format!("seen-{id}"));
    let fields = [("one", one.as_str()), (seen.as_str(), "held.1")];
    let headers = [
        ("cookie", omar.cookie.as_str()),
        ("accept", "application/json"),
    ];
    let answer = newsroom
        .post(DECISIONS, &fields, &headers, "192.0.2.1")
        .await;
    let said: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(said["done"][0], id.to_string());
    assert_eq!(said["text"], "1 comment is on the page.");
    assert!(said["batch"].is_string());
}

#[tokio::test]
async fn erasing_takes_the_words_and_cannot_be_undone() {
    let (newsroom, article, omar) = open().await;
    let id = newsroom
        .take_in(candidate(article, "My number is 0791234567."))
        .await;
    let answer = press(&newsroom, &omar, "erased.", id).await;
    assert!(
        !newsroom
            .get_as(&omar, answer.header("location"))
            .await
            .text()
            .contains("Undo</button>")
    );
    let batch = batch_of(&answer);
    newsroom
        .post_as(&omar, "/desk/moderation/undo", &[("batch", &batch)])
        .await;
    let kept = newsroom.comment_now(id).await;
    assert_eq!((kept.state, kept.body.as_str()), (State::Erased, ""));
}

#[tokio::test]
async fn the_queue_is_filtered_and_read_page_by_page() {
    let (newsroom, article, omar) = open().await;
    let other = newsroom
        .publish(Draft::english("Snow in the slopes", "<p>It snows.</p>"))
        .await;
    for number in 0..60 {
        newsroom
            .take_in(candidate(article, &format!("number {number}.")))
            .await;
    }
    newsroom
        .take_in(candidate(other, "It snows here too."))
        .await;
    let first = page(&newsroom, &omar, "").await;
    assert!(
        first.contains("number 0.")
            && first.contains("number 49.")
            && !first.contains("number 50.")
    );
    let (_, next) = first
        .split_once("&amp;from=")
        .or(first.split_once("&#38;from="))
        .unwrap();
    let next = next.split('"').next().unwrap();
    let second = page(&newsroom, &omar, &format!("?state=held&from={next}")).await;
    assert!(
        second.contains("number 50.")
            && second.contains("It snows here too.")
            && !second.contains("number 49.")
    );
    let story = page(&newsroom, &omar, &format!("?story={other}")).await;
    assert!(story.contains("It snows here too.") && !story.contains("number 1."));
    assert!(
        page(&newsroom, &omar, "?reason=lane")
            .await
            .contains("Nothing is here.")
    );
    assert!(
        page(&newsroom, &omar, "?reason=mode")
            .await
            .contains("number 1.")
    );
    assert!(
        page(&newsroom, &omar, "?section=1")
            .await
            .contains("Nothing is here.")
    );
    assert!(
        page(&newsroom, &omar, "?state=reported")
            .await
            .contains("Nothing is here.")
    );
}

#[tokio::test]
async fn comments_that_are_alike_are_found_and_counted() {
    let (newsroom, article, omar) = open().await;
    let text = "Earn money from home, write to 0791234567 https://spam.example/a";
    let first = newsroom.take_in(candidate(article, text)).await;
    let again = "EARN money from home - write to 0798888888! https://spam.example/b";
    newsroom.take_in(candidate(article, again)).await;
    newsroom
        .take_in(candidate(article, "Look at https://spam.example/c"))
        .await;
    newsroom
        .take_in(candidate(article, "Nothing of that kind."))
        .await;
    let queue = page(&newsroom, &omar, "").await;
    assert!(
        queue.contains("1 more with the same text") && queue.contains("2 more with the same link")
    );
    assert!(queue.contains("The same text came once before"));
    let same = page(&newsroom, &omar, &format!("?shape={first}")).await;
    assert!(same.contains("EARN money") && !same.contains("Look at") && same.contains(" checked"));
    let host = page(&newsroom, &omar, &format!("?host={first}")).await;
    assert!(host.contains("Look at") && !host.contains("Nothing of that kind."));
}

#[tokio::test]
async fn decisions_move_later_scores_and_are_remembered_and_unlearned() {
    let (newsroom, article, omar) = open().await;
    let spam = "Cheap watches delivered to your door, call the shop today";
    let score =
        async |newsroom: &TestNewsroom| newsroom.judge(candidate(article, spam)).await.score;
    let before = score(&newsroom).await;
    let mut batches = Vec::new();
    for _ in 0..5 {
        let id = newsroom.take_in(candidate(article, spam)).await;
        batches.push(batch_of(&press(&newsroom, &omar, "spam.", id).await));
    }
    newsroom
        .eventually("five are learned", async || {
            newsroom.app.spam.model().decisions() == 5
        })
        .await;
    let (learned, model) = (score(&newsroom).await, newsroom.app.spam.model());
    assert!(learned > before + 100, "{before} to {learned}");
    let judged = newsroom.judge(candidate(article, spam)).await;
    let pieces = judged.reasons.iter().filter_map(|line| Reason::parse(line));
    assert_eq!(pieces.filter(Reason::is_piece).count(), 5);

    let (folder, database) = newsroom.close();
    let kept = folder.path().join("spam.model");
    assert!(kept.exists(), "kept at the end");
    std::fs::write(&kept, b"damaged").unwrap();
    let newsroom = TestNewsroom::reopen(folder, database).await;
    newsroom
        .eventually("learned anew", async || {
            newsroom.app.spam.model().decisions() == 5
        })
        .await;
    assert!(
        *newsroom.app.spam.model() == *model,
        "the same from the log"
    );
    let (folder, database) = newsroom.close();
    let newsroom = TestNewsroom::reopen(folder, database).await;
    assert!(*newsroom.app.spam.model() == *model, "read from its file");

    let layla = newsroom.signed_in("layla", Role::Moderator).await;
    for batch in &batches {
        newsroom
            .post_as(&layla, "/desk/moderation/undo", &[("batch", batch)])
            .await;
    }
    newsroom
        .eventually("unlearned", async || {
            newsroom.app.spam.model().decisions() == 0
        })
        .await;
    assert!(score(&newsroom).await < learned - 100);
}
