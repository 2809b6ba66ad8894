//! Pictures and documents: decoded under limits, stripped of everything but their pixels, kept in a
//! few sizes; with their words, the point that crops keep, and the stories that use them.

mod colour;
mod confine;
mod crops;
pub mod decoder;
pub mod desk;
pub mod documents;
pub mod folder;
pub mod kinds;
pub mod library;
pub mod pages;
pub mod shrink;
mod store;
pub mod uploads;
mod uses;

use sijil_text::{Lang, clean_line, fold};

use crate::articles::content::PictureUse;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_id;
use crate::ids::Ids;
use crate::ledger::{self, Act, Hand, Subject};
use crate::staff::StaffId;
use crate::web::urls;

pub use crops::{Crop, Focus, Shape};
pub use decoder::{DecodeError, Decoder};
pub(crate) use desk::remove_files;
pub use documents::{Document, DocumentId};
pub use folder::{Folder, Wanted};
pub use kinds::{Handed, Paper, Refusal};
pub use shrink::{Format, Made};
pub use store::{entry, last_id, named};
pub use uses::{Use, named_in, note_draft, note_print, uses, without_alt};

db_id! {
    /// A picture.
    PictureId
}

/// A picture whose files are in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// SHA-256 of the bytes it was made from, in hexadecimal: its name in addresses.
    pub sha256: String,
    /// Pixels, upright.
    pub width: u32,
    /// Pixels, upright.
    pub height: u32,
}

/// Words that a story begins with when it takes a picture; each may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The line under it.
    pub caption: String,
    /// Who made it.
    pub credit: String,
}

/// A picture as the desk knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identifier.
    pub id: PictureId,
    /// Its name and size.
    pub picture: Picture,
    /// When it was handed in.
    pub at: UtcMillis,
    /// By whom: identifier and name.
    pub staff: Option<(StaffId, String)>,
    /// The file's name as it was handed in.
    pub name: String,
    /// Its words in Arabic.
    pub arabic: Told,
    /// Its words in English.
    pub english: Told,
    /// The point that crops keep.
    pub focus: Focus,
}

impl Entry {
    /// Its words in a language.
    #[must_use]
    pub fn told(&self, lang: Lang) -> &Told {
        match lang {
            Lang::Ar => &self.arabic,
            Lang::En => &self.english,
        }
    }

    /// The picture as a story in that language takes it: with the words that are known.
    #[must_use]
    pub fn as_used(&self, lang: Lang) -> PictureUse {
        let Told {
            alt,
            caption,
            credit,
        } = self.told(lang).clone();
        PictureUse {
            sha256: self.picture.sha256.clone(),
            width: i64::from(self.picture.width),
            height: i64::from(self.picture.height),
            alt,
            caption,
            credit,
        }
    }
}

/// The file of a story's lead picture that other sites show: a crop where somebody chose a point.
///
/// # Errors
/// When the database fails.
pub fn preview(
    tx: &mut Tx<'_, '_>,
    picture: Option<&PictureUse>,
) -> Result<Option<String>, DbError> {
    let Some(picture) = picture else {
        return Ok(None);
    };
    let sha256 = &picture.sha256;
    let Some(focus) = store::focus(tx, sha256)? else {
        return Ok(Some(urls::fallback(sha256, picture.width)));
    };
    let width = Shape::Preview.widths().first().copied().unwrap_or(1);
    let crop = Crop {
        shape: Shape::Preview,
        focus,
        width,
    };
    Ok(Some(urls::crop(sha256, crop, Format::Jpeg)))
}

/// The widths in which a picture of `width` pixels is kept, smallest first: the steps below its
/// own width, and its own width up to the largest step.
#[must_use]
pub fn widths(width: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|step| *step < width).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(width);
    }
    widths
}

/// Steps of width in pixels: a card on a phone, a phone, a card at double density, a column, a
/// column at double density.
const WIDTHS: [u32; 5] = [320, 480, 800, 1200, 1600];

/// Characters of the words of a picture, each.
pub const WORDS_CHARS_MAX: usize = 1000;
/// Characters of a file's name.
const NAME_CHARS_MAX: usize = 200;

/// Records a picture whose files are in the folder; gives the one that is there already.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Tx<'_, '_>,
    ids: &Ids,
    picture: &Picture,
    at: UtcMillis,
) -> Result<PictureId, DbError> {
    store::insert(tx, ids.next(at), picture, at)?;
    store::with_sha256(tx, &picture.sha256)
}

/// Says of a picture who handed it in, and as what.
///
/// # Errors
/// When the database fails.
pub fn sign(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: PictureId,
    name: &str,
) -> Result<(), DbError> {
    let name = short(name, NAME_CHARS_MAX);
    let staff = hand.by.map(|actor| actor.staff);
    store::set_origin(tx, id, staff, &name, &fold(&name))?;
    ledger::append(tx, hand, Act::PictureAdded, about(id), &name)
}

/// Sets the words that stories begin with; `false` when there is no such picture.
///
/// # Errors
/// When the database fails.
pub fn describe(
    tx: &mut Tx<'_, '_>,
    id: PictureId,
    arabic: &Told,
    english: &Told,
) -> Result<bool, DbError> {
    let Some(entry) = entry(tx, id)? else {
        return Ok(false);
    };
    let kept = |told: &Told| Told {
        alt: short(&told.alt, WORDS_CHARS_MAX),
        caption: short(&told.caption, WORDS_CHARS_MAX),
        credit: short(&told.credit, WORDS_CHARS_MAX),
    };
    let entry = Entry {
        arabic: kept(arabic),
        english: kept(english),
        ..entry
    };
    store::set_words(tx, &entry, &searched(&entry))?;
    Ok(true)
}

/// Chooses the point that crops keep. Stories that show the picture are made anew.
///
/// # Errors
/// When the database fails.
pub fn focus_on(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    entry: &Entry,
    focus: Focus,
) -> Result<(), DbError> {
    store::set_focus(tx, entry.id, focus)?;
    for used in uses(tx, &entry.picture.sha256)? {
        changes::append(tx, Tag::article(used.article), hand.at.0, hand.at)?;
    }
    let detail = format!("{}% {}%", focus.x, focus.y);
    ledger::append(tx, hand, Act::PictureSet, about(entry.id), &detail)
}

/// Writes down that somebody set a picture's words.
///
/// # Errors
/// When the database fails.
pub fn note_words(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, id: PictureId) -> Result<(), DbError> {
    ledger::append(tx, hand, Act::PictureSet, about(id), "")
}

/// Forgets a picture that no story uses; `false` when one does, or there is no such picture. The
/// files are the caller's to remove, once this is kept.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, entry: &Entry) -> Result<bool, DbError> {
    let is_gone = store::delete_unused(tx, entry.id)?;
    if is_gone {
        let detail = format!("{} {}", entry.name, entry.picture.sha256);
        ledger::append(tx, hand, Act::PictureRemoved, about(entry.id), &detail)?;
    }
    Ok(is_gone)
}

/// Takes a picture away that no story uses; gives the name of its files.
///
/// # Errors
/// When the database fails.
pub fn remove_by_id(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: PictureId,
) -> Result<Option<String>, DbError> {
    let Some(entry) = entry(tx, id)? else {
        return Ok(None);
    };
    let is_gone = remove(tx, hand, &entry)?;
    Ok(is_gone.then_some(entry.picture.sha256))
}

/// What the ledger calls a picture.
fn about(id: PictureId) -> Subject {
    Subject(ledger::Kind::Picture, id.0)
}

/// One line of at most so many characters.
fn short(text: &str, chars_max: usize) -> String {
    clean_line(text).chars().take(chars_max).collect()
}

/// All words of a picture, folded, for the search of the library.
fn searched(entry: &Entry) -> String {
    let of = |told: &Told| format!("{} {} {}", told.alt, told.caption, told.credit);
    let all = format!(
        "{} {} {}",
        entry.name,
        of(&entry.arabic),
        of(&entry.english)
    );
    fold(&all)
}
