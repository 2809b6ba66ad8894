//! The library: finding, describing, using again, taking away.

use http::StatusCode;
use image::ImageFormat;
use sijil::articles::publication;
use sijil::articles::{ArticleId, Content};
use sijil::db::{Tx, UtcMillis};
use sijil::media::{self, Entry, documents};
use sijil::staff::Role;
use sijil_text::Lang;

use crate::support::media::{json, picture};
use crate::support::{Draft, NOW, SignedIn, TestNewsroom};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

async fn shelf(newsroom: &TestNewsroom, who: &SignedIn, question: &str) -> Vec<String> {
    let headers = [
        ("cookie", who.cookie.as_str()),
        ("accept", "application/json"),
    ];
    let address = format!("/desk/media/?{question}");
    let answer = newsroom.ask(http::Method::GET, &address, &headers).await;
    let pictures = json(&answer)["pictures"].as_array().unwrap().clone();
    let name = |picture: &serde_json::Value| picture["name"].as_str().unwrap().to_owned();
    pictures.iter().map(name).collect()
}

/// A draft that leads with a picture, and what it says.
async fn draft_with(newsroom: &TestNewsroom, entry: &Entry) -> (ArticleId, Content) {
    let draft = || Draft::english("The bridge opens", "<p>Since Friday.</p>");
    let mut content = draft().content();
    let id = newsroom.draft(draft()).await;
    content.picture = Some(entry.as_used(Lang::En));
    save(newsroom, id, content.clone()).await;
    (id, content)
}

async fn save(newsroom: &TestNewsroom, id: ArticleId, content: Content) {
    let save = move |tx: &mut Tx<'_, '_>| publication::save(tx, id, &content);
    newsroom.app.db.write(save).await.unwrap();
}

async fn publish_with(newsroom: &TestNewsroom, entry: &Entry) -> (ArticleId, Content) {
    let (id, content) = draft_with(newsroom, entry).await;
    newsroom.publish_again(id, NOW, None).await.unwrap();
    (id, content)
}

#[tokio::test]
async fn a_picture_is_found_by_words_person_day_and_use() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let samir = newsroom.signed_in("samir", Role::Editor).await;
    let bridge = newsroom
        .keep_picture(&layla, "bridge.jpg", &picture(30, 20, 1, ImageFormat::Jpeg))
        .await;
    newsroom.clock.set(UtcMillis(NOW.0 + DAY_MS));
    // A session ends with its day.
    let (layla, samir) = (
        newsroom.session(layla.id).await,
        newsroom.session(samir.id).await,
    );
    newsroom
        .keep_picture(&samir, "market.png", &picture(30, 20, 2, ImageFormat::Png))
        .await;
    let words = [
        ("alt-ar", "جسرٌ فوق النهر"),
        ("alt-en", "A bridge over the river"),
        ("credit-en", "Layla Haddad"),
    ];
    let address = format!("/desk/media/{}", bridge.id);
    let saved = newsroom.post_as(&layla, &address, &words).await;
    assert_eq!(saved.header("location"), format!("{address}?said=saved"));
    publish_with(&newsroom, &bridge).await;
    for (question, found) in [
        ("", &["market.png", "bridge.jpg"][..]),
        ("q=BRIDGE", &["bridge.jpg"]),
        ("q=haddad+river", &["bridge.jpg"]),
        ("q=%D8%AC%D8%B3%D8%B1", &["bridge.jpg"]),
        ("q=bridge+market", &[]),
        ("q=%25", &["market.png", "bridge.jpg"]),
        (&format!("person={}", samir.id.0), &["market.png"]),
        ("since=2026-11-09", &["market.png"]),
        ("until=2026-11-08", &["bridge.jpg"]),
        ("only=used", &["bridge.jpg"]),
        ("only=unused", &["market.png"]),
        ("only=lacking", &["market.png"]),
    ] {
        assert_eq!(
            shelf(&newsroom, &layla, question).await,
            found,
            "{question}"
        );
    }
    let page = newsroom.get_as(&layla, &address).await.text();
    assert!(page.contains("A bridge over the river") && page.contains(">The bridge opens</a>"));
}

#[tokio::test]
async fn a_picture_goes_when_no_story_uses_it_and_stays_otherwise() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let used = newsroom
        .keep_picture(&layla, "used.jpg", &picture(30, 20, 1, ImageFormat::Jpeg))
        .await;
    let free = newsroom
        .keep_picture(&layla, "free.jpg", &picture(30, 20, 2, ImageFormat::Jpeg))
        .await;
    let (story, mut content) = publish_with(&newsroom, &used).await;
    // Also when it is only in an older revision: what was printed stays.
    content.picture = None;
    save(&newsroom, story, content).await;
    newsroom.publish_again(story, NOW, None).await.unwrap();
    for (entry, left) in [(&used, "said=used"), (&free, "/desk/media/?said=removed")] {
        let removal = format!("/desk/media/{}/removal", entry.id);
        let asked = newsroom.get_as(&layla, &removal).await;
        assert_eq!(
            asked.text().contains("Take it away for good"),
            entry.id == free.id
        );
        let sent = newsroom.post_as(&layla, &removal, &[]).await;
        assert!(
            sent.header("location").ends_with(left),
            "{}",
            sent.header("location")
        );
    }
    let file = |entry: &Entry| format!("/media/{}/30.jpg", entry.picture.sha256);
    assert_eq!(newsroom.get(&file(&used)).await.status, StatusCode::OK);
    assert_eq!(
        newsroom.get(&file(&free)).await.status,
        StatusCode::NOT_FOUND
    );
    let samir = newsroom.signed_in("samir", Role::Editor).await;
    let ledger = newsroom.get_as(&samir, "/desk/ledger").await.text();
    assert!(ledger.contains("took a picture away") && ledger.contains("free.jpg"));
}

#[tokio::test]
async fn a_draft_lets_go_of_a_picture_that_it_drops() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let entry = newsroom
        .keep_picture(&layla, "draft.jpg", &picture(30, 20, 4, ImageFormat::Jpeg))
        .await;
    let (id, mut content) = draft_with(&newsroom, &entry).await;
    let uses = async || {
        let sha256 = entry.picture.sha256.clone();
        let uses = newsroom.app.db.read(move |tx| media::uses(tx, &sha256));
        uses.await.unwrap().len()
    };
    assert_eq!(uses().await, 1);
    content.picture = None;
    save(&newsroom, id, content).await;
    assert_eq!(uses().await, 0);
}

#[tokio::test]
async fn the_point_that_matters_moves_the_crops_of_pages() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let bytes = picture(600, 1200, 5, ImageFormat::Jpeg);
    let entry = newsroom.keep_picture(&layla, "tall.jpg", &bytes).await;
    publish_with(&newsroom, &entry).await;
    let address = format!("/desk/media/{}", entry.id);
    let front = async |name: &str| newsroom.get("/en/").await.text().contains(name);
    assert!(
        front("/600.webp").await,
        "the front page shows the whole picture's file"
    );
    // A click on the small picture, 320 × 640, then numbers; the key that clicks at 0,0 is none.
    for (fields, name) in [
        (&[("at.x", "80"), ("at.y", "64")][..], "card-25-10-320.webp"),
        (&[("x", "100"), ("y", "400")], "card-100-100-320.webp"),
        (
            &[("at.x", "0"), ("at.y", "0"), ("x", "7"), ("y", "8")],
            "card-7-8-320.webp",
        ),
    ] {
        let saved = newsroom.post_as(&layla, &address, fields).await;
        assert_eq!(
            saved.header("location"),
            format!("{address}?said=focused#focus")
        );
        newsroom.eventually(name, async || front(name).await).await;
    }
    let media = format!("/media/{}", entry.picture.sha256);
    let now = newsroom.get(&format!("{media}/card-7-8-320.webp")).await;
    assert_eq!(now.header("content-type"), "image/webp");
    let old = newsroom.get(&format!("{media}/card-25-10-320.webp")).await;
    assert_eq!(old.status, StatusCode::FOUND);
    assert_eq!(old.header("location"), format!("{media}/card-7-8-320.webp"));
    for none in [
        "card-7-8-321.webp",
        "card-7-8-320.png",
        "master.jpg",
        "..%2Fmaster.jpg",
    ] {
        let answer = newsroom.get(&format!("{media}/{none}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn a_document_can_only_be_downloaded() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let bytes = b"%PDF-1.7 the terms";
    let sent = newsroom.hand_in(&layla, &[("الشروط (1).pdf", bytes)]).await;
    let page = newsroom
        .get_as(&layla, sent.header("location"))
        .await
        .text();
    let address = page
        .split("/desk/media/files/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let led = newsroom
        .get_as(&layla, &format!("/desk/media/files/{address}"))
        .await;
    let document = led.header("location").to_owned();
    let words = [("title-ar", "نص الشروط"), ("title-en", "The terms")];
    newsroom.post_as(&layla, &document, &words).await;
    let page = newsroom.get_as(&layla, &document).await.text();
    assert!(page.contains("The terms") && page.contains("keeps what is inside it"));
    let list = newsroom.get_as(&layla, "/desk/media/?q=terms").await.text();
    assert!(list.contains(&format!(
        "<a href=\"{document}\" dir=\"auto\">The terms</a>"
    )));
    let file = newsroom
        .get(&format!("/media/{address}/document.pdf"))
        .await;
    assert_eq!(file.body, bytes);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(
        file.header("content-security-policy"),
        "default-src 'none'; sandbox"
    );
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    let disposition = file.header("content-disposition");
    assert!(disposition.starts_with("attachment; filename=\"document.pdf\"; filename*=UTF-8''%D8"));
    let other = newsroom
        .get(&format!("/media/{address}/document.docx"))
        .await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    let removed = newsroom
        .post_as(&layla, &format!("{document}/removal"), &[])
        .await;
    assert_eq!(removed.header("location"), "/desk/media/?said=removed");
    let gone = newsroom
        .get(&format!("/media/{address}/document.pdf"))
        .await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn where_it_takes_two_a_picture_goes_when_an_admin_confirms_it() {
    let newsroom = TestNewsroom::open_with(|config| config.staff.two_persons = true).await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let sami = newsroom.signed_in("sami", Role::Admin).await;
    let jpeg = picture(30, 20, 3, ImageFormat::Jpeg);
    let entry = newsroom.keep_picture(&layla, "bridge.jpg", &jpeg).await;
    newsroom
        .hand_in(&layla, &[("list.pdf", b"%PDF-1.7 bridge")])
        .await;
    let sha256 = sijil::articles::content::sha256(b"%PDF-1.7 bridge");
    let found = newsroom
        .app
        .db
        .read(move |tx| documents::named(tx, &sha256));
    let document = found.await.unwrap().unwrap();
    for address in [
        format!("/desk/media/{}", entry.id),
        format!("/desk/media/documents/{}", document.id),
    ] {
        let removal = format!("{address}/removal");
        let asked = newsroom.post_as(&layla, &removal, &[]).await;
        assert_eq!(asked.header("location"), format!("{address}?said=asked"));
        let there = newsroom.get_as(&layla, &address).await;
        assert_eq!(there.status, StatusCode::OK, "nothing is gone yet");
        let page = newsroom.get_as(&sami, "/desk/requests").await.text();
        let (_, rest) = page.split_once("action=\"/desk/requests/").unwrap();
        let request = format!("/desk/requests/{}", rest.split('"').next().unwrap());
        let confirm = [("do", "confirm")];
        let done = newsroom.post_as(&sami, &request, &confirm).await;
        assert_eq!(done.header("location"), "/desk/requests?said=confirmed");
        let gone = newsroom.get_as(&layla, &address).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
    let file = format!("/media/{}/30.jpg", entry.picture.sha256);
    assert_eq!(newsroom.get(&file).await.status, StatusCode::NOT_FOUND);
}
