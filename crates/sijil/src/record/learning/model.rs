//! A logistic regression over what the machine knew of a suggestion: how likely an editor confirms it.
//!
//! It begins as the machine's own score and moves away from it only as far as decisions pull: with
//! few of them it says nearly the same. `AdaGrad`: Duchi, Hazan, Singer, "Adaptive Subgradient
//! Methods for Online Learning and Stochastic Optimization", JMLR 12, 2011, figure 1, diagonal form.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// The feature that is the machine's own score; its weight begins at 1, all others at 0.
const SCORE: &str = "score";
/// Times that all examples are gone through: the weights of a few hundred no longer move after these.
const ROUNDS: usize = 40;
/// Length of the first steps.
const RATE: f64 = 0.2;
/// How hard weights are pulled back to where they began, in examples: as if that many spoke for it.
const PULL: f64 = 2.0;
/// Scores this near to 0 or 1 are taken as this far from it, so that none has infinite odds.
const SCORE_MIN: f64 = 0.02;
/// Weights nearer to nothing than this are not kept.
const WEIGHT_MIN: f64 = 0.01;

/// What was seen, and whether an editor confirmed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The features, each from 0 to 1, by name.
    pub features: BTreeMap<String, f64>,
    /// Whether it was confirmed, corrected or not.
    pub is_right: bool,
}

/// What was learned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// The odds of everything, as their logarithm.
    pub bias: f64,
    /// How much the machine's own score counts; 1 as it stands.
    pub score: f64,
    /// What else counts, by the name of the feature.
    pub weights: BTreeMap<String, f64>,
}

impl Default for Model {
    /// The machine's own score.
    fn default() -> Self {
        Self {
            bias: 0.0,
            score: 1.0,
            weights: BTreeMap::new(),
        }
    }
}

impl Model {
    /// Learns from examples, in their order; always the same from the same.
    #[must_use]
    pub fn train(examples: &[Example]) -> Self {
        let names: BTreeSet<&str> = examples
            .iter()
            .flat_map(|example| example.features.keys().map(String::as_str))
            .filter(|name| *name != SCORE)
            .collect();
        let names: Vec<&str> = names.into_iter().collect();
        let rows: Vec<Row> = examples
            .iter()
            .map(|example| Row::of(example, &names))
            .collect();
        let mut learner = Learner::new(names.len());
        let pull = PULL / f64::from(u32::try_from(rows.len().max(1)).unwrap_or(u32::MAX));
        for _ in 0..ROUNDS {
            for row in &rows {
                learner.learn(row, pull);
            }
        }
        let weights = names.into_iter().zip(learner.weights);
        Self {
            bias: learner.bias.0,
            score: learner.score.0,
            weights: weights
                .filter(|(_, (weight, _))| weight.abs() >= WEIGHT_MIN)
                .map(|(name, (weight, _))| (name.to_owned(), weight))
                .collect(),
        }
    }

    /// How likely a suggestion with these features is confirmed, from 0 to 1.
    #[must_use]
    pub fn likelihood(&self, features: &BTreeMap<String, f64>) -> f64 {
        let others = features
            .iter()
            .filter_map(|(name, value)| Some(self.weights.get(name)? * value));
        logistic(self.bias + self.score * odds(features) + others.sum::<f64>())
    }
}

/// An example with its features as numbers of weights.
struct Row {
    odds: f64,
    features: Vec<(usize, f64)>,
    aim: f64,
}

impl Row {
    fn of(example: &Example, names: &[&str]) -> Self {
        let numbered = example.features.iter().filter_map(|(name, value)| {
            let number = names.binary_search(&name.as_str()).ok()?;
            Some((number, *value))
        });
        Self {
            odds: odds(&example.features),
            features: numbered.collect(),
            aim: if example.is_right { 1.0 } else { 0.0 },
        }
    }
}

/// A model that is being trained: each weight with the sum of its squared slopes.
struct Learner {
    bias: (f64, f64),
    score: (f64, f64),
    weights: Vec<(f64, f64)>,
}

impl Learner {
    fn new(count: usize) -> Self {
        Self {
            bias: (0.0, 0.0),
            score: (1.0, 0.0),
            weights: vec![(0.0, 0.0); count],
        }
    }

    fn learn(&mut self, row: &Row, pull: f64) {
        let others = row
            .features
            .iter()
            .filter_map(|(number, value)| Some(self.weights.get(*number)?.0 * value));
        let sum = self.bias.0 + self.score.0 * row.odds + others.sum::<f64>();
        let miss = logistic(sum) - row.aim;
        step(&mut self.bias, miss);
        // Its pull is towards 1: the machine's own score.
        let slope = miss * row.odds + pull * (self.score.0 - 1.0);
        step(&mut self.score, slope);
        for (number, value) in &row.features {
            if let Some(weight) = self.weights.get_mut(*number) {
                let slope = miss * value + pull * weight.0;
                step(weight, slope);
            }
        }
    }
}

fn step((weight, square): &mut (f64, f64), slope: f64) {
    *square += slope * slope;
    // The first slope may be nothing.
    *weight -= RATE * slope / (*square + 1e-9).sqrt();
}

/// The odds that the machine's own score gives, as their logarithm.
fn odds(features: &BTreeMap<String, f64>) -> f64 {
    let score = features.get(SCORE).copied().unwrap_or(0.5);
    let score = score.clamp(SCORE_MIN, 1.0 - SCORE_MIN);
    (score / (1.0 - score)).ln()
}

fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(rule: &str, is_right: bool) -> Example {
        let features = [("score".to_owned(), 0.5), (format!("rule:{rule}"), 1.0)];
        Example {
            features: features.into_iter().collect(),
            is_right,
        }
    }

    #[test]
    fn without_decisions_it_is_the_machines_own_score() {
        for score in [0.1, 0.5, 0.83] {
            let features = [("score".to_owned(), score), ("kind:x".to_owned(), 1.0)];
            let likelihood = Model::train(&[]).likelihood(&features.into_iter().collect());
            assert!(
                (likelihood - score).abs() < 1e-9,
                "{likelihood} for {score}"
            );
        }
    }

    #[test]
    fn a_rule_that_editors_reject_counts_less_and_always_as_much() {
        let mut examples = Vec::new();
        for number in 0..60 {
            examples.push(example("good", number % 10 != 0));
            examples.push(example("bad", number % 10 == 0));
        }
        let model = Model::train(&examples);
        let likelihood = |rule: &str| model.likelihood(&example(rule, true).features);
        assert!(
            likelihood("good") > 0.75 && likelihood("bad") < 0.25,
            "{model:?}"
        );
        assert!((likelihood("new") - 0.5).abs() < 0.25);
        assert_eq!(model, Model::train(&examples));
        let text = serde_json::to_string(&model).unwrap();
        assert_eq!(serde_json::from_str::<Model>(&text).unwrap(), model);
    }
}
