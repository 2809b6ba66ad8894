//! How good likelihoods are, on decisions that nothing was learned from.

use serde::{Deserialize, Serialize};

/// The least likelihood that a miss is reckoned with, so that one certain mistake is not infinite.
const LIKELIHOOD_MIN: f64 = 1e-6;

/// How good some likelihoods are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// Mean of minus the natural logarithm of what was given to what came true; less is better.
    pub log_loss: f64,
    /// Average precision: the mean, over what was confirmed, of the share confirmed among all that
    /// was at least as likely; from 0 to 1, more is better.
    pub average_precision: f64,
    /// How often a confirmed suggestion was likelier than a rejected one, a tie counting half; 0.5
    /// is chance.
    pub auc: f64,
}

impl Numbers {
    /// The numbers of likelihoods, each with whether it was confirmed.
    #[must_use]
    pub fn of(judged: &[(f64, bool)]) -> Self {
        let all = count(judged.len()).max(1.0);
        let loss = judged.iter().map(|(likelihood, is_right)| {
            let given = if *is_right {
                *likelihood
            } else {
                1.0 - likelihood
            };
            -given.max(LIKELIHOOD_MIN).ln()
        });
        let log_loss = loss.sum::<f64>() / all;
        let (average_precision, auc) = ranked(judged);
        Self {
            log_loss,
            average_precision,
            auc,
        }
    }

    /// Whether they are better than others: less loss, and no worse an order.
    #[must_use]
    pub fn beats(&self, other: &Self) -> bool {
        self.log_loss < other.log_loss && self.average_precision >= other.average_precision
    }
}

/// Average precision and the area under the ROC curve; what is equally likely stands in one place.
fn ranked(judged: &[(f64, bool)]) -> (f64, f64) {
    let mut ordered = judged.to_vec();
    ordered.sort_by(|one, other| other.0.total_cmp(&one.0));
    let rights = count(ordered.iter().filter(|(_, is_right)| *is_right).count());
    let wrongs = count(ordered.len()) - rights;
    let (mut seen, mut right_seen, mut precision, mut below) = (0.0, 0.0, 0.0, 0.0);
    for tied in ordered.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        let right = count(tied.iter().filter(|(_, is_right)| *is_right).count());
        let wrong = count(tied.len()) - right;
        let wrongs_after = wrongs - (seen - right_seen) - wrong;
        below += right * (wrongs_after + wrong / 2.0);
        seen += right + wrong;
        right_seen += right;
        precision += right * right_seen / seen;
    }
    let share = |part: f64, of: f64| if of > 0.0 { part / of } else { 0.0 };
    (share(precision, rights), share(below, rights * wrongs))
}

/// Counts of decisions are far below what a float counts exactly.
fn count(of: usize) -> f64 {
    f64::from(u32::try_from(of).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_textbook() {
        // Right at ranks 1 and 3 of 4: precision (1 + 2/3) / 2; three of four pairs in order.
        let numbers = Numbers::of(&[(0.9, true), (0.8, false), (0.7, true), (0.1, false)]);
        assert!((numbers.average_precision - 5.0 / 6.0).abs() < 1e-12);
        assert!((numbers.auc - 0.75).abs() < 1e-12);
        let loss = -(0.9_f64.ln() + 0.2_f64.ln() + 0.7_f64.ln() + 0.9_f64.ln()) / 4.0;
        assert!((numbers.log_loss - loss).abs() < 1e-12);

        let even = Numbers::of(&[(0.5, true), (0.5, false)]);
        assert!((even.auc - 0.5).abs() < 1e-12 && (even.average_precision - 0.5).abs() < 1e-12);
        assert!(numbers.beats(&even) && !even.beats(&numbers));
        assert_eq!(Numbers::of(&[]), Numbers::default());
    }
}
