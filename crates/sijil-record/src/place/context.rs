//! What the words around a name say of it: a kind of place, a larger place, a person.

use std::collections::HashSet;

use crate::place::find::Match;
use crate::place::lexicon::{Kind, Lexicon};
use crate::place::signs::{BORDER, HEADS, NEAR, PARTS, PREPOSITIONS, SAYING, STREETS};
use crate::place::words::Word;
use crate::token;

/// What the neighbourhood of one name says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings {
    /// The kind of place that is named beside it.
    pub(crate) kind: Option<Kind>,
    /// Code of a state, or number of a match in the sentence, that follows after a comma.
    pub(crate) larger: Larger,
    /// "near", قرب: the place itself is only close.
    pub(crate) is_near: bool,
    /// "along the border", الحدود.
    pub(crate) is_border: bool,
    /// North of, outskirts of, countryside: a part of it.
    pub(crate) is_part: bool,
    /// For and against a place being meant at all.
    pub(crate) signs: f32,
}

/// The place that a name is said to lie in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Larger {
    #[default]
    None,
    /// ISO 3166-2.
    State(&'static str),
    /// Another match of the sentence.
    Match(usize),
}

/// A sentence as its names see it.
pub(crate) struct Scene<'a> {
    pub(crate) words: &'a [Word<'a>],
    pub(crate) matches: &'a [Match],
    pub(crate) lexicon: &'a Lexicon,
    /// Family names met after a given name anywhere in the text.
    pub(crate) people: &'a HashSet<String>,
    /// Most words are in capitals: case says nothing.
    pub(crate) is_shouted: bool,
}

/// Reads the neighbourhood of the match of this number.
pub(crate) fn surroundings(scene: &Scene<'_>, number: usize) -> Surroundings {
    let Some(here) = scene.matches.get(number) else {
        return Surroundings::default();
    };
    let mut found = Surroundings {
        kind: kind(scene, here),
        larger: larger(scene, number, here),
        ..Surroundings::default()
    };
    let before = |back: usize| {
        here.first
            .checked_sub(back)
            .and_then(|at| scene.words.get(at))
    };
    let is_one = |word: Option<&Word<'_>>, list: &[&str]| {
        word.is_some_and(|word| {
            list.contains(&word.spelt.trim_start_matches("ال")) || list.contains(&&*word.spelt)
        })
    };
    let back =
        (1..=3).take_while(|back| before(*back).is_some_and(|word| word.kind == token::Kind::Word));
    for step in back {
        found.is_near |= is_one(before(step), NEAR);
        found.is_part |= is_one(before(step), PARTS);
        found.is_border |= is_one(before(step), BORDER);
    }
    let next = scene.words.get(here.end);
    found.is_border |= is_one(next, BORDER) || is_one(scene.words.get(here.end + 1), BORDER);
    found.is_part |= found.kind == Some(Kind::Countryside);
    found.signs = signs(scene, here, &found);
    found
}

fn signs(scene: &Scene<'_>, here: &Match, found: &Surroundings) -> f32 {
    let mut signs = 0.0;
    if found.kind.is_some() {
        signs += 1.5;
    }
    if found.larger != Larger::None {
        signs += 2.5;
    }
    let previous = here.first.checked_sub(1).and_then(|at| scene.words.get(at));
    let second = here.first.checked_sub(2).and_then(|at| scene.words.get(at));
    match previous {
        None => signs -= 0.3,
        Some(word) if PREPOSITIONS.contains(&&*word.spelt) => signs += 1.0,
        Some(word) if PARTS.contains(&&*word.spelt) && !word.is_capital() => signs += 0.6,
        Some(word)
            if word.spelt == "the" && PREPOSITIONS.contains(&second.map_or("", |w| &w.spelt)) =>
        {
            signs += 0.2;
        }
        Some(_) => {}
    }
    let is_single = here.end == here.first + 1;
    // "US" is a country only in capitals, and only where not all is in capitals.
    let first = scene.words.get(here.first);
    let is_shouted = first.is_some_and(|word| word.case == token::Case::Upper) && !scene.is_shouted;
    if here.spelt == "us" && !is_shouted {
        signs -= 6.0;
    }
    if scene.lexicon.never.contains(&here.spelt) {
        signs -= 6.0;
    }
    if is_single && scene.lexicon.common.contains(&here.spelt) {
        signs -= 2.5;
    }
    let is_arabic_word = scene.words.get(here.first).is_some_and(Word::is_arabic);
    let is_word_for_place = scene.lexicon.before.contains_key(&here.spelt)
        || here
            .spelt
            .strip_prefix("ال")
            .is_some_and(|bare| scene.lexicon.before.contains_key(bare));
    if is_single
        && is_arabic_word
        && (is_word_for_place || sijil_text::is_arabic_stop_word(&here.spelt))
    {
        signs -= 5.0;
    }
    if is_single && scene.lexicon.adjectives.contains_key(&here.spelt) {
        signs -= 5.0;
    }
    let next = scene.words.get(here.end);
    if is_single && HEADS.contains(&&*here.spelt) && next.is_some_and(Word::is_capital) {
        signs -= 5.0;
    }
    if !scene.is_shouted {
        signs += person_before(scene, here) + after(scene, here);
    }
    if scene.people.contains(&here.spelt) {
        signs -= 2.0;
    }
    signs
}

/// What a capital word just before says: a title, a given name, a family name of which this is part.
fn person_before(scene: &Scene<'_>, here: &Match) -> f32 {
    let Some(at) = here.first.checked_sub(1) else {
        return 0.0;
    };
    let Some(mut word) = scene.words.get(at) else {
        return 0.0;
    };
    let mut at = at;
    // "Gov. Washington", "John F. Kennedy"
    if word.is_sign(&['.']) && word.is_tied && at > 0 {
        at -= 1;
        match scene.words.get(at) {
            Some(before) if before.is_capital() && before.spelt.chars().count() <= 4 => {
                word = before;
            }
            _ => return 0.0,
        }
    }
    if !word.is_capital() {
        return 0.0;
    }
    if scene.lexicon.people.contains(&*word.spelt) {
        return -4.0;
    }
    let is_inside_name = scene
        .matches
        .iter()
        .any(|other| other.first <= at && at < other.end);
    let is_known = is_inside_name
        || PREPOSITIONS.contains(&&*word.spelt)
        || PARTS.contains(&&*word.spelt)
        || scene.lexicon.adjectives.contains_key(&*word.spelt)
        || scene.lexicon.before.contains_key(&*word.spelt)
        || sijil_text::is_english_stop_word(&word.spelt)
        || (at == 0 && scene.lexicon.common.contains(&*word.spelt));
    if is_known { 0.0 } else { -1.6 }
}

/// What the word just after says: a street, a family name, a verb of saying.
fn after(scene: &Scene<'_>, here: &Match) -> f32 {
    let Some(next) = scene.words.get(here.end) else {
        return 0.0;
    };
    if STREETS.contains(&&*next.spelt) && next.is_capital() {
        return -2.0;
    }
    if SAYING.contains(&&*next.spelt) {
        return -1.2;
    }
    let given = scene.lexicon.people.contains(&here.spelt);
    match (given, next.is_capital()) {
        (true, true) => -4.0,
        (true, false) => -1.0,
        (false, true) if !scene.lexicon.after.contains_key(&*next.spelt) => -0.4,
        (false, _) => 0.0,
    }
}

/// The kind that a word beside the name says: after it in English, before it in both languages.
fn kind(scene: &Scene<'_>, here: &Match) -> Option<Kind> {
    let next = scene.words.get(here.end);
    let after = next
        .filter(|word| !word.is_tied || word.kind == token::Kind::Word)
        .and_then(|word| scene.lexicon.after.get(&*word.spelt));
    after.copied().or_else(|| kind_before(scene, here.first))
}

fn kind_before(scene: &Scene<'_>, first: usize) -> Option<Kind> {
    for start in (first.saturating_sub(3)..first).rev() {
        let word = scene.words.get(start)?;
        for (letters, _) in crate::place::find::readings(&word.spelt) {
            let bare = letters.strip_prefix("ال").unwrap_or(&letters);
            let phrases = scene.lexicon.before.get(bare).into_iter().flatten();
            let stands = |phrase: &&(Vec<String>, Kind)| {
                let rest = scene.words.get(start + 1..first).unwrap_or_default();
                phrase.0.len() == first - start
                    && phrase
                        .0
                        .iter()
                        .skip(1)
                        .zip(rest)
                        .all(|(wanted, word)| *wanted == *word.spelt)
            };
            if let Some((_, kind)) = phrases.into_iter().find(stands) {
                return Some(*kind);
            }
        }
    }
    None
}

/// The larger place after a comma or in brackets: "Paris, Texas", "Alexandria, La.", "Homs (Syria)".
fn larger(scene: &Scene<'_>, number: usize, here: &Match) -> Larger {
    let is_joint = scene
        .words
        .get(here.end)
        .is_some_and(|sign| sign.is_sign(&[',', '(', '،', '/']));
    if !is_joint {
        return Larger::None;
    }
    let Some(next) = scene.words.get(here.end + 1) else {
        return Larger::None;
    };
    if let Some(code) = state(scene, here.end + 1, next) {
        return Larger::State(code);
    }
    match scene.matches.get(number + 1) {
        Some(other) if other.first == here.end + 1 => Larger::Match(number + 1),
        _ => Larger::None,
    }
}

/// A short form of a state: two capitals, or letters with a full stop after them.
fn state(scene: &Scene<'_>, at: usize, word: &Word<'_>) -> Option<&'static str> {
    if !word.is_capital() {
        return None;
    }
    let code = *scene.lexicon.states.get(&*word.spelt)?;
    let has_stop = scene
        .words
        .get(at + 1)
        .is_some_and(|sign| sign.is_sign(&['.']) && sign.is_tied);
    let is_upper = word.case == token::Case::Upper;
    (has_stop || is_upper).then_some(code)
}
