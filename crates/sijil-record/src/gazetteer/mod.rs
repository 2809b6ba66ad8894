//! Places of the world, by name in Arabic and Latin letters.
//!
//! Data: `GeoNames`, CC BY 4.0, and our own tables; `cargo xtask gazetteer` makes the file.

mod feature;
mod file;
mod names;
mod walk;

pub use feature::Feature;
pub use file::{FileError, Gazetteer, Named, Names, Spot, Strength};
pub(crate) use names::is_silent;
pub use names::{key, skeleton};
pub(crate) use walk::Walk;
