//! The browser of a writer whose comment was approved: it bears a signed mark, given on the receipt.
//! The mark says nothing else, and no table knows it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use http::{HeaderMap, HeaderValue};

use crate::app::App;
use crate::db::UtcMillis;
use crate::secrets::{Key, hex, unhex};
use crate::web::cookie::Cookie;

const COOKIE: Cookie = Cookie {
    secure: "__Host-known",
    plain: "known",
    same_site: "Lax",
};
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Days for which a mark is good.
const DAYS: i64 = 30;
/// Comments a day with one mark: a mark that is passed around is soon worth nothing.
const USES_MAX: u32 = 10;
/// Marks that are counted at once.
const MARKS_MAX: usize = 10_000;

/// The number of a mark: random, and in no table.
#[derive(Debug, Clone, Copy)]
pub struct Mark([u8; 8]);

/// Gives out marks and knows them again.
pub struct Known {
    key: Key,
    uses: Mutex<(i64, HashMap<[u8; 8], u32>)>,
}

impl Known {
    /// Marks under a key.
    #[must_use]
    pub fn new(key: Key) -> Self {
        let uses = Mutex::default();
        Self { key, uses }
    }

    /// The header that gives a browser its mark.
    #[must_use]
    pub fn mark(&self, app: &App, headers: &HeaderMap) -> Option<HeaderValue> {
        let mut id = [0; 8];
        getrandom::fill(&mut id).ok()?;
        let day = app.now().0 / DAY_MS;
        let value = format!("{}-{day}-{}", hex(&id), hex(&self.tag(&id, day)));
        let seconds = u64::try_from(DAYS * DAY_MS / 1000).unwrap_or_default();
        COOKIE.write(app, headers, &value, seconds)
    }

    /// The good mark that a browser bears.
    #[must_use]
    pub fn borne(&self, app: &App, headers: &HeaderMap) -> Option<Mark> {
        let value = COOKIE.read(app, headers)?;
        self.read(value, app.now())
    }

    /// Whether a mark was not used too often today. Counts the use: once a comment, not once a form.
    pub fn is_good(&self, Mark(id): Mark, now: UtcMillis) -> bool {
        let today = now.0 / DAY_MS;
        let mut uses = self.uses.lock().unwrap_or_else(PoisonError::into_inner);
        if uses.0 != today || uses.1.len() >= MARKS_MAX {
            *uses = (today, HashMap::new());
        }
        let count = uses.1.entry(id).or_default();
        *count += 1;
        *count <= USES_MAX
    }

    fn read(&self, value: &str, now: UtcMillis) -> Option<Mark> {
        let mut parts = value.split('-');
        let id: [u8; 8] = unhex(parts.next()?)?.try_into().ok()?;
        let day: i64 = parts.next()?.parse().ok()?;
        let tag: [u8; 16] = unhex(parts.next()?)?.try_into().ok()?;
        let age = now.0 / DAY_MS - day;
        let is_good = self.key.is_tag(&tag, &[&id, &day.to_be_bytes()]);
        (is_good && (0..=DAYS).contains(&age)).then_some(Mark(id))
    }

    fn tag(&self, id: &[u8; 8], day: i64) -> [u8; 16] {
        self.key.short_tag(&[id, &day.to_be_bytes()])
    }
}
