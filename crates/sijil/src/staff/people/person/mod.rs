//! One of the staff: role, limits, links, keeping out.

pub mod desk;
