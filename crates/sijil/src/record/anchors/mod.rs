//! Anchors: where a claim stands in its story, found again when the story is edited.
//!
//! Bytes are kept, never letters counted otherwise; the words themselves and 32 letters on either
//! side find the place again (W3C Web Annotation Data Model, 4.2.4 and 4.2.5).

mod find;
mod store;

pub use find::{Place, find};
pub(super) use store::{drop_of, insert};
pub use store::{lost_articles, of_article, of_claim, public_of_article};

use sijil_record::Sentence;

use super::ClaimId;
use crate::articles::{ArticleId, content};
use crate::db::{DbError, Tx};
use crate::{db_enum, db_id};

db_id! {
    /// An anchor.
    AnchorId
}

db_enum! {
    /// What the words at an anchor are to the claim.
    Role {
        /// The sentence that says it.
        Claim = "claim",
        /// Another sentence, or the headline, that says the same.
        Also = "also",
        /// Who says it.
        Attribution = "attribution",
        /// When.
        Date = "date",
        /// Where.
        Place = "place",
        /// How many.
        Number = "number",
        /// Who.
        Party = "party",
    }
}

/// Letters kept on either side.
const AROUND: usize = 32;

/// Words in a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Its identifier.
    pub id: AnchorId,
    /// The claim that it belongs to.
    pub claim: ClaimId,
    /// The story.
    pub article: ArticleId,
    /// The published revision whose plain text is counted; 0 for a working copy.
    pub revision: i64,
    /// SHA-256 of that text.
    pub sha256: String,
    /// What the words are.
    pub role: Role,
    /// The number of their sentence, from 0; -1 for the headline.
    pub sentence: i64,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
    /// Whether they were not found again after an edit.
    pub is_lost: bool,
    /// Whether they are kept from readers.
    pub is_withheld: bool,
}

/// The text that anchors count in.
#[derive(Debug, Clone)]
pub struct Text {
    /// The plain text.
    pub text: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

impl Text {
    /// Reads a plain text.
    #[must_use]
    pub fn of(text: String) -> Self {
        Self {
            sha256: content::sha256(text.as_bytes()),
            sentences: sijil_record::sentences(&text),
            text,
        }
    }

    /// The number of the sentence that a byte stands in; the last one before it otherwise.
    #[must_use]
    pub fn sentence_at(&self, byte: usize) -> i64 {
        let before = self
            .sentences
            .partition_point(|sentence| sentence.span.start <= byte);
        i64::try_from(before).unwrap_or(i64::MAX) - 1
    }

    /// What stands around some bytes.
    #[must_use]
    pub fn around(&self, start: usize, end: usize) -> (String, String) {
        let before = self.text.get(..start).unwrap_or_default();
        let skipped = before.chars().count().saturating_sub(AROUND);
        let after = self.text.get(end..).unwrap_or_default();
        (
            before.chars().skip(skipped).collect(),
            after.chars().take(AROUND).collect(),
        )
    }
}

/// Finds the anchors of a story in its new text: those that stand elsewhere are moved, those that
/// are gone are marked as lost, and found again when the words come back. Gives how many are lost.
///
/// # Errors
/// When the database fails.
pub fn follow(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    revision: i64,
    text: &Text,
) -> Result<usize, DbError> {
    let mut lost = 0;
    for anchor in of_article(tx, article)? {
        if anchor.sentence < 0 || (anchor.sha256 == text.sha256 && anchor.revision == revision) {
            continue;
        }
        let place = find(text, &anchor);
        lost += usize::from(place.is_none());
        store::set_place(tx, anchor.id, place.as_ref(), (revision, text))?;
    }
    Ok(lost)
}
