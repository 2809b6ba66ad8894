//! Finding words in the index's own dictionary: by their beginning, or nearly so written.
//!
//! What comes out are real terms with real frequencies, so they are ranked and highlighted like
//! typed ones.

use crate::spellings::distance;
use std::collections::HashMap;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// A word of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) word: String,
    /// Stories that hold it.
    pub(crate) stories: u64,
}

/// Words walked over at most in each segment; one typed letter must not walk a whole dictionary.
const WALKED_MAX: usize = 20_000;

/// The words of `field` that begin with `start`, the most frequent first, at most `limit`.
pub(crate) fn beginning(
    searcher: &Searcher,
    field: Field,
    start: &str,
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let mut after = start.as_bytes().to_vec();
    // No byte of UTF-8 is 0xFF, so the last one can be raised.
    if let Some(last) = after.last_mut() {
        *last = last.saturating_add(1);
    }
    let mut found = HashMap::new();
    for reader in searcher.segment_readers() {
        let index = reader.inverted_index(field)?;
        let mut words = index
            .terms()
            .range()
            .ge(start.as_bytes())
            .lt(&after)
            .into_stream()?;
        for _ in 0..WALKED_MAX {
            let Some((word, info)) = words.next() else {
                break;
            };
            add(&mut found, word, info.doc_freq);
        }
    }
    let mut candidates = listed(found);
    candidates.sort_by(|a, b| b.stories.cmp(&a.stories).then_with(|| a.word.cmp(&b.word)));
    candidates.truncate(limit);
    Ok(candidates)
}

/// The words of `field` that may have been meant by `word`, the nearest and then the most frequent
/// first, at most `limit`. Distance 1 from four letters, 2 from eight.
pub(crate) fn near(
    searcher: &Searcher,
    field: Field,
    word: &str,
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let distance_max = match word.chars().count() {
        0..4 => return Ok(Vec::new()),
        4..8 => 1,
        _ => 2,
    };
    let automaton =
        FuzzyTermQuery::new(Term::from_field_text(field, word), distance_max, true).automaton()?;
    let mut found = HashMap::new();
    for reader in searcher.segment_readers() {
        let index = reader.inverted_index(field)?;
        let mut words = index.terms().search(&automaton).into_stream()?;
        while let Some((word, info)) = words.next() {
            add(&mut found, word, info.doc_freq);
        }
    }
    let mut candidates = listed(found);
    candidates.sort_by_cached_key(|candidate| {
        (
            distance(word, &candidate.word),
            u64::MAX - candidate.stories,
            candidate.word.clone(),
        )
    });
    candidates.truncate(limit);
    Ok(candidates)
}

fn add(found: &mut HashMap<String, u64>, word: &[u8], stories: u32) {
    if let Ok(word) = std::str::from_utf8(word) {
        *found.entry(word.to_owned()).or_default() += u64::from(stories);
    }
}

fn listed(found: HashMap<String, u64>) -> Vec<Candidate> {
    found
        .into_iter()
        .map(|(word, stories)| Candidate { word, stories })
        .collect()
}
