//! Which names of the gazetteer in a sentence are taken for places.

use std::collections::{HashMap, HashSet};

use crate::gazetteer::{Feature, Named, Strength};
use crate::place::context::{Larger, Scene, Surroundings, surroundings};
use crate::place::find::Match;
use crate::place::words::Word;
use crate::place::{Name, Places, weights};
use crate::span::Span;
use crate::token::{Case, Kind};

impl Places {
    /// Family names: capital words after a given name or a title, and not themselves the end of it.
    pub(super) fn people(
        &self,
        words: &[Vec<Word<'_>>],
        matches: &[Vec<Match>],
    ) -> HashSet<String> {
        let mut people = HashSet::new();
        for (words, matches) in words.iter().zip(matches) {
            for pair in words.windows(2) {
                let [given, family] = pair else { continue };
                let is_name = given.is_capital()
                    && family.is_capital()
                    && self.lexicon.people.contains(&*given.spelt);
                let is_inside = matches.iter().any(|found| found.span.contains(given.span));
                if is_name
                    && !(is_inside
                        && matches
                            .iter()
                            .any(|found| found.span.contains(given.span.join(family.span))))
                {
                    people.insert(family.spelt.clone().into_owned());
                }
            }
        }
        people
    }

    /// Adds the names of a sentence that seem to be places, or that are given.
    pub(super) fn push_names(
        &self,
        names: &mut Vec<Name>,
        scene: &Scene<'_>,
        sentence: usize,
        given: Option<&[Span]>,
    ) {
        let mut number_of_match: HashMap<usize, usize> = HashMap::new();
        let start = names.len();
        let mut states = Vec::new();
        for (number, found) in scene.matches.iter().enumerate() {
            let around = surroundings(scene, number);
            let is_given = given.is_some_and(|spans| spans.contains(&found.span));
            let renown = found
                .named
                .iter()
                .take(3)
                .filter_map(|named| {
                    let spot = self.gazetteer.spot(named.place)?;
                    Some(weights::renown(&spot, named.strength))
                })
                .fold(f32::NEG_INFINITY, f32::max);
            let foreign = self.unlikely_in_arabic(scene, found);
            let length = if found.end - found.first > 1 {
                0.8
            } else {
                0.0
            };
            let signs = around.signs + renown + length + foreign;
            if !is_given && signs < weights::PLACE_MIN {
                continue;
            }
            if let Some(state) = self.state_after(scene, found, &around) {
                states.push(Name {
                    found: state,
                    sentence,
                    around: Surroundings {
                        signs: STATE_SIGNS,
                        ..Surroundings::default()
                    },
                    inside: None,
                    group: 0,
                });
            }
            number_of_match.insert(number, names.len());
            names.push(Name {
                found: found.clone(),
                sentence,
                around: Surroundings { signs, ..around },
                inside: None,
                group: 0,
            });
        }
        for name in names.iter_mut().skip(start) {
            if let Larger::Match(number) = name.around.larger {
                name.inside = number_of_match.get(&number).copied();
            }
        }
        names.extend(states);
    }

    /// The short form of a state after a town's name, as a name of its own.
    fn state_after(
        &self,
        scene: &Scene<'_>,
        found: &Match,
        around: &Surroundings,
    ) -> Option<Match> {
        let Larger::State(code) = around.larger else {
            return None;
        };
        let first = found.end + 1;
        let word = scene.words.get(first)?;
        let stop = scene
            .words
            .get(first + 1)
            .filter(|sign| sign.is_sign(&['.']) && sign.is_tied);
        let place = *self.areas.get(code)?;
        Some(Match {
            first,
            end: first + 1,
            span: stop.map_or(word.span, |stop| word.span.join(stop.span)),
            spelt: code.to_owned(),
            named: vec![Named {
                place,
                strength: Strength::Main,
            }],
            is_shorn: false,
        })
    }

    /// What speaks against a single Arabic word: a far and small place, few letters, letters taken off.
    fn unlikely_in_arabic(&self, scene: &Scene<'_>, found: &Match) -> f32 {
        let is_arabic = scene.words.get(found.first).is_some_and(Word::is_arabic);
        let best = found
            .named
            .first()
            .and_then(|named| self.gazetteer.spot(named.place));
        let (Some(best), true, 1) = (best, is_arabic, found.end - found.first) else {
            return 0.0;
        };
        let is_large = matches!(
            best.feature,
            Feature::Country | Feature::Capital | Feature::Continent
        ) || best.population >= 1_000_000;
        let is_of_ours = |place: u32| {
            let country = self.gazetteer.spot(place).and_then(|spot| spot.country);
            country.is_some_and(|country| {
                self.newsroom.contains(&country) || self.arab.contains(&country)
            })
        };
        let is_near = found.named.iter().any(|named| is_of_ours(named.place));
        let mut against = 0.0;
        if !is_large && !is_near {
            against -= 1.2;
        }
        if found.is_shorn && !is_large {
            against -= 0.8;
        }
        if found.spelt.chars().count() <= 3 && !is_large {
            against -= 0.8;
        }
        against
    }
}

/// What speaks for a state's short form being a place: it was only read after a town.
const STATE_SIGNS: f32 = 3.0;

/// Whether a sentence is all in capitals, as wires once sent them.
pub(super) fn is_shouted(words: &[Word<'_>]) -> bool {
    let letters = words.iter().filter(|word| word.kind == Kind::Word);
    let upper = letters
        .clone()
        .filter(|word| word.case == Case::Upper)
        .count();
    upper > 4 && upper * 10 > letters.count() * 7
}
