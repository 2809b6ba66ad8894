//! The paper's name and ways, its sections and tags, its words and menus; and all of it as a file.

use http::StatusCode;
use sijil::topics::{self, Kind, TopicId};
use sijil_text::Lang;

use super::{admin, eventually_shows, send_file};
use crate::support::{Draft, TestNewsroom};

#[tokio::test]
async fn the_papers_name_and_ways_change_without_a_restart() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let mut fields = vec![
        ("name-en", "The Valley Post"),
        ("line-en", "Since 1998"),
        ("description-en", "News of the valley"),
        ("name-ar", "بريد الوادي"),
        ("site.default_language", "en"),
        ("comments.open_days", "3"),
    ];
    let saved = newsroom.post_as(&nadia, "/desk/newsroom/", &fields).await;
    assert_eq!(saved.header("location"), "/desk/newsroom/?said=saved");
    eventually_shows(&newsroom, "/en/", "The Valley Post").await;
    eventually_shows(&newsroom, "/ar/", "بريد الوادي").await;
    newsroom
        .eventually("the choices", async || {
            newsroom.app.choices().comments_open_days == 3
        })
        .await;
    assert_eq!(newsroom.get("/").await.header("location"), "/en/");
    let page = newsroom.get_as(&nadia, "/desk/newsroom/").await.text();
    assert!(page.contains("value=\"Since 1998\"") && page.contains("No mail server is set"));
    // Wrong: said, and nothing else of the form is kept. Empty: the file's value again.
    fields.extend([("mail.digest_hour", "24"), ("name-en", "x")]);
    fields[0] = ("name-en", "Another");
    let wrong = newsroom.post_as(&nadia, "/desk/newsroom/", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = wrong.text();
    assert!(text.contains("a whole number from 0 to 23") && text.contains("value=\"Another\""));
    assert!(!newsroom.get("/en/").await.text().contains("Another"));
    newsroom
        .post_as(&nadia, "/desk/newsroom/", &[("name-en", "The Valley Post")])
        .await;
    newsroom
        .eventually("the file's value again", async || {
            newsroom.app.choices().comments_open_days == 30
        })
        .await;
    let (folder, database) = newsroom.close();
    let newsroom = TestNewsroom::reopen(folder, database).await;
    assert!(
        newsroom
            .get("/en/")
            .await
            .text()
            .contains("The Valley Post")
    );
}

#[tokio::test]
async fn a_password_of_the_mail_server_is_on_no_page() {
    let newsroom = TestNewsroom::open_with(|config| {
        config
            .choose("mail.smtp", "smtps://desk:hunter2@mail.example")
            .unwrap();
        config.choose("mail.from", "desk@post.example").unwrap();
    })
    .await;
    let nadia = admin(&newsroom).await;
    let page = newsroom.get_as(&nadia, "/desk/newsroom/").await.text();
    assert!(page.contains("mail.example") && page.contains("desk@post.example"));
    let file = newsroom
        .get_as(&nadia, "/desk/newsroom/newsroom.toml")
        .await
        .text();
    assert!(!page.contains("hunter2") && !file.contains("hunter2"));
}

#[tokio::test]
async fn a_section_that_is_renamed_leads_from_its_old_address() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let fields = [
        ("kind", "section"),
        ("name-en", "Region"),
        ("name-ar", "المنطقة"),
    ];
    let added = newsroom
        .post_as(&nadia, "/desk/newsroom/topics", &fields)
        .await;
    assert_eq!(
        added.header("location"),
        "/desk/newsroom/topics?kind=section&said=saved"
    );
    eventually_shows(&newsroom, "/en/", "<a href=\"/en/region/\">Region</a>").await;
    let region = section(&newsroom, "region").await;
    let address = format!("/desk/newsroom/topics/{region}");
    let page = newsroom.get_as(&nadia, &address).await.text();
    assert!(page.contains("value=\"region\"") && page.contains("value=\"المنطقة\""));
    let fields = [
        ("name-en", "The valley"),
        ("slug-en", "valley"),
        ("name-ar", "المنطقة"),
    ];
    newsroom.post_as(&nadia, &address, &fields).await;
    eventually_shows(&newsroom, "/en/", "<a href=\"/en/valley/\">The valley</a>").await;
    let old = newsroom.get("/en/region/").await;
    assert_eq!(
        (old.status, old.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/en/valley/")
    );
    for (fields, said) in [
        (&[("kind", "section")][..], "Give it a name"),
        (
            &[("kind", "section"), ("name-en", "Search")],
            "stands for one of our own pages",
        ),
        (
            &[("kind", "section"), ("name-en", "Valley")],
            "Another has that address",
        ),
        (
            &[("kind", "section"), ("name-en", "A"), ("slug-en", "a/b")],
            "letters, digits and hyphens",
        ),
    ] {
        let refused = newsroom
            .post_as(&nadia, "/desk/newsroom/topics", fields)
            .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(said), "{said}");
    }
    let id = region.to_string();
    let fields = [
        ("name-en", "The valley"),
        ("slug-en", "valley"),
        ("parent", id.as_str()),
    ];
    let refused = newsroom.post_as(&nadia, &address, &fields).await.text();
    assert!(refused.contains("cannot stand under itself"));
}

async fn section(newsroom: &TestNewsroom, slug: &'static str) -> TopicId {
    let slug = sijil_text::Slug::parse(slug).unwrap();
    let read =
        move |tx: &mut sijil::db::Tx<'_, '_>| topics::with_slug(tx, Kind::Section, Lang::En, &slug);
    newsroom.app.db.read(read).await.unwrap().unwrap().id
}

#[tokio::test]
async fn two_tags_become_one_with_all_their_stories() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let water = newsroom.topic(Kind::Tag, None, "Water", "ماء").await;
    let rivers = newsroom.topic(Kind::Tag, None, "Rivers", "أنهار").await;
    for (headline, tags) in [("One", vec![water]), ("Two", vec![water, rivers])] {
        let mut draft = Draft::english(headline, "<p>Text.</p>");
        draft.topics = tags;
        newsroom.publish(draft).await;
    }
    let page = newsroom
        .get_as(&nadia, &format!("/desk/newsroom/topics/{water}"))
        .await
        .text();
    assert!(page.contains("2 stories move"));
    let merger = format!("/desk/newsroom/topics/{water}/merger");
    let itself = newsroom
        .post_as(&nadia, &merger, &[("into", &water.to_string())])
        .await;
    assert_eq!(itself.status, StatusCode::NOT_FOUND);
    let merged = newsroom
        .post_as(&nadia, &merger, &[("into", &rivers.to_string())])
        .await;
    assert_eq!(
        merged.header("location"),
        "/desk/newsroom/topics?kind=tag&said=merged"
    );
    eventually_shows(&newsroom, "/en/tags/rivers/", ">One<").await;
    let old = newsroom.get("/en/tags/water/").await;
    assert_eq!(old.header("location"), "/en/tags/rivers/");
    eventually_shows(&newsroom, "/en/2026/11/08/one/", "/en/tags/rivers/").await;
    let ledger = newsroom.get_as(&nadia, "/desk/ledger").await.text();
    assert!(ledger.contains("made one tag of two"));
}

#[tokio::test]
async fn words_and_menus_are_the_newsrooms_own_and_hold_no_script() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let set = async |fields: &[(&str, &str)]| {
        newsroom
            .post_as(&nadia, "/desk/newsroom/words", fields)
            .await
    };
    let body = "We report.\n\n<script>alert(1)</script><a href=\"javascript:x\">x</a>";
    let preview = set(&[
        ("slot", "about"),
        ("lang", "en"),
        ("title", "About us"),
        ("body", body),
        ("do", "preview"),
    ])
    .await;
    assert!(preview.text().contains("<p>We report.</p>"));
    assert_eq!(
        newsroom.get("/en/about/").await.status,
        StatusCode::NOT_FOUND
    );
    let untitled = set(&[("slot", "about"), ("lang", "en"), ("body", body)]).await;
    assert_eq!(untitled.status, StatusCode::UNPROCESSABLE_ENTITY);
    set(&[
        ("slot", "about"),
        ("lang", "en"),
        ("title", "About us"),
        ("body", body),
    ])
    .await;
    set(&[
        ("slot", "footer"),
        ("lang", "en"),
        ("body", "Marj al-Luban"),
    ])
    .await;
    eventually_shows(&newsroom, "/en/", "<p>Marj al-Luban</p>").await;
    let about = newsroom.get("/en/about/").await.text();
    assert!(
        about.contains("<p>We report.</p>")
            && !about.contains("alert(1)")
            && !about.contains("javascript:")
    );
    let menu = async |links: &str| {
        let fields = [("place", "top"), ("lang", "en"), ("links", links)];
        newsroom
            .post_as(&nadia, "/desk/newsroom/menus", &fields)
            .await
    };
    assert_eq!(
        menu("javascript:x Water").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    menu("/en/tags/water/ Water & rivers").await;
    eventually_shows(
        &newsroom,
        "/en/",
        "<a href=\"/en/tags/water/\">Water &#38; rivers</a>",
    )
    .await;
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one walk, told in its order")]
async fn a_file_takes_the_settings_to_another_newsroom() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let region = newsroom
        .topic(Kind::Section, None, "Region", "المنطقة")
        .await;
    newsroom
        .topic(Kind::Section, Some(region), "Valley", "الوادي")
        .await;
    let name = [("name-en", "The Valley Post"), ("comments.open_days", "9")];
    newsroom.post_as(&nadia, "/desk/newsroom/", &name).await;
    let look = [("rubric-day", "#7a1fa2"), ("do", "save")];
    newsroom.post_as(&nadia, "/desk/newsroom/look", &look).await;
    let menu = [
        ("place", "foot"),
        ("lang", "en"),
        ("links", "/en/search Search"),
    ];
    newsroom
        .post_as(&nadia, "/desk/newsroom/menus", &menu)
        .await;
    newsroom
        .eventually("the choice", async || {
            newsroom.app.choices().comments_open_days == 9
        })
        .await;
    let file = newsroom
        .get_as(&nadia, "/desk/newsroom/newsroom.toml")
        .await;
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"newsroom.toml\""
    );

    let other = TestNewsroom::open().await;
    let karim = admin(&other).await;
    let take = async |what: &str, bytes: &[u8]| {
        send_file(
            &other,
            &karim,
            "/desk/newsroom/file",
            (&[("do", what)], bytes),
        )
        .await
    };
    let tried = take("try", &file.body).await.text();
    assert!(tried.contains("Nothing is changed yet"), "{tried}");
    assert!(!other.get("/en/").await.text().contains("The Valley Post"));
    let taken = take("take", &file.body).await.text();
    assert!(taken.contains("The file was taken in"), "{taken}");
    for shown in [
        "The Valley Post",
        "/assets/look-",
        ">Region</a>",
        "<a href=\"/en/search\">Search</a>",
    ] {
        eventually_shows(&other, "/en/", shown).await;
    }
    eventually_shows(&other, "/en/region/", ">Valley</a>").await;
    take("take", &file.body).await;
    let again = other.get_as(&karim, "/desk/newsroom/newsroom.toml").await;
    assert_eq!(again.text(), file.text(), "taken twice, it is the same");
    for (text, said) in [
        ("format = \"other\"", "format: other is not"),
        (
            "format = \"sijil newsroom 1\"\nrole = \"admin\"",
            "unknown field",
        ),
        (
            "format = \"sijil newsroom 1\"\n[choices]\n\"server.listen\" = \"x\"",
            "there is no server.listen",
        ),
    ] {
        let refused = take("take", text.as_bytes()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(said), "{said}: {}", refused.text());
    }
}

#[tokio::test]
async fn the_countries_of_a_newsroom_change_which_place_a_name_means() {
    let newsroom = TestNewsroom::open().await;
    let nadia = admin(&newsroom).await;
    let body = "<p>At least 12 civilians were killed in an air strike on Tripoli on Thursday.</p>";
    let story = newsroom.publish(Draft::english("Strike", body)).await;
    let place = async || {
        let found = newsroom.suggested(story).await;
        let slot = found[0].suggestion.slots["place"][0].value.clone();
        slot["lat"].as_f64().unwrap().round()
    };
    for (countries, kept, latitude) in [("ly", "LY", 33.0), ("LB، lb", "LB", 34.0)] {
        let fields = [("record.countries", countries)];
        let saved = newsroom.post_as(&nadia, "/desk/newsroom/", &fields).await;
        assert_eq!(saved.header("location"), "/desk/newsroom/?said=saved");
        newsroom
            .eventually("the countries", async || {
                newsroom.app.choices().countries == [kept]
            })
            .await;
        newsroom
            .eventually("the place", async || {
                place().await.total_cmp(&latitude).is_eq()
            })
            .await;
    }
    let file = newsroom
        .get_as(&nadia, "/desk/newsroom/newsroom.toml")
        .await
        .text();
    assert!(file.contains("\"record.countries\" = \"LB\""), "{file}");
    let fields = [("record.countries", "Syria")];
    let wrong = newsroom.post_as(&nadia, "/desk/newsroom/", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("codes of two letters"));
}
