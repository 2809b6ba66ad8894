//! The first-level area that a story is about: named early, often, and as where it happened.

use std::collections::HashMap;

use crate::gazetteer::Feature;
use crate::place::mention::Mention;

/// The likeliest first-level area of the story's main event, by its number in the gazetteer.
///
/// `is_wanted` says which areas may be answered.
#[must_use]
pub fn main_area(mentions: &[Mention], is_wanted: impl Fn(u32) -> bool) -> Option<u32> {
    let mut votes: HashMap<u32, f32> = HashMap::new();
    let mut order = 0.0_f32;
    for mention in mentions {
        let Some(best) = mention.candidates.first() else {
            continue;
        };
        let Some(area) = best.admin1.filter(|area| is_wanted(*area)) else {
            continue;
        };
        if matches!(best.feature, Feature::Water | Feature::Continent) {
            continue;
        }
        // A capital often stands for its government.
        let kind = if best.feature == Feature::Capital {
            CAPITAL
        } else {
            1.0
        };
        let sure = (mention.certainty - SURE_MIN).max(0.0);
        *votes.entry(area).or_default() += kind * sure / (1.0 + order * LATER);
        order += 1.0;
    }
    let mut votes: Vec<_> = votes.into_iter().collect();
    votes.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    votes.first().map(|(area, _)| *area)
}

/// What a capital's name counts against another's. Set, with the two below, by trial on half of
/// FA-KES, November 2026.
const CAPITAL: f32 = 0.5;

/// How fast later names count less.
const LATER: f32 = 1.0;

/// Names that are less surely a place than this do not count.
const SURE_MIN: f32 = 0.5;
