//! Taking a protected person out of what was published: the one exception to revisions that never
//! change, made in the open. Why, and why the old hash goes too, is in decision 0019.

mod store;

use super::publication::tell;
use super::{ArticleError, ArticleId, Content, Printed, content, store as articles};
use crate::db::{DbError, Tx, UtcMillis};
use crate::topics::{self, TopicId};

/// A person who is not to be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Who.
    pub person: TopicId,
    /// As they were printed, in any language.
    pub names: Vec<String>,
}

impl Hidden {
    fn is(&self, name: &str) -> bool {
        let name = sijil_text::lowercase(name.trim());
        self.names
            .iter()
            .any(|own| sijil_text::lowercase(own) == name)
    }

    /// Takes them out of byline, sign-off and picture credit; gives whether they were there.
    fn take_from(&self, content: &mut Content) -> bool {
        let before = content.clone();
        content
            .bylines
            .retain(|byline| byline.person != Some(self.person) && !self.is(&byline.name));
        content.sign_off = content.sign_off.take().filter(|name| !self.is(name));
        if let Some(picture) = &mut content.picture
            && self.is(&picture.credit)
        {
            picture.credit.clear();
        }
        *content != before
    }
}

/// What may be printed of a story's words: nobody who is protected now stands in it.
///
/// # Errors
/// When the database fails.
pub(super) fn printable(tx: &mut Tx<'_, '_>, mut content: Content) -> Result<Content, DbError> {
    for hidden in topics::protected(tx)? {
        hidden.take_from(&mut content);
    }
    Ok(content)
}

/// The stories in which a person may be named, by what was printed and what is being written.
///
/// # Errors
/// When the database fails.
pub fn naming(tx: &mut Tx<'_, '_>, hidden: &Hidden) -> Result<Vec<ArticleId>, DbError> {
    let mut found = store::under(tx, hidden.person)?;
    for name in &hidden.names {
        let quoted = serde_json::Value::from(name.as_str()).to_string();
        let mut escaped = quoted;
        for sign in ["!", "%", "_"] {
            escaped = escaped.replace(sign, &format!("!{sign}"));
        }
        found.extend(store::holding(tx, &format!("%:{escaped}%"))?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Takes a person out of a story: its working copy and every revision. Gives how many revisions
/// changed; each says so, and has a new hash.
///
/// # Errors
/// When the database fails.
pub fn redact(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    hidden: &Hidden,
    at: UtcMillis,
) -> Result<usize, ArticleError> {
    let version = articles::bump(tx, id)?.ok_or(ArticleError::NotFound)?;
    let article = articles::article(tx, id)?.ok_or(ArticleError::NotFound)?;
    let mut copy = articles::content(tx, id)?;
    if hidden.take_from(&mut copy) {
        articles::set_content(tx, id, &copy)?;
    }
    let mut count = 0;
    for revision in articles::revisions(tx, id)? {
        let mut printed = revision.printed;
        if hidden.take_from(&mut printed.content) {
            printed.redacted_at = Some(at);
            replace(tx, id, &printed)?;
            count += 1;
        }
    }
    let lists = topics::listed_under(tx, id)?;
    if article.revision > 0 {
        tell(tx, &article, version, at, &lists)?;
    }
    Ok(count)
}

fn replace(tx: &mut Tx<'_, '_>, id: ArticleId, printed: &Printed) -> Result<(), DbError> {
    let canonical = printed.canonical().map_err(|error| {
        DbError::Other(format!("write the canonical text of story {id}: {error}"))
    })?;
    let sha256 = content::sha256(canonical.as_bytes());
    store::replace(tx, (id, printed.number), &sha256, &canonical)
}
