//! The newsroom's own pages and menus at the desk.

pub mod desk;
