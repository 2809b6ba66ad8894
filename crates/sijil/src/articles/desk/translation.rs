//! Translating a story: begun from its page, and said to be level with its source again.

use axum::extract::State;
use axum::response::Response;

use super::edit::{saved, saving};
use super::said::{address, story, write};
use crate::app::App;
use crate::articles::translation;
use crate::articles::writing::{Saved, WritingError};
use crate::staff::Staff;
use crate::web::extract::Named;
use crate::web::page::see_other;
use crate::web::{Form, LongForm, PageError};

/// Begins the translation into the other language, or leads to the one that is there.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn begin(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    if let Some(sent) = saving(&fields) {
        match saved(&app, &staff, id, sent).await {
            Ok(Saved::Kept { .. }) | Err(WritingError::Closed(_)) => {}
            Ok(Saved::Beaten(_)) => return Ok(see_other(&address(id))),
            Err(error) => return Err(error.into()),
        }
    }
    let by = staff.clone();
    let other = write(&app, &staff, move |tx, hand| {
        translation::begin(tx, hand, &by, id)
    })
    .await?;
    Ok(see_other(&address(other)))
}

/// Says that a translation is level with its source.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn level(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    let by = staff.clone();
    write(&app, &staff, move |tx, hand| {
        translation::level(tx, hand, &by, id)
    })
    .await?;
    Ok(see_other(&format!("{}?said=level", address(id))))
}
