//! The public list of corrections in a language: all that readers were told about changes.

pub mod pages;
