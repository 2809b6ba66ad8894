//! How a page with a form is answered.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::web::{CachePolicy, Page, PageError};

/// The status of a form that is shown, or shown again with what is wrong in it.
pub(super) fn status<T>(wrong: &[T]) -> StatusCode {
    match wrong {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// The answer with a page; what is not there is answered so.
pub(super) fn shown<T: Template>(
    status: StatusCode,
    found: Option<T>,
) -> Result<Response, PageError> {
    let page = Page::html(&found.ok_or(PageError::NotFound)?)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
