//! Pictures' files.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};

use super::Format;
use crate::app::App;
use crate::web::extract::Named;
use crate::web::headers::POLICY_MEDIA;
use crate::web::{CachePolicy, PageError};

/// One file of a picture: `{width}.{webp or jpg}`.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn file(State(app): State<App>, named: Named) -> Result<Response, PageError> {
    let sha256 = named.get("sha256")?.to_owned();
    let (width, format) = parse(named.get("file")?).ok_or(PageError::NotFound)?;
    let folder = app.clone();
    let read = move || folder.pictures.get(&sha256, width, format);
    let bytes = tokio::task::spawn_blocking(read)
        .await
        .map_err(|error| PageError::broken(&error))?;
    let bytes = bytes
        .map_err(|error| PageError::broken(&error))?
        .ok_or(PageError::NotFound)?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(format.mime())),
        (CACHE_CONTROL, CachePolicy::Immutable.header()),
        (
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY_MEDIA),
        ),
    ];
    Ok((headers, bytes).into_response())
}

fn parse(file: &str) -> Option<(u32, Format)> {
    let (width, extension) = file.split_once('.')?;
    let format = Format::ALL
        .into_iter()
        .find(|format| format.extension() == extension)?;
    Some((width.parse().ok()?, format))
}
