//! What staff ask for: who did what.

use askama::Template;
use axum::extract::State;

use super::{Entry, EntryId, Kind, Subject, store};
use crate::app::App;
use crate::db::DbError;
use crate::staff::{self, Staff, StaffId};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

/// Rows of a page.
const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "ledger/ledger.html")]
struct LedgerPage {
    frame: DeskFrame,
    entries: Vec<Entry>,
    people: Vec<Staff>,
    of: Option<StaffId>,
    about: Option<Subject>,
    older: Option<String>,
}

impl LedgerPage {
    fn subject(&self, entry: &Entry) -> String {
        let Subject(kind, id) = entry.subject;
        let kind = self
            .frame
            .t(&format!("subject-{}", kind.word()))
            .into_owned();
        if id == 0 {
            kind
        } else {
            format!("{kind} {id}")
        }
    }

    fn act(&self, entry: &Entry) -> String {
        self.frame
            .t(&format!("act-{}", entry.act.word()))
            .into_owned()
    }

    fn is_of(&self, person: &Staff) -> bool {
        self.of == Some(person.id)
    }
}

/// The ledger, newest first; of one person or about one thing, if that is asked.
///
/// # Errors
/// When the database fails.
pub async fn ledger(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Page, PageError> {
    let before = fields
        .get("before")
        .parse()
        .map_or(EntryId(i64::MAX), EntryId);
    let of = fields.get("person").parse().ok().map(StaffId);
    let about = subject(&fields);
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (mut entries, people) = app
        .db
        .read(move |tx| {
            let entries = match (about, of) {
                (Some(about), _) => store::about(tx, about, before, limit)?,
                (None, Some(of)) => store::by_staff(tx, of, before, limit)?,
                (None, None) => store::newest(tx, before, limit)?,
            };
            Ok::<_, DbError>((entries, staff::list(tx)?))
        })
        .await?;
    let question = match (about, of) {
        (Some(Subject(kind, id)), _) => format!("kind={}&id={id}&", kind.word()),
        (None, Some(of)) => format!("person={of}&"),
        (None, None) => String::new(),
    };
    let has_older = entries.len() > PAGE;
    entries.truncate(PAGE);
    let last = entries.last().filter(|_| has_older);
    let older = last.map(|last| format!("/desk/ledger?{question}before={}", last.id));
    let address = format!("/desk/ledger?{question}");
    let view = LedgerPage {
        frame: DeskFrame::new(
            &app,
            staff,
            "desk-ledger",
            address.trim_end_matches(['?', '&']),
        ),
        entries,
        people,
        of,
        about,
        older,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

fn subject(fields: &Fields) -> Option<Subject> {
    let kind = Kind::try_from(fields.get("kind").to_owned()).ok()?;
    Some(Subject(kind, fields.get("id").parse().ok()?))
}
