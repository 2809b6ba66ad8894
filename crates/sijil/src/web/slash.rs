//! Addresses that nothing stands at: the page may stand at the same one with a slash.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;
use sijil_text::Lang;

use super::{Edition, PageError, site};

/// The address with a slash at its end, if it may be a page's.
pub struct Other(Option<String>);

impl Other {
    /// Leads to the address with a slash.
    ///
    /// # Errors
    /// [`PageError::NotFound`] when no page could stand there.
    pub fn page(self) -> Result<Response, PageError> {
        let path = self.0.ok_or(PageError::NotFound)?;
        let mut response = Redirect::permanent(&path).into_response();
        site::never_kept(response.headers_mut());
        Ok(response)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Other {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let edition = parts
            .extensions
            .get::<Edition>()
            .copied()
            .unwrap_or(Edition::Full);
        Ok(Self(with_slash(parts.uri.path(), edition)))
    }
}

/// Where nothing is.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn nothing(other: Other) -> Result<Response, PageError> {
    other.page()
}

/// The edition's own address is put back together: the handlers see the full edition's.
fn with_slash(path: &str, edition: Edition) -> Option<String> {
    let last = path.rsplit('/').next().unwrap_or_default();
    if last.is_empty() || last.contains('.') {
        return None;
    }
    let (lang, rest) = path
        .strip_prefix('/')?
        .split_once('/')
        .unwrap_or((last, ""));
    let lang = Lang::try_from(lang).ok()?.code();
    Some(match (edition, rest) {
        (Edition::Full, "") => format!("/{lang}/"),
        (Edition::Full, rest) => format!("/{lang}/{rest}/"),
        (Edition::Text, rest) => format!("/{lang}/text/{rest}/"),
    })
}
