//! The look of the pages and the logos.

use http::StatusCode;
use image::ImageFormat;

use super::{admin, eventually_shows, send_file};
use crate::support::TestNewsroom;
use crate::support::media::picture;

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one walk, told in its order")]
async fn a_look_is_seen_first_and_kept_only_if_people_can_read_it() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let shipped = newsroom.get("/en/").await.text();
    assert!(
        !shipped.contains("/assets/look-"),
        "the shipped look costs no request"
    );
    let set = async |rubric: &str, what: &str| {
        let fields = [("rubric-day", rubric), ("type", "plain"), ("do", what)];
        newsroom
            .post_as(&nadia, "/desk/newsroom/look", &fields)
            .await
    };
    let preview = set("#7a1fa2", "preview").await.text();
    assert!(
        preview.contains("Nothing is kept yet") && preview.contains("rubric-day=%237a1fa2")
            || preview.contains("rubric-day=#7a1fa2")
    );
    assert!(!newsroom.get("/en/").await.text().contains("/assets/look-"));
    let faint = set("#ffb0b0", "save").await;
    assert_eq!(faint.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        faint.text().contains("By day: Accent / Paper: 1."),
        "{}",
        faint.text()
    );
    set("#7a1fa2", "save").await;
    eventually_shows(&newsroom, "/en/", "/assets/look-").await;
    let page = newsroom.get("/en/").await.text();
    let mut quoted = page.split('"');
    let address = quoted
        .find(|text| text.starts_with("/assets/look-"))
        .unwrap();
    let sheet = newsroom.get(address).await;
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert!(sheet.header("cache-control").contains("immutable"));
    let css = sheet.text();
    assert!(
        css.contains("--rubric:#7a1fa2;") && css.contains("--head:var(--plain)"),
        "{css}"
    );
    assert!(
        !newsroom
            .get("/en/text/")
            .await
            .text()
            .contains("/assets/look-")
    );
    assert_eq!(
        newsroom.get("/assets/look-000000000000.css").await.status,
        404
    );
    let sample = newsroom
        .get_as(
            &nadia,
            "/desk/newsroom/look.css?ink-day=red}x{&paper-night=%23000000",
        )
        .await;
    assert!(sample.text().contains("--paper:#000000;") && !sample.text().contains("red"));
    set("", "shipped").await;
    newsroom
        .eventually("the shipped look", async || {
            !newsroom.get("/en/").await.text().contains("/assets/look-")
        })
        .await;
    // Pages that are kept elsewhere still find the old one.
    assert_eq!(newsroom.get(address).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_logo_stands_in_the_place_of_the_name() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let png = picture(1600, 100, 4, ImageFormat::Png);
    let logo = "/desk/newsroom/logo";
    let svg = send_file(&newsroom, &nadia, logo, (&[("lang", "en")], b"<svg/>")).await;
    assert_eq!(svg.header("location"), "/desk/newsroom/look?refused=svg");
    send_file(&newsroom, &nadia, logo, (&[("lang", "en")], &png)).await;
    eventually_shows(
        &newsroom,
        "/en/",
        "logo.webp\" width=\"800\" height=\"50\" alt=\"Sijil\"",
    )
    .await;
    assert!(!newsroom.get("/ar/").await.text().contains("logo.webp"));
    let page = newsroom.get("/en/").await.text();
    let address = page.split("masthead__logo\" src=\"").nth(1).unwrap();
    let file = newsroom.get(address.split('"').next().unwrap()).await;
    assert_eq!(file.header("content-type"), "image/webp");
    send_file(&newsroom, &nadia, logo, (&[("lang", "en")], b"")).await;
    newsroom
        .eventually("the name again", async || {
            !newsroom.get("/en/").await.text().contains("logo.webp")
        })
        .await;
}
