//! What scores are worth: the area under the curve, and the recall at a share of false positives.

/// Scores with what they should have said.
#[derive(Debug, Default)]
pub(crate) struct Curve(Vec<(f32, bool)>);

impl Curve {
    pub(crate) fn push(&mut self, score: f32, is_positive: bool) {
        self.0.push((score, is_positive));
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn positives(&self) -> usize {
        self.0
            .iter()
            .filter(|(_, is_positive)| *is_positive)
            .count()
    }

    /// Shares of negatives and positives with `threshold` or more.
    pub(crate) fn at(&self, threshold: f32) -> (f64, f64) {
        let (negatives, positives) = self.totals();
        let (held, caught) = count(self.0.iter().filter(|(score, _)| *score >= threshold));
        (held / negatives, caught / positives)
    }

    /// The probability that a positive scores higher than a negative; equal scores count half.
    pub(crate) fn area(&self) -> f64 {
        let (negatives, positives) = self.totals();
        let (mut below, mut area) = (0.0, 0.0);
        for (here_negative, here_positive) in self.steps().iter().rev() {
            area += here_positive * (below + here_negative / 2.0);
            below += here_negative;
        }
        area / (negatives * positives)
    }

    /// The greatest recall at which the share of false positives is at most `share`.
    pub(crate) fn recall(&self, share: f64) -> f64 {
        let (negatives, positives) = self.totals();
        let (mut held, mut caught) = (0.0, 0.0);
        for (here_negative, here_positive) in self.steps() {
            held += here_negative;
            if held > share * negatives {
                break;
            }
            caught += here_positive;
        }
        caught / positives
    }

    /// Negatives and positives at each score, the highest score first.
    fn steps(&self) -> Vec<(f64, f64)> {
        let mut scores = self.0.clone();
        scores.sort_by(|one, other| other.0.total_cmp(&one.0));
        let equal = scores.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq());
        equal.map(|step| count(step.iter())).collect()
    }

    fn totals(&self) -> (f64, f64) {
        count(self.0.iter())
    }
}

fn count<'a>(scores: impl Iterator<Item = &'a (f32, bool)>) -> (f64, f64) {
    scores.fold((0.0, 0.0), |(negatives, positives), (_, is_positive)| {
        if *is_positive {
            (negatives, positives + 1.0)
        } else {
            (negatives + 1.0, positives)
        }
    })
}
