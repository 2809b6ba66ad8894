//! What stands in the braces of an address, made anew for each question, so that no answer depends
//! on the one before.

use sijil::articles::ArticleId;
use sijil::staff::Reach;
use sijil_text::Lang;

use super::People;
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
        "far-story" => Reach::to(&[Lang::Ar], &[]),
        _ => Reach::default(),
    };
    if let Some(who) = who {
        newsroom.limit(who.id, reach).await;
    }
    let id = match name {
        "-" => return Some(Vec::new()),
        "story" => public_story(newsroom).await.to_string(),
        "comment" => {
            let candidate = candidate(public_story(newsroom).await, "The bridge is open.");
            newsroom.take_in(candidate).await.to_string()
        }
        "rule" => "1".to_owned(),
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
        _ => return None,
    };
    Some(vec![("id", id)])
}

/// A story that is public, of nobody on the staff.
async fn public_story(newsroom: &TestNewsroom) -> ArticleId {
    let number: i64 = newsroom.app.ids.next(newsroom.app.now());
    let headline = format!("Story {number}");
    newsroom
        .publish(Draft::english(headline, "<p>The bridge opens.</p>"))
        .await
}
