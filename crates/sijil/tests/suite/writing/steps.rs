//! The steps from the writer to the readers, each refused where it must be.

use http::StatusCode;
use sijil::db::UtcMillis;
use sijil::jobs;

use super::Desk;
use crate::support::NOW;

const STORY: &str = "/en/2026/11/08/snow-closes-the-road/";

#[tokio::test]
async fn a_story_goes_from_its_writer_by_review_and_the_clock_to_readers() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let page = desk.step(&desk.layla, id, "/review", &[]).await;
    assert!(page.contains("Handed in for review."), "{page}");
    assert!(
        !page.contains("/publication\""),
        "a reporter cannot publish"
    );
    let page = desk.step(&desk.omar, id, "/return", &[]).await;
    assert!(page.contains("Given back"), "{page}");
    desk.step(&desk.layla, id, "/review", &[]).await;
    let page = desk.step(&desk.omar, id, "/approval", &[]).await;
    assert!(page.contains("Found ready."), "{page}");
    let saved = desk.autosave(&desk.layla, id, "1", "Too late").await;
    assert_eq!(saved.status, StatusCode::FORBIDDEN);
    let past = [("schedule_at", "2026-11-08T08:59:59")];
    desk.refused(id, "/schedule", &past, "That instant is over.")
        .await;
    let nothing = [("schedule_at", "tomorrow")];
    desk.refused(id, "/schedule", &nothing, "Give a day and a time.")
        .await;
    let at = [("schedule_at", "2026-11-08T09:00:07")];
    let page = desk.step(&desk.omar, id, "/schedule", &at).await;
    assert!(page.contains("Scheduled."), "{page}");
    let page = desk.step(&desk.omar, id, "/unschedule", &[]).await;
    assert!(page.contains("Off the clock."), "{page}");
    desk.step(&desk.omar, id, "/schedule", &at).await;
    for (later, published) in [(6_999, 0), (7_400, 1), (8_000, 0)] {
        desk.newsroom.clock.set(UtcMillis(NOW.0 + later));
        assert_eq!(
            jobs::publish_due(&desk.newsroom.app).await.unwrap(),
            published,
            "{later}"
        );
    }
    let read = desk.newsroom.get(STORY).await;
    assert_eq!(read.status, StatusCode::OK);
    assert!(
        read.text().contains("2026-11-08T09:00:07+00:00"),
        "to the second"
    );
    assert!(read.text().contains("<p>Nobody was hurt.</p>"));
    let ledger = format!("/desk/ledger?kind=story&act=came-out&id={id}");
    let ledger = desk.newsroom.get_as(&desk.omar, &ledger).await.text();
    let (_, row) = ledger.split_once("<tbody>").unwrap();
    for wanted in [
        "<td>The clock</td>",
        "<td>published it at the instant set</td>",
        "<bdi>omar</bdi>",
    ] {
        assert_eq!(row.matches(wanted).count(), 1, "{wanted}: {ledger}");
    }
}

#[tokio::test]
async fn a_scheduled_story_comes_out_after_a_restart_and_a_clock_that_was_wrong() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let at = [("schedule_at", "2026-11-08T10:00:00")];
    desk.step(&desk.omar, id, "/schedule", &at).await;
    let (folder, database) = desk.newsroom.close();
    let newsroom = crate::support::TestNewsroom::reopen(folder, database).await;
    // The clock goes back an hour, then forward past the instant by three.
    for (hours, published) in [(-1, 0), (0, 0), (4, 1), (4, 0)] {
        newsroom.clock.set(UtcMillis(NOW.0 + hours * 3_600_000));
        assert_eq!(
            jobs::publish_due(&newsroom.app).await.unwrap(),
            published,
            "{hours}"
        );
    }
    let read = newsroom.get(STORY).await.text();
    assert!(
        read.contains("2026-11-08T13:00:00+00:00"),
        "when it was, not when it should have been"
    );
}

#[tokio::test]
async fn an_embargo_holds_until_an_editor_lifts_it() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let until = [
        ("embargo_until", "2026-11-09T06:00"),
        ("embargo_reason", "Report"),
    ];
    let page = desk.step(&desk.omar, id, "/embargo", &until).await;
    assert!(page.contains("The embargo is set."), "{page}");
    let why = "There is an embargo until";
    desk.refused(id, "/publication", &[], why).await;
    let early = [("schedule_at", "2026-11-09T05:59:59")];
    desk.refused(id, "/schedule", &early, why).await;
    let page = desk.step(&desk.omar, id, "/embargo/end", &[]).await;
    assert!(page.contains("The embargo is lifted."), "{page}");
    desk.step(&desk.omar, id, "/publication", &[]).await;
    assert_eq!(desk.newsroom.get(STORY).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nothing_is_published_without_headline_text_and_words_for_its_picture() {
    let desk = Desk::open().await;
    let empty = desk
        .newsroom
        .begin(desk.omar.id, sijil_text::Lang::En, "")
        .await;
    desk.refused(empty, "/publication", &[], "needs a headline and a text")
        .await;
    let picture = desk.newsroom.picture().await;
    let fields = [
        ("version", "0"),
        ("headline", "Snow"),
        ("body", "Deep."),
        ("picture", picture.as_str()),
        ("picture_caption", "The pass"),
    ];
    desk.refused(empty, "/publication", &fields, "Say what the picture shows")
        .await;
    let mut fields = fields.to_vec();
    fields[0] = ("version", "1");
    fields.push(("picture_alt", "A road under snow"));
    desk.step(&desk.omar, empty, "/publication", &fields).await;
    let read = desk.newsroom.get("/en/2026/11/08/snow/").await.text();
    assert!(read.contains("alt=\"A road under snow\""), "{read}");
}

#[tokio::test]
async fn a_public_story_changes_in_the_open_and_is_withdrawn_with_a_notice() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    desk.step(&desk.omar, id, "/publication", &[]).await;
    desk.refused(id, "/publication", &[], "Nothing is different")
        .await;
    let change = [
        ("version", "1"),
        ("headline", "Snow closes the road"),
        ("body", "Both roads are closed."),
        ("correction_kind", "clarification"),
        ("correction", " "),
    ];
    desk.refused(id, "/publication", &change, "Say it in words for readers.")
        .await;
    let mut change = change.to_vec();
    change[0] = ("version", "2");
    change[4] = ("correction", "Two roads, not one.");
    let page = desk.step(&desk.omar, id, "/publication", &change).await;
    assert!(page.contains("Published."), "{page}");
    let history = desk.newsroom.get(&format!("{STORY}history/")).await.text();
    assert!(history.contains("Two roads, not one."), "{history}");
    desk.refused(id, "/withdrawal", &[("notice", "")], "Say it in words")
        .await;
    let notice = [("notice", "The road was open all along.")];
    desk.step(&desk.omar, id, "/withdrawal", &notice).await;
    let gone = desk.newsroom.get(STORY).await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(gone.text().contains("open all along"));
    desk.step(&desk.omar, id, "/reinstatement", &[]).await;
    assert_eq!(desk.newsroom.get(STORY).await.status, StatusCode::OK);
    let ledger = format!("/desk/ledger?kind=story&id={id}");
    let ledger = desk.newsroom.get_as(&desk.omar, &ledger).await.text();
    for act in [
        "published",
        "published with a public word",
        "withdrew",
        "reinstated",
        "began a story",
    ] {
        let wanted = format!("<td>{act}</td>");
        assert_eq!(ledger.matches(&wanted).count(), 1, "{act}: {ledger}");
    }
}

#[tokio::test]
async fn another_address_leads_from_the_old_one_and_same_headlines_make_way() {
    let desk = Desk::open().await;
    let (one, two) = (desk.story().await, desk.story().await);
    for id in [one, two] {
        desk.step(&desk.omar, id, "/publication", &[]).await;
    }
    let second = format!("{}-2/", STORY.trim_end_matches('/'));
    assert_eq!(desk.newsroom.get(&second).await.status, StatusCode::OK);
    let renamed = [
        ("version", "1"),
        ("headline", "Snow closes the road"),
        ("body", "The road is closed."),
        ("slug", "Snow closes the road 2"),
    ];
    desk.refused(one, "/publication", &renamed, "already called")
        .await;
    let mut renamed = renamed.to_vec();
    renamed[0] = ("version", "2");
    renamed[3] = ("slug", "Pass closed");
    desk.step(&desk.omar, one, "/publication", &renamed).await;
    let old = desk.newsroom.get(STORY).await;
    assert_eq!(old.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(old.header("location"), "/en/2026/11/08/pass-closed/");
}

#[tokio::test]
async fn who_hands_a_story_on_no_longer_holds_it() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    desk.post(&desk.layla, id, "/lock", &[]).await;
    let why = "layla is writing this story";
    desk.refused(id, "/publication", &[], why).await;
    desk.step(&desk.layla, id, "/review", &[]).await;
    // What the form holds is sent along; it is what is kept already.
    let same = [
        ("version", "1"),
        ("headline", "Snow closes the road"),
        (
            "body",
            "<p>The road is closed.</p>\n<p>Nobody was hurt.</p>",
        ),
    ];
    desk.step(&desk.omar, id, "/approval", &same).await;
}

#[tokio::test]
async fn notes_wait_for_whom_they_are_for() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let omar = desk.omar.id.to_string();
    let note = [("note", "Call the mayor."), ("note_for", omar.as_str())];
    let page = desk.step(&desk.layla, id, "/notes", &note).await;
    assert!(
        page.contains("Call the mayor.") && page.contains("for omar"),
        "{page}"
    );
    let settle = page
        .split("/notes/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let page = desk
        .step(&desk.omar, id, &format!("/notes/{settle}"), &[])
        .await;
    assert!(page.contains("note--done"), "{page}");
}

#[tokio::test]
async fn a_tag_that_nobody_knew_is_made_once() {
    let desk = Desk::open().await;
    for headline in ["Snow on the pass", "Snow on the roofs"] {
        let lang = sijil_text::Lang::En;
        let id = desk.newsroom.begin(desk.omar.id, lang, headline).await;
        let fields = [
            ("version", "0"),
            ("headline", headline),
            ("body", "Deep."),
            ("tags", "Winter"),
            ("bylines", "Rima"),
        ];
        desk.step(&desk.omar, id, "/publication", &fields).await;
    }
    let tag = desk.newsroom.get("/en/tags/winter/").await;
    assert_eq!(tag.status, StatusCode::OK);
    for headline in ["Snow on the pass", "Snow on the roofs"] {
        assert!(tag.text().contains(headline), "{headline}");
    }
}
