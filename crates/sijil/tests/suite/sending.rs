//! A comment comes in once, with its code, or goes back with everything that was typed.

use std::sync::Arc;

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::comments::{self, Comment, CommentId, State};
use sijil::db::{DbError, UtcMillis};
use sijil_ramz::{Action, Level};
use tokio::task::JoinSet;

use crate::support::{Code, Draft, HOME, NOW, TestNewsroom};

/// Before the oldest comment.
const START: (UtcMillis, CommentId) = (UtcMillis(0), CommentId(0));
const TEXT: &str = "We saw the same at the bridge.";

async fn story() -> (TestNewsroom, ArticleId) {
    let newsroom = TestNewsroom::open().await;
    let draft = Draft::english("Water is back in Marj al-Luban", "<p>On Sunday.</p>");
    let id = newsroom.publish(draft).await;
    (newsroom, id)
}

/// The comments that wait under a story.
async fn kept(newsroom: &TestNewsroom, article: ArticleId) -> Vec<Comment> {
    let filter = comments::Filter {
        article: Some(article),
        ..comments::Filter::default()
    };
    let read = newsroom.app.db.read(move |tx| {
        let all = comments::waiting(tx, State::Held, &filter, START, 1000)?;
        Ok::<_, DbError>(all)
    });
    read.await.unwrap()
}

/// The token in a page's form.
fn token_in(page: &str) -> String {
    let (_, after) = page.split_once("name=\"ramz\" value=\"").unwrap();
    after.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_form_without_a_code_comes_back_with_one_and_keeps_what_was_typed() {
    let (newsroom, id) = story().await;
    let fields = [("name", "Rima"), ("text", TEXT), ("email", "r@a.example")];
    let answer = newsroom.send(id, &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    let page = answer.text();
    assert!(page.contains(TEXT) && page.contains("r@a.example"));
    assert!(page.contains(&format!("/ramz/{}.png", token_in(&page))));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(kept(&newsroom, id).await.is_empty());
}

#[tokio::test]
async fn an_answered_code_brings_the_comment_in_once_and_a_second_click_the_same_receipt() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    let first = newsroom.comment(id, TEXT, &code).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert!(first.header("location").starts_with("/en/receipt/"));
    let second = newsroom.comment(id, TEXT, &code).await;
    assert_eq!(second.header("location"), first.header("location"));
    let other = newsroom.comment(id, "Another text.", &code).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.text().contains("Another text."));
    assert_ne!(token_in(&other.text()), code.token);
    let kept = kept(&newsroom, id).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].body, TEXT);
}

#[tokio::test]
async fn a_wrong_code_keeps_the_text_and_is_never_asked_again() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    let guess = [
        ("name", "Rima"),
        ("text", TEXT),
        ("ramz", &code.token),
        ("code", "00000"),
    ];
    // Four digits are asked for, so five are wrong whatever they are.
    let answer = newsroom.send(id, &guess).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains(TEXT));
    assert!(answer.text().contains("Those were not the digits."));
    assert_ne!(token_in(&answer.text()), code.token);
    // The right answer to a code that was guessed at is too late.
    let answer = newsroom.comment(id, TEXT, &code).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(kept(&newsroom, id).await.is_empty());
}

#[tokio::test]
async fn faults_keep_the_code_so_that_nobody_works_twice() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    let answer = newsroom.comment(id, " \u{200B} ", &code).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(token_in(&answer.text()), code.token);
    let answer = newsroom.comment(id, TEXT, &code).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_code_is_good_for_one_act_on_one_thing_and_for_an_hour() {
    let (newsroom, id) = story().await;
    let other = newsroom
        .publish(Draft::english("The road is open", "<p>Again.</p>"))
        .await;
    let elsewhere = newsroom.code(other).await;
    let vote = newsroom.code_for("vote", Action::Vote, id.0).await;
    for code in [&elsewhere, &vote] {
        let answer = newsroom.comment(id, TEXT, code).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (late, spent) = (newsroom.code(id).await, newsroom.code(id).await);
    let receipt = newsroom.comment(id, TEXT, &spent).await;
    newsroom.clock.set(UtcMillis(NOW.0 + 3_601_000));
    let answer = newsroom.comment(id, "Too late.", &late).await;
    assert!(answer.text().contains("The code was too old."));
    // What was sent in time has its receipt, however late it is asked for again.
    let again = newsroom.comment(id, TEXT, &spent).await;
    assert_eq!(again.header("location"), receipt.header("location"));
    assert_eq!(kept(&newsroom, id).await.len(), 1);
}

#[tokio::test]
async fn the_lane_without_a_code_has_room_for_a_few_and_says_when_there_is_more() {
    let (newsroom, id) = story().await;
    for number in 0..=20 {
        // So many from one home would be slowed down; each comes from another.
        let peer = format!("198.51.100.{number}");
        let text = format!("Number {number}.");
        let token = token_in(
            &newsroom
                .send(id, &[("name", "Rima"), ("text", &text)])
                .await
                .text(),
        );
        let fields = [
            ("name", "Rima"),
            ("text", text.as_str()),
            ("ramz", &token),
            ("act", "lane"),
        ];
        let address = format!("/en/comments/{id}");
        let answer = newsroom.post(&address, &fields, &[], &peer).await;
        if number < 20 {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "number {number}");
        } else {
            assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(answer.header("retry-after"), "3600");
            assert!(answer.text().contains(&text));
        }
    }
    assert_eq!(kept(&newsroom, id).await.len(), 20);
}

#[tokio::test]
async fn a_network_that_sends_much_is_slowed_down_and_others_are_not() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    let address = format!("/en/comments/{id}");
    let fields = [("name", "Rima"), ("text", TEXT), ("ramz", &code.token)];
    let mut refused = newsroom.post(&address, &fields, &[], HOME).await;
    for _ in 0..60 {
        refused = newsroom.post(&address, &fields, &[], HOME).await;
    }
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.text().contains(TEXT));
    let neighbour = newsroom.post(&address, &fields, &[], "192.0.2.8").await;
    assert_eq!(neighbour.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn in_a_siege_the_digits_alone_do_not_do() {
    let (newsroom, id) = story().await;
    newsroom.app.codes.meter.switch(Some(Level::Siege));
    let page = newsroom.send(id, &[("name", "Rima"), ("text", TEXT)]).await;
    assert!(page.text().contains("id=\"code-answer\""));
    assert!(page.text().contains("picture of 6 digits"));
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let (newsroom, id) = story().await;
    let address = format!("/en/comments/{id}");
    let foreign = [("sec-fetch-site", "cross-site")];
    let answer = newsroom
        .post(&address, &[("text", TEXT)], &foreign, HOME)
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_closed_thread_gives_the_text_back() {
    let (newsroom, id) = story().await;
    newsroom.clock.set(UtcMillis(NOW.0 + 31 * 86_400_000));
    let answer = newsroom.send(id, &[("name", "Rima"), ("text", TEXT)]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains(TEXT));
    assert!(!answer.text().contains("name=\"ramz\""));
}

/// Rounds of the race below; `SIJIL_TEST_ROUNDS` asks for more.
#[expect(clippy::disallowed_methods, reason = "the suite's own setting")]
fn rounds() -> usize {
    let asked = std::env::var("SIJIL_TEST_ROUNDS").ok();
    asked.map_or(3, |rounds| rounds.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_four_posts_at_once_with_one_code_are_one_comment() {
    let (newsroom, id) = story().await;
    let newsroom = Arc::new(newsroom);
    for round in 0..rounds() {
        // So long apart that nobody is slowed down.
        let minutes = i64::try_from(round).unwrap() * 5;
        newsroom.clock.set(UtcMillis(NOW.0 + minutes * 60_000));
        let code: Arc<Code> = Arc::new(newsroom.code(id).await);
        let mut posts = JoinSet::new();
        for number in 0..64 {
            let (newsroom, code) = (Arc::clone(&newsroom), Arc::clone(&code));
            posts.spawn(async move {
                // Half of them are the same text, the others each another one.
                let text = match number % 2 {
                    0 => format!("Round {round}."),
                    _ => format!("Round {round}, number {number}."),
                };
                let fields = [
                    ("name", "Rima"),
                    ("text", &text),
                    ("ramz", &code.token),
                    ("work", &code.work),
                ];
                let peer = format!("198.51.100.{number}");
                newsroom
                    .post(&format!("/en/comments/{id}"), &fields, &[], &peer)
                    .await
            });
        }
        let answers = posts.join_all().await;
        let receipts: Vec<&str> = answers
            .iter()
            .filter(|answer| answer.status == StatusCode::SEE_OTHER)
            .map(|answer| answer.header("location"))
            .collect();
        assert!(!receipts.is_empty() && receipts.iter().all(|one| *one == receipts[0]));
        let refused = answers
            .iter()
            .filter(|answer| answer.status == StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(receipts.len() + refused.count(), 64);
        assert_eq!(kept(&newsroom, id).await.len(), round + 1);
    }
}

#[tokio::test]
async fn a_report_needs_a_code_only_while_a_flood_lasts() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    newsroom.comment(id, TEXT, &code).await;
    let comment = kept(&newsroom, id).await.remove(0);
    approve(&newsroom, &comment).await;
    let address = format!("/en/comments/{}/report", comment.id);
    let report = [("reason", "spam")];
    let answer = newsroom.post(&address, &report, &[], HOME).await;
    assert!(answer.text().contains("Thank you"), "{}", answer.text());
    newsroom.app.codes.meter.switch(Some(Level::Busy));
    let answer = newsroom.post(&address, &report, &[], "192.0.2.9").await;
    assert!(answer.text().contains("name=\"ramz\"") && answer.text().contains(" checked"));
    let code = newsroom
        .code_for("report", Action::Report, comment.id.0)
        .await;
    let confirmed = [
        ("reason", "spam"),
        ("ramz", &code.token),
        ("work", &code.work),
    ];
    let answer = newsroom.post(&address, &confirmed, &[], "192.0.2.9").await;
    assert!(answer.text().contains("Thank you"));
}

#[tokio::test]
async fn an_approved_writer_needs_no_code_while_it_is_calm() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    let sent = newsroom.comment(id, TEXT, &code).await;
    let receipt = sent.header("location").to_owned();
    assert_eq!(newsroom.get(&receipt).await.header("set-cookie"), "");
    let comment = kept(&newsroom, id).await.remove(0);
    approve(&newsroom, &comment).await;
    let answer = newsroom.get(&receipt).await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-known=") && cookie.contains("; HttpOnly; SameSite=Lax; Secure")
    );
    let mark = cookie.split(';').next().unwrap().to_owned();
    let address = format!("/en/comments/{id}");
    let token = newsroom.code(id).await.token;
    let fields = [("name", "Rima"), ("text", "Once more."), ("ramz", &token)];
    let forged = mark.replace("-20", "-21");
    for (cookie, wanted) in [
        (&forged, StatusCode::UNPROCESSABLE_ENTITY),
        (&mark, StatusCode::SEE_OTHER),
    ] {
        let answer = newsroom
            .post(&address, &fields, &[("cookie", cookie)], HOME)
            .await;
        assert_eq!(answer.status, wanted, "{cookie}");
    }
}

#[tokio::test]
async fn the_desks_level_outlives_a_restart_and_networks_do_not_outlive_their_key() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    newsroom.comment(id, TEXT, &code).await;
    assert!(kept(&newsroom, id).await[0].net.is_some());
    for level in [Some(Level::Busy), None, Some(Level::Siege)] {
        let keep = move |tx: &mut sijil::db::Tx<'_, '_>| sijil::code::keep_level(tx, level);
        newsroom.app.db.write(keep).await.unwrap();
    }
    let (folder, database) = newsroom.close();
    let newsroom = TestNewsroom::reopen(folder, database).await;
    assert_eq!(newsroom.app.codes.meter.switched(), Some(Level::Siege));
    newsroom.clock.set(UtcMillis(NOW.0 + 3 * 3_600_000));
    sijil::jobs::forget_writers(&newsroom.app).await.unwrap();
    let comment = kept(&newsroom, id).await.remove(0);
    assert_eq!(comment.net, None);
    // The code is forgotten as well, an hour after it ended.
    let nobody = newsroom.comment(id, TEXT, &code).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn words_that_are_changed_are_judged_like_new_ones() {
    let (newsroom, id) = story().await;
    let code = newsroom.code(id).await;
    let receipt = newsroom.comment(id, TEXT, &code).await;
    let receipt = receipt.header("location").to_owned();
    let comment = kept(&newsroom, id).await.remove(0);
    approve(&newsroom, &comment).await;
    let change = [
        ("act", "change"),
        ("name", "Rima"),
        ("text", "It was the other bridge."),
    ];
    newsroom.post(&receipt, &change, &[], HOME).await;
    let changed = kept(&newsroom, id).await.remove(0);
    assert_eq!(changed.body, "It was the other bridge.");
    assert_eq!(changed.reasons[..2], ["changed", "mode site"]);
}

/// Shows a comment as a moderator does, a moment after it came in.
async fn approve(newsroom: &TestNewsroom, comment: &Comment) {
    let (id, seen) = (comment.id, comment.seen());
    let approve = move |tx: &mut sijil::db::Tx<'_, '_>| {
        comments::set_state(tx, id, seen, State::Shown, UtcMillis(NOW.0 + 1))
    };
    assert!(newsroom.app.db.write(approve).await.unwrap());
}
