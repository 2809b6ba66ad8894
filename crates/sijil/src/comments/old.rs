//! Comments of an old archive: shown as they stood there, and marked as what they are.

use sha2::{Digest, Sha256};
use sijil_text::clean_line;

use super::text::clean_body;
use super::{
    CommentError, CommentId, Dated, NAME_CHARS_MAX, NewComment, State, Way, insert, store,
};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ids::Ids;
use crate::secrets::hex;

/// A comment as an old archive gives it.
#[derive(Debug, Clone)]
pub struct Old {
    /// The name; empty when there is none.
    pub name: String,
    /// When it was written, and how exactly that is known.
    pub when: Option<(UtcMillis, Dated)>,
    /// The text.
    pub text: String,
}

/// Keeps the comments of a story that was published at an instant, in their order; those that are
/// kept already are left out. Gives how many were new.
///
/// # Errors
/// When the database fails.
pub fn take_old(
    tx: &mut Tx<'_, '_>,
    ids: &Ids,
    (article, published_at): (ArticleId, UtcMillis),
    comments: &[Old],
) -> Result<usize, DbError> {
    let mut keys: Vec<String> = Vec::with_capacity(comments.len());
    let mut taken = 0;
    for old in comments {
        let body = clean_body(&old.text);
        let name: String = clean_line(&old.name).chars().take(NAME_CHARS_MAX).collect();
        if body.is_empty() {
            continue;
        }
        let (at, dated) = old.when.unwrap_or((published_at, Dated::Unknown));
        let key = key(article, (&name, &body), (at, dated), &keys);
        keys.push(key.clone());
        if store::is_imported(tx, &key)? {
            continue;
        }
        let id: CommentId = ids.next(published_at);
        let new = NewComment {
            id,
            article,
            parent: None,
            name,
            body,
            way: Way::Import,
            state: State::Shown,
            reasons: Vec::new(),
            score: 0,
            net: None,
            secret_sha256: key,
            at,
            dated,
            mail: None,
        };
        match insert(tx, &new) {
            Ok(()) => taken += 1,
            Err(CommentError::Db(error)) => return Err(error),
            Err(CommentError::ParentGone) => {}
        }
    }
    Ok(taken)
}

/// What stands in the place of a receipt: no secret has such a hash, and the same comment of the
/// same archive always has it. Two that are alike are told apart by their number.
fn key(
    article: ArticleId,
    (name, body): (&str, &str),
    (at, dated): (UtcMillis, Dated),
    before: &[String],
) -> String {
    for number in 0_u64.. {
        let mut hash = Sha256::new();
        hash.update(article.0.to_be_bytes());
        hash.update(at.0.to_be_bytes());
        for part in [dated.word(), name, body] {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part);
        }
        hash.update(number.to_be_bytes());
        let key = format!("import {}", hex(&hash.finalize()));
        if !before.contains(&key) {
            return key;
        }
    }
    String::new()
}
