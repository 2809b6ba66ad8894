//! What went wrong, said to the reader on a page that helps.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{HeaderValue, StatusCode};

use crate::db::DbError;

/// Why a reader does not get what they asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    /// There is nothing at that address.
    NotFound,
    /// The address takes another method.
    WrongMethod,
    /// A form that none of our own pages sent.
    Foreign,
    /// Whoever is signed in may not do that.
    Forbidden,
    /// More was sent than a form of ours can hold.
    TooLarge,
    /// More is asked than we can give now; a minute later it will do.
    Busy,
    /// The search is being prepared.
    SearchNotReady,
    /// The disk is full: reading goes on, writing does not.
    Full,
    /// We failed. The number leads from the page to the line in the log.
    Broken(String),
}

impl PageError {
    /// A failure of ours: logged once, here, under a number that the reader is shown.
    #[must_use]
    pub fn broken(error: &dyn std::fmt::Display) -> Self {
        let mut bytes = [0_u8; 4];
        // Without randomness the number is 0, and the log still has the line.
        let _ = getrandom::fill(&mut bytes);
        let number = format!("{:08x}", u32::from_be_bytes(bytes));
        tracing::error!(number, error = format!("{error:#}"), "a page failed");
        Self::Broken(number)
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Foreign | Self::Forbidden => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy | Self::SearchNotReady => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stem of its sentences in `locales/`: `-title` and `-text` follow.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::WrongMethod => "error-wrong-method",
            Self::Foreign => "error-foreign",
            Self::Forbidden => "error-forbidden",
            Self::TooLarge => "error-too-large",
            Self::Busy => "error-busy",
            Self::SearchNotReady => "error-search-not-ready",
            Self::Full => "error-full",
            Self::Broken(_) => "error-broken",
        }
    }
}

impl From<DbError> for PageError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Busy => Self::Busy,
            DbError::Unknown(text) => {
                tracing::error!(error = text, "the database did not answer");
                Self::Busy
            }
            DbError::Full => Self::Full,
            other => Self::broken(&other),
        }
    }
}

impl IntoResponse for PageError {
    /// Bare: the page around it is made where the language is known, in `web/site.rs`.
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status();
        if self.status() == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response.extensions_mut().insert(self);
        response
    }
}
