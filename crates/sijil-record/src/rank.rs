//! A logistic regression over named features: how likely a suggestion is to be confirmed.
//!
//! Small and exact enough for a few thousand decisions: it trains in well under a second, always to
//! the same weights, and is kept as lines of text.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// The weights of features; a feature that it has not seen weighs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    bias: f64,
    weights: BTreeMap<String, f64>,
}

/// A decision to learn from.
#[derive(Clone, Debug)]
pub struct Example {
    /// What was seen, each name once. A name that begins with `~` is one word among many of a text:
    /// its weight is pulled to nothing harder (`WORD_PULL`).
    pub features: Vec<String>,
    /// Whether it was right.
    pub is_right: bool,
}

/// How a model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Training {
    /// What the examples weigh against the pull of every weight to nothing; more fits closer.
    pub strength: f64,
    /// Features seen in fewer examples are left out.
    pub seen_min: usize,
}

/// Steps of the descent; the weights of a few thousand examples no longer move after these.
const STEPS: u32 = 400;

/// The length of the first steps, found by trial: half as much is as good, twice as much swings.
const STEP: f64 = 0.3;

/// How much harder the weights of single words are pulled to nothing than those of other features:
/// by trial on the MUC-3 development texts, in five parts, where 1 lost .01 of F.
const WORD_PULL: f64 = 6.0;

/// Weights nearer to nothing than this are dropped.
const WEIGHT_MIN: f64 = 0.02;

impl Model {
    /// Learns from `examples` (batch gradient descent with a step of its own for each weight, after
    /// Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011).
    #[must_use]
    pub fn train(examples: &[Example], training: Training) -> Self {
        let names = names(examples, training.seen_min);
        let places: HashMap<&str, usize> = names
            .iter()
            .enumerate()
            .map(|(at, name)| (*name, at))
            .collect();
        let rows: Vec<(Vec<usize>, f64)> = examples
            .iter()
            .map(|example| {
                let seen = example
                    .features
                    .iter()
                    .filter_map(|name| places.get(name.as_str()).copied());
                (seen.collect(), if example.is_right { 1.0 } else { 0.0 })
            })
            .collect();
        let pulls: Vec<f64> = names
            .iter()
            .map(|name| {
                if name.starts_with('~') {
                    WORD_PULL
                } else {
                    1.0
                }
            })
            .collect();
        let (bias, weights) = descend(&rows, &pulls, training.strength);
        let kept = names
            .into_iter()
            .zip(weights)
            .filter(|(_, weight)| weight.abs() >= WEIGHT_MIN);
        Self {
            bias,
            weights: kept
                .map(|(name, weight)| (name.to_owned(), weight))
                .collect(),
        }
    }

    /// How likely something with these features is right, from 0 to 1.
    #[must_use]
    pub fn likelihood<'f>(&self, features: impl IntoIterator<Item = &'f String>) -> f64 {
        let sum: f64 = features
            .into_iter()
            .filter_map(|name| self.weights.get(name))
            .sum();
        logistic(self.bias + sum)
    }

    /// Reads what [`Model::write`] wrote; lines that it cannot read are left out.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut model = Self::default();
        for line in text.lines() {
            let Some((weight, name)) = line.split_once(' ') else {
                continue;
            };
            match (weight.parse(), name) {
                (Ok(weight), "") => model.bias = weight,
                (Ok(weight), name) => {
                    model.weights.insert(name.to_owned(), weight);
                }
                (Err(_), _) => {}
            }
        }
        model
    }

    /// A line for each weight: the weight, a blank, the feature; the first line is the bias.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = format!("{:.3} \n", self.bias);
        for (name, weight) in &self.weights {
            let _ = writeln!(text, "{weight:.3} {name}");
        }
        text
    }
}

fn names(examples: &[Example], seen_min: usize) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in examples.iter().flat_map(|example| &example.features) {
        *counts.entry(name).or_default() += 1;
    }
    counts
        .into_iter()
        .filter(|(_, count)| *count >= seen_min)
        .map(|(name, _)| name)
        .collect()
}

/// The bias and the weights that fit `rows` best.
fn descend(rows: &[(Vec<usize>, f64)], pulls: &[f64], strength: f64) -> (f64, Vec<f64>) {
    let mut weights = vec![0.0; pulls.len()];
    let mut squares = vec![1e-9; pulls.len()];
    let (mut bias, mut bias_square) = (0.0, 1e-9);
    for _ in 0..STEPS {
        let mut slopes: Vec<f64> = weights
            .iter()
            .zip(pulls)
            .map(|(weight, pull)| weight * pull)
            .collect();
        let mut bias_slope = 0.0;
        for (seen, right) in rows {
            let sum: f64 = seen.iter().filter_map(|at| weights.get(*at)).sum();
            let miss = strength * (logistic(bias + sum) - right);
            bias_slope += miss;
            for at in seen {
                if let Some(slope) = slopes.get_mut(*at) {
                    *slope += miss;
                }
            }
        }
        bias_square += bias_slope * bias_slope;
        bias -= STEP * bias_slope / bias_square.sqrt();
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(slopes) {
            *square += slope * slope;
            *weight -= STEP * slope / square.sqrt();
        }
    }
    (bias, weights)
}

fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(features: &str, is_right: bool) -> Example {
        Example {
            features: features.split(' ').map(str::to_owned).collect(),
            is_right,
        }
    }

    #[test]
    fn what_was_confirmed_before_is_likelier_and_survives_being_written() {
        let mut examples = Vec::new();
        for _ in 0..10 {
            examples.push(example("named passive", true));
            examples.push(example("thing passive", false));
        }
        let model = Model::train(
            &examples,
            Training {
                strength: 1.0,
                seen_min: 2,
            },
        );
        let named = model.likelihood(&example("named new", true).features);
        let thing = model.likelihood(&example("thing new", true).features);
        assert!(named > 0.8 && thing < 0.2, "{named} {thing}");
        let again = Model::read(&model.write());
        assert!((again.likelihood(&example("named new", true).features) - named).abs() < 0.01);
    }
}
