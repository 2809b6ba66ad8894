//! The model: judges a comment, learns from a decision, says why.

use std::collections::BTreeMap;

use crate::bytes::{self, LoadError};
use crate::clean::LINK;
use crate::features::{Features, features};
use crate::head::{Head, probability};
use crate::sample::{Decision, Sample};
use crate::signs::{PRIORS, Sign};
use crate::threshold::Scores;

/// Hashed weights of the spam head: 2 to this power.
const SPAM_BITS: u32 = 18;
/// And of the offence head, which only labels: a quarter of the room costs it 0.003 of its area
/// under the curve (4,000 comments, five folds, November 2026), and both stay under two megabytes.
const OFFENCE_BITS: u32 = 16;
/// Offence is as rare as spam before anything is learned.
const OFFENCE_PRIOR: f32 = -2.0;
/// Reasons given at most.
const REASONS_MAX: usize = 5;

/// What has been learned so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) decisions: u64,
    pub(crate) spam: Head,
    pub(crate) offence: Head,
    pub(crate) scores: Scores,
}

/// What the model makes of a comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Probability of spam, 0 to 1. Hold the comment from [`Model::hold_at`] on.
    pub score: f32,
    /// Probability of an offence, 0 to 1. It sorts and labels, and never holds.
    pub offence: f32,
    /// The pieces that weigh most for the spam score, heaviest first, at most five.
    pub reasons: Vec<Reason>,
}

/// One piece of a comment and what it added to the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What it is.
    pub piece: Piece,
    /// Change of the logarithm of the odds: above 0 speaks for spam, below 0 against it.
    pub weight: f32,
}

/// What a reason speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// A word, sign or host of the text, or a word of the name, folded; digits are 0. All that was
    /// learned of its letters and of its place behind the word before it is counted here.
    Word(String),
    /// A named feature.
    Sign(Sign),
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

impl Model {
    /// A model that has learned nothing and knows a few plain signs of advertising.
    #[must_use]
    pub fn new() -> Self {
        let offence = Sign::ALL
            .iter()
            .map(|sign| {
                if *sign == Sign::Always {
                    OFFENCE_PRIOR
                } else {
                    0.0
                }
            })
            .collect();
        Self {
            decisions: 0,
            spam: Head::new(SPAM_BITS, PRIORS.to_vec()),
            offence: Head::new(OFFENCE_BITS, offence),
            scores: Scores::default(),
        }
    }

    /// Judges a comment; changes nothing.
    #[must_use]
    pub fn judge(&self, sample: &Sample<'_>) -> Verdict {
        let features = features(sample);
        Verdict {
            score: probability(self.spam.log_odds(&features)),
            offence: probability(self.offence.log_odds(&features)),
            reasons: reasons(&self.spam, &features),
        }
    }

    /// Learns what was decided. The same decisions in the same order make the same model.
    ///
    /// An offence is not spam; of spam nothing is learned about offence. To take a decision back,
    /// learn the one that takes its place.
    pub fn learn(&mut self, sample: &Sample<'_>, decision: Decision) {
        let features = features(sample);
        self.decisions = self.decisions.saturating_add(1);
        if decision == Decision::Approved {
            let score = probability(self.spam.log_odds(&features));
            self.scores.push(score);
        }
        let (spam, offence) = match decision {
            Decision::Approved => (0.0, Some(0.0)),
            Decision::Spam => (1.0, None),
            Decision::Offence => (0.0, Some(1.0)),
        };
        self.spam.learn(&features, spam);
        if let Some(answer) = offence {
            self.offence.learn(&features, answer);
        }
    }

    /// The score from which on a comment is to be held; above 1 if nothing may be.
    ///
    /// At most one in a hundred of the latest 1,000 approved comments reached it before it was
    /// learned. With fewer than 50 approved comments it is 0.85.
    #[must_use]
    pub fn hold_at(&self) -> f32 {
        self.scores.hold_at()
    }

    /// Decisions learned so far.
    #[must_use]
    pub fn decisions(&self) -> u64 {
        self.decisions
    }

    /// For storing: about two million bytes, the same for the same decisions.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes::write(self)
    }

    /// The model that was stored.
    ///
    /// # Errors
    /// If `bytes` is damaged or of another version: begin with [`Model::new`] and learn the log of
    /// decisions again.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        bytes::read(bytes)
    }
}

/// The heaviest pieces. Each hashed feature is counted for the word it begins in, since "bscr"
/// tells a moderator less than "subscribe".
fn reasons(head: &Head, features: &Features) -> Vec<Reason> {
    let mut of_words = vec![0.0; features.words.len()];
    for one in &features.hashed {
        let place = usize::try_from(one.word).unwrap_or(usize::MAX);
        if let Some(weight) = of_words.get_mut(place) {
            *weight += head.weight(one.hash) * one.value;
        }
    }
    let mut pieces: BTreeMap<Piece, f32> = BTreeMap::new();
    for (word, weight) in features.words.iter().zip(of_words) {
        let piece = if word.starts_with(LINK) {
            Piece::Sign(Sign::Links)
        } else {
            Piece::Word(word.clone())
        };
        *pieces.entry(piece).or_default() += weight;
    }
    for (sign, strength) in &features.signs {
        if *sign != Sign::Always {
            *pieces.entry(Piece::Sign(*sign)).or_default() += head.sign_weight(*sign) * strength;
        }
    }
    let mut reasons: Vec<Reason> = pieces
        .into_iter()
        .filter(|(_, weight)| *weight != 0.0)
        .map(|(piece, weight)| Reason { piece, weight })
        .collect();
    reasons.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    reasons.truncate(REASONS_MAX);
    reasons
}
