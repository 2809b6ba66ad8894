//! What readers see of a story through its life.

use http::Method;
use sijil::articles::publication;
use sijil::articles::{ArticleError, Withdrawal};
use sijil::db::UtcMillis;
use sijil::topics::Kind;
use sijil_text::Slug;

use crate::support::{Draft, NOW, TestNewsroom};

const STORY: &str = "/en/2026/11/08/water-is-back/";
const BODY: &str = "<p>The pumps ran again on Sunday.</p>";

#[tokio::test]
async fn a_published_story_stands_at_its_address_in_its_language() {
    let newsroom = TestNewsroom::open().await;
    newsroom
        .publish(Draft::english("Water is back", BODY))
        .await;
    let page = newsroom.get(STORY).await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(text.contains("The pumps ran again on Sunday."));
    assert!(text.contains(
        "<link rel=\"canonical\" href=\"https://paper.example/en/2026/11/08/water-is-back/\">"
    ));
    assert!(text.contains("\"@type\":\"NewsArticle\""));
    assert_eq!(
        newsroom.get("/ar/2026/11/08/water-is-back/").await.status,
        404
    );
}

#[tokio::test]
async fn an_arabic_address_works_in_every_spelling() {
    let newsroom = TestNewsroom::open().await;
    newsroom
        .publish(Draft::arabic("عاد الماء إلى الحي", "<p>عملت المضخات.</p>"))
        .await;
    let encoded = "/ar/2026/11/08/%D8%B9%D8%A7%D8%AF-%D8%A7%D9%84%D9%85%D8%A7%D8%A1-%D8%A5%D9%84%D9%89-%D8%A7%D9%84%D8%AD%D9%8A/";
    let page = newsroom.get(encoded).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(
        page.text()
            .contains(&format!("href=\"https://paper.example{encoded}\""))
    );
    assert_eq!(
        newsroom.get(&encoded.to_ascii_lowercase()).await.status,
        200,
        "lower-case escapes"
    );
    // The same letters, the hamza apart: a plain alef and U+0655.
    let decomposed = encoded.replace("%D8%A5", "%D8%A7%D9%95");
    assert_eq!(newsroom.get(&decomposed).await.status, 200, "NFD");
}

#[tokio::test]
async fn a_draft_is_seen_by_nobody() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom.draft(Draft::english("Water is back", BODY)).await;
    assert_eq!(newsroom.get(STORY).await.status, 404);
    assert_eq!(
        newsroom.get(&format!("/api/v1/stories/{id}")).await.status,
        404
    );
    assert!(!newsroom.get("/en/").await.text().contains("Water is back"));
}

#[tokio::test]
async fn a_correction_is_seen_at_once_and_says_what_changed() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom
        .publish(Draft::english("Water is back", BODY))
        .await;
    assert!(newsroom.get(STORY).await.text().contains("on Sunday"));
    let corrected = "<p>The pumps ran again on Saturday.</p>";
    newsroom
        .edit(id, Draft::english("Water is back", corrected))
        .await;
    assert!(
        newsroom.get(STORY).await.text().contains("on Sunday"),
        "an edit is not a publication"
    );
    let later = UtcMillis(NOW.0 + 3_600_000);
    newsroom
        .publish_again(id, later, Some("It was Saturday, not Sunday."))
        .await
        .unwrap();
    newsroom
        .eventually("the correction is on the page", async || {
            newsroom
                .get(STORY)
                .await
                .text()
                .contains("It was Saturday, not Sunday.")
        })
        .await;
    let history = newsroom.get(&format!("{STORY}history/")).await.text();
    assert!(
        history.contains("<del>Sunday.</del> <ins>Saturday.</ins>"),
        "{history}"
    );
    assert!(
        newsroom
            .get("/en/")
            .await
            .text()
            .contains("It was Saturday, not Sunday.")
    );
}

#[tokio::test]
async fn a_withdrawn_story_answers_gone_with_its_notice_and_can_come_back() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom
        .publish(Draft::english("Water is back", BODY))
        .await;
    assert_eq!(newsroom.get(STORY).await.status, 200);
    let withdraw = move |tx: &mut sijil::db::Tx<'_, '_>| {
        let notice = "We could not stand by it.".to_owned();
        publication::withdraw(tx, id, &Withdrawal { at: NOW, notice })
    };
    newsroom.app.db.write(withdraw).await.unwrap();
    newsroom
        .eventually("the story is gone", async || {
            newsroom.get(STORY).await.status == 410
        })
        .await;
    let page = newsroom.get(STORY).await.text();
    assert!(page.contains("We could not stand by it.") && !page.contains("The pumps"));
    assert_eq!(newsroom.get(&format!("{STORY}history/")).await.status, 410);
    let front = newsroom.get("/en/").await.text();
    assert!(!front.contains("Water is back"), "it is still listed");
    let again = newsroom.publish_again(id, NOW, None).await;
    assert!(
        matches!(again, Err(ArticleError::WrongState { .. })),
        "{again:?}"
    );
    newsroom
        .app
        .db
        .write(move |tx| publication::reinstate(tx, id, NOW))
        .await
        .unwrap();
    newsroom
        .eventually("the story is back", async || {
            newsroom.get(STORY).await.status == 200
        })
        .await;
}

#[tokio::test]
async fn an_old_address_leads_to_the_new_one_for_ever() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom
        .publish(Draft::english("Water is back", BODY))
        .await;
    for slug in ["the-water-is-back", "water-returns"] {
        let slug = Slug::parse(slug).unwrap();
        newsroom
            .app
            .db
            .write(move |tx| publication::rename(tx, id, &slug, NOW))
            .await
            .unwrap();
    }
    newsroom
        .eventually("the old address redirects", async || {
            newsroom.get(STORY).await.status == 308
        })
        .await;
    for old in [STORY, "/en/2026/11/08/the-water-is-back/"] {
        let answer = newsroom.get(old).await;
        assert_eq!(
            answer.header("location"),
            "/en/2026/11/08/water-returns/",
            "{old}"
        );
    }
    assert_eq!(
        newsroom.get("/en/2026/11/08/water-returns/").await.status,
        200
    );
    let taken = newsroom.draft(Draft::english("Water is back", BODY)).await;
    let taken = newsroom.publish_again(taken, NOW, None).await;
    assert!(
        matches!(taken, Err(ArticleError::AddressTaken { .. })),
        "{taken:?}"
    );
}

#[tokio::test]
async fn a_story_and_its_translation_name_each_other() {
    let newsroom = TestNewsroom::open().await;
    let arabic = newsroom
        .publish(Draft::arabic("عاد الماء", "<p>عملت المضخات.</p>"))
        .await;
    let arabic_page = "/ar/2026/11/08/%D8%B9%D8%A7%D8%AF-%D8%A7%D9%84%D9%85%D8%A7%D8%A1/";
    assert!(
        !newsroom
            .get(arabic_page)
            .await
            .text()
            .contains("hreflang=\"x-default\"")
    );
    let draft = Draft {
        translates: Some(arabic),
        ..Draft::english("Water is back", BODY)
    };
    newsroom.publish(draft).await;
    let english = newsroom.get(STORY).await.text();
    assert!(english.contains(&format!(
        "hreflang=\"ar\" href=\"https://paper.example{arabic_page}\""
    )));
    newsroom
        .eventually("the Arabic page names the English one", async || {
            let page = newsroom.get(arabic_page).await.text();
            page.contains(&format!(
                "hreflang=\"en\" href=\"https://paper.example{STORY}\""
            ))
        })
        .await;
    let second = Draft {
        translates: Some(arabic),
        ..Draft::english("Another", BODY)
    };
    let content = second.content();
    let id = newsroom.app.ids.next(NOW);
    let new = sijil::articles::NewArticle {
        id,
        translation: sijil::articles::TranslationId(arabic.0),
        lang: second.lang,
        section: None,
        topics: vec![],
        slug: None,
        content,
        owner: None,
    };
    let refused = newsroom
        .app
        .db
        .write(move |tx| publication::draft(tx, &new))
        .await;
    assert!(
        matches!(refused, Err(ArticleError::TranslationTaken)),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_scheduled_story_appears_at_its_instant_by_itself() {
    let newsroom = TestNewsroom::open().await;
    let id = newsroom.draft(Draft::english("Water is back", BODY)).await;
    let at = UtcMillis(NOW.0 + 60_000);
    newsroom
        .app
        .db
        .write(move |tx| publication::schedule(tx, id, at))
        .await
        .unwrap();
    assert_eq!(sijil::jobs::publish_due(&newsroom.app).await.unwrap(), 0);
    assert_eq!(newsroom.get(STORY).await.status, 404);
    newsroom.clock.set(at);
    assert_eq!(sijil::jobs::publish_due(&newsroom.app).await.unwrap(), 1);
    assert_eq!(newsroom.get(STORY).await.status, 200);
}

#[tokio::test]
async fn a_section_lists_its_parts_and_pages_neither_repeat_nor_lose_a_story() {
    let newsroom = TestNewsroom::open().await;
    let news = newsroom.topic(Kind::Section, None, "News", "أخبار").await;
    let talks = newsroom
        .topic(Kind::Section, Some(news), "Talks", "محادثات")
        .await;
    for number in 0..45 {
        let headline = format!("Round {number} of talks");
        // Three stories share each instant, so that pages must go on by identifier too.
        let at = UtcMillis(NOW.0 + number / 3 * 1000);
        let draft = Draft {
            section: Some(talks),
            at,
            ..Draft::english(headline, BODY)
        };
        newsroom.publish(draft).await;
    }
    let mut address = "/en/news/".to_owned();
    let mut seen = Vec::new();
    for _ in 0..3 {
        let page = newsroom.get(&address).await.text();
        let links = page.split("href=\"/en/2026/11/08/").skip(1);
        let mut slugs: Vec<String> = links
            .map(|link| link.split('/').next().unwrap().to_owned())
            .collect();
        slugs.dedup();
        seen.extend(slugs);
        let older = page
            .split("href=\"")
            .find(|link| link.starts_with("/en/news/?before="));
        let Some(older) = older else { break };
        address = older.split('"').next().unwrap().to_owned();
    }
    seen.sort();
    let total = seen.len();
    seen.dedup();
    assert_eq!((seen.len(), total), (45, 45));
}

#[tokio::test]
async fn the_most_read_stories_are_listed_only_where_they_are_counted() {
    for is_counted in [false, true] {
        let newsroom = TestNewsroom::open_with(|config| config.most_read = is_counted).await;
        newsroom
            .publish(Draft::english("Water is back", BODY))
            .await;
        for _ in 0..3 {
            assert_eq!(newsroom.get(STORY).await.status, 200);
        }
        let front = newsroom.get("/en/").await.text();
        assert_eq!(front.contains("Most read"), is_counted);
        assert!(
            !newsroom.get("/ar/").await.text().contains("الأكثر قراءة"),
            "another language"
        );
    }
}

const WITH_PICTURE: &str = "<p>Water is back in the pipes.</p><figure><img alt=\"The pump\" \
    src=\"/media/abababababababababababababababababababababababababababababababab/400.jpg\"></figure>";

#[tokio::test]
async fn the_text_edition_has_no_pictures_and_stays_in_itself() {
    let newsroom = TestNewsroom::open().await;
    newsroom
        .publish(Draft::english("Water is back", WITH_PICTURE))
        .await;
    let full = newsroom.get(STORY).await.text();
    assert!(full.contains(" src=\"/media/abab"));
    let page = newsroom.get("/en/text/2026/11/08/water-is-back/").await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("<figure><p>The pump</p></figure>"));
    assert!(!text.contains("<img") && !text.contains("<svg"));
    assert!(text.contains("href=\"/en/text/\""));
    assert!(text.contains(&format!(
        "<link rel=\"canonical\" href=\"https://paper.example{STORY}\">"
    )));
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_readers_language() {
    let newsroom = TestNewsroom::open().await;
    for (address, sentence) in [
        ("/en/nothing/", "Page not found"),
        ("/ar/2026/11/08/nothing/", "الصفحة غير موجودة"),
        ("/ar/2026/13/45/", "الصفحة غير موجودة"),
        ("/en/%FF%FE/", "Page not found"),
        ("/en/tags/%00/", "Page not found"),
        ("/nothing.php", "الصفحة غير موجودة"),
    ] {
        let page = newsroom.get(address).await;
        assert_eq!(page.status, 404, "{address}");
        assert!(page.text().contains(sentence), "{address}");
        assert_eq!(page.header("cache-control"), "no-store", "{address}");
    }
    let sent = newsroom.ask(Method::POST, "/en/", &[]).await;
    assert_eq!(sent.status, 405);
}

#[tokio::test]
async fn an_address_without_its_slash_leads_to_the_page() {
    let newsroom = TestNewsroom::open().await;
    for (address, wanted) in [
        ("/en", "/en/"),
        ("/en/about", "/en/about/"),
        ("/en/tags/water", "/en/tags/water/"),
        ("/en/2026/11/08/water-is-back", STORY),
        ("/en/text/about", "/en/text/about/"),
    ] {
        let answer = newsroom.get(address).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (308, wanted),
            "{address}"
        );
    }
    let front = newsroom
        .ask(Method::GET, "/", &[("accept-language", "en;q=0.9")])
        .await;
    assert_eq!(
        (front.status.as_u16(), front.header("location")),
        (302, "/en/")
    );
}
