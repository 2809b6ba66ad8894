//! Tolls that grow: "the death toll rose to 15", "bringing the number of wounded to 40".

use super::Found;
use crate::class::Class;
use crate::english::{ChunkKind, Clause};
use crate::frame::casualty::Harm;

/// What a toll does before its number.
const REACHING: &[&str] = &[
    "rose",
    "risen",
    "rises",
    "rising",
    "climbed",
    "climbs",
    "climbing",
    "reached",
    "reaches",
    "stands",
    "stood",
    "grew",
    "grown",
    "increased",
    "jumped",
    "mounted",
    "soared",
    "is",
    "was",
    "at",
    "to",
];

/// A count of victims and, behind its verb or preposition, the number that it has come to.
pub(super) fn toll(clause: &Clause<'_>, at: usize) -> Option<Found> {
    // A few words may come between: "of those killed in the attack has risen to".
    const BETWEEN_MAX: usize = 8;
    let harm = counted_harm(clause, at)?;
    let end = (at + 1..at + BETWEEN_MAX)
        .find(|place| matches!(clause.kind(*place), ChunkKind::Stop | ChunkKind::Comma))
        .unwrap_or(at + BETWEEN_MAX);
    let number = (at + 1..end).find(|place| {
        let alone = clause
            .chunk(*place)
            .is_some_and(|chunk| clause.number_in(&chunk.tokens).is_some());
        alone && clause.kind(*place) == ChunkKind::Noun
    })?;
    let reaches = (at + 1..number).any(|place| REACHING.contains(&clause.head(place)));
    reaches.then(|| Found {
        rule: "casualty.en.toll",
        harm,
        at,
        victims: vec![vec![number]],
        agent: None,
        trust: 0.9,
    })
}

/// The harm that the noun phrase at `at` counts: "the death toll", "the number of wounded".
fn counted_harm(clause: &Clause<'_>, at: usize) -> Option<Harm> {
    let chunk = clause.chunk(at)?;
    if !chunk.classes.has(Class::Toll) {
        return None;
    }
    let inside = chunk
        .tokens
        .clone()
        .filter(|place| *place != chunk.head)
        .map(|place| clause.word(place));
    let behind = (clause.kind(at + 1) == ChunkKind::Of)
        .then(|| {
            let of = clause.chunk(at + 2)?;
            let verb = clause.chunk(at + 3).filter(|verb| verb.is_verb());
            let end = verb.map_or(of.tokens.end, |verb| verb.tokens.end);
            Some((of.tokens.start..end).map(|place| clause.word(place)))
        })
        .flatten();
    inside
        .chain(behind.into_iter().flatten())
        .find_map(|word| match word {
            "death" | "dead" | "deaths" | "killed" | "fatalities" | "victims" => Some(Harm::Killed),
            "wounded" | "injured" | "injury" | "injuries" => Some(Harm::Injured),
            "casualty" | "casualties" => Some(Harm::CasualtiesUnspecified),
            _ => None,
        })
}
