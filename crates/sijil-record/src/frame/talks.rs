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
        people(clause, verb, at, &mut frame);
        frame.is_unreal = clause.chunk(verb).is_some_and(|verb| verb.unreal);
        found.push(frame);
        break;
    }
    found
}

/// Fills who talks, to whom the letter goes, who mediates.
fn people(clause: &Clause<'_>, verb: usize, at: usize, frame: &mut Frame) {
    const MEDIATED: &[&str] = &[
        "mediated",
        "brokered",
        "sponsored",
        "hosted",
        "chaired",
        "mediation",
        "auspices",
    ];
    let subjects = clause.subjects(verb).into_iter();
    let subjects = subjects.filter_map(|mention| mention.first().copied());
    let to = (at + 1..at + 3)
        .find(|place| clause.head(*place) == "to" && clause.kind(place + 1) == ChunkKind::Noun);
    let mediated = (0..clause.chunks.len()).find(|place| MEDIATED.contains(&clause.head(*place)));
    let mediator = mediated.and_then(|place| {
        let of =
            clause.kind(place + 1) == ChunkKind::Of && clause.kind(place + 2) == ChunkKind::Noun;
        clause.agent(place).or(of.then_some(place + 2))
    });
    let participants = subjects
        .filter(|place| *place != at)
        .map(|place| ("participant", place));
    let others = [("addressee", to.map(|to| to + 1)), ("mediator", mediator)];
    let others = others
        .into_iter()
        .filter_map(|(name, place)| Some((name, place?)));
    for (name, place) in participants.chain(others) {
        frame.fill(name, clause.span_of(place), clause.text_of(place));
    }
}
