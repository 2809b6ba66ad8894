//! Files that are being handed in: in one form, or piece by piece over a bad line. They lie on disk
//! until they are whole, and are then taken in as pictures or documents, or refused.

pub mod desk;
mod staging;
mod store;
mod taking;

use super::documents;
use super::{Handed, Made, Paper, Picture, Refusal, add, named, short, sign};
use super::{NAME_CHARS_MAX, shrink};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::staff::StaffId;
use crate::{db_enum, db_id};

pub use staging::Staging;
pub use store::{of_batch, upload};

/// Bytes of one file.
pub const BYTES_MAX: i64 = 30 * 1024 * 1024;
const _: () = assert!(shrink::BYTES_MAX == 30 * 1024 * 1024, "pictures are files");
/// Bytes of one piece; a slow line sends it in half a minute.
pub const PIECE_BYTES_MAX: usize = 256 * 1024;
/// Files of one form.
pub const FILES_MAX: usize = 30;
/// Files that one person may have begun and not ended.
const OPEN_MAX: i64 = 60;
/// How long a file that was begun waits for its rest.
const KEPT_MS: i64 = 24 * 60 * 60 * 1000;
/// How long a form's outcome can be read.
const TOLD_MS: i64 = 7 * 24 * 60 * 60 * 1000;

db_id! {
    /// A file that is being handed in.
    UploadId
}

db_enum! {
    /// How far a file has come.
    State {
        /// Its bytes are coming.
        Open = "open",
        /// It is in the library.
        New = "new",
        /// It was in the library already.
        Known = "known",
        /// It was not taken.
        Refused = "refused",
    }
}

/// A file that is being handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its identifier.
    pub id: UploadId,
    /// Shared by those of one form.
    pub batch: i64,
    /// Whose it is.
    pub staff: StaffId,
    /// The file's name.
    pub name: String,
    /// How long it will be.
    pub bytes: i64,
    /// How far it has come.
    pub state: State,
    /// Why it was not taken.
    pub refusal: Option<Refusal>,
    /// What it became: its name in addresses; empty before that.
    pub sha256: String,
    /// When it was begun.
    pub at: UtcMillis,
}

/// What a whole file turned out to be.
#[derive(Debug, Clone)]
pub(crate) enum Outcome {
    /// A picture, with its master.
    Picture(String, Made),
    /// A document, with its hash and length.
    Document(String, Paper, i64),
    /// Something that is not taken.
    Refused(Refusal),
}

/// Begins a file of `bytes` bytes; nothing when its owner has begun too many.
///
/// # Errors
/// When the database fails.
pub(crate) fn begin(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: StaffId,
    (batch, name, bytes): (i64, &str, i64),
) -> Result<Option<Upload>, DbError> {
    if store::open_of(tx, staff)? >= OPEN_MAX {
        return Ok(None);
    }
    let refusal = match bytes {
        ..=0 => Some(Refusal::Empty),
        1..=BYTES_MAX => None,
        _ => Some(Refusal::Bytes),
    };
    let state = if refusal.is_some() {
        State::Refused
    } else {
        State::Open
    };
    let upload = Upload {
        id: hand.ids.next(hand.at),
        batch,
        staff,
        name: short(name, NAME_CHARS_MAX),
        bytes,
        state,
        refusal,
        sha256: String::new(),
        at: hand.at,
    };
    note(tx, &upload)?;
    Ok(Some(upload))
}

/// Notes that a file is being handed in.
///
/// # Errors
/// When the database fails.
pub fn note(tx: &mut Tx<'_, '_>, upload: &Upload) -> Result<(), DbError> {
    store::insert(tx, upload)
}

/// Takes a whole file into the library, or notes why it is refused; gives it as it is then. The
/// files are in the folder already.
///
/// # Errors
/// When the database fails.
pub(crate) fn settle(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    upload: &Upload,
    outcome: &Outcome,
) -> Result<Upload, DbError> {
    let (state, refusal, sha256) = match outcome {
        Outcome::Refused(refusal) => (State::Refused, Some(*refusal), ""),
        Outcome::Picture(sha256, made) => {
            let is_known = named(tx, sha256)?.is_some();
            let picture = Picture {
                sha256: sha256.clone(),
                width: made.width,
                height: made.height,
            };
            let id = add(tx, hand.ids, &picture, hand.at)?;
            if !is_known {
                sign(tx, hand, id, &upload.name)?;
            }
            (new_or(is_known), None, sha256.as_str())
        }
        Outcome::Document(sha256, paper, bytes) => {
            let is_new = documents::add(tx, hand, (sha256, *paper, *bytes), &upload.name)?;
            (new_or(!is_new), None, sha256.as_str())
        }
    };
    let settled = Upload {
        state,
        refusal,
        sha256: sha256.to_owned(),
        ..upload.clone()
    };
    store::settle(tx, &settled)?;
    Ok(settled)
}

fn new_or(is_known: bool) -> State {
    if is_known { State::Known } else { State::New }
}

/// What a file's bytes turn out to be before anything is decoded.
pub(crate) fn handed(bytes: &[u8]) -> Handed {
    super::kinds::sniff(bytes)
}

/// Forgets files that nobody went on with, and outcomes that nobody reads any more; gives those
/// whose bytes are still on disk.
///
/// # Errors
/// When the database fails.
pub fn forget(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Vec<UploadId>, DbError> {
    let left = store::left(tx, UtcMillis(now.0 - KEPT_MS))?;
    for id in &left {
        store::delete(tx, *id)?;
    }
    store::delete_settled(tx, UtcMillis(now.0 - TOLD_MS))?;
    Ok(left)
}
