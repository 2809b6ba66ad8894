//! The calendar of one truce.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::CONTENT_DISPOSITION;

use super::made_of;
use crate::app::App;
use crate::db::Tx;
use crate::record::export::{About, calendar_of};
use crate::web::extract::ById;
use crate::web::{Page, PageError};

/// The calendar.
///
/// # Errors
/// [`PageError::NotFound`] when readers may see no such truce.
pub async fn calendar(State(app): State<App>, at: ById) -> Result<Response, PageError> {
    let config = app.config.clone();
    let read = move |tx: &mut Tx<'_, '_>| {
        let about = About::read(tx, &config)?;
        calendar_of(tx, (at.urls.lang, &about), at.id)
    };
    let text = app.db.read(read).await?.ok_or(PageError::NotFound)?;
    let page = Page::new(text, "text/calendar; charset=utf-8").tagged(made_of());
    let mut response = page.into_response();
    let disposition = format!("attachment; filename=\"truce-{}.ics\"", at.id);
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
