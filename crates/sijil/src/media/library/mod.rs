//! The library: everything that was handed in, to be found, described, used again and taken away.

mod asked;
pub mod desk;
