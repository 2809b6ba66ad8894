//! What must hold of every text, however it was made. Each check panics where it does not.

mod reading;
mod record;

pub use reading::{markup, pages, query, words};
pub(crate) use record::{annotated, suggested};
pub use record::{claims, mentions};

/// A check: bytes from outside in, a panic if the program breaks its word.
pub type Check = fn(&[u8]);

/// Every check with the name of its fuzz target.
pub const ALL: &[(&str, Check)] = &[
    ("suggest", claims),
    ("annotate", mentions),
    ("words", words),
    ("html", markup),
    ("query", query),
    ("import", pages),
];
