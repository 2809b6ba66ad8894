//! The newest claims of the record, in Atom.

use askama::Template;
use axum::response::{IntoResponse, Response};
use sijil_text::Lang;

use super::made_of;
use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};
use crate::feeds::ITEMS_MAX;
use crate::record::claims::{self, Asked};
use crate::record::export::{About, View};
use crate::web::text::excerpt;
use crate::web::{Page, PageError};

/// Letters of a title.
const TITLE_CHARS_MAX: usize = 120;

#[derive(Template)]
#[template(path = "record/export/pages/claims.xml")]
struct Feed {
    lang: Lang,
    page: String,
    own: String,
    title: String,
    updated: String,
    entries: Vec<Entry>,
}

/// A claim in the feed.
struct Entry {
    url: String,
    lang: Lang,
    title: String,
    author: String,
    updated: String,
    story: String,
    text: String,
}

/// The feed.
///
/// # Errors
/// When the database fails.
pub(super) async fn claims(app: &App, lang: Lang) -> Result<Response, PageError> {
    let reading = app.clone();
    let read = move |tx: &mut Tx<'_, '_>| {
        let house = reading.houses.get(tx, lang)?;
        let mut view = View::new(lang, &About::read(tx, &reading.config)?);
        let newest = (i64::MAX, i64::MAX);
        let found = claims::public(tx, &Asked::default(), newest, ITEMS_MAX)?;
        let mut entries = Vec::new();
        for claim in &found {
            let shown = view.shown(tx, claim)?;
            let sentence = shown.sentence();
            let text = sentence.map_or_else(String::new, |anchor| anchor.exact.clone());
            let story = view.story(claim.story);
            entries.push(Entry {
                url: view.url("claims", claim.id.0),
                lang: claim.lang,
                title: excerpt(&text, TITLE_CHARS_MAX),
                author: view.chain(&shown.claim),
                updated: reading.config.zone.rfc3339(claim.decided_at),
                story: story.map_or_else(String::new, |card| view.story_url(card)),
                text,
            });
        }
        let newest = found.iter().map(|claim| claim.decided_at).max();
        Ok::<_, DbError>((house, entries, newest.unwrap_or(UtcMillis(0))))
    };
    let (house, entries, newest) = app.db.read(read).await?;
    let page = format!("{}/{}/record/", app.config.url, lang.code());
    let feed = Feed {
        lang,
        own: format!("{page}files/claims.atom"),
        title: format!("{} · {}", app.say(lang).say("record"), house.name),
        updated: app.config.zone.rfc3339(newest),
        page,
        entries,
    };
    let page = Page::rendered(&feed, "application/atom+xml; charset=utf-8")?;
    Ok(page.tagged(made_of()).into_response())
}
