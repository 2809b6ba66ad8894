//! Documents: papers that readers may download and that we never show. What is inside them stays as
//! it was handed in, names and places too; the desk says so.

pub mod desk;
mod store;

use sijil_text::{Lang, fold};

use super::{NAME_CHARS_MAX, Paper, WORDS_CHARS_MAX, short};
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_id;
use crate::ledger::{self, Act, Hand, Subject};
use crate::staff::StaffId;

pub use store::{document, list, named};

db_id! {
    /// A document.
    DocumentId
}

/// A document whose file is in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its identifier.
    pub id: DocumentId,
    /// SHA-256 of its bytes, in hexadecimal: its name in addresses.
    pub sha256: String,
    /// What it is.
    pub kind: Paper,
    /// Its length.
    pub bytes: i64,
    /// The file's name as it was handed in.
    pub name: String,
    /// What readers are told it is, in Arabic; may be empty.
    pub title_ar: String,
    /// The same in English.
    pub title_en: String,
    /// By whom: identifier and name.
    pub staff: Option<(StaffId, String)>,
    /// When it was handed in.
    pub at: UtcMillis,
}

impl Document {
    /// What readers are told it is.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let title = match lang {
            Lang::Ar => &self.title_ar,
            Lang::En => &self.title_en,
        };
        if title.is_empty() { &self.name } else { title }
    }

    /// The last part of its address.
    #[must_use]
    pub fn file(&self) -> String {
        format!("document.{}", self.kind.word())
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/media/{}/{}", self.sha256, self.file())
    }
}

/// Records a document whose file is in the folder; `false` when it is there already.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (sha256, kind, bytes): (&str, Paper, i64),
    name: &str,
) -> Result<bool, DbError> {
    let name = short(name, NAME_CHARS_MAX);
    let id = hand.ids.next(hand.at);
    let document = Document {
        id,
        sha256: sha256.to_owned(),
        kind,
        bytes,
        title_ar: String::new(),
        title_en: String::new(),
        staff: hand.by.map(|actor| (actor.staff, String::new())),
        at: hand.at,
        name,
    };
    let is_new = store::insert(tx, &document, &fold(&document.name))?;
    if is_new {
        ledger::append(tx, hand, Act::DocumentAdded, about(id), &document.name)?;
    }
    Ok(is_new)
}

/// Says what readers are told a document is.
///
/// # Errors
/// When the database fails.
pub fn entitle(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    document: &Document,
    (arabic, english): (&str, &str),
) -> Result<(), DbError> {
    let (arabic, english) = (
        short(arabic, WORDS_CHARS_MAX),
        short(english, WORDS_CHARS_MAX),
    );
    let words = fold(&format!("{} {arabic} {english}", document.name));
    store::set_title(tx, document.id, (&arabic, &english), &words)?;
    ledger::append(tx, hand, Act::DocumentSet, about(document.id), "")
}

/// Forgets a document that no story links to; `false` when one does.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, document: &Document) -> Result<bool, DbError> {
    let is_gone = store::delete_unused(tx, document.id)?;
    if is_gone {
        let detail = format!("{} {}", document.name, document.sha256);
        ledger::append(tx, hand, Act::DocumentRemoved, about(document.id), &detail)?;
    }
    Ok(is_gone)
}

/// Takes a document away that no story links to; gives the name of its file.
///
/// # Errors
/// When the database fails.
pub fn remove_by_id(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: DocumentId,
) -> Result<Option<String>, DbError> {
    let Some(document) = document(tx, id)? else {
        return Ok(None);
    };
    let is_gone = remove(tx, hand, &document)?;
    Ok(is_gone.then_some(document.sha256))
}

fn about(id: DocumentId) -> Subject {
    Subject(ledger::Kind::Document, id.0)
}
