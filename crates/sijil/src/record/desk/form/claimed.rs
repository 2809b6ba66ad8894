//! From a claim back to the draft that it would come of, to be put right.

use crate::record::anchors::Anchor;
use crate::record::claims::{Claim, Draft, DraftActor, DraftLink, DraftPlace, Meant, Spot};

/// The draft that a claim would come of.
#[must_use]
pub(in crate::record::desk) fn claimed(claim: &Claim, anchors: &[Anchor]) -> Draft {
    let links = claim.attribution.iter().map(|link| DraftLink {
        source: link.source.map(|id| Meant::Kept(id.0)),
        text: link.text.clone(),
        cue: link.cue.clone(),
        kind: None,
        scale: None,
        stance: link.stance,
        said_on: link.said_on,
    });
    let actors = claim.actors.iter().map(|acting| DraftActor {
        actor: Meant::Kept(acting.actor.0),
        role: acting.role,
        text: acting.text.clone(),
    });
    let places = claim.places.iter().map(|place| DraftPlace {
        place: Meant::Kept(place.place.0),
        role: place.role,
        precision: place.precision,
        text: place.text.clone(),
    });
    let standing = anchors.iter().filter(|anchor| !anchor.is_lost);
    Draft {
        kind: claim.kind,
        modality: claim.modality,
        polarity: claim.polarity,
        attribution: links.collect(),
        actors: actors.collect(),
        places: places.collect(),
        when: claim.when.clone(),
        body: claim.body.clone(),
        group: claim.group,
        restates: claim.restates,
        supersedes: claim.supersedes,
        note_ar: claim.note_ar.clone(),
        note_en: claim.note_en.clone(),
        spans: standing
            .map(|anchor| Spot {
                role: anchor.role,
                start: anchor.start,
                end: anchor.end,
            })
            .collect(),
    }
}
