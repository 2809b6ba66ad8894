//! Sentences in, suggested claims out: who said what, where, on which day, with which figure.
//!
//! Pure: text and dictionaries in, suggestions out. No database, no network, no clock. Every
//! offset counts bytes of the original text, on character boundaries.
#![warn(missing_docs)]

pub mod gazetteer;
mod number;
mod paragraph;
pub mod place;
mod sentence;
mod span;
mod token;

pub use number::{Number, Qualifier, Quantity, Role, numbers};
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use token::{Case, Kind, Token, tokens};
