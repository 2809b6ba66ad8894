//! What the script of the story's page sends: a sheet every few seconds, and that somebody writes.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::{Value, json};

use super::edit::{saved, saving};
use super::said::{story, write};
use crate::app::App;
use crate::articles::writing::{self, Beaten, Lock, Saved};
use crate::db::UtcMillis;
use crate::staff::Staff;
use crate::web::extract::Named;
use crate::web::{CachePolicy, Form, LongForm, Page, PageError};

/// Saves a sheet: 200 once it is on disk, 409 with the newest one when somebody else was first.
///
/// # Errors
/// [`PageError::NotFound`] and [`PageError::Forbidden`].
pub async fn autosave(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    let saving = saving(&fields).ok_or(PageError::NotFound)?;
    Ok(match saved(&app, &staff, id, saving).await? {
        Saved::Kept { version, at } => {
            let saved_at = app.say(staff.lang).rfc3339(at);
            answer(
                StatusCode::OK,
                &json!({"version": version, "saved_at": saved_at}),
            )
        }
        Saved::Beaten(beaten) => answer(StatusCode::CONFLICT, &told(&app, &staff, &beaten)),
    })
}

/// Says that somebody writes, or with `release` that they stopped: 200, or 409 with who does.
/// With `takeover` they go on in the other's place.
///
/// # Errors
/// [`PageError::NotFound`] and [`PageError::Forbidden`].
pub async fn lock(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id = story(&named)?;
    let (takes, leaves) = (fields.has("takeover"), fields.has("release"));
    let by = staff.clone();
    let held = write(&app, &staff, move |tx, hand| {
        if leaves {
            writing::leave(tx, &by, id)?;
            return Ok::<_, writing::WritingError>(None);
        }
        if takes {
            writing::take_over(tx, hand, &by, id)?;
            return Ok(None);
        }
        writing::lock(tx, hand, &by, id)
    })
    .await?;
    Ok(match held {
        None => answer(StatusCode::OK, &json!({})),
        Some(lock) => answer(StatusCode::CONFLICT, &held_by(&app, &staff, &lock)),
    })
}

fn told(app: &App, staff: &Staff, beaten: &Beaten) -> Value {
    json!({
        "by": beaten.by,
        "at": instant(app, staff, beaten.at),
        "writing": beaten.is_writing,
        "version": beaten.version,
        "fields": beaten.typed,
        "copy": format!("/desk/copies/{}", beaten.copy),
    })
}

fn held_by(app: &App, staff: &Staff, lock: &Lock) -> Value {
    json!({"by": lock.by, "since": instant(app, staff, lock.since)})
}

fn instant(app: &App, staff: &Staff, at: UtcMillis) -> String {
    app.say(staff.lang).rfc3339(at)
}

fn answer(status: StatusCode, value: &Value) -> Response {
    Page::new(value.to_string(), "application/json")
        .with_status(status)
        .with_policy(CachePolicy::Never)
        .into_response()
}
