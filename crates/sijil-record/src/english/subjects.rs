//! Who stands before an English verb as its subject.

use super::chunks::{ChunkKind, Clause, Voice};
use super::people::is_name;
use super::relations::{Mention, REACH};

/// What stands before a verb as its subject, as far as it was read from the right.
#[derive(Default)]
struct Region {
    first: Option<usize>,
    last: Option<usize>,
}

impl Clause<'_> {
    /// Those of whom the verb phrase at `verb` speaks, left of it; in order.
    pub(crate) fn subjects(&self, verb: usize) -> Vec<Mention> {
        let Some((first, last)) = self.subject_region(verb) else {
            return Vec::new();
        };
        self.mentions(first, last)
    }

    /// The verb phrase that "and" ties to the one at `verb` on its left: "kidnapped and killed".
    pub(crate) fn tied_before(&self, verb: usize) -> Option<usize> {
        let tie = verb.checked_sub(1)?;
        if !matches!(
            self.kind(tie),
            ChunkKind::And | ChunkKind::Comma | ChunkKind::But
        ) {
            return None;
        }
        let mut place = tie;
        for _ in 0..REACH {
            place = place.checked_sub(1)?;
            match self.kind(place) {
                ChunkKind::Verb(_) => return Some(place),
                ChunkKind::Noun
                | ChunkKind::Preposition
                | ChunkKind::Of
                | ChunkKind::Genitive
                | ChunkKind::Comma
                | ChunkKind::And => {}
                _ => return None,
            }
        }
        None
    }

    /// First and last phrase of what stands before the verb as its subject.
    fn subject_region(&self, verb: usize) -> Option<(usize, usize)> {
        let mut place = verb.checked_sub(1)?;
        let closes = self.kind(place) == ChunkKind::Comma;
        let mut region = Region::default();
        for _ in 0..REACH {
            match self.kind(place) {
                ChunkKind::Noun if self.opens_clause(place) => {
                    region.last.get_or_insert(place);
                    return Some((place, region.last?));
                }
                ChunkKind::Noun => self.widen(&mut region, place),
                ChunkKind::Verb(voice) => {
                    // "…, who was 40, were killed": the relative clause is stepped over, and what
                    // stood in it was no subject.
                    let before = self.before_aside(place, voice, verb);
                    let tied = region
                        .first
                        .is_some_and(|first| !closes || self.is_tied_between(place, first));
                    let Some(before) = before.filter(|_| !tied) else {
                        break;
                    };
                    region = Region::default();
                    place = before + 1;
                }
                ChunkKind::Relative | ChunkKind::That if region.first.is_none() => {
                    // "the bomb that killed": a relative when a noun stands right before.
                    return place
                        .checked_sub(1)
                        .and_then(|before| self.antecedent(before));
                }
                ChunkKind::Of
                | ChunkKind::Preposition
                | ChunkKind::Genitive
                | ChunkKind::And
                | ChunkKind::Comma => {}
                ChunkKind::Stop if self.is_list_sign(place) => {}
                ChunkKind::Relative
                | ChunkKind::That
                | ChunkKind::But
                | ChunkKind::Stop
                | ChunkKind::Subordinator => break,
            }
            let Some(before) = place.checked_sub(1) else {
                break;
            };
            place = before;
        }
        let (first, last) = (region.first?, region.last?);
        (first <= last).then_some((first, last))
    }

    /// Takes the noun phrase at `place` into `region`, unless a preposition governs it.
    fn widen(&self, region: &mut Region, place: usize) {
        let before = place
            .checked_sub(1)
            .map_or(ChunkKind::Stop, |before| self.kind(before));
        match before {
            ChunkKind::Preposition => {}
            ChunkKind::Of => {
                region.last.get_or_insert(place);
            }
            _ => {
                region.last.get_or_insert(place);
                region.first = Some(place);
            }
        }
    }

    /// "after a judge was killed": the preposition opens a clause.
    fn opens_clause(&self, place: usize) -> bool {
        place.checked_sub(1).is_some_and(|at| {
            self.kind(at) == ChunkKind::Preposition && is_time_conjunction(self.head(at))
        })
    }

    /// Whether "and" stands between the phrases at `from` and `to`.
    fn is_tied_between(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.kind(at) == ChunkKind::And)
    }

    /// The noun phrase that a relative pronoun after `place` speaks of.
    fn antecedent(&self, place: usize) -> Option<(usize, usize)> {
        let place = if self.kind(place) == ChunkKind::Comma {
            place.checked_sub(1)?
        } else {
            place
        };
        if self.kind(place) != ChunkKind::Noun {
            return None;
        }
        let before = place.checked_sub(1).map(|before| self.kind(before));
        let tied = place
            .checked_sub(2)
            .filter(|first| self.kind(*first) == ChunkKind::Noun);
        match (before, tied) {
            // "members of the party who", but "the flags of Omar Haddad, who"
            (Some(ChunkKind::Of), Some(first)) if self.counts_people(first) => Some((first, place)),
            (Some(ChunkKind::Of), Some(first)) => {
                let is_people = |at| {
                    self.chunk(at)
                        .is_some_and(|chunk| chunk.is_people() || is_name(self, chunk))
                };
                Some(if is_people(first) && !is_people(place) {
                    (first, first)
                } else {
                    (place, place)
                })
            }
            (Some(ChunkKind::And), Some(first)) => Some((first, place)),
            _ => Some((place, place)),
        }
    }

    /// Where a relative or reduced clause begins whose verb stands at `place`, before `verb`.
    fn before_aside(&self, place: usize, voice: Voice, verb: usize) -> Option<usize> {
        let closes = verb
            .checked_sub(1)
            .is_some_and(|before| self.kind(before) == ChunkKind::Comma);
        let mut at = place;
        for _ in 0..12 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Relative => {
                    return at.checked_sub(1).filter(|before| {
                        place + 1 < verb && self.kind(*before) != ChunkKind::Preposition
                    });
                }
                ChunkKind::Noun | ChunkKind::Comma
                    if voice == Voice::Bare || voice == Voice::Gerund =>
                {
                    // "the man arrested by police was killed"
                    let is_finite = !matches!(
                        self.kind(verb),
                        ChunkKind::Verb(Voice::Bare | Voice::Gerund)
                    );
                    return (is_finite && (closes || self.kind(at) == ChunkKind::Noun))
                        .then_some(at);
                }
                ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Of | ChunkKind::Genitive => {}
                ChunkKind::Verb(_) | ChunkKind::And => {}
                _ => return None,
            }
        }
        None
    }
}

/// Prepositions that also open a clause: "after a judge was killed".
fn is_time_conjunction(word: &str) -> bool {
    matches!(word, "after" | "before" | "since" | "until")
}
