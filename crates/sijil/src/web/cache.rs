//! The page cache: a public page is rendered once and then served as bytes, until one of the
//! things it was made of changes.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::time::Instant;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, ETAG, VARY};
use http::{HeaderMap, HeaderValue};

use super::encode::Coding;
use super::page::Cacheable;
use crate::articles::ArticleId;
use crate::changes::Tag;

/// A page is rendered again after this long even if nothing changed, since it also shows things
/// that it is not tagged with: related stories, how long ago something was.
const AGE_MS_MAX: u64 = 600_000;
/// A page that changes often is rendered at most this often: a publication is to be seen everywhere
/// within a second, and the change has to get here first.
const BUSY_MS: u64 = 900;
/// Changes that are remembered for pages that are being rendered; a page that takes longer than
/// this many changes is not kept.
const NEWS_MAX: usize = 4096;
/// What an entry weighs beside its bodies: headers, tags, key.
const ENTRY_BYTES: usize = 2048;

/// A rendered page.
pub struct Entry {
    headers: HeaderMap,
    tags: Arc<[Tag]>,
    /// The story it is the page of.
    pub story: Option<ArticleId>,
    body: Bytes,
    etag: String,
    coded: [OnceLock<Variant>; 4],
    rendered_ms: u64,
    /// When it must be rendered again; moves nearer when something it shows changes.
    stale_ms: AtomicU64,
    used_ms: AtomicU64,
}

/// A page in one coding.
pub struct Variant {
    /// All headers of the answer.
    pub headers: HeaderMap,
    /// Its strong entity tag.
    pub etag: HeaderValue,
    /// Its bytes.
    pub body: Bytes,
}

impl Entry {
    /// The page in a coding; the work is done for the first reader who asks for it.
    pub fn variant(&self, coding: Coding) -> &Variant {
        let place = coding as usize;
        let Some(cell) = self.coded.get(place) else {
            unreachable!("there is a cell for each coding")
        };
        cell.get_or_init(|| self.code(coding))
    }

    fn code(&self, coding: Coding) -> Variant {
        let mut headers = self.headers.clone();
        let (body, coding) = match coding.encode(&self.body) {
            Some(coded) if coded.len() < self.body.len() => (coded, coding),
            _ => (self.body.clone(), Coding::Identity),
        };
        if let Some(name) = coding.name() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        let tag = format!("\"{}{}\"", self.etag, coding.suffix());
        let etag = HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""));
        headers.insert(ETAG, etag.clone());
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        Variant {
            headers,
            etag,
            body,
        }
    }

    fn bytes(&self) -> usize {
        let coded = self
            .coded
            .iter()
            .filter_map(OnceLock::get)
            .map(|variant| variant.body.len());
        ENTRY_BYTES + self.body.len() + coded.sum::<usize>()
    }
}

/// When a page's rendering began, in changes: what changed since then spoils it.
#[derive(Debug, Clone, Copy)]
pub struct Ticket(u64);

/// Rendered pages by address.
pub struct PageCache {
    bytes_max: usize,
    started: Instant,
    pages: RwLock<HashMap<Box<str>, Arc<Entry>>>,
    news: Mutex<News>,
}

#[derive(Default)]
struct News {
    count: u64,
    tags: VecDeque<Tag>,
}

impl PageCache {
    /// A cache of at most about `bytes_max` bytes.
    #[must_use]
    pub fn new(bytes_max: usize) -> Self {
        let (started, pages, news) = (Instant::now(), RwLock::default(), Mutex::default());
        Self {
            bytes_max,
            started,
            pages,
            news,
        }
    }

    /// The page at an address, if it is at hand and fresh.
    pub fn get(&self, key: &str) -> Option<Arc<Entry>> {
        let now = self.now_ms();
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        let entry = pages.get(key)?;
        if now >= entry.stale_ms.load(Ordering::Relaxed) {
            return None;
        }
        entry.used_ms.store(now, Ordering::Relaxed);
        Some(Arc::clone(entry))
    }

    /// Taken before a page's data is read.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        Ticket(self.news().count)
    }

    /// Makes a page of an answer and keeps it, unless what it shows changed while it was rendered.
    pub fn put(
        &self,
        key: &str,
        ticket: Ticket,
        headers: HeaderMap,
        cacheable: Cacheable,
    ) -> Arc<Entry> {
        let now = self.now_ms();
        let etag = fingerprint(&cacheable.body);
        let entry = Arc::new(Entry {
            headers,
            tags: cacheable.tags,
            story: cacheable.story,
            body: cacheable.body,
            etag,
            coded: Default::default(),
            rendered_ms: now,
            stale_ms: AtomicU64::new(now + AGE_MS_MAX),
            used_ms: AtomicU64::new(now),
        });
        // Held until the page is in: a change that comes now waits, and then finds it.
        let news = self.news();
        if self.bytes_max > 0 && news.is_unspoilt(ticket, &entry.tags) {
            let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
            pages.insert(key.into(), Arc::clone(&entry));
        }
        entry
    }

    /// Takes changes in: urgent ones drop their pages now, others within a second.
    pub fn drop_tagged(&self, changed: &[Tag]) {
        let mut news = self.news();
        news.add(changed);
        let now = self.now_ms();
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        for entry in pages.values() {
            let mut hit = entry
                .tags
                .iter()
                .filter(|tag| changed.contains(tag))
                .peekable();
            if hit.peek().is_none() {
                continue;
            }
            let due = if hit.any(|tag| tag.is_urgent()) {
                0
            } else {
                entry.rendered_ms + BUSY_MS
            };
            entry.stale_ms.fetch_min(due.max(now), Ordering::Relaxed);
        }
    }

    /// Drops every page, and those that are being rendered.
    pub fn clear(&self) {
        let mut news = self.news();
        news.count += u64::try_from(NEWS_MAX).unwrap_or(u64::MAX) + 1;
        news.tags.clear();
        self.pages
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// Takes what is stale out, and what was not read for longest until the rest fits. Gives the
    /// bytes that are left.
    pub fn sweep(&self) -> usize {
        let now = self.now_ms();
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        pages.retain(|_, entry| now < entry.stale_ms.load(Ordering::Relaxed));
        let mut bytes: usize = pages.values().map(|entry| entry.bytes()).sum();
        if bytes <= self.bytes_max {
            return bytes;
        }
        let used = |entry: &Arc<Entry>| entry.used_ms.load(Ordering::Relaxed);
        let mut oldest: Vec<(u64, Box<str>)> = pages
            .iter()
            .map(|(key, entry)| (used(entry), key.clone()))
            .collect();
        oldest.sort_unstable();
        for (_, key) in oldest {
            // A tenth more than needed, so that the next page does not bring us here again.
            if bytes <= self.bytes_max / 10 * 9 {
                break;
            }
            if let Some(entry) = pages.remove(&key) {
                bytes -= entry.bytes();
            }
        }
        bytes
    }

    fn news(&self) -> MutexGuard<'_, News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

impl News {
    fn add(&mut self, changed: &[Tag]) {
        for tag in changed {
            self.count += 1;
            self.tags.push_back(*tag);
            if self.tags.len() > NEWS_MAX {
                self.tags.pop_front();
            }
        }
    }

    fn is_unspoilt(&self, ticket: Ticket, tags: &[Tag]) -> bool {
        let since = usize::try_from(self.count - ticket.0).unwrap_or(usize::MAX);
        if since > self.tags.len() {
            return false;
        }
        !self
            .tags
            .iter()
            .rev()
            .take(since)
            .any(|changed| tags.contains(changed))
    }
}

/// What tells two bodies of one address apart. Nothing rests on it but a reader's stale copy, so it
/// is no SHA-256, which on a processor without instructions for it takes as long as all the rest.
fn fingerprint(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(body);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(tags: &[Tag]) -> Cacheable {
        Cacheable {
            tags: tags.into(),
            body: Bytes::from("a page ".repeat(100)),
            story: None,
        }
    }

    #[test]
    fn an_urgent_change_drops_a_page_at_once_and_a_common_one_within_a_second() {
        let cache = PageCache::new(1_000_000);
        cache.put(
            "/story",
            cache.ticket(),
            HeaderMap::new(),
            page(&[Tag::Article(1)]),
        );
        cache.put(
            "/list",
            cache.ticket(),
            HeaderMap::new(),
            page(&[Tag::Topic(1)]),
        );
        assert!(cache.get("/story").is_some() && cache.get("/list").is_some());
        cache.drop_tagged(&[Tag::Article(1), Tag::Topic(1)]);
        assert!(cache.get("/story").is_none());
        assert!(
            cache.get("/list").is_some(),
            "lists may be shown for a second more"
        );
    }

    #[test]
    fn a_page_that_was_read_before_a_change_is_not_kept() {
        let cache = PageCache::new(1_000_000);
        let ticket = cache.ticket();
        cache.drop_tagged(&[Tag::Article(1)]);
        cache.put("/story", ticket, HeaderMap::new(), page(&[Tag::Article(1)]));
        assert!(cache.get("/story").is_none());
        cache.put("/other", ticket, HeaderMap::new(), page(&[Tag::Article(2)]));
        assert!(cache.get("/other").is_some());
    }

    #[test]
    fn memory_is_bounded_and_the_least_read_goes_first() {
        let cache = PageCache::new(20 * (ENTRY_BYTES + 700));
        for number in 0..100 {
            let key = format!("/{number}");
            cache.put(&key, cache.ticket(), HeaderMap::new(), page(&[]));
        }
        assert!(cache.sweep() <= cache.bytes_max);
    }
}
