//! The breaking line above every page of a language. Pages stay the same for all readers: that it
//! begins or ends is a change, by which they are made anew.

use sijil_text::{Lang, clean_line};

use super::store;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};

pub use super::store::{banner as of, banners_over};

/// Characters of the line.
const CHARS_MAX: usize = 160;

/// What breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// One line.
    pub text: String,
    /// A page of the paper; may be empty.
    pub link: String,
    /// When it goes away by itself.
    pub ends_at: UtcMillis,
}

/// Puts a line above the pages of a language; `false` for one without words, or over already.
///
/// # Errors
/// When the database fails.
pub fn set(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    lang: Lang,
    banner: &Banner,
) -> Result<bool, DbError> {
    let text: String = clean_line(&banner.text).chars().take(CHARS_MAX).collect();
    if text.is_empty() || banner.ends_at <= hand.at {
        return Ok(false);
    }
    let is_ours = banner.link.starts_with('/') && !banner.link.contains("//");
    let kept = Banner {
        text,
        link: if is_ours {
            banner.link.clone()
        } else {
            String::new()
        },
        ends_at: banner.ends_at,
    };
    store::put_banner(tx, lang, &kept, hand)?;
    ledger::append(tx, hand, Act::BannerSet, Subject(Kind::Site, 0), &kept.text)?;
    changes::append(tx, Tag::House, hand.at.0, hand.at)?;
    Ok(true)
}

/// Takes the line away.
///
/// # Errors
/// When the database fails.
pub fn end(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, lang: Lang) -> Result<(), DbError> {
    if store::delete_banner(tx, lang)? {
        let site = Subject(Kind::Site, 0);
        ledger::append(tx, hand, Act::BannerEnded, site, lang.code())?;
        changes::append(tx, Tag::House, hand.at.0, hand.at)?;
    }
    Ok(())
}

/// Takes away the lines whose time is over.
///
/// # Errors
/// When the database fails.
pub fn end_due(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<(), DbError> {
    for lang in banners_over(tx, now)? {
        store::delete_banner(tx, lang)?;
        changes::append(tx, Tag::House, now.0, now)?;
    }
    Ok(())
}
