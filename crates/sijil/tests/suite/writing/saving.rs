//! Saving: every few seconds, by one at a time, and what happens when it is two.

use http::StatusCode;
use sijil::articles::writing;
use sijil::db::{Tx, UtcMillis};
use sijil_text::Lang;

use super::{Desk, json};

#[tokio::test]
async fn a_story_is_begun_listed_and_saved_without_a_script() {
    let desk = Desk::open().await;
    let fields = [("lang", "ar"), ("headline", "عودة المياه")];
    let begun = desk
        .newsroom
        .post_as(&desk.layla, "/desk/stories/new", &fields)
        .await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let address = begun.header("location").to_owned();
    let fields = [
        ("version", "0"),
        ("headline", "عادت المياه"),
        ("body", "نص أول.\n\nثانٍ."),
    ];
    let saved = desk.newsroom.post_as(&desk.layla, &address, &fields).await;
    assert_eq!(saved.header("location"), format!("{address}?said=saved"));
    let page = desk.newsroom.get_as(&desk.layla, &address).await.text();
    for wanted in [
        "value=\"عادت المياه\"",
        "&lt;p&gt;نص أول.&lt;/p&gt;\n&lt;p&gt;ثانٍ.&lt;/p&gt;",
        "data-version=\"1\"",
        "3 words",
    ] {
        let plain = page.replace("&#60;", "&lt;").replace("&#62;", "&gt;");
        assert!(plain.contains(wanted), "{wanted} is not on {page}");
    }
    for question in ["?text=عادت", "?state=draft", "?lang=ar&mine=1", ""] {
        let list = format!("/desk/stories/{question}");
        let list = desk.newsroom.get_as(&desk.omar, &list).await.text();
        let is_mine = question.contains("mine");
        assert_eq!(list.contains("عادت المياه"), !is_mine, "{question}");
    }
    let list = desk
        .newsroom
        .get_as(&desk.layla, "/desk/stories/?state=review&section=7")
        .await;
    assert!(list.text().contains("No story fits."));
    let list = desk
        .newsroom
        .get_as(&desk.omar, "/desk/stories/?section=7")
        .await;
    assert!(list.text().contains("No story fits."));
}

#[tokio::test]
async fn each_autosave_counts_and_a_lost_answer_does_no_harm() {
    let desk = Desk::open().await;
    let id = desk.newsroom.begin(desk.layla.id, Lang::En, "Snow").await;
    for (version, headline, wanted) in [
        ("0", "Snow on the pass", 1),
        ("1", "Snow closes the pass", 2),
        // The same again counts nothing; the answer to the one before was lost on the way.
        ("2", "Snow closes the pass", 2),
        ("1", "Snow closes the road", 3),
    ] {
        let answer = desk.autosave(&desk.layla, id, version, headline).await;
        assert_eq!(answer.status, StatusCode::OK, "{headline}");
        assert_eq!(json(&answer)["version"], wanted, "{headline}");
    }
}

#[tokio::test]
async fn who_saves_second_is_told_and_their_text_is_kept() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let saved = desk
        .autosave(&desk.omar, id, "1", "Snow closes two roads")
        .await;
    assert_eq!(saved.status, StatusCode::OK);
    desk.post(&desk.omar, id, "/lock", &[("release", "1")])
        .await;
    let lost = desk.autosave(&desk.layla, id, "1", "Snow, and ice").await;
    assert_eq!(lost.status, StatusCode::CONFLICT);
    let told = json(&lost);
    assert_eq!((&told["by"], &told["version"]), (&"omar".into(), &2.into()));
    assert_eq!(told["fields"]["headline"], "Snow closes two roads");
    let copy = told["copy"].as_str().unwrap().to_owned();
    let page = desk.newsroom.get_as(&desk.omar, &copy).await.text();
    assert!(page.contains("kept aside"), "{page}");
    assert!(page.contains("Snow, and ice"), "{page}");
    let fields = [
        ("version", "1"),
        ("headline", "Snow, and ice"),
        ("body", "Ice."),
    ];
    let page = desk.post(&desk.layla, id, "", &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    for wanted in [
        "omar saved this story",
        "value=\"Snow, and ice\"",
        "data-version=\"2\"",
    ] {
        assert!(page.text().contains(wanted), "{wanted}: {}", page.text());
    }
    let restored = desk.newsroom.post_as(&desk.layla, &copy, &[]).await;
    assert!(restored.header("location").ends_with("said=restored"));
    let page = desk.page(&desk.omar, id).await;
    assert!(page.contains("value=\"Snow, and ice\""), "{page}");
}

#[tokio::test]
async fn one_writes_at_a_time_and_another_may_take_over() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let locked = desk.post(&desk.layla, id, "/lock", &[]).await;
    assert_eq!(locked.status, StatusCode::OK);
    let page = desk.page(&desk.omar, id).await;
    assert!(page.contains("layla is writing since"), "{page}");
    let held = desk.post(&desk.omar, id, "/lock", &[]).await;
    assert_eq!(
        (held.status, &json(&held)["by"]),
        (StatusCode::CONFLICT, &"layla".into())
    );
    let page = desk.step(&desk.omar, id, "/takeover", &[]).await;
    assert!(page.contains("You are writing now."), "{page}");
    let saved = desk
        .autosave(&desk.omar, id, "1", "Snow closes two roads")
        .await;
    assert_eq!(saved.status, StatusCode::OK);
    let lost = desk.autosave(&desk.layla, id, "1", "Snow, and ice").await;
    let told = json(&lost);
    assert_eq!(
        (&told["by"], &told["writing"]),
        (&"omar".into(), &true.into())
    );
    let copies = desk
        .newsroom
        .get_as(&desk.layla, &format!("/desk/stories/{id}/copies"))
        .await;
    assert!(copies.text().contains("kept aside"), "{}", copies.text());
    // Omar is not seen for a while: the story is free again.
    desk.newsroom
        .clock
        .set(UtcMillis(desk.newsroom.app.now().0 + 3 * 60_000));
    let saved = desk.autosave(&desk.layla, id, "2", "Snow, and ice").await;
    assert_eq!(saved.status, StatusCode::OK);
    let ledger = format!("/desk/ledger?kind=story&id={id}");
    let ledger = desk.newsroom.get_as(&desk.omar, &ledger).await.text();
    assert!(ledger.contains("<td>took over writing</td>"), "{ledger}");
}

#[tokio::test]
async fn copies_grow_thin_with_age_and_what_was_lost_stays() {
    let desk = Desk::open().await;
    let id = desk.story().await;
    let begin = desk.newsroom.app.now().0;
    let minutes = 60_000;
    for minute in 1..=130 {
        desk.newsroom.clock.set(UtcMillis(begin + minute * minutes));
        let (version, headline) = (minute.to_string(), format!("Snow {minute}"));
        let saved = desk.autosave(&desk.layla, id, &version, &headline).await;
        assert_eq!(saved.status, StatusCode::OK, "{minute}");
    }
    let lost = desk.autosave(&desk.omar, id, "1", "Ice").await;
    assert_eq!(lost.status, StatusCode::CONFLICT);
    let thin = async |later: i64| {
        let now = UtcMillis(begin + later);
        let app = &desk.newsroom.app;
        app.db
            .write(move |tx: &mut Tx<'_, '_>| writing::thin(tx, now))
            .await
            .unwrap();
        app.db
            .read(move |tx| writing::copies(tx, id, 1000))
            .await
            .unwrap()
            .len()
    };
    // Sixty of the last hour, two of the two hours before, the one aside.
    assert_eq!(thin(130 * minutes).await, 61 + 2 + 1);
    assert_eq!(thin(30 * 60 * minutes).await, 1 + 1);
    assert_eq!(thin(200 * 24 * 60 * minutes).await, 0);
}
