//! Old pages in, stories out.
//!
//! Bytes of page dumps, saved HTML and NDJSON become [`Incoming`] records. This crate knows nothing
//! of newsrooms, HTTP or databases.
#![warn(missing_docs)]

mod as_text;
mod byline;
mod bytes;
mod credit;
mod dump;
mod html;
mod incoming;
mod kind;
mod label;
mod markup;
mod ndjson;
mod reader;
mod walk;

pub use incoming::{Comment, Confidence, DateEvidence, Incoming, LeadImage, LeftOut, Outcome};
pub use reader::{Options, read};
