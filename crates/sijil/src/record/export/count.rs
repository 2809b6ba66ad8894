//! Counts as other projects write them: one number or a range where the record has claims. The
//! rules here are theirs and stand nowhere else; claims are never added up.

use sijil_record::{Group, Harm, VictimStatus};
use sijil_text::fold;

use super::seen::Seen;
use crate::record::claims::{Body, Toll, word};

/// The least that a word which is no number stands for, after ACLED's codebook, and the plain
/// meaning of the word where it says nothing. The longer words come first.
const VAGUE: [(&str, i64); 14] = [
    ("hundreds", 100),
    ("thousands", 1000),
    ("dozens", 12),
    ("scores", 20),
    ("tens", 10),
    ("several", 3),
    ("a few", 3),
    ("many", 3),
    ("some", 3),
    ("مئات", 100),
    ("آلاف", 1000),
    ("عشرات", 10),
    ("عدد", 3),
    ("بضع", 3),
];

/// The bounds of what several say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Range {
    /// The lowest lower bound; open when nobody gives one.
    pub(super) low: Option<i64>,
    /// The highest upper bound; open when somebody's lower bound is above it.
    pub(super) high: Option<i64>,
}

/// The tolls of a group that count people with a harm.
pub(super) fn tolls(seen: &Seen, harm: Harm) -> impl Iterator<Item = &Toll> {
    seen.counted()
        .filter_map(move |shown| match &shown.claim.body {
            Body::Casualty(toll) if toll.harm == harm => Some(toll),
            _ => None,
        })
}

/// The range of some tolls.
pub(super) fn range<'t>(tolls: impl Iterator<Item = &'t Toll>) -> Range {
    bounds(tolls.map(|toll| (toll.least(), toll.most())))
}

/// The range of a group among the victims.
pub(super) fn range_of_group<'t>(tolls: impl Iterator<Item = &'t Toll>, of: &[Group]) -> Range {
    let counts = tolls.flat_map(|toll| &toll.groups);
    bounds(
        counts
            .filter(|count| of.contains(&count.group))
            .map(|count| (count.low, count.high)),
    )
}

fn bounds(each: impl Iterator<Item = (Option<i64>, Option<i64>)>) -> Range {
    let (mut low, mut high, mut floor) = (None::<i64>, None::<i64>, i64::MIN);
    for (least, most) in each {
        low = low.into_iter().chain(least).min();
        high = high.into_iter().chain(most).max();
        floor = floor.max(least.unwrap_or(i64::MIN));
    }
    Range {
        low,
        high: high.filter(|high| *high >= floor),
    }
}

/// What stands for the number of the dead where only one is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fatalities {
    /// The lowest that anybody says; 0 where nobody gives a number or only an upper bound.
    pub(super) count: i64,
    /// The upper bound, where nobody gives anything else.
    pub(super) at_most: Option<i64>,
    /// The word that the count stands for; else empty.
    pub(super) vague: String,
}

/// ACLED's rule: the lowest of differing counts.
pub(super) fn fatalities(seen: &Seen) -> Fatalities {
    let killed = || tolls(seen, Harm::Killed);
    if let Some(count) = killed().filter_map(Toll::least).min() {
        return Fatalities {
            count,
            ..Fatalities::default()
        };
    }
    let vague = killed().filter(|toll| !toll.vague_term.is_empty());
    let lowest = vague.min_by_key(|toll| vague_count(&toll.vague_term));
    if let Some(toll) = lowest {
        return Fatalities {
            count: vague_count(&toll.vague_term),
            at_most: None,
            vague: toll.vague_term.clone(),
        };
    }
    Fatalities {
        at_most: killed().filter_map(Toll::most).max(),
        ..Fatalities::default()
    }
}

/// The least that a word stands for; 0 for one that says nothing.
pub(super) fn vague_count(term: &str) -> i64 {
    let term = fold(term);
    let known = VAGUE.iter().find(|(word, _)| term.contains(&fold(word)));
    known.map_or(0, |(_, count)| *count)
}

/// The range of the dead by whether they bore arms.
pub(super) fn killed_by_status(seen: &Seen, statuses: &[VictimStatus]) -> Range {
    range(tolls(seen, Harm::Killed).filter(|toll| statuses.contains(&toll.victim_status)))
}

/// How the lowest count of the dead is to be taken: its word.
pub(super) fn qualifier(seen: &Seen) -> String {
    let lowest = tolls(seen, Harm::Killed).min_by_key(|toll| toll.least().unwrap_or(i64::MAX));
    lowest.map(|toll| word(&toll.qualifier)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_the_least_that_they_say() {
        for (term, count) in [
            ("dozens", 12),
            ("dozens of", 12),
            ("tens", 10),
            ("hundreds", 100),
            ("several", 3),
            ("عشرات", 10),
            ("المئات", 100),
            ("an unknown number", 0),
        ] {
            assert_eq!(vague_count(term), count, "{term}");
        }
    }

    #[test]
    fn a_range_is_open_where_somebody_says_more_than_its_end() {
        let range = |of: &[(Option<i64>, Option<i64>)]| bounds(of.iter().copied());
        let of = |low, high| Range { low, high };
        assert_eq!(range(&[]), of(None, None));
        assert_eq!(
            range(&[(Some(12), Some(12)), (Some(9), Some(20))]),
            of(Some(9), Some(20))
        );
        assert_eq!(
            range(&[(Some(12), Some(12)), (Some(30), None)]),
            of(Some(12), None)
        );
        assert_eq!(range(&[(None, Some(40))]), of(None, Some(40)));
    }
}
