//! What stands in the braces of an address, made anew for each question, so that no answer depends
//! on the one before.

use image::ImageFormat;
use sijil::articles::ArticleId;
use sijil::comments::CommentId;
use sijil::db::Tx;
use sijil::media::documents;
use sijil::media::uploads::{self, State, Upload, UploadId};
use sijil::staff::{Reach, Role};
use sijil::topics::{self, Kind, TopicId, TopicName};
use sijil_text::{Lang, Slug};

use super::People;
use crate::support::media::{picture as made, with_segment};
use crate::support::{Draft, SignedIn, TestNewsroom, candidate};

/// Values for an address's braces, by the name in them.
pub(super) type Values = Vec<(&'static str, String)>;

/// Makes the thing that a line names, for whoever asks; `None` for a name that nobody made.
pub(super) async fn make(
    newsroom: &TestNewsroom,
    people: &People,
    name: &str,
    who: Option<&SignedIn>,
) -> Option<Values> {
    let reach = match name {
        "far-story" | "far-thread" | "far-comment" | "far-batch" | "whole-paper" => {
            Reach::to(&[Lang::Ar], &[])
        }
        _ => Reach::default(),
    };
    if let Some(who) = who {
        newsroom.limit(who.id, reach).await;
    }
    let id = match name {
        "-" | "whole-paper" => return Some(Vec::new()),
        "story" | "far-thread" => public_story(newsroom).await.to_string(),
        "comment" | "far-comment" => comment(newsroom).await.to_string(),
        "far-batch" => batch(newsroom, people).await,
        "own-story" => {
            let owner = who.map_or(people.0[0].1, |who| who.id);
            let id = newsroom.begin(owner, Lang::En, "Snow").await;
            id.to_string()
        }
        "other-story" | "far-story" => {
            let other = people
                .0
                .iter()
                .find(|(_, id)| who.is_none_or(|who| who.id != *id));
            let id = newsroom.begin(other?.1, Lang::En, "Snow").await;
            id.to_string()
        }
        "own-task" | "other-task" => {
            let owner = who.map_or(people.0[0].1, |who| who.id);
            let other = people.0.iter().find(|(_, id)| owner != *id);
            let whose = if name == "own-task" { owner } else { other?.1 };
            newsroom.task(whose).await
        }
        "own-copy" | "other-copy" => {
            let owner = who.map_or(people.0[0].1, |who| who.id);
            let other = people.0.iter().find(|(_, id)| owner != *id);
            let whose = if name == "own-copy" { owner } else { other?.1 };
            let id = newsroom.begin(whose, Lang::En, "Snow").await;
            newsroom.copy_of(id, whose).await
        }
        "upload" | "other-upload" => upload(newsroom, people, name == "upload", who).await,
        "picture" => return Some(picture(newsroom, people).await),
        "document" => document(newsroom, people).await,
        "rule" | "nobody" | "passkey" | "session" => "1".to_owned(),
        "colleague" => newsroom.hire_any(Role::Reporter).await.to_string(),
        "person" => newsroom.anybody().await.to_string(),
        "link" => return Some(vec![("token", newsroom.invited(Role::Editor).await.1)]),
        "used-link" => return Some(vec![("token", "0".repeat(64))]),
        "tags" => return Some(tags(newsroom).await),
        _ => return None,
    };
    Some(vec![
        ("id", id),
        ("note", "1".to_owned()),
        ("preview", "1".to_owned()),
    ])
}

/// A story that is public, of nobody on the staff.
async fn public_story(newsroom: &TestNewsroom) -> ArticleId {
    let number: i64 = newsroom.app.ids.next(newsroom.app.now());
    let headline = format!("Story {number}");
    newsroom
        .publish(Draft::english(headline, "<p>The bridge opens.</p>"))
        .await
}

/// A comment that waits under an English story.
async fn comment(newsroom: &TestNewsroom) -> CommentId {
    let candidate = candidate(public_story(newsroom).await, "The bridge is open.");
    newsroom.take_in(candidate).await
}

/// A decision on a comment under an English story.
async fn batch(newsroom: &TestNewsroom, people: &People) -> String {
    let id = comment(newsroom).await;
    let admin = owner(newsroom, people, None).await;
    let (one, seen) = (format!("approved..{id}"), format!("seen-{id}"));
    let fields = [("one", one.as_str()), (&seen, "held.1")];
    let decided = newsroom
        .post_as(&admin, "/desk/moderation/decisions", &fields)
        .await;
    let (_, after) = decided.header("location").split_once("batch=").unwrap();
    after.split('&').next().unwrap().to_owned()
}

/// Whoever asks where a file is theirs and somebody is signed in, else an admin.
async fn owner(newsroom: &TestNewsroom, people: &People, who: Option<&SignedIn>) -> SignedIn {
    match who {
        Some(who) => who.clone(),
        None => newsroom.session(people.0.last().unwrap().1).await,
    }
}

/// A file that is being handed in: by whoever asks, or by somebody else.
async fn upload(
    newsroom: &TestNewsroom,
    people: &People,
    is_own: bool,
    who: Option<&SignedIn>,
) -> String {
    let owner = match who {
        Some(who) if !is_own => {
            let mut others = people
                .0
                .iter()
                .map(|(_, id)| *id)
                .filter(|id| *id != who.id);
            newsroom.session(others.next_back().unwrap()).await
        }
        who => owner(newsroom, people, who).await,
    };
    let id: i64 = newsroom.app.ids.next(newsroom.app.now());
    let upload = Upload {
        id: UploadId(id),
        batch: id,
        staff: owner.id,
        name: "a.jpg".to_owned(),
        bytes: 9,
        state: State::New,
        refusal: None,
        sha256: String::new(),
        at: newsroom.app.now(),
    };
    let add = move |tx: &mut Tx<'_, '_>| uploads::note(tx, &upload);
    newsroom.app.db.write(add).await.unwrap();
    id.to_string()
}

async fn picture(newsroom: &TestNewsroom, people: &People) -> Values {
    let admin = owner(newsroom, people, None).await;
    let number: i64 = newsroom.app.ids.next(newsroom.app.now());
    let jpeg = made(3, 2, 9, ImageFormat::Jpeg);
    let bytes = with_segment(&jpeg, 0xFE, number.to_string().as_bytes());
    let entry = newsroom.keep_picture(&admin, "bridge.jpg", &bytes).await;
    vec![
        ("id", entry.id.to_string()),
        ("sha256", entry.picture.sha256),
    ]
}

async fn document(newsroom: &TestNewsroom, people: &People) -> String {
    let admin = owner(newsroom, people, None).await;
    let number: i64 = newsroom.app.ids.next(newsroom.app.now());
    let bytes = format!("%PDF-1.7 {number}");
    newsroom
        .hand_in(&admin, &[("list.pdf", bytes.as_bytes())])
        .await;
    let sha256 = sijil::articles::content::sha256(bytes.as_bytes());
    let found = newsroom
        .app
        .db
        .read(move |tx| documents::named(tx, &sha256));
    found.await.unwrap().unwrap().id.to_string()
}

/// Two tags that nobody uses.
async fn tags(newsroom: &TestNewsroom) -> Values {
    let mut ids = Vec::new();
    for _ in 0..2 {
        let id: TopicId = newsroom.app.ids.next(newsroom.app.now());
        let now = newsroom.app.now();
        let name = TopicName {
            lang: Lang::En,
            slug: Slug::parse(&format!("tag-{id}")).unwrap(),
            name: format!("Tag {id}"),
            role: String::new(),
            about: String::new(),
        };
        let put = move |tx: &mut Tx<'_, '_>| {
            topics::put(
                tx,
                (id, Kind::Tag, None, 0),
                std::slice::from_ref(&name),
                now,
            )
        };
        newsroom.app.db.write(put).await.unwrap();
        ids.push(id.to_string());
    }
    let other = ids.pop().unwrap();
    vec![("id", ids.pop().unwrap()), ("other", other)]
}
