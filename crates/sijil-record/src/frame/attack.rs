//! Attacks that an English sentence tells, with or without victims.

use super::{Frame, Known};
use crate::class::{Class, Classes};
use crate::english::{ChunkKind, Clause, LEXICON, Voice};
use crate::span::Span;
use crate::suggest::Kind;

/// The attacks on places and people that `clause` tells.
pub(crate) fn attacks(clause: &Clause<'_>, known: &Known<'_>) -> Vec<Frame> {
    (0..clause.chunks.len())
        .filter_map(|at| strike(clause, known, at).or_else(|| launch(clause, known, at)))
        .filter(|frame| is_of_war(clause, known, frame))
        .collect()
}

/// "The singer hit the high note": of an attack either the weapon, the attacker or the place is told.
fn is_of_war(clause: &Clause<'_>, known: &Known<'_>, frame: &Frame) -> bool {
    let fights = |span: Span| {
        let kinds = [Class::Organization, Class::Rebel, Class::State];
        let words = clause.tokens.iter().zip(&clause.words);
        let mut inside = words.filter(|(token, _)| span.contains(token.span));
        !(known.names)(span).is_empty() || inside.any(|(_, word)| word.classes.any(&kinds))
    };
    let by = frame.slot("perpetrator").map(|slot| slot.span);
    let target = frame.slot("target").map(|slot| slot.span);
    frame.slot("cause").is_some()
        || by.is_some_and(fights)
        || target.is_some_and(|target| (known.is_place)(target) || fights(target))
}

/// "Warplanes bombed the town", "the town was shelled by the army".
fn strike(clause: &Clause<'_>, known: &Known<'_>, at: usize) -> Option<Frame> {
    let chunk = clause.chunk(at)?;
    let opens = LEXICON
        .triggers(clause.word(chunk.head))
        .iter()
        .any(|trigger| trigger.way == "strikes");
    let ChunkKind::Verb(voice) = chunk.kind else {
        return None;
    };
    let subject = || clause.subjects(at).first()?.first().copied();
    let (by, target) = match voice {
        _ if !opens => return None,
        Voice::Passive => (clause.agent(at), subject()?),
        Voice::Active | Voice::Bare | Voice::Gerund => {
            (subject(), clause.objects(at).first()?.first().copied()?)
        }
        Voice::Copula => return None,
    };
    Some(frame(clause, known, at, (by, target)))
}

/// "The army launched strikes on the town", "carried out an attack against a base".
fn launch(clause: &Clause<'_>, known: &Known<'_>, at: usize) -> Option<Frame> {
    const LAUNCHING: &[&str] = &[
        "launch",
        "launched",
        "launching",
        "carried",
        "conducted",
        "staged",
        "mounted",
        "fired",
        "unleashed",
    ];
    let chunk = clause.chunk(at)?;
    if !chunk.is_verb() || !LAUNCHING.contains(&clause.head(at)) {
        return None;
    }
    let kinds = [
        Class::AirStrike,
        Class::DroneStrike,
        Class::Shelling,
        Class::Attack,
    ];
    let thing = (at + 1..at + 4).find(|place| {
        clause.kind(*place) == ChunkKind::Noun
            && clause
                .chunk(*place)
                .is_some_and(|noun| noun.classes.any(&kinds))
    })?;
    let on = (thing + 1..thing + 4).find(|place| {
        matches!(clause.head(*place), "on" | "against" | "at")
            && clause.kind(place + 1) == ChunkKind::Noun
    })?;
    let by = clause
        .subjects(at)
        .first()
        .and_then(|mention| mention.first().copied());
    Some(frame(clause, known, at, (by, on + 1)))
}

fn frame(
    clause: &Clause<'_>,
    known: &Known<'_>,
    at: usize,
    sides: (Option<usize>, usize),
) -> Frame {
    let (by, target) = sides;
    let span = clause.span_of(target);
    let score = target_score(*known, span);
    let mut frame = Frame::new(Kind::Attack, "attack.en.strike", score, clause.span_of(at));
    frame.fill("target", span, clause.text_of(target));
    if let Some(by) = by.filter(|by| acts(clause, known, *by)) {
        frame.fill("perpetrator", clause.span_of(by), clause.text_of(by));
    }
    let words = clause.tokens.iter().zip(&clause.words);
    let words = words.map(|(token, word)| (word.classes, token.span));
    if let Some((cause, span)) = weapon(words) {
        frame.fill("cause", span, cause);
    }
    let chunk = clause.chunk(at);
    frame.is_negated = chunk.is_some_and(|chunk| chunk.negated);
    frame.is_unreal = chunk.is_some_and(|chunk| chunk.unreal);
    frame
}

/// Whether the phrase at `at` can be who attacks: a weapon alone tells how, never who.
fn acts(clause: &Clause<'_>, known: &Known<'_>, at: usize) -> bool {
    let is_named = !(known.names)(clause.span_of(at)).is_empty();
    let is_weapon = clause.chunk(at).is_some_and(|chunk| {
        chunk.classes.any(&[
            Class::AirStrike,
            Class::DroneStrike,
            Class::Shelling,
            Class::Mine,
            Class::Attack,
            Class::SuicideBomb,
            Class::Thing,
        ])
    });
    // Warplanes and jets have somebody who flies them.
    is_named || !is_weapon
}

/// How sure an attack is by what it hits: a place of the gazetteer more than other words.
pub(crate) fn target_score(known: Known<'_>, target: Span) -> f64 {
    if (known.is_place)(target) || !(known.names)(target).is_empty() {
        0.6
    } else {
        0.5
    }
}

/// The weapon that the words of a sentence tell, the most telling kind first, as the record names it.
pub(crate) fn weapon(
    words: impl Iterator<Item = (Classes, Span)> + Clone,
) -> Option<(&'static str, Span)> {
    const WEAPONS: &[(Class, &str)] = &[
        (Class::SuicideBomb, "suicide_bomb"),
        (Class::DroneStrike, "drone_strike"),
        (Class::AirStrike, "air_strike"),
        (Class::Chemical, "chemical"),
        (Class::Shelling, "shelling_artillery_missile"),
        (Class::Mine, "ied_landmine"),
        (Class::Clash, "ground_clash"),
        (Class::SmallArms, "small_arms"),
    ];
    WEAPONS.iter().find_map(|(class, name)| {
        let mut words = words.clone();
        let (_, span) = words.find(|(classes, _)| classes.has(*class))?;
        Some((*name, span))
    })
}
