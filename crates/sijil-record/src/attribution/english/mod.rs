//! Attributions of an English sentence: verbs that say, "according to", quotations that go on.

mod content;
mod source;

use std::ops::Range;

use self::content::{after, before, content_end, sentence_start};
use self::source::{source_end, subject};
use super::cue::{self, Cue, CueKind};
use super::{Attribution, Stance};
use crate::english::{Chunk, ChunkKind, Clause, Pos, Voice};
use crate::span::Span;

/// A quotation: its tokens in this sentence, and the byte where it began, perhaps in one before.
struct Quote {
    tokens: Range<usize>,
    start: usize,
    is_open: bool,
}

/// The attributions of `clause`, in order of place, and where a quotation began that goes on into
/// the next sentence; `open` is where one began before this. The contents of two may overlap.
pub(crate) fn attributions(
    clause: &Clause<'_>,
    open: Option<usize>,
) -> (Vec<Attribution>, Option<usize>) {
    let quotes = quotations(clause, open);
    let mut found: Vec<Attribution> = Vec::new();
    for at in 0..clause.chunks.len() {
        let Some(chunk) = clause.chunk(at) else {
            continue;
        };
        let said = match chunk.kind {
            _ if clause.word(chunk.tokens.start) == "according" => according(clause, at, chunk),
            ChunkKind::Verb(voice) => verb(clause, at, chunk, voice, &quotes),
            _ => None,
        };
        if let Some(said) = said {
            part(&mut found, said);
        }
    }
    let goes_on = quotes
        .iter()
        .find(|quote| quote.is_open)
        .map(|quote| quote.start);
    for quote in quotes.iter().filter(|quote| !quote.is_open) {
        let end = span(clause, &quote.tokens).end;
        let content = Span::new(quote.start, end);
        // A quotation of some words with no word for it goes on from the one before.
        const WORDS_MIN: usize = 5;
        let is_long = quote.tokens.len() > WORDS_MIN;
        let is_free = !found.iter().any(|other| other.content.overlaps(content));
        let opens = quote.tokens.start == 0
            || matches!(clause.pos(quote.tokens.start - 1), Pos::Stop | Pos::Comma);
        if is_long && is_free && opens {
            found.push(Attribution {
                source: None,
                cue: None,
                content,
                stance: Stance::Says,
                is_thought: false,
            });
        }
    }
    (found, goes_on)
}

/// Adds `said`; the content of the one before ends where the words of this one begin, when "and",
/// "but" or a comma ties them ("said it was, but noted that").
fn part(found: &mut Vec<Attribution>, said: Attribution) {
    let start = said.source.or(said.cue).unwrap_or(said.content).start;
    if let Some(last) = found.last_mut()
        && said.source.is_none()
        && last.content.start < start
        && start < last.content.end
    {
        last.content.end = start;
    }
    found.push(said);
}

/// The quotations of the sentence with their marks.
fn quotations(clause: &Clause<'_>, open: Option<usize>) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut open = open.map(|start| (0, start));
    for (at, token) in clause.tokens.iter().enumerate() {
        let mark = clause.word(at);
        let opens = matches!(mark, "“" | "«") || mark == "\"" && open.is_none();
        let closes = matches!(mark, "”" | "»") || mark == "\"";
        match open {
            Some((first, start)) if closes && !opens => {
                found.push(Quote {
                    tokens: first..at + 1,
                    start,
                    is_open: false,
                });
                open = None;
            }
            None if opens => open = Some((at, token.span.start)),
            _ => {}
        }
    }
    let still = open.map(|(first, start)| Quote {
        tokens: first..clause.tokens.len(),
        start,
        is_open: true,
    });
    found.extend(still);
    found
}

fn span(clause: &Clause<'_>, tokens: &Range<usize>) -> Span {
    let last = tokens.end.checked_sub(1);
    let ends = clause
        .tokens
        .get(tokens.start)
        .zip(last.and_then(|last| clause.tokens.get(last)));
    ends.map_or(Span::default(), |(first, last)| first.span.join(last.span))
}

fn verb(
    clause: &Clause<'_>,
    at: usize,
    chunk: &Chunk,
    voice: Voice,
    quotes: &[Quote],
) -> Option<Attribution> {
    let cue = cue::english(clause.word(chunk.head))?;
    let inside = quotes
        .iter()
        .any(|quote| quote.tokens.contains(&chunk.head));
    let is_infinitive = clause.pos(chunk.tokens.start) == Pos::To;
    if inside || is_infinitive || matches!(voice, Voice::Passive | Voice::Copula) {
        return None;
    }
    let (source, content) = match inverted(clause, at, chunk, cue, quotes) {
        Some(found) => found,
        None => said_beside(clause, at, chunk, cue, quotes)?,
    };
    let tied = voice != Voice::Gerund && clause.kind(at.wrapping_sub(1)) == ChunkKind::And
        || clause.kind(at.wrapping_sub(1)) == ChunkKind::But;
    let hangs = voice == Voice::Gerund
        && (at == 0
            || clause.kind(at - 1) == ChunkKind::Comma
            || clause.kind(at - 1) == ChunkKind::And);
    // What nobody says is no saying, except in a clause that hangs on another ("…, saying that").
    if source.is_none() && !hangs && !tied {
        return None;
    }
    let mut content_span = span(clause, &content);
    if let Some(quote) = quotes
        .iter()
        .find(|quote| quote.tokens.start == content.start && content.start == 0)
    {
        content_span.start = quote.start;
    }
    Some(Attribution {
        source: source.map(|source| span(clause, &source)),
        cue: Some(span(clause, &chunk.tokens)),
        content: content_span,
        stance: if chunk.negated && cue.stance == Stance::Confirms {
            Stance::CannotConfirm
        } else {
            cue.stance
        },
        is_thought: matches!(cue.kind, CueKind::Think | CueKind::Want),
    })
}

/// Source and content of a verb whose source stands before it.
fn said_beside(
    clause: &Clause<'_>,
    at: usize,
    chunk: &Chunk,
    cue: Cue,
    quotes: &[Quote],
) -> Option<(Option<Range<usize>>, Range<usize>)> {
    let end = chunk.tokens.end;
    let source = if matches!(clause.kind(at), ChunkKind::Verb(Voice::Gerund)) {
        None
    } else {
        subject(clause, at, quotes)
    };
    let from = source
        .as_ref()
        .map_or(chunk.tokens.start, |source| source.start);
    let quoted = quotes.iter().any(|quote| quote.tokens.end == from);
    let opens = clause.pos(end) == Pos::That
        || quotes
            .iter()
            .any(|quote| quote.tokens.start == end || quote.tokens.start == end + 1);
    let right =
        || after(clause, end, cue, quotes).filter(|content| fits(clause, end, cue, content));
    let left = || before(clause, from, quotes);
    let content = if quoted && !opens {
        left()
    } else {
        right().or_else(left)
    };
    Some((source, content?))
}

/// Whether what follows a verb is what such a verb takes: of wishes "to" or a clause.
fn fits(clause: &Clause<'_>, end: usize, cue: Cue, content: &Range<usize>) -> bool {
    let next = clause.pos(content.start);
    match cue.kind {
        CueKind::Want => {
            content.start < end
                || matches!(
                    next,
                    Pos::To
                        | Pos::That
                        | Pos::Quote
                        | Pos::Determiner
                        | Pos::Possessive
                        | Pos::Noun
                        | Pos::Pronoun
                        | Pos::Subordinator
                )
        }
        CueKind::Judge => !matches!(next, Pos::Preposition | Pos::And | Pos::Of),
        CueKind::Say => {
            !matches!(next, Pos::Of | Pos::And) && (next != Pos::Preposition || content.start < end)
        }
        CueKind::Tell | CueKind::Think => !matches!(next, Pos::Preposition | Pos::Of | Pos::And),
    }
}

/// `"…," said Omar Haddad, the mayor.`
fn inverted(
    clause: &Clause<'_>,
    at: usize,
    chunk: &Chunk,
    cue: Cue,
    quotes: &[Quote],
) -> Option<(Option<Range<usize>>, Range<usize>)> {
    let start = chunk.tokens.start;
    let previous = start.checked_sub(1)?;
    let closes = quotes
        .iter()
        .find(|quote| quote.tokens.end == start || quote.tokens.end + 1 == start);
    let has_clause = closes.is_some() || clause.pos(previous) == Pos::Comma;
    if cue.kind != CueKind::Say || !has_clause || clause.kind(at + 1) != ChunkKind::Noun {
        return None;
    }
    let content = match closes {
        Some(quote) => quote.tokens.clone(),
        None => sentence_start(clause, previous)..previous,
    };
    let is_clause = closes.is_some()
        || content.clone().any(|token| {
            matches!(
                clause.pos(token),
                Pos::Verb(_) | Pos::Be | Pos::Have | Pos::Modal
            )
        });
    // "the men, said rebels had": a verb after the noun makes it the content's subject.
    let verb_follows = (at + 2..at + 5).any(|next| clause.chunk(next).is_some_and(Chunk::is_verb))
        && closes.is_none();
    if !is_clause || verb_follows {
        return None;
    }
    let first = clause.chunk(at + 1)?.tokens.start;
    Some((Some(first..source_end(clause, at + 1)), content))
}

/// "According to Omar Haddad, …" and "…, according to the ministry".
fn according(clause: &Clause<'_>, at: usize, chunk: &Chunk) -> Option<Attribution> {
    let start = chunk.tokens.start;
    let first = clause.word(start) == "according" && clause.word(start + 1) == "to";
    let source_at = (at..at + 3)
        .find(|next| {
            clause.kind(*next) == ChunkKind::Noun
                && clause
                    .chunk(*next)
                    .is_some_and(|noun| noun.tokens.start >= start + 2)
        })
        .filter(|_| first)?;
    let source_start = clause.chunk(source_at)?.tokens.start;
    let leads = start == 0 || clause.pos(start - 1) == Pos::Stop;
    let (source_end, content) = if leads {
        let comma = (source_start..clause.tokens.len()).find(|at| clause.pos(*at) == Pos::Comma)?;
        (comma, comma + 1..content_end(clause, comma + 1))
    } else {
        let from = sentence_start(clause, start);
        let to = if clause.pos(start - 1) == Pos::Comma {
            start - 1
        } else {
            start
        };
        (content_end(clause, source_start), from..to)
    };
    Some(Attribution {
        source: Some(span(clause, &(source_start..source_end))),
        cue: Some(span(clause, &(start..start + 2))),
        content: span(clause, &content),
        stance: Stance::Says,
        is_thought: false,
    })
}
