//! Notes on a story: written, and done with.

use axum::extract::State;
use axum::response::Response;

use super::edit::{saved, saving};
use super::said::{address, number, story, write};
use crate::app::App;
use crate::articles::notes::{self, NoteId};
use crate::articles::writing::WritingError;
use crate::staff::{Staff, StaffId};
use crate::web::extract::Named;
use crate::web::page::see_other;
use crate::web::{Form, LongForm, PageError};

/// Adds a note, and saves what was sent along.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn add(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    if let Some(sent) = saving(&fields) {
        // A sheet that lost is a copy by now; the page says so when it is saved again.
        match saved(&app, &staff, id, sent).await {
            Ok(_) | Err(WritingError::Closed(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let (by, text) = (staff.clone(), fields.get("note").to_owned());
    let for_whom = fields.get("note_for").parse().ok().map(StaffId);
    write(&app, &staff, move |tx, hand| {
        notes::add(tx, hand, (&by, id), for_whom, &text)
    })
    .await?;
    Ok(see_other(&format!("{}?said=noted#notes", address(id))))
}

/// Says that a note is done with.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn settle(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    let note = NoteId(number(&named, "note")?);
    let by = staff.clone();
    write(&app, &staff, move |tx, hand| {
        notes::settle(tx, hand, (&by, id), note)
    })
    .await?;
    Ok(see_other(&format!("{}#notes", address(id))))
}
