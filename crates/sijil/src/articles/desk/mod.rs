//! What staff ask for: the list of stories, the page on which one is written, and what is done to it.

pub mod assignments;
pub mod calendar;
pub mod copies;
pub mod deeds;
pub mod draft;
pub mod edit;
pub mod home;
pub mod list;
pub mod new;
pub mod notes;
pub mod previews;
mod said;
mod show;
pub mod translation;
