//! Subjects that another verb lends, and noun phrases before a verb that are no subject of it.

use super::LEXICON;
use super::chunks::{Chunk, ChunkKind, Clause, Voice};
use super::people::is_name;
use super::subjects::REACH;
use crate::class::Class;

impl Clause<'_> {
    /// "is said to have died", "recovers after being shot": the verb whose subject is that of the one
    /// at `verb` too.
    pub(super) fn raised(&self, verb: usize) -> Option<usize> {
        let chunk = self.chunk(verb)?;
        let opens = self.word(chunk.tokens.start);
        let before = verb.checked_sub(1)?;
        match self.kind(before) {
            ChunkKind::Verb(Voice::Passive) if opens == "to" => Some(before),
            ChunkKind::Preposition if matches!(opens, "being" | "having") => {
                let near = (before.saturating_sub(REACH)..before).rev();
                let clause = near.take_while(|at| {
                    !matches!(
                        self.kind(*at),
                        ChunkKind::Stop | ChunkKind::That | ChunkKind::Relative
                    )
                });
                clause
                    .filter(|at| {
                        matches!(
                            self.kind(*at),
                            ChunkKind::Verb(Voice::Active | Voice::Passive | Voice::Copula)
                        )
                    })
                    .last()
            }
            _ => None,
        }
    }

    /// "lost their lives and six were hurt", "burnt houses and two men were killed": the thing right
    /// behind another verb is that verb's object.
    pub(super) fn past_object(&self, first: usize, last: usize) -> usize {
        let follows_verb = first
            .checked_sub(1)
            .and_then(|before| self.chunk(before))
            .is_some_and(Chunk::is_verb);
        let names_people = |at: usize| {
            self.chunk(at).is_some_and(|chunk| {
                chunk.is_people() || is_name(self, chunk) || self.number_in(&chunk.tokens).is_some()
            })
        };
        let behind = first + 2;
        let is_thing = self.chunk(first).is_some_and(|chunk| {
            chunk.classes.any(&[Class::Thing, Class::OfPeople]) && !names_people(first)
        });
        let is_tied = self.kind(first + 1) == ChunkKind::And && behind <= last;
        if follows_verb && is_thing && is_tied && names_people(behind) {
            behind
        } else {
            first
        }
    }

    /// "a guard who tried to stop them was": what follows a relative verb that reports nothing is its
    /// object.
    pub(super) fn tells_of(&self, verb: usize) -> bool {
        // A helper verb may stand between: "who tried to stop".
        let relative = (1..=2)
            .filter_map(|back| verb.checked_sub(back))
            .take_while(|at| {
                self.kind(*at) == ChunkKind::Relative || self.chunk(*at).is_some_and(Chunk::is_verb)
            })
            .find(|at| self.kind(*at) == ChunkKind::Relative);
        relative.is_some()
            && !LEXICON
                .triggers(self.head(verb))
                .iter()
                .any(|trigger| trigger.way == "cue")
    }

    /// "a report issued today 11 persons were": people behind the participle of a thing are a subject
    /// of their own.
    pub(super) fn begins_anew(&self, before: usize, first: usize) -> bool {
        let is_people = |at: usize| {
            self.chunk(at)
                .is_some_and(|chunk| chunk.is_people() || is_name(self, chunk))
        };
        let is_counted = self
            .chunk(first)
            .is_some_and(|chunk| self.number_in(&chunk.tokens).is_some());
        let reports = first
            .checked_sub(1)
            .and_then(|at| self.chunk(at))
            .is_some_and(|verb| {
                LEXICON
                    .triggers(self.word(verb.head))
                    .iter()
                    .any(|trigger| trigger.way == "cue")
            });
        is_people(first) && is_counted && (reports || !is_people(before))
    }
}
