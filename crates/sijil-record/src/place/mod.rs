//! Places named in a text: where each name stands, and which place it means.

mod back;
mod context;
mod find;
mod gate;
mod lexicon;
mod main_area;
mod mention;
mod resolve;
mod signs;
#[cfg(test)]
mod tests;
mod weights;
mod words;

pub use main_area::main_area;
pub use mention::{Candidate, Mention, Precision};

use std::collections::HashMap;
use std::sync::Arc;

use crate::gazetteer::{Feature, FileError, Gazetteer, NewName, NewPlace};
use crate::place::context::{Larger, Scene, Surroundings};
use crate::place::find::Match;
use crate::place::gate::is_shouted;
use crate::place::lexicon::Lexicon;
use crate::place::resolve::{Group, Prior};
use crate::place::words::Word;
use crate::sentence::Sentence;
use crate::span::Span;

/// Finds and resolves places. Making one reads the word lists; keep it.
#[derive(Clone, Debug)]
pub struct Places {
    gazetteer: Gazetteer,
    lexicon: Arc<Lexicon>,
    /// Codes of countries and first-level areas to their numbers.
    areas: Arc<HashMap<String, u32>>,
    newsroom: Vec<u32>,
    arab: Vec<u32>,
}

/// One name in the text on its way to a place.
struct Name {
    found: Match,
    sentence: usize,
    around: Surroundings,
    /// Number of the name it is said to lie in.
    inside: Option<usize>,
    group: usize,
}

impl Places {
    /// Opens the gazetteer that comes with the program, for a newsroom that writes of `countries`
    /// (ISO 3166, two letters); these are believed a little before others.
    ///
    /// # Errors
    /// If the gazetteer was made for another version.
    pub fn open(countries: &[&str]) -> Result<Self, FileError> {
        let gazetteer = Gazetteer::shipped()?;
        let mut areas = HashMap::new();
        for number in 0..gazetteer.len() {
            let is_large = gazetteer.spot(number).is_some_and(|spot| {
                matches!(
                    spot.feature,
                    Feature::Country | Feature::Admin1 | Feature::Admin3
                )
            });
            // Countries come first, then areas from large to small.
            if !is_large {
                break;
            }
            let code = gazetteer.names(number).code;
            if !code.is_empty() {
                areas.entry(code.to_owned()).or_insert(number);
            }
        }
        let arab: Vec<&str> = ARAB_COUNTRIES.split(' ').collect();
        Ok(Self {
            arab: numbers(&areas, &arab),
            newsroom: numbers(&areas, countries),
            gazetteer,
            lexicon: Arc::new(Lexicon::read()),
            areas: Arc::new(areas),
        })
    }

    /// With these places of the newsroom's own beside the shipped ones, and these names beside
    /// theirs, instead of any that were added before. Shares all else with `self`.
    #[must_use]
    pub fn with_added(&self, places: Vec<NewPlace>, names: &[NewName]) -> Self {
        let mut with = self.clone();
        with.gazetteer = with.gazetteer.with_added(places, names);
        with
    }

    /// The same for a newsroom that writes of other `countries`.
    #[must_use]
    pub fn of_countries(&self, countries: &[&str]) -> Self {
        let mut with = self.clone();
        with.newsroom = numbers(&self.areas, countries);
        with
    }

    /// The gazetteer itself.
    #[must_use]
    pub const fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The places named in `text`, in order, each resolved.
    #[must_use]
    pub fn find(&self, text: &str, sentences: &[Sentence]) -> Vec<Mention> {
        self.read(text, sentences, None)
    }

    /// What each of `spans` means, taken for names of places whatever the text says; none where the
    /// gazetteer has no such name. For exams and for an editor's own selection.
    #[must_use]
    pub fn resolve(&self, text: &str, sentences: &[Sentence], spans: &[Span]) -> Vec<Mention> {
        self.read(text, sentences, Some(spans))
    }

    fn read(&self, text: &str, sentences: &[Sentence], given: Option<&[Span]>) -> Vec<Mention> {
        let words: Vec<Vec<Word<'_>>> = sentences
            .iter()
            .map(|one| words::words(text, one))
            .collect();
        let matches: Vec<Vec<Match>> = words
            .iter()
            .map(|words| self.matches(text, words, given.unwrap_or_default()))
            .collect();
        let people = self.people(&words, &matches);
        let mut names = Vec::new();
        for (sentence, (words, matches)) in words.iter().zip(&matches).enumerate() {
            let scene = Scene {
                words,
                matches,
                lexicon: &self.lexicon,
                people: &people,
                is_shouted: is_shouted(words),
            };
            self.push_names(&mut names, &scene, sentence, given);
        }
        let groups = self.groups(&mut names, &words);
        mention::mentions(&self.gazetteer, &names, &groups)
    }
}

impl Places {
    /// The names in one sentence: the given ones, and those found elsewhere.
    fn matches(&self, text: &str, words: &[Word<'_>], given: &[Span]) -> Vec<Match> {
        let mut matches = find::matches(&self.gazetteer, text, words);
        matches.retain(|found| !given.iter().any(|span| span.overlaps(found.span)));
        for span in given {
            let holds = |word: &&Word<'_>| span.overlaps(word.span);
            let Some(first) = words.iter().position(|word| span.overlaps(word.span)) else {
                continue;
            };
            let spelt = crate::gazetteer::key(span.of(text));
            let mut named = self.gazetteer.named(&spelt);
            if named.is_empty() {
                named = self.gazetteer.alike(&crate::gazetteer::skeleton(&spelt));
            }
            matches.push(Match {
                first,
                end: first + words.iter().skip(first).take_while(holds).count(),
                span: *span,
                spelt,
                named,
                is_shorn: false,
            });
        }
        matches.sort_by_key(|found| found.first);
        matches
    }

    /// Puts names that must mean one place together, and weighs them all.
    fn groups(&self, names: &mut [Name], words: &[Vec<Word<'_>>]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut known = HashMap::new();
        for number in 0..names.len() {
            let inside = names.get(number).and_then(|name| name.inside);
            let larger = inside
                .and_then(|at| names.get(at))
                .map(|name| name.found.spelt.clone());
            let Some(name) = names.get_mut(number) else {
                continue;
            };
            let state = match name.around.larger {
                Larger::State(code) => self.areas.get(code).copied(),
                Larger::None | Larger::Match(_) => None,
            };
            let key = (name.found.spelt.clone(), name.around.kind, state, larger);
            name.group = *known.entry(key).or_insert_with(|| {
                groups.push(Group {
                    candidates: resolve::candidates(
                        &self.gazetteer,
                        &name.found.named,
                        name.around.kind,
                        state,
                    ),
                    ..Group::default()
                });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(name.group) {
                group.count += 1.0;
                group.trust = group.trust.max(1.0 / (1.0 + (-name.around.signs).exp()));
            }
        }
        for name in &*names {
            let inside = name
                .inside
                .and_then(|at| names.get(at))
                .map(|larger| larger.group);
            if let (Some(group), Some(_)) = (groups.get_mut(name.group), inside) {
                group.inside = inside;
            }
        }
        resolve::weigh(&self.gazetteer, &mut groups, &self.prior(words));
        groups
    }

    /// What the newsroom and the adjectives in the text say of countries.
    fn prior(&self, words: &[Vec<Word<'_>>]) -> Prior {
        let mut prior = Prior::default();
        for country in &self.newsroom {
            *prior.countries.entry(*country).or_default() += weights::NEWSROOM;
        }
        let mut counts: HashMap<u32, f32> = HashMap::new();
        let mut arabic = 0_usize;
        for word in words.iter().flatten() {
            arabic += usize::from(word.is_arabic());
            let is_candidate = word.is_capital() || word.is_arabic();
            let code = is_candidate
                .then(|| self.lexicon.adjectives.get(&*word.spelt))
                .flatten();
            if let Some(country) = code.and_then(|code| self.areas.get(*code)) {
                *counts.entry(*country).or_default() += 1.0;
            }
        }
        for (country, count) in counts {
            *prior.countries.entry(country).or_default() += weights::ADJECTIVE * count.ln_1p();
        }
        if arabic * 2 > words.iter().map(Vec::len).sum() {
            for country in &self.arab {
                *prior.countries.entry(*country).or_default() += weights::ARABIC;
            }
        }
        prior
    }
}

fn numbers(areas: &HashMap<String, u32>, codes: &[&str]) -> Vec<u32> {
    let found = codes.iter().filter_map(|code| areas.get(*code).copied());
    found.collect()
}

/// Whether `code` is that of a country, ISO 3166 in two capitals.
#[must_use]
pub fn is_country(code: &str) -> bool {
    let mut rows = include_str!("../../data/countries.tsv").lines();
    code.len() == 2 && rows.any(|row| row.split('\t').next() == Some(code))
}

/// Members of the Arab League, by ISO 3166 code.
const ARAB_COUNTRIES: &str = "SY IQ LB JO PS EG LY TN DZ MA MR SD SA YE OM AE QA BH KW SO DJ KM";
