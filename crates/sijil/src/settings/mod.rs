//! What the newsroom sets for itself: name and words, sections, look, menus, mail, how long things
//! stay. Each change is a row of the sequence of changes, so that pages show it at once.

pub mod choices;
pub mod desk;
pub mod file;
pub mod look;
pub mod looks;
pub mod menus;
mod store;
pub mod topics;
pub mod words;

use sijil_text::Lang;

use crate::articles::content::sha256;
use crate::changes::{self, Tag};
use crate::config::Config;
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::slots::{self, Slot, Words};

pub use choices::Choices;
pub use look::Look;
pub use menus::{Link, Place};
pub use store::{links, look, setting};

/// Under which names the look and its sheet are kept.
const LOOK: &str = "look";
const LOOK_SHEET: &str = "look.sheet";
/// Under which names the logos are kept: the hashes of their pictures.
const LOGO: &str = "logo.";

/// Chooses settings by their names; an empty value gives one back to the file. Gives the first that
/// is not understood, with the reason, and then chooses none.
///
/// # Errors
/// When the database fails.
pub fn choose(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    config: &Config,
    chosen: &[(&str, String)],
) -> Result<Option<(String, String)>, DbError> {
    let mut tried = config.clone();
    for (name, value) in chosen.iter().filter(|(_, value)| !value.is_empty()) {
        if let Err(error) = tried.choose(name, value) {
            return Ok(Some(((*name).to_owned(), error)));
        }
    }
    let mut changed = Vec::new();
    for (name, value) in chosen {
        let before = setting(tx, name)?.unwrap_or_default();
        if before == *value {
            continue;
        }
        changed.push(*name);
        if value.is_empty() {
            store::unset(tx, name)?;
        } else {
            store::set(tx, name, value)?;
        }
    }
    if !changed.is_empty() {
        told(tx, hand, Act::SettingsSet, &changed.join(" "))?;
    }
    Ok(None)
}

/// Puts a look over the shipped one; the shipped one itself takes it off. The caller has seen to it
/// that it can be read.
///
/// # Errors
/// When the database fails.
pub fn put_look(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, look: &Look) -> Result<(), DbError> {
    if *look == Look::default() {
        store::unset(tx, LOOK)?;
        store::unset(tx, LOOK_SHEET)?;
    } else {
        let css = look.css();
        let name: String = sha256(css.as_bytes()).chars().take(12).collect();
        let json =
            serde_json::to_string(look).map_err(|error| DbError::Other(error.to_string()))?;
        store::put_look(tx, &name, &css, hand.at)?;
        store::set(tx, LOOK, &json)?;
        store::set(tx, LOOK_SHEET, &name)?;
    }
    told(tx, hand, Act::LookSet, "")
}

/// The look in force.
///
/// # Errors
/// When the database fails.
pub fn current_look(tx: &mut Tx<'_, '_>) -> Result<Look, DbError> {
    let json = setting(tx, LOOK)?;
    let look = json.and_then(|json| serde_json::from_str(&json).ok());
    Ok(look.unwrap_or_default())
}

/// The address of the newsroom's own style sheet; nothing while the look is the shipped one.
///
/// # Errors
/// When the database fails.
pub fn look_sheet(tx: &mut Tx<'_, '_>) -> Result<Option<String>, DbError> {
    let name = setting(tx, LOOK_SHEET)?;
    Ok(name.map(|name| format!("/assets/look-{name}.css")))
}

/// The picture that stands in the place of the paper's name in a language.
///
/// # Errors
/// When the database fails.
pub fn logo(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Option<Logo>, DbError> {
    let value = setting(tx, &format!("{LOGO}{}", lang.code()))?;
    Ok(value.and_then(|value| {
        let mut parts = value.split(' ');
        Some(Logo {
            sha256: parts.next()?.to_owned(),
            width: parts.next()?.parse().ok()?,
            height: parts.next()?.parse().ok()?,
        })
    }))
}

/// A logo whose file is in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its name in addresses.
    pub sha256: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

impl Logo {
    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/media/{}/logo.webp", self.sha256)
    }
}

/// Sets a language's logo, or takes it away.
///
/// # Errors
/// When the database fails.
pub fn put_logo(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    lang: Lang,
    logo: Option<&Logo>,
) -> Result<(), DbError> {
    let name = format!("{LOGO}{}", lang.code());
    match logo {
        None => store::unset(tx, &name)?,
        Some(logo) => {
            let value = format!("{} {} {}", logo.sha256, logo.width, logo.height);
            store::set(tx, &name, &value)?;
        }
    }
    told(tx, hand, Act::LookSet, &format!("logo {}", lang.code()))
}

/// Replaces words of the newsroom's own.
///
/// # Errors
/// When the database fails.
pub fn put_words(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (slot, lang): (Slot, Lang),
    words: &Words,
) -> Result<(), DbError> {
    slots::put(tx, slot, lang, words, hand.at)?;
    told(
        tx,
        hand,
        Act::WordsSet,
        &format!("{} {}", slot.word(), lang.code()),
    )
}

/// Replaces a menu's links.
///
/// # Errors
/// When the database fails.
pub fn put_menu(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (place, lang): (Place, Lang),
    links: &[Link],
) -> Result<(), DbError> {
    menus::put(tx, place, lang, links)?;
    told(
        tx,
        hand,
        Act::MenuSet,
        &format!("{} {}", place.word(), lang.code()),
    )
}

/// Writes a change of the house down, and tells the pages.
fn told(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, act: Act, detail: &str) -> Result<(), DbError> {
    changes::append(tx, Tag::House, hand.at.0, hand.at)?;
    ledger::append(tx, hand, act, Subject(Kind::Site, 0), detail)
}
