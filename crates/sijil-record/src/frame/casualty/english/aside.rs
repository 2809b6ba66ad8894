//! Victims that brackets tell apart: "eight others (three soldiers and five nurses)".

use crate::english::{ChunkKind, Clause};
use crate::frame::casualty::Part;
use crate::frame::casualty::victim::victim;
use crate::number::numbers;
use crate::span::Span;

/// How sure it must be that words in brackets name people.
const SURE: f64 = 0.8;

/// The parts of `victim` in the brackets right behind it.
pub(super) fn parts_aside(clause: &Clause<'_>, victim_span: Span) -> Vec<Part> {
    // Longer brackets are remarks.
    const ASIDE_MAX: usize = 24;
    let open = clause.tokens.iter().position(|token| {
        token.span.start >= victim_span.end && matches!(token.folded.as_str(), "(" | "[")
    });
    let behind = clause
        .tokens
        .iter()
        .position(|token| token.span.start >= victim_span.end);
    let Some(open) = open.filter(|open| Some(*open) == behind) else {
        return Vec::new();
    };
    let inside = clause.tokens.get(open + 1..).unwrap_or_default();
    let close = inside
        .iter()
        .take(ASIDE_MAX)
        .position(|token| matches!(token.folded.as_str(), ")" | "]"));
    let Some(tokens) = close.and_then(|close| inside.get(..close)) else {
        return Vec::new();
    };
    let counted = numbers(tokens);
    let list = Clause::new(clause.text, tokens, &counted);
    let is_list = list.kind(0) == ChunkKind::Noun
        && list.chunks.iter().all(|chunk| {
            matches!(
                chunk.kind,
                ChunkKind::Noun | ChunkKind::And | ChunkKind::Comma
            )
        });
    let mentions = list.listed();
    if !is_list || mentions.len() < 2 {
        return Vec::new();
    }
    mentions
        .iter()
        .filter_map(|mention| victim(&list, mention))
        .filter(|part| part.trust >= SURE && !part.words.is_empty())
        .map(super::part)
        .collect()
}
