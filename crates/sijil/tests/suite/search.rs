//! Search as readers use it, and an index that is rebuilt, never wrong.

use std::fs;

use sijil::articles::Withdrawal;
use sijil::articles::publication;
use sijil::topics::Kind;

use crate::support::{Draft, NOW, TestNewsroom};

/// The results of a search, once there are `wanted`.
async fn found(newsroom: &TestNewsroom, query: &str, wanted: usize) -> String {
    let address = format!("/en/search?q={}", sijil::web::urls::value(query));
    newsroom
        .eventually(&format!("{wanted} results for {query}"), async || {
            let page = newsroom.get(&address).await;
            page.status == 200 && page.text().matches("class=\"result\"").count() == wanted
        })
        .await;
    newsroom.get(&address).await.text()
}

#[tokio::test]
async fn words_are_found_in_every_common_spelling() {
    let newsroom = TestNewsroom::open().await;
    let text = "<p>قال أحمد إن المدرسة في الحسكة فتحت أبوابها سنة ٢٠٢٥.</p>";
    newsroom.publish(Draft::arabic("عودة التلاميذ", text)).await;
    newsroom
        .publish(Draft::english(
            "Pupils return",
            "<p>The schools of Hasaka opened their doors.</p>",
        ))
        .await;
    for typed in [
        "احمد",
        "المدرسه",
        "مَدرسة",
        "مدرسـة",
        "2025",
        "school",
        "SCHOOLS",
        "door",
    ] {
        found(&newsroom, typed, 1).await;
    }
    let page = found(&newsroom, "\"opened their doors\"", 1).await;
    assert!(page.contains("<mark>opened</mark>"), "{page}");
    found(&newsroom, "school -hasaka", 0).await;
}

#[tokio::test]
async fn filters_hold_without_script() {
    let newsroom = TestNewsroom::open().await;
    let news = newsroom.topic(Kind::Section, None, "News", "أخبار").await;
    let draft = Draft {
        section: Some(news),
        ..Draft::english("Truce holds", "<p>Calm.</p>")
    };
    newsroom.publish(draft).await;
    newsroom
        .publish(Draft::english("Truce breaks", "<p>Not calm.</p>"))
        .await;
    found(&newsroom, "truce", 2).await;
    for (filter, wanted) in [
        ("&section=news", 1),
        ("&lang=ar", 0),
        ("&lang=en", 2),
        ("&from=2026-11-09", 0),
        ("&to=2026-11-07", 0),
        ("&from=2026-11-08&to=2026-11-08", 2),
        ("&sort=newest", 2),
        ("&section=nonsense&from=nonsense", 2),
    ] {
        let page = newsroom
            .get(&format!("/en/search?q=truce{filter}"))
            .await
            .text();
        assert_eq!(page.matches("class=\"result\"").count(), wanted, "{filter}");
    }
}

#[tokio::test]
async fn a_search_without_results_helps() {
    let newsroom = TestNewsroom::open().await;
    let page = newsroom.get("/en/search?q=xyzzy").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Nothing found for"));
    let page = newsroom
        .get("/ar/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
        .await;
    assert!(
        !page.text().contains("<script>alert"),
        "the question is escaped"
    );
    assert_eq!(newsroom.get("/en/search").await.status, 200);
}

#[tokio::test]
async fn a_withdrawn_story_leaves_search() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom
        .publish(Draft::english("Truce holds", "<p>Calm.</p>"))
        .await;
    found(&newsroom, "truce", 1).await;
    let withdraw = move |tx: &mut sijil::db::Tx<'_, '_>| {
        publication::withdraw(
            tx,
            id,
            &Withdrawal {
                at: NOW,
                notice: "No.".to_owned(),
            },
        )
    };
    newsroom.app.db.write(withdraw).await.unwrap();
    found(&newsroom, "truce", 0).await;
}

/// Opens a newsroom anew after something was done to its index.
async fn reopened_after(harm: impl FnOnce(&std::path::Path)) -> TestNewsroom {
    let newsroom = TestNewsroom::open().await;
    newsroom
        .publish(Draft::english("Truce holds", "<p>Calm.</p>"))
        .await;
    found(&newsroom, "truce", 1).await;
    let (folder, database) = newsroom.close();
    harm(&folder.path().join("index"));
    TestNewsroom::reopen(folder, database).await
}

#[tokio::test]
async fn an_index_that_is_gone_is_built_again() {
    let newsroom = reopened_after(|index| fs::remove_dir_all(index).unwrap()).await;
    found(&newsroom, "truce", 1).await;
}

#[tokio::test]
async fn an_index_that_is_damaged_is_built_again() {
    let newsroom = reopened_after(|index| {
        for file in fs::read_dir(index).unwrap() {
            let path = file.unwrap().path();
            let is_data = path
                .extension()
                .is_some_and(|extension| extension != "lock");
            if is_data && let Ok(mut bytes) = fs::read(&path) {
                let middle = bytes.len() / 2;
                if let Some(byte) = bytes.get_mut(middle) {
                    *byte ^= 0x55;
                }
                fs::write(&path, bytes).unwrap();
            }
        }
    })
    .await;
    found(&newsroom, "truce", 1).await;
}

#[tokio::test]
async fn an_index_that_is_whole_goes_on_where_it_stood() {
    let newsroom = reopened_after(|_| {}).await;
    newsroom
        .publish(Draft::english("Another truce", "<p>Calm.</p>"))
        .await;
    found(&newsroom, "truce", 2).await;
}
