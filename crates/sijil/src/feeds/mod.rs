//! What machines read: feeds, sitemaps, the read API and the small well-known files.

pub mod api;
pub mod files;
pub mod pages;
pub mod sitemaps;
mod store;

use crate::articles::Content;
use crate::lists::Card;

/// Stories in a feed.
pub const ITEMS_MAX: i64 = 30;

/// A story in a feed, whole.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its card.
    pub card: Card,
    /// What its newest revision says.
    pub content: Content,
}

/// The three formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 4287.
    Atom,
    /// RSS 2.0.
    Rss,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    /// The format of a file such as `feed.atom`.
    #[must_use]
    pub fn of(file: &str) -> Option<Self> {
        match file {
            "feed.atom" => Some(Self::Atom),
            "feed.rss" => Some(Self::Rss),
            "feed.json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The media type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Json => "application/feed+json; charset=utf-8",
        }
    }
}
