//! Events on a map: `GeoJSON`, RFC 7946. Only what is known to a town or closer is a point. Of a
//! province we have no outline, and its middle would look exact, so such an event has no geometry
//! but says where it was and how exactly that is known.

use serde_json::{Value, json};

use super::acled::geo_precision;
use super::seen::{Seen, View};
use super::ucdp::where_precision;
use super::{About, count, json as lines};
use crate::record::claims::Where;
use crate::record::groups::Grade;
use crate::record::{Stay, When};
use sijil_record::Harm;

/// What stands before the features.
pub(super) fn head(about: &About) -> String {
    format!(
        "{{\"type\":\"FeatureCollection\",\"exported_at\":{},\"licence\":{},\"count_rule\":{},\"features\":[",
        json!(lines::iso(about.at.0)),
        json!(about.licence),
        json!(about.count_rule)
    )
}

/// What stands after them.
pub(super) const TAIL: &str = "\n]}\n";

/// The feature of an event.
pub(super) fn feature(view: &View, seen: &Seen) -> Value {
    let places = seen.places();
    let place = places.first().copied();
    let killed = count::range(count::tolls(seen, Harm::Killed));
    let injured = count::range(count::tolls(seen, Harm::Injured));
    let when = seen.group.when.as_ref();
    json!({
        "type": "Feature",
        "id": seen.group.id.0.to_string(),
        "geometry": place.map_or(Value::Null, |place| geometry(view, place)),
        "properties": {
            "place_ar": place.and_then(|at| Some(view.place(at.place)?.names.ar.clone())),
            "place_en": place.and_then(|at| Some(view.place(at.place)?.names.en.clone())),
            "geonameid": place.and_then(|at| view.place(at.place)).map(|place| place.geonameid),
            "place_precision": place.map(|place| place.precision.word()),
            "geo_precision": place.and_then(|place| geo_precision(place.precision)),
            "where_prec": place.map(|place| where_precision(place.precision)),
            "date_start": when.map(When::first),
            "date_end": when.map(When::last),
            "date_precision": when.map(|when| when.precision.word()),
            "killed_low": killed.low, "killed_high": killed.high,
            "injured_low": injured.low, "injured_high": injured.high,
            "attribution": view.chains(seen),
            "grading": seen.grade().map(Grade::word),
            "sentence": seen.sentence(),
            "permalink": view.permalink(seen),
        },
    })
}

/// A point for what is known to a town or closer; longitude first.
fn geometry(view: &View, place: &Where) -> Value {
    let is_point = matches!(
        place.precision,
        Stay::ExactSite | Stay::Settlement | Stay::NearSettlement
    );
    match view.place(place.place).filter(|_| is_point) {
        Some(known) => json!({"type": "Point", "coordinates": [known.lon, known.lat]}),
        None => Value::Null,
    }
}
