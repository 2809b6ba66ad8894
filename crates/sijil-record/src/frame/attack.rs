//! Attacks that an English sentence tells, with or without victims.

use super::Frame;
use super::control::IsPlace;
use crate::english::{ChunkKind, Clause, LEXICON, Voice};
use crate::suggest::Kind;

/// The attacks on places that `clause` tells.
pub(crate) fn attacks(clause: &Clause<'_>, is_place: IsPlace<'_>) -> Vec<Frame> {
    let mut found = Vec::new();
    for at in 0..clause.chunks.len() {
        let Some(chunk) = clause.chunk(at) else {
            continue;
        };
        let opens = LEXICON
            .triggers(clause.word(chunk.head))
            .iter()
            .any(|trigger| trigger.way == "strikes");
        let ChunkKind::Verb(voice) = chunk.kind else {
            continue;
        };
        if !opens {
            continue;
        }
        let subject = clause
            .subjects(at)
            .first()
            .and_then(|mention| mention.first().copied());
        let (by, target) = match voice {
            Voice::Passive => (clause.agent(at), subject),
            Voice::Active | Voice::Bare | Voice::Gerund => (
                subject,
                clause
                    .objects(at)
                    .first()
                    .and_then(|mention| mention.first().copied()),
            ),
            Voice::Copula => (None, None),
        };
        let Some(target) = target else { continue };
        let mut frame = Frame::new(Kind::Attack, "attack.en.strike", 0.5, clause.span_of(at));
        frame.fill("target", clause.span_of(target), clause.text_of(target));
        if is_place(clause.span_of(target)) {
            frame.score = 0.6;
        }
        if let Some(by) = by {
            frame.fill("perpetrator", clause.span_of(by), clause.text_of(by));
        }
        frame.is_negated = chunk.negated;
        frame.is_unreal = chunk.unreal;
        found.push(frame);
    }
    found
}
