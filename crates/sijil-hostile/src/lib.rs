//! Texts written in bad faith, and what must hold of them: for tests, for the exam of growth, for a fuzzer.
//!
//! A check takes bytes as they come from outside and panics, with the reason, where the program does
//! not keep its word. Texts are made from a seed, so that whoever is told the seed sees the same text.
#![warn(missing_docs)]

pub mod promises;
mod random;
mod schema;
pub mod shapes;
pub mod texts;
pub mod work;

pub use random::Random;
