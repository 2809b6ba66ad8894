//! What else the sentence says of the harm: parts of the number, the cause, what it covers.

use super::part;
use crate::class::Class;
use crate::english::{Article, Chunk, ChunkKind, Clause};
use crate::frame::casualty::victim::victim;
use crate::frame::casualty::{Cause, Part, Scope};
use crate::span::Span;

/// Whether `victim` stands right after "including", "among them", "two of whom".
pub(super) fn is_within(clause: &Clause<'_>, victim: Span) -> bool {
    let first = clause
        .tokens
        .iter()
        .position(|token| token.span.start >= victim.start);
    let Some(first) = first else { return false };
    let before = (1..=3)
        .filter_map(|back| first.checked_sub(back))
        .map(|at| clause.word(at));
    before
        .into_iter()
        .any(|word| matches!(word, "including" | "among" | "them" | "whom"))
}

/// Those named after "including" or "among them", behind the victims or behind the verb.
pub(super) fn parts_after(clause: &Clause<'_>, at: usize, victim: Span) -> Vec<Part> {
    let behind = |place: &usize| {
        let starts = clause
            .chunk(*place)
            .and_then(|chunk| clause.tokens.get(chunk.head));
        *place > at || starts.is_some_and(|token| token.span.start >= victim.end)
    };
    let opens = |place: &usize| {
        clause.kind(*place) == ChunkKind::Preposition
            && matches!(clause.head(*place), "including" | "among")
    };
    let Some(open) = (0..clause.chunks.len()).filter(behind).find(opens) else {
        return Vec::new();
    };
    // Between the toll and its parts no other harm may be told.
    let other = (at.min(open)..open)
        .any(|place| place != at && clause.chunk(place).is_some_and(Chunk::is_verb));
    if other {
        return Vec::new();
    }
    let first = if clause.head(open) == "among"
        && clause.kind(open + 1) == ChunkKind::Noun
        && clause.kind(open + 2) == ChunkKind::Noun
    {
        open + 1
    } else {
        open
    };
    clause
        .objects(first)
        .iter()
        .filter_map(|mention| victim_part(clause, mention))
        .collect()
}

/// The names behind a colon: "killed three journalists: Ana Ruiz, Luis Paz and Omar Haddad".
pub(super) fn parts_listed(clause: &Clause<'_>, victim_span: Span) -> Vec<Part> {
    let colon = (0..clause.chunks.len()).find(|at| {
        let sign = clause
            .chunk(*at)
            .and_then(|chunk| clause.tokens.get(chunk.head));
        sign.is_some_and(|sign| sign.span.start >= victim_span.end)
    });
    let Some(colon) = colon.filter(|at| clause.head(*at) == ":") else {
        return Vec::new();
    };
    clause
        .objects(colon)
        .iter()
        .filter_map(|mention| victim(clause, mention))
        .filter(|victim| victim.is_named)
        .map(part)
        .collect()
}

fn victim_part(clause: &Clause<'_>, mention: &[usize]) -> Option<Part> {
    let is_counted = mention
        .iter()
        .filter_map(|at| clause.chunk(*at))
        .any(|chunk| {
            clause.number_in(&chunk.tokens).is_some() || chunk.article == Some(Article::Indefinite)
        });
    let victim = victim(clause, mention).filter(|victim| !victim.is_implied)?;
    (victim.is_named || is_counted || victim.group.is_some()).then(|| part(victim))
}

/// How it was done: the first word of the sentence that says so, the most telling kind first.
pub(super) fn cause(clause: &Clause<'_>) -> Option<(Cause, Span)> {
    const CAUSES: &[(Class, Cause)] = &[
        (Class::SuicideBomb, Cause::SuicideBomb),
        (Class::DroneStrike, Cause::DroneStrike),
        (Class::AirStrike, Cause::AirStrike),
        (Class::Chemical, Cause::Chemical),
        (Class::Shelling, Cause::ShellingArtilleryMissile),
        (Class::Mine, Cause::IedLandmine),
        (Class::Execution, Cause::Execution),
        (Class::Torture, Cause::Torture),
        (Class::Siege, Cause::SiegeDeprivation),
        (Class::Clash, Cause::GroundClash),
        (Class::SmallArms, Cause::SmallArms),
        (Class::Abduction, Cause::Abduction),
    ];
    CAUSES.iter().find_map(|(class, cause)| {
        let at = clause
            .words
            .iter()
            .position(|word| word.classes.has(*class))?;
        Some((*cause, clause.tokens.get(at)?.span))
    })
}

/// Totals of a period and tolls that grow are no incidents.
pub(super) fn scope(clause: &Clause<'_>) -> Scope {
    let words = || clause.tokens.iter().map(|token| token.folded.as_str());
    let has = |wanted: &str| words().any(|word| word == wanted);
    let has_year = clause
        .numbers
        .iter()
        .any(|number| number.role == crate::number::Role::Year);
    let is_period =
        (has("since") || has("between")) && has_year || has("total") || has("throughout");
    let is_toll = has("toll")
        || (has("bringing") || has("raising") || has("rose") || has("risen")) && has("number");
    match (is_toll, is_period) {
        (true, false) => Scope::RunningTotal,
        (_, true) => Scope::PeriodTotal,
        (false, false) => Scope::Incident,
    }
}
