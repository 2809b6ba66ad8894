//! Places of the world, by name in Arabic and Latin letters.
//!
//! Data: `GeoNames`, CC BY 4.0, and our own tables; `cargo xtask gazetteer` makes the file.

mod added;
mod feature;
mod file;
mod names;
mod tables;
mod walk;

pub use added::{NewName, NewPlace};
pub use feature::Feature;
pub use file::{FileError, Gazetteer, Named, Names, Spot, Strength};
pub(crate) use names::is_silent;
pub use names::{key, skeleton};
pub use tables::{List, from_geonames, from_pcodes};
pub(crate) use walk::Walk;
