//! What is said: the words behind the verb, or before it.

use std::ops::Range;

use super::Quote;
use crate::attribution::cue::{Cue, CueKind};
use crate::english::{ChunkKind, Clause, Pos};

/// What is said right of the word that says it.
pub(super) fn after(
    clause: &Clause<'_>,
    from: usize,
    cue: Cue,
    quotes: &[Quote],
) -> Option<Range<usize>> {
    let mut start = from;
    // An addressee, a time or a place of saying stands before what is said.
    let limit = from + 12;
    let that = (from..limit.min(clause.tokens.len())).find(|at| clause.pos(*at) == Pos::That);
    let quote = quotes
        .iter()
        .find(|quote| quote.tokens.start >= from && quote.tokens.start < limit);
    let clear = |to: usize| {
        (from..to).all(|at| {
            !matches!(
                clause.pos(at),
                Pos::Verb(_) | Pos::Be | Pos::Have | Pos::Modal | Pos::Stop
            )
        })
    };
    match (
        that.filter(|to| clear(*to)),
        quote.filter(|quote| clear(quote.tokens.start)),
    ) {
        (Some(that), _) if that > from || cue.kind != CueKind::Judge => start = that,
        (_, Some(quote))
            if quote.tokens.start == from
                || matches!(clause.pos(quote.tokens.start - 1), Pos::Comma | Pos::Stop) =>
        {
            return Some(quote_content(clause, quote));
        }
        _ if cue.kind == CueKind::Tell => start = past_addressee(clause, from),
        _ => {}
    }
    while matches!(clause.pos(start), Pos::Comma) && start < clause.tokens.len() {
        start += 1;
    }
    let end = content_end(clause, start);
    (end > start + 1 || end == start + 1 && cue.kind != CueKind::Say).then_some(start..end)
}

/// A quotation whole; with what follows it when the sentence goes on in the speaker's words.
fn quote_content(clause: &Clause<'_>, quote: &Quote) -> Range<usize> {
    let goes_on = !matches!(
        clause.pos(quote.tokens.end),
        Pos::Comma | Pos::Stop | Pos::And
    ) && quote.tokens.end < clause.tokens.len();
    if goes_on {
        quote.tokens.start..content_end(clause, quote.tokens.end)
    } else {
        quote.tokens.clone()
    }
}

fn past_addressee(clause: &Clause<'_>, from: usize) -> usize {
    let chunk = clause
        .chunks
        .iter()
        .find(|chunk| chunk.tokens.start >= from);
    chunk
        .filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.tokens.start == from)
        .map_or(from, |chunk| chunk.tokens.end)
}

/// The end of what is said: the sentence's end without its full stop.
pub(super) fn content_end(clause: &Clause<'_>, start: usize) -> usize {
    let mut end = clause.tokens.len();
    if clause.pos(end.saturating_sub(1)) == Pos::Stop {
        end -= 1;
    }
    end.max(start)
}

/// What is said left of the source, which begins at token `to`.
pub(super) fn before(clause: &Clause<'_>, to: usize, quotes: &[Quote]) -> Option<Range<usize>> {
    let last = to.checked_sub(1)?;
    if let Some(quote) = quotes
        .iter()
        .rev()
        .find(|quote| quote.tokens.end == to || quote.tokens.end + 1 == to)
    {
        return Some(quote.tokens.clone());
    }
    if clause.pos(last) != Pos::Comma {
        return None;
    }
    let start = sentence_start(clause, last);
    let has_verb = (start..last).any(|at| {
        matches!(
            clause.pos(at),
            Pos::Verb(_) | Pos::Be | Pos::Have | Pos::Modal
        )
    });
    has_verb.then_some(start..last)
}

pub(super) fn sentence_start(clause: &Clause<'_>, before: usize) -> usize {
    (0..before)
        .rev()
        .find(|at| clause.pos(*at) == Pos::Stop)
        .map_or(0, |stop| stop + 1)
}
