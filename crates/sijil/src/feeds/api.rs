//! The read API, described by `assets/openapi.json`. What it tells is what the pages show.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::{Value, json};
use sijil_text::{Lang, plain_text};

use crate::app::App;
use crate::articles::{self, ArticleId};
use crate::changes::Tag;
use crate::db::DbError;
use crate::lists::Cursor;
use crate::lists::{self, Card};
use crate::search::{Asked, ask, look_up};
use crate::topics::{self, Kind};
use crate::web::extract::{Fields, Named};
use crate::web::{CachePolicy, Edition, Page, PageError, Urls, urls};

const JSON: &str = "application/json; charset=utf-8";
const OPENAPI: &str = include_str!("../../assets/openapi.json");
/// Stories in one answer.
const PAGE_STORIES: i64 = 50;

/// A failure as RFC 9457 tells it.
pub(crate) fn problem(status: StatusCode, detail: &str) -> Response {
    let title = status.canonical_reason().unwrap_or("Error");
    let body =
        json!({"type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail});
    Page::new(body.to_string(), "application/problem+json")
        .with_status(status)
        .with_policy(CachePolicy::Never)
        .into_response()
}

fn failed(error: PageError) -> Response {
    match error {
        PageError::NotFound => problem(StatusCode::NOT_FOUND, "there is nothing at this address"),
        PageError::SearchNotReady => problem(
            error.status(),
            "the search is being prepared; try again in a minute",
        ),
        PageError::Busy => problem(error.status(), "too busy just now; try again in a minute"),
        other => other.into_response(),
    }
}

/// What the API offers, in OpenAPI 3.1.
pub async fn openapi() -> Page {
    Page::new(OPENAPI.to_owned(), JSON)
}

/// The newest stories of a language, page by page.
pub async fn stories(State(app): State<App>, fields: Fields) -> Response {
    let Ok(lang) = Lang::try_from(fields.get("lang")) else {
        return problem(StatusCode::BAD_REQUEST, "lang must be ar or en");
    };
    let before = fields.before();
    match newest(&app, lang, before).await {
        Ok(page) => page.into_response(),
        Err(error) => failed(error),
    }
}

async fn newest(app: &App, lang: Lang, before: Cursor) -> Result<Page, PageError> {
    let read = move |tx: &mut crate::db::Tx<'_, '_>| lists::latest(tx, lang, before, PAGE_STORIES);
    let cards = app.db.read(read).await?;
    let is_full = i64::try_from(cards.len()) == Ok(PAGE_STORIES);
    let next = cards.last().filter(|_| is_full).map(|card| {
        let cursor = Cursor {
            at: card.published_at,
            id: card.id.0,
        };
        let path = format!("/api/v1/stories?lang={}", lang.code());
        format!(
            "{}{path}&before={}-{}",
            app.config.url, cursor.at.0, cursor.id
        )
    });
    let stories: Vec<Value> = cards.iter().map(|card| summary(app, card)).collect();
    let made_of = cards.iter().map(|card| Tag::article(card.id));
    let body = json!({"stories": stories, "next": next}).to_string();
    Ok(Page::new(body, JSON)
        .tagged(made_of)
        .tagged([Tag::latest(lang)]))
}

/// One story, whole.
pub async fn story(State(app): State<App>, named: Named) -> Response {
    let id = named
        .get("id")
        .ok()
        .and_then(|id| id.parse().ok())
        .map(ArticleId);
    match id {
        Some(id) => whole(&app, id)
            .await
            .map_or_else(failed, IntoResponse::into_response),
        None => problem(StatusCode::NOT_FOUND, "a story's id is a whole number"),
    }
}

async fn whole(app: &App, id: ArticleId) -> Result<Page, PageError> {
    let found = app
        .db
        .read(move |tx| {
            let Some(card) = lists::card(tx, id)? else {
                return Ok(None);
            };
            let revisions = articles::revisions(tx, id)?;
            let corrections = articles::corrections_of(tx, id)?;
            let topics = topics::of_article(tx, id, card.lang)?;
            Ok::<_, DbError>(Some((card, revisions, corrections, topics)))
        })
        .await?;
    let (card, revisions, corrections, topics) = found.ok_or(PageError::NotFound)?;
    let newest = revisions.last().ok_or(PageError::NotFound)?;
    let content = &newest.printed.content;
    let instant = |at| app.config.zone.rfc3339(at);
    let mut story = summary(app, &card);
    let more = json!({
        "html": content.body.as_str(),
        "text": plain_text(&content.body).text,
        "agency": content.agency,
        "dateline": content.dateline,
        "bylines": content.bylines.iter().map(|byline| &byline.name).collect::<Vec<_>>(),
        "sign_off": content.sign_off,
        "tags": topics.iter().filter(|topic| topic.kind == Kind::Tag)
            .map(|topic| &topic.name).collect::<Vec<_>>(),
        "corrections": corrections.iter()
            .map(|correction| json!({"at": instant(correction.at), "kind": correction.kind.word(), "text": correction.text}))
            .collect::<Vec<_>>(),
        "revisions": revisions.iter()
            .map(|revision| json!({
                "number": revision.number,
                "at": instant(revision.at),
                "sha256": revision.sha256,
            }))
            .collect::<Vec<_>>(),
    });
    if let (Value::Object(story), Value::Object(more)) = (&mut story, more) {
        story.extend(more);
    }
    Ok(Page::new(story.to_string(), JSON).tagged([Tag::article(id), Tag::House]))
}

/// Stories that a search finds.
pub async fn search(State(app): State<App>, fields: Fields) -> Response {
    let asked = Asked::read(&fields);
    if asked.text.is_empty() {
        return problem(StatusCode::BAD_REQUEST, "q must hold at least one word");
    }
    found(&app, &asked)
        .await
        .map_or_else(failed, IntoResponse::into_response)
}

async fn found(app: &App, asked: &Asked) -> Result<Page, PageError> {
    let houses = app.clone();
    let lang =
        Lang::try_from(asked.lang.as_str()).unwrap_or_else(|_| app.choices().default_language);
    let house = app.db.read(move |tx| houses.houses.get(tx, lang)).await?;
    let hits = ask(app, asked, asked.filter(app, &house)).await?;
    let (total, reader) = (hits.total, app.clone());
    let found = app
        .db
        .read(move |tx| look_up(tx, &reader, Edition::Full, &hits))
        .await?;
    let stories: Vec<Value> = found
        .iter()
        .map(|found| summary(app, &found.card))
        .collect();
    let body = json!({"total": total, "page": asked.page, "stories": stories}).to_string();
    Ok(Page::new(body, JSON).with_policy(CachePolicy::Brief))
}

fn summary(app: &App, card: &Card) -> Value {
    let path = Urls::full(card.lang).card(card);
    json!({
        "id": card.id.to_string(),
        "url": format!("{}{}", app.config.url, urls::encoded(&path)),
        "lang": card.lang.code(),
        "headline": card.headline,
        "standfirst": card.standfirst,
        "section": card.section.as_ref().map(|(name, _)| name),
        "published": app.config.zone.rfc3339(card.published_at),
        "updated": app.config.zone.rfc3339(card.updated_at),
    })
}
