//! The record's files at their addresses, the feed of its claims, and the record in the read API.

pub mod api;
pub mod feed;
pub mod files;
mod held;
mod pieces;
pub mod routes;
mod store;
pub mod truce;

use sijil_text::Lang;

use crate::changes::Tag;

/// What every file of the record is made of: the record itself, and which stories are public under
/// which headline.
pub(super) fn made_of() -> [Tag; 4] {
    [
        Tag::Record,
        Tag::House,
        Tag::latest(Lang::Ar),
        Tag::latest(Lang::En),
    ]
}
