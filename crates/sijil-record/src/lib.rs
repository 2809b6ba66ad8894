//! Sentences in, suggested claims out: who said what, where, on which day, with which figure.
//!
//! Pure: text and dictionaries in, suggestions out. No database, no network, no clock. Every
//! offset counts bytes of the original text, on character boundaries.
#![warn(missing_docs)]

pub mod actor;
pub mod annotate;
mod arabic;
mod attribution;
mod class;
pub mod date;
mod english;
pub mod event;
mod frame;
pub mod gazetteer;
mod lexicon;
mod number;
mod paragraph;
pub mod place;
pub mod rank;
mod sentence;
mod span;
mod story;
pub mod suggest;
mod token;

pub use attribution::{Attribution, Stance};
pub use frame::casualty::{
    Casualty, Cause, Group, Harm, Part, Scope, Unit, VictimStatus, Victims, same_victims,
};
pub use number::{Number, Qualifier, Quantity, Role, numbers};
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use story::{Mentioned, Story};
pub use token::{Case, Kind, Token, tokens};
