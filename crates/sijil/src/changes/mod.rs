//! The one sequence of changes, and those who follow it. There is no second way for news to travel.

mod follow;

use std::fmt;

use sijil_text::Lang;

use crate::articles::ArticleId;
use crate::db::{self, DbError, Tx, UtcMillis};
use crate::topics::TopicId;

pub use follow::{Follower, Followers, catch_up};

/// What a change changes for readers; the same word is a cached page's tag and an edge's
/// surrogate key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tag {
    /// A story.
    Article(i64),
    /// What is listed under a section, tag or person, or its name.
    Topic(i64),
    /// A story's comments and votes.
    Thread(i64),
    /// The newest stories of a language, and which of them lead.
    Latest(Lang),
    /// The newsroom's own words, and the names of its sections.
    House,
    /// The record: its claims, and what they are grouped in.
    Record,
    /// A batch of moderators' decisions; on no page, but the spam filter learns from it.
    Decided(i64),
}

impl Tag {
    /// The tag of a story.
    #[must_use]
    pub fn article(id: ArticleId) -> Self {
        Self::Article(id.0)
    }

    /// The tag of a story's comments and votes.
    #[must_use]
    pub fn thread(id: ArticleId) -> Self {
        Self::Thread(id.0)
    }

    /// The tag of a section, tag or person.
    #[must_use]
    pub fn topic(id: TopicId) -> Self {
        Self::Topic(id.0)
    }

    /// The tag of a language's newest stories.
    #[must_use]
    pub fn latest(lang: Lang) -> Self {
        Self::Latest(lang)
    }

    /// Whether pages with this tag must go at once. The others may be shown for a second more, so
    /// that a busy hour does not render the same list for every story.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        match self {
            Self::Article(_) | Self::House => true,
            Self::Topic(_)
            | Self::Thread(_)
            | Self::Latest(_)
            | Self::Record
            | Self::Decided(_) => false,
        }
    }

    fn word(self) -> (&'static str, i64) {
        match self {
            Self::Article(id) => ("article", id),
            Self::Topic(id) => ("topic", id),
            Self::Thread(id) => ("thread", id),
            Self::Latest(Lang::Ar) => ("latest", 1),
            Self::Latest(Lang::En) => ("latest", 2),
            Self::House => ("house", 0),
            Self::Record => ("record", 0),
            Self::Decided(id) => ("decided", id),
        }
    }

    fn parse(kind: &str, subject: i64) -> Option<Self> {
        match (kind, subject) {
            ("article", id) => Some(Self::Article(id)),
            ("topic", id) => Some(Self::Topic(id)),
            ("thread", id) => Some(Self::Thread(id)),
            ("latest", 1) => Some(Self::Latest(Lang::Ar)),
            ("latest", 2) => Some(Self::Latest(Lang::En)),
            ("house", _) => Some(Self::House),
            ("record", _) => Some(Self::Record),
            ("decided", id) => Some(Self::Decided(id)),
            _ => None,
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, subject) = self.word();
        write!(f, "{kind}-{subject}")
    }
}

/// Appends a change; belongs in the transaction that makes it.
///
/// # Errors
/// When the database fails.
pub fn append(tx: &mut Tx<'_, '_>, tag: Tag, version: i64, at: UtcMillis) -> Result<(), DbError> {
    let (kind, subject) = tag.word();
    db::append(tx, kind, subject, version, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_survives_the_database() {
        let tags = [
            Tag::Article(7),
            Tag::Topic(9),
            Tag::Thread(8),
            Tag::Latest(Lang::Ar),
            Tag::Latest(Lang::En),
            Tag::House,
            Tag::Record,
            Tag::Decided(10),
        ];
        for tag in tags {
            let (kind, subject) = tag.word();
            assert_eq!(Tag::parse(kind, subject), Some(tag));
        }
    }
}
