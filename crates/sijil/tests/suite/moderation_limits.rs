//! Who is limited to languages and sections moderates what readers say there, and nothing else.

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::comments::{CommentId, State, reports};
use sijil::staff::{Reach, Role};
use sijil_text::Lang;

use crate::support::{Draft, SignedIn, TestNewsroom, candidate};

/// A moderator of Arabic, and a story of each language with a comment that waits.
struct Room {
    newsroom: TestNewsroom,
    omar: SignedIn,
    arabic: (ArticleId, CommentId),
    english: (ArticleId, CommentId),
}

async fn open() -> Room {
    let newsroom = TestNewsroom::open().await;
    let draft = Draft::english("The bridge opens", "<p>On Sunday.</p>");
    let english = newsroom.publish(draft).await;
    let draft = Draft::arabic("فتح الجسر", "<p>يوم الأحد.</p>");
    let arabic = newsroom.publish(draft).await;
    let said_in = |article, words| newsroom.take_in(candidate(article, words));
    let (said_english, said_arabic) = (
        said_in(english, "At last, a bridge.").await,
        said_in(arabic, "أخيرا صار الجسر.").await,
    );
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    newsroom.limit(omar.id, Reach::to(&[Lang::Ar], &[])).await;
    Room {
        newsroom,
        omar,
        arabic: (arabic, said_arabic),
        english: (english, said_english),
    }
}

impl Room {
    async fn page(&self, address: &str) -> String {
        let answer = self.newsroom.get_as(&self.omar, address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        answer.text()
    }

    async fn approve(&self, who: &SignedIn, ids: &[CommentId]) -> StatusCode {
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let seen: Vec<String> = ids.iter().map(|id| format!("seen-{id}")).collect();
        let mut fields = vec![("all", "approved.")];
        for (id, seen) in ids.iter().zip(&seen) {
            fields.extend([("id", id.as_str()), (seen.as_str(), "held.1")]);
        }
        let address = "/desk/moderation/decisions";
        self.newsroom.post_as(who, address, &fields).await.status
    }
}

#[tokio::test]
async fn the_queue_of_a_limited_moderator_holds_only_what_is_theirs() {
    let room = open().await;
    let queue = room.page("/desk/moderation").await;
    assert!(queue.contains("أخيرا صار الجسر."));
    assert!(!queue.contains("At last, a bridge."));
    assert!(queue.contains("<b>1</b> waiting"), "{queue}");
    assert!(room.page("/desk/").await.contains("1 comment waits"));
    let alike = format!("/desk/moderation?net={}", room.english.1);
    let alike = room.page(&alike).await;
    assert!(alike.contains("أخيرا صار الجسر.") && !alike.contains("At last, a bridge."));
}

#[tokio::test]
async fn reported_comments_are_listed_within_the_limits() {
    let room = open().await;
    let layla = room.newsroom.signed_in("layla", Role::Admin).await;
    let both = [room.arabic.1, room.english.1];
    room.approve(&layla, &both).await;
    for id in both {
        let report = format!("/en/comments/{id}/report");
        let reason = [("reason", "danger")];
        room.newsroom.post(&report, &reason, &[], "192.0.2.9").await;
    }
    let read = room
        .newsroom
        .app
        .db
        .read(move |tx| reports::reasons(tx, room.english.1));
    assert_eq!(read.await.unwrap().len(), 1, "it was reported");
    let reported = room.page("/desk/moderation?state=reported").await;
    assert!(reported.contains("أخيرا صار الجسر."));
    assert!(!reported.contains("At last, a bridge."));
}

#[tokio::test]
async fn a_decision_that_reaches_beyond_the_limits_decides_nothing() {
    let room = open().await;
    let both = [room.arabic.1, room.english.1];
    assert_eq!(room.approve(&room.omar, &both).await, StatusCode::NOT_FOUND);
    for id in both {
        assert_eq!(room.newsroom.state(id).await, State::Held);
    }
    let own = room.approve(&room.omar, &[room.arabic.1]).await;
    assert_eq!(own, StatusCode::SEE_OTHER);
    assert_eq!(room.newsroom.state(room.arabic.1).await, State::Shown);
}

#[tokio::test]
async fn a_limited_moderator_sees_the_rules_and_changes_none() {
    let room = open().await;
    let rules = room.page("/desk/moderation/rules").await;
    assert!(rules.contains("You are limited to a part of the paper."));
    assert!(!rules.contains("action=\"/desk/moderation/rules\""));
    let votes = format!("/desk/votes?kind=story&id={}", room.english.0);
    assert!(!room.page(&votes).await.contains("The bridge opens"));
}
