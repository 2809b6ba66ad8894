//! What becomes of old stories in a newsroom: taken in with notes, or left out with a reason.

use sijil::articles::ArticleId;
use sijil::import::{Assumed, Taken, identity, take};
use sijil::lists::{self, Cursor};
use sijil::topics::Kind;
use sijil_import::{Incoming, Options, Outcome, read};
use sijil_text::Lang;

use crate::support::TestNewsroom;

/// The story of one NDJSON record.
fn story(record: &str) -> Incoming {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.ndjson");
    std::fs::write(&path, record).unwrap();
    let outcome = read(&[path], &Options::default()).next();
    match outcome {
        Some(Outcome::Found(incoming)) => *incoming,
        other => panic!("{other:?}"),
    }
}

async fn taken(newsroom: &TestNewsroom, record: &str) -> Taken {
    let (app, incoming) = (newsroom.app.clone(), story(record));
    let take = move |tx: &mut sijil::db::Tx<'_, '_>| take(tx, &app, &incoming, &Assumed::default());
    newsroom.app.db.write(take).await.unwrap()
}

fn notes(taken: &Taken) -> &[String] {
    match taken {
        Taken::Imported { notes, .. } => notes,
        other => panic!("{other:?}"),
    }
}

fn reason(taken: &Taken) -> &str {
    match taken {
        Taken::Skipped { reason } => reason,
        other => panic!("{other:?}"),
    }
}

const TEXT: &str = "Water ran again in the taps of Marj al-Luban on Sunday, the engineer said.";

#[tokio::test]
async fn sections_and_tags_that_the_newsroom_lacks_are_named() {
    let newsroom = TestNewsroom::open().await;
    newsroom.topic(Kind::Section, None, "Town", "البلدة").await;
    newsroom.topic(Kind::Tag, None, "Water", "الماء").await;
    let both = taken(
        &newsroom,
        &format!(r#"{{"id": "1", "title": "Pumps run", "text": "{TEXT}", "date": "2017-11-24", "section": "Fields", "tags": ["Water", "Pumps"]}}"#),
    )
    .await;
    assert_eq!(
        notes(&both),
        [
            "its section “Fields” is not one of the newsroom's",
            "its tag “Pumps” is not one of the newsroom's"
        ]
    );
    let neither = taken(
        &newsroom,
        &format!(r#"{{"id": "2", "title": "Pumps run on", "text": "{TEXT}", "date": "2017-11-24", "section": "Town", "tags": ["Water"]}}"#),
    )
    .await;
    assert!(notes(&neither).is_empty());
    let line = serde_json::to_value(&neither).unwrap();
    assert!(line.get("notes").is_none(), "{line}");
}

#[tokio::test]
async fn what_a_page_leaves_in_doubt_comes_with_the_story() {
    let newsroom = TestNewsroom::open().await;
    let untitled = format!(r#"{{"id": "1", "text": "{TEXT}", "date": "2017-11-24"}}"#);
    let taken = taken(&newsroom, &untitled).await;
    let [note] = notes(&taken) else {
        panic!("{taken:?}");
    };
    assert!(note.contains("no title"), "{note}");
}

#[tokio::test]
async fn an_imported_story_is_known_by_the_name_its_source_gave_it() {
    let newsroom = TestNewsroom::open().await;
    let record =
        format!(r#"{{"id": "old-77", "title": "Pumps", "text": "{TEXT}", "date": "2017-11-24"}}"#);
    taken(&newsroom, &record).await;
    let newest =
        move |tx: &mut sijil::db::Tx<'_, '_>| lists::latest(tx, Lang::En, Cursor::NEWEST, 1);
    let [card] = &newsroom.app.db.read(newest).await.unwrap()[..] else {
        panic!("not imported");
    };
    let id = card.id;
    let of = |id| newsroom.app.db.read(move |tx| identity(tx, id));
    assert_eq!(of(id).await, Ok(Some("old-77".to_owned())));
    assert_eq!(of(ArticleId(7)).await, Ok(None));
}

#[tokio::test]
async fn a_story_whose_day_lies_ahead_is_not_published() {
    let newsroom = TestNewsroom::open().await;
    let ahead =
        format!(r#"{{"id": "1", "title": "Pumps", "text": "{TEXT}", "date": "2031-02-03"}}"#);
    let taken = taken(&newsroom, &ahead).await;
    let reason = reason(&taken);
    assert!(
        reason.contains("2031-02-03") && reason.contains("lies ahead"),
        "{reason}"
    );
}

#[tokio::test]
async fn a_record_keeps_its_time_of_publication() {
    let newsroom = TestNewsroom::open().await;
    let timed = format!(
        r#"{{"id": "1", "title": "Pumps", "text": "{TEXT}", "date": "2017-11-24T07:41:00Z"}}"#
    );
    let Taken::Imported { path, .. } = taken(&newsroom, &timed).await else {
        panic!("the story was not taken");
    };
    let page = newsroom.get(&path).await.text();
    assert!(page.contains("07:41"), "{page}");
}

#[tokio::test]
async fn an_unreadable_date_is_quoted_in_the_reason() {
    let newsroom = TestNewsroom::open().await;
    let odd = format!(r#"{{"id": "1", "title": "Pumps", "text": "{TEXT}", "date": "24.11.2017"}}"#);
    let taken = taken(&newsroom, &odd).await;
    assert!(reason(&taken).contains("24.11.2017"), "{taken:?}");
}

#[tokio::test]
async fn votes_that_a_page_showed_are_shown_as_those_of_the_old_site() {
    let newsroom = TestNewsroom::open().await;
    taken(
        &newsroom,
        &format!(r#"{{"id": "1", "lang": "en", "title": "Pumps run", "text": "{TEXT}", "date": "2017-11-24", "votes_for": 54, "votes_against": 51}}"#),
    )
    .await;
    let page = newsroom.get("/en/2017/11/24/pumps-run/").await.text();
    assert!(
        page.contains("105 of these votes came from the old site."),
        "{page}"
    );
    assert!(page.contains("For <span class=\"votes__count\">54</span>"));
    assert!(!page.contains("votes__button"), "voting is long over");
}

#[tokio::test]
async fn old_comments_come_with_their_story_and_nothing_comes_twice() {
    let newsroom = TestNewsroom::open().await;
    let record = format!(
        r#"{{"id": "c", "title": "Pumps run", "text": "{TEXT}", "date": "2017-11-24", "comments": [
            {{"name": "Omar", "date": "25 November 2017", "text": "At last."}},
            {{"name": "", "text": "Same words."}},
            {{"name": "", "text": "Same words."}},
            {{"name": "Nobody", "text": "  "}}]}}"#
    );
    let record = record.replace('\n', " ");
    for _ in 0..2 {
        taken(&newsroom, &record).await;
    }
    let page = newsroom
        .get("/en/2017/11/24/pumps-run/comments/")
        .await
        .text();
    assert!(page.contains("3 comments"), "{page}");
    assert_eq!(page.matches("from the old site").count(), 3);
    assert_eq!(page.matches("Without a name").count(), 2);
    assert!(
        page.contains("<time datetime=\"2017-11-25\">25 November 2017</time>"),
        "{page}"
    );
    // Its story is old: nothing more is taken.
    assert!(page.contains("Comments on this story are closed"), "{page}");
}
