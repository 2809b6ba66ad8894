//! One answer among those of its story, as figures: what the choice by words cannot see, such as how
//! it ranks, who stands beside it, and who shares its words.

use std::collections::BTreeSet;

use crate::casualties::Answer;
use crate::muc::words;

/// The least logit: where there is no other answer to compare with.
const NONE: f64 = -5.0;

/// The figures of each of a story's `answers`, given the logit of each and the story's length in
/// sentences; always the same figures in the same order.
pub(crate) fn figures(answers: &[Answer], logits: &[f64], sentences: usize) -> Vec<Vec<f64>> {
    let seen: Vec<Seen<'_>> = answers
        .iter()
        .zip(logits)
        .map(|(answer, logit)| Seen {
            answer,
            logit: *logit,
            words: words(&answer.name),
        })
        .collect();
    (0..seen.len())
        .filter_map(|at| {
            let mut found = among(&seen, at)?;
            found.extend(own(answers.get(at)?, sentences));
            Some(found)
        })
        .collect()
}

/// An answer, what the choice by words makes of it, and the words that name its victims.
struct Seen<'a> {
    answer: &'a Answer,
    logit: f64,
    words: BTreeSet<String>,
}

/// Where the answer at `at` stands among the others.
fn among(seen: &[Seen<'_>], at: usize) -> Option<Vec<f64>> {
    let me = seen.get(at)?;
    let others = || {
        let apart = seen.iter().enumerate().filter(|(other, _)| *other != at);
        apart.map(|(_, other)| other)
    };
    let best = |found: &[f64]| found.iter().copied().fold(NONE, f64::max);
    let beside = |other: &&Seen<'_>| {
        let places = &other.answer.places;
        places.iter().any(|place| me.answer.places.contains(place))
    };
    let shares = |other: &&Seen<'_>| !me.words.is_disjoint(&other.words);
    let is_like = |other: &Seen<'_>| other.answer.effect == me.answer.effect;
    let all: Vec<f64> = others().map(|other| other.logit).collect();
    let same: Vec<f64> = others().filter(beside).map(|other| other.logit).collect();
    let of_words = |like: bool| -> Vec<f64> {
        let found = others().filter(|other| shares(other) && is_like(other) == like);
        found.map(|other| other.logit).collect()
    };
    let (twins, contrary) = (of_words(true), of_words(false));
    let count = seen.len() as f64;
    let likely = |logit: f64| 1.0 / (1.0 + (-logit).exp());
    Some(vec![
        me.logit,
        best(&all),
        seen.iter().map(|one| one.logit).sum::<f64>() / count,
        count,
        all.iter().filter(|other| **other > me.logit).count() as f64,
        (me.logit - best(&all)).min(0.0),
        seen.iter().map(|one| likely(one.logit)).sum(),
        best(&same),
        same.len() as f64,
        best(&twins),
        twins.len() as f64,
        best(&contrary),
        contrary.len() as f64,
    ])
}

/// What the answer says of itself.
fn own(answer: &Answer, sentences: usize) -> Vec<f64> {
    let has = |feature: &str| {
        let found = answer.features.iter().any(|one| one == feature);
        if found { 1.0 } else { 0.0 }
    };
    let days = answer
        .features
        .iter()
        .filter_map(|feature| feature.strip_prefix("days=")?.parse::<f64>().ok())
        .reduce(f64::min);
    let first = answer.places.iter().min().copied().unwrap_or_default() as f64;
    let last = answer.places.iter().max().copied().unwrap_or_default() as f64;
    vec![
        has("status=Civilian"),
        has("status=Combatant"),
        has("named=true"),
        answer.name.split_whitespace().count() as f64,
        has("rule=casualty.en.event_of"),
        has("rule=casualty.en.passive"),
        has("rule=casualty.en.active"),
        has("rule=casualty.en.state"),
        first,
        last,
        first / sentences.max(1) as f64,
        sentences as f64,
        answer.count.map_or(-1.0, |count| (count as f64).ln_1p()),
        has("effect=DEATH"),
        has("cause=IedLandmine"),
        has("cause=GroundClash"),
        has("cause=SmallArms"),
        has("time=today"),
        has("perpetrator"),
        answer.places.len() as f64,
        days.unwrap_or(-1.0),
    ]
}
