//! Somebody's own account: name, password, ways in, open sessions.

pub mod desk;
