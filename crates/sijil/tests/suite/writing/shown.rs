//! What a story looks like before it is public, in the other language, and where readers find what
//! was corrected.

use http::StatusCode;
use sijil::articles::preview;
use sijil::db::{Tx, UtcMillis};

use super::Desk;
use crate::support::NOW;

#[tokio::test]
async fn a_link_shows_the_draft_until_it_ends_and_nobody_keeps_it() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let links = format!("/desk/stories/{id}/previews");
    let made = desk
        .newsroom
        .post_as(&desk.layla, &links, &[("days", "3")])
        .await;
    let page = made.text();
    let link = page.split("https://paper.example").nth(1).unwrap();
    let link = link.split('"').next().unwrap().to_owned();
    let list = desk.newsroom.get_as(&desk.layla, &links).await.text();
    assert!(!list.contains(&link), "shown once");
    let shown = desk.newsroom.get(&link).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(shown.header("cache-control"), "no-store");
    assert_eq!(shown.header("x-robots-tag"), "noindex, nofollow");
    assert_eq!(shown.header("referrer-policy"), "no-referrer");
    for wanted in [
        "Snow closes the road",
        "A preview",
        "<p>Nobody was hurt.</p>",
    ] {
        assert!(shown.text().contains(wanted), "{wanted}");
    }
    desk.autosave(&desk.layla, id, "1", "Snow closes two roads")
        .await;
    assert!(desk.newsroom.get(&link).await.text().contains("two roads"));
    let other = link.replace("/en/", "/ar/");
    assert_eq!(
        desk.newsroom.get(&other).await.status,
        StatusCode::NOT_FOUND
    );
    desk.newsroom
        .clock
        .set(UtcMillis(NOW.0 + 3 * 24 * 3_600_000));
    assert_eq!(desk.newsroom.get(&link).await.status, StatusCode::NOT_FOUND);
    let now = desk.newsroom.app.now();
    let forget = move |tx: &mut Tx<'_, '_>| preview::forget(tx, now);
    let forgotten = desk.newsroom.app.db.write(forget).await.unwrap();
    assert_eq!(forgotten, 1, "what has ended is not kept");
}

#[tokio::test]
async fn a_link_can_be_ended_before_its_time() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let links = format!("/desk/stories/{id}/previews");
    let made = desk.newsroom.post_as(&desk.layla, &links, &[]).await.text();
    let link = made.split("https://paper.example").nth(1).unwrap();
    let link = link.split('"').next().unwrap().to_owned();
    let end = made.split(&format!("action=\"{links}/")).nth(1).unwrap();
    let end = format!("{links}/{}", end.split('"').next().unwrap());
    desk.newsroom.post_as(&desk.layla, &end, &[]).await;
    assert_eq!(desk.newsroom.get(&link).await.status, StatusCode::NOT_FOUND);
    let own = format!("/desk/stories/{id}/preview");
    let own = desk.newsroom.get_as(&desk.layla, &own).await;
    assert!(
        own.text().contains("Snow closes the road"),
        "{}",
        own.text()
    );
}

#[tokio::test]
async fn a_translation_stands_beside_its_source_and_notices_when_that_changes() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    desk.step(&desk.omar, id, "/publication", &[]).await;
    let begun = desk.post(&desk.omar, id, "/translation", &[]).await;
    let address = begun.header("location").to_owned();
    let again = desk.post(&desk.omar, id, "/translation", &[]).await;
    assert_eq!(
        again.header("location"),
        address,
        "one translation for a language"
    );
    let page = desk.newsroom.get_as(&desk.omar, &address).await.text();
    assert!(
        page.contains("data-lang=\"ar\"") && page.contains("Nobody was hurt."),
        "{page}"
    );
    assert!(!page.contains("The source has changed"));
    let fields = [
        ("version", "0"),
        ("headline", "الثلج يغلق الطريق"),
        ("body", "الطريق مغلق."),
    ];
    desk.newsroom.post_as(&desk.omar, &address, &fields).await;
    let changed = [
        ("version", "1"),
        ("headline", "Snow closes the road"),
        ("body", "Both roads are closed."),
    ];
    desk.step(&desk.omar, id, "/publication", &changed).await;
    let page = desk.newsroom.get_as(&desk.omar, &address).await.text();
    assert!(page.contains("The source has changed"), "{page}");
    assert!(page.contains("<del>Nobody was hurt.</del>"), "{page}");
    let list = desk
        .newsroom
        .get_as(&desk.omar, "/desk/stories/?lang=ar")
        .await
        .text();
    assert!(list.contains("source has changed"), "{list}");
    let level = format!("{address}/translation/level");
    desk.newsroom.post_as(&desk.omar, &level, &[]).await;
    let page = desk.newsroom.get_as(&desk.omar, &address).await.text();
    assert!(!page.contains("The source has changed"), "{page}");
    let publish = format!("{address}/publication");
    desk.newsroom.post_as(&desk.omar, &publish, &[]).await;
    let read = desk
        .newsroom
        .get("/en/2026/11/08/snow-closes-the-road/")
        .await
        .text();
    assert!(read.contains("hreflang=\"ar\""), "{read}");
}

#[tokio::test]
async fn what_readers_are_told_has_a_kind_everywhere() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    desk.step(&desk.omar, id, "/publication", &[]).await;
    let story = "/en/2026/11/08/snow-closes-the-road/";
    for (version, kind, body, text) in [
        (
            "1",
            "update",
            "The road is open again.",
            "The road opened at noon.",
        ),
        (
            "2",
            "correction",
            "The road is half open.",
            "One lane only.",
        ),
    ] {
        let fields = [
            ("version", version),
            ("headline", "Snow closes the road"),
            ("body", body),
            ("correction_kind", kind),
            ("correction", text),
        ];
        desk.step(&desk.omar, id, "/publication", &fields).await;
    }
    let list = desk.newsroom.get("/en/corrections/").await.text();
    let read = desk.newsroom.get(story).await.text();
    let history = desk.newsroom.get(&format!("{story}history/")).await.text();
    for (page, wanted) in [
        (&list, ["Update · ", "Correction · "]),
        (
            &read,
            ["Update, 8 November 2026", "Correction, 8 November 2026"],
        ),
        (&history, [">Update<", ">Correction<"]),
    ] {
        for wanted in wanted {
            assert!(page.contains(wanted), "{wanted} is not on {page}");
        }
    }
    assert_eq!(
        read.matches("\"@type\":\"CorrectionComment\"").count(),
        1,
        "{read}"
    );
    let empty = desk.newsroom.get("/ar/corrections/").await;
    assert_eq!(empty.status, StatusCode::OK);
    assert_eq!(
        desk.newsroom
            .get("/en/corrections/?before=5-5")
            .await
            .status,
        StatusCode::OK
    );
}
