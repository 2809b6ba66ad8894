//! Where the desk begins: what awaits whoever signed in.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::articles::State as Standing;
use crate::articles::assignments::{self, Assignment};
use crate::articles::notes::{self, Note};
use crate::articles::roll::{self, Asked, Entry, Part};
use crate::articles::writing::may_see;
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::Cursor;
use crate::moderation;
use crate::staff::{Power, Staff};
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

/// Rows of each part.
const SHOWN: usize = 8;
/// Rows that are read for somebody who may not see all of them.
const READ: i64 = 60;

/// A part of the page: a sentence, and stories.
struct Shelf {
    name: &'static str,
    all: String,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "articles/desk/home.html")]
struct HomePage {
    frame: DeskFrame,
    shelves: Vec<Shelf>,
    notes: Vec<Note>,
    assignments: Vec<Assignment>,
    comments: Option<i64>,
    writes: bool,
}

impl HomePage {
    fn state(&self, entry: &Entry) -> String {
        let state = entry.state.word();
        self.frame.t(&format!("state-{state}")).into_owned()
    }

    fn waiting(&self) -> Option<String> {
        let count = usize::try_from(self.comments?).unwrap_or_default();
        Some(self.frame.say().count("home-comments", count))
    }

    fn is_idle(&self) -> bool {
        self.shelves.is_empty() && self.notes.is_empty() && self.assignments.is_empty()
    }
}

/// What awaits somebody.
///
/// # Errors
/// When the database fails.
pub async fn home(State(app): State<App>, staff: Staff) -> Result<Page, PageError> {
    let (reader, own) = (staff.clone(), app.clone());
    let limit = i64::try_from(SHOWN).unwrap_or(i64::MAX);
    let (shelves, notes, assignments, comments) = app
        .db
        .read(move |tx| {
            let comments = match reader.role.may(Power::Moderate) {
                true => Some(moderation::waiting(tx, &reader.limits())?),
                false => None,
            };
            let notes = notes::waiting(tx, reader.id, limit)?;
            let open = assignments::open_of(tx, reader.id, limit)?;
            Ok::<_, DbError>((shelves(tx, &own, &reader)?, notes, open, comments))
        })
        .await?;
    let view = HomePage {
        writes: staff.role.may(Power::Write),
        frame: DeskFrame::new(&app, staff, "desk", "/desk/"),
        shelves,
        notes,
        assignments,
        comments,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// What waits to be written, read and published; without what is empty.
fn shelves(tx: &mut Tx<'_, '_>, app: &App, staff: &Staff) -> Result<Vec<Shelf>, DbError> {
    let now = app.now();
    let mut shelves = Vec::new();
    if staff.role.may(Power::Publish) {
        for (name, state) in [
            ("home-review", Standing::Review),
            ("home-ready", Standing::Ready),
        ] {
            shelves.push(shelf(tx, (staff, now), name, Some(state), false)?);
        }
        let mut today = shelf(
            tx,
            (staff, now),
            "home-scheduled",
            Some(Standing::Scheduled),
            false,
        )?;
        let day = app.config.zone.day(now);
        let is_today = |entry: &Entry| {
            let at = entry.scheduled_at.unwrap_or(now);
            app.config.zone.day(at) <= day
        };
        today.entries.retain(is_today);
        today.entries.sort_by_key(|entry| entry.scheduled_at);
        shelves.push(today);
    }
    if staff.role.may(Power::Write) {
        for (name, state) in [
            ("home-drafts", Standing::Draft),
            ("home-handed-in", Standing::Review),
        ] {
            shelves.push(shelf(tx, (staff, now), name, Some(state), true)?);
        }
    }
    shelves.retain(|shelf| !shelf.entries.is_empty());
    Ok(shelves)
}

fn shelf(
    tx: &mut Tx<'_, '_>,
    (staff, now): (&Staff, UtcMillis),
    name: &'static str,
    state: Option<Standing>,
    is_own: bool,
) -> Result<Shelf, DbError> {
    let asked = Asked {
        state,
        owner: is_own.then_some(staff.id),
        ..Asked::default()
    };
    let part = Part {
        before: Cursor::NEWEST,
        limit: READ,
        now,
    };
    let mut entries = roll::page(tx, &asked, part)?;
    entries.retain(|entry| may_see(staff, entry));
    entries.truncate(SHOWN);
    let mine = if is_own { "&mine=1" } else { "" };
    let state = state.map_or("", Standing::word);
    Ok(Shelf {
        name,
        all: format!("/desk/stories/?state={state}{mine}"),
        entries,
    })
}
