//! What staff ask of the library: the list. With `pick=1` it is the editor's, which chooses one.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use serde_json::{Value, json};

use super::asked::{Asked, ONLY};
use crate::app::App;
use crate::db::{DbError, UtcMillis};
use crate::media::uploads::desk::{address, words};
use crate::media::uploads::{self, Upload};
use crate::media::{Document, Entry, Format, documents, store, widths};
use crate::staff::{self, Staff};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Page, PageError, urls};

/// Pictures of a page: rows of two, three, four, five and six.
const PAGE: usize = 60;
/// Documents beside them.
const DOCUMENTS_MAX: i64 = 50;

#[derive(Template)]
#[template(path = "media/library/library.html")]
struct LibraryPage {
    frame: DeskFrame,
    asked: Asked,
    entries: Vec<Entry>,
    documents: Vec<Document>,
    people: Vec<Staff>,
    handed: Vec<Upload>,
    staff: Staff,
    next: Option<String>,
    said: Option<String>,
    decodes_inside: bool,
    app: App,
}

impl LibraryPage {
    fn is_of(&self, person: &Staff) -> bool {
        self.asked.person == person.id.0
    }

    fn only() -> [&'static str; 3] {
        ONLY
    }

    fn is_only(&self, only: &str) -> bool {
        self.asked.only == only
    }

    fn thumbnail(entry: &Entry) -> String {
        thumbnail(entry)
    }

    fn alt(&self, entry: &Entry) -> String {
        entry.told(self.frame.lang).alt.clone()
    }

    fn is_lacking(entry: &Entry) -> bool {
        entry.arabic.alt.is_empty() || entry.english.alt.is_empty()
    }

    fn label(&self, entry: &Entry) -> String {
        let alt = self.alt(entry);
        if alt.is_empty() {
            entry.name.clone()
        } else {
            alt
        }
    }

    fn credit(&self, entry: &Entry) -> String {
        entry.told(self.frame.lang).credit.clone()
    }

    fn outcome(&self, upload: &Upload) -> (String, Option<String>) {
        let words = words(&self.app, &self.staff, upload).unwrap_or_default();
        (words, address(upload))
    }

    fn picked(entry: &Entry) -> String {
        picked(entry).to_string()
    }

    fn title(&self, document: &Document) -> String {
        document.title(self.frame.lang).to_owned()
    }

    fn kilobytes(&self, document: &Document) -> String {
        let kilobytes = usize::try_from(document.bytes / 1024).unwrap_or_default();
        self.frame.say().number(kilobytes.max(1))
    }
}

/// The library: newest first, or what was looked for. A script that accepts JSON gets the pictures
/// as the editor takes them.
///
/// # Errors
/// When the database fails.
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let asked = Asked::of(&fields);
    let batch: i64 = fields.get("batch").parse().unwrap_or_default();
    let (wanted, pattern, who) = (asked.wanted(&app.config.zone), asked.pattern(), staff.id);
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (mut entries, documents, people, handed) = app
        .db
        .read(move |tx| {
            Ok::<_, DbError>((
                store::list(tx, &wanted, limit)?,
                documents::list(tx, &pattern, DOCUMENTS_MAX)?,
                staff::list(tx)?,
                uploads::of_batch(tx, batch, who)?,
            ))
        })
        .await?;
    let has_more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let last = entries.last().filter(|_| has_more);
    let next = last.map(|entry| asked.after(entry.at, entry.id));
    if wants_json(&headers) {
        let pictures: Vec<Value> = entries.iter().map(picked).collect();
        let page = Page::new(
            json!({"pictures": pictures, "next": next}).to_string(),
            JSON,
        );
        return Ok(page.with_policy(CachePolicy::Never).into_response());
    }
    let said = said(&app, &staff, &fields);
    let view = LibraryPage {
        frame: DeskFrame::new(&app, staff.clone(), "media", asked.address()),
        decodes_inside: app.pictures.decodes_inside(),
        asked,
        entries,
        documents,
        people,
        handed,
        staff,
        next,
        said,
        app: app.clone(),
    };
    let page = Page::html(&view)?.with_policy(CachePolicy::Never);
    Ok(page.into_response())
}

const JSON: &str = "application/json";

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get("accept").is_some_and(|accept| accept == JSON)
}

/// Leads to what a file of that name became.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn file(State(app): State<App>, _: Staff, named: Named) -> Result<Response, PageError> {
    let sha256 = named.get("sha256")?.to_owned();
    let found = app
        .db
        .read(move |tx| {
            let picture = store::named(tx, &sha256)?;
            Ok::<_, DbError>((picture, documents::named(tx, &sha256)?))
        })
        .await?;
    match found {
        (Some(entry), _) => Ok(see_other(&format!("/desk/media/{}", entry.id))),
        (None, Some(document)) => Ok(see_other(&format!("/desk/media/documents/{}", document.id))),
        (None, None) => Err(PageError::NotFound),
    }
}

/// What an editor takes of a picture: where it is, how large, and its words in both languages.
fn picked(entry: &Entry) -> Value {
    let told = |told: &crate::media::Told| json!({"alt": told.alt, "caption": told.caption, "credit": told.credit});
    let picture = &entry.picture;
    json!({
        "id": entry.id.to_string(),
        "sha256": picture.sha256,
        "width": picture.width,
        "height": picture.height,
        "src": urls::fallback(&picture.sha256, i64::from(picture.width)),
        "srcset": urls::srcset(&picture.sha256, i64::from(picture.width), Format::WebP),
        "thumbnail": thumbnail(entry),
        "name": entry.name,
        "ar": told(&entry.arabic),
        "en": told(&entry.english),
    })
}

/// The smallest file of a picture.
fn thumbnail(entry: &Entry) -> String {
    let width = widths(entry.picture.width).first().copied();
    urls::picture(&entry.picture.sha256, width.unwrap_or(1), Format::WebP)
}

/// The line that an address asks for.
pub(in crate::media) fn said(app: &App, staff: &Staff, fields: &Fields) -> Option<String> {
    let say = app.say(staff.lang);
    let name = match fields.get("said") {
        "removed" => "media-did-removed",
        "saved" => "media-did-saved",
        "focused" => "media-did-focused",
        "used" => "media-is-used",
        "asked" => "requests-did-asked",
        _ => return None,
    };
    Some(say.say(name).into_owned())
}

/// A day and time, for machines and for people.
pub(in crate::media) fn moment(frame: &DeskFrame, at: UtcMillis) -> (String, String) {
    (frame.say().rfc3339(at), frame.say().moment(at))
}
