//! The parts of a query: for each word, phrase or beginning the terms it stands for.

use crate::clauses::{Clause, TIE_BREAKER, best_of, phrase_clause};
use crate::expand::{Candidate, beginning, near};
use crate::fields::Fields;
use crate::highlight::{Phrase, Terms};
use crate::spellings::{distance, with_particles, without_particle};
use crate::syntax::{Item, Place, What};
use std::collections::HashMap;
use tantivy::query::{BoostQuery, DisjunctionMaxQuery};
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// Weight of a word in the headline against one in the text. The text holds the headline too, and
/// words are rarer in headlines, so this is little; 2 and 3 cost rank on the one public collection
/// with titles (Cranfield), 1 and 1.5 do not, and 1.5 puts the best story first most often.
const TITLE_WEIGHT: f32 = 1.5;

/// Weight of a word in exactly the typed spelling, whose higher rarity already ranks it first. Of
/// 0.5, 0.8, 0.9 and 1.0 the best on five public test collections, in both languages.
const EXACT_WEIGHT: f32 = 0.8;

/// Weight of the word with or without a particle in front.
const PARTICLE_WEIGHT: f32 = 0.8;

/// Weight of a word at one letter's distance, for words that no story holds.
const TYPO_WEIGHT: f32 = 0.6;

/// Spellings added to all words of a query together.
const ADDED_MAX: usize = 64;

/// Spellings added for one beginning, and for one mistyped word.
const BEGINNINGS_MAX: usize = 50;
const TYPOS_MAX: usize = 16;

/// Plans the items of one query, and gathers what is known about them on the way.
pub(crate) struct Planner<'a> {
    searcher: &'a Searcher,
    fields: Fields,
    pub(crate) group_frequencies: HashMap<Term, u64>,
    pub(crate) terms: Terms,
    added_left: usize,
    pub(crate) suggestion: Option<String>,
    /// Whether a word that no story holds may be taken for a near one.
    pub(crate) corrects_typos: bool,
    typed: &'a str,
}

/// One group of the query, planned.
pub(crate) struct Part {
    pub(crate) clause: Clause,
    /// Entries of the index it walks over.
    pub(crate) entries: u64,
    /// A plain word, which may be missing if enough others are there.
    pub(crate) is_optional: bool,
}

impl<'a> Planner<'a> {
    pub(crate) fn new(searcher: &'a Searcher, fields: Fields, typed: &'a str) -> Self {
        Self {
            searcher,
            fields,
            group_frequencies: HashMap::new(),
            terms: Terms::default(),
            added_left: ADDED_MAX,
            suggestion: None,
            corrects_typos: true,
            typed,
        }
    }

    /// The clause for `item`; `None` if it holds no word.
    pub(crate) fn item(&mut self, item: &Item) -> tantivy::Result<Option<Part>> {
        match &item.what {
            What::Word(word) => self.word(word, item.place),
            What::Spelling(word) => self.phrase(word, 0, item.place),
            What::Phrase { text, slop } => self.phrase(text, *slop, item.place),
            What::Beginning(word) => self.beginning(word, item.place),
        }
    }

    fn word(&mut self, typed: &str, place: Place) -> tantivy::Result<Option<Part>> {
        let Some(word) = sijil_text::words(typed).into_iter().next() else {
            return Ok(None);
        };
        let marks = self.terms.marks(place);
        marks.spellings.insert(word.exact.clone());
        marks.stems.extend(word.stem.clone());
        let fields = self.fields;
        let (stemmed, exact) = match place {
            Place::Anywhere => (fields.body, fields.exact),
            Place::Title => (fields.title, fields.title_exact),
        };
        let mut weighted: Vec<(Term, f32)> = Vec::new();
        if let Some(stem) = &word.stem {
            weighted.push((Term::from_field_text(fields.title, stem), TITLE_WEIGHT));
            if place == Place::Anywhere {
                weighted.push((Term::from_field_text(stemmed, stem), 1.0));
            }
        }
        let as_written = Term::from_field_text(exact, &word.exact);
        weighted.push((as_written.clone(), EXACT_WEIGHT));
        let mut entries = 0;
        for (term, _) in &weighted {
            entries += self.searcher.doc_freq(term)?;
        }
        let mut added = self.particles(&word.exact, exact)?;
        if entries == 0 && added.is_empty() && self.corrects_typos {
            added = self.typos(typed, &word.exact, exact)?;
        }
        entries += self.add(&mut weighted, as_written, added, place)?;
        Ok(Some(Part {
            clause: best_of(weighted),
            entries,
            is_optional: true,
        }))
    }

    /// The same word with a particle in front, as far as the index has it, or without one if that
    /// is the more frequent word.
    fn particles(&self, word: &str, exact: Field) -> tantivy::Result<Vec<(Candidate, f32)>> {
        let mut found = Vec::new();
        for form in with_particles(word) {
            let stories = self
                .searcher
                .doc_freq(&Term::from_field_text(exact, &form))?;
            if stories > 0 {
                found.push((
                    Candidate {
                        word: form,
                        stories,
                    },
                    PARTICLE_WEIGHT,
                ));
            }
        }
        if let Some(rest) = without_particle(word) {
            let stories = self
                .searcher
                .doc_freq(&Term::from_field_text(exact, rest))?;
            if stories
                > self
                    .searcher
                    .doc_freq(&Term::from_field_text(exact, word))?
            {
                found.push((
                    Candidate {
                        word: rest.to_owned(),
                        stories,
                    },
                    PARTICLE_WEIGHT,
                ));
            }
        }
        Ok(found)
    }

    fn typos(
        &mut self,
        typed: &str,
        word: &str,
        exact: Field,
    ) -> tantivy::Result<Vec<(Candidate, f32)>> {
        let candidates = near(self.searcher, exact, word, TYPOS_MAX)?;
        if let Some(best) = candidates.first() {
            let before = self
                .suggestion
                .take()
                .unwrap_or_else(|| self.typed.to_owned());
            self.suggestion = Some(before.replacen(typed, &best.word, 1));
        }
        let weigh = |candidate: Candidate| {
            let is_nearest = distance(word, &candidate.word) <= 1;
            (
                candidate,
                if is_nearest {
                    TYPO_WEIGHT
                } else {
                    TYPO_WEIGHT * TYPO_WEIGHT
                },
            )
        };
        Ok(candidates.into_iter().map(weigh).collect())
    }

    /// Adds spellings to a word, lets the group answer with one frequency, and lights them up.
    /// Returns the entries they cost.
    fn add(
        &mut self,
        weighted: &mut Vec<(Term, f32)>,
        as_written: Term,
        added: Vec<(Candidate, f32)>,
        place: Place,
    ) -> tantivy::Result<u64> {
        let exact = as_written.field();
        let mut group_frequency = self.searcher.doc_freq(&as_written)?;
        let mut group = vec![as_written];
        let mut entries = 0;
        for (candidate, weight) in added.into_iter().take(self.added_left) {
            self.added_left -= 1;
            let term = Term::from_field_text(exact, &candidate.word);
            self.terms.marks(place).spellings.insert(candidate.word);
            group_frequency = group_frequency.max(candidate.stories);
            entries += candidate.stories;
            group.push(term.clone());
            weighted.push((term, weight));
        }
        if group.len() > 1 {
            for term in group {
                let frequency = self.group_frequencies.entry(term).or_default();
                *frequency = group_frequency.max(*frequency);
            }
        }
        Ok(entries)
    }

    fn phrase(&mut self, text: &str, slop: u32, place: Place) -> tantivy::Result<Option<Part>> {
        let words = sijil_text::exact(text);
        let Some(first) = words.first() else {
            return Ok(None);
        };
        let placed = |field: Field| {
            words
                .iter()
                .map(|word| {
                    (
                        word.position - first.position,
                        Term::from_field_text(field, &word.text),
                    )
                })
                .collect::<Vec<_>>()
        };
        let mut entries = 0;
        for (_, term) in placed(self.fields.exact) {
            entries += self.searcher.doc_freq(&term)?;
        }
        let in_title = phrase_clause(placed(self.fields.title_exact), slop);
        let clause = match place {
            Place::Title => in_title,
            Place::Anywhere => {
                let title: Clause = Box::new(BoostQuery::new(in_title, TITLE_WEIGHT));
                let clauses = vec![title, phrase_clause(placed(self.fields.exact), slop)];
                Box::new(DisjunctionMaxQuery::with_tie_breaker(clauses, TIE_BREAKER))
            }
        };
        let words = words
            .iter()
            .map(|word| (word.position - first.position, word.text.clone()))
            .collect();
        self.terms.marks(place).phrases.push(Phrase {
            words,
            slop: usize::try_from(slop).unwrap_or(0),
        });
        Ok(Some(Part {
            clause,
            entries,
            is_optional: false,
        }))
    }

    fn beginning(&mut self, typed: &str, place: Place) -> tantivy::Result<Option<Part>> {
        let Some(start) = sijil_text::exact(typed)
            .into_iter()
            .next()
            .map(|word| word.text)
        else {
            return Ok(None);
        };
        let exact = match place {
            Place::Anywhere => self.fields.exact,
            Place::Title => self.fields.title_exact,
        };
        let candidates = beginning(
            self.searcher,
            exact,
            &start,
            BEGINNINGS_MAX.min(self.added_left),
        )?;
        self.terms.marks(place).beginnings.push(start.clone());
        let mut weighted = Vec::new();
        let added = candidates
            .into_iter()
            .map(|candidate| (candidate, 1.0))
            .collect();
        let entries = self.add(
            &mut weighted,
            Term::from_field_text(exact, &start),
            added,
            place,
        )?;
        Ok(Some(Part {
            clause: best_of(weighted),
            entries,
            is_optional: false,
        }))
    }
}
