//! The feed of a story's comments.

pub mod pages;
