//! What readers ask for: a story's thread, one conversation of it, and the form for an answer.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use sijil_text::Lang;

use super::CommentId;
use super::form::Filled;
use super::places::{self, Order, Place};
use super::story::{Found, Story, find};
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::web::extract::{Fields, InLang, Named, StoryAddress};
use crate::web::page::{elsewhere, moved};
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "comments/thread.html")]
struct ThreadPage {
    frame: Frame,
    story: String,
    headline: String,
    thread: String,
    shown: usize,
    order: Order,
    places: Vec<Place>,
    root: Option<Place>,
    start: Option<String>,
    next: Option<String>,
    form: Option<Filled>,
}

#[derive(Template)]
#[template(path = "comments/reply.html")]
struct ReplyPage {
    frame: Frame,
    story: String,
    headline: String,
    thread: String,
    parent: Option<Place>,
    form: Option<Filled>,
}

/// A story's thread.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn thread(
    State(app): State<App>,
    edition: Edition,
    at: StoryAddress,
    fields: Fields,
) -> Result<Response, PageError> {
    let urls = Urls {
        lang: at.lang,
        edition,
    };
    let (order, after) = (Order::named(fields.get("sort")), fields.after());
    let inner = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let page = |tx: &mut Tx<'_, '_>, story: &Story| {
                let after = after.unwrap_or(order.start());
                let (mut places, next) = places::page(tx, story.article.id, order, after)?;
                places::add_ballots(tx, &mut places, story.published(), inner.now())?;
                Ok((places, next))
            };
            find(tx, &inner, (&at, edition), page)
        })
        .await?;
    let (story, (places, next)) = match found {
        Found::Here(story, page) => (story, page),
        Found::Elsewhere(path) => return Ok(moved(&path)),
        Found::Nothing => return Err(PageError::NotFound),
    };
    let here = story.thread_url(edition);
    let translation = story
        .translation
        .as_ref()
        .map(|card| Urls::full(card.lang).thread(&card.day, &card.slug));
    let mut frame = story
        .frame(&app, urls, story.thread_url(Edition::Full))
        .translated(translation);
    frame.is_hidden = after.is_some() || order != Order::Oldest;
    let view = ThreadPage {
        form: story.form(&app, &frame, None),
        frame,
        story: urls.card(&story.card),
        headline: story.card.headline.clone(),
        shown: usize::try_from(story.thread.shown).unwrap_or(0),
        order,
        places,
        root: None,
        start: after.map(|_| format!("{here}{}", order.query(None))),
        next: next.map(|next| format!("{here}{}", order.query(Some(next)))),
        thread: here,
    };
    Ok(Page::html(&view)?.tagged(story.tags()).into_response())
}

/// What is at a comment's own address.
enum Own {
    /// A comment at the top with its answers.
    Branch(Box<Place>, Option<(i64, i64)>),
    /// An answer: the branch, and where the page begins on which it stands.
    Answer(CommentId, Option<(i64, i64)>),
    Nothing,
}

/// One conversation of a thread: a comment at the top and all that answers it. The address of an
/// answer leads to its place there.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn conversation(
    State(app): State<App>,
    edition: Edition,
    at: StoryAddress,
    named: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    let urls = Urls {
        lang: at.lang,
        edition,
    };
    let (id, after) = (comment_id(&named)?, fields.after());
    let inner = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let own = |tx: &mut Tx<'_, '_>, story: &Story| {
                let mut own = own(tx, story.article.id, id, after)?;
                if let Own::Branch(root, _) = &mut own {
                    let places = std::slice::from_mut(root.as_mut());
                    places::add_ballots(tx, places, story.published(), inner.now())?;
                }
                Ok(own)
            };
            find(tx, &inner, (&at, edition), own)
        })
        .await?;
    let (story, own) = match found {
        Found::Here(story, own) => (story, own),
        Found::Elsewhere(path) => return Ok(moved(&format!("{path}{id}/"))),
        Found::Nothing => return Err(PageError::NotFound),
    };
    let thread = story.thread_url(edition);
    let (root, next) = match own {
        Own::Branch(root, next) => (*root, next),
        Own::Answer(root, page) => {
            let query = Order::Oldest.query(page);
            return Ok(elsewhere(&format!("{thread}{root}/{query}#c{id}")));
        }
        Own::Nothing => return Err(PageError::NotFound),
    };
    let own = format!("{}{id}/", story.thread_url(Edition::Full));
    let here = format!("{thread}{id}/");
    let frame = story.frame(&app, urls, own).hidden();
    let parent = Some(&root.comment).filter(|comment| comment.is_shown());
    let view = ThreadPage {
        form: story.form(&app, &frame, parent),
        frame,
        story: urls.card(&story.card),
        headline: story.card.headline.clone(),
        shown: usize::try_from(story.thread.shown).unwrap_or(0),
        order: Order::Oldest,
        places: Vec::new(),
        start: after.map(|_| here.clone()),
        next: next.map(|next| format!("{here}{}", Order::Oldest.query(Some(next)))),
        root: Some(root),
        thread,
    };
    Ok(Page::html(&view)?.tagged(story.tags()).into_response())
}

fn own(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    id: CommentId,
    after: Option<(i64, i64)>,
) -> Result<Own, DbError> {
    let Some(place) = places::place(tx, id)?.filter(|place| place.comment.article == article)
    else {
        return Ok(Own::Nothing);
    };
    if place.comment.root != id {
        let page = places::page_of(tx, &place.comment)?;
        return Ok(Own::Answer(place.comment.root, page));
    }
    let after = after.unwrap_or(Order::Oldest.start());
    Ok(
        places::branch(tx, id, after)?.map_or(Own::Nothing, |(place, next)| {
            Own::Branch(Box::new(place), next)
        }),
    )
}

/// The form for an answer, with what is answered.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn reply(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    named: Named,
) -> Result<Page, PageError> {
    let urls = Urls { lang, edition };
    let (story, parent) = shown(&app, comment_id(&named)?, lang).await?;
    let frame = story.frame(&app, urls, String::new()).hidden();
    let form = story.form(&app, &frame, Some(&parent.comment));
    let view = ReplyPage {
        frame,
        story: urls.card(&story.card),
        headline: story.card.headline.clone(),
        thread: story.thread_url(edition),
        parent: Some(parent),
        form,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// A shown comment with its story.
pub(super) async fn shown(
    app: &App,
    id: CommentId,
    lang: Lang,
) -> Result<(Story, Place), PageError> {
    let inner = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let place = places::place(tx, id)?.filter(|place| place.comment.is_shown());
            let Some(place) = place else { return Ok(None) };
            let story = Story::find(tx, &inner, place.comment.article, lang)?;
            Ok::<_, DbError>(story.map(|story| (story, place)))
        })
        .await?;
    found.ok_or(PageError::NotFound)
}

/// The comment in an address.
pub(super) fn comment_id(named: &Named) -> Result<CommentId, PageError> {
    let id = named.get("id")?.parse().ok();
    id.map(CommentId).ok_or(PageError::NotFound)
}
