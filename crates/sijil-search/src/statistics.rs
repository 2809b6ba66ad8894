//! The numbers BM25 ranks by, counted for one language alone.
//!
//! Left to itself the engine counts over the whole index: in a paper of two languages every word
//! looks rarer than it is, and the longer language's length is the measure of both.

use crate::fields::{Fields, LANG, LENGTHS, lang_number};
use sijil_text::Lang;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use tantivy::index::SegmentId;
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, SegmentReader, Term};

/// Stories and words of each language, remembered by segment: a segment never changes.
#[derive(Default)]
pub(crate) struct Totals(Mutex<HashMap<SegmentId, [Total; 2]>>);

/// What stories of one language hold.
#[derive(Clone, Copy, Default)]
struct Total {
    stories: u64,
    /// In the order of [`Fields::texts`].
    words: [u64; 4],
}

impl Total {
    fn add(&mut self, other: &Self) {
        self.stories += other.stories;
        self.words
            .iter_mut()
            .zip(other.words)
            .for_each(|(sum, words)| *sum += words);
    }
}

impl Totals {
    /// The totals of `lang`, or of the whole index for a query in both scripts.
    fn of(&self, searcher: &Searcher, lang: Option<Lang>) -> tantivy::Result<Total> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let readers = searcher.segment_readers();
        known.retain(|segment, _| readers.iter().any(|reader| reader.segment_id() == *segment));
        let mut total = Total::default();
        for reader in readers {
            let counted = match known.get(&reader.segment_id()) {
                Some(counted) => *counted,
                None => *known.entry(reader.segment_id()).or_insert(counted(reader)?),
            };
            for one in Lang::ALL {
                if lang.is_none_or(|lang| lang == one)
                    && let Some(of_one) = usize::try_from(lang_number(one))
                        .ok()
                        .and_then(|at| counted.get(at))
                {
                    total.add(of_one);
                }
            }
        }
        Ok(total)
    }
}

/// Counts the deleted as well, as the engine's document frequencies do until they are merged away.
fn counted(reader: &SegmentReader) -> tantivy::Result<[Total; 2]> {
    let langs = reader.fast_fields().u64(LANG)?;
    let mut totals = [Total::default(); 2];
    for story in 0..reader.max_doc() {
        let lang = langs
            .first(story)
            .and_then(|lang| usize::try_from(lang).ok());
        if let Some(total) = lang.and_then(|lang| totals.get_mut(lang)) {
            total.stories += 1;
        }
    }
    for (at, length) in LENGTHS.into_iter().enumerate() {
        let lengths = reader.fast_fields().u64(length)?;
        for story in 0..reader.max_doc() {
            let lang = langs
                .first(story)
                .and_then(|lang| usize::try_from(lang).ok());
            let words = lang
                .and_then(|lang| totals.get_mut(lang))
                .and_then(|total| total.words.get_mut(at));
            if let Some(words) = words {
                *words += lengths.first(story).unwrap_or(0);
            }
        }
    }
    Ok(totals)
}

/// Answers the engine's questions for one query.
pub(crate) struct Statistics<'a> {
    searcher: &'a Searcher,
    fields: Fields,
    total: Total,
    /// The frequency that every term of a group of spellings answers with: a rare misspelling must
    /// not outrank the word that was meant.
    group_frequencies: &'a HashMap<Term, u64>,
}

impl<'a> Statistics<'a> {
    pub(crate) fn new(
        searcher: &'a Searcher,
        fields: Fields,
        totals: &Totals,
        lang: Option<Lang>,
        group_frequencies: &'a HashMap<Term, u64>,
    ) -> tantivy::Result<Self> {
        let mut total = totals.of(searcher, lang)?;
        if total.stories == 0 {
            // No story in the query's language: averages of nothing would be no numbers.
            total = totals.of(searcher, None)?;
        }
        Ok(Self {
            searcher,
            fields,
            total,
            group_frequencies,
        })
    }
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let at = self.fields.texts().iter().position(|text| *text == field);
        // At least one, for the averages of an index without words.
        Ok(at
            .and_then(|at| self.total.words.get(at))
            .map_or(1, |words| (*words).max(1)))
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.total.stories.max(1))
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        let frequency = match self.group_frequencies.get(term) {
            Some(frequency) => *frequency,
            None => self.searcher.doc_freq(term)?,
        };
        // A word of one language may stand in more stories of the other; the engine wants no more
        // than there are.
        Ok(frequency.min(self.total.stories))
    }
}
