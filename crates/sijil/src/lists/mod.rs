//! Stories as lists show them: the newest, those of a topic, those of a day.

mod store;

use serde::Serialize;
use sijil_text::Lang;

use crate::articles::{ArticleId, content};
use crate::db::UtcMillis;
use crate::media::{Focus, PictureId};

pub use store::{
    corrections_before, latest, listed, neighbours, of_day, public_card as card, translation,
};

/// A story as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Its identifier.
    pub id: ArticleId,
    /// Its language.
    #[serde(serialize_with = "content::as_code")]
    pub lang: Lang,
    /// The day in its address.
    pub day: String,
    /// Its slug.
    pub slug: String,
    /// Its headline.
    pub headline: String,
    /// The sentence under the headline; may be empty.
    pub standfirst: String,
    /// Name and slug of its section.
    pub section: Option<(String, String)>,
    /// When it was first published.
    pub published_at: UtcMillis,
    /// When its newest revision was published.
    pub updated_at: UtcMillis,
    /// Its lead picture.
    pub picture: Option<Thumbnail>,
}

/// A lead picture as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Thumbnail {
    /// The picture.
    pub id: PictureId,
    /// Its name in addresses.
    pub sha256: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The point that crops keep, where somebody chose one.
    #[serde(skip)]
    pub focus: Option<Focus>,
}

/// Where a list goes on: before this instant, and before this identifier at the same instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The instant.
    pub at: UtcMillis,
    /// The identifier.
    pub id: i64,
}

impl Cursor {
    /// From the newest on.
    pub const NEWEST: Self = Self {
        at: UtcMillis(i64::MAX),
        id: i64::MAX,
    };
}
