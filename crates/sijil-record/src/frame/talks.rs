//! Talks, meetings and letters in an English sentence.

use super::Frame;
use crate::english::{ChunkKind, Clause, LEXICON};
use crate::suggest::Kind;

/// Verbs that make talks of a meeting or letter; folded.
const VERBS: &[&str] = &[
    "held",
    "hold",
    "holding",
    "handed",
    "sent",
    "delivered",
    "met",
    "began",
    "resumed",
    "attended",
    "sat",
    "opened",
    "concluded",
    "ended",
    "hosted",
    "joined",
    "started",
    "presented",
    "submitted",
    "issued",
    "adopted",
];

/// The talks that `clause` tells of; one for each noun.
pub(crate) fn talks(clause: &Clause<'_>) -> Vec<Frame> {
    let mut found = Vec::new();
    let verb = (0..clause.chunks.len()).find(|at| {
        clause
            .chunk(*at)
            .is_some_and(crate::english::Chunk::is_verb)
            && VERBS.contains(&clause.head(*at))
    });
    let Some(verb) = verb else { return found };
    for at in 0..clause.chunks.len() {
        let way = LEXICON
            .triggers(clause.head(at))
            .iter()
            .find(|trigger| trigger.frame == "talks")
            .map(|trigger| trigger.way);
        let Some(way) = way.filter(|_| clause.kind(at) == ChunkKind::Noun) else {
            continue;
        };
        let Some(chunk) = clause.chunk(at) else {
            continue;
        };
        let mut frame = Frame::new(Kind::Talks, "talks.en.held", 0.6, clause.span_of(at));
        frame.fill(
            "form",
            clause.span_of(at),
            if way == "talks" { "round" } else { way },
        );
        if let Some(count) = clause
            .number_in(&chunk.tokens)
            .and_then(|number| number.quantity.low)
        {
            frame.fill("count", clause.span_of(at), count);
        }
        let participants = clause
            .subjects(verb)
            .into_iter()
            .filter_map(|mention| mention.first().copied())
            .filter(|place| *place != at);
        for participant in participants {
            frame.fill(
                "participant",
                clause.span_of(participant),
                clause.text_of(participant),
            );
        }
        if let Some(to) = (at + 1..at + 3)
            .find(|place| clause.head(*place) == "to" && clause.kind(place + 1) == ChunkKind::Noun)
        {
            frame.fill("addressee", clause.span_of(to + 1), clause.text_of(to + 1));
        }
        frame.is_unreal = clause.chunk(verb).is_some_and(|verb| verb.unreal);
        found.push(frame);
        break;
    }
    found
}
