//! What the staff is told by mail: a browser that is new, a one-time link.

use http::StatusCode;
use sijil::staff::Role;

use super::Post;
use crate::support::PASSWORD;

#[tokio::test]
async fn a_new_browser_is_told_by_mail_and_a_known_one_is_not() {
    let post = Post::open().await;
    let newsroom = &post.newsroom;
    let id = newsroom.hire("omar", Role::Moderator).await;
    let omar = newsroom.session(id).await;
    let fields = [("name", "Omar"), ("mail", "omar@post.example")];
    newsroom.post_as(&omar, "/desk/account", &fields).await;
    let wrong = [("name", "Omar"), ("mail", "nonsense")];
    let wrong = newsroom.post_as(&omar, "/desk/account", &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);

    let fields = [("login", "omar"), ("password", PASSWORD)];
    let agent = [("user-agent", "Mozilla/5.0 (X11; Linux) Firefox/145.0")];
    let answer = newsroom
        .post("/desk/login", &fields, &agent, "192.0.2.7")
        .await;
    let set = answer.headers.get_all("set-cookie").iter();
    let pairs = set.filter_map(|line| line.to_str().unwrap().split(';').next());
    let cookie = pairs.collect::<Vec<_>>().join("; ");
    assert_eq!(post.send().await, 1);
    let told = &post.taken.mails()[0];
    assert_eq!(told.recipients, ["omar@post.example"]);
    assert!(told.body.contains("Firefox, Linux"), "{}", told.body);
    let headers = [("cookie", cookie.as_str())];
    newsroom
        .post("/desk/login", &fields, &headers, "192.0.2.7")
        .await;
    assert_eq!(post.send().await, 0, "known by now");
}

#[tokio::test]
async fn a_one_time_link_is_sent_to_whom_it_is_for() {
    let post = Post::open().await;
    let sami = post.newsroom.signed_in("sami", Role::Admin).await;
    let fields = [
        ("login", "layla"),
        ("mail", "layla@post.example"),
        ("lang", "en"),
        ("role", "editor"),
    ];
    let page = post.newsroom.post_as(&sami, "/desk/people", &fields).await;
    let page = page.text();
    let (_, token) = page.split_once("/desk/welcome/").unwrap();
    let token = token.split('"').next().unwrap();
    assert_eq!(post.send().await, 1);
    assert!(post.taken.mails()[0].body.contains(token));
}
