//! Sessions, passkeys and people, listed, changed and ended.

use http::StatusCode;
use sijil::staff::Role;

use super::{options, with_passkey};
use crate::support::{Authenticator, TestNewsroom};

#[tokio::test]
async fn ones_sessions_are_listed_and_ended_and_so_are_passkeys() {
    let newsroom = TestNewsroom::open().await;
    let (_, layla) = with_passkey(&newsroom).await;
    let other = newsroom.session(layla.id).await;
    let page = newsroom.get_as(&layla, "/desk/account").await.text();
    let (_, rest) = page.split_once("/desk/account/sessions/").unwrap();
    let id = rest.split('/').next().unwrap();
    newsroom
        .post_as(&layla, &format!("/desk/account/sessions/{id}/end"), &[])
        .await;
    assert_eq!(
        newsroom.get_as(&other, "/desk/").await.status,
        StatusCode::SEE_OTHER
    );
    let (one, two) = (
        newsroom.session(layla.id).await,
        newsroom.session(layla.id).await,
    );
    newsroom
        .post_as(&layla, "/desk/account/sessions/end", &[])
        .await;
    for ended in [one, two] {
        assert_eq!(
            newsroom.get_as(&ended, "/desk/").await.status,
            StatusCode::SEE_OTHER
        );
    }
    assert_eq!(
        newsroom.get_as(&layla, "/desk/").await.status,
        StatusCode::OK
    );

    let (_, rest) = page.split_once("/desk/account/passkeys/").unwrap();
    let id = rest.split('/').next().unwrap().to_owned();
    let remove = format!("/desk/account/passkeys/{id}/end");
    let kept = newsroom.post_as(&layla, &remove, &[]).await;
    assert_eq!(kept.header("location"), "/desk/account?said=passkey-last");
    let address = "/desk/account/passkeys";
    let (asked, sealed) = options(&newsroom, &format!("{address}/options"), &layla.cookie).await;
    let (_, credential) = Authenticator::make(&asked);
    let fields = [
        ("name", "Phone"),
        ("credential", credential.as_str()),
        ("sealed", sealed.as_str()),
    ];
    let added = newsroom.post_as(&layla, address, &fields).await;
    assert_eq!(added.header("location"), "/desk/account?said=passkey-added");
    let removed = newsroom.post_as(&layla, &remove, &[]).await;
    assert_eq!(
        removed.header("location"),
        "/desk/account?said=passkey-removed"
    );
}

#[tokio::test]
async fn an_admin_sets_roles_and_limits_and_keeps_out_others_but_not_themselves() {
    let newsroom = TestNewsroom::open().await;
    let sami = newsroom.signed_in("sami", Role::Admin).await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let address = format!("/desk/people/{}", layla.id);
    let fields = [("role", "editor"), ("to-lang", "ar")];
    let set = newsroom.post_as(&sami, &address, &fields).await;
    assert!(set.header("location").ends_with("said=set"));
    let page = newsroom.get_as(&sami, &address).await.text();
    assert!(page.contains("value=\"editor\" selected"), "{page}");
    assert!(page.contains("value=\"ar\" checked") && !page.contains("value=\"en\" checked"));
    let own = format!("/desk/people/{}", sami.id);
    let refused = newsroom.post_as(&sami, &own, &[("role", "reporter")]).await;
    assert!(refused.header("location").ends_with("said=own"));
    newsroom
        .post_as(&sami, &format!("{own}/entry"), &[("do", "out")])
        .await;
    assert_eq!(
        newsroom.get_as(&sami, "/desk/people").await.status,
        StatusCode::OK
    );

    newsroom
        .post_as(&sami, &format!("{address}/sessions/end"), &[])
        .await;
    assert_eq!(
        newsroom.get_as(&layla, "/desk/").await.status,
        StatusCode::SEE_OTHER
    );
    newsroom
        .post_as(&sami, &format!("{address}/entry"), &[("do", "out")])
        .await;
    assert!(
        newsroom
            .get_as(&sami, "/desk/people")
            .await
            .text()
            .contains("kept out")
    );
    newsroom
        .post_as(&sami, &format!("{address}/entry"), &[("do", "in")])
        .await;
    let again = newsroom.session(layla.id).await;
    assert_eq!(
        newsroom.get_as(&again, "/desk/").await.status,
        StatusCode::OK
    );
    let taken = [("login", "layla"), ("role", "editor")];
    let taken = newsroom.post_as(&sami, "/desk/people", &taken).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn where_it_takes_two_another_admin_confirms_and_nobody_their_own() {
    let newsroom = TestNewsroom::open_with(|config| config.staff.two_persons = true).await;
    let sami = newsroom.signed_in("sami", Role::Admin).await;
    let rima = newsroom.signed_in("rima", Role::Admin).await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let person = newsroom.anybody().await;
    let address = format!("/desk/people/{}", layla.id);
    for (address, fields) in [
        (address.clone(), [("role", "editor")]),
        (format!("{address}/link"), [("", "")]),
        (
            format!("/desk/bylines/{person}/protection"),
            [("sure", "yes")],
        ),
    ] {
        let asked = newsroom.post_as(&sami, &address, &fields).await;
        assert_eq!(asked.header("location"), "/desk/requests?said=asked");
    }
    let admin = [("login", "omar"), ("role", "admin")];
    let admin = newsroom.post_as(&sami, "/desk/people", &admin).await;
    assert_eq!(
        admin.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "no admin by a link"
    );
    let page = newsroom.get_as(&rima, "/desk/requests").await.text();
    let each = page.split("action=\"/desk/requests/").skip(1);
    let ids: Vec<&str> = each.map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids.len(), 3);
    let confirm = [("do", "confirm")];
    let request = |id: &str| format!("/desk/requests/{id}");
    let own = newsroom.post_as(&sami, &request(ids[0]), &confirm).await;
    assert_eq!(own.header("location"), "/desk/requests?said=not");
    let done = newsroom.post_as(&rima, &request(ids[0]), &confirm).await;
    assert_eq!(done.header("location"), "/desk/requests?said=confirmed");
    let role = newsroom.get_as(&sami, &address).await.text();
    assert!(role.contains("value=\"editor\" selected"), "{role}");
    let link = newsroom.post_as(&rima, &request(ids[1]), &confirm).await;
    assert!(link.text().contains("/desk/welcome/"));
    let taken = newsroom
        .post_as(&sami, &request(ids[2]), &[("do", "refuse")])
        .await;
    assert_eq!(taken.header("location"), "/desk/requests?said=refused");
    let late = newsroom.post_as(&rima, &request(ids[2]), &confirm).await;
    assert_eq!(late.header("location"), "/desk/requests?said=not");
}
