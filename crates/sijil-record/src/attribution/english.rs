//! Attributions of an English sentence: verbs that say, "according to", quotations that go on.

use std::ops::Range;

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
    if let Some(last) = found.last_mut() {
        if said.source.is_none() && last.content.start < start && start < last.content.end {
            last.content.end = start;
        }
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

/// Where the source that begins at phrase `at` ends: at a stop, a time, a place where it was said.
fn source_end(clause: &Clause<'_>, at: usize) -> usize {
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
fn subject(clause: &Clause<'_>, at: usize, quotes: &[Quote]) -> Option<Range<usize>> {
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

/// What is said right of the word that says it.
fn after(clause: &Clause<'_>, from: usize, cue: Cue, quotes: &[Quote]) -> Option<Range<usize>> {
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
fn content_end(clause: &Clause<'_>, start: usize) -> usize {
    let mut end = clause.tokens.len();
    if clause.pos(end.saturating_sub(1)) == Pos::Stop {
        end -= 1;
    }
    end.max(start)
}

/// What is said left of the source, which begins at token `to`.
fn before(clause: &Clause<'_>, to: usize, quotes: &[Quote]) -> Option<Range<usize>> {
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

fn sentence_start(clause: &Clause<'_>, before: usize) -> usize {
    (0..before)
        .rev()
        .find(|at| clause.pos(*at) == Pos::Stop)
        .map_or(0, |stop| stop + 1)
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
