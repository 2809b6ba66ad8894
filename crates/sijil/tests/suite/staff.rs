//! Signing in and out, what each role may do, and the ledger.

use http::{Method, StatusCode};
use sijil::db::{Tx, UtcMillis};
use sijil::staff::{self, NewSession, Reach, Role, Staff, Token, Way};
use sijil::topics::Kind;
use sijil_text::Lang;

use crate::support::{NOW, PASSWORD, TestNewsroom};

const HOUR_MS: i64 = 60 * 60 * 1000;

async fn sign_in(newsroom: &TestNewsroom, fields: &[(&str, &str)]) -> (StatusCode, String, String) {
    let answer = newsroom.post("/desk/login", fields, &[], "192.0.2.7").await;
    let cookies = answer.headers.get_all("set-cookie").iter();
    let pairs = cookies.filter_map(|line| line.to_str().unwrap().split(';').next());
    let pairs: Vec<&str> = pairs.collect();
    (answer.status, pairs.join("; "), answer.text())
}

async fn status_with(newsroom: &TestNewsroom, cookie: &str) -> StatusCode {
    let headers = [("cookie", cookie)];
    newsroom
        .ask(Method::GET, "/desk/ledger", &headers)
        .await
        .status
}

#[tokio::test]
async fn who_knows_the_password_comes_in_and_can_leave() {
    let newsroom = TestNewsroom::open().await;
    newsroom.hire("omar", Role::Moderator).await;
    let door = newsroom.get("/desk/login").await;
    assert_eq!(door.status, StatusCode::OK);
    assert_eq!(door.header("cache-control"), "no-store");

    let fields = [
        ("login", " Omar "),
        ("password", PASSWORD),
        ("next", "/desk/ledger"),
    ];
    let answer = newsroom
        .post("/desk/login", &fields, &[], "192.0.2.7")
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/desk/ledger");
    let set = answer.header("set-cookie");
    for part in [
        "__Host-desk=",
        "; Path=/",
        "; HttpOnly",
        "; SameSite=Strict",
        "; Secure",
    ] {
        assert!(set.contains(part), "{set}");
    }
    let cookie = set.split(';').next().unwrap();
    let ledger = newsroom
        .ask(Method::GET, "/desk/ledger", &[("cookie", cookie)])
        .await;
    assert_eq!(ledger.status, StatusCode::OK);
    assert_eq!(ledger.header("cache-control"), "no-store");
    assert!(ledger.text().contains("signed in"), "{}", ledger.text());

    let again = newsroom
        .ask(Method::GET, "/desk/login", &[("cookie", cookie)])
        .await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "is in already");
    let headers = [("cookie", cookie)];
    newsroom
        .post("/desk/logout", &[], &headers, "192.0.2.7")
        .await;
    assert_eq!(status_with(&newsroom, cookie).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_look_the_same() {
    let newsroom = TestNewsroom::open().await;
    newsroom.hire("omar", Role::Moderator).await;
    let wrong = sign_in(&newsroom, &[("login", "omar"), ("password", "no")]).await;
    let unknown = sign_in(&newsroom, &[("login", "nobody"), ("password", "no")]).await;
    assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.1, "", "no cookie");
    assert_eq!(wrong.2, unknown.2.replace("nobody", "omar"));
    assert_eq!(wrong.0, unknown.0);
}

#[tokio::test]
async fn who_guesses_must_wait_and_others_need_not() {
    let newsroom = TestNewsroom::open().await;
    for _ in 0..6 {
        sign_in(&newsroom, &[("login", "omar"), ("password", "no")]).await;
    }
    let waits = sign_in(&newsroom, &[("login", "omar"), ("password", "no")]).await;
    assert_eq!(waits.0, StatusCode::TOO_MANY_REQUESTS);
    let fields = [("login", "omar"), ("password", "no")];
    let other = newsroom
        .post("/desk/login", &fields, &[], "192.0.2.8")
        .await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_session_ends_after_half_a_day_of_rest_a_week_and_by_order() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let status = async |at: i64| {
        newsroom.clock.set(UtcMillis(NOW.0 + at));
        status_with(&newsroom, &omar.cookie).await
    };
    let mut at = 0;
    while at < 7 * 24 * HOUR_MS - 11 * HOUR_MS {
        assert_eq!(status(at).await, StatusCode::OK, "in use for {at} ms");
        at += 11 * HOUR_MS;
    }
    assert_eq!(
        status(7 * 24 * HOUR_MS).await,
        StatusCode::SEE_OTHER,
        "a week"
    );

    newsroom.clock.set(NOW);
    let layla = newsroom.signed_in("layla", Role::Editor).await;
    newsroom.clock.set(UtcMillis(NOW.0 + 12 * HOUR_MS));
    assert_eq!(
        status_with(&newsroom, &layla.cookie).await,
        StatusCode::SEE_OTHER,
        "idle"
    );

    let sami = newsroom.signed_in("sami", Role::Editor).await;
    assert_eq!(status_with(&newsroom, &sami.cookie).await, StatusCode::OK);
    let now = newsroom.app.now();
    let disable = move |tx: &mut Tx<'_, '_>| staff::disable(tx, "sami", now);
    newsroom.app.db.write(disable).await.unwrap();
    assert_eq!(
        status_with(&newsroom, &sami.cookie).await,
        StatusCode::SEE_OTHER,
        "disabled"
    );
}

#[tokio::test]
async fn signing_in_gives_a_new_session_and_a_new_password_ends_all() {
    let newsroom = TestNewsroom::open().await;
    newsroom.hire("omar", Role::Moderator).await;
    let fields = [("login", "omar"), ("password", PASSWORD)];
    let (_, first, _) = sign_in(&newsroom, &fields).await;
    let headers = [("cookie", first.as_str())];
    let answer = newsroom
        .post("/desk/login", &fields, &headers, "192.0.2.7")
        .await;
    let second = answer
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    assert_ne!(first.split(';').next(), Some(second.as_str()));
    assert_eq!(
        status_with(&newsroom, &first).await,
        StatusCode::SEE_OTHER,
        "the old one"
    );
    assert_eq!(status_with(&newsroom, &second).await, StatusCode::OK);
    let hash = staff::hashed("another one entirely").unwrap();
    let set = move |tx: &mut Tx<'_, '_>| staff::set_password(tx, "omar", &hash);
    newsroom.app.db.write(set).await.unwrap();
    assert_eq!(status_with(&newsroom, &second).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_is_limited_to_a_section_reaches_its_parts_and_no_other() {
    let newsroom = TestNewsroom::open().await;
    let topic = async |parent, name| newsroom.topic(Kind::Section, parent, name, "قسم").await;
    let news = topic(None, "News").await;
    let town = newsroom
        .topic(Kind::Section, Some(news), "Town", "البلدة")
        .await;
    let river = newsroom
        .topic(Kind::Section, Some(town), "River", "النهر")
        .await;
    let sport = newsroom
        .topic(Kind::Section, None, "Sport", "الرياضة")
        .await;
    let id = newsroom.hire("layla", Role::Editor).await;
    newsroom.limit(id, Reach::to(&[Lang::En], &[news])).await;
    let token = Token::random().unwrap();
    let session = NewSession {
        id: newsroom.app.ids.next(NOW),
        staff: id,
        way: Way::Passkey,
        browser: String::new(),
    };
    let open = move |tx: &mut Tx<'_, '_>| {
        staff::open(tx, &session, &token, NOW)?;
        staff::present(tx, &token, NOW)
    };
    let layla = newsroom.app.db.write(open).await.unwrap().unwrap().staff;
    for section in [news, town, river] {
        assert!(layla.reaches(Lang::En, Some(section)));
        assert!(!layla.reaches(Lang::Ar, Some(section)));
    }
    assert!(!layla.reaches(Lang::En, Some(sport)) && !layla.reaches(Lang::En, None));
    newsroom.limit(id, Reach::default()).await;
    let admin = Staff {
        role: Role::Admin,
        ..layla
    };
    assert!(admin.reaches(Lang::Ar, Some(sport)));
}

#[tokio::test]
async fn forms_of_other_sites_do_nothing_at_the_desk() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let headers = [
        ("cookie", omar.cookie.as_str()),
        ("origin", "https://evil.example"),
    ];
    let foreign = newsroom.ask(Method::POST, "/desk/logout", &headers).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert_eq!(status_with(&newsroom, &omar.cookie).await, StatusCode::OK);
}

#[tokio::test]
async fn the_desk_speaks_the_language_of_who_is_signed_in() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    assert!(
        newsroom
            .get_as(&omar, "/desk/")
            .await
            .text()
            .contains("lang=\"en\" dir=\"ltr\"")
    );
    let fields = [("lang", "ar"), ("back", "https://evil.example/")];
    let answer = newsroom.post_as(&omar, "/desk/language", &fields).await;
    assert_eq!(answer.header("location"), "/desk/");
    assert!(
        newsroom
            .get_as(&omar, "/desk/")
            .await
            .text()
            .contains("lang=\"ar\" dir=\"rtl\"")
    );
    let door = newsroom.get("/desk/login?lang=ar").await;
    assert!(door.text().contains("lang=\"ar\""));
}

#[tokio::test]
async fn the_ledger_is_read_by_person_and_by_subject() {
    let newsroom = TestNewsroom::open().await;
    let omar = newsroom.signed_in("omar", Role::Moderator).await;
    let layla = newsroom.signed_in("layla", Role::Editor).await;
    newsroom.post_as(&layla, "/desk/logout", &[]).await;
    let by_layla = format!("/desk/ledger?person={}", layla.id);
    assert!(
        newsroom
            .get_as(&omar, &by_layla)
            .await
            .text()
            .contains("<td>signed out</td>")
    );
    let by_omar = format!("/desk/ledger?person={}", omar.id);
    assert!(
        !newsroom
            .get_as(&omar, &by_omar)
            .await
            .text()
            .contains("<td>signed out</td>")
    );
    let about = format!("/desk/ledger?kind=staff&id={}", layla.id);
    assert!(
        newsroom
            .get_as(&omar, &about)
            .await
            .text()
            .contains("<td>signed out</td>")
    );
    let older = "/desk/ledger?before=1";
    assert!(
        newsroom
            .get_as(&omar, older)
            .await
            .text()
            .contains("Nothing is written here")
    );
}
