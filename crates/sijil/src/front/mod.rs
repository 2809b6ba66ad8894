//! The front page: which stories lead, in which order, from when on, and what breaks above them.

pub mod banner;
pub mod desk;
pub mod pages;
pub mod plans;
mod reads;
mod store;

use sijil_text::Lang;

pub use reads::Reads;

use crate::articles::ArticleId;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};

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

/// The same by somebody's hand, written down.
///
/// # Errors
/// When the database fails.
pub fn arrange(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    lang: Lang,
    articles: &[ArticleId],
) -> Result<(), DbError> {
    lead(tx, lang, articles, hand.at)?;
    let site = Subject(Kind::Site, 0);
    ledger::append(tx, hand, Act::FrontArranged, site, lang.code())
}

/// The stories that lead in a language, in their order, public or not.
///
/// # Errors
/// When the database fails.
pub fn leads(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Vec<ArticleId>, DbError> {
    store::leads(tx, lang, i64::try_from(LEADS_MAX).unwrap_or(i64::MAX))
}
