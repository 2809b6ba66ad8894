//! Lists of noun phrases: where they begin, what they step over, where they end.

use super::chunks::{ChunkKind, Clause, Voice};
use super::people::is_name;
use super::relations::Mention;
use super::words::Pos;
use crate::class::Class;

/// Phrases of the longest list: the names of a massacre's dead fill a page.
const LIST_MAX: usize = 120;

/// What a list stands for in its clause, which tells where it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// It ends where a noun phrase has a verb of its own.
    Object,
    /// The verb behind it is its own.
    Subject,
}

impl Clause<'_> {
    /// The noun phrases right of `at` (a verb, a preposition), as a list.
    pub(crate) fn objects(&self, at: usize) -> Vec<Mention> {
        self.list_after(at, Reading::Object)
    }

    /// The noun phrases right of "between", all of them: no clause begins inside a pair.
    pub(crate) fn pair(&self, between: usize) -> Vec<Mention> {
        self.list_after(between, Reading::Subject)
    }

    pub(super) fn list_after(&self, at: usize, reading: Reading) -> Vec<Mention> {
        let first = self.past_aside(at + 1);
        if self.kind(first) != ChunkKind::Noun {
            return Vec::new();
        }
        let mut last = first;
        let mut end = first + 1;
        while end < at + LIST_MAX {
            match self.kind(end) {
                ChunkKind::Noun if reading == Reading::Object && self.begins_a_clause(end) => break,
                ChunkKind::Noun => last = end,
                ChunkKind::Of | ChunkKind::Comma | ChunkKind::And | ChunkKind::Genitive => {}
                ChunkKind::Stop if self.is_list_sign(end) => {}
                ChunkKind::Preposition
                    if self.kind(end + 1) == ChunkKind::Noun && self.resumes_list(end + 2) =>
                {
                    end += 1;
                }
                _ => match self.past_clause(end, reading) {
                    Some(resumed) => {
                        let mut found = self.mentions(first, last);
                        found.retain(|mention| !self.is_of_whom(mention));
                        found.extend(self.list_after(resumed, reading));
                        return found;
                    }
                    None => break,
                },
            }
            end += 1;
        }
        self.mentions(first, last)
    }

    /// "…, five of whom were priests, and two women": the sign behind the clause that broke a list at
    /// `place`, when the list goes on.
    fn past_clause(&self, place: usize, reading: Reading) -> Option<usize> {
        // Longer clauses are sentences of their own.
        const CLAUSE_MAX: usize = 12;
        if matches!(
            self.kind(place),
            ChunkKind::Stop | ChunkKind::That | ChunkKind::But
        ) {
            return None;
        }
        let is_relative = matches!(self.kind(place), ChunkKind::Relative);
        let resumed = (place + 1..place + CLAUSE_MAX).find(|at| {
            let is_sign = self.is_list_sign(*at);
            let is_and = self.kind(*at) == ChunkKind::And
                && self.kind(*at - 1) == ChunkKind::Comma
                && is_relative;
            is_sign || is_and
        })?;
        let tie = resumed + usize::from(self.kind(resumed + 1) == ChunkKind::And);
        let goes_on = self.chunk(tie + 1).is_some_and(|chunk| {
            chunk.is_people() || is_name(self, chunk) || self.number_in(&chunk.tokens).is_some()
        });
        let is_list = goes_on && self.kind(tie + 1) == ChunkKind::Noun;
        let is_clause = reading == Reading::Object && self.begins_a_clause_at(tie + 1);
        (is_list && !is_clause).then_some(tie)
    }

    /// "five of whom": counted out of those named before.
    fn is_of_whom(&self, mention: &Mention) -> bool {
        mention.last().is_some_and(|last| {
            self.kind(last + 1) == ChunkKind::Of && self.kind(last + 2) == ChunkKind::Relative
        })
    }

    /// "murdered, at gunpoint, a soldier": an object behind an aside at `place`.
    pub(crate) fn is_aside_before_object(&self, place: usize) -> bool {
        let behind = self.past_aside(place);
        behind > place && self.kind(behind) == ChunkKind::Noun && !self.begins_a_clause_at(behind)
    }

    /// Past "…, at gunpoint, …" at `place`.
    fn past_aside(&self, place: usize) -> usize {
        let kinds = [place, place + 1, place + 2, place + 3].map(|at| self.kind(at));
        match kinds {
            [
                ChunkKind::Comma,
                ChunkKind::Preposition,
                ChunkKind::Noun,
                ChunkKind::Comma,
            ] => place + 4,
            _ => place,
        }
    }

    /// All of its noun phrases as one list.
    pub(crate) fn listed(&self) -> Vec<Mention> {
        match self.chunks.len().checked_sub(1) {
            Some(last) => self.mentions(0, last),
            None => Vec::new(),
        }
    }

    /// A semicolon inside a list: "Ana Ruiz, 42; Luis Paz, 19; and".
    pub(super) fn is_list_sign(&self, place: usize) -> bool {
        let tied = matches!(self.kind(place + 1), ChunkKind::Noun | ChunkKind::And);
        tied && self
            .chunk(place)
            .is_some_and(|sign| self.word(sign.head) == ";")
    }

    /// Whether the noun phrase at `place` is the subject of a clause of its own.
    fn begins_a_clause(&self, place: usize) -> bool {
        let tie = place
            .checked_sub(1)
            .map_or(ChunkKind::Stop, |before| self.kind(before));
        matches!(tie, ChunkKind::And | ChunkKind::Comma) && self.begins_a_clause_at(place)
    }

    fn begins_a_clause_at(&self, place: usize) -> bool {
        // "the murder of two priests and two women has": the verb of one is not the verb of several.
        let is_several = self
            .chunk(place)
            .and_then(|chunk| self.number_in(&chunk.tokens))
            .is_some_and(|number| number.quantity.low > Some(1));
        let is_theirs = |at: usize| {
            let first = self
                .chunk(at)
                .map_or("", |verb| self.word(verb.tokens.start));
            let is_quoted = self
                .chunk(at)
                .and_then(|verb| verb.tokens.start.checked_sub(1))
                .is_some_and(|sign| self.pos(sign) == Pos::Quote);
            !(is_quoted || is_several && matches!(first, "has" | "was" | "is" | "does"))
        };
        let mut after = place + 1;
        for _ in 0..6 {
            match self.kind(after) {
                ChunkKind::Of | ChunkKind::Genitive | ChunkKind::Noun | ChunkKind::Preposition => {
                    after += 1;
                }
                ChunkKind::Verb(Voice::Gerund) => return false,
                // "and two wounded in": a participle without helper keeps the list.
                // "…, the police came"
                ChunkKind::Verb(Voice::Bare)
                    if self
                        .chunk(after)
                        .is_some_and(|verb| verb.classes.has(Class::Past)) =>
                {
                    return is_theirs(after);
                }
                ChunkKind::Verb(Voice::Bare) => {
                    return matches!(self.kind(after + 1), ChunkKind::Noun | ChunkKind::That)
                        && is_theirs(after);
                }
                ChunkKind::Verb(_) => return is_theirs(after),
                _ => return false,
            }
        }
        false
    }

    /// Whether a list goes on at `place`, after a phrase with a preposition.
    fn resumes_list(&self, place: usize) -> bool {
        self.kind(place) == ChunkKind::And
            && self.kind(place + 1) == ChunkKind::Noun
            && self
                .chunk(place + 1)
                .is_some_and(|chunk| chunk.is_people() || self.number_in(&chunk.tokens).is_some())
            && !self.begins_a_clause(place + 1)
    }
}
