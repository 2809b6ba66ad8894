//! Full-text search over stories in Arabic and English, on Tantivy.
//!
//! Knows nothing of HTTP, SQL or newsrooms: stories go in by number, numbers come out, best first.
//! The index holds no text; whoever asks reads the texts from their own store and marks them with
//! the [`Terms`] of the answer. It can be thrown away at any time and filled again.
#![warn(missing_docs)]

mod check;
mod clauses;
mod error;
mod expand;
mod fields;
mod filter;
mod highlight;
mod hits;
mod index;
mod parts;
mod plan;
mod position;
mod sealed;
mod spellings;
mod statistics;
mod story;
mod syntax;
#[cfg(test)]
mod tests;
mod writer;

pub use error::SearchError;
pub use filter::{Filter, Page, Sort};
pub use highlight::{Piece, Terms};
pub use hits::{Hit, Hits};
pub use index::{Index, Opened};
pub use position::Position;
pub use story::Story;
pub use syntax::{Item, Matching, Place, Query, What};
pub use writer::Writer;
