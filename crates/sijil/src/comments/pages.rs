//! What readers ask for: a story's thread, one conversation of it, its feed, and the form for an
//! answer.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use sijil_text::Lang;

use super::form::Filled;
use super::places::{self, Order, Place};
use super::thread::{self, Thread};
use super::{Comment, CommentId};
use crate::app::App;
use crate::articles::{self, Article, ArticleId};
use crate::changes::Tag;
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::{self, Card};
use crate::web::extract::{Fields, InLang, Named, StoryAddress};
use crate::web::house::House;
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

#[derive(Template)]
#[template(path = "comments/feed.xml")]
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

/// A public story and its thread.
pub(super) struct Story {
    pub(super) article: Article,
    pub(super) card: Card,
    pub(super) thread: Thread,
    translation: Option<Card>,
    pub(super) house: Arc<House>,
}

impl Story {
    /// The public story with its thread, named in `lang`.
    pub(super) fn find(
        tx: &mut Tx<'_, '_>,
        app: &App,
        id: ArticleId,
        lang: Lang,
    ) -> Result<Option<Self>, DbError> {
        let (Some(article), Some(card)) = (articles::article(tx, id)?, lists::card(tx, id)?) else {
            return Ok(None);
        };
        let translation = lists::translation(tx, article.translation, article.lang.other())?;
        Ok(Some(Self {
            article,
            card,
            thread: thread::thread(tx, id)?,
            translation,
            house: app.houses.get(tx, lang)?,
        }))
    }

    /// The address of its thread.
    pub(super) fn thread_url(&self, edition: Edition) -> String {
        let lang = self.card.lang;
        Urls { lang, edition }.thread(&self.card.day, &self.card.slug)
    }

    /// An empty form, while comments are taken.
    fn form(&self, app: &App, frame: &Frame, parent: Option<&Comment>) -> Option<Filled> {
        let (published_at, days) = (self.card.published_at, app.config.comments_open_days);
        let is_open = self.thread.is_open(published_at, days, app.now());
        is_open.then(|| Filled::empty(frame, self.article.id, parent))
    }

    /// The frame of a page of the thread that stands at `path`.
    fn frame(&self, app: &App, urls: Urls, path: String) -> Frame {
        let title = app.say(urls.lang).say("comments");
        let headline = &self.card.headline;
        let feed = format!("{}feed.atom", self.thread_url(Edition::Full));
        Frame::new(app, urls, Arc::clone(&self.house), path)
            .titled(format!("{title}: {headline}"), headline.clone())
            .within(self.article.section)
            .fed(feed)
    }

    fn tags(&self) -> [Tag; 3] {
        let id = self.article.id;
        [Tag::article(id), Tag::thread(id), Tag::House]
    }
}

/// What is at the address of a story's thread.
enum Found<T> {
    Here(Box<Story>, T),
    Elsewhere(String),
    Nothing,
}

fn find<T>(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (at, edition): (&StoryAddress, Edition),
    what: impl FnOnce(&mut Tx<'_, '_>, &Story) -> Result<T, DbError>,
) -> Result<Found<T>, DbError> {
    let lang = at.lang;
    let urls = Urls { lang, edition };
    let day = at.day.to_string();
    let Some(id) = articles::at_address(tx, lang, &day, at.slug.as_str())? else {
        return Ok(Found::Nothing);
    };
    let Some(story) = Story::find(tx, app, id, lang)? else {
        // Taken back: its notice stands at its own address.
        return Ok(Found::Elsewhere(urls.story(&day, at.slug.as_str())));
    };
    if story.card.slug != at.slug.as_str() || story.card.day != day {
        return Ok(Found::Elsewhere(story.thread_url(edition)));
    }
    let what = what(tx, &story)?;
    Ok(Found::Here(Box::new(story), what))
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
                places::page(tx, story.article.id, order, after)
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
            let own = |tx: &mut Tx<'_, '_>, story: &Story| own(tx, story.article.id, id, after);
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

/// The newest comments of a story, in Atom with the threading of RFC 4685.
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
    let absolute = |path: &str| format!("{}{}", app.config.url, crate::web::urls::encoded(path));
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
        updated: zone.rfc3339(newest.unwrap_or(UtcMillis(story.card.published_at.0))),
        entries: entries.collect(),
        page: absolute(&thread),
    }
}

/// The comment in an address.
pub(super) fn comment_id(named: &Named) -> Result<CommentId, PageError> {
    let id = named.get("id")?.parse().ok();
    id.map(CommentId).ok_or(PageError::NotFound)
}
