//! The list of stories: those of everybody for editors, one's own for others.

use askama::Template;
use axum::extract::State;

use super::said::LIST;
use crate::app::App;
use crate::articles::State as Standing;
use crate::articles::roll::{self, Asked, Entry, Part};
use crate::articles::writing::may_see;
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::Cursor;
use crate::staff::{Power, Staff};
use crate::topics::{self, Kind, Topic, TopicId};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError, urls};

/// Stories on a page.
const PAGE: usize = 50;
/// Stories read at once for somebody who reaches only some of them.
const STRETCH: usize = 400;
/// How often that is done for one page; then the page goes on with the next.
const STRETCHES_MAX: usize = 10;
const SECTIONS_MAX: i64 = 200;

#[derive(Template)]
#[template(path = "articles/desk/list.html")]
struct ListPage {
    frame: DeskFrame,
    asked: Asked,
    mine: bool,
    entries: Vec<Entry>,
    sections: Vec<Topic>,
    next: Option<String>,
}

impl ListPage {
    fn states() -> [Standing; 6] {
        Standing::ALL
    }

    fn is_state(&self, state: &Standing) -> bool {
        self.asked.state == Some(*state)
    }

    fn is_lang(&self, code: &str) -> bool {
        self.asked.lang.is_some_and(|lang| lang.code() == code)
    }

    fn is_section(&self, section: &Topic) -> bool {
        self.asked.section == Some(section.id)
    }

    fn state(&self, state: &Standing) -> String {
        self.frame
            .t(&format!("state-{}", state.word()))
            .into_owned()
    }

    fn sees_all(&self) -> bool {
        self.frame.may(Power::Publish)
    }

    fn is_filtered(&self) -> bool {
        let asked = Asked {
            owner: None,
            ..self.asked.clone()
        };
        asked != Asked::default() || (self.mine && self.sees_all())
    }
}

/// The stories that are asked for.
///
/// # Errors
/// When the database fails.
pub async fn list(State(app): State<App>, staff: Staff, fields: Fields) -> Result<Page, PageError> {
    let mine = fields.get("mine") == "1";
    let is_own = mine || !staff.role.may(Power::Publish);
    let asked = Asked {
        state: Standing::try_from(fields.get("state").to_owned()).ok(),
        lang: fields.get("lang").try_into().ok(),
        section: fields.get("section").parse().ok().map(TopicId),
        owner: is_own.then_some(staff.id),
        text: fields.get("text").chars().take(200).collect(),
    };
    let (wanted, reader, before, now) = (asked.clone(), staff.clone(), fields.before(), app.now());
    let (found, sections) = app
        .db
        .read(move |tx| {
            let sections = topics::all(tx, Kind::Section, reader.lang, SECTIONS_MAX)?;
            Ok::<_, DbError>((page(tx, &reader, &wanted, (before, now))?, sections))
        })
        .await?;
    let (entries, onward) = found;
    let question = question(&asked, mine);
    let next = onward.map(|at| format!("{LIST}?{question}before={}-{}", at.at.0, at.id));
    let view = ListPage {
        frame: DeskFrame::new(&app, staff, "stories-at-desk", format!("{LIST}?{question}")),
        asked,
        mine,
        entries,
        sections,
        next,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// A page of what somebody may see, and where the list goes on.
fn page(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    asked: &Asked,
    (mut before, now): (Cursor, UtcMillis),
) -> Result<(Vec<Entry>, Option<Cursor>), DbError> {
    let is_limited = asked.owner.is_none() && !staff.reach.is_everything();
    let stretch = if is_limited { STRETCH } else { PAGE + 1 };
    let mut found: Vec<Entry> = Vec::new();
    for _ in 0..STRETCHES_MAX {
        let limit = i64::try_from(stretch).unwrap_or(i64::MAX);
        let entries = roll::page(tx, asked, Part { before, limit, now })?;
        let is_last = entries.len() < stretch;
        for entry in entries {
            if found.len() == PAGE {
                return Ok((found, Some(before)));
            }
            before = Cursor {
                at: entry.touched_at,
                id: entry.id.0,
            };
            if may_see(staff, &entry) {
                found.push(entry);
            }
        }
        if is_last {
            return Ok((found, None));
        }
    }
    Ok((found, Some(before)))
}

/// The question of an address, with `&` at its end.
fn question(asked: &Asked, mine: bool) -> String {
    let mut question = String::new();
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            question.push_str(&format!("{name}={}&", urls::value(value)));
        }
    };
    add("state", asked.state.map_or("", Standing::word));
    add("lang", asked.lang.map_or("", sijil_text::Lang::code));
    let section = asked.section.map(|section| section.to_string());
    add("section", &section.unwrap_or_default());
    add("mine", if mine { "1" } else { "" });
    add("text", &asked.text);
    question
}
