//! What the desk sets for one story's thread and votes.

pub mod desk;
