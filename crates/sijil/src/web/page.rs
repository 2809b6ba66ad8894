//! A handler's answer: a rendered page, how long it may be kept, and what it was made of.

use std::sync::Arc;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use http::{HeaderValue, StatusCode};

use super::PageError;
use crate::articles::ArticleId;
use crate::changes::Tag;

/// How long an answer may be kept, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// The same for all readers: kept in the page cache until one of its tags changes, by an edge
    /// for half a minute, and for a day while we are down.
    Public,
    /// The same for all, but of too many kinds to keep here: a question put to the search.
    Brief,
    /// Its name changes when its content does.
    Immutable,
    /// Nobody keeps it.
    Never,
}

impl CachePolicy {
    /// The `Cache-Control` header. A page that an edge failed to drop is out of date for at most
    /// 30 + 20 s there, and 10 s in a browser.
    #[must_use]
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Public => {
                "public, max-age=10, s-maxage=30, stale-while-revalidate=20, stale-if-error=86400"
            }
            Self::Brief => "public, max-age=30, stale-if-error=3600",
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Never => "no-store",
        })
    }
}

/// What the page cache needs to know of an answer.
#[derive(Debug, Clone)]
pub struct Cacheable {
    /// What it was made of.
    pub tags: Arc<[Tag]>,
    /// Its bytes.
    pub body: Bytes,
    /// The story it is the page of.
    pub story: Option<ArticleId>,
}

/// An answer with a body.
pub struct Page {
    status: StatusCode,
    content_type: &'static str,
    policy: CachePolicy,
    tags: Vec<Tag>,
    story: Option<ArticleId>,
    body: Bytes,
}

impl Page {
    /// A page in HTML.
    ///
    /// # Errors
    /// When the template fails.
    pub fn html(view: &impl askama::Template) -> Result<Self, PageError> {
        Self::rendered(view, "text/html; charset=utf-8")
    }

    /// Any other format with a template.
    ///
    /// # Errors
    /// When the template fails.
    pub fn rendered(
        view: &impl askama::Template,
        content_type: &'static str,
    ) -> Result<Self, PageError> {
        let body = view.render().map_err(|error| PageError::broken(&error))?;
        Ok(Self::new(body, content_type))
    }

    /// A text or bytes that are ready.
    #[must_use]
    pub fn new(body: impl Into<Bytes>, content_type: &'static str) -> Self {
        let (body, policy) = (body.into(), CachePolicy::Public);
        Self {
            status: StatusCode::OK,
            content_type,
            policy,
            tags: Vec::new(),
            story: None,
            body,
        }
    }

    /// With another status than 200.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// With another policy than [`CachePolicy::Public`].
    #[must_use]
    pub fn with_policy(mut self, policy: CachePolicy) -> Self {
        self.policy = policy;
        self
    }

    /// The page of a story, whose reads may be counted.
    #[must_use]
    pub fn of_story(mut self, story: ArticleId) -> Self {
        self.story = Some(story);
        self
    }

    /// What the page was made of: when one of them changes, it is made anew.
    #[must_use]
    pub fn tagged(mut self, tags: impl IntoIterator<Item = Tag>) -> Self {
        self.tags.extend(tags);
        self
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let body = self.body;
        let mut response = Response::new(Body::from(body.clone()));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        headers.insert(CACHE_CONTROL, self.policy.header());
        if matches!(self.policy, CachePolicy::Public | CachePolicy::Immutable) {
            let mut tags = self.tags;
            tags.sort_unstable();
            tags.dedup();
            response.extensions_mut().insert(Cacheable {
                tags: tags.into(),
                body,
                story: self.story,
            });
        }
        response
    }
}

/// Leads to another address for good.
pub fn moved(to: &str) -> Response {
    redirect(StatusCode::PERMANENT_REDIRECT, to)
}

/// Leads to another address for now.
pub fn elsewhere(to: &str) -> Response {
    redirect(StatusCode::FOUND, to)
}

/// Leads on after something was sent in, so that loading again sends nothing twice.
pub fn see_other(to: &str) -> Response {
    let mut response = redirect(StatusCode::SEE_OTHER, to);
    response
        .headers_mut()
        .insert(CACHE_CONTROL, CachePolicy::Never.header());
    response
}

fn redirect(status: StatusCode, to: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    match HeaderValue::from_str(&super::urls::encoded(to)) {
        Ok(location) => {
            response.headers_mut().insert(LOCATION, location);
        }
        Err(_) => *response.status_mut() = StatusCode::NOT_FOUND,
    }
    response
}
