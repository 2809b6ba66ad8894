//! What the machine knew of a suggestion when it was decided on, in numbers and without a name: what
//! the re-ranker learns from.

use std::collections::BTreeMap;

use sijil_record::suggest::{Modality, Polarity, Suggestion};

use crate::record::claims::word;
use crate::record::suggestions::Read;

/// The features of a suggestion in its story; each from 0 to 1. No word of the text is among them.
#[must_use]
pub fn features(suggestion: &Suggestion, read: &Read) -> BTreeMap<String, f64> {
    let mut found = BTreeMap::new();
    let mut put = |name: String, value: f64| {
        found.insert(name, value);
    };
    put("score".to_owned(), suggestion.score);
    put(format!("kind:{}", word(&suggestion.kind)), 1.0);
    put(format!("lang:{}", read.lang.code()), 1.0);
    for rule in &suggestion.rules {
        put(format!("rule:{rule}"), 1.0);
    }
    for flag in &suggestion.flags {
        put(format!("flag:{}", word(flag)), 1.0);
    }
    for name in suggestion.slots.keys() {
        put(format!("slot:{name}"), 1.0);
    }
    if suggestion.modality != Modality::ReportedAsFact {
        put(format!("modality:{}", word(&suggestion.modality)), 1.0);
    }
    if suggestion.polarity != Polarity::Affirms {
        put(format!("polarity:{}", word(&suggestion.polarity)), 1.0);
    }
    put(
        format!("links:{}", suggestion.attribution.len().min(3)),
        1.0,
    );
    put(
        "repeated".to_owned(),
        share(suggestion.also.len().min(3), 3),
    );
    let sentence = read.text.sentence_at(suggestion.sentence.start).max(0);
    let sentence = usize::try_from(sentence).unwrap_or_default();
    put(
        "position".to_owned(),
        share(sentence, read.text.sentences.len().max(1)),
    );
    put(
        "length".to_owned(),
        share(suggestion.sentence.text.len().min(400), 400),
    );
    let margin = suggestion
        .slots
        .get("place")
        .and_then(|slots| slots.first())
        .map(|slot| {
            let mut scores = slot.candidates.iter().map(|choice| choice.score);
            scores.next().unwrap_or_default() - scores.next().unwrap_or_default()
        });
    if let Some(margin) = margin {
        put("place_margin".to_owned(), margin.clamp(0.0, 1.0));
    }
    found
}

/// A share as a number from 0 to 1; texts are far shorter than what a float counts exactly.
fn share(part: usize, of: usize) -> f64 {
    let exact = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (exact(part) / exact(of.max(1))).min(1.0)
}
