//! The record as linked data: JSON-LD in schema.org's words, a story with its claims, each about an
//! event. For claims that compete schema.org has no word; ours is `sijil:competesWith`.

use serde_json::{Value, json};
use sijil_record::Harm;

use super::json::iso;
use super::seen::{Seen, View};
use super::{About, count};
use crate::lists::Card;
use crate::record::When;
use crate::record::claims::{Body, Claim, Where, word};
use crate::record::disclosed::Shown;
use crate::record::groups::{Grade, GroupBody};

/// What stands before the nodes.
pub(super) fn head(about: &About) -> String {
    let context =
        json!({"@vocab": "https://schema.org/", "sijil": format!("{}/ns/record#", about.url)});
    let node = json!({
        "@id": format!("{}/en/record/", about.url), "@type": "Dataset",
        "license": about.licence, "dateModified": iso(about.at.0),
        "measurementTechnique": format!("count rule: {}", about.count_rule),
    });
    format!("{{\"@context\":{context},\"@graph\":[\n{node}")
}

/// What stands after them.
pub(super) const TAIL: &str = "\n]}\n";

/// A story with its claims.
pub(super) fn story(view: &View, card: &Card, claims: &[Claim]) -> Value {
    let parts: Vec<Value> = claims
        .iter()
        .map(|claim| json!({"@id": view.url("claims", claim.id.0)}))
        .collect();
    json!({
        "@id": view.story_url(card), "@type": "NewsArticle", "url": view.story_url(card),
        "headline": card.headline, "inLanguage": card.lang.code(),
        "datePublished": iso(card.published_at.0), "dateModified": iso(card.updated_at.0),
        "hasPart": parts,
    })
}

/// A claim: what it says, who says it, where it stands, what it is about.
pub(super) fn claim(view: &View, shown: &Shown) -> Value {
    let claim = &shown.claim;
    let story = view.story(claim.story);
    let authors: Vec<Value> = claim
        .attribution
        .iter()
        .map(|link| json!({"@type": "Organization", "name": view.source(link)}))
        .collect();
    let said_on = claim.attribution.first().and_then(|link| link.said_on);
    let about = claim.group.map_or_else(
        || json!({"@type": "Event", "location": locations(view, &claim.places)}),
        |group| json!({"@id": view.url("groups", group.0)}),
    );
    json!({
        "@id": view.url("claims", claim.id.0), "@type": "Claim",
        "text": shown.sentence().map(|anchor| anchor.exact.clone()),
        "inLanguage": claim.lang.code(), "author": authors,
        "appearance": story.map(|card| json!({"@id": view.story_url(card)})),
        "datePublished": said_on.map(|day| day.to_string()),
        "about": about,
        "sijil:kind": word(&claim.kind), "sijil:modality": word(&claim.modality),
    })
}

/// What claims are grouped in: an event, or for a figure one observation for each counter.
pub(super) fn group(view: &View, seen: &Seen) -> Vec<Value> {
    let when = seen.group.when.as_ref();
    let node = json!({
        "@id": view.url("groups", seen.group.id.0), "@type": "Event",
        "name": seen.group.names.shown(view.lang), "url": view.permalink(seen),
        "startDate": when.map(When::first), "endDate": when.map(When::last),
        "location": locations(view, &seen.group.places),
        "sijil:kind": seen.group.kind().word(),
        "sijil:grading": seen.grade().map(Grade::word),
    });
    let mut nodes = vec![node];
    if matches!(seen.group.body, GroupBody::Figure(_)) {
        nodes.extend(observations(view, seen));
    } else if matches!(seen.group.body, GroupBody::Event(_)) {
        let killed = count::range(count::tolls(seen, Harm::Killed));
        nodes.push(json!({
            "@id": format!("{}#killed", view.url("groups", seen.group.id.0)),
            "@type": "Observation", "observationAbout": {"@id": view.url("groups", seen.group.id.0)},
            "measuredProperty": "killed",
            "value": {"@type": "QuantitativeValue", "minValue": killed.low,
                      "maxValue": killed.high, "unitText": "persons"},
        }));
    }
    nodes
}

/// One for each claim of a figure; each competes with the others, none is added to another.
fn observations(view: &View, seen: &Seen) -> Vec<Value> {
    let address = |claim: &Claim| format!("{}#observation", view.url("claims", claim.id.0));
    let each = seen
        .claims
        .iter()
        .filter_map(|shown| match &shown.claim.body {
            Body::Casualty(toll) => Some((&shown.claim, toll)),
            _ => None,
        });
    each.map(|(claim, toll)| {
        let others: Vec<Value> = seen
            .claims
            .iter()
            .filter(|other| other.claim.id != claim.id)
            .map(|other| json!({"@id": address(&other.claim)}))
            .collect();
        json!({
            "@id": address(claim), "@type": "Observation",
            "observationAbout": {"@id": view.url("groups", seen.group.id.0)},
            "isBasedOn": {"@id": view.url("claims", claim.id.0)},
            "measuredProperty": word(&toll.harm),
            "value": {"@type": "QuantitativeValue", "minValue": toll.low, "maxValue": toll.high,
                      "value": toll.point, "unitText": word(&toll.unit)},
            "sijil:competesWith": others,
        })
    })
    .collect()
}

fn locations(view: &View, places: &[Where]) -> Vec<Value> {
    let known = places.iter().filter_map(|at| {
        let place = view.place(at.place)?;
        let same_as =
            (place.geonameid > 0).then(|| format!("https://sws.geonames.org/{}/", place.geonameid));
        Some(json!({
            "@type": "Place", "name": place.names.shown(view.lang), "sameAs": same_as,
            "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon},
            "sijil:precision": at.precision.word(),
        }))
    });
    known.collect()
}
