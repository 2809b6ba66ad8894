//! Protecting somebody: the byline goes from all that readers can ask for, and stays away.

use http::StatusCode;
use sijil::articles::content::sha256;
use sijil::articles::{ArticleId, Byline, Content, publication};
use sijil::db::{DbError, Tx};
use sijil::staff::Role;
use sijil::topics::{Kind, TopicId};

use crate::support::{Draft, NOW, TestNewsroom};

const NAME: &str = "Rima Haddad";
const ARABIC: &str = "ريما حداد";

/// Sets a story's working copy under the person's name.
async fn sign(newsroom: &TestNewsroom, id: ArticleId, person: TopicId, text: &'static str) {
    let mut content: Content = Draft::english("Snow", text).content();
    content.bylines = vec![
        Byline {
            name: NAME.to_owned(),
            person: Some(person),
        },
        Byline {
            name: "Layla".to_owned(),
            person: None,
        },
    ];
    content.sign_off = Some(ARABIC.to_owned());
    let save = move |tx: &mut Tx<'_, '_>| publication::save(tx, id, &content);
    newsroom.app.db.write(save).await.unwrap();
}

/// A story of two revisions by the person.
async fn story(newsroom: &TestNewsroom, person: TopicId) -> ArticleId {
    let draft = Draft {
        topics: vec![person],
        ..Draft::english("Snow", "<p>It snows.</p>")
    };
    let id = newsroom.draft(draft).await;
    for text in ["<p>It snows.</p>", "<p>It snowed.</p>"] {
        sign(newsroom, id, person, text).await;
        newsroom.publish_again(id, NOW, None).await.unwrap();
    }
    id
}

/// Every address at which readers and machines could find the name.
async fn addresses(newsroom: &TestNewsroom, id: ArticleId) -> Vec<String> {
    let card = newsroom
        .app
        .db
        .read(move |tx| sijil::lists::card(tx, id))
        .await;
    let card = card.unwrap().unwrap();
    let (day, slug) = (card.day.replace('-', "/"), card.slug);
    let mut all = vec![
        format!("/en/{day}/{slug}/"),
        format!("/en/text/{day}/{slug}/"),
        format!("/en/{day}/{slug}/history/"),
        format!("/api/v1/stories/{id}"),
    ];
    for fixed in [
        "/en/",
        "/en/feed.atom",
        "/en/feed.rss",
        "/en/feed.json",
        "/sitemaps/pages.xml",
        "/api/v1/stories",
        "/en/search?q=Rima+Haddad",
        "/en/people/rima-haddad/",
        "/en/people/rima-haddad/feed.atom",
        "/ar/people/ريما-حداد/",
    ] {
        all.push(sijil::web::urls::encoded(fixed));
    }
    all
}

async fn named(newsroom: &TestNewsroom, addresses: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for address in addresses {
        let text = newsroom.get(address).await.text();
        // What was typed into the search stands in its field.
        let text = text.replace("value=\"Rima Haddad\"", "");
        let is_there = ["Rima", "rima-haddad", "ريما"]
            .iter()
            .any(|name| text.contains(name));
        if is_there && !address.contains("/search") {
            found.push(address.clone());
        }
    }
    found
}

#[tokio::test]
async fn a_protected_person_is_nowhere_and_the_revisions_say_so() {
    let newsroom = TestNewsroom::open().await;
    let person = newsroom.topic(Kind::Person, None, NAME, ARABIC).await;
    let id = story(&newsroom, person).await;
    let other = newsroom
        .publish(Draft::english("Rain", "<p>It rains.</p>"))
        .await;
    let addresses = addresses(&newsroom, id).await;
    assert!(
        named(&newsroom, &addresses).await.len() >= 8,
        "is named before"
    );
    let sami = newsroom.signed_in("sami", Role::Admin).await;
    let page = format!("/desk/bylines/{person}/protection");
    let asked = newsroom.get_as(&sami, &page).await.text();
    assert!(asked.contains("1 story bears the name"), "{asked}");
    let unsure = newsroom.post_as(&sami, &page, &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = newsroom.post_as(&sami, &page, &[("sure", "yes")]).await;
    assert_eq!(done.header("location"), "/desk/bylines?said=protected");

    newsroom
        .eventually("the name is gone", async || {
            named(&newsroom, &addresses).await.is_empty()
        })
        .await;
    let gone = newsroom.get("/en/people/rima-haddad/").await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let read = move |tx: &mut Tx<'_, '_>| {
        let both = (
            sijil::articles::revisions(tx, id)?,
            sijil::articles::revisions(tx, other)?,
        );
        Ok::<_, DbError>(both)
    };
    let (revisions, others) = newsroom.app.db.read(read).await.unwrap();
    assert_eq!(revisions.len(), 2);
    for revision in revisions {
        let canonical = revision.printed.canonical().unwrap();
        assert_eq!(revision.sha256, sha256(canonical.as_bytes()));
        assert_eq!(revision.printed.redacted_at, Some(NOW));
        assert_eq!(revision.printed.content.bylines.len(), 1, "Layla stays");
    }
    assert_eq!(
        others[0].printed.redacted_at, None,
        "others are as they were"
    );
    let history = newsroom.get(&addresses[2]).await.text();
    assert!(history.contains("A byline was removed from this revision"));
}

#[tokio::test]
async fn who_is_protected_is_not_printed_again_and_gets_only_their_page_back() {
    let newsroom = TestNewsroom::open().await;
    let person = newsroom.topic(Kind::Person, None, NAME, ARABIC).await;
    let id = story(&newsroom, person).await;
    let addresses = addresses(&newsroom, id).await;
    let sami = newsroom.signed_in("sami", Role::Admin).await;
    let page = format!("/desk/bylines/{person}/protection");
    newsroom.post_as(&sami, &page, &[("sure", "yes")]).await;
    sign(&newsroom, id, person, "<p>It will snow.</p>").await;
    newsroom.publish_again(id, NOW, None).await.unwrap();
    newsroom
        .eventually("no name was printed", async || {
            named(&newsroom, &addresses).await.is_empty()
        })
        .await;

    let list = newsroom.get_as(&sami, "/desk/bylines").await.text();
    assert!(list.contains(NAME) && list.contains("Protected"), "{list}");
    let lifted = newsroom.post_as(&sami, &format!("{page}/end"), &[]).await;
    assert_eq!(lifted.header("location"), "/desk/bylines?said=lifted");
    newsroom
        .eventually("the page is back", async || {
            newsroom.get("/en/people/rima-haddad/").await.status == StatusCode::OK
        })
        .await;
    let story = newsroom.get(&addresses[0]).await.text();
    assert!(!story.contains(NAME), "not in the story");
    let again = newsroom.post_as(&sami, &format!("{page}/end"), &[]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}
