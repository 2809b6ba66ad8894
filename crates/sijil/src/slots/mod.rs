//! The newsroom's own words: its name and line, and its about, contact and method pages.

pub mod pages;
mod store;

use sijil_text::{Lang, SafeHtml};

pub use store::{all, words};

use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_enum;

db_enum! {
    /// Which words.
    Slot {
        /// Title: the paper's name. Body: the line under it.
        Site = "site",
        /// Body: what search engines and feeds say about the paper.
        Description = "description",
        /// Who we are.
        About = "about",
        /// How to reach us.
        Contact = "contact",
        /// How we work.
        Method = "method",
        /// Body: at the foot of every page.
        Footer = "footer",
    }
}

impl Slot {
    /// The slots that have a page of their own, in the order of the footer.
    pub const PAGES: [Self; 3] = [Self::About, Self::Method, Self::Contact];
}

/// Words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// A heading or name.
    pub title: String,
    /// Safe HTML; plain text in [`Slot::Site`] and [`Slot::Description`].
    pub body: SafeHtml,
}

/// Replaces the words of a slot.
///
/// # Errors
/// When the database fails.
pub fn put(
    tx: &mut Tx<'_, '_>,
    slot: Slot,
    lang: Lang,
    words: &Words,
    at: UtcMillis,
) -> Result<(), DbError> {
    store::put(tx, slot, lang, words)?;
    changes::append(tx, Tag::House, at.0, at)
}
