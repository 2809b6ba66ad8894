//! Stories: their nouns. What may happen to one is in [`publication`]; what readers ask for is in
//! `pages`.

pub mod assignments;
pub mod content;
pub mod corrections;
pub mod desk;
pub mod diff;
pub mod json_ld;
pub mod notes;
pub mod pages;
pub mod preview;
pub mod publication;
pub mod redaction;
pub mod related;
pub mod roll;
mod store;
pub mod translation;
pub mod workflow;
pub mod writing;

use serde::Serialize;
use sijil_text::{Day, Lang, Slug};

pub use content::{Byline, Content, PictureUse, Printed};
pub use store::content as working_copy;
pub use store::{article, at_address, corrections_of, due, last_id, newest, revisions};

use crate::db::{DbError, UtcMillis};
use crate::staff::StaffId;
use crate::topics::TopicId;
use crate::{db_enum, db_id};

db_id! {
    /// A story in one language.
    ArticleId
}

db_id! {
    /// What a story and its translations have in common: the identifier of the first of them.
    TranslationId
}

db_enum! {
    /// How far a story has come.
    State {
        /// Being written.
        Draft = "draft",
        /// Waiting for a second pair of eyes.
        Review = "review",
        /// Found ready by a second pair of eyes.
        Ready = "ready",
        /// Will be published by itself at its instant.
        Scheduled = "scheduled",
        /// Public.
        Published = "published",
        /// Taken back; its notice stands in its place.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// All of them, in the order in which a story passes through them.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Review,
        Self::Ready,
        Self::Scheduled,
        Self::Published,
        Self::Withdrawn,
    ];
}

/// Why a story could not be changed as asked.
#[derive(Debug, thiserror::Error)]
pub enum ArticleError {
    /// No story has that identifier.
    #[error("there is no such story")]
    NotFound,
    /// The story's state does not allow it.
    #[error("a story that is {} cannot be {wanted}", .state.word())]
    WrongState {
        /// The state it is in.
        state: State,
        /// What was asked for.
        wanted: &'static str,
    },
    /// Another story has that address.
    #[error("another story of {day} is already called {slug}")]
    AddressTaken {
        /// The day in the address.
        day: Day,
        /// The slug in the address.
        slug: Slug,
    },
    /// The story has a translation in that language already.
    #[error("there is already a story in that language among its translations")]
    TranslationTaken,
    /// Neither the headline nor the caller gives a slug.
    #[error("the headline has no letter or digit to make an address of")]
    NoSlug,
    /// Nobody may publish it yet.
    #[error("the story must not be published before {}", .until.0)]
    Embargoed {
        /// Until when.
        until: UtcMillis,
    },
    /// Its picture has no words for those who do not see it.
    #[error("the picture has no alternative text")]
    NoAlt,
    /// There is no text yet.
    #[error("the story has no headline or no text")]
    Empty,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// A story as it enters the newsroom.
#[derive(Debug, Clone)]
pub struct NewArticle {
    /// Its identifier.
    pub id: ArticleId,
    /// The story it translates, else its own identifier.
    pub translation: TranslationId,
    /// Its language.
    pub lang: Lang,
    /// Its section.
    pub section: Option<TopicId>,
    /// Tags and people, in the order in which they are shown.
    pub topics: Vec<TopicId>,
    /// Its slug, if the headline's own will not do.
    pub slug: Option<Slug>,
    /// What it says.
    pub content: Content,
    /// Whose it is; nobody's when it comes from elsewhere.
    pub owner: Option<StaffId>,
}

/// A story as the rules see it.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its identifier.
    pub id: ArticleId,
    /// What it shares with its translations.
    pub translation: TranslationId,
    /// Its language.
    pub lang: Lang,
    /// How far it has come.
    pub state: State,
    /// Its section.
    pub section: Option<TopicId>,
    /// Its slug.
    pub slug: Slug,
    /// The day in its address: that of its first publication in the newsroom's zone.
    pub day: Option<Day>,
    /// When it was first published.
    pub published_at: Option<UtcMillis>,
    /// When its newest revision was published.
    pub updated_at: Option<UtcMillis>,
    /// When it will be published by itself.
    pub scheduled_at: Option<UtcMillis>,
    /// The number of its newest published revision, 0 before the first.
    pub revision: i64,
    /// Counts every change that a reader can see.
    pub version: i64,
}

db_enum! {
    /// What a public word about a change is.
    CorrectionKind {
        /// Something was wrong.
        Correction = "correction",
        /// Something could be misread.
        Clarification = "clarification",
        /// Something happened since.
        Update = "update",
        /// Something about the story itself.
        Note = "note",
    }
}

impl CorrectionKind {
    /// All of them, the gravest first.
    pub const ALL: [Self; 4] = [
        Self::Correction,
        Self::Clarification,
        Self::Update,
        Self::Note,
    ];

    /// Whether something was wrong or could be misread.
    #[must_use]
    pub fn is_of_error(self) -> bool {
        match self {
            Self::Correction | Self::Clarification => true,
            Self::Update | Self::Note => false,
        }
    }

    /// The sentence that names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Correction => "correction-correction",
            Self::Clarification => "correction-clarification",
            Self::Update => "correction-update",
            Self::Note => "correction-note",
        }
    }

    /// The sentence that names it with its day.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Correction => "correction-of",
            Self::Clarification => "clarification-of",
            Self::Update => "update-of",
            Self::Note => "note-of",
        }
    }
}

/// A public correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// What it is.
    #[serde(skip)]
    pub kind: CorrectionKind,
    /// The revision that it came with.
    pub revision: i64,
    /// When it was published.
    pub at: UtcMillis,
    /// What was wrong and what is right.
    pub text: String,
}

/// Why and when a story was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// When.
    pub at: UtcMillis,
    /// What readers are told.
    pub notice: String,
}

/// A published revision as it is kept.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Counts from 1.
    pub number: i64,
    /// When it was published.
    pub at: UtcMillis,
    /// SHA-256 of the canonical text, in lower-case hexadecimal.
    pub sha256: String,
    /// What it said.
    pub printed: Printed,
}
