//! What readers ask for: a story and its history.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::Day;

use super::diff::{self, Change, Piece};
use super::json_ld::{self, JsonLd};
use super::related::related;
use super::{Article, Correction, Printed, Withdrawal, store};
use crate::app::App;
use crate::changes::Tag;
use crate::comments::form::Filled;
use crate::comments::{self, Under};
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::{self, Card};
use crate::media;
use crate::record::{self, StoryClaim};
use crate::topics::{self, Kind, Topic};
use crate::votes::{self, Ballot};
use crate::web::extract::StoryAddress;
use crate::web::house::House;
use crate::web::page::moved;
use crate::web::text::JsonBlock;
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Urls};

/// Stories on the shelf under a story.
const RELATED_COUNT: usize = 4;

#[derive(Template)]
#[template(path = "articles/story.html")]
struct StoryPage {
    frame: Frame,
    printed: Printed,
    published: String,
    published_at: UtcMillis,
    sections: Vec<Topic>,
    bylines: Vec<(String, Option<String>)>,
    tags: Vec<Topic>,
    corrections: Vec<Correction>,
    revisions: usize,
    translation: Option<Card>,
    related: Vec<Card>,
    under: Under,
    form: Option<Filled>,
    address: (String, String),
    history: String,
    ballot: Ballot,
    claims: Vec<StoryClaim>,
    json_ld: JsonBlock,
    is_draft: bool,
}

impl StoryPage {
    /// The newest word about something that was wrong.
    fn corrected(&self) -> Option<&Correction> {
        let mut corrections = self.corrections.iter();
        corrections.find(|correction| correction.kind.is_of_error())
    }
}

#[derive(Template)]
#[template(path = "articles/withdrawn.html")]
struct WithdrawnPage {
    frame: Frame,
    published_at: UtcMillis,
    withdrawal: Withdrawal,
}

#[derive(Template)]
#[template(path = "articles/history.html")]
struct HistoryPage {
    frame: Frame,
    story: String,
    headline: String,
    changes: Vec<Change>,
}

/// What is at a story's address.
enum Found {
    Public(Box<Public>),
    Withdrawn(Box<Article>, String, Withdrawal),
    Elsewhere(Day, String),
    Nothing,
}

/// A story as its page shows it.
pub(super) struct Public {
    pub(super) article: Article,
    pub(super) printed: Printed,
    pub(super) topics: Vec<Topic>,
    pub(super) corrections: Vec<Correction>,
    pub(super) translation: Option<Card>,
    pub(super) related: Vec<Card>,
    pub(super) under: Under,
    pub(super) ballot: Ballot,
    pub(super) claims: Vec<StoryClaim>,
    /// The file that other sites show.
    pub(super) preview: Option<String>,
}

/// A story, its notice if it was withdrawn, or the way to its new address.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn story(
    State(app): State<App>,
    edition: Edition,
    at: StoryAddress,
) -> Result<Response, PageError> {
    let urls = Urls {
        lang: at.lang,
        edition,
    };
    let houses = app.clone();
    let (found, house) = app
        .db
        .read(move |tx| {
            Ok::<_, DbError>((find(tx, &houses, &at)?, houses.houses.get(tx, at.lang)?))
        })
        .await?;
    match found {
        Found::Public(public) => story_page(&app, urls, house, *public),
        Found::Withdrawn(article, headline, withdrawal) => {
            withdrawn_page(&app, urls, house, (&article, headline), withdrawal)
        }
        Found::Elsewhere(day, slug) => Ok(moved(&urls.story(&day.to_string(), &slug))),
        Found::Nothing => Err(PageError::NotFound),
    }
}

/// A story's published revisions and corrections.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn history(
    State(app): State<App>,
    edition: Edition,
    at: StoryAddress,
) -> Result<Response, PageError> {
    let urls = Urls {
        lang: at.lang,
        edition,
    };
    let houses = app.clone();
    let (found, revisions, house) = app
        .db
        .read(move |tx| {
            let found = find(tx, &houses, &at)?;
            let revisions = match &found {
                Found::Public(public) => store::revisions(tx, public.article.id)?,
                _ => Vec::new(),
            };
            Ok::<_, DbError>((found, revisions, houses.houses.get(tx, at.lang)?))
        })
        .await?;
    let public = match found {
        Found::Public(public) => public,
        Found::Withdrawn(article, headline, withdrawal) => {
            return withdrawn_page(&app, urls, house, (&article, headline), withdrawal);
        }
        Found::Elsewhere(day, slug) => return Ok(moved(&urls.history(&day.to_string(), &slug))),
        Found::Nothing => return Err(PageError::NotFound),
    };
    let (day, slug) = place(&public.article);
    let path = Urls::full(urls.lang).history(&day, &slug);
    let headline = public.printed.content.headline.clone();
    let translation = public
        .translation
        .as_ref()
        .map(|card| Urls::full(card.lang).history(&card.day, &card.slug));
    let title = app.say(urls.lang).say("history-of-story");
    let frame = Frame::new(&app, urls, house, path)
        .titled(format!("{title}: {headline}"), headline.clone())
        .within(public.article.section)
        .translated(translation);
    let view = HistoryPage {
        frame,
        story: urls.story(&day, &slug),
        headline,
        changes: diff::history(&revisions),
    };
    let tags = [Tag::article(public.article.id), Tag::House];
    Ok(Page::html(&view)?.tagged(tags).into_response())
}

fn find(tx: &mut Tx<'_, '_>, app: &App, at: &StoryAddress) -> Result<Found, DbError> {
    let day = at.day.to_string();
    let Some(id) = store::at_address(tx, at.lang, &day, at.slug.as_str())? else {
        return Ok(Found::Nothing);
    };
    let Some(article) = store::article(tx, id)? else {
        return Ok(Found::Nothing);
    };
    if article.slug != at.slug || article.day != Some(at.day) {
        return Ok(Found::Elsewhere(
            article.day.unwrap_or(at.day),
            article.slug.to_string(),
        ));
    }
    if let Some(withdrawal) = store::withdrawal(tx, id)? {
        let newest = store::newest(tx, id)?;
        let headline = newest
            .map(|printed| printed.content.headline)
            .unwrap_or_default();
        return Ok(Found::Withdrawn(Box::new(article), headline, withdrawal));
    }
    let Some(revision) = store::revision_numbered(tx, id, article.revision)? else {
        return Ok(Found::Nothing);
    };
    let topics = topics::of_article(tx, id, article.lang)?;
    let corrections = store::corrections_of(tx, id)?;
    let translation = lists::translation(tx, article.translation, article.lang.other())?;
    let related = related(tx, &article, &topics, RELATED_COUNT)?;
    let preview = media::preview(tx, revision.printed.content.picture.as_ref())?;
    let published_at = article.published_at.unwrap_or(revision.at);
    let (open_days, now) = (app.choices().comments_open_days, app.now());
    let under = comments::under(tx, (id, published_at), open_days, now)?;
    let ballot = votes::ballot_of_story(tx, id, published_at, now)?;
    let claims = record::of_story(tx, app, (id, article.lang))?;
    let printed = revision.printed;
    Ok(Found::Public(Box::new(Public {
        article,
        printed,
        topics,
        corrections,
        translation,
        related,
        under,
        ballot,
        claims,
        preview,
    })))
}

/// The text edition says in words what the pictures inside a text show.
fn in_edition(frame: &Frame, mut printed: Printed) -> Printed {
    if !frame.has_pictures() {
        printed.content.body = printed.content.body.without_pictures();
    }
    printed
}

fn story_page(
    app: &App,
    urls: Urls,
    house: std::sync::Arc<House>,
    public: Public,
) -> Result<Response, PageError> {
    let (made_of, id) = (made_of(&public), public.article.id);
    let frame = story_frame(app, urls, house, &public);
    let view = view(frame, urls, public, None)?;
    Ok(Page::html(&view)?
        .tagged(made_of)
        .of_story(id)
        .into_response())
}

/// A story that is not public as it will look; `until` is when the link to it ends. Nobody keeps it.
pub(super) fn draft_page(
    app: &App,
    urls: Urls,
    house: std::sync::Arc<House>,
    public: Public,
    until: UtcMillis,
) -> Result<Response, PageError> {
    let mut frame = story_frame(app, urls, house, &public).hidden();
    (frame.path, frame.translation) = (String::new(), None);
    let view = view(frame, urls, public, Some(until))?;
    let page = Page::html(&view)?.with_policy(CachePolicy::Never);
    Ok(page.into_response())
}

fn view(
    frame: Frame,
    urls: Urls,
    public: Public,
    until: Option<UtcMillis>,
) -> Result<StoryPage, PageError> {
    let Public {
        article,
        printed,
        topics,
        corrections,
        translation,
        related,
        under,
        ballot,
        claims,
        preview: _,
    } = public;
    let (day, slug) = place(&article);
    let content = &printed.content;
    let sections = json_ld::path_to(&frame.house, article.section);
    let (tags, people): (Vec<Topic>, Vec<Topic>) = topics
        .into_iter()
        .filter(|topic| topic.kind != Kind::Section)
        .partition(|topic| topic.kind == Kind::Tag);
    let published_at = article.published_at.unwrap_or(printed.at);
    let bylines = json_ld::bylines(content, &people, urls);
    let published = json_ld::published(&frame, &printed.content, published_at);
    let json_ld = JsonLd {
        frame: &frame,
        printed: &printed,
        published: &published,
        bylines: &bylines,
        sections: &sections,
        corrections: &corrections,
        comments: under.shown,
        claims: &claims,
    };
    let json_ld = json_ld.block()?;
    let history = urls.history(&day, &slug);
    let revisions = usize::try_from(printed.number).unwrap_or(1);
    let form = under
        .is_open
        .then(|| Filled::empty(&frame, article.id, None));
    let printed = in_edition(&frame, printed);
    Ok(StoryPage {
        frame,
        printed,
        published,
        published_at,
        sections,
        bylines,
        tags,
        corrections,
        revisions,
        translation,
        related,
        under,
        form,
        address: (day, slug),
        history,
        ballot,
        claims,
        json_ld,
        is_draft: until.is_some(),
    })
}

fn story_frame(app: &App, urls: Urls, house: std::sync::Arc<House>, public: &Public) -> Frame {
    let (day, slug) = place(&public.article);
    let content = &public.printed.content;
    let translation = public.translation.as_ref();
    let mut frame = Frame::new(app, urls, house, Urls::full(urls.lang).story(&day, &slug))
        .titled(content.headline.clone(), json_ld::description(content))
        .within(public.article.section)
        .translated(translation.map(|card| Urls::full(card.lang).card(card)));
    frame.kind = "article";
    frame.image.clone_from(&public.preview);
    frame
}

/// What a story's page shows: the story, its translation, and the stories beside it.
fn made_of(public: &Public) -> Vec<Tag> {
    let cards = public.related.iter().chain(&public.translation);
    let mut tags: Vec<Tag> = cards.map(|card| Tag::article(card.id)).collect();
    let id = public.article.id;
    tags.extend([Tag::article(id), Tag::thread(id), Tag::House]);
    tags
}

fn withdrawn_page(
    app: &App,
    urls: Urls,
    house: std::sync::Arc<House>,
    (article, headline): (&Article, String),
    withdrawal: Withdrawal,
) -> Result<Response, PageError> {
    let (day, slug) = place(article);
    let frame = Frame::new(app, urls, house, Urls::full(urls.lang).story(&day, &slug))
        .titled(headline, withdrawal.notice.clone())
        .within(article.section)
        .hidden();
    let published_at = article.published_at.unwrap_or(withdrawal.at);
    let view = WithdrawnPage {
        frame,
        published_at,
        withdrawal,
    };
    let page = Page::html(&view)?
        .with_status(StatusCode::GONE)
        .with_policy(CachePolicy::Brief);
    Ok(page.into_response())
}

fn place(article: &Article) -> (String, String) {
    let day = article.day.map(|day| day.to_string()).unwrap_or_default();
    (day, article.slug.to_string())
}
