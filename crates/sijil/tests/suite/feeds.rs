//! Feeds, sitemaps, the API and the small files, as machines read them.

use serde_json::Value;
use sijil::topics::Kind;

use crate::support::{Draft, TestNewsroom};

/// A newsroom with one story whose texts try to break every format.
async fn hostile() -> TestNewsroom {
    let newsroom = TestNewsroom::open().await;
    let news = newsroom
        .topic(Kind::Section, None, "News & views", "أخبار")
        .await;
    let tag = newsroom.topic(Kind::Tag, None, "Water", "ماء").await;
    let headline = "A <b>\"headline\"</b> & ]]> </script><script>alert(1)</script>";
    let text = "<p>Text ]]> with <em>marks</em> &amp; signs.</p>";
    let draft = Draft {
        section: Some(news),
        topics: vec![tag],
        ..Draft::english(headline, text)
    };
    newsroom.publish(draft).await;
    newsroom
}

#[tokio::test]
async fn feeds_of_everything_are_well_formed_whatever_a_headline_holds() {
    let newsroom = hostile().await;
    for place in ["/en/", "/en/news-views/", "/en/tags/water/"] {
        let atom = newsroom.get(&format!("{place}feed.atom")).await;
        assert_eq!(
            atom.header("content-type"),
            "application/atom+xml; charset=utf-8",
            "{place}"
        );
        let entries = xml(&atom.text())
            .iter()
            .filter(|name| *name == "entry")
            .count();
        assert_eq!(entries, 1, "{place}");
        let rss = newsroom.get(&format!("{place}feed.rss")).await;
        assert_eq!(
            xml(&rss.text())
                .iter()
                .filter(|name| *name == "item")
                .count(),
            1,
            "{place}"
        );
        let json = newsroom.get(&format!("{place}feed.json")).await;
        let json: Value = serde_json::from_slice(&json.body).unwrap();
        assert_eq!(
            json["items"][0]["title"],
            "A <b>\"headline\"</b> & ]]> </script><script>alert(1)</script>"
        );
    }
}

#[tokio::test]
async fn the_page_of_a_hostile_headline_holds_no_script_of_its_own() {
    let newsroom = hostile().await;
    let page = newsroom.get("/en/").await.text();
    let story = page
        .split("href=\"/en/2026/11/08/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let page = newsroom
        .get(&format!("/en/2026/11/08/{story}"))
        .await
        .text();
    assert!(!page.contains("<script>alert"), "{page}");
    let own = page
        .matches("<script type=\"module\" src=\"/assets/")
        .count();
    let others = page.matches("<script").count() - own;
    assert_eq!(others, 1, "beside our own files only the JSON-LD block");
    let block = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .unwrap();
    let block: Value = serde_json::from_str(block.split("</script>").next().unwrap()).unwrap();
    let article = &block["@graph"][0];
    for key in [
        "headline",
        "datePublished",
        "dateModified",
        "author",
        "publisher",
        "image",
    ] {
        assert!(!article[key].is_null(), "{key}");
    }
}

#[tokio::test]
async fn sitemaps_lead_to_every_story() {
    let newsroom = hostile().await;
    let index = newsroom.get("/sitemap.xml").await.text();
    assert!(
        index.contains("<loc>https://paper.example/sitemaps/en/2026-11.xml</loc>"),
        "{index}"
    );
    for file in [
        "/sitemaps/pages.xml",
        "/sitemaps/en/2026-11.xml",
        "/news-sitemap.xml",
    ] {
        let answer = newsroom.get(file).await;
        assert_eq!(answer.status, 200, "{file}");
        assert!(
            xml(&answer.text()).iter().any(|name| name == "loc"),
            "{file}"
        );
    }
    assert_eq!(newsroom.get("/sitemaps/en/1999-01.xml").await.status, 404);
}

#[tokio::test]
async fn the_api_does_what_its_description_says() {
    let newsroom = hostile().await;
    let description = newsroom.get("/api/v1/openapi.json").await;
    let description: Value = serde_json::from_slice(&description.body).unwrap();
    let paths = description["paths"].as_object().unwrap();
    assert_eq!(
        paths.keys().collect::<Vec<_>>(),
        [
            "/record/claims",
            "/record/{list}",
            "/search",
            "/stories",
            "/stories/{id}"
        ]
    );
    let stories = newsroom.get("/api/v1/stories?lang=en").await;
    let stories: Value = serde_json::from_slice(&stories.body).unwrap();
    let id = stories["stories"][0]["id"].as_str().unwrap();
    let required = &description["components"]["schemas"]["Story"]["allOf"][1]["required"];
    let story = newsroom.get(&format!("/api/v1/stories/{id}")).await;
    let story: Value = serde_json::from_slice(&story.body).unwrap();
    for key in required.as_array().unwrap() {
        assert!(story.get(key.as_str().unwrap()).is_some(), "{key}");
    }
    for address in [
        "/api/v1/stories",
        "/api/v1/stories/x",
        "/api/v1/stories/7",
        "/api/v1/search",
    ] {
        let answer = newsroom.get(address).await;
        assert!(answer.status.is_client_error(), "{address}");
        assert_eq!(
            answer.header("content-type"),
            "application/problem+json",
            "{address}"
        );
    }
}

#[tokio::test]
async fn small_files_say_what_their_standards_ask() {
    let newsroom = TestNewsroom::open().await;
    let security = newsroom.get("/.well-known/security.txt").await.text();
    assert!(
        security.contains("Expires: 2027-05-07T00:00:00Z"),
        "{security}"
    );
    assert!(security.contains("Contact: mailto:"));
    let robots = newsroom.get("/robots.txt").await.text();
    assert!(
        robots.contains("Sitemap: https://paper.example/sitemap.xml"),
        "{robots}"
    );
}

/// The names of an XML document's elements; panics when it is not well-formed.
fn xml(text: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains("]]>"), "]]> in text");
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        if tag.starts_with('?') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed in another order");
            continue;
        }
        let name = tag
            .split_whitespace()
            .next()
            .unwrap()
            .trim_end_matches('/')
            .to_owned();
        if !tag.ends_with('/') {
            open.push(name.clone());
        }
        names.push(name);
    }
    assert_eq!(open, Vec::<String>::new(), "left open");
    names
}
