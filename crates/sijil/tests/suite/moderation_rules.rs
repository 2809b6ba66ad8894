//! Which comments wait, which are turned away, and what the desk sets.

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::comments::{State, Way};
use sijil::moderation::{Candidate, Judged, Reason, Refused};
use sijil::staff::Role;
use sijil::topics::Kind;

use crate::support::{Draft, SignedIn, TestNewsroom, candidate};

const RULES: &str = "/desk/moderation/rules";
const MODES: &str = "/desk/moderation/modes";

async fn open() -> (TestNewsroom, ArticleId, SignedIn) {
    let newsroom = TestNewsroom::open().await;
    let draft = Draft::english("Water is back in Marj al-Luban", "<p>On Sunday.</p>");
    let article = newsroom.publish(draft).await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    newsroom
        .post_as(&omar, MODES, &[("mode", "all_pass")])
        .await;
    (newsroom, article, omar)
}

/// Why a comment waits.
fn held(judged: &Judged) -> Vec<Reason> {
    let reasons = judged.reasons.iter().filter_map(|line| Reason::parse(line));
    let held: Vec<Reason> = reasons.filter(|reason| !reason.is_piece()).collect();
    assert_eq!(held.is_empty(), judged.state == State::Shown, "{judged:?}");
    held
}

#[tokio::test]
async fn words_phrases_and_links_hold_or_turn_away_with_their_reason() {
    let (newsroom, article, omar) = open().await;
    for (kind, pattern, deed) in [
        ("word", "أحمق", "hold"),
        ("phrase", "ابن الكلب", "refuse"),
        ("link", "https://www.bad.example/x", "refuse"),
        ("link", "odd.example", "hold"),
        ("word", "!!!", "hold"),
    ] {
        let fields = [
            ("kind", kind),
            ("pattern", pattern),
            ("deed", deed),
            ("hours", "24"),
        ];
        let answer = newsroom.post_as(&omar, RULES, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    for (text, reasons, refused) in [
        ("الماء عاد", vec![], None),
        ("يا للأحمـــق", vec![Reason::Word("احمق".to_owned())], None),
        ("وابنَ الكلب", vec![], Some(Refused::Words)),
        ("see http://a.bad.example", vec![], Some(Refused::Link)),
        (
            "see odd.example/1",
            vec![Reason::Host("odd.example".to_owned())],
            None,
        ),
    ] {
        let judged = newsroom.judge(candidate(article, text)).await;
        assert_eq!(
            (held(&judged), judged.refused),
            (reasons, refused),
            "{text}"
        );
    }
    let page = newsroom.get_as(&omar, RULES).await.text();
    assert!(page.contains("odd.example") && page.contains("bad.example"));
    let (_, after) = page.split_once(&format!("{RULES}/")).unwrap();
    let id = after.split('/').next().unwrap();
    for _ in 0..2 {
        newsroom
            .post_as(&omar, &format!("{RULES}/{id}/end"), &[])
            .await;
    }
    let page = newsroom.get_as(&omar, RULES).await.text();
    assert!(!page.contains(&format!("{RULES}/{id}/")), "it has ended");
    let ledger = newsroom
        .get_as(&omar, &format!("/desk/ledger?kind=rule&id={id}"))
        .await
        .text();
    assert_eq!(ledger.matches("<td>ended a rule</td>").count(), 1);
    assert_eq!(ledger.matches("<td>made a rule</td>").count(), 1);
}

#[tokio::test]
async fn a_rule_ends_by_itself() {
    let (newsroom, article, omar) = open().await;
    let fields = [
        ("kind", "word"),
        ("pattern", "well"),
        ("deed", "hold"),
        ("hours", "24"),
    ];
    newsroom.post_as(&omar, RULES, &fields).await;
    let judge = async || {
        newsroom
            .judge(candidate(article, "The well is full."))
            .await
    };
    assert_eq!(held(&judge().await), [Reason::Word("well".to_owned())]);
    let later = newsroom.app.now().0 + 24 * 60 * 60 * 1000;
    newsroom.clock.set(sijil::db::UtcMillis(later));
    assert_eq!(held(&judge().await), []);
}

#[tokio::test]
async fn a_section_comes_before_the_paper() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let world = newsroom.topic(Kind::Section, None, "World", "العالم").await;
    let near = newsroom
        .topic(Kind::Section, Some(world), "Near", "القريب")
        .await;
    let draft = Draft {
        section: Some(near),
        ..Draft::english("Water is back", "<p>On Sunday.</p>")
    };
    let article = newsroom.publish(draft).await;
    let judge = async |is_known: bool| {
        let candidate = Candidate {
            is_known,
            ..candidate(article, "The well is full.")
        };
        held(&newsroom.judge(candidate).await)
    };
    assert_eq!(
        judge(true).await,
        [Reason::Mode("site")],
        "all are held at first"
    );
    newsroom
        .post_as(&omar, MODES, &[("mode", "known_pass")])
        .await;
    assert_eq!(judge(true).await, []);
    assert_eq!(judge(false).await, [Reason::Mode("site")]);
    let section = world.to_string();
    newsroom
        .post_as(&omar, MODES, &[("section", &section), ("mode", "all_pass")])
        .await;
    assert_eq!(judge(false).await, [], "the section above decides");
    let page = newsroom.get_as(&omar, RULES).await.text();
    assert!(page.contains("value=\"all_pass\" selected"));
    newsroom
        .post_as(&omar, MODES, &[("section", &section), ("mode", "")])
        .await;
    assert_eq!(judge(false).await, [Reason::Mode("site")]);
}

#[tokio::test]
async fn the_thread_of_a_story_has_the_last_word() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let article = newsroom
        .publish(Draft::english("Water is back", "<p>On Sunday.</p>"))
        .await;
    newsroom
        .post_as(&omar, MODES, &[("mode", "all_pass")])
        .await;
    let thread = format!("/desk/moderation/threads/{article}");
    newsroom
        .post_as(&omar, &thread, &[("mode", "all_held"), ("slow", "60")])
        .await;
    let judged = newsroom
        .judge(candidate(article, "The well is full."))
        .await;
    assert_eq!(held(&judged), [Reason::Mode("story")]);
    let page = newsroom.get_as(&omar, &thread).await.text();
    assert!(page.contains("value=\"60\" selected") && page.contains("value=\"all_held\" selected"));
    newsroom
        .post_as(
            &omar,
            &thread,
            &[("mode", "all_pass"), ("closed", "1"), ("votes", "off")],
        )
        .await;
    let judged = newsroom
        .judge(candidate(article, "The well is full."))
        .await;
    assert_eq!(judged.refused, Some(Refused::Closed));
    let ledger = newsroom
        .get_as(&omar, &format!("/desk/ledger?kind=story&id={article}"))
        .await;
    let ledger = ledger.text();
    assert!(ledger.contains("all_pass, closed, 0 s") && ledger.contains("set the votes"));
    let missing = newsroom.get_as(&omar, "/desk/moderation/threads/7").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_lane_a_flood_links_and_repeats_hold_and_the_newsroom_passes() {
    let (newsroom, article, _) = open().await;
    let plain = || candidate(article, "The well in our street is full.");
    assert_eq!(held(&newsroom.judge(plain()).await), []);
    let lane = Candidate {
        way: Way::Lane,
        ..plain()
    };
    assert_eq!(held(&newsroom.judge(lane).await), [Reason::Lane]);
    let flood = Candidate {
        level: 2,
        ..plain()
    };
    assert_eq!(held(&newsroom.judge(flood).await), [Reason::Level]);
    let links = candidate(article, "Compare one.example and two.example, both good.");
    assert!(held(&newsroom.judge(links).await).contains(&Reason::Links(2)));
    newsroom.take_in(plain()).await;
    assert_eq!(held(&newsroom.judge(plain()).await), [Reason::Repeat(1)]);
    let own = Candidate {
        way: Way::Staff,
        level: 3,
        ..plain()
    };
    assert_eq!(held(&newsroom.judge(own).await), []);
}

#[tokio::test]
async fn a_network_is_held_or_turned_away_for_a_day_while_its_mark_lives() {
    let (newsroom, article, omar) = open().await;
    let now = newsroom.app.now();
    let network = sijil::web::Network::V4([192, 0, 2, 9]);
    let net = newsroom.app.codes.nets.mark(network, now).unwrap();
    let from = |net: &[u8], text| Candidate {
        net: Some(net.to_vec()),
        ..candidate(article, text)
    };
    let id = newsroom.take_in(from(&net, "First of many.")).await;
    let queue = newsroom
        .get_as(&omar, "/desk/moderation?state=shown")
        .await
        .text();
    assert!(queue.contains(&format!("value=\"hold.{id}\"")));
    let ban = format!("hold.{id}");
    newsroom
        .post_as(&omar, "/desk/moderation/bans", &[("ban", &ban)])
        .await;
    assert_eq!(
        held(&newsroom.judge(from(&net, "Second.")).await),
        [Reason::Network]
    );
    assert_eq!(held(&newsroom.judge(from(&[1; 16], "Another.")).await), []);
    let ban = format!("refuse.{id}");
    newsroom
        .post_as(&omar, "/desk/moderation/bans", &[("ban", &ban)])
        .await;
    let judged = newsroom.judge(from(&net, "Third.")).await;
    assert_eq!(judged.refused, Some(Refused::Network));
    let rules = newsroom.get_as(&omar, RULES).await.text();
    assert!(
        !rules.contains(&format!("{:02x}{:02x}", net[0], net[1])),
        "its mark is not shown"
    );

    let old = newsroom
        .take_in(from(&[2; 16], "From before the key."))
        .await;
    newsroom
        .clock
        .set(sijil::db::UtcMillis(now.0 + 25 * 60 * 60 * 1000));
    newsroom
        .app
        .codes
        .nets
        .mark(network, newsroom.app.now())
        .unwrap();
    let ban = format!("hold.{old}");
    newsroom
        .post_as(&omar, "/desk/moderation/bans", &[("ban", &ban)])
        .await;
    assert_eq!(held(&newsroom.judge(from(&[2; 16], "Later.")).await), []);
}

#[tokio::test]
async fn the_level_of_the_codes_is_set_by_hand_and_given_back() {
    let (newsroom, _, omar) = open().await;
    let level = "/desk/moderation/level";
    newsroom.post_as(&omar, level, &[("level", "siege")]).await;
    assert_eq!(
        newsroom.app.codes.meter.switched(),
        Some(sijil_ramz::Level::Siege)
    );
    assert!(
        newsroom
            .get_as(&omar, RULES)
            .await
            .text()
            .contains("value=\"siege\" selected")
    );
    newsroom.post_as(&omar, level, &[("level", "")]).await;
    assert_eq!(newsroom.app.codes.meter.switched(), None);
}
