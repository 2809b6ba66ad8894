//! What staff ask for: who did what.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::CONTENT_DISPOSITION;
use sijil_text::Day;

use super::{Act, Asked, Entry, EntryId, Kind, Subject, export, store};
use crate::app::App;
use crate::db::{DbError, UtcMillis};
use crate::staff::{self, Staff, StaffId};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError, urls};

/// Rows of a page.
const PAGE: usize = 100;
/// The command line, in the filter.
const MACHINE: &str = "machine";
/// The filters, as they stand in addresses.
const FILTERS: [&str; 6] = ["person", "act", "kind", "id", "from", "until"];

#[derive(Template)]
#[template(path = "ledger/ledger.html")]
struct LedgerPage {
    frame: DeskFrame,
    entries: Vec<Entry>,
    people: Vec<Staff>,
    fields: Fields,
    question: String,
    older: Option<String>,
}

impl LedgerPage {
    fn subject(&self, entry: &Entry) -> String {
        let Subject(kind, id) = entry.subject;
        let kind = self.kind(&kind);
        if id == 0 {
            kind
        } else {
            format!("{kind} {id}")
        }
    }

    fn act(&self, act: &Act) -> String {
        self.frame.t(&format!("act-{}", act.word())).into_owned()
    }

    /// Who acted where nobody on the staff did.
    fn nobody(&self, act: &Act) -> String {
        let name = if *act == Act::CameOut {
            "ledger-clock"
        } else {
            "ledger-machine"
        };
        self.frame.t(name).into_owned()
    }

    fn kind(&self, kind: &Kind) -> String {
        self.frame
            .t(&format!("subject-{}", kind.word()))
            .into_owned()
    }

    fn acts() -> &'static [Act] {
        Act::EVERY
    }

    fn kinds() -> &'static [Kind] {
        Kind::EVERY
    }

    fn typed(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    fn is(&self, name: &str, value: impl std::fmt::Display) -> bool {
        self.fields.get(name) == value.to_string()
    }

    fn seal(entry: &Entry) -> Option<(i64, String)> {
        let link = entry.link.as_ref()?;
        Some((link.seq, link.sha256.chars().take(12).collect()))
    }
}

/// The ledger, newest first, by the filters that were set.
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
    let asked = asked(&app, &fields);
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (mut entries, people) = app
        .db
        .read(move |tx| {
            let entries = store::asked(tx, &asked, before, limit)?;
            Ok::<_, DbError>((entries, staff::list(tx)?))
        })
        .await?;
    let question = question(&fields);
    let has_older = entries.len() > PAGE;
    entries.truncate(PAGE);
    let last = entries.last().filter(|_| has_older);
    let older = last.map(|last| format!("/desk/ledger?{question}before={}", last.id));
    let address = format!("/desk/ledger?{question}");
    let address = address.trim_end_matches(['?', '&']);
    let view = LedgerPage {
        frame: DeskFrame::new(&app, staff, "desk-ledger", address),
        entries,
        people,
        fields,
        question,
        older,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// What was asked for, as a file.
///
/// # Errors
/// [`PageError::NotFound`] for a format that we do not write.
pub async fn file(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Response, PageError> {
    let asked = asked(&app, &fields);
    let is_csv = match fields.get("format") {
        "csv" => true,
        "" | "ndjson" => false,
        _ => return Err(PageError::NotFound),
    };
    let newest = EntryId(i64::MAX);
    let read =
        move |tx: &mut crate::db::Tx<'_, '_>| store::asked(tx, &asked, newest, export::ROWS_MAX);
    let entries = app.db.read(read).await?;
    let say = app.say(staff.lang);
    let (text, kind, name) = if is_csv {
        let text = export::csv(&entries, say);
        (
            text,
            "text/csv; charset=utf-8",
            "attachment; filename=\"ledger.csv\"",
        )
    } else {
        let text = export::ndjson(&entries, say);
        (
            text,
            "application/x-ndjson",
            "attachment; filename=\"ledger.ndjson\"",
        )
    };
    let page = Page::new(text, kind).with_policy(CachePolicy::Never);
    let mut response = page.into_response();
    let name = HeaderValue::from_static(name);
    response.headers_mut().insert(CONTENT_DISPOSITION, name);
    Ok(response)
}

fn asked(app: &App, fields: &Fields) -> Asked {
    let zone = &app.config.zone;
    let day = |name: &str| Day::parse(fields.get(name)).ok();
    let nothing = Asked::default();
    Asked {
        staff: match fields.get("person") {
            MACHINE => Some(None),
            number => number.parse().ok().map(|id| Some(StaffId(id))),
        },
        act: Act::try_from(fields.get("act").to_owned()).ok(),
        kind: Kind::try_from(fields.get("kind").to_owned()).ok(),
        subject: fields.get("id").parse().unwrap_or_default(),
        from: day("from").map_or(nothing.from, |day| zone.instant(day, 0)),
        // To the end of the day: a day and an hour on is the next one, however long the night was.
        until: day("until").map_or(nothing.until, |day| {
            let next = zone.day(UtcMillis(zone.instant(day, 0).0 + DAY_MS));
            zone.instant(next, 0)
        }),
    }
}

/// Twenty-six hours: past the end of a day of 25, before the end of the next.
const DAY_MS: i64 = 26 * 60 * 60 * 1000;

/// The filters as an address goes on with them.
fn question(fields: &Fields) -> String {
    let set = FILTERS.iter().filter(|name| !fields.get(name).is_empty());
    set.map(|name| format!("{name}={}&", urls::value(fields.get(name))))
        .collect()
}
