//! The promises of a confirmation code, seen from outside.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test ends at the first thing that is not as it should be"
)]

mod picture;
mod question;
mod sound;
mod token;
mod work;

use sijil_ramz::{Action, Ask, Keys, Level, Ramz};
use sijil_text::Lang;

/// A comment's code, of the token with this number.
fn ramz(level: Level, number: u8) -> Ramz {
    let ask = Ask {
        action: Action::Comment,
        level,
        lang: Lang::Ar,
        object: 7,
        nonce: [number; 16],
    };
    Keys::new(&[7; 32]).unwrap().issue(&ask, 1_794_000_000)
}
