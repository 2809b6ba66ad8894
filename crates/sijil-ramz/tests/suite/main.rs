//! The promises of a confirmation code, seen from outside.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test ends at the first thing that is not as it should be"
)]

mod token;
