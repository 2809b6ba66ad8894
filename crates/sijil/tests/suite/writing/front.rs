//! The front page's desk: an order tried, put in force, planned; and the breaking line.

use http::StatusCode;
use sijil::db::UtcMillis;
use sijil::jobs;

use super::Desk;
use crate::support::{Draft, NOW};

const HOUR_MS: i64 = 3_600_000;

async fn desk_with_stories() -> (Desk, Vec<String>) {
    let desk = Desk::open().await;
    let mut ids = Vec::new();
    for headline in ["First", "Second", "Third"] {
        let draft = Draft::english(headline, "<p>Text.</p>");
        ids.push(desk.newsroom.publish(draft).await.to_string());
    }
    (desk, ids)
}

/// Which of two headlines stands first on a page.
fn stands_first(page: &str, one: &str, other: &str) -> bool {
    let place = |headline: &str| page.find(&format!(">{headline}<")).unwrap();
    place(one) < place(other)
}

#[tokio::test]
async fn an_order_is_tried_previewed_and_put_in_force() {
    let (desk, ids) = desk_with_stories().await;
    let tried = format!(
        "/desk/front?lang=en&id={}&id={}&do=up.{}",
        ids[0], ids[1], ids[1]
    );
    let page = desk.newsroom.get_as(&desk.omar, &tried).await.text();
    assert!(
        page.contains("Readers do not see this order yet."),
        "{page}"
    );
    assert!(stands_first(&page, "Second", "First"));
    let preview = format!("/desk/front/preview?lang=en&id={}&id={}", ids[0], ids[2]);
    let preview = desk.newsroom.get_as(&desk.omar, &preview).await;
    assert_eq!(preview.header("cache-control"), "no-store");
    assert!(stands_first(&preview.text(), "First", "Third"));
    let read = desk.newsroom.get("/en/").await.text();
    assert!(
        stands_first(&read, "Third", "Second"),
        "nothing changed for readers"
    );
    let fields = [
        ("lang", "en"),
        ("id", ids[0].as_str()),
        ("id", ids[1].as_str()),
    ];
    let arranged = desk
        .newsroom
        .post_as(&desk.omar, "/desk/front", &fields)
        .await;
    assert!(arranged.header("location").ends_with("said=arranged"));
    desk.newsroom
        .eventually("the order is in force", async || {
            desk.newsroom
                .clock
                .set(UtcMillis(desk.newsroom.app.now().0 + 2_000));
            stands_first(&desk.newsroom.get("/en/").await.text(), "First", "Second")
        })
        .await;
}

#[tokio::test]
async fn a_planned_front_page_comes_at_its_instant() {
    let (desk, ids) = desk_with_stories().await;
    let plan = [
        ("lang", "en"),
        ("id", ids[0].as_str()),
        ("at", "2026-11-08T10:00:00"),
    ];
    let planned = desk
        .newsroom
        .post_as(&desk.omar, "/desk/front/plans", &plan)
        .await;
    assert!(planned.header("location").ends_with("said=planned"));
    let past = [
        ("lang", "en"),
        ("id", ids[0].as_str()),
        ("at", "2026-11-08T08:00:00"),
    ];
    let past = desk
        .newsroom
        .post_as(&desk.omar, "/desk/front/plans", &past)
        .await;
    assert!(past.header("location").ends_with("said=past"));
    let app = &desk.newsroom.app;
    let leads = async || {
        let read = |tx: &mut sijil::db::Tx<'_, '_>| sijil::front::leads(tx, sijil_text::Lang::En);
        app.db.read(read).await.unwrap().len()
    };
    for (at, wanted) in [(NOW.0 + HOUR_MS - 1, 0), (NOW.0 + HOUR_MS, 1)] {
        desk.newsroom.clock.set(UtcMillis(at));
        jobs::front_due(app).await.unwrap();
        assert_eq!(leads().await, wanted, "{at}");
    }
    let page = desk
        .newsroom
        .get_as(&desk.omar, "/desk/front?lang=en")
        .await
        .text();
    assert!(page.contains("None. Choose an order"), "{page}");
    let later = [
        ("lang", "en"),
        ("id", ids[1].as_str()),
        ("at", "2026-11-09T10:00:00"),
    ];
    desk.newsroom
        .post_as(&desk.omar, "/desk/front/plans", &later)
        .await;
    let page = desk
        .newsroom
        .get_as(&desk.omar, "/desk/front?lang=en")
        .await
        .text();
    let drop = page.split("action=\"/desk/front/plans/").nth(1).unwrap();
    let drop = format!("/desk/front/plans/{}", drop.split('"').next().unwrap());
    let dropped = desk
        .newsroom
        .post_as(&desk.omar, &drop, &[("lang", "en")])
        .await;
    assert!(dropped.header("location").ends_with("said=dropped"));
}

#[tokio::test]
async fn a_breaking_line_stands_above_every_page_until_its_time() {
    let (desk, _) = desk_with_stories().await;
    let shows = async |address: &str| {
        desk.newsroom
            .get(address)
            .await
            .text()
            .contains("The dam holds")
    };
    assert!(!shows("/en/").await);
    let set = [
        ("lang", "en"),
        ("text", "The dam holds"),
        ("link", "//evil.example/"),
        ("ends_at", "2026-11-08T10:00"),
    ];
    let answer = desk
        .newsroom
        .post_as(&desk.omar, "/desk/front/banner", &set)
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.header("location").ends_with("said=banner"));
    for address in ["/en/", "/en/2026/11/08/first/"] {
        desk.newsroom
            .eventually("it breaks", async || shows(address).await)
            .await;
    }
    assert!(!desk.newsroom.get("/en/").await.text().contains("evil"));
    assert!(!shows("/ar/").await, "in its language alone");
    desk.newsroom.clock.set(UtcMillis(NOW.0 + HOUR_MS));
    jobs::front_due(&desk.newsroom.app).await.unwrap();
    desk.newsroom
        .eventually("it is gone", async || !shows("/en/").await)
        .await;
    let later = [
        ("lang", "en"),
        ("text", "The dam holds"),
        ("ends_at", "2026-11-08T12:00"),
    ];
    desk.newsroom
        .post_as(&desk.omar, "/desk/front/banner", &later)
        .await;
    desk.newsroom
        .eventually("it breaks", async || shows("/en/").await)
        .await;
    let end = [("lang", "en"), ("end", "1")];
    desk.newsroom
        .post_as(&desk.omar, "/desk/front/banner", &end)
        .await;
    desk.newsroom
        .eventually("it is gone", async || !shows("/en/").await)
        .await;
}
