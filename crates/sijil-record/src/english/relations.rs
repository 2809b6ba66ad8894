//! Who stands where to a verb or a noun: subject, object, complement, agent.

use super::chunks::{Article, Chunk, ChunkKind, Clause};
use super::lists::Reading;
use super::people::is_name;
use super::words::Pos;
use crate::class::Class;

/// Noun phrases that name one person or group together: "Oqueli, 45, the party's leader".
pub(crate) type Mention = Vec<usize>;

impl Clause<'_> {
    /// What follows "of" after the noun phrase at `noun`, perhaps behind a time or place.
    pub(crate) fn complements(&self, noun: usize) -> Vec<Mention> {
        let beside =
            self.kind(noun + 1) == ChunkKind::Preposition && self.kind(noun + 2) == ChunkKind::Noun;
        let of = if beside { noun + 3 } else { noun + 1 };
        if self.kind(of) != ChunkKind::Of {
            return Vec::new();
        }
        // "the murder of A and B has shaken": the verb is the murder's; "after the murder of A, B said".
        let is_governed = noun
            .checked_sub(1)
            .is_some_and(|before| self.kind(before) == ChunkKind::Preposition);
        let is_subject = !is_governed
            && (0..noun)
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
        let reading = if is_subject {
            Reading::Subject
        } else {
            Reading::Object
        };
        self.list_after(of, reading)
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

    /// The noun phrases from `first` to `last`, those of one person together.
    pub(crate) fn mentions(&self, first: usize, last: usize) -> Vec<Mention> {
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
                                && group.last().is_some_and(|head| {
                                    self.counts_people(*head) || self.is_counted_by(*head, place)
                                })
                            {
                                group.push(place);
                            }
                        }
                        // "two of the minister's guards": the owner gives way to what is his.
                        Some(group)
                            if tie == Some(ChunkKind::Genitive)
                                && was_governed
                                && group.len() == 2
                                && self.is_count_of(group) =>
                        {
                            group.pop();
                            group.push(place);
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
        // "the watchman, an elderly man, was": closed by its comma before the verb.
        let is_one = |chunk: &Chunk| chunk.is_people() && !is_name(self, chunk);
        if is_one(head)
            && is_one(other)
            && other.article == Some(Article::Indefinite)
            && head.article == Some(Article::Definite)
            && self.kind(place + 1) == ChunkKind::Comma
            && matches!(self.kind(place + 2), ChunkKind::Verb(_))
        {
            return true;
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

    /// "two of …": a bare number stands first.
    fn is_count_of(&self, group: &Mention) -> bool {
        group
            .first()
            .and_then(|at| self.chunk(*at))
            .is_some_and(|chunk| self.is_number_alone(chunk))
    }

    /// A number that counts nothing right beside it: an age.
    pub(crate) fn is_number_alone(&self, chunk: &Chunk) -> bool {
        self.number_in(&chunk.tokens)
            .is_some_and(|number| number.tokens == chunk.tokens)
    }

    /// "a crew of six", "a family of five", but no "father of three".
    fn is_counted_by(&self, head: usize, place: usize) -> bool {
        let counts = self
            .chunk(place)
            .is_some_and(|chunk| self.is_number_alone(chunk));
        let is_family = self
            .chunk(head)
            .is_some_and(|chunk| chunk.classes.has(Class::Family));
        counts && (is_family || self.head(head) == "crew")
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
