//! Files on their way in: by the form, and piece by piece.

use http::StatusCode;
use image::ImageFormat;
use sijil::jobs;
use sijil::staff::Role;

use crate::support::media::{json, picture, with_segment};
use crate::support::{NOW, TestNewsroom};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

#[tokio::test]
async fn a_form_of_files_is_told_what_became_of_each() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let jpeg = picture(40, 30, 1, ImageFormat::Jpeg);
    let files: [(&str, &[u8]); 4] = [
        ("bridge.jpg", &jpeg),
        ("bridge again.jpg", &jpeg),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("terms.pdf", b"%PDF-1.7 the terms"),
    ];
    let sent = newsroom.hand_in(&layla, &files).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = newsroom
        .get_as(&layla, sent.header("location"))
        .await
        .text();
    for said in [
        "bridge.jpg</bdi> <span>is in the library.",
        "bridge again.jpg</bdi> <span>was in the library already.",
        "drawing.svg</bdi> <span>was not taken: drawings as SVG",
        "terms.pdf</bdi> <span>is in the library.",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let ledger = newsroom.signed_in("samir", Role::Editor).await;
    let ledger = newsroom.get_as(&ledger, "/desk/ledger").await.text();
    assert_eq!(ledger.matches("<td>handed a picture in</td>").count(), 1);
    assert_eq!(ledger.matches("<td>handed a document in</td>").count(), 1);
}

#[tokio::test]
async fn a_form_from_another_site_hands_nothing_in() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let headers = [
        ("cookie", layla.cookie.as_str()),
        ("sec-fetch-site", "cross-site"),
    ];
    for method in [http::Method::POST, http::Method::PATCH] {
        let address = if method == http::Method::POST {
            "/desk/media/"
        } else {
            "/desk/media/uploads/1"
        };
        let answer = newsroom.ask(method, address, &headers).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
    }
}

#[tokio::test]
async fn a_file_over_a_bad_line_goes_on_where_it_broke_off() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let jpeg = picture(300, 200, 2, ImageFormat::Jpeg);
    let (first, rest) = jpeg.split_at(jpeg.len() / 2);
    let bytes = jpeg.len().to_string();
    let begun = newsroom
        .post_as(
            &layla,
            "/desk/media/uploads",
            &[("name", "far.jpg"), ("bytes", &bytes)],
        )
        .await;
    let id = json(&begun)["id"].as_str().unwrap().to_owned();
    let offset = |answer: &crate::support::Answer| json(answer)["offset"].as_u64().unwrap();
    let half = u64::try_from(first.len()).unwrap();
    assert_eq!(
        offset(&newsroom.send_piece(&layla, &id, 0, first).await),
        half
    );
    // Sent again, since the answer was lost: nothing is doubled.
    assert_eq!(
        offset(&newsroom.send_piece(&layla, &id, 0, first).await),
        half
    );
    let asked = newsroom
        .get_as(&layla, &format!("/desk/media/uploads/{id}"))
        .await;
    assert_eq!(offset(&asked), half);
    let too_long = [rest, b"more"].concat();
    let refused = newsroom
        .send_piece(&layla, &id, first.len(), &too_long)
        .await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    let done = json(&newsroom.send_piece(&layla, &id, first.len(), rest).await);
    assert_eq!(
        (done["state"].as_str(), done["text"].as_str()),
        (Some("new"), Some("is in the library."))
    );
    let page = newsroom
        .get_as(&layla, done["address"].as_str().unwrap())
        .await;
    assert!(page.header("location").starts_with("/desk/media/"));
    let again = json(&newsroom.send_piece(&layla, &id, 0, rest).await);
    assert_eq!(again["state"].as_str(), Some("new"));
}

#[tokio::test]
async fn what_nobody_hands_in_to_its_end_is_forgotten_after_a_day() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let begun = newsroom
        .post_as(
            &layla,
            "/desk/media/uploads",
            &[("name", "a.jpg"), ("bytes", "100")],
        )
        .await;
    let id = json(&begun)["id"].as_str().unwrap().to_owned();
    newsroom.send_piece(&layla, &id, 0, b"begun").await;
    let staged = newsroom.folder.path().join(format!("uploads/{id}.part"));
    jobs::forget_uploads(&newsroom.app).await.unwrap();
    assert!(staged.exists());
    newsroom.clock.set(sijil::db::UtcMillis(NOW.0 + DAY_MS + 1));
    jobs::forget_uploads(&newsroom.app).await.unwrap();
    assert!(!staged.exists());
}

#[tokio::test]
async fn nobody_begins_files_without_end() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let begin = async |bytes: &str| {
        let fields = [("name", "a.jpg"), ("bytes", bytes)];
        newsroom
            .post_as(&layla, "/desk/media/uploads", &fields)
            .await
    };
    let too_large = json(&begin("31457281").await);
    assert_eq!(too_large["state"].as_str(), Some("refused"));
    for _ in 0..60 {
        assert_eq!(begin("9").await.status, StatusCode::OK);
    }
    assert_eq!(begin("9").await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn a_picture_is_kept_upright_and_without_what_stood_beside_its_pixels() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    // Orientation 6: to be turned a quarter to the right; then a place and a name.
    let exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let jpeg = picture(640, 320, 3, ImageFormat::Jpeg);
    let jpeg = with_segment(&jpeg, 0xE1, exif);
    let jpeg = with_segment(&jpeg, 0xED, b"Photoshop 3.0\0 By-line Layla Haddad");
    let jpeg = with_segment(&jpeg, 0xFE, b"GPS 35.95 39.01 Layla Haddad");
    let entry = newsroom.keep_picture(&layla, "IMG_2041.jpg", &jpeg).await;
    assert_eq!((entry.picture.width, entry.picture.height), (320, 640));
    for file in [
        "320.jpg",
        "320.webp",
        "card-50-50-320.jpg",
        "preview-50-50-1200.webp",
    ] {
        let served = newsroom
            .get(&format!("/media/{}/{file}", entry.picture.sha256))
            .await;
        assert_eq!(served.status, StatusCode::OK, "{file}");
        assert_eq!(served.header("x-content-type-options"), "nosniff");
        for secret in ["Exif", "Photoshop", "Haddad", "GPS", "IMG_2041"] {
            let holds = served
                .body
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!holds, "{secret} in {file}");
        }
    }
}
