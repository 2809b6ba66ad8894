//! The weights of resolving, in one place. Set by hand and by trial on LGL and `GeoVirus`, November 2026.

use crate::gazetteer::{Feature, Spot, Strength};
use crate::place::lexicon::Kind;

/// For each factor of ten in people.
pub(crate) const PEOPLE: f32 = 0.55;
/// For the logarithm of one plus the shares of other names in the same country, area, neighbourhood.
pub(crate) const COUNTRY: f32 = 1.2;
pub(crate) const AREA: f32 = 2.0;
pub(crate) const NEAR: f32 = 2.0;
/// The distance at which nearness has fallen to a third.
pub(crate) const NEAR_KM: f32 = 80.0;
/// How much louder a name is for each factor e in how often it stands.
pub(crate) const REPEATED: f32 = 0.3;
/// For an area whose town bears the same name, when no word says which is meant.
pub(crate) const AREA_BESIDE_ITS_TOWN: f32 = -1.5;
/// For the countries of the newsroom.
pub(crate) const NEWSROOM: f32 = 1.2;
/// For a country whose adjective stands in the text; each further one adds less.
pub(crate) const ADJECTIVE: f32 = 0.8;
/// For Arab countries in an Arabic text.
pub(crate) const ARABIC: f32 = 1.0;
/// What must speak for a name before it is taken for a place.
pub(crate) const PLACE_MIN: f32 = 0.4;

pub(crate) fn log10(people: u32) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a logarithm is small")]
    let log = f64::from(people).max(1.0).log10() as f32;
    log
}

pub(crate) const fn strength(strength: Strength) -> f32 {
    match strength {
        Strength::Main => 0.0,
        Strength::Alias => -0.7,
        Strength::Part => -0.8,
        Strength::Skeleton => -2.5,
    }
}

/// What its kind alone says for a place.
pub(crate) fn feature(spot: &Spot) -> f32 {
    match spot.feature {
        Feature::Country | Feature::Continent => 3.5,
        Feature::Capital => 1.2,
        Feature::Admin1 => 1.5,
        Feature::Seat1 => 0.6,
        Feature::Region | Feature::Site | Feature::Water | Feature::Land => 3.5,
        Feature::Quarter if spot.geonameid == 0 => 3.0,
        Feature::Settlement if spot.geonameid == 0 => 2.5,
        Feature::Seat2 | Feature::Seat3 => 0.3,
        Feature::Settlement => 0.0,
        Feature::Quarter => -0.3,
        Feature::Admin2 | Feature::Admin3 => -0.8,
    }
}

/// For the place that lies where the text says, and against the others.
pub(crate) const fn inside(lies_there: bool) -> f32 {
    if lies_there { 4.0 } else { -2.0 }
}

/// Whether the word beside the name fits the place.
pub(crate) fn kind(kind: Kind, feature: Feature) -> f32 {
    let fits = match kind {
        Kind::Admin1 | Kind::Countryside => feature == Feature::Admin1,
        Kind::Admin2 => matches!(feature, Feature::Admin2 | Feature::Admin1),
        Kind::Admin3 => matches!(
            feature,
            Feature::Admin3 | Feature::Seat3 | Feature::Settlement
        ),
        Kind::Town => feature.is_settlement(),
        Kind::Quarter => feature == Feature::Quarter || feature.is_settlement(),
        Kind::Site => feature == Feature::Site,
        Kind::Water => feature == Feature::Water,
        Kind::Land => matches!(feature, Feature::Land | Feature::Region),
    };
    match (fits, kind) {
        (true, _) => 2.0,
        (false, Kind::Site | Kind::Quarter | Kind::Water | Kind::Land) => 0.0,
        (false, _) => -1.5,
    }
}

/// How much a place is one that news speaks of, whatever the text says.
pub(crate) fn renown(spot: &Spot, strength: Strength) -> f32 {
    let by_kind: f32 = match spot.feature {
        Feature::Country | Feature::Continent => 2.5,
        Feature::Capital => 1.5,
        Feature::Admin1 => 1.4,
        Feature::Region | Feature::Site | Feature::Water | Feature::Land => 1.2,
        _ if spot.geonameid == 0 => 1.0,
        _ => 0.0,
    };
    let by_people = ((log10(spot.population) - 3.3) * 0.6).clamp(-0.8, 1.5);
    let by_name = match strength {
        Strength::Main => 0.0,
        Strength::Alias => -0.4,
        Strength::Part => -0.5,
        Strength::Skeleton => -1.2,
    };
    by_kind.max(by_people) + by_name
}
