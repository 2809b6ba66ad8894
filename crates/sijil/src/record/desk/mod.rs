//! Where editors decide on the record: the queue, a story with its suggestions, claims, and all
//! whom and what they name.

mod acled;
pub mod add;
mod answer;
pub mod claim;
mod coded;
pub mod decide;
mod form;
mod gist;
pub mod group;
mod labels;
mod lines;
pub mod lists;
pub mod merge;
mod names;
pub mod queue;
mod reach;
pub mod story;
mod text;
pub mod things;
mod words;
