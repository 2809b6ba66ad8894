//! Truces in an English sentence: parties, length, what becomes of them.

use super::Frame;
use crate::english::{Chunk, ChunkKind, Clause, LEXICON};
use crate::span::Span;
use crate::suggest::Kind;

/// Verbs that say that a truce came to be, goes on or ends; folded, with the state they give it.
const VERBS: &[(&str, &str)] = &[
    ("reached", "agreed"),
    ("reach", "agreed"),
    ("agreed", "agreed"),
    ("signed", "agreed"),
    ("brokered", "agreed"),
    ("announced", "reported"),
    ("declared", "reported"),
    ("struck", "agreed"),
    ("concluded", "agreed"),
    ("extended", "extended"),
    ("renewed", "extended"),
    ("began", "in_force"),
    ("started", "in_force"),
    ("holds", "in_force"),
    ("held", "in_force"),
    ("entered", "in_force"),
    ("took", "in_force"),
    ("violated", "contested"),
    ("broke", "contested"),
    ("breached", "contested"),
    ("collapsed", "ended"),
    ("ended", "ended"),
    ("expired", "ended"),
];

/// The truces that `clause` says were reached, extended or broken.
pub(crate) fn truces(clause: &Clause<'_>) -> Vec<Frame> {
    (0..clause.chunks.len())
        .filter_map(|at| truce(clause, at))
        .take(1)
        .collect()
}

/// Whether the noun phrase at `at` names a truce.
pub(crate) fn is_truce(clause: &Clause<'_>, at: usize) -> bool {
    clause.kind(at) == ChunkKind::Noun
        && LEXICON
            .triggers(clause.head(at))
            .iter()
            .any(|trigger| trigger.frame == "truce")
}

fn truce(clause: &Clause<'_>, at: usize) -> Option<Frame> {
    if !is_truce(clause, at) {
        return None;
    }
    let is_verb = |place: &usize| clause.chunk(*place).is_some_and(Chunk::is_verb);
    let verb = (0..clause.chunks.len())
        .filter(is_verb)
        .min_by_key(|place| place.abs_diff(at))?;
    let between = clause.head(at + 1) == "between";
    let told = VERBS.iter().find(|(word, _)| *word == clause.head(verb));
    let state = told
        .map(|(_, state)| *state)
        .or(between.then_some("reported"))?;
    let (kind, rule) = match state {
        "contested" => (Kind::TruceBreach, "truce.en.breach"),
        _ => (Kind::Truce, "truce.en.reached"),
    };
    let parties = parties(clause, at, verb, between);
    let verb_chunk = clause.chunk(verb)?;
    if verb_chunk.unreal || parties.is_empty() && kind == Kind::Truce {
        return None;
    }
    let mut frame = Frame::new(kind, rule, 0.9, clause.span_of(at));
    for party in &parties {
        frame.fill("party", clause.span_of(*party), clause.text_of(*party));
    }
    let declaration = match parties.len() {
        0 | 1 => "unilateral",
        2 => "bilateral",
        _ => "multilateral",
    };
    frame.fill("declaration", frame.trigger, declaration);
    frame.fill("class", clause.span_of(at), class(clause, at));
    // What is said to have been agreed is only reported until an editor knows more.
    let state = if state == "agreed" { "reported" } else { state };
    frame.fill("state", clause.span_of(verb), state);
    if let Some((span, length)) = length(clause, at) {
        frame.fill("duration", span, length);
    }
    frame.is_negated = verb_chunk.negated;
    Some(frame)
}

/// "between A and B"; else the subject of the verb and whom "with" names.
fn parties(clause: &Clause<'_>, at: usize, verb: usize, between: bool) -> Vec<usize> {
    if between {
        return clause
            .pair(at + 1)
            .into_iter()
            .filter_map(|mention| mention.first().copied())
            .collect();
    }
    let mut found: Vec<usize> = if verb < at {
        clause
            .subjects(verb)
            .into_iter()
            .filter_map(|mention| mention.first().copied())
            .collect()
    } else {
        Vec::new()
    };
    let with = (at + 1..at + 5)
        .find(|place| clause.head(*place) == "with" && clause.kind(place + 1) == ChunkKind::Noun);
    found.extend(with.map(|with| with + 1));
    found.retain(|party| !is_truce(clause, *party));
    found
}

fn class(clause: &Clause<'_>, at: usize) -> &'static str {
    match clause.head(at) {
        "cessation" => "cessation_of_hostilities",
        "pause" => "humanitarian_pause",
        "truce" | "truces" => "truce",
        _ => "preliminary_ceasefire",
    }
}

/// How long, as ISO 8601: "one-month", "72-hour", "for two weeks".
pub(crate) fn length(clause: &Clause<'_>, at: usize) -> Option<(Span, String)> {
    let chunk = clause.chunk(at)?;
    let tied = chunk.tokens.clone().find_map(|place| {
        let token = clause.tokens.get(place)?;
        let (count, unit) = token.folded.split_once('-')?;
        Some((
            token.span,
            iso(
                count
                    .parse()
                    .ok()
                    .or_else(|| crate::number::of_word(count))?,
                unit,
            )?,
        ))
    });
    let counted = || {
        clause.numbers.iter().find_map(|number| {
            let unit = clause.tokens.get(number.tokens.end)?;
            let count = number.quantity.low?;
            Some((number.span.join(unit.span), iso(count, &unit.folded)?))
        })
    };
    let single = || {
        (0..clause.tokens.len()).find_map(|place| {
            let unit = clause.tokens.get(place + 2)?;
            let is_single =
                clause.word(place) == "for" && matches!(clause.word(place + 1), "a" | "one");
            is_single
                .then(|| iso(1, &unit.folded))
                .flatten()
                .map(|length| (unit.span, length))
        })
    };
    tied.or_else(counted).or_else(single)
}

/// `count` of `unit` as ISO 8601 writes it.
pub(crate) fn iso(count: u64, unit: &str) -> Option<String> {
    Some(match unit.trim_end_matches('s') {
        "hour" => format!("PT{count}H"),
        "day" => format!("P{count}D"),
        "week" => format!("P{count}W"),
        "month" => format!("P{count}M"),
        "year" => format!("P{count}Y"),
        _ => return None,
    })
}
