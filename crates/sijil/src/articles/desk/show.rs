//! The page on which a story is written, however it was reached: asked for, saved, or refused.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::said::address;
use crate::app::App;
use crate::articles::diff::Piece;
use crate::articles::notes::{self, Note};
use crate::articles::translation::{self, Source};
use crate::articles::writing::{self, Beaten, Open, Typed, WritingError};
use crate::articles::{ArticleId, CorrectionKind, workflow};
use crate::db::{Tx, UtcMillis};
use crate::staff::{self, Power, Staff};
use crate::topics::{self, Kind, Topic};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError, Urls, editor};

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
    /// The text for the writing tool; the field itself shows what plain text can say as that.
    markup: String,
    page: String,
    may_write: bool,
    may_publish: bool,
    shown: Shown,
    said: Option<String>,
    words: usize,
    /// What the writing tool keeps unsaved texts under.
    key: String,
    beside: Beside,
    schedule_at: String,
    embargo_until: String,
}

/// What stands beside a story on its page.
struct Beside {
    sections: Vec<Topic>,
    tags: Vec<Topic>,
    people: Vec<Topic>,
    notes: Vec<Note>,
    colleagues: Vec<Staff>,
    embargo: Option<(UtcMillis, String)>,
    source: Option<Source>,
    counterpart: Option<ArticleId>,
}

impl Beside {
    fn read(tx: &mut Tx<'_, '_>, open: &Open, now: UtcMillis) -> Result<Self, WritingError> {
        let (id, lang) = (open.article.id, open.article.lang);
        let colleagues = staff::list(tx)?
            .into_iter()
            .filter(|other| !other.is_disabled && other.role.may(Power::Write));
        Ok(Self {
            sections: topics::all(tx, Kind::Section, lang, SECTIONS_MAX)?,
            tags: topics::all(tx, Kind::Tag, lang, TAGS_MAX)?,
            people: topics::all(tx, Kind::Person, lang, TAGS_MAX)?,
            notes: notes::of_story(tx, id)?,
            colleagues: colleagues.collect(),
            embargo: workflow::embargo(tx, id)?,
            source: translation::source(tx, id, now)?,
            counterpart: translation::counterpart(tx, open.article.translation, lang.other())?,
        })
    }
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

    fn is(&self, state: &str) -> bool {
        self.story.entry.state.word() == state
    }

    fn paragraphs(source: &Source) -> Vec<String> {
        let text = sijil_text::plain_text(&source.content.body);
        text.paragraphs().map(str::to_owned).collect()
    }

    fn kinds() -> [CorrectionKind; 4] {
        CorrectionKind::ALL
    }

    fn is_kind(&self, kind: &CorrectionKind) -> bool {
        self.shown.fields.get("correction_kind") == kind.word()
    }

    /// What was typed into a field beside the story, when the page is shown again.
    fn typed(&self, name: &str) -> &str {
        self.shown.fields.get(name)
    }

    /// Where readers find the story.
    fn public(&self) -> Option<String> {
        let article = &self.story.article;
        let day = article.day.filter(|_| article.revision > 0)?;
        let urls = Urls::full(article.lang);
        Some(urls.story(&day.to_string(), article.slug.as_str()))
    }

    /// Who else writes.
    fn other(&self) -> Option<&writing::Lock> {
        let me = self.frame.staff.as_ref().map(|staff| staff.id);
        self.story
            .lock
            .as_ref()
            .filter(|lock| Some(lock.staff) != me)
    }

    /// What the writing tool says, for its script.
    fn sentences(&self) -> String {
        editor::words(self.frame.say())
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
    let (open, beside) = app
        .db
        .read(move |tx| {
            let open = writing::open(tx, &reader, id, now)?;
            let beside = Beside::read(tx, &open, now)?;
            Ok::<_, WritingError>((open, beside))
        })
        .await?;
    let typed = shown.typed.clone().unwrap_or_else(|| Typed {
        body: writing::shown(&open.sheet.content.body),
        ..open.sheet.typed(open.article.lang, open.picture)
    });
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
        key: editor::key(&app.secrets, staff.id),
        frame: DeskFrame::new(app, staff.clone(), "story-edit", address(id)),
        markup: writing::markup(&typed.body),
        typed,
        words: open.sheet.word_count(),
        may_write: writing::may_write(&staff, open.entry.state),
        page: page.to_string(),
        may_publish: writing::may_publish(&staff, &open.entry),
        schedule_at: local(
            app,
            shown.fields.get("schedule_at"),
            open.article.scheduled_at,
        ),
        embargo_until: local(
            app,
            shown.fields.get("embargo_until"),
            beside.embargo.as_ref().map(|(until, _)| *until),
        ),
        story: open,
        beside,
        said,
        shown,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// A day and a time for its field: what was typed, else what is set.
fn local(app: &App, typed: &str, set: Option<UtcMillis>) -> String {
    match (typed, set) {
        ("", Some(at)) => app.config.zone.local(at),
        (typed, _) => typed.to_owned(),
    }
}

/// What a page says was done, by its short name in the address.
fn said_of(app: &App, staff: &Staff, said: &str) -> Option<String> {
    const KNOWN: &[&str] = &[
        "saved",
        "taken-over",
        "submitted",
        "found-ready",
        "sent-back",
        "scheduled",
        "unscheduled",
        "published",
        "withdrawn",
        "reinstated",
        "embargo-set",
        "embargo-lifted",
        "noted",
        "level",
        "restored",
    ];
    let known = KNOWN.iter().find(|known| **known == said)?;
    let sentence = app.say(staff.lang).say(&format!("story-said-{known}"));
    Some(sentence.into_owned())
}
