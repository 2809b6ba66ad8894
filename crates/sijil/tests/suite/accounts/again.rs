//! Passwords with an app's codes, and being asked again.

use http::{Method, StatusCode};
use sijil::db::UtcMillis;
use sijil::staff::Role;
use totp_rs::{Algorithm, Builder, Secret};

use super::{MINUTE_MS, PEER, cookies, hidden, options, with_passkey};
use crate::support::{Answer, NOW, PASSWORD, TestNewsroom};

async fn enter(newsroom: &TestNewsroom, login: &str, code: &str) -> Answer {
    let fields = [("login", login), ("password", PASSWORD), ("code", code)];
    newsroom.post("/desk/login", &fields, &[], PEER).await
}

/// The code that an app shows now, with the secret that the page shows.
fn code_now(newsroom: &TestNewsroom, page: &str) -> String {
    let (_, secret) = page
        .split_once("class=\"qr__secret\" dir=\"ltr\">")
        .unwrap();
    let secret = secret.split('<').next().unwrap().replace(' ', "");
    let app = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_secret(Secret::try_from_base32(secret).unwrap());
    let now = u64::try_from(newsroom.app.now().0 / 1000).unwrap();
    app.build().unwrap().generate(now).to_string()
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one walk, told in its order")]
async fn once_an_app_is_set_up_a_password_alone_opens_nothing() {
    let newsroom = TestNewsroom::open().await;
    newsroom.hire("omar", Role::Moderator).await;
    let cookie = cookies(&enter(&newsroom, "omar", "").await);
    let headers = [("cookie", cookie.as_str())];
    let page = newsroom
        .ask(Method::GET, "/desk/account/second", &headers)
        .await
        .text();
    let sealed = hidden(&page, "sealed").to_owned();
    let wrong = [("sealed", sealed.as_str()), ("code", "000000")];
    let wrong = newsroom
        .post("/desk/account/second", &wrong, &headers, PEER)
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = code_now(&newsroom, &page);
    let right = [("sealed", sealed.as_str()), ("code", code.as_str())];
    let codes = newsroom
        .post("/desk/account/second", &right, &headers, PEER)
        .await
        .text();
    let recovery: Vec<&str> = codes
        .split("<li><code>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    assert_eq!(recovery.len(), 10, "{codes}");

    let refused = enter(&newsroom, "omar", "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let stranger = enter(&newsroom, "nobody", "").await;
    assert_eq!(
        stranger.text().replace("nobody", "omar"),
        refused.text(),
        "nothing is learnt"
    );
    let used = enter(&newsroom, "omar", &code).await;
    assert_eq!(
        used.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a code holds once"
    );
    newsroom.clock.set(UtcMillis(NOW.0 + MINUTE_MS));
    let next = code_now(&newsroom, &page);
    assert_eq!(
        enter(&newsroom, "omar", &next).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        enter(&newsroom, "omar", recovery[3]).await.status,
        StatusCode::SEE_OTHER
    );
    let twice = enter(&newsroom, "omar", recovery[3]).await;
    assert_eq!(
        twice.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a recovery code too"
    );

    let renewed = newsroom
        .post("/desk/account/codes", &[], &headers, PEER)
        .await
        .text();
    assert!(renewed.contains("<li><code>") && !renewed.contains(recovery[0]));
    assert_eq!(
        enter(&newsroom, "omar", recovery[0]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    newsroom
        .post("/desk/account/second/end", &[], &headers, PEER)
        .await;
    assert_eq!(
        enter(&newsroom, "omar", "").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_newsroom_can_ask_everybody_for_a_second_factor() {
    let newsroom = TestNewsroom::open_with(|config| config.staff.second_factor = true).await;
    newsroom.hire("omar", Role::Moderator).await;
    let cookie = cookies(&enter(&newsroom, "omar", "").await);
    let headers = [("cookie", cookie.as_str())];
    for address in ["/desk/", "/desk/moderation"] {
        let answer = newsroom.ask(Method::GET, address, &headers).await;
        assert_eq!(answer.header("location"), "/desk/account/second");
    }
    let page = newsroom
        .ask(Method::GET, "/desk/account/second", &headers)
        .await
        .text();
    let code = code_now(&newsroom, &page);
    let fields = [("sealed", hidden(&page, "sealed")), ("code", code.as_str())];
    newsroom
        .post("/desk/account/second", &fields, &headers, PEER)
        .await;
    let desk = newsroom
        .ask(Method::GET, "/desk/moderation", &headers)
        .await;
    assert_eq!(desk.status, StatusCode::OK);
    let layla = newsroom.signed_in("layla", Role::Editor).await;
    assert_eq!(
        newsroom.get_as(&layla, "/desk/").await.status,
        StatusCode::OK,
        "by passkey"
    );
}

#[tokio::test]
async fn grave_acts_ask_again_after_ten_minutes() {
    let newsroom = TestNewsroom::open().await;
    newsroom.hire("omar", Role::Admin).await;
    let cookie = cookies(&enter(&newsroom, "omar", "").await);
    newsroom.clock.set(UtcMillis(NOW.0 + 10 * MINUTE_MS + 1));
    let headers = [
        ("cookie", cookie.as_str()),
        ("referer", "https://paper.example/desk/people"),
    ];
    let fields = [("login", "layla"), ("role", "editor")];
    let asked = newsroom.post("/desk/people", &fields, &headers, PEER).await;
    assert_eq!(
        asked.header("location"),
        "/desk/again?next=%2Fdesk%2Fpeople"
    );
    let wrong = [("password", "no"), ("next", "/desk/people")];
    let wrong = newsroom.post("/desk/again", &wrong, &headers, PEER).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = [("password", PASSWORD), ("next", "/desk/people")];
    let right = newsroom.post("/desk/again", &right, &headers, PEER).await;
    assert_eq!(right.header("location"), "/desk/people");
    let made = newsroom.post("/desk/people", &fields, &headers, PEER).await;
    assert!(made.text().contains("/desk/welcome/"), "{}", made.text());
}

#[tokio::test]
async fn a_passkey_proves_who_its_owner_is_and_nobody_else() {
    let newsroom = TestNewsroom::open().await;
    newsroom.hire("omar", Role::Admin).await;
    let cookie = cookies(&enter(&newsroom, "omar", "").await);
    let headers = [("cookie", cookie.as_str())];
    let (device, layla) = with_passkey(&newsroom).await;
    newsroom.clock.set(UtcMillis(NOW.0 + 30 * MINUTE_MS));
    let locked = newsroom.get_as(&layla, "/desk/account/second").await;
    assert_eq!(locked.status, StatusCode::SEE_OTHER);
    let (asked, sealed) = options(&newsroom, "/desk/login/options", "").await;
    let credential = device.show(&asked);
    let proof = [
        ("credential", credential.as_str()),
        ("sealed", sealed.as_str()),
    ];
    let of_another = newsroom
        .post("/desk/again/key", &proof, &headers, PEER)
        .await;
    assert_eq!(
        of_another.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "not omar's"
    );
    let (asked, sealed) = options(&newsroom, "/desk/login/options", "").await;
    let credential = device.show(&asked);
    let proof = [
        ("credential", credential.as_str()),
        ("sealed", sealed.as_str()),
    ];
    newsroom.post_as(&layla, "/desk/again/key", &proof).await;
    let open = newsroom.get_as(&layla, "/desk/account/second").await;
    assert_eq!(open.status, StatusCode::OK);
}
