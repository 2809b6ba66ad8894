//! MUC-3/4 keys and answers in template form, and the figure: who, what happened, how many.
//!
//! An item is a victim of one story with its effect and number. One answer matches one key item when
//! the effects meet and a word of the names is shared, and the numbers fit (see [`fits`]).

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One victim, or one group of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub(crate) effects: BTreeSet<&'static str>,
    pub(crate) words: BTreeSet<String>,
    pub(crate) numbers: Vec<Bounds>,
    pub(crate) optional: bool,
    pub(crate) named: Vec<String>,
}

/// How many, as a key or an answer says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Bounds {
    Plural,
    Range(f64, f64),
}

/// The items of each story.
pub(crate) type Items = BTreeMap<String, Vec<Item>>;

/// Recall, precision and their harmonic mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score {
    pub(crate) recall: f64,
    pub(crate) precision: f64,
    pub(crate) f: f64,
}

/// Words that name nobody.
const STOP: &str = "THE A AN OF TO IN ON AND OR AT FOR BY WITH HIS HER THEIR ITS THIS THAT SOME SEVERAL OTHER OTHERS TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ONE WAS WERE";

/// The words of `named` that can match.
pub(crate) fn words(named: &str) -> BTreeSet<String> {
    let stop: Vec<&str> = STOP.split(' ').collect();
    let parts = named.split(|letter: char| {
        !(letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '\'')
    });
    parts
        .filter(|word| {
            !word.is_empty()
                && !stop.contains(word)
                && !word.chars().all(|letter| letter.is_ascii_digit())
        })
        .map(str::to_owned)
        .collect()
}

type Template = HashMap<String, Vec<String>>;

fn templates(text: &str) -> Vec<Template> {
    let mut found: Vec<Template> = Vec::new();
    let mut slot = String::new();
    for line in text.lines() {
        let line = line.to_ascii_uppercase();
        if line.trim().starts_with(';') || line.trim().is_empty() {
            continue;
        }
        if let Some((name, value)) = slot_line(&line) {
            slot = name;
            if slot == "MESSAGE: ID" {
                found.push(Template::new());
            }
            if let Some(template) = found.last_mut() {
                let values = template.entry(slot.clone()).or_default();
                if !value.is_empty() {
                    values.push(value);
                }
            }
        } else if let Some(template) = found.last_mut() {
            template
                .entry(slot.clone())
                .or_default()
                .push(line.trim().to_owned());
        }
    }
    found
}

/// "19. HUM TGT: DESCRIPTION            value": the slot's name and what follows it.
fn slot_line(line: &str) -> Option<(String, String)> {
    let (number, rest) = line.trim_start().split_once('.')?;
    let is_slot = !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
    let rest = rest
        .strip_prefix([' ', '\t'])
        .filter(|_| is_slot)?
        .trim_start();
    let end = rest
        .find("  ")
        .into_iter()
        .chain(rest.find('\t'))
        .min()
        .unwrap_or(rest.len());
    let (name, value) = rest.split_at_checked(end)?;
    let is_name = name.contains(": ")
        && name
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || matches!(letter, ' ' | '/' | ':'));
    is_name.then(|| (name.trim().to_owned(), value.trim().to_owned()))
}

fn quoted(value: &str) -> Vec<String> {
    let parts: Vec<&str> = value.split('"').collect();
    // An opening quotation mark without its fellow names nobody.
    let pairs = (parts.len() - 1) / 2;
    parts
        .iter()
        .skip(1)
        .step_by(2)
        .take(pairs)
        .map(|part| (*part).to_owned())
        .collect()
}

/// The story a template is of: DEV-MUC3-0001 is DEV-0001.
pub(crate) fn story_id(written: &str) -> String {
    let word = written.split_whitespace().next().unwrap_or_default();
    word.replace("-MUC3-", "-").replace("-MUC4-", "-")
}

fn numbers(value: &str) -> Vec<Bounds> {
    let before = value
        .split('"')
        .next()
        .unwrap_or_default()
        .replace(':', " ");
    before
        .trim()
        .trim_start_matches('?')
        .trim()
        .split('/')
        .filter_map(bounds)
        .collect()
}

fn bounds(written: &str) -> Option<Bounds> {
    let written = written.replace("(OPTIONAL)", "").replace(['(', ')'], "");
    let written = written.trim();
    if written.contains("PLURAL") {
        return Some(Bounds::Plural);
    }
    let plain = written.replace(',', "");
    let mut digits = plain
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .filter_map(|run| run.parse::<f64>().ok());
    let first = digits.next()?;
    Some(match digits.next() {
        _ if written.starts_with('-') => Bounds::Range(0.0, first),
        _ if written.ends_with('-') => Bounds::Range(first, 1e9),
        _ if written.starts_with('~') => Bounds::Range(first * 0.8, first * 1.25),
        Some(second) => Bounds::Range(first, second),
        None => Bounds::Range(first, first),
    })
}

fn effects(value: &str) -> BTreeSet<&'static str> {
    let label = value.split('"').next().unwrap_or_default();
    let label = label
        .replace("NO INJURY OR DEATH", "")
        .replace("NO INJURY", "")
        .replace("NO DEATH", "");
    ["DEATH", "INJURY"]
        .into_iter()
        .filter(|effect| {
            label.match_indices(effect).any(|(at, _)| {
                let before = label.get(..at).unwrap_or_default();
                let starts_a_word = !before
                    .ends_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
                starts_a_word && !before.ends_with("OR ")
            })
        })
        .collect()
}

/// The items of all templates in `text`, one story's templates together.
pub(crate) fn items(text: &str) -> Items {
    let mut stories = Items::new();
    for template in templates(text) {
        let values = |slot: &str| template.get(slot).cloned().unwrap_or_default();
        let id = story_id(values("MESSAGE: ID").first().map_or("", String::as_str));
        let story = stories.entry(id).or_default();
        let is_empty = |value: &str| matches!(value.trim(), "*" | "-" | "");
        let groups: Vec<Vec<String>> = ["HUM TGT: NAME", "HUM TGT: DESCRIPTION"]
            .iter()
            .flat_map(|slot| values(slot))
            .filter(|value| !is_empty(value))
            .map(|value| quoted(&value))
            .collect();
        let mut counted: HashMap<String, Vec<Bounds>> = HashMap::new();
        for value in values("HUM TGT: NUMBER") {
            for name in quoted(&value) {
                counted.entry(name).or_default().extend(numbers(&value));
            }
        }
        for value in values("HUM TGT: EFFECT OF INCIDENT")
            .iter()
            .filter(|value| !is_empty(value))
        {
            let (effects, named) = (effects(value), quoted(value));
            if effects.is_empty() || named.is_empty() {
                continue;
            }
            let tied = groups
                .iter()
                .filter(|group| group.iter().any(|name| named.contains(name)));
            let words = named
                .iter()
                .chain(tied.flatten())
                .flat_map(|name| words(name))
                .collect();
            let numbers = named
                .iter()
                .filter_map(|name| counted.get(name))
                .flatten()
                .copied()
                .collect();
            let optional = value.trim().starts_with('?') || value.contains("OPTIONAL");
            add(
                story,
                Item {
                    effects,
                    words,
                    numbers,
                    optional,
                    named,
                },
            );
        }
    }
    stories
}

/// Puts `item` to the one of the same name and effect, if the story has it.
fn add(story: &mut Vec<Item>, item: Item) {
    let same = story
        .iter_mut()
        .find(|other| other.effects == item.effects && other.named.first() == item.named.first());
    match same {
        Some(same) => {
            same.numbers.extend(item.numbers);
            same.words.extend(item.words);
            same.optional &= item.optional;
        }
        None => story.push(item),
    }
}

/// Whether the numbers of an answer fit those of the key.
fn fits(key: &[Bounds], answer: &[Bounds]) -> bool {
    key.is_empty()
        || key.iter().any(|key| {
            answer.iter().any(|answer| match (*key, *answer) {
                (Bounds::Plural, Bounds::Plural) => true,
                (Bounds::Range(low, high), Bounds::Range(from, to)) => to >= low && from <= high,
                (Bounds::Plural, Bounds::Range(from, _)) => from > 1.0,
                (Bounds::Range(..), Bounds::Plural) => false,
            })
        })
}

/// Scores `answers` against `key`; `counted` asks for the numbers too.
pub(crate) fn score(key: &Items, answers: &Items, counted: bool) -> Score {
    let (mut required, mut given, mut found, mut right) = (0_u32, 0_u32, 0_u32, 0_u32);
    let none = Vec::new();
    for (id, key) in key {
        let answers = answers.get(id).unwrap_or(&none);
        given += u32::try_from(answers.len()).unwrap_or(u32::MAX);
        required +=
            u32::try_from(key.iter().filter(|item| !item.optional).count()).unwrap_or(u32::MAX);
        for (item, _) in matched(key, answers, counted) {
            right += 1;
            found += u32::from(key.get(item).is_some_and(|item| !item.optional));
        }
    }
    let share = |part: u32, whole: u32| {
        if whole == 0 {
            0.0
        } else {
            f64::from(part) / f64::from(whole)
        }
    };
    let (recall, precision) = (share(found, required), share(right, given));
    let sum = recall + precision;
    Score {
        recall,
        precision,
        f: if sum > 0.0 {
            2.0 * recall * precision / sum
        } else {
            0.0
        },
    }
}

/// Pairs of key item and answer, one to one, those with the most shared words first.
pub(crate) fn matched(key: &[Item], answers: &[Item], counted: bool) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (k, item) in key.iter().enumerate() {
        for (a, answer) in answers.iter().enumerate() {
            let shared = item.words.intersection(&answer.words).count();
            let meets = item.effects.intersection(&answer.effects).next().is_some();
            if meets && shared > 0 && (!counted || fits(&item.numbers, &answer.numbers)) {
                let all = item.words.union(&answer.words).count();
                let overlap = shared as f64 / all as f64;
                pairs.push((overlap, k, a));
            }
        }
    }
    pairs.sort_by(|one, other| {
        other
            .0
            .total_cmp(&one.0)
            .then((one.1, one.2).cmp(&(other.1, other.2)))
    });
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, k, a) in pairs {
        if taken.iter().all(|(key, answer)| *key != k && *answer != a) {
            taken.push((k, a));
        }
    }
    taken
}
