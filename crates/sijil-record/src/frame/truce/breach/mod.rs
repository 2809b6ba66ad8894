//! Breaches of a truce: who is said to have broken it, who says so, and what is answered.

mod arabic;

use super::term::Telling;
use super::words::{Event, Role, TERM_TYPES};
use crate::english::{ChunkKind, Clause, Voice};
use crate::frame::{Frame, Known};
use crate::span::Span;
use crate::suggest::Kind;

pub(super) use arabic::breach as arabic;

/// The breach of the truce at `at` that an English clause tells.
pub(super) fn english(
    clause: &Clause<'_>,
    telling: &Telling<'_>,
    known: &Known<'_>,
    at: usize,
) -> Option<Frame> {
    let breaks = |place: &usize| {
        let chunk = clause.chunk(*place);
        chunk.is_some_and(|chunk| {
            let after = clause.word(chunk.tokens.end);
            telling.told(chunk.head).event == Some(Event::Breached)
                && !matches!(after, "down" | "out" | "through")
        })
    };
    let breach = (0..clause.chunks.len())
        .filter(breaks)
        .min_by_key(|place| place.abs_diff(at))
        // "Truce violations": the truce only says of what kind.
        .or_else(|| {
            (telling.told(clause.chunk(at)?.head).event == Some(Event::Breached)).then_some(at)
        })?;
    let verb_of = |role: Role| {
        let is = |place: &usize| {
            let chunk = clause.chunk(*place);
            chunk.is_some_and(|chunk| chunk.is_verb() && telling.told(chunk.head).is(role))
        };
        (0..breach).rfind(is)
    };
    let mut frame = frame("truce.en.breach", clause.span_of(breach), telling, at);
    let first = |found: Vec<Vec<usize>>| found.first().and_then(|one| one.first().copied());
    let subject = |verb: usize| first(clause.subjects(verb));
    let (by, accused, reply) = match () {
        () if verb_of(Role::Accuse).is_some() => {
            let verb = verb_of(Role::Accuse)?;
            match clause.kind(verb) {
                ChunkKind::Verb(Voice::Passive) => (clause.agent(verb), subject(verb), None),
                _ => (subject(verb), first(clause.objects(verb)), None),
            }
        }
        () if verb_of(Role::Deny).is_some() => {
            (None, subject(verb_of(Role::Deny)?), Some("denied"))
        }
        () if verb_of(Role::Admit).is_some() => {
            (None, subject(verb_of(Role::Admit)?), Some("admitted"))
        }
        () => {
            let counter = verb_of(Role::Records).and_then(subject);
            (counter, breaker(clause, breach, at), None)
        }
    };
    fill_sides(&mut frame, clause, known, (by, accused));
    if let Some(reply) = reply {
        frame.fill("reply", frame.trigger, reply);
        frame.is_negated = reply == "denied";
    }
    let number = clause
        .chunk(breach)
        .and_then(|chunk| clause.number_in(&chunk.tokens));
    if let Some(count) = number.and_then(|number| number.quantity.low) {
        frame.fill("count", clause.span_of(breach), count);
    }
    let chunk = clause.chunk(breach)?;
    frame.is_negated |= chunk.negated;
    frame.is_unreal = chunk.unreal && reply.is_none() && verb_of(Role::Accuse).is_none();
    Some(frame)
}

/// Who breaks the truce at `at`, by the verb or noun at `breach`.
fn breaker(clause: &Clause<'_>, breach: usize, at: usize) -> Option<usize> {
    let subject = |verb: usize| clause.subjects(verb).first()?.first().copied();
    let is_verb = |place: &usize| {
        let kind = clause.kind(*place);
        matches!(kind, ChunkKind::Verb(voice) if voice != Voice::Gerund)
    };
    match clause.kind(breach) {
        ChunkKind::Verb(Voice::Passive) => clause.agent(breach),
        // "X shelled the town, violating the truce".
        ChunkKind::Verb(Voice::Gerund) => subject((0..breach).rfind(is_verb)?),
        ChunkKind::Verb(_) => subject(breach),
        _ => clause.agent(breach).or_else(|| clause.agent(at)),
    }
}

/// Fills who accuses whom; a phrase that only names a time or a truce is nobody.
fn fill_sides(
    frame: &mut Frame,
    clause: &Clause<'_>,
    known: &Known<'_>,
    sides: (Option<usize>, Option<usize>),
) {
    for (name, phrase) in [("alleged_by", sides.0), ("accused", sides.1)] {
        let phrase = phrase.filter(|at| {
            let span = clause.span_of(*at);
            let is_named = !(known.names)(span).is_empty();
            is_named || !super::english::is_truce(clause, *at)
        });
        if let Some(phrase) = phrase {
            frame.fill(name, clause.span_of(phrase), clause.text_of(phrase));
        }
    }
}

/// A breach that opens at `trigger`, with the term that its words touch.
pub(super) fn frame(
    rule: &'static str,
    trigger: Span,
    telling: &Telling<'_>,
    truce: usize,
) -> Frame {
    let mut frame = Frame::new(Kind::TruceBreach, rule, 0.8, trigger);
    frame.fill("state", trigger, Event::Breached.state());
    // Who watches over the truce, who leaves and returns, is no breach of it.
    const TOUCHED: usize = 6;
    for (place, name) in TERM_TYPES.iter().enumerate().take(TOUCHED) {
        let touches = |at: &usize| telling.told(*at).things & (1 << place) != 0 && *at != truce;
        let at = (0..telling.told.len()).find(touches);
        if let Some(token) = at.and_then(|at| telling.tokens.get(at)) {
            frame.fill("term", token.span, *name);
        }
    }
    frame
}
