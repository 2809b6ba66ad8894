//! Asking once more who somebody is, before what could do great harm.

pub mod desk;

pub use desk::Proven;
