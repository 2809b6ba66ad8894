//! How a comment comes in: typed, confirmed, judged, kept. The code is spent in the transaction that
//! keeps the comment, so that neither happens without the other and neither happens twice.

mod letter;
pub mod pages;

use sha2::{Digest, Sha256};

use super::text::Checked;
use super::{CommentError, CommentId, NewComment, insert};
use crate::articles::ArticleId;
use crate::code::{self, Spend, Spent};
use crate::db::Tx;
use crate::moderation::{self, Judged};
use crate::secrets::{Key, hex};

/// What became of a comment that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// It is kept.
    Now,
    /// It was kept before, as that one: this is a second click or a reload.
    Before(CommentId),
    /// Its code was spent on another text.
    Elsewhere,
}

/// Keeps a comment with what was found out about it, and spends its code.
///
/// # Errors
/// As [`insert`]; nothing is kept and nothing spent then.
pub fn send(
    tx: &mut Tx<'_, '_>,
    new: &NewComment,
    judged: &Judged,
    spend: &Spend,
) -> Result<Sent, CommentError> {
    match code::spend(tx, spend, Some(new.id))? {
        Spent::Now => {
            insert(tx, new)?;
            moderation::keep(tx, new.id, judged)?;
            Ok(Sent::Now)
        }
        Spent::Before(Some(id)) => Ok(Sent::Before(id)),
        Spent::Before(None) | Spent::Elsewhere => Ok(Sent::Elsewhere),
    }
}

/// The secret of a comment's receipt: its number, and 32 letters that nobody can guess.
///
/// Only the code's nonce and our key give the letters, so whoever sends the same form again is led to
/// the same receipt. The number says where to look, which spares an index in no order.
#[must_use]
pub fn receipt(key: &Key, id: CommentId, nonce: &[u8; 16]) -> String {
    format!("{:x}-{}", id.0, hex(&key.short_tag(&[nonce])))
}

/// Which comment a receipt's secret is of.
#[must_use]
pub fn receipt_of(secret: &str) -> Option<CommentId> {
    let (number, _) = secret.split_once('-')?;
    Some(CommentId(i64::from_str_radix(number, 16).ok()?))
}

/// What the table knows of a receipt's secret.
#[must_use]
pub fn secret_sha256(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// SHA-256 over everything that was sent, by which a second click is told from another comment.
#[must_use]
pub fn body_sha256(article: ArticleId, parent: Option<CommentId>, checked: &Checked) -> [u8; 32] {
    let parent = parent.map_or(0, |parent| parent.0);
    let email = checked.email.as_deref().unwrap_or_default();
    let mut hash = Sha256::new();
    hash.update(article.0.to_be_bytes());
    hash.update(parent.to_be_bytes());
    for text in [&checked.name, email, &checked.body] {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().into()
}
