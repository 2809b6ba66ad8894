//! One request from its first byte to its answer: method, edition, page cache, handler, headers.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_LENGTH, IF_NONE_MATCH};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::{Either, Full};
use sijil_text::Lang;
use tower::ServiceExt;

use super::cache::Entry;
use super::edition::Edition;
use super::encode::Coding;
use super::error::PageError;
use super::extract::Fields;
use super::headers;
use super::page::{CachePolicy, Cacheable};
use super::urls::Urls;
use crate::app::App;
use crate::changes::Tag;
use crate::comments::places::Order;

/// The body of an answer: bytes that are ready, or a handler's own.
pub type Answer = Response<Either<Full<Bytes>, Body>>;

/// A handler that takes longer is given up; nothing of ours takes a tenth of it.
const HANDLER_SECONDS_MAX: u64 = 10;
/// A form of pictures over a line of 64 kB a second takes an hour at its longest.
const FILES_SECONDS_MAX: u64 = 60 * 60;
const XKEY: HeaderName = HeaderName::from_static("xkey");
const SURROGATE_KEY: HeaderName = HeaderName::from_static("surrogate-key");

type Flights = Mutex<HashMap<Box<str>, Arc<tokio::sync::Mutex<()>>>>;

/// The whole site: what a connection hands its requests to.
#[derive(Clone)]
pub struct Site {
    app: App,
    router: Router,
    is_tls: bool,
    /// Pages that are being rendered: who else wants one waits for it.
    flights: Arc<Flights>,
}

impl Site {
    /// The site with its routes.
    #[must_use]
    pub fn new(app: App) -> Self {
        let is_tls = app.config.url.starts_with("https://");
        let router = crate::routes::all(app.clone());
        Self {
            app,
            router,
            is_tls,
            flights: Arc::default(),
        }
    }

    /// The application behind it.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The answer to a request whose page is at hand: most of them, and without a wait.
    pub fn at_hand<B>(&self, request: &Request<B>) -> Option<Answer> {
        if !is_read(request.method()) {
            return None;
        }
        let entry = self.app.cache.get(&key(request))?;
        self.app.metrics.cache_hits.inc();
        self.count_read(&entry);
        let answer = Asked::of(request).answer(&entry);
        self.app.metrics.answered(answer.status());
        Some(answer)
    }

    /// Answers a request.
    pub async fn answer(&self, request: Request<Body>) -> Answer {
        if let Some(answer) = self.at_hand(&request) {
            return answer;
        }
        let is_read = is_read(request.method());
        let answer = if is_read {
            self.read(request).await
        } else {
            self.ask(request).await
        };
        self.app.metrics.answered(answer.status());
        answer
    }

    async fn read(&self, request: Request<Body>) -> Answer {
        let asked = Asked::of(&request);
        let key = key(&request).into_owned();
        let flight = Flight::of(&self.flights, &key);
        let _rendering = flight.turn().await;
        if let Some(entry) = self.app.cache.get(&key) {
            self.app.metrics.cache_hits.inc();
            return asked.answer(&entry);
        }
        let ticket = self.app.cache.ticket();
        let mut answer = self.ask(request).await;
        match answer.extensions_mut().remove::<Cacheable>() {
            Some(cacheable) if answer.status() == StatusCode::OK => {
                self.app.metrics.cache_misses.inc();
                let headers = std::mem::take(answer.headers_mut());
                let entry = self.app.cache.put(&key, ticket, headers, cacheable);
                self.count_read(&entry);
                asked.answer(&entry)
            }
            _ => asked.without_body(answer),
        }
    }

    fn count_read(&self, entry: &Entry) {
        if self.app.choices().most_read
            && let Some(story) = entry.story
        {
            self.app.reads.count(story);
        }
    }

    /// Hands the request to its handler, and makes a page of whatever failed.
    async fn ask(&self, mut request: Request<Body>) -> Answer {
        let (edition, uri) = Edition::split(request.uri());
        if let Some(uri) = uri {
            *request.uri_mut() = uri;
        }
        request.extensions_mut().insert(edition);
        let lang = spoken(&self.app, &request);
        let limit = patience(&request);
        let handled = self.router.clone().oneshot(request);
        let mut response = match tokio::time::timeout(limit, handled).await {
            Ok(Ok(response)) => response,
            Ok(Err(never)) => match never {},
            Err(_) => axum::response::IntoResponse::into_response(PageError::Busy),
        };
        if let Some(error) = response.extensions_mut().remove::<PageError>() {
            let page =
                crate::front::pages::failure(&self.app, Urls { lang, edition }, &error).await;
            let (mut parts, body) = page.into_parts();
            response.headers_mut().remove(CONTENT_LENGTH);
            parts.headers.extend(std::mem::take(response.headers_mut()));
            parts.status = error.status();
            response = Response::from_parts(parts, body);
        }
        if self.app.config.surrogate_keys
            && let Some(cacheable) = response.extensions().get::<Cacheable>()
        {
            let tags = Arc::clone(&cacheable.tags);
            name_keys(response.headers_mut(), &tags);
        }
        headers::harden(response.headers_mut(), self.is_tls);
        response.map(Either::Right)
    }
}

/// A page that is being rendered. It leaves the map with the last who waits for it, also when a
/// reader hangs up in the middle.
struct Flight<'a> {
    flights: &'a Flights,
    key: &'a str,
    turns: Arc<tokio::sync::Mutex<()>>,
}

impl<'a> Flight<'a> {
    fn of(flights: &'a Flights, key: &'a str) -> Self {
        let mut all = flights.lock().unwrap_or_else(PoisonError::into_inner);
        let turns = Arc::clone(all.entry(key.into()).or_default());
        Self {
            flights,
            key,
            turns,
        }
    }

    async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.turns.lock().await
    }
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        let mut all = self.flights.lock().unwrap_or_else(PoisonError::into_inner);
        // Two hold it: the map, and whoever leaves.
        if Arc::strong_count(&self.turns) <= 2 {
            all.remove(self.key);
        }
    }
}

/// How long a handler may take: those who are handed files wait for the sender's line.
fn patience(request: &Request<Body>) -> Duration {
    let is_file = !is_read(request.method()) && request.uri().path().starts_with("/desk/media/");
    Duration::from_secs(if is_file {
        FILES_SECONDS_MAX
    } else {
        HANDLER_SECONDS_MAX
    })
}

fn is_read(method: &Method) -> bool {
    *method == Method::GET || *method == Method::HEAD
}

/// What matters of a request when its page is ready.
struct Asked {
    is_head: bool,
    coding: Coding,
    known: Option<HeaderValue>,
}

impl Asked {
    fn of<B>(request: &Request<B>) -> Self {
        let headers = request.headers();
        let codings = headers
            .get(ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok());
        Self {
            is_head: *request.method() == Method::HEAD,
            coding: Coding::accepted(codings.unwrap_or_default()),
            known: headers.get(IF_NONE_MATCH).cloned(),
        }
    }

    fn answer(&self, entry: &Entry) -> Answer {
        let variant = entry.variant(self.coding);
        let is_known = self
            .known
            .as_ref()
            .is_some_and(|known| knows(known, &variant.etag));
        let body = if is_known || self.is_head {
            Bytes::new()
        } else {
            variant.body.clone()
        };
        let mut answer = Response::new(Either::Left(Full::new(body)));
        variant.headers.clone_into(answer.headers_mut());
        if is_known {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            answer.headers_mut().remove(CONTENT_LENGTH);
        }
        answer
    }

    fn without_body(&self, answer: Answer) -> Answer {
        if self.is_head {
            answer.map(|_| Either::Left(Full::default()))
        } else {
            answer
        }
    }
}

/// Whether an `If-None-Match` header names a tag, RFC 9110 §13.1.2 (weak comparison).
fn knows(header: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(header), Ok(etag)) = (header.to_str(), etag.to_str()) else {
        return false;
    };
    header
        .split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.trim_start_matches("W/") == etag)
}

/// Under which name a page is kept: its path, and how far down a list it is. Everything else in a
/// query is somebody's tracking mark and changes nothing.
fn key<B>(request: &Request<B>) -> Cow<'_, str> {
    let uri = request.uri();
    let path = uri.path();
    let Some(query) = uri.query() else {
        return Cow::Borrowed(path);
    };
    if path.ends_with("/search") || path.starts_with("/api/") || path.contains("/record/") {
        return Cow::Owned(format!("{path}?{query}"));
    }
    let fields = Fields::parse(query);
    if path.contains("/comments/") {
        let order = Order::named(fields.get("sort"));
        return match (order, fields.after()) {
            (Order::Oldest, None) => Cow::Borrowed(path),
            (_, after) => Cow::Owned(format!("{path}?{order:?}{after:?}")),
        };
    }
    let before = fields.before();
    if before == crate::lists::Cursor::NEWEST {
        return Cow::Borrowed(path);
    }
    Cow::Owned(format!("{path}?before={}-{}", before.at.0, before.id))
}

/// The language of a page that has none yet: that of its address, else the browser's, else ours.
fn spoken(app: &App, request: &Request<Body>) -> Lang {
    let first = request.uri().path().split('/').nth(1).unwrap_or_default();
    Lang::try_from(first)
        .unwrap_or_else(|_| preferred(request.headers(), app.choices().default_language))
}

/// The one of our languages that a browser likes best, RFC 9110 §12.5.4; `default` if it likes
/// none, or both the same.
#[must_use]
pub fn preferred(headers: &HeaderMap, default: Lang) -> Lang {
    let header = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let mut best = (0_u32, default);
    for part in header.unwrap_or_default().split(',') {
        let (range, params) = part.split_once(';').unwrap_or((part, ""));
        let primary = range.trim().split('-').next().unwrap_or_default();
        let Ok(lang) = Lang::try_from(primary) else {
            continue;
        };
        let weight = params.trim().strip_prefix("q=").map_or(1000, thousandths);
        if weight > best.0 || (weight == best.0 && lang == default) {
            best = (weight, lang);
        }
    }
    best.1
}

/// A weight such as `0.8` in thousandths; 0 for nonsense.
fn thousandths(text: &str) -> u32 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    let digits = format!("{whole}{part}");
    digits.parse::<u32>().map_or(0, |weight| weight.min(1000))
}

fn name_keys(headers: &mut HeaderMap, tags: &[Tag]) {
    let names: Vec<String> = tags.iter().map(ToString::to_string).collect();
    if let Ok(value) = HeaderValue::from_str(&names.join(" ")) {
        headers.insert(XKEY, value.clone());
        headers.insert(SURROGATE_KEY, value);
    }
}

/// Says that an answer is nobody's to keep.
pub fn never_kept(headers: &mut HeaderMap) {
    headers.insert(http::header::CACHE_CONTROL, CachePolicy::Never.header());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_favourite_of_our_languages_wins() {
        for (header, wanted) in [
            ("", Lang::Ar),
            ("fr,de", Lang::Ar),
            ("en-GB,en;q=0.9", Lang::En),
            ("en;q=0.7,ar-SY;q=0.8", Lang::Ar),
            ("fr, en;q=0.3", Lang::En),
            ("en;q=nonsense", Lang::Ar),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(header));
            assert_eq!(preferred(&headers, Lang::Ar), wanted, "{header}");
        }
    }

    #[test]
    fn tracking_marks_share_one_page() {
        for (address, wanted) in [
            ("/en/a/?fbclid=1", "/en/a/"),
            ("/en/a/?before=5-6&x=1", "/en/a/?before=5-6"),
            ("/en/a/?before=nonsense", "/en/a/"),
            ("/en/search?q=a", "/en/search?q=a"),
            (
                "/en/record/control/?on=2026-11-01",
                "/en/record/control/?on=2026-11-01",
            ),
            ("/en/a/comments/?sort=oldest&x=1", "/en/a/comments/"),
            ("/en/a/comments/?sort=best", "/en/a/comments/?BestNone"),
            (
                "/en/a/comments/?after=5-6&x=1",
                "/en/a/comments/?OldestSome((5, 6))",
            ),
        ] {
            let request = Request::builder().uri(address).body(Body::empty()).unwrap();
            assert_eq!(key(&request), wanted);
        }
    }
}
