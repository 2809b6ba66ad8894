//! Pictures: decoded under limits, stripped of everything but their pixels, kept in a few widths.

pub mod folder;
pub mod pages;
pub mod shrink;
mod store;

use crate::db::{DbError, Tx, UtcMillis};
use crate::db_id;
use crate::ids::Ids;

pub use folder::Folder;
pub use shrink::{Format, Master, ShrinkError};
pub use store::last_id;

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
