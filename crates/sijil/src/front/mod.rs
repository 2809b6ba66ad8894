//! The front page: which stories lead, and in which order.

pub mod pages;
mod reads;
mod store;

use sijil_text::Lang;

pub use reads::Reads;

use crate::articles::ArticleId;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};

/// Stories that may lead at once.
pub const LEADS_MAX: usize = 12;

/// Replaces the leading stories of a language; beyond [`LEADS_MAX`] they are left out.
///
/// # Errors
/// [`DbError::ForeignKey`] when one of them does not exist.
pub fn lead(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    articles: &[ArticleId],
    at: UtcMillis,
) -> Result<(), DbError> {
    store::clear_leads(tx, lang)?;
    for (position, article) in (0_i64..).zip(articles.iter().take(LEADS_MAX)) {
        store::add_lead(tx, lang, position, *article)?;
    }
    changes::append(tx, Tag::latest(lang), at.0, at)
}
