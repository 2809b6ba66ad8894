//! Counts and states, whatever happens at the same moment.

use sijil::comments::thread::{Mode, Settings};
use sijil::comments::{
    self, CommentError, CommentId, Counts, Dated, Filter, NewComment, State, Way, standing::Words,
};
use sijil::db::{Db, UtcMillis};

use super::{secret, story, written};
use crate::support::{Draft, NOW, TestNewsroom};

#[tokio::test]
async fn counts_agree_with_the_rows_after_many_writers() {
    const WRITERS: i64 = 32;
    let newsroom = TestNewsroom::open().await;
    let (article, _) = story(&newsroom).await;
    let root = newsroom.says(article, 0, None).await;
    let writers: Vec<_> = (1..=WRITERS)
        .map(|number| {
            let new = NewComment {
                parent: (number % 3 == 0).then_some(root),
                state: if number % 4 == 0 {
                    State::Held
                } else {
                    State::Shown
                },
                ..written(&newsroom, article, number)
            };
            tokio::spawn(write_and_decide(newsroom.app.db.clone(), new))
        })
        .collect();
    let hide_root = async {
        for to in [State::Held, State::Shown, State::Rejected] {
            newsroom.moves(root, to).await;
        }
    };
    hide_root.await;
    for writer in writers {
        writer.await.unwrap();
    }
    let (thread, counted, replies) = newsroom
        .app
        .db
        .read(move |tx| {
            let root = comments::comment(tx, root)?.unwrap();
            let (thread, counted) = (
                comments::thread(tx, article)?,
                comments::counted(tx, article)?,
            );
            Ok::<_, sijil::db::DbError>((thread, counted, root.replies))
        })
        .await
        .unwrap();
    let kept = Counts {
        shown: thread.shown,
        roots: thread.roots,
        waiting: thread.waiting,
    };
    assert_eq!(kept, counted);
    let page = newsroom
        .get("/en/2026/11/08/water-is-back/comments/?sort=newest")
        .await
        .text();
    let shown = page.matches("class=\"comment__author\"").count();
    assert_eq!(i64::try_from(shown).unwrap(), thread.shown);
    assert!(replies <= thread.shown);
}

/// Keeps a comment; then two decide on it at once, and one of them is too late.
async fn write_and_decide(db: Db, new: NewComment) {
    let (id, at) = (new.id, UtcMillis(new.at.0 + 1));
    match db.write(move |tx| comments::insert(tx, &new)).await {
        // What it answers was hidden at that moment.
        Err(CommentError::ParentGone) => return,
        kept => kept.unwrap(),
    }
    let read = db.read(move |tx| comments::comment(tx, id)).await;
    let seen = read.unwrap().unwrap().seen();
    let to = |state| db.write(move |tx| comments::set_state(tx, id, seen, state, at));
    let (one, other) = tokio::join!(to(State::Withdrawn), to(State::Shown));
    if seen.state == State::Held {
        assert!(one.unwrap() ^ other.unwrap(), "both decided");
    }
}

#[tokio::test]
async fn only_what_is_shown_can_be_answered() {
    let newsroom = TestNewsroom::open().await;
    let (article, _) = story(&newsroom).await;
    let other = newsroom
        .publish(Draft::english("Bread is back", "<p>Yes.</p>"))
        .await;
    let root = newsroom.says(article, 0, None).await;
    let elsewhere = NewComment {
        parent: Some(root),
        ..written(&newsroom, other, 1)
    };
    assert_eq!(
        newsroom.keep(elsewhere).await,
        Err(CommentError::ParentGone)
    );
    newsroom.moves(root, State::Withdrawn).await;
    let late = NewComment {
        parent: Some(root),
        ..written(&newsroom, article, 2)
    };
    assert_eq!(newsroom.keep(late).await, Err(CommentError::ParentGone));
    let counted = newsroom
        .app
        .db
        .read(move |tx| comments::counted(tx, article))
        .await;
    assert_eq!(counted.unwrap(), Counts::default());
}

#[tokio::test]
async fn nobody_approves_words_that_nobody_read() {
    let newsroom = TestNewsroom::open().await;
    let (article, _) = story(&newsroom).await;
    let held = NewComment {
        state: State::Held,
        mail: Some("omar@paper.example".to_owned()),
        reasons: vec!["word".to_owned(), "links".to_owned()],
        dated: Dated::Day,
        ..written(&newsroom, article, 0)
    };
    let id = newsroom.keep(held).await.unwrap();
    let read = newsroom.kept(id).await;
    assert_eq!(read.reasons, ["word", "links"]);
    assert_eq!(read.dated, Dated::Day);
    let words = Words {
        name: "Omar".to_owned(),
        body: "Other words.".to_owned(),
    };
    let seen = read.seen();
    let db = &newsroom.app.db;
    let changed = db
        .write(move |tx| comments::edit(tx, id, seen, &words, (State::Held, NOW)))
        .await;
    assert!(changed.unwrap());
    let approved = db
        .write(move |tx| comments::set_state(tx, id, seen, State::Shown, NOW))
        .await;
    assert!(!approved.unwrap());
    let erased = db
        .write(move |tx| {
            let mail = comments::mail(tx, id)?;
            comments::set_best(tx, id, 7)?;
            comments::erase(tx, id, NOW)?;
            Ok::<_, sijil::db::DbError>((mail, comments::mail(tx, id)?))
        })
        .await
        .unwrap();
    assert_eq!(
        erased.0.unwrap(),
        ("omar@paper.example".to_owned(), "en".to_owned())
    );
    assert_eq!(erased.1, None);
    let gone = newsroom.kept(id).await;
    assert_eq!(
        (gone.name.as_str(), gone.body.as_str(), gone.state),
        ("", "", State::Erased)
    );
    assert_eq!(gone.best, 7);
}

#[tokio::test]
async fn moderators_see_the_longest_waiting_first() {
    let newsroom = TestNewsroom::open().await;
    let (article, _) = story(&newsroom).await;
    let other = newsroom
        .publish(Draft::english("Bread is back", "<p>Yes.</p>"))
        .await;
    for (at, article, way) in [
        (3, article, Way::Lane),
        (1, article, Way::Code),
        (2, other, Way::Code),
    ] {
        let held = NewComment {
            state: State::Held,
            way,
            ..written(&newsroom, article, at)
        };
        newsroom.keep(held).await.unwrap();
    }
    let check = async |filter: Filter, after: i64, wanted: &[&str]| {
        let after = (UtcMillis(NOW.0 + after * 1000), CommentId(i64::MAX));
        let found = newsroom
            .app
            .db
            .read(move |tx| comments::waiting(tx, State::Held, &filter, after, 10));
        let found = found.await.unwrap();
        let bodies: Vec<_> = found.iter().map(|comment| comment.body.as_str()).collect();
        assert_eq!(bodies, wanted);
    };
    let all = ["Words number 1.", "Words number 2.", "Words number 3."];
    check(Filter::default(), 0, &all).await;
    check(Filter::default(), 1, &all[1..]).await;
    check(
        Filter {
            article: Some(other),
            way: None,
        },
        0,
        &all[1..2],
    )
    .await;
    check(
        Filter {
            article: None,
            way: Some(Way::Lane),
        },
        0,
        &all[2..],
    )
    .await;
}

#[tokio::test]
async fn a_thread_is_closed_by_the_desk_or_by_its_age_and_may_be_slow() {
    let newsroom = TestNewsroom::open().await;
    let (article, address) = story(&newsroom).await;
    let net = Some(b"a network".to_vec());
    newsroom
        .keep(NewComment {
            net,
            ..written(&newsroom, article, 0)
        })
        .await
        .unwrap();
    let settings = Settings {
        mode: Mode::AllHeld,
        closed_at: None,
        slow_seconds: 60,
    };
    let db = &newsroom.app.db;
    let later = UtcMillis(NOW.0 + 20_500);
    let waits = db
        .write(move |tx| {
            comments::set_thread(tx, article, &settings, NOW)?;
            let thread = comments::thread(tx, article)?;
            assert_eq!(thread.settings, settings);
            let mine = thread.wait_seconds(tx, article, b"a network", later)?;
            let other = thread.wait_seconds(tx, article, b"another", later)?;
            Ok::<_, sijil::db::DbError>((mine, other))
        })
        .await;
    assert_eq!(waits.unwrap(), (40, 0));
    assert!(newsroom.get(&address).await.text().contains("id=\"write\""));
    let closed = Settings {
        closed_at: Some(NOW),
        ..settings
    };
    db.write(move |tx| comments::set_thread(tx, article, &closed, NOW))
        .await
        .unwrap();
    newsroom
        .eventually("the thread is closed", async || {
            !newsroom.get(&address).await.text().contains("id=\"write\"")
        })
        .await;
    let old = comments::thread::closes_at(NOW, 30);
    let open = db
        .read(move |tx| comments::thread(tx, article))
        .await
        .unwrap();
    assert!(!open.is_open(NOW, 30, UtcMillis(old.0 + 1)));
    let receipt = newsroom
        .get(&format!("/en/receipt/{}", secret(CommentId(1))))
        .await;
    assert_eq!(receipt.status, 404);
}
