//! The look at the desk: colours, type and logos, seen before they are kept.

pub mod desk;
