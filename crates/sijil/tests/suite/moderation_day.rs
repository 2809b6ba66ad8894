//! The queue's filters by way, language and network, the last day in drawings, and alarms in the menu.

use sijil::comments::Way;
use sijil::moderation::Candidate;
use sijil::staff::Role;
use sijil::votes::{self, Direction, Object, Wish};

use crate::support::{Draft, TestNewsroom, address, candidate, wish};

const HOUR_MS: i64 = 60 * 60 * 1000;

#[tokio::test]
async fn the_queue_is_narrowed_by_way_language_and_the_days_network() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let english = newsroom
        .publish(Draft::english("Water is back", "<p>Yes.</p>"))
        .await;
    let arabic = newsroom
        .publish(Draft::arabic("عاد الماء", "<p>نعم.</p>"))
        .await;
    let first = newsroom
        .take_in(candidate(english, "The pumps run in our street."))
        .await;
    newsroom
        .take_in(candidate(arabic, "الماء وصل إلى حيّنا أمس."))
        .await;
    let other = Candidate {
        net: Some(vec![8; 16]),
        way: Way::Lane,
        ..candidate(english, "Nothing yet at the market.")
    };
    newsroom.take_in(other).await;
    let shown = async |question: &str| {
        let address = format!("/desk/moderation?state=held&{question}");
        let page = newsroom.get_as(&omar, &address).await.text();
        let each = [
            ("pumps", "pumps run"),
            ("arabic", "الماء وصل"),
            ("market", "at the market"),
        ];
        let found = each.iter().filter(|(_, words)| page.contains(words));
        found.map(|(name, _)| *name).collect::<Vec<_>>()
    };
    assert_eq!(shown("").await, ["pumps", "arabic", "market"]);
    assert_eq!(shown("way=lane").await, ["market"]);
    assert_eq!(shown("lang=ar").await, ["arabic"]);
    assert_eq!(shown("lang=en&way=code").await, ["pumps"]);
    assert_eq!(shown(&format!("net={first}")).await, ["pumps", "arabic"]);
    let page = newsroom.get_as(&omar, "/desk/moderation").await.text();
    assert!(page.contains("1 more from this network today"));
    newsroom
        .clock
        .set(sijil::db::UtcMillis(newsroom.app.now().0 + 1));
    let shown_page = newsroom
        .get_as(&omar, "/desk/moderation?state=shown&way=code")
        .await;
    assert!(shown_page.status.is_success());
}

#[tokio::test]
async fn the_last_day_is_drawn_and_said_in_numbers_and_alarms_stand_in_the_menu() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let quiet = newsroom.get_as(&omar, "/desk/moderation/day").await.text();
    assert!(
        quiet.contains("aria-label=\"Spam: none in the last day\""),
        "{quiet}"
    );
    assert!(!quiet.contains("bar__alarms"));
    let story = newsroom
        .publish(Draft::english("Water is back", "<p>Yes.</p>"))
        .await;
    newsroom
        .take_in(candidate(story, "The pumps run in our street."))
        .await;
    newsroom.wait(HOUR_MS);
    newsroom
        .take_in(candidate(story, "They run in ours as well."))
        .await;
    let object = Object::story(story);
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
    let page = newsroom.get_as(&omar, "/desk/moderation/day").await.text();
    for shown in [
        "aria-label=\"Votes: most in the hour from 10:00, 400\"",
        "<b>Comments</b> <span>in all 2</span>",
        "<b class=\"bar__alarms\">1 alarm</b>",
        "<rect x=\"92\" y=\"0\" width=\"3\" height=\"100\"/>",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert_eq!(page.matches("<tr>").count(), 25, "a row for each hour");
}
