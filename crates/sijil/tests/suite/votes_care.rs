//! What is done against floods of votes, and what happens to votes by themselves.

use sijil::articles::ArticleId;
use sijil::db::{Tx, UtcMillis};
use sijil::votes::{self, Direction, Month, Object, VoteState, Wish};
use sijil::web::Network;

use crate::support::{Draft, NOW, TestNewsroom, address, wish};

const PEER: &str = "192.0.2.7";
const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;

async fn story(newsroom: &TestNewsroom) -> Object {
    let draft = Draft::english("Water is back", "<p>The pumps ran again.</p>");
    Object::story(newsroom.publish(draft).await)
}

/// A hundred cookies from one address.
async fn flood(newsroom: &TestNewsroom, object: Object) {
    for reader in 0..100 {
        newsroom.vote(wish(object, reader, PEER)).await.unwrap();
    }
}

#[tokio::test]
async fn of_a_hundred_cookies_at_one_address_eight_are_shown_until_somebody_looks() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    flood(&newsroom, object).await;
    assert_eq!(newsroom.numbers(object).await, (8, 0, 92));
    votes::hourly(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.numbers(object).await, (8, 0, 92), "not spread");
    let release = move |tx: &mut Tx<'_, '_>| votes::release(tx, object, NOW);
    let hold = move |tx: &mut Tx<'_, '_>| votes::hold(tx, object, NOW);
    let discard = move |tx: &mut Tx<'_, '_>| votes::discard(tx, object, NOW);
    assert_eq!(newsroom.write(release).await, 92);
    assert_eq!(newsroom.numbers(object).await, (100, 0, 0));
    assert_eq!(newsroom.write(hold).await, 92);
    assert_eq!(newsroom.numbers(object).await, (8, 0, 92));
    assert_eq!(newsroom.write(discard).await, 92);
    assert_eq!(newsroom.numbers(object).await, (8, 0, 0));
    assert_eq!(newsroom.write(hold).await, 92);
    newsroom.write(release).await;
    let figures = newsroom
        .app
        .db
        .read(|tx| votes::month(tx, "2026-11"))
        .await
        .unwrap();
    let wanted = Month {
        votes: 100,
        held: 92,
        released: 92,
        discarded: 0,
        alarms: 0,
    };
    assert_eq!(figures, wanted);
}

#[tokio::test]
async fn held_votes_are_released_once_a_things_votes_are_spread() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    flood(&newsroom, object).await;
    for reader in 1000..1700 {
        newsroom
            .vote(wish(object, reader, &address(reader)))
            .await
            .unwrap();
    }
    assert_eq!(newsroom.numbers(object).await, (708, 0, 92));
    votes::hourly(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.numbers(object).await, (800, 0, 0));
}

#[tokio::test]
async fn a_taken_back_vote_gives_its_place_to_nobody() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    for reader in 0..8 {
        newsroom.vote(wish(object, reader, PEER)).await.unwrap();
    }
    let back = Wish {
        direction: Direction::Neither,
        ..wish(object, 3, PEER)
    };
    newsroom.vote(back).await.unwrap();
    let ninth = newsroom.vote(wish(object, 9, PEER)).await.unwrap();
    assert_eq!(ninth.state, VoteState::Held);
    let again = newsroom.vote(wish(object, 3, PEER)).await.unwrap();
    assert_eq!(again.state, VoteState::Counted);
    assert_eq!(newsroom.numbers(object).await, (8, 0, 1));
}

#[tokio::test]
async fn a_home_is_one_network_and_tor_has_a_larger_budget() {
    let newsroom = TestNewsroom::open().await;
    let check = async |networks: &[&str], wanted: (i64, i64, i64)| {
        let object = story_named(&newsroom, networks[0]).await;
        for reader in 0..16_u32 {
            let peer = networks[reader as usize % networks.len()];
            newsroom.vote(wish(object, reader, peer)).await.unwrap();
        }
        assert_eq!(newsroom.numbers(object).await, wanted, "{networks:?}");
    };
    check(&["192.0.2.7", "::ffff:192.0.2.7"], (8, 0, 8)).await;
    check(&["2001:db8:1:100::1", "2001:db8:1:1ff::2"], (8, 0, 8)).await;
    check(&["2001:db8:2:100::1", "2001:db8:2:200::1"], (16, 0, 0)).await;
    let object = story(&newsroom).await;
    for reader in 0..90 {
        let tor = Wish {
            network: Network::Tor,
            ..wish(object, reader, PEER)
        };
        newsroom.vote(tor).await.unwrap();
    }
    assert_eq!(newsroom.numbers(object).await, (80, 0, 10));
}

async fn story_named(newsroom: &TestNewsroom, name: &str) -> Object {
    let draft = Draft::english(format!("Water {name}"), "<p>The pumps ran again.</p>");
    Object::story(newsroom.publish(draft).await)
}

#[tokio::test]
async fn networks_are_forgotten_after_a_day_and_readers_keep_their_votes() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    flood(&newsroom, object).await;
    assert_eq!(newsroom.vote_rows().await, (100, 100));
    newsroom.wait(DAY_MS);
    votes::hourly(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.vote_rows().await, (100, 0));
    assert_eq!(newsroom.numbers(object).await, (8, 0, 92));
    let turned = Wish {
        direction: Direction::Against,
        at: newsroom.app.now(),
        ..wish(object, 0, PEER)
    };
    newsroom.vote(turned).await.unwrap();
    assert_eq!(newsroom.numbers(object).await, (7, 1, 92));
    assert_eq!(newsroom.vote_rows().await.0, 100);
}

#[tokio::test]
async fn a_restart_forgets_networks_and_no_vote() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    flood(&newsroom, object).await;
    let (folder, database) = newsroom.close();
    let newsroom = TestNewsroom::reopen(folder, database).await;
    votes::begin(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.vote_rows().await, (100, 0));
    assert_eq!(newsroom.numbers(object).await, (8, 0, 92));
    let back = Wish {
        direction: Direction::Neither,
        ..wish(object, 0, PEER)
    };
    newsroom.vote(back).await.unwrap();
    assert_eq!(newsroom.numbers(object).await, (7, 0, 92));
    assert_eq!(newsroom.vote_rows().await, (100, 0));
}

#[tokio::test]
async fn single_votes_become_totals_when_voting_ends() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    let comment = Object::comment(newsroom.shown_comment(ArticleId(object.id)).await);
    flood(&newsroom, object).await;
    newsroom.vote(wish(comment, 1, PEER)).await.unwrap();
    newsroom.wait(90 * DAY_MS - HOUR_MS);
    votes::hourly(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.vote_rows().await.0, 101);
    newsroom.wait(2 * HOUR_MS);
    votes::hourly(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.vote_rows().await.0, 0);
    assert_eq!(newsroom.numbers(object).await, (8, 0, 0));
    assert_eq!(newsroom.numbers(comment).await, (1, 0, 0));
}

#[tokio::test]
async fn a_brigade_moves_the_numbers_no_further_than_its_budgets_and_is_seen() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    for reader in 10_000..10_040 {
        let peer = address(reader);
        newsroom.vote(wish(object, reader, &peer)).await.unwrap();
    }
    newsroom.wait(HOUR_MS);
    votes::minutely(&newsroom.app).await.unwrap();
    let alarms = || newsroom.app.db.read(votes::alarms);
    assert_eq!(alarms().await.unwrap(), [], "forty readers are no brigade");
    // 5,000 votes of 50 networks in five minutes; the watch looks each minute.
    let mut shown_max = 0;
    for number in 0..5000_u32 {
        let against = Wish {
            direction: Direction::Against,
            is_fresh: true,
            at: newsroom.app.now(),
            ..wish(object, number, &address(number % 50))
        };
        newsroom.vote(against).await.unwrap();
        if number % 1000 == 999 {
            newsroom.wait(60_000);
            votes::minutely(&newsroom.app).await.unwrap();
            shown_max = shown_max.max(newsroom.tally(object).await.shown().1);
        }
    }
    assert_eq!(newsroom.numbers(object).await, (40, 400, 4600));
    assert_eq!(shown_max, 400, "eight votes of each network and no more");
    let alarms = alarms().await.unwrap();
    assert_eq!(alarms.len(), 1);
    assert_eq!(alarms[0].object, object);
    assert!(
        alarms[0].held_permille >= 200 && alarms[0].is_flip,
        "{alarms:?}"
    );
    assert!(newsroom.tally(object).await.is_frozen);
    votes::hourly(&newsroom.app).await.unwrap();
    assert_eq!(
        newsroom.tally(object).await.held,
        4600,
        "a moderator decides"
    );
    let at = newsroom.app.now();
    let curve = move |tx: &mut Tx<'_, '_>| votes::curve(tx, object, (NOW, at));
    let curve = newsroom.app.db.read(curve).await.unwrap();
    let last = curve.last().unwrap();
    assert_eq!((last.down, last.held, last.net_most), (5000, 4600, 100));
}

#[tokio::test]
async fn numbers_that_were_stopped_go_on_when_somebody_has_looked() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    newsroom.vote(wish(object, 1, &address(1))).await.unwrap();
    assert!(
        newsroom
            .write(move |tx| votes::freeze(tx, object, NOW))
            .await
    );
    newsroom.vote(wish(object, 2, &address(2))).await.unwrap();
    let tally = newsroom.tally(object).await;
    assert_eq!((tally.shown(), tally.up), ((1, 0), 2));
    let page = newsroom.get("/en/2026/11/08/water-is-back/").await.text();
    assert!(page.contains("These numbers stand still"));
    assert!(page.contains("aria-label=\"For: 1 vote\""));
    assert!(
        newsroom
            .write(move |tx| votes::settle(tx, object, NOW))
            .await
    );
    newsroom.vote(wish(object, 3, &address(3))).await.unwrap();
    assert_eq!(newsroom.tally(object).await.shown(), (3, 0));
    newsroom
        .eventually("the page goes on", async || {
            let page = newsroom.get("/en/2026/11/08/water-is-back/").await.text();
            page.contains("aria-label=\"For: 3 votes\"") && !page.contains("stand still")
        })
        .await;
}

#[tokio::test]
async fn a_story_that_is_read_by_many_is_no_alarm() {
    let newsroom = TestNewsroom::open().await;
    let object = story(&newsroom).await;
    votes::hourly(&newsroom.app).await.unwrap();
    for reader in 0..300 {
        let mut wish = wish(object, reader, &address(reader));
        wish.is_fresh = true;
        if reader % 4 == 0 {
            wish.direction = Direction::Against;
        }
        newsroom.vote(wish).await.unwrap();
    }
    votes::minutely(&newsroom.app).await.unwrap();
    let alarms = newsroom.app.db.read(votes::alarms).await.unwrap();
    assert_eq!(alarms, []);
    assert_eq!(newsroom.tally(object).await.shown(), (225, 75));
    newsroom.clock.set(UtcMillis(NOW.0 + DAY_MS));
    votes::hourly(&newsroom.app).await.unwrap();
    assert_eq!(newsroom.numbers(object).await, (225, 75, 0));
}
