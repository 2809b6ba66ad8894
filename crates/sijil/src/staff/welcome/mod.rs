//! The page behind a one-time link, on which somebody chooses how they will come in.

pub mod desk;
