//! What is kept beside a claim: where it stands in the text, and the words that a search finds it by.

use sijil_text::fold;

use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::record::ClaimId;
use crate::record::anchors::{self, Anchor, Role};
use crate::record::claims::{Claim, Spot};
use crate::record::objects::{self, ObjectKind};
use crate::record::suggestions::Read;

/// Keeps where words of a claim stand.
pub(super) fn anchor(
    tx: &mut Tx<'_, '_>,
    (hand, claim): (&Hand<'_>, ClaimId),
    read: &Read,
    spot: Spot,
) -> Result<(), DbError> {
    // What is only implied stands nowhere; so does a place outside the text.
    let Some(exact) = read
        .text
        .text
        .get(spot.start..spot.end)
        .filter(|exact| !exact.is_empty())
    else {
        return Ok(());
    };
    let (prefix, suffix) = read.text.around(spot.start, spot.end);
    anchors::insert(
        tx,
        &Anchor {
            id: hand.ids.next(hand.at),
            claim,
            article: read.article,
            revision: read.revision,
            sha256: read.text.sha256.clone(),
            role: spot.role,
            sentence: read.text.sentence_at(spot.start),
            start: spot.start,
            end: spot.end,
            exact: exact.to_owned(),
            prefix,
            suffix,
            is_lost: false,
            is_withheld: false,
        },
    )
}

/// What a search finds a claim by: its sentence, and the names of all whom and what it names in
/// both languages, folded.
pub(super) fn words(
    tx: &mut Tx<'_, '_>,
    read: &Read,
    claim: &Claim,
    spans: &[Spot],
) -> Result<String, DbError> {
    let sentences = spans.iter().filter(|spot| spot.role == Role::Claim);
    let mut all: Vec<String> = sentences
        .filter_map(|spot| read.text.text.get(spot.start..spot.end))
        .map(str::to_owned)
        .collect();
    let actors = claim
        .actors
        .iter()
        .map(|acting| (ObjectKind::Actor, acting.actor.0));
    let places = claim
        .places
        .iter()
        .map(|place| (ObjectKind::Place, place.place.0));
    let sources = claim.attribution.iter().filter_map(|link| link.source);
    let sources = sources.map(|source| (ObjectKind::Source, source.0));
    for (kind, id) in actors.chain(places).chain(sources) {
        let names: Option<Named> = objects::with_id(tx, kind, id)?;
        all.extend(names.map(|named| format!("{} {}", named.names.ar, named.names.en)));
    }
    Ok(fold(&all.join(" ")))
}

#[derive(serde::Deserialize)]
struct Named {
    names: objects::Names,
}
