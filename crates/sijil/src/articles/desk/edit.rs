//! The page on which a story is written, and saving it without a script.

use axum::extract::State;
use axum::response::Response;

use super::said::{address, story, typed, write};
use super::show::{Shown, show};
use crate::app::App;
use crate::articles::ArticleId;
use crate::articles::writing::{self, Saved, Saving, WritingError};
use crate::staff::Staff;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{Form, LongForm, PageError};

/// A story.
///
/// # Errors
/// [`PageError::NotFound`] for a story that is not theirs to see.
pub async fn edit(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    let shown = Shown {
        fields,
        ..Shown::default()
    };
    show(&app, staff, story(&named)?, shown).await
}

/// Saves a story; shows it again with what was typed when somebody else was first.
///
/// # Errors
/// [`PageError::NotFound`] and [`PageError::Forbidden`].
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    let saving = saving(&fields).ok_or(PageError::NotFound)?;
    match saved(&app, &staff, id, saving.clone()).await? {
        Saved::Kept { .. } => Ok(see_other(&format!("{}?said=saved", address(id)))),
        Saved::Beaten(beaten) => {
            let shown = Shown {
                typed: Some(saving.typed),
                beaten: Some(beaten),
                fields,
                ..Shown::default()
            };
            show(&app, staff, id, shown).await
        }
    }
}

/// Goes on in another's place.
///
/// # Errors
/// [`PageError::NotFound`] and [`PageError::Forbidden`].
pub async fn take_over(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    let by = staff.clone();
    write(&app, &staff, move |tx, hand| {
        writing::take_over(tx, hand, &by, id)
    })
    .await?;
    Ok(see_other(&format!("{}?said=taken-over", address(id))))
}

/// What a form or a script sends to be saved.
pub(super) fn saving(fields: &Fields) -> Option<Saving> {
    Some(Saving {
        typed: typed(fields)?,
        version: fields.get("version").parse().unwrap_or_default(),
        page: fields.get("page").chars().take(40).collect(),
    })
}

/// Saves a sheet by somebody's hand.
pub(super) async fn saved(
    app: &App,
    staff: &Staff,
    id: ArticleId,
    saving: Saving,
) -> Result<Saved, WritingError> {
    let by = staff.clone();
    write(app, staff, move |tx, hand| {
        writing::save(tx, hand, &by, id, &saving)
    })
    .await
}
