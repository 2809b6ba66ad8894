//! Whether two places may be the same: within 25 km of each other, or one the other's area.

use crate::record::objects::Place;

/// Kilometres within which two reports may mean one event.
const NEAR_KM: f64 = 25.0;
/// The Earth's mean radius in kilometres (IUGG).
const EARTH_KM: f64 = 6371.0;

/// Whether they may be the same.
#[must_use]
pub(super) fn near(one: &Place, other: &Place) -> bool {
    let is_area_of = |area: &Place, place: &Place| {
        (!area.names.en.is_empty() && area.names.en == place.admin1.en)
            || (!area.names.ar.is_empty() && area.names.ar == place.admin1.ar)
    };
    one.id == other.id
        || km(one, other) <= NEAR_KM
        || is_area_of(one, other)
        || is_area_of(other, one)
}

/// The distance in kilometres (haversine; R. W. Sinnott, 1984).
fn km(one: &Place, other: &Place) -> f64 {
    let (lat, lat2) = (one.lat.to_radians(), other.lat.to_radians());
    let (north, east) = (lat2 - lat, (other.lon - one.lon).to_radians());
    let half = (north / 2.0).sin().powi(2) + lat.cos() * lat2.cos() * (east / 2.0).sin().powi(2);
    2.0 * EARTH_KM * half.sqrt().min(1.0).asin()
}
