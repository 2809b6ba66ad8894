//! The lists of sources, actors and places, found by any of their names.

use askama::Template;
use axum::extract::State;
use serde_json::Value;
use sijil_text::fold;

use super::add::title as title_of_new;
use super::things::of;
use crate::app::App;
use crate::record::objects::{self, Names, ObjectKind};
use crate::staff::{Power, Staff};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

/// Things on a page.
pub(super) const LISTED: i64 = 200;

#[derive(Template)]
#[template(path = "record/desk/things.html")]
struct ThingsPage {
    frame: DeskFrame,
    words: String,
    /// The sentence and address that lead to the form for another; nothing for who may not.
    adding: Option<(&'static str, String)>,
    found: Vec<(i64, String, String, bool)>,
}

/// The kind of a list in an address, the list's path and its sentence.
pub(super) fn list_of(kind: ObjectKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ObjectKind::Source => ("/desk/record/sources/", "rdesk-sources"),
        ObjectKind::Actor => ("/desk/record/actors/", "rdesk-actors"),
        ObjectKind::Place => ("/desk/record/places/", "rdesk-places"),
        ObjectKind::Claim
        | ObjectKind::Event
        | ObjectKind::Figure
        | ObjectKind::Truce
        | ObjectKind::Control
        | ObjectKind::Talks => return None,
    })
}

/// The sources.
///
/// # Errors
/// When the database fails.
pub async fn sources(app: State<App>, staff: Staff, query: Fields) -> Result<Page, PageError> {
    list(app, staff, query, ObjectKind::Source).await
}

/// The actors.
///
/// # Errors
/// When the database fails.
pub async fn actors(app: State<App>, staff: Staff, query: Fields) -> Result<Page, PageError> {
    list(app, staff, query, ObjectKind::Actor).await
}

/// The places.
///
/// # Errors
/// When the database fails.
pub async fn places(app: State<App>, staff: Staff, query: Fields) -> Result<Page, PageError> {
    list(app, staff, query, ObjectKind::Place).await
}

async fn list(
    State(app): State<App>,
    staff: Staff,
    query: Fields,
    kind: ObjectKind,
) -> Result<Page, PageError> {
    let (address, title) = list_of(kind).ok_or(PageError::NotFound)?;
    let (words, lang) = (query.get("words").to_owned(), staff.lang);
    let folded = fold(&words);
    let found = app
        .db
        .read(move |tx| objects::with_words::<Value>(tx, kind, &folded, LISTED))
        .await?;
    let each = found.into_iter().map(|(body, is_withheld)| {
        let names: Names = of(&body, "names");
        let (shown, other) = (names.shown(lang), names.shown(lang.other()));
        let other = if other == shown { "" } else { other };
        let id = body.get("id").and_then(Value::as_i64).unwrap_or_default();
        (id, shown.to_owned(), other.to_owned(), is_withheld)
    });
    let view = ThingsPage {
        found: each.collect(),
        adding: staff.role.may(Power::Publish).then(|| {
            let address = format!("/desk/record/things/?thing={}", kind.word());
            (title_of_new(kind), address)
        }),
        frame: DeskFrame::new(&app, staff, title, address),
        words,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}
