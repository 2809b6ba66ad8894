//! What a reader sends in: the fields of a form, taken only from our own pages.

use axum::body::Body;
use axum::extract::FromRequest;
use http::header::{CONTENT_TYPE, HOST, ORIGIN};
use http::{HeaderMap, HeaderValue, Request};
use http_body_util::{BodyExt, Limited};

use super::PageError;
use super::extract::Fields;

/// A form's bytes. A comment of the longest kind in Arabic, percent-encoded, is under 40 KB.
const FORM_BYTES_MAX: usize = 64 * 1024;
/// A story's form. The longest stories of the press have some 60,000 letters; percent-encoded in
/// Arabic that is 400 KB, and markup comes on top.
const LONG_FORM_BYTES_MAX: usize = 2 * 1024 * 1024;
const SEC_FETCH_SITE: &str = "sec-fetch-site";

/// The fields of a form that one of our own pages sent.
#[derive(Debug, Clone)]
pub struct Form(pub Fields);

/// The same of a form that holds a whole story; only for the desk.
#[derive(Debug, Clone)]
pub struct LongForm(pub Fields);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = PageError;

    async fn from_request(request: Request<Body>, _: &S) -> Result<Self, PageError> {
        fields(request, FORM_BYTES_MAX).await.map(Self)
    }
}

impl<S: Send + Sync> FromRequest<S> for LongForm {
    type Rejection = PageError;

    async fn from_request(request: Request<Body>, _: &S) -> Result<Self, PageError> {
        fields(request, LONG_FORM_BYTES_MAX).await.map(Self)
    }
}

async fn fields(request: Request<Body>, bytes_max: usize) -> Result<Fields, PageError> {
    if !is_ours(request.headers()) {
        return Err(PageError::Foreign);
    }
    let kind = request.headers().get(CONTENT_TYPE);
    let is_form = kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    });
    if !is_form {
        return Err(PageError::Foreign);
    }
    let body = Limited::new(request.into_body(), bytes_max).collect().await;
    let bytes = body.ok().ok_or(PageError::TooLarge)?.to_bytes();
    let text = String::from_utf8_lossy(&bytes);
    Ok(Fields::parse(&text))
}

/// Whether a request that changes something comes from one of our own pages.
///
/// Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`. Who sends neither is no browser whose
/// cookies could be misused. No token is needed, so pages with forms can be kept by caches. The scheme is that of
/// Go's `http.CrossOriginProtection`.
#[must_use]
pub fn is_ours(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get(SEC_FETCH_SITE) {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = headers.get(ORIGIN).map(HeaderValue::as_bytes) else {
        return true;
    };
    let host = headers.get(HOST).map(HeaderValue::as_bytes);
    let mut parts = origin.splitn(2, |byte| *byte == b'/');
    let after = parts.nth(1).and_then(|rest| rest.strip_prefix(b"/"));
    after.is_some() && after == host
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_send_forms() {
        let check = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, "paper.example".parse().unwrap());
            for (name, value) in pairs {
                headers.insert(*name, value.parse().unwrap());
            }
            is_ours(&headers)
        };
        assert!(check(&[("sec-fetch-site", "same-origin")]));
        assert!(check(&[("sec-fetch-site", "none")]));
        assert!(check(&[("origin", "https://paper.example")]));
        assert!(check(&[]));
        assert!(!check(&[("sec-fetch-site", "cross-site")]));
        assert!(!check(&[("sec-fetch-site", "same-site")]));
        assert!(!check(&[("origin", "https://evil.example")]));
        assert!(!check(&[("origin", "null")]));
        assert!(!check(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://paper.example")
        ]));
    }
}
