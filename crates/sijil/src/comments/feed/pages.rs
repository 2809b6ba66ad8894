//! The newest comments of a story, in Atom with the threading of RFC 4685.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use sijil_text::Lang;

use crate::app::App;
use crate::comments::CommentId;
use crate::comments::places::{self, Place};
use crate::comments::story::{Found, Story, find};
use crate::db::Tx;
use crate::web::extract::StoryAddress;
use crate::web::page::moved;
use crate::web::{Edition, Page, PageError, Urls, urls};

#[derive(Template)]
#[template(path = "comments/feed/feed.xml")]
struct Feed {
    lang: Lang,
    page: String,
    own: String,
    title: String,
    updated: String,
    entries: Vec<Entry>,
}

/// A comment in a feed.
struct Entry {
    url: String,
    title: String,
    published: String,
    updated: String,
    author: String,
    answers: String,
    text: String,
}

/// The feed.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn feed(State(app): State<App>, at: StoryAddress) -> Result<Response, PageError> {
    let inner = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let latest = |tx: &mut Tx<'_, '_>, story: &Story| places::latest(tx, story.article.id);
            find(tx, &inner, (&at, Edition::Full), latest)
        })
        .await?;
    let (story, latest) = match found {
        Found::Here(story, latest) => (story, latest),
        Found::Elsewhere(path) => return Ok(moved(&format!("{path}feed.atom"))),
        Found::Nothing => return Err(PageError::NotFound),
    };
    let feed = written(&app, &story, &latest);
    let page = Page::rendered(&feed, "application/atom+xml; charset=utf-8")?;
    Ok(page.tagged(story.tags()).into_response())
}

fn written(app: &App, story: &Story, latest: &[Place]) -> Feed {
    let absolute = |path: &str| format!("{}{}", app.config.url, urls::encoded(path));
    let zone = &app.config.zone;
    let say = app.say(story.card.lang);
    let thread = story.thread_url(Edition::Full);
    let own = |id: CommentId| absolute(&format!("{thread}{id}/"));
    let page = absolute(&Urls::full(story.card.lang).card(&story.card));
    let changed_at = |place: &Place| place.comment.edited_at.or(place.comment.shown_at);
    let entries = latest.iter().map(|place| {
        let comment = &place.comment;
        Entry {
            url: own(comment.id),
            title: say.with("comment-by", &comment.name),
            published: zone.rfc3339(comment.at),
            updated: zone.rfc3339(changed_at(place).unwrap_or(comment.at)),
            author: comment.name.clone(),
            answers: comment.parent.map_or_else(|| page.clone(), own),
            text: comment.body.clone(),
        }
    });
    let newest = latest.iter().filter_map(changed_at).max();
    Feed {
        lang: story.card.lang,
        own: absolute(&format!("{thread}feed.atom")),
        title: format!("{}: {}", say.say("comments"), story.card.headline),
        updated: zone.rfc3339(newest.unwrap_or(story.card.published_at)),
        entries: entries.collect(),
        page: absolute(&thread),
    }
}
