//! Reports of comments by readers: one of each counts, and none hides a comment by itself.

pub mod pages;
mod store;

pub use store::reasons;

use super::CommentId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::secrets::Key;

crate::db_enum!(
    /// What a comment is reported for.
    Reason {
        /// It insults or incites.
        Offensive = "offensive",
        /// It advertises.
        Spam = "spam",
        /// It says what is not so.
        False = "false",
        /// It puts somebody in danger.
        Danger = "danger",
        /// Something else.
        Other = "other",
    }
);

impl Reason {
    /// All, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Danger,
        Self::Offensive,
        Self::False,
        Self::Spam,
        Self::Other,
    ];

    /// The reason of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == name)
    }

    /// The name of its sentence.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Offensive => "report-offensive",
            Self::Spam => "report-spam",
            Self::False => "report-false",
            Self::Danger => "report-danger",
            Self::Other => "report-other",
        }
    }
}

/// Who reports a comment: who they are under a key, for this comment alone, so that two reports of
/// one reader cannot be joined.
#[must_use]
pub fn reporter(key: &Key, comment: CommentId, reader: &[u8]) -> Vec<u8> {
    key.short_tag(&[&comment.0.to_be_bytes(), reader]).to_vec()
}

/// Keeps a report; `false` when the same reader reported the comment before.
///
/// # Errors
/// When the database fails.
pub fn report(
    tx: &mut Tx<'_, '_>,
    comment: CommentId,
    reporter: &[u8],
    reason: Reason,
    at: UtcMillis,
) -> Result<bool, DbError> {
    let is_new = store::insert(tx, comment, reporter, reason, at)?;
    if is_new {
        store::count(tx, comment)?;
    }
    Ok(is_new)
}

/// Settles the reports of a comment that a moderator found nothing wrong with: it leaves the list
/// of the reported.
///
/// # Errors
/// When the database fails.
pub fn refuse(tx: &mut Tx<'_, '_>, comment: CommentId) -> Result<(), DbError> {
    store::refuse(tx, comment)
}
