//! A new story: its language and, if it has one, its headline; the rest is written on its page.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::Lang;

use super::said::{address, write};
use crate::app::App;
use crate::articles::{ArticleError, ArticleId, writing};
use crate::staff::Staff;
use crate::topics::{self, Kind, Topic, TopicId};
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/stories/new";
const SECTIONS_MAX: i64 = 200;

#[derive(Template)]
#[template(path = "articles/desk/new.html")]
struct NewPage {
    frame: DeskFrame,
    lang: Lang,
    headline: String,
    section: Option<TopicId>,
    sections: Vec<Topic>,
    problem: Option<String>,
}

impl NewPage {
    fn is_lang(&self, code: &str) -> bool {
        self.lang.code() == code
    }

    fn is_section(&self, section: &Topic) -> bool {
        self.section == Some(section.id)
    }
}

/// The form for a new story.
///
/// # Errors
/// When the database fails.
pub async fn form(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Response, PageError> {
    shown(&app, staff, &fields, None).await
}

/// Begins a story, and leads to the page on which it is written.
///
/// # Errors
/// When the database fails.
pub async fn begin(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let lang = Lang::try_from(fields.get("lang")).unwrap_or(staff.lang);
    let section = fields.get("section").parse().ok().map(TopicId);
    if !staff.reach.is_everything() && !staff.reaches(lang, section) {
        let problem = app.say(staff.lang).say("story-out-of-reach").into_owned();
        return shown(&app, staff, &fields, Some(problem)).await;
    }
    let headline = fields.get("headline").to_owned();
    let rule = {
        let staff = staff.clone();
        move |tx: &mut crate::db::Tx<'_, '_>, hand: &crate::ledger::Hand<'_>| {
            let id: ArticleId = hand.ids.next(hand.at);
            let begun = writing::Begun {
                lang,
                section,
                headline: &headline,
            };
            writing::begin(tx, hand, &staff, id, &begun).map(|()| id)
        }
    };
    match write(&app, &staff, rule).await {
        Ok(id) => Ok(see_other(&address(id))),
        Err(ArticleError::Db(error)) => Err(error.into()),
        Err(error) => Err(PageError::broken(&error)),
    }
}

async fn shown(
    app: &App,
    staff: Staff,
    fields: &Fields,
    problem: Option<String>,
) -> Result<Response, PageError> {
    let lang = staff.lang;
    let sections = app
        .db
        .read(move |tx| topics::all(tx, Kind::Section, lang, SECTIONS_MAX))
        .await?;
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = NewPage {
        lang: Lang::try_from(fields.get("lang")).unwrap_or(lang),
        headline: fields.get("headline").to_owned(),
        section: fields.get("section").parse().ok().map(TopicId),
        frame: DeskFrame::new(app, staff, "story-new", HERE),
        sections,
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
