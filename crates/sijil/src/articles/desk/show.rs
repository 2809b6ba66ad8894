//! The page on which a story is written, however it was reached: asked for, saved, or refused.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::said::address;
use crate::app::App;
use crate::articles::ArticleId;
use crate::articles::writing::{self, Beaten, Open, Typed};
use crate::staff::Staff;
use crate::topics::{self, Kind, Topic};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

const SECTIONS_MAX: i64 = 200;
const TAGS_MAX: i64 = 500;

/// What the page says beside the story.
#[derive(Default)]
pub(super) struct Shown {
    /// What was typed, where it is not what is kept.
    pub(super) typed: Option<Typed>,
    /// What was sent with it, to be shown again.
    pub(super) fields: Fields,
    /// Why it was refused: a sentence.
    pub(super) problem: Option<String>,
    /// Who was first.
    pub(super) beaten: Option<Box<Beaten>>,
}

#[derive(Template)]
#[template(path = "articles/desk/edit.html")]
struct EditPage {
    frame: DeskFrame,
    story: Open,
    typed: Typed,
    page: String,
    sections: Vec<Topic>,
    tags: Vec<Topic>,
    people: Vec<Topic>,
    may_write: bool,
    shown: Shown,
    said: Option<String>,
    words: usize,
}

impl EditPage {
    fn state(&self) -> String {
        let state = self.story.entry.state.word();
        self.frame.t(&format!("state-{state}")).into_owned()
    }

    fn lang(&self) -> String {
        let lang = self.story.article.lang.code();
        self.frame.t(&format!("lang-{lang}")).into_owned()
    }

    fn is_section(&self, section: &Topic) -> bool {
        self.typed.section == section.id.to_string()
    }

    /// Who else writes.
    fn other(&self) -> Option<&writing::Lock> {
        let me = self.frame.staff.as_ref().map(|staff| staff.id);
        self.story
            .lock
            .as_ref()
            .filter(|lock| Some(lock.staff) != me)
    }

    fn words(&self) -> String {
        self.frame.say().count("story-word-count", self.words)
    }
}

/// The page of a story for somebody.
pub(super) async fn show(
    app: &App,
    staff: Staff,
    id: ArticleId,
    shown: Shown,
) -> Result<Response, PageError> {
    let (reader, now) = (staff.clone(), app.now());
    let (open, sections, tags, people) = app
        .db
        .read(move |tx| {
            let open = writing::open(tx, &reader, id, now)?;
            let lang = open.article.lang;
            let sections = topics::all(tx, Kind::Section, lang, SECTIONS_MAX)?;
            let tags = topics::all(tx, Kind::Tag, lang, TAGS_MAX)?;
            let people = topics::all(tx, Kind::Person, lang, TAGS_MAX)?;
            Ok::<_, writing::WritingError>((open, sections, tags, people))
        })
        .await?;
    let kept = open.sheet.typed(open.article.lang, open.picture);
    let status = match (&shown.beaten, &shown.problem) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, None) => StatusCode::OK,
    };
    let said = match shown.fields.get("said") {
        "" => None,
        said => said_of(app, &staff, said),
    };
    let page: i64 = app.ids.next(now);
    let view = EditPage {
        frame: DeskFrame::new(app, staff.clone(), "story-edit", address(id)),
        typed: shown.typed.clone().unwrap_or(kept),
        words: open.sheet.word_count(),
        may_write: writing::may_write(&staff, open.entry.state),
        page: page.to_string(),
        story: open,
        sections,
        tags,
        people,
        said,
        shown,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// What a page says was done, by its short name in the address.
fn said_of(app: &App, staff: &Staff, said: &str) -> Option<String> {
    const KNOWN: &[&str] = &["saved", "begun", "taken-over"];
    let known = KNOWN.iter().find(|known| **known == said)?;
    let sentence = app.say(staff.lang).say(&format!("story-said-{known}"));
    Some(sentence.into_owned())
}
