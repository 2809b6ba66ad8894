//! What is kept beside a claim: where it stands in the text, and the words that a search finds it by.

use sijil_text::fold;

use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::record::ClaimId;
use crate::record::anchors::{self, Anchor};
use crate::record::claims::{Claim, Spot};
use crate::record::disclosed::Disclosure;
use crate::record::objects::Names;
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
/// both languages, folded; nothing of what is withheld.
///
/// # Errors
/// When the database fails.
pub(in crate::record) fn words(tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<String, DbError> {
    let mut disclosure = Disclosure::default();
    let shown = disclosure.claim(tx, claim)?;
    let mut all: Vec<String> = shown
        .sentence()
        .map(|anchor| anchor.exact.clone())
        .into_iter()
        .collect();
    let mut put = |names: &Names| all.push(format!("{} {}", names.ar, names.en));
    for acting in &shown.claim.actors {
        disclosure
            .actor(acting.actor)
            .into_iter()
            .for_each(|actor| put(&actor.names));
    }
    for place in &shown.claim.places {
        disclosure
            .place(place.place)
            .into_iter()
            .for_each(|place| put(&place.names));
    }
    for id in shown
        .claim
        .attribution
        .iter()
        .filter_map(|link| link.source)
    {
        disclosure
            .source(id)
            .into_iter()
            .for_each(|source| put(&source.names));
    }
    Ok(fold(&all.join(" ")))
}
