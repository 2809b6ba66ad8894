//! Who stands before an English verb as its subject.

use super::chunks::{Chunk, ChunkKind, Clause, Voice};
use super::people::is_name;
use super::relations::Mention;

/// Phrases looked at left of a verb; clauses are shorter, and time stays linear.
pub(super) const REACH: usize = 40;

/// What stands before a verb as its subject, as far as it was read from the right.
#[derive(Default)]
struct Region {
    first: Option<usize>,
    last: Option<usize>,
}

impl Clause<'_> {
    /// Those of whom the verb phrase at `verb` speaks, left of it; in order.
    pub(crate) fn subjects(&self, verb: usize) -> Vec<Mention> {
        match self.subject_region(verb) {
            Some((first, last)) => self.mentions(self.past_object(first, last), last),
            None => self.raised(verb).map_or_else(Vec::new, |before| {
                let region = self.subject_region(before);
                region.map_or_else(Vec::new, |(first, last)| self.mentions(first, last))
            }),
        }
    }

    /// Those who do what the verb phrase at `verb` tells: its subjects, or those of the verb that it
    /// is tied to ("seized the mayor and shot him", "opened fire, killing ten").
    pub(crate) fn actors(&self, verb: usize) -> Vec<Mention> {
        // Longer chains of verbs are no one's sentence.
        const CHAIN_MAX: usize = 4;
        let mut verb = verb;
        for _ in 0..CHAIN_MAX {
            let tie = verb
                .checked_sub(1)
                .map_or(ChunkKind::Stop, |tie| self.kind(tie));
            let is_gerund = self.kind(verb) == ChunkKind::Verb(Voice::Gerund);
            let is_tied = tie == ChunkKind::And || is_gerund && tie == ChunkKind::Comma;
            match self.tied_before(verb).filter(|_| is_tied) {
                Some(before) if self.kind(before) == ChunkKind::Verb(Voice::Passive) => {
                    return self
                        .agent(before)
                        .map(|agent| vec![vec![agent]])
                        .unwrap_or_default();
                }
                Some(before) => verb = before,
                None => break,
            }
        }
        self.subjects(verb)
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
                // "resisted, however, and was shot"
                ChunkKind::But if self.head(place) == "however" => {}
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
                    let tied = region.first.is_some_and(|first| {
                        self.is_tied_between(place, first)
                            || !closes && !self.is_reduced(place, voice) && !self.tells_of(place)
                            || before.is_some_and(|before| self.begins_anew(before, first))
                    });
                    let Some(before) = before.filter(|_| !tied) else {
                        break;
                    };
                    region = Region::default();
                    place = before + 1;
                }
                ChunkKind::Relative | ChunkKind::That if region.first.is_none() => {
                    // "ten soldiers, three of whom were": the number stands for them.
                    let of_whom = place.checked_sub(2).filter(|counted| {
                        self.kind(place - 1) == ChunkKind::Of
                            && self
                                .chunk(*counted)
                                .is_some_and(|chunk| self.is_number_alone(chunk))
                    });
                    if let Some(counted) = of_whom {
                        return Some((counted, counted));
                    }
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
        if self.is_time(place) {
            return;
        }
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
        // "until a short time ago"
        let is_ago = self.head(place) == "time";
        place.checked_sub(1).is_some_and(|at| {
            self.kind(at) == ChunkKind::Preposition && is_time_conjunction(self.head(at)) && !is_ago
        })
    }

    /// "two guards keeping watch were": the gerund right behind a noun belongs to it.
    fn is_reduced(&self, place: usize, voice: Voice) -> bool {
        let before = place
            .checked_sub(1)
            .map_or(ChunkKind::Stop, |before| self.kind(before));
        voice == Voice::Gerund && before == ChunkKind::Noun
    }

    /// "last week", "that night": a time, which nothing is done to.
    pub(crate) fn is_time(&self, place: usize) -> bool {
        const TIMES: &[&str] = &[
            "night",
            "day",
            "week",
            "weekend",
            "month",
            "year",
            "morning",
            "afternoon",
            "evening",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "midnight",
            "noon",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "dawn",
            "days",
            "weeks",
            "months",
            "years",
            "hours",
            "minutes",
        ];
        let first = self
            .chunk(place)
            .map_or("", |chunk| self.word(chunk.tokens.start));
        self.kind(place) == ChunkKind::Noun
            && (TIMES.contains(&self.head(place)) || matches!(first, "last" | "next"))
            && !self.chunk(place).is_some_and(Chunk::is_people)
    }

    /// Whether "and" stands between the phrases at `from` and `to`.
    fn is_tied_between(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.kind(at) == ChunkKind::And)
    }

    /// The noun phrase that a relative pronoun after `place` speaks of.
    pub(crate) fn antecedent(&self, place: usize) -> Option<(usize, usize)> {
        let place = if self.kind(place) == ChunkKind::Comma {
            place.checked_sub(1)?
        } else {
            place
        };
        if self.kind(place) != ChunkKind::Noun {
            return None;
        }
        let place = self.before_share(place);
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

    /// "six priests, five of them foreigners, who": steps back from the share at `place` to the whole.
    fn before_share(&self, place: usize) -> usize {
        let whole = place.checked_sub(5).filter(|whole| {
            self.head(place - 1) == "them"
                && self.kind(place - 2) == ChunkKind::Of
                && self.kind(place - 4) == ChunkKind::Comma
                && self.kind(*whole) == ChunkKind::Noun
        });
        whole.unwrap_or(place)
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
