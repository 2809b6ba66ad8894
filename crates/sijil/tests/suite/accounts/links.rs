//! One-time links and passkeys.

use http::StatusCode;
use sijil::db::UtcMillis;
use sijil::staff::Role;

use super::{MINUTE_MS, PEER, cookies, options, with_key, with_passkey};
use crate::support::{NOW, TestNewsroom};

#[tokio::test]
async fn a_link_lets_somebody_in_once_with_a_passkey_that_signs_in_from_then_on() {
    let newsroom = TestNewsroom::open().await;
    let (device, layla) = with_passkey(&newsroom).await;
    let account = newsroom.get_as(&layla, "/desk/account").await;
    assert!(
        account.text().contains("value=\"Layla\""),
        "{}",
        account.text()
    );

    let answer = with_key(&newsroom, &device).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert!(cookies(&answer).contains("__Host-desk="));

    let (asked, sealed) = options(&newsroom, "/desk/login/options", "").await;
    let credential = device.show(&asked);
    let fields = [
        ("credential", credential.as_str()),
        ("sealed", sealed.as_str()),
    ];
    let first = newsroom.post("/desk/login/key", &fields, &[], PEER).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let again = newsroom.post("/desk/login/key", &fields, &[], PEER).await;
    assert_eq!(
        again.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the same proof twice"
    );
    let (_, other) = options(&newsroom, "/desk/login/options", "").await;
    let mixed = [
        ("credential", credential.as_str()),
        ("sealed", other.as_str()),
    ];
    let mixed = newsroom.post("/desk/login/key", &mixed, &[], PEER).await;
    assert_eq!(
        mixed.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "another challenge"
    );
}

#[tokio::test]
async fn a_link_ends_when_it_is_used_when_it_is_late_and_when_there_is_a_newer_one() {
    let newsroom = TestNewsroom::open().await;
    let (_, used) = newsroom.invited(Role::Reporter).await;
    let fields = [
        ("lang", "en"),
        ("password", "the bridge opens at noon"),
        ("again", "the bridge opens at noon"),
    ];
    let address = format!("/desk/welcome/{used}");
    assert_eq!(
        newsroom.get(&address).await.status,
        StatusCode::OK,
        "looked at"
    );
    let answer = newsroom.post(&address, &fields, &[], PEER).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(
        newsroom.get(&address).await.status,
        StatusCode::NOT_FOUND,
        "used"
    );

    let admin = newsroom.signed_in("sami", Role::Admin).await;
    let (staff, old) = newsroom.invited(Role::Reporter).await;
    let page = newsroom
        .post_as(&admin, &format!("/desk/people/{}/link", staff.id), &[])
        .await;
    let page = page.text();
    let (_, new) = page.split_once("/desk/welcome/").unwrap();
    let new = new.split('"').next().unwrap();
    assert_ne!(new, old);
    assert_eq!(
        newsroom.get(&format!("/desk/welcome/{old}")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        newsroom.get(&format!("/desk/welcome/{new}")).await.status,
        StatusCode::OK
    );
    newsroom
        .clock
        .set(UtcMillis(NOW.0 + 3 * 24 * 60 * MINUTE_MS));
    assert_eq!(
        newsroom.get(&format!("/desk/welcome/{new}")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_link_for_who_lost_their_ways_in_takes_the_old_ones_away() {
    let newsroom = TestNewsroom::open().await;
    let (device, layla) = with_passkey(&newsroom).await;
    let admin = newsroom.signed_in("sami", Role::Admin).await;
    let link = format!("/desk/people/{}/link", layla.id);
    let page = newsroom.post_as(&admin, &link, &[]).await.text();
    let token = page
        .split_once("/desk/welcome/")
        .unwrap()
        .1
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let fields = [
        ("password", "the bridge opens at noon"),
        ("again", "the bridge opens at noon"),
    ];
    newsroom
        .post(&format!("/desk/welcome/{token}"), &fields, &[], PEER)
        .await;
    assert_eq!(
        with_key(&newsroom, &device).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let old = newsroom.get_as(&layla, "/desk/").await;
    assert_eq!(old.status, StatusCode::SEE_OTHER, "the old session");
}

#[tokio::test]
async fn a_password_that_everybody_tries_is_refused_and_so_is_ones_own_name() {
    let newsroom = TestNewsroom::open().await;
    let (staff, token) = newsroom.invited(Role::Reporter).await;
    let address = format!("/desk/welcome/{token}");
    let own = format!("{}2026", staff.login);
    for (password, again, problem) in [
        ("short", "short", "12 to 256"),
        ("password123456", "password123456", "among the first"),
        (own.as_str(), own.as_str(), "among the first"),
        (
            "the bridge opens at noon",
            "the bridge opens at nine",
            "not the same",
        ),
    ] {
        let fields = [("lang", "en"), ("password", password), ("again", again)];
        let answer = newsroom.post(&address, &fields, &[], PEER).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{password}"
        );
        assert!(
            answer.text().contains(problem),
            "{password}: {}",
            answer.text()
        );
    }
}
