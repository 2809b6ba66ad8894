//! Links that show a story before it is public: made, shown once, and ended.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::said::{address, number, story, write};
use crate::app::App;
use crate::articles::ArticleId;
use crate::articles::preview::{self, Preview, PreviewId};
use crate::articles::writing::{self, WritingError};
use crate::staff::{Staff, Token};
use crate::web::extract::Named;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "articles/desk/previews.html")]
struct PreviewsPage {
    frame: DeskFrame,
    id: ArticleId,
    title: String,
    made: Option<String>,
    previews: Vec<Preview>,
}

impl PreviewsPage {
    fn days(&self) -> Vec<(i64, String)> {
        let say = self.frame.say();
        let words = |days: i64| say.count("rule-days", usize::try_from(days).unwrap_or(1));
        preview::DAYS
            .into_iter()
            .map(|days| (days, words(days)))
            .collect()
    }
}

/// The links to a story.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn list(State(app): State<App>, staff: Staff, named: Named) -> Result<Page, PageError> {
    shown(&app, staff, story(&named)?, None).await
}

/// Makes a link, and shows it this once: nobody can read it again.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn make(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Page, PageError> {
    let id = story(&named)?;
    let days = fields.get("days").parse().unwrap_or_default();
    let token = Token::random().map_err(|error| PageError::broken(&error))?;
    let (by, kept) = (staff.clone(), token.clone());
    write(&app, &staff, move |tx, hand| {
        preview::make(tx, hand, (&by, id), &kept, days)
    })
    .await?;
    shown(&app, staff, id, Some(token)).await
}

/// Ends a link.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn end(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    let preview = PreviewId(number(&named, "preview")?);
    let by = staff.clone();
    write(&app, &staff, move |tx, hand| {
        preview::end(tx, hand, (&by, id), preview)
    })
    .await?;
    Ok(see_other(&format!("{}/previews", address(id))))
}

async fn shown(
    app: &App,
    staff: Staff,
    id: ArticleId,
    made: Option<Token>,
) -> Result<Page, PageError> {
    let (by, now) = (staff.clone(), app.now());
    let (open, previews) = app
        .db
        .read(move |tx| {
            let open = writing::open(tx, &by, id, now)?;
            Ok::<_, WritingError>((open, preview::of_story(tx, id, now)?))
        })
        .await?;
    let urls = Urls::full(open.article.lang);
    let link = |token: Token| format!("{}{}", app.config.url, urls.preview(token.as_str()));
    let view = PreviewsPage {
        frame: DeskFrame::new(
            app,
            staff,
            "story-previews",
            format!("{}/previews", address(id)),
        ),
        id,
        title: open.entry.title,
        made: made.map(link),
        previews,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}
