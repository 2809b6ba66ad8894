//! The desk's page of votes: what it shows of a brigade, and what can be done about it.

use http::StatusCode;
use sijil::staff::Role;
use sijil::votes::{self, Direction, Object, Wish};

use crate::support::{Draft, TestNewsroom, address, wish};

const HOUR_MS: i64 = 60 * 60 * 1000;

async fn story(newsroom: &TestNewsroom) -> Object {
    let draft = Draft::english("Water is back", "<p>The pumps ran again.</p>");
    Object::story(newsroom.publish(draft).await)
}

/// Forty readers who like a story, and an hour later 400 new cookies of five networks against it.
async fn brigade(newsroom: &TestNewsroom, object: Object) {
    for reader in 10_000..10_040 {
        let peer = address(reader);
        newsroom.vote(wish(object, reader, &peer)).await.unwrap();
    }
    newsroom.wait(HOUR_MS);
    for number in 0..400 {
        let against = Wish {
            direction: Direction::Against,
            is_fresh: true,
            at: newsroom.app.now(),
            ..wish(object, number, &address(number % 5))
        };
        newsroom.vote(against).await.unwrap();
    }
    votes::minutely(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.numbers(object).await, (40, 40, 360));
}

fn shows_the_brigade(page: &str) {
    for wanted in [
        "Water is back",
        "The shown numbers stand still.",
        "400 votes in ten minutes · usual at that hour: 0 · Share held 90% · Busiest network 20% \
         · New cookies 100% · against what readers thought before",
        "<dt>Shown</dt><dd>For 40 · Against 40</dd>",
        "<dt>Held</dt><dd>360</dd>",
        "<dt>Share held</dt><dd>82%</dd>",
        "<dt>New cookies</dt><dd>91%</dd>",
        "Votes of the last day, in steps of ten minutes · For 40 · Against 400 · Held 360",
        "Count 360 held votes",
    ] {
        assert!(page.contains(wanted), "{wanted} is not on {page}");
    }
}

#[tokio::test]
async fn a_brigade_is_seen_at_the_desk_counted_held_again_discarded_and_settled() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let list = async || newsroom.get_as(&omar, "/desk/votes").await.text();
    assert!(list().await.contains("No votes need a look."));
    let object = story(&newsroom).await;
    brigade(&newsroom, object).await;
    shows_the_brigade(&list().await);
    let id = object.id.to_string();
    let perform = async |deed: &str| {
        let fields = [("kind", "story"), ("id", id.as_str()), ("do", deed)];
        let answer = newsroom.post_as(&omar, "/desk/votes", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{deed}");
        let onward = answer.header("location").to_owned();
        newsroom.get_as(&omar, &onward).await.text()
    };
    let said = async |deed: &str, sentence: &str, shown: (i64, i64)| {
        let page = perform(deed).await;
        assert!(page.contains(sentence), "{deed}: {page}");
        assert_eq!(newsroom.tally(object).await.shown(), shown, "{deed}");
        page
    };
    said("settle", "The alarm is settled", (40, 40)).await;
    let page = said("release", "360 held votes are counted now.", (40, 400)).await;
    assert!(page.contains("Hold 360 checked votes again"), "{page}");
    assert!(
        !list().await.contains("Water is back"),
        "nothing waits there"
    );
    said("release", "There was nothing to do.", (40, 400)).await;
    said("hold", "360 votes are held again.", (40, 40)).await;
    said("discard", "360 held votes are put aside.", (40, 40)).await;
    assert_eq!(newsroom.numbers(object).await, (40, 40, 0));
    said("hold", "360 votes are held again.", (40, 40)).await;
    said("freeze", "The numbers stand still.", (40, 40)).await;
    said("release", "360 held votes are counted now.", (40, 40)).await;
    said("thaw", "The numbers go on.", (40, 400)).await;
    let about = format!("/desk/ledger?kind=story&id={id}");
    let ledger = newsroom.get_as(&omar, &about).await.text();
    let times = |act: &str| ledger.matches(&format!("<td>{act}</td>")).count();
    assert_eq!(times("counted held votes"), 2);
    assert_eq!(times("held votes again"), 2);
    for act in [
        "put held votes aside",
        "stopped the shown votes",
        "let the shown votes go on",
        "settled an alarm about votes",
    ] {
        assert_eq!(times(act), 1, "{act}");
    }
    assert_eq!(ledger.matches("<bdi>360</bdi>").count(), 5);
}

#[tokio::test]
async fn held_votes_on_a_comment_stand_with_its_words_and_its_story() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let story = story(&newsroom).await;
    let comment = newsroom
        .shown_comment(sijil::articles::ArticleId(story.id))
        .await;
    for reader in 0..9 {
        let wish = wish(Object::comment(comment), reader, "192.0.2.7");
        newsroom.vote(wish).await.unwrap();
    }
    let page = newsroom.get_as(&omar, "/desk/votes").await.text();
    let link = format!("href=\"/en/2026/11/08/water-is-back/comments/{comment}/\"");
    for wanted in [
        link.as_str(),
        "The pumps were loud all night.",
        "<dt>Counted</dt><dd>Agree 8 · Disagree 0</dd>",
        "Count 1 held vote<",
    ] {
        assert!(page.contains(wanted), "{wanted} is not on {page}");
    }
    assert!(!page.contains("192.0.2"), "an address");
}

#[tokio::test]
async fn what_nobody_voted_on_is_left_alone() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let story = story(&newsroom).await;
    let id = story.id.to_string();
    for deed in ["release", "freeze", "settle"] {
        let fields = [("kind", "story"), ("id", id.as_str()), ("do", deed)];
        let answer = newsroom.post_as(&omar, "/desk/votes", &fields).await;
        assert!(answer.header("location").ends_with("said=nothing&done=0"));
    }
    for fields in [
        [("kind", "story"), ("id", id.as_str()), ("do", "explode")],
        [("kind", "paper"), ("id", id.as_str()), ("do", "freeze")],
    ] {
        let answer = newsroom.post_as(&omar, "/desk/votes", &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{fields:?}");
    }
    let about = format!("/desk/ledger?kind=story&id={id}");
    let ledger = newsroom.get_as(&omar, &about).await.text();
    assert!(ledger.contains("Nothing is written here."));
}
