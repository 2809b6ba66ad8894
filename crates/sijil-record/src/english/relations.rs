//! Who stands where to a verb or a noun: subject, object, complement, agent.

use super::chunks::{Article, Chunk, ChunkKind, Clause, Voice};
use super::people::is_name;
use super::words::Pos;
use crate::class::Class;

/// Phrases looked at on each side; clauses are shorter, and time stays linear.
pub(super) const REACH: usize = 40;

/// Noun phrases that name one person or group together: "Oqueli, 45, the party's leader".
pub(crate) type Mention = Vec<usize>;

impl Clause<'_> {
    /// The noun phrases right of `at` (a verb, a preposition), as a list.
    pub(crate) fn objects(&self, at: usize) -> Vec<Mention> {
        self.list_after(at, Self::begins_a_clause)
    }

    /// The noun phrases right of "between", all of them: no clause begins inside a pair.
    pub(crate) fn pair(&self, between: usize) -> Vec<Mention> {
        self.list_after(between, Self::never)
    }

    fn list_after(&self, at: usize, ends: fn(&Self, usize) -> bool) -> Vec<Mention> {
        let first = self.past_aside(at + 1);
        if self.kind(first) != ChunkKind::Noun {
            return Vec::new();
        }
        let mut last = first;
        let mut end = first + 1;
        while end < at + REACH {
            match self.kind(end) {
                ChunkKind::Noun if ends(self, end) => break,
                ChunkKind::Noun => last = end,
                ChunkKind::Of | ChunkKind::Comma | ChunkKind::And | ChunkKind::Genitive => {}
                ChunkKind::Stop if self.is_list_sign(end) => {}
                ChunkKind::Preposition
                    if self.kind(end + 1) == ChunkKind::Noun && self.resumes_list(end + 2) =>
                {
                    end += 1;
                }
                _ => break,
            }
            end += 1;
        }
        self.mentions(first, last)
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

    /// What follows "of" after the noun phrase at `noun`, perhaps behind a time or place.
    pub(crate) fn complements(&self, noun: usize) -> Vec<Mention> {
        let beside =
            self.kind(noun + 1) == ChunkKind::Preposition && self.kind(noun + 2) == ChunkKind::Noun;
        let of = if beside { noun + 3 } else { noun + 1 };
        if self.kind(of) != ChunkKind::Of {
            return Vec::new();
        }
        // "the murder of A and B has shaken": the verb is the murder's.
        let is_subject = (0..noun)
            .rev()
            .map(|at| self.kind(at))
            .take_while(|kind| {
                !matches!(
                    kind,
                    ChunkKind::Stop
                        | ChunkKind::That
                        | ChunkKind::Subordinator
                        | ChunkKind::But
                        | ChunkKind::Relative
                )
            })
            .all(|kind| !matches!(kind, ChunkKind::Verb(_)));
        if is_subject {
            self.list_after(of, Self::never)
        } else {
            self.list_after(of, Self::begins_a_clause)
        }
    }

    fn never(&self, _: usize) -> bool {
        false
    }

    /// The agent after "by", near right of `at`.
    pub(crate) fn agent(&self, at: usize) -> Option<usize> {
        // "killed in an ambush by rebels": a few phrases may come between.
        const BETWEEN_MAX: usize = 5;
        for place in at + 1..at + 1 + BETWEEN_MAX {
            match self.kind(place) {
                ChunkKind::Preposition if self.head(place) == "by" => {
                    return (self.kind(place + 1) == ChunkKind::Noun).then_some(place + 1);
                }
                ChunkKind::Verb(_)
                | ChunkKind::Stop
                | ChunkKind::But
                | ChunkKind::Subordinator
                | ChunkKind::That => return None,
                _ => {}
            }
        }
        None
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
        if !matches!(tie, ChunkKind::And | ChunkKind::Comma) {
            return false;
        }
        let mut after = place + 1;
        for _ in 0..6 {
            match self.kind(after) {
                ChunkKind::Of | ChunkKind::Genitive | ChunkKind::Noun | ChunkKind::Preposition => {
                    after += 1;
                }
                ChunkKind::Verb(Voice::Gerund) => return false,
                // "and two wounded in": a participle without helper keeps the list.
                ChunkKind::Verb(Voice::Bare) => {
                    return matches!(self.kind(after + 1), ChunkKind::Noun | ChunkKind::That);
                }
                ChunkKind::Verb(_) => return true,
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

    /// The noun phrases from `first` to `last`, those of one person together.
    pub(super) fn mentions(&self, first: usize, last: usize) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut place = first;
        let mut tie = None;
        let mut was_governed = false;
        while place <= last {
            match self.kind(place) {
                ChunkKind::Noun => {
                    // "of A and of B"
                    let repeats = place > first + 1
                        && self.kind(place - 1) == ChunkKind::Of
                        && self.kind(place - 2) == ChunkKind::And;
                    let governed = place > first
                        && !repeats
                        && matches!(self.kind(place - 1), ChunkKind::Of | ChunkKind::Preposition);
                    match found.last_mut() {
                        // "members of the party": kept with its head when the head only counts.
                        Some(group) if governed => {
                            if self.kind(place - 1) == ChunkKind::Of
                                && group.last().is_some_and(|head| self.counts_people(*head))
                            {
                                group.push(place);
                            }
                        }
                        // "the people's movement": the owner was only part of what is named.
                        Some(_) if tie == Some(ChunkKind::Genitive) && was_governed => {}
                        Some(group) if tie == Some(ChunkKind::Genitive) => *group = vec![place],
                        Some(group)
                            if tie == Some(ChunkKind::Comma)
                                && self.is_apposition(group, place) =>
                        {
                            group.push(place);
                        }
                        _ if governed && self.kind(place - 1) == ChunkKind::Preposition => {}
                        _ => found.push(vec![place]),
                    }
                    was_governed = governed || (was_governed && tie == Some(ChunkKind::Genitive));
                    tie = None;
                }
                ChunkKind::Stop => tie = Some(ChunkKind::And),
                kind @ (ChunkKind::And | ChunkKind::Comma | ChunkKind::Genitive) => {
                    tie = Some(if tie == Some(ChunkKind::And) {
                        ChunkKind::And
                    } else {
                        kind
                    });
                }
                _ => {}
            }
            place += 1;
        }
        found
    }

    /// Whether the phrase at `place` says more of whom `group` names.
    fn is_apposition(&self, group: &Mention, place: usize) -> bool {
        let (Some(head), Some(other)) = (
            group.first().and_then(|at| self.chunk(*at)),
            self.chunk(place),
        ) else {
            return false;
        };
        let named = is_name(self, head) != is_name(self, other);
        // "Omar Haddad, his son and": the son is another.
        if other.tokens.len() > 1 && self.pos(other.tokens.start) == Pos::Possessive {
            return false;
        }
        let is_age = self.is_number_alone(other)
            && group
                .iter()
                .filter_map(|at| self.chunk(*at))
                .any(|chunk| is_name(self, chunk));
        // "three officials, Ana Ruiz, Luis Paz and …": each name is a victim of its own.
        let lists = [head, other].iter().any(|chunk| {
            !is_name(self, chunk)
                && (self.number_in(&chunk.tokens).is_some() || self.word(chunk.head).ends_with('s'))
        });
        if lists && !is_age {
            return false;
        }
        let described =
            other.article == Some(Article::Definite) || other.article == Some(Article::Indefinite);
        let lists_on =
            self.kind(place + 1) == ChunkKind::Comma && self.kind(place + 2) == ChunkKind::And;
        let closes = self.kind(place + 1) != ChunkKind::And
            && !(lists_on && other.article == Some(Article::Indefinite));
        is_age
            || (named
                && (described || is_name(self, other) || other.classes.has(Class::Title))
                && closes)
    }

    /// A number that counts nothing right beside it: an age.
    pub(crate) fn is_number_alone(&self, chunk: &Chunk) -> bool {
        self.number_in(&chunk.tokens)
            .is_some_and(|number| number.tokens == chunk.tokens)
    }

    /// Whether the phrase at `at` only counts those named after "of": "a group of", "members of".
    pub(crate) fn counts_people(&self, at: usize) -> bool {
        self.chunk(at).is_some_and(|chunk| {
            chunk
                .classes
                .any(&[Class::OfPeople, Class::Body, Class::Toll])
                || self.is_number_alone(chunk)
        })
    }
}
