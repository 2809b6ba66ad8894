//! What is listed where: the front page's order, days, and pictures on both.

use std::io::Cursor;

use http::Method;
use image::{ImageFormat, RgbImage};
use sijil::articles::PictureUse;
use sijil::db::{self, UtcMillis};
use sijil::{front, media};
use sijil_text::Lang;

use crate::support::{Draft, NOW, TestNewsroom};

const BODY: &str = "<p>Calm.</p>";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

#[tokio::test]
async fn the_desks_leads_come_first_and_in_its_order() {
    let newsroom = TestNewsroom::open().await;
    let first = newsroom.publish(Draft::english("Oldest story", BODY)).await;
    let second = newsroom.publish(Draft::english("Newer story", BODY)).await;
    newsroom.publish(Draft::english("Newest story", BODY)).await;
    for leads in [[first, second], [second, first]] {
        let lead = move |tx: &mut db::Tx<'_, '_>| front::lead(tx, Lang::En, &leads, NOW);
        newsroom.app.db.write(lead).await.unwrap();
        let titles = if leads[0] == first {
            ["Oldest story", "Newer story"]
        } else {
            ["Newer story", "Oldest story"]
        };
        newsroom
            .eventually("the leads stand in order", async || {
                let page = newsroom.get("/en/").await.text();
                let places = titles.map(|title| page.find(title).unwrap());
                places[0] < places[1] && places[1] < page.find("Newest story").unwrap()
            })
            .await;
    }
}

#[tokio::test]
async fn a_day_lists_its_stories_and_leads_to_its_neighbours() {
    let newsroom = TestNewsroom::open().await;
    for (days, headline) in [
        (-3, "Thursday story"),
        (0, "Sunday story"),
        (2, "Tuesday story"),
    ] {
        let at = UtcMillis(NOW.0 + days * DAY_MS);
        newsroom
            .publish(Draft {
                at,
                ..Draft::english(headline, BODY)
            })
            .await;
    }
    let page = newsroom.get("/en/2026/11/08/").await.text();
    assert!(
        page.contains("Sunday story") && !page.contains("Thursday story"),
        "{page}"
    );
    assert!(page.contains("href=\"/en/2026/11/05/\"") && page.contains("href=\"/en/2026/11/10/\""));
    assert_eq!(
        newsroom.get("/en/2026/11/07/").await.status,
        404,
        "a day without stories"
    );
}

#[tokio::test]
async fn a_picture_is_served_in_its_widths_with_nothing_but_its_pixels() {
    let newsroom = TestNewsroom::open().await;
    let mut png = Vec::new();
    let blank = RgbImage::from_pixel(1000, 500, image::Rgb([200, 30, 30]));
    blank
        .write_to(&mut Cursor::new(&mut png), ImageFormat::Png)
        .unwrap();
    let master = media::shrink::master(&png).unwrap();
    let picture = media::Picture {
        sha256: sijil::articles::content::sha256(&png),
        width: master.width,
        height: master.height,
    };
    let sha256 = picture.sha256.clone();
    newsroom.app.pictures.put(&sha256, &master).unwrap();
    let app = newsroom.app.clone();
    let add = move |tx: &mut db::Tx<'_, '_>| media::add(tx, &app.ids, &picture, NOW);
    newsroom.app.db.write(add).await.unwrap();
    let id = newsroom.draft(Draft::english("Water is back", BODY)).await;
    let mut content = Draft::english("Water is back", BODY).content();
    content.picture = Some(PictureUse {
        sha256: sha256.clone(),
        width: 1000,
        height: 500,
        alt: "A red field".to_owned(),
        caption: String::new(),
        credit: String::new(),
    });
    let save = move |tx: &mut db::Tx<'_, '_>| sijil::articles::publication::save(tx, id, &content);
    newsroom.app.db.write(save).await.unwrap();
    newsroom.publish_again(id, NOW, None).await.unwrap();
    let page = newsroom.get("/en/2026/11/08/water-is-back/").await.text();
    assert!(page.contains("alt=\"A red field\"") && page.contains("width=\"1000\" height=\"500\""));
    let address = |file: &str| format!("/media/{sha256}/{file}");
    for (file, mime, magic) in [
        ("320.webp", "image/webp", b"RIFF".as_slice()),
        ("1000.jpg", "image/jpeg", b"\xff\xd8\xff"),
    ] {
        let answer = newsroom.get(&address(file)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (200, mime)
        );
        assert!(answer.body.starts_with(magic), "{file}");
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'; sandbox"
        );
        assert!(answer.header("cache-control").contains("immutable"));
    }
    for file in [
        "321.webp",
        "1600.webp",
        "master.jpg",
        "320.gif",
        "..%2F..%2Fnewsroom.db",
    ] {
        assert_eq!(newsroom.get(&address(file)).await.status, 404, "{file}");
    }
    let head = newsroom.ask(Method::HEAD, &address("320.webp"), &[]).await;
    assert!(head.status.is_success() && head.body.is_empty());
}

#[tokio::test]
async fn old_changes_are_forgotten_but_never_the_newest() {
    let newsroom = TestNewsroom::open().await;
    newsroom
        .publish(Draft::english("Water is back", BODY))
        .await;
    let later = UtcMillis(NOW.0 + 1);
    let trimmed = newsroom
        .app
        .db
        .write(move |tx| db::trim(tx, later))
        .await
        .unwrap();
    assert!(trimmed > 0);
    // On PostgreSQL a change is seen once no older transaction runs, also none of another test.
    newsroom
        .eventually("only the newest change is kept", async || {
            let read = |tx: &mut db::Tx<'_, '_>| db::since(tx, db::Position::START, 100);
            newsroom.app.db.read(read).await.unwrap().len() == 1
        })
        .await;
}

#[test]
fn what_is_no_picture_is_refused_before_it_is_decoded() {
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bomb.extend(100_000_u32.to_be_bytes());
    bomb.extend(100_000_u32.to_be_bytes());
    bomb.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    for bytes in [
        b"<svg onload=alert(1)>".as_slice(),
        b"",
        b"\xff\xd8\xff\xe0broken",
        &bomb,
    ] {
        assert!(media::shrink::master(bytes).is_err());
    }
}
