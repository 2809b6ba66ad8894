//! The source of a saying: the words before the verb, or behind it in "…, said Omar Haddad".

use std::ops::Range;

use super::Quote;
use crate::english::{ChunkKind, Clause, Pos, Voice};

/// Where the source that begins at phrase `at` ends: at a stop, a time, a place where it was said.
pub(super) fn source_end(clause: &Clause<'_>, at: usize) -> usize {
    let mut end = clause.chunk(at).map_or(0, |chunk| chunk.tokens.end);
    for next in at + 1..clause.chunks.len() {
        let Some(chunk) = clause.chunk(next) else {
            break;
        };
        match chunk.kind {
            ChunkKind::Stop | ChunkKind::Subordinator | ChunkKind::But => break,
            ChunkKind::Preposition if is_circumstance(clause, next) => break,
            ChunkKind::Verb(Voice::Gerund) if clause.kind(next - 1) == ChunkKind::Comma => break,
            ChunkKind::Noun if is_time(clause, next) => break,
            ChunkKind::Comma | ChunkKind::And => continue,
            _ => end = chunk.tokens.end,
        }
    }
    end
}

/// "in a statement", "on Friday", "at a rally", "during": how and when it was said.
fn is_circumstance(clause: &Clause<'_>, at: usize) -> bool {
    matches!(
        clause.head(at),
        "in" | "on" | "at" | "during" | "after" | "before" | "by" | "as" | "about" | "to" | "when"
    )
}

fn is_time(clause: &Clause<'_>, at: usize) -> bool {
    const TIMES: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "week",
        "month",
        "year",
        "today",
        "yesterday",
        "night",
        "morning",
        "afternoon",
        "evening",
    ];
    TIMES.contains(&clause.head(at))
}

/// The tokens of the subject before the verb phrase at `at`, with all that belongs to it.
pub(super) fn subject(clause: &Clause<'_>, at: usize, quotes: &[Quote]) -> Option<Range<usize>> {
    let verb_start = clause.chunk(at)?.tokens.start;
    if at > 0 && matches!(clause.kind(at - 1), ChunkKind::Relative) {
        let relative = clause.chunk(at - 1)?;
        return Some(relative.tokens.clone());
    }
    let mut first = None;
    for place in (0..at).rev() {
        let chunk = clause.chunk(place)?;
        let quoted = quotes
            .iter()
            .any(|quote| quote.tokens.contains(&chunk.tokens.start));
        if quoted {
            break;
        }
        match chunk.kind {
            ChunkKind::Noun if is_time(clause, place) && first.is_none() => {}
            ChunkKind::Noun => first = Some(chunk.tokens.start),
            ChunkKind::Of | ChunkKind::Genitive => {}
            ChunkKind::Preposition if place > 0 && clause.kind(place - 1) == ChunkKind::Noun => {}
            ChunkKind::And
                if place > 0 && clause.kind(place - 1) == ChunkKind::Noun && first.is_some() => {}
            // An apposition between commas belongs to the source.
            ChunkKind::Comma if belongs(clause, place, at) => {}
            _ => break,
        }
    }
    let mut start = first?;
    let leads = start
        .checked_sub(1)
        .is_some_and(|before| clause.pos(before) == Pos::Preposition);
    if leads {
        // "With days to go, Omar Haddad said": the source stands after the comma.
        start = (start..verb_start).find(|token| clause.pos(*token) == Pos::Comma)? + 1;
    }
    let mut end = verb_start;
    while end > start + 1 && matches!(clause.pos(end - 1), Pos::Adverb | Pos::Quote) {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

/// Whether the comma at `place` parts an apposition from the name before it, left of the verb `at`.
fn belongs(clause: &Clause<'_>, place: usize, at: usize) -> bool {
    let closes = at > 0 && clause.kind(at - 1) == ChunkKind::Comma;
    let is_closing = place + 1 == at;
    let named = place > 0 && clause.kind(place - 1) == ChunkKind::Noun;
    is_closing || closes && named
}
