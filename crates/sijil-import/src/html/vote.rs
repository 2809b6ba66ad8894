//! How much of a block an outside text holds, by runs of four words.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::blocks::ratio;
use sijil_text::lowercase;

/// Words in a row that are compared: the length the public extraction benchmarks use.
const RUN: usize = 4;

/// An outside text, ready to be asked.
#[derive(Debug)]
pub(crate) struct Vote {
    runs: HashSet<u64>,
    /// All words, one space around each.
    words: String,
}

impl Vote {
    pub(crate) fn new(text: &str) -> Self {
        let text = lowercase(text);
        let words: Vec<&str> = words(&text).collect();
        Self {
            runs: words.windows(RUN).map(hash).collect(),
            words: format!(" {} ", words.join(" ")),
        }
    }

    /// Share of the block's runs that the text holds, 0 to 1. A block shorter than a run is in or out.
    pub(crate) fn share(&self, block: &str) -> f64 {
        let block = lowercase(block);
        let words: Vec<&str> = words(&block).collect();
        if words.is_empty() {
            return 0.0;
        }
        if words.len() < RUN {
            let is_in = self.words.contains(&format!(" {} ", words.join(" ")));
            return if is_in { 1.0 } else { 0.0 };
        }
        let runs = words.windows(RUN);
        let whole = runs.len();
        ratio(
            runs.filter(|run| self.runs.contains(&hash(run))).count(),
            whole,
        )
    }
}

/// The number of words in a text.
pub(crate) fn word_count(text: &str) -> usize {
    words(text).count()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
