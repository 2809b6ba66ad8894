//! The confirmation code of the comment and vote forms: a signed token, and five ways to answer it.
//!
//! Knows nothing of newsrooms, HTTP, SQL or the clock: time and randomness are arguments, and what is
//! spent is remembered by the caller. Each file holds one idea; this one only names them.
#![warn(missing_docs)]

mod action;
mod draw;
mod keys;
mod layout;
mod level;
mod picture;
mod question;
mod ramz;
mod sound;
mod work;

pub use action::Action;
pub use keys::{EmptyKey, Keys, Refused};
pub use level::{Cost, Level};
pub use question::{Place, Question};
pub use ramz::{Ask, Ramz};
