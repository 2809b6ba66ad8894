//! What staff ask for: the list of stories, the page on which one is written, and what is done to it.

pub mod draft;
pub mod edit;
pub mod list;
pub mod new;
mod said;
mod show;
