//! Who took, lost or left which town, in an English sentence.

use super::{Frame, Known};
use crate::class::Class;
use crate::english::{Chunk, ChunkKind, Clause, LEXICON, Voice};
use crate::lexicon::Form;
use crate::span::Span;
use crate::suggest::Kind;

/// Places that a story names, as whoever found them says.
type IsPlace<'f> = &'f dyn Fn(Span) -> bool;

/// The changes of control that `clause` tells.
pub(crate) fn changes(clause: &Clause<'_>, known: &Known<'_>) -> Vec<Frame> {
    let is_place = known.is_place;
    let mut found = Vec::new();
    for at in 0..clause.chunks.len() {
        let Some(chunk) = clause.chunk(at) else {
            continue;
        };
        let way = LEXICON
            .triggers(clause.word(chunk.head))
            .iter()
            .find(|trigger| {
                trigger.frame == "control_change"
                    && (trigger.form != Form::Plain) == chunk.is_verb()
            });
        let Some(way) = way.map(|trigger| trigger.way) else {
            continue;
        };
        match chunk.kind {
            ChunkKind::Verb(_) if !may_take(clause, at, known) => {}
            ChunkKind::Verb(voice) => found.extend(verb(clause, at, voice, way, is_place)),
            ChunkKind::Noun if way == "change" => found.extend(noun(clause, at, is_place)),
            _ => {}
        }
    }
    found
}

/// "Entered", "left", "controls" and the like are said of convoys and delegations too: there only of
/// those who fight.
fn may_take(clause: &Clause<'_>, at: usize, known: &Known<'_>) -> bool {
    let is_general = matches!(
        clause.head(at),
        "enter"
            | "enters"
            | "entered"
            | "entering"
            | "leave"
            | "leaves"
            | "left"
            | "leaving"
            | "occupied"
    );
    let subject = clause
        .subjects(at)
        .first()
        .and_then(|mention| mention.first().copied());
    let fights = |subject: usize| {
        let kinds = [Class::Organization, Class::Rebel, Class::State];
        !(known.names)(clause.span_of(subject)).is_empty()
            || clause
                .chunk(subject)
                .is_some_and(|chunk| chunk.classes.any(&kinds))
    };
    !is_general || subject.is_some_and(fights)
}

fn verb(
    clause: &Clause<'_>,
    at: usize,
    voice: Voice,
    way: &str,
    is_place: IsPlace<'_>,
) -> Vec<Frame> {
    let subjects = || {
        clause
            .subjects(at)
            .first()
            .and_then(|mention| mention.first().copied())
    };
    let object = place_after(clause, at, is_place);
    let is_control_noun = clause.head(at + 1) == "control";
    let place = |found: Option<usize>| found.filter(|place| is_town(clause, *place, is_place));
    let (rule, town, to, from) = match (way, voice) {
        ("taker", Voice::Passive) => (
            "control.en.taken",
            place(subjects()),
            clause.agent(at),
            None,
        ),
        ("taker", Voice::Active | Voice::Bare | Voice::Gerund) => {
            let town = if is_control_noun {
                place_behind(clause, at + 2, "of", is_place)
            } else {
                object
            };
            ("control.en.took", town, subjects(), None)
        }
        ("loses", _) => {
            let town = if is_control_noun {
                place_behind(clause, at + 2, "of", is_place)
            } else {
                object
            };
            ("control.en.lost", town, None, subjects())
        }
        ("falls", Voice::Active | Voice::Bare) => (
            "control.en.fell",
            place(subjects()),
            after(clause, at, "to"),
            None,
        ),
        ("leaves", Voice::Active | Voice::Bare) => {
            let town = place_behind(clause, at + 1, "from", is_place).or(object);
            ("control.en.withdrew", town, None, subjects())
        }
        ("hands", Voice::Active | Voice::Bare) => (
            "control.en.handed",
            // "handed the town over", "handed over the town"
            object.or_else(|| place_behind(clause, at + 1, "over", is_place)),
            after(clause, at, "to"),
            subjects(),
        ),
        _ => return Vec::new(),
    };
    let Some(town) = town else { return Vec::new() };
    let word = clause.chunk(at).map_or("", |chunk| clause.word(chunk.head));
    if way == "taker" && to.is_some_and(|to| holds_no_town(clause, to, word)) {
        return Vec::new();
    }
    // A town does not fall to nobody in one's own words: "the fall" is the noun's rule.
    if to.is_none() && from.is_none() && rule != "control.en.fell" {
        return Vec::new();
    }
    vec![change(clause, at, rule, town, (to, from))]
}

/// A storm takes no town, and doctors who enter one do not hold it.
fn holds_no_town(clause: &Clause<'_>, actor: usize, verb: &str) -> bool {
    const UNARMED: &[Class] = &[
        Class::Civilian,
        Class::Official,
        Class::Medical,
        Class::Journalist,
        Class::Aid,
        Class::Children,
        Class::Women,
    ];
    let classes = clause
        .chunk(actor)
        .map(|chunk| chunk.classes)
        .unwrap_or_default();
    let is_armed = classes.any(&[Class::Organization, Class::Rebel, Class::State]);
    let enters = matches!(verb, "enter" | "enters" | "entered" | "entering");
    !is_armed && (classes.has(Class::Thing) || enters && classes.any(UNARMED))
}

/// "the capture of the town", "the fall of A, B and C": without taker or day.
fn noun(clause: &Clause<'_>, at: usize, is_place: IsPlace<'_>) -> Vec<Frame> {
    let towns = clause
        .complements(at)
        .into_iter()
        .filter_map(|mention| mention.first().copied());
    towns
        .filter(|town| is_town(clause, *town, is_place))
        .map(|town| {
            let mut frame = change(
                clause,
                at,
                "control.en.change_of",
                town,
                (clause.agent(at), None),
            );
            frame.score = 0.3;
            frame
        })
        .collect()
}

fn change(
    clause: &Clause<'_>,
    at: usize,
    rule: &'static str,
    town: usize,
    sides: (Option<usize>, Option<usize>),
) -> Frame {
    let chunk = clause.chunk(at);
    let trigger = clause.span_of(at);
    let mut frame = Frame::new(Kind::ControlChange, rule, 0.8, trigger);
    let words = clause.text_of(town);
    frame.fill("place", clause.span_of(town), words);
    if let Some(to) = sides.0 {
        frame.fill("to_actor", clause.span_of(to), clause.text_of(to));
    }
    // "took the town from the group": behind the town.
    let lost = (town + 1..town + 4).find(|place| {
        clause.kind(*place) == ChunkKind::Preposition
            && clause.head(*place) == "from"
            && clause.kind(place + 1) == ChunkKind::Noun
            && sides.0.is_some()
    });
    if let Some(from) = sides.1.or(lost.map(|lost| lost + 1)) {
        frame.fill("from_actor", clause.span_of(from), clause.text_of(from));
    }
    frame.fill("mode", trigger, mode(clause, rule));
    let has = |word: &str| clause.tokens.iter().any(|token| token.folded == word);
    frame.fill(
        "extent",
        trigger,
        if has("outskirts") {
            "outskirts"
        } else if has("part") || has("parts") {
            "part"
        } else {
            "whole"
        },
    );
    frame.is_negated = chunk.is_some_and(|chunk| chunk.negated);
    frame.is_unreal = chunk.is_some_and(|chunk| chunk.unreal) || has("seek") || has("plans");
    frame
}

/// By which means, as far as the sentence says.
fn mode(clause: &Clause<'_>, rule: &str) -> &'static str {
    let is_fought = clause.words.iter().any(|word| {
        word.classes
            .any(&[Class::Clash, Class::AirStrike, Class::Shelling])
    });
    match rule {
        "control.en.withdrew" => "withdrawal",
        "control.en.handed" => "negotiated",
        _ if is_fought => "by_force",
        _ => "unstated",
    }
}

/// The place that is the object of the verb at `at`.
fn place_after(clause: &Clause<'_>, at: usize, is_place: IsPlace<'_>) -> Option<usize> {
    let first = clause.objects(at).first()?.first().copied()?;
    if is_town(clause, first, is_place) {
        return Some(first);
    }
    // "the town of Markada"
    clause
        .complements(first)
        .first()?
        .first()
        .copied()
        .filter(|of| is_town(clause, *of, is_place))
}

/// The place after the preposition `word`, near right of `at`.
fn place_behind(
    clause: &Clause<'_>,
    at: usize,
    word: &str,
    is_place: IsPlace<'_>,
) -> Option<usize> {
    let place = (at..at + 4)
        .find(|place| clause.head(*place) == word && clause.kind(place + 1) == ChunkKind::Noun)?;
    let town = place + 1;
    if is_town(clause, town, is_place) {
        return Some(town);
    }
    clause
        .complements(town)
        .first()?
        .first()
        .copied()
        .filter(|of| is_town(clause, *of, is_place))
}

fn after(clause: &Clause<'_>, at: usize, word: &str) -> Option<usize> {
    let place = (at + 1..at + 6).find(|place| {
        clause.kind(*place) == ChunkKind::Preposition && clause.head(*place) == word
    })?;
    (clause.kind(place + 1) == ChunkKind::Noun).then_some(place + 1)
}

/// Whether the phrase at `at` names a town or an area, not a part of a description.
fn is_town(clause: &Clause<'_>, at: usize, is_place: IsPlace<'_>) -> bool {
    let named = is_place(clause.span_of(at));
    let held = clause.chunk(at).is_some_and(|chunk: &Chunk| {
        chunk.tokens.clone().any(|place| {
            matches!(
                clause.word(place),
                "held"
                    | "controlled"
                    | "pockets"
                    | "border"
                    | "positions"
                    | "checkpoints"
                    | "advantage"
            )
        })
    });
    named && !held
}
