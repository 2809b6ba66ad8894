//! From which score on a comment is held: measured on comments that were approved.

use std::collections::VecDeque;

/// Approved comments whose scores are remembered: the latest, so that the threshold follows the model.
pub(crate) const SCORES_MAX: usize = 1000;
/// Approved comments needed before their scores are believed.
const SCORES_MIN: usize = 50;
/// Share of approved comments that may be held.
const HELD_SHARE_INVERSE: usize = 100;
/// Until then: three signs of the prior together are held, two are not.
const UNMEASURED: f32 = 0.85;
/// What is more likely wanted than not is never held, however well the two can be told apart.
const LOWEST: f32 = 0.5;

/// The scores that the latest approved comments had before anything was learned from them.
///
/// Testing on each decision before training on it is progressive validation: Blum, Kalai, Langford,
/// "Beating the Hold-Out", COLT 1999.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Scores {
    /// Oldest first, at most [`SCORES_MAX`].
    pub(crate) approved: VecDeque<f32>,
}

impl Scores {
    /// Remembers the score of an approved comment.
    pub(crate) fn push(&mut self, score: f32) {
        if self.approved.len() >= SCORES_MAX {
            self.approved.pop_front();
        }
        self.approved.push_back(score);
    }

    /// The score from which on a comment is held; above 1 if nothing may be held.
    ///
    /// Of the remembered comments at most one in a hundred reaches it.
    pub(crate) fn hold_at(&self) -> f32 {
        if self.approved.len() < SCORES_MIN {
            return UNMEASURED;
        }
        let mut highest_first: Vec<f32> = self.approved.iter().copied().collect();
        highest_first.sort_by(|one, other| other.total_cmp(one));
        let may_be_held = highest_first.len() / HELD_SHARE_INVERSE;
        let highest_let_through = highest_first.get(may_be_held).copied().unwrap_or(1.0);
        highest_let_through.next_up().max(LOWEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(approved: impl IntoIterator<Item = f32>) -> Scores {
        let mut scores = Scores::default();
        approved.into_iter().for_each(|score| scores.push(score));
        scores
    }

    #[test]
    fn few_decisions_leave_the_first_threshold() {
        assert_eq!(scores([0.99; 49]).hold_at(), UNMEASURED);
    }

    #[test]
    fn at_most_one_approved_comment_in_a_hundred_reaches_it() {
        for count in [50_u16, 99, 100, 350, 1000] {
            let scores = scores((0..count).map(|place| f32::from(place) / f32::from(count)));
            let held = scores
                .approved
                .iter()
                .filter(|score| **score >= scores.hold_at());
            assert_eq!(held.count(), usize::from(count) / 100, "{count}");
        }
    }

    #[test]
    fn equal_scores_are_let_through_together() {
        let scores = scores([0.9; 500]);
        assert!(scores.hold_at() > 0.9);
    }

    #[test]
    fn the_oldest_scores_are_forgotten() {
        let scores = scores([1.0; 30].into_iter().chain([0.1; SCORES_MAX]));
        assert_eq!(scores.hold_at(), LOWEST);
    }
}
