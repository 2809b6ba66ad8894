//! What readers ask for: what is listed under a section, tag or person.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use sijil_text::Slug;

use super::{Kind, Topic, store};
use crate::app::App;
use crate::changes::Tag;
use crate::db::DbError;
use crate::lists::Cursor;
use crate::lists::{self, Card};
use crate::web::extract::{Fields, TopicAddress};
use crate::web::house::House;
use crate::web::page::moved;
use crate::web::{Edition, Frame, Page, PageError, Urls};

/// Stories on a page.
const PAGE_CARDS: usize = 20;

#[derive(Template)]
#[template(path = "topics/topic.html")]
struct TopicPage {
    frame: Frame,
    topic: Topic,
    parent: Option<Topic>,
    parts: Vec<Topic>,
    lead: Option<Card>,
    cards: Vec<Card>,
    newer: Option<String>,
    older: Option<String>,
}

/// A section's page.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn section(
    app: State<App>,
    edition: Edition,
    at: TopicAddress,
    fields: Fields,
) -> Result<Response, PageError> {
    page(app, edition, at, fields, Kind::Section).await
}

/// A tag's page.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn tag(
    app: State<App>,
    edition: Edition,
    at: TopicAddress,
    fields: Fields,
) -> Result<Response, PageError> {
    page(app, edition, at, fields, Kind::Tag).await
}

/// A person's page.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn person(
    app: State<App>,
    edition: Edition,
    at: TopicAddress,
    fields: Fields,
) -> Result<Response, PageError> {
    page(app, edition, at, fields, Kind::Person).await
}

async fn page(
    State(app): State<App>,
    edition: Edition,
    at: TopicAddress,
    fields: Fields,
    kind: Kind,
) -> Result<Response, PageError> {
    let (lang, before) = (at.lang, fields.before());
    let urls = Urls { lang, edition };
    let houses = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let Some(topic) = store::with_slug(tx, kind, lang, &at.slug)? else {
                let moved = store::moved_to(tx, kind, lang, &at.slug)?;
                return Ok(moved.map_or(Found::Nothing, Found::Moved));
            };
            let limit = i64::try_from(PAGE_CARDS + 1).unwrap_or(i64::MAX);
            let cards = lists::listed(tx, topic.id, lang, before, limit)?;
            let other = store::named(tx, topic.id, lang.other())?;
            let house = houses.houses.get(tx, lang)?;
            let listed = Listed {
                topic,
                cards,
                other,
                house,
            };
            Ok::<_, DbError>(Found::Listed(Box::new(listed)))
        })
        .await?;
    let listed = match found {
        Found::Nothing => return Err(PageError::NotFound),
        Found::Moved(slug) => return Ok(moved(&urls.topic(kind, slug.as_str()))),
        Found::Listed(listed) => *listed,
    };
    shown(&app, urls, listed, before)
}

/// What stands at a topic's address.
enum Found {
    Nothing,
    /// It has another slug now.
    Moved(Slug),
    Listed(Box<Listed>),
}

struct Listed {
    topic: Topic,
    cards: Vec<Card>,
    other: Option<Topic>,
    house: Arc<House>,
}

fn shown(app: &App, urls: Urls, listed: Listed, before: Cursor) -> Result<Response, PageError> {
    let Listed {
        topic,
        mut cards,
        other,
        house,
    } = listed;
    let (kind, lang) = (topic.kind, urls.lang);
    let here = urls.topic(kind, topic.slug.as_str());
    let older = older(urls, &here, &mut cards);
    let newer = (before != Cursor::NEWEST).then(|| here.clone());
    let path = Urls::full(lang).topic(kind, topic.slug.as_str());
    let translation = other.map(|other| Urls::full(other.lang).topic(kind, other.slug.as_str()));
    let mut frame = Frame::new(app, urls, house, path.clone())
        .titled(topic.name.clone(), topic.about.clone())
        .translated(translation)
        .within((kind == Kind::Section).then_some(topic.id))
        .fed(format!("{path}feed.atom"));
    frame.is_hidden = before != Cursor::NEWEST;
    let made_of: Vec<Tag> = cards.iter().map(|card| Tag::article(card.id)).collect();
    let leads = kind == Kind::Section && before == Cursor::NEWEST;
    let lead = (leads && !cards.is_empty()).then(|| cards.remove(0));
    let named = |id| {
        frame
            .house
            .sections
            .iter()
            .find(|section| section.id == id)
            .cloned()
    };
    let parent = topic.parent.and_then(named);
    let parts = frame.house.under(Some(topic.id)).cloned().collect();
    let own = [Tag::topic(topic.id), Tag::House];
    let view = TopicPage {
        frame,
        topic,
        parent,
        parts,
        lead,
        cards,
        newer,
        older,
    };
    let page = Page::html(&view)?.tagged(made_of).tagged(own);
    Ok(page.into_response())
}

/// Takes the one card too many off a list, and gives the address at which the list goes on.
pub(crate) fn older(urls: Urls, here: &str, cards: &mut Vec<Card>) -> Option<String> {
    if cards.len() <= PAGE_CARDS {
        return None;
    }
    cards.truncate(PAGE_CARDS);
    let last = cards.last()?;
    Some(urls.before(
        here,
        Cursor {
            at: last.published_at,
            id: last.id.0,
        },
    ))
}
