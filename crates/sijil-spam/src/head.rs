//! One learner: logistic regression over sparse features, with a rate of its own for each weight.
//!
//! `AdaGrad`: Duchi, Hazan, Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic
//! Optimization", Journal of Machine Learning Research 12, 2011, figure 1, the diagonal form.

use crate::features::Features;
use crate::signs::Sign;

/// Rate of the hashed weights. This and the numbers below were chosen by cross-validation among
/// 1,500 combinations; the changes tried around them moved little (docs/decisions/0012).
const RATE: f32 = 0.5;
/// Rate of the signs: they begin at a considered weight, so they move more slowly.
const SIGN_RATE: f32 = 0.25;
/// Sum of squares that each weight starts with; keeps the first steps from being leaps.
const SQUARES_START: f32 = 0.1;
/// Steps taken for one decision. Two learn faster from few decisions, more do not help.
const STEPS: u32 = 2;
/// Units of a stored sum of squares in one. With 16 bits the sum ends just under 16, so the rate
/// never falls below a quarter of [`RATE`]: the filter keeps following what spammers change.
const UNITS: f32 = 4096.0;

/// The weights of one question: is it spam, is it offensive.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    /// A power of two of them.
    pub(crate) weights: Vec<f32>,
    /// For each weight the sum of its squared gradients, in units of 1 / 4096.
    pub(crate) squares: Vec<u16>,
    /// In the order of [`Sign::ALL`], as the next.
    pub(crate) sign_weights: Vec<f32>,
    pub(crate) sign_squares: Vec<f32>,
}

impl Head {
    /// A head that has learned nothing, with `1 << bits` hashed weights.
    pub(crate) fn new(bits: u32, sign_weights: Vec<f32>) -> Self {
        let count = 1_usize << bits;
        Self {
            weights: vec![0.0; count],
            squares: vec![units(SQUARES_START); count],
            sign_squares: vec![SQUARES_START; sign_weights.len()],
            sign_weights,
        }
    }

    /// The weight of a hashed feature.
    pub(crate) fn weight(&self, hash: u32) -> f32 {
        self.weights
            .get(slot(hash, self.weights.len()))
            .copied()
            .unwrap_or_default()
    }

    /// The weight of a sign.
    pub(crate) fn sign_weight(&self, sign: Sign) -> f32 {
        self.sign_weights
            .get(sign as usize)
            .copied()
            .unwrap_or_default()
    }

    /// The odds as their logarithm: 0 is even, positive is yes.
    pub(crate) fn log_odds(&self, features: &Features) -> f32 {
        let hashed = features.hashed.iter();
        let hashed: f32 = hashed.map(|one| self.weight(one.hash) * one.value).sum();
        let signs = features.signs.iter();
        let signs: f32 = signs
            .map(|(sign, strength)| self.sign_weight(*sign) * strength)
            .sum();
        hashed + signs
    }

    /// Moves the weights towards `answer`: 1 is yes, 0 is no.
    pub(crate) fn learn(&mut self, features: &Features, answer: f32) {
        for _ in 0..STEPS {
            let error = probability(self.log_odds(features)) - answer;
            self.step(features, error);
        }
    }

    fn step(&mut self, features: &Features, error: f32) {
        let count = self.weights.len();
        for one in &features.hashed {
            let slot = slot(one.hash, count);
            let both = (self.weights.get_mut(slot), self.squares.get_mut(slot));
            if let (Some(weight), Some(squares)) = both {
                let gradient = error * one.value;
                *squares = squares.saturating_add(units(gradient * gradient));
                *weight -= RATE * gradient / (f32::from(*squares) / UNITS).sqrt();
            }
        }
        for (sign, strength) in &features.signs {
            let slot = *sign as usize;
            let both = (
                self.sign_weights.get_mut(slot),
                self.sign_squares.get_mut(slot),
            );
            if let (Some(weight), Some(squares)) = both {
                let gradient = error * strength;
                *squares += gradient * gradient;
                *weight -= SIGN_RATE * gradient / squares.sqrt();
            }
        }
    }
}

/// The probability that belongs to odds, 0 to 1.
pub(crate) fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

fn slot(hash: u32, count: usize) -> usize {
    usize::try_from(hash).unwrap_or_default() & count.saturating_sub(1)
}

/// A sum of squares in stored units.
fn units(squares: f32) -> u16 {
    let units = (squares * UNITS).round().clamp(0.0, f32::from(u16::MAX));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded, and between 0 and the largest u16"
    )]
    {
        units as u16
    }
}
