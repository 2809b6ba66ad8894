//! Votes as readers cast them: through forms, with a cookie that must come back.

use http::Method;
use sijil::articles::ArticleId;
use sijil::db::UtcMillis;
use sijil::votes::{self, Direction, Mode, Object, VoteError, Wish};
use sijil_ramz::{Action, Level, Ramz};
use sijil_text::Lang;

use crate::support::{Answer, Draft, NOW, TestNewsroom, address, wish};

const STORY: &str = "/en/2026/11/08/water-is-back/";
const PEER: &str = "192.0.2.7";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

async fn story(newsroom: &TestNewsroom) -> Object {
    let draft = Draft::english("Water is back", "<p>The pumps ran again.</p>");
    Object::story(newsroom.publish(draft).await)
}

fn page(object: Object) -> String {
    format!("/en/votes/{}/{}", object.kind.word(), object.id)
}

/// Sends a vote with a cookie, `name=value` or empty.
async fn send(newsroom: &TestNewsroom, object: Object, vote: &str, cookie: &str) -> Answer {
    let headers = [("cookie", cookie)];
    let fields = [("vote", vote)];
    newsroom.post(&page(object), &fields, &headers, PEER).await
}

/// The cookie that an answer gives, as the browser sends it back.
fn cookie(answer: &Answer) -> String {
    let line = answer.header("set-cookie");
    line.split(';').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_vote_counts_once_its_cookie_has_come_back() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let first = send(&newsroom, object, "for", "").await;
    assert_eq!(first.status, 200);
    assert!(first.text().contains("Confirm your vote"));
    assert!(first.header("set-cookie").starts_with("__Host-r="));
    assert!(
        first
            .header("set-cookie")
            .contains("HttpOnly; SameSite=Lax; Secure")
    );
    assert_eq!(newsroom.numbers(object).await, (0, 0, 0));
    let cookie = cookie(&first);
    let second = send(&newsroom, object, "for", &cookie).await;
    assert_eq!(second.status, 303);
    assert_eq!(second.header("location"), page(object));
    assert_eq!(newsroom.numbers(object).await, (1, 0, 0));
    let own = newsroom
        .ask(Method::GET, &page(object), &[("cookie", &cookie)])
        .await;
    assert_eq!(own.header("cache-control"), "no-store");
    assert!(own.text().contains("Your vote for it is counted."));
    assert!(own.text().contains(
        "value=\"none\" data-vote=\"for\" aria-label=\"For: 1 vote\" aria-pressed=\"true\""
    ));
}

#[tokio::test]
async fn a_browser_that_keeps_no_cookie_is_told_so() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    for cookie in ["", "__Host-r=00ff", "r=1"] {
        let headers = [("cookie", cookie)];
        let fields = [("vote", "for"), ("again", "1")];
        let answer = newsroom.post(&page(object), &fields, &headers, PEER).await;
        assert!(answer.text().contains("did not keep our cookie"));
    }
    assert_eq!(newsroom.vote_rows().await, (0, 0));
}

#[tokio::test]
async fn a_reader_may_change_a_vote_and_take_it_back() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let cookie = cookie(&send(&newsroom, object, "for", "").await);
    for (vote, wanted) in [
        ("none", (0, 0, 0)),
        ("for", (1, 0, 0)),
        ("for", (1, 0, 0)),
        ("against", (0, 1, 0)),
        ("none", (0, 0, 0)),
        ("none", (0, 0, 0)),
        ("against", (0, 1, 0)),
    ] {
        assert_eq!(send(&newsroom, object, vote, &cookie).await.status, 303);
        assert_eq!(newsroom.numbers(object).await, wanted, "after {vote}");
    }
    assert_eq!(newsroom.vote_rows().await, (1, 1));
    assert_eq!(send(&newsroom, object, "maybe", &cookie).await.status, 404);
}

#[tokio::test]
async fn two_hundred_votes_of_one_cookie_at_once_are_one_vote() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..200 {
        let app = newsroom.app.clone();
        let mut wish = wish(object, 1, PEER);
        if number % 3 == 0 {
            wish.direction = Direction::Against;
        }
        let vote = move |tx: &mut sijil::db::Tx<'_, '_>| votes::vote(tx, &app.votes, &wish);
        let db = newsroom.app.db.clone();
        tasks.spawn(async move { db.write(vote).await });
    }
    while let Some(cast) = tasks.join_next().await {
        cast.unwrap().unwrap();
    }
    assert_eq!(newsroom.vote_rows().await, (1, 1));
    newsroom.vote(wish(object, 1, PEER)).await.unwrap();
    assert_eq!(newsroom.numbers(object).await, (1, 0, 0));
    let others = (10..18).map(|reader| newsroom.vote(wish(object, reader, PEER)));
    for other in others {
        other.await.unwrap();
    }
    let numbers = newsroom.numbers(object).await;
    assert_eq!(
        numbers,
        (8, 0, 1),
        "two hundred tries took one place of eight"
    );
}

#[tokio::test]
async fn the_page_of_a_story_shows_its_votes_to_all_readers_alike() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let empty = newsroom.get(STORY).await.text();
    assert!(empty.contains(&format!("action=\"{}\"", page(object))));
    assert!(empty.contains("aria-label=\"For: 0 votes\""));
    assert!(!empty.contains("aria-pressed"));
    newsroom
        .write(move |tx| votes::set_base(tx, object, 54, 51))
        .await;
    newsroom.vote(wish(object, 1, PEER)).await.unwrap();
    newsroom
        .eventually("the votes are on the page", async || {
            let page = newsroom.get(STORY).await.text();
            page.contains("aria-label=\"For: 55 votes\"")
                && page.contains("105 of these votes came from the old site.")
        })
        .await;
    let text = newsroom
        .get("/en/text/2026/11/08/water-is-back/")
        .await
        .text();
    assert!(text.contains(&format!("action=\"/en/text/votes/story/{}\"", object.id)));
}

#[tokio::test]
async fn a_script_is_told_what_to_show() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let json = [("accept", "application/json")];
    let first = newsroom
        .post(&page(object), &[("vote", "against")], &json, PEER)
        .await;
    let given: serde_json::Value = serde_json::from_str(&first.text()).unwrap();
    let token = given["ramz"].as_str().unwrap();
    let cookie = cookie(&first);
    let headers = [json[0], ("cookie", &cookie)];
    let fields = [("vote", "against"), ("ramz", token)];
    let second = newsroom.post(&page(object), &fields, &headers, PEER).await;
    let news: serde_json::Value = serde_json::from_str(&second.text()).unwrap();
    assert_eq!(news["said"], "Your vote against it is counted.");
    assert_eq!(news["choices"][1]["name"], "Against: 1 vote");
    assert_eq!(news["choices"][1]["own"], true);
    assert_eq!(news["choices"][0]["own"], false);
}

#[tokio::test]
async fn voting_ends_after_ninety_days_and_where_the_newsroom_switched_it_off() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    newsroom.vote(wish(object, 1, PEER)).await.unwrap();
    let set = move |mode| move |tx: &mut sijil::db::Tx<'_, '_>| votes::set_mode(tx, object, mode);
    newsroom.write(set(Mode::UpOnly)).await;
    let against = Wish {
        direction: Direction::Against,
        ..wish(object, 2, PEER)
    };
    assert_eq!(newsroom.vote(against).await, Err(VoteError::Closed));
    newsroom.vote(wish(object, 2, PEER)).await.unwrap();
    newsroom.write(set(Mode::Off)).await;
    assert_eq!(
        newsroom.vote(wish(object, 3, PEER)).await,
        Err(VoteError::Closed)
    );
    let off = newsroom.get(&page(object)).await.text();
    assert!(off.contains("switched voting off") && !off.contains("votes__button"));
    newsroom.write(set(Mode::Open)).await;
    newsroom.wait(90 * DAY_MS);
    let late = Wish {
        at: newsroom.app.now(),
        ..wish(object, 3, PEER)
    };
    assert_eq!(newsroom.vote(late).await, Err(VoteError::Closed));
    assert!(
        newsroom
            .get(&page(object))
            .await
            .text()
            .contains("ninety days")
    );
    assert_eq!(newsroom.numbers(object).await, (2, 0, 0));
}

#[tokio::test]
async fn nothing_that_is_not_public_takes_votes() {
    let newsroom = TestNewsroom::open().await;
    let draft = Draft::english("Not yet", "<p>Not yet.</p>");
    let draft = Object::story(newsroom.draft(draft).await);
    assert_eq!(
        newsroom.vote(wish(draft, 1, PEER)).await,
        Err(VoteError::NotFound)
    );
    for object in [draft, Object::story(ArticleId(7))] {
        assert_eq!(newsroom.get(&page(object)).await.status, 404);
        assert_eq!(send(&newsroom, object, "for", "").await.status, 404);
    }
    assert_eq!(newsroom.get("/en/votes/photo/7").await.status, 404);
    assert_eq!(newsroom.get("/en/votes/story/x").await.status, 404);
}

#[tokio::test]
async fn votes_on_a_comment_move_its_rank() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let comment = newsroom.shown_comment(ArticleId(object.id)).await;
    let votes_on_it = Object::comment(comment);
    for reader in 0..10 {
        let mut wish = wish(votes_on_it, reader, &address(reader));
        if reader == 9 {
            wish.direction = Direction::Against;
        }
        newsroom.vote(wish).await.unwrap();
    }
    let read = move |tx: &mut sijil::db::Tx<'_, '_>| sijil::comments::comment(tx, comment);
    let kept = newsroom.app.db.read(read).await.unwrap().unwrap();
    assert_eq!(kept.best, votes::best(9, 1));
    let ids = [comment.0, 7, object.id];
    let read = move |tx: &mut sijil::db::Tx<'_, '_>| votes::tallies(tx, votes::Kind::Comment, &ids);
    let tallies = newsroom.app.db.read(read).await.unwrap();
    assert_eq!(tallies.len(), 1);
    assert_eq!((tallies[0].0, tallies[0].1.up), (comment.0, 9));
    let page = newsroom.get(&page(votes_on_it)).await.text();
    assert!(page.contains("On a comment by Omar"));
    assert!(page.contains("Agree: 9 readers"));
}

#[tokio::test]
async fn erasing_takes_one_readers_votes_away_and_no_others() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let comment = Object::comment(newsroom.shown_comment(ArticleId(object.id)).await);
    let cookie = cookie(&send(&newsroom, object, "for", "").await);
    for target in [object, comment] {
        send(&newsroom, target, "against", &cookie).await;
        newsroom.vote(wish(target, 1, &address(1))).await.unwrap();
    }
    assert_eq!(newsroom.numbers(object).await, (1, 1, 0));
    let erasure = format!("{}/erasure", page(object));
    let answer = newsroom
        .post(&erasure, &[], &[("cookie", &cookie)], PEER)
        .await;
    assert_eq!(answer.status, 303);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    for target in [object, comment] {
        assert_eq!(newsroom.numbers(target).await, (1, 0, 0));
    }
    assert_eq!(newsroom.vote_rows().await, (2, 2));
    let done = newsroom.get(answer.header("location")).await.text();
    assert!(done.contains("Your votes are erased"));
}

#[tokio::test]
async fn a_cookie_ends_after_half_a_year() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let cookie = cookie(&send(&newsroom, object, "for", "").await);
    newsroom.clock.set(UtcMillis(NOW.0 + 180 * DAY_MS));
    let answer = send(&newsroom, object, "for", &cookie).await;
    assert_eq!(answer.status, 200);
    assert!(answer.header("set-cookie").starts_with("__Host-r="));
}

#[tokio::test]
async fn only_a_token_of_this_very_form_confirms() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let cookie = cookie(&send(&newsroom, object, "for", "").await);
    let token = |action, id| {
        let ramz = newsroom
            .app
            .codes
            .issue(action, id, Lang::En, newsroom.app.now());
        ramz.unwrap().token()
    };
    let headers = [("cookie", cookie.as_str())];
    for wrong in [
        token(Action::Comment, object.id),
        token(Action::Vote, object.id + 1),
        "nonsense".to_owned(),
    ] {
        let fields = [("vote", "for"), ("ramz", wrong.as_str())];
        let answer = newsroom.post(&page(object), &fields, &headers, PEER).await;
        assert_eq!(answer.status, 200);
        assert_eq!(newsroom.vote_rows().await, (0, 0));
    }
    let right = token(Action::Vote, object.id);
    let fields = [("vote", "for"), ("ramz", right.as_str())];
    let answer = newsroom.post(&page(object), &fields, &headers, PEER).await;
    assert_eq!(answer.status, 303);
    newsroom.wait(11 * 60 * 1000);
    let late = newsroom.post(&page(object), &fields, &headers, PEER).await;
    assert_eq!(late.status, 200, "ten minutes are over");
    assert_eq!(newsroom.numbers(object).await, (1, 0, 0));
}

fn worked(ramz: &Ramz) -> String {
    let is_right = |counter: &u32| ramz.is_worked(&counter.to_string());
    (0..).find(is_right).unwrap().to_string()
}

#[tokio::test]
async fn in_a_siege_every_vote_needs_a_code_of_its_own() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let cookies = [
        cookie(&send(&newsroom, object, "for", "").await),
        cookie(&send(&newsroom, object, "for", "").await),
    ];
    newsroom.app.codes.meter.switch(Some(Level::Siege));
    let asked = send(&newsroom, object, "for", &cookies[0]).await;
    assert!(asked.text().contains("name=\"code\""), "{}", asked.text());
    assert_eq!(newsroom.vote_rows().await, (0, 0));
    let ramz = newsroom
        .app
        .codes
        .issue(Action::Vote, object.id, Lang::En, newsroom.app.now())
        .unwrap();
    let (token, work) = (ramz.token(), worked(&ramz));
    let fields = [("vote", "for"), ("ramz", &token), ("work", &work)];
    let vote = async |cookie: &str| {
        let headers = [("cookie", cookie)];
        newsroom.post(&page(object), &fields, &headers, PEER).await
    };
    assert_eq!(vote(&cookies[0]).await.status, 303);
    assert_eq!(
        vote(&cookies[0]).await.status,
        303,
        "sent twice, counted once"
    );
    assert_eq!(
        vote(&cookies[1]).await.status,
        200,
        "spent on another's vote"
    );
    assert_eq!(newsroom.numbers(object).await, (1, 0, 0));
}
