//! Mentions of the same victims in one story, so that each toll is suggested once.

use super::Casualty;
use crate::class::Class;
use crate::english::LEXICON;
use crate::number::{Qualifier, Quantity};

/// Mentions that speak of the same victims: their places in the list handed in, in order.
#[derive(Clone, Debug)]
pub struct Victims {
    /// Every mention.
    pub mentions: Vec<usize>,
    /// The mention that says most: it names them, or counts them exactly, or came first.
    pub best: usize,
}

/// Groups `casualties`, which stand in order of place.
#[must_use]
pub fn same_victims(casualties: &[&Casualty]) -> Vec<Victims> {
    let mut groups: Vec<Victims> = Vec::new();
    for (at, casualty) in casualties.iter().enumerate() {
        let same = groups.iter_mut().rev().find(|group| {
            group
                .mentions
                .iter()
                .filter_map(|other| casualties.get(*other))
                .any(|other| is_same(other, casualty))
        });
        match same {
            Some(group) => {
                group.mentions.push(at);
                if casualties
                    .get(group.best)
                    .is_some_and(|best| weight(casualty) > weight(best))
                {
                    group.best = at;
                }
            }
            None => groups.push(Victims {
                mentions: vec![at],
                best: at,
            }),
        }
    }
    groups
}

fn weight(casualty: &Casualty) -> f64 {
    let named = if casualty.is_named { 2.0 } else { 0.0 };
    let counted = if casualty.quantity.low.is_some() {
        0.5
    } else {
        0.0
    };
    let own = if casualty.is_implied { 0.0 } else { 4.0 };
    own + named + counted + casualty.score
}

/// Whether two mentions speak of the same victims.
fn is_same(one: &Casualty, other: &Casualty) -> bool {
    if one.harm != other.harm || one.is_negated != other.is_negated {
        return false;
    }
    match (one.is_named, other.is_named) {
        (true, true) => shares_a_name(one, other),
        (false, false) => is_same_group(one, other),
        (true, false) => is_role_of(other, one),
        (false, true) => is_role_of(one, other),
    }
}

/// "Héctor Oquelí", "Oqueli": the only name of the shorter, or two of its names, are in the longer.
/// Two who share a family name alone are two.
fn shares_a_name(one: &Casualty, other: &Casualty) -> bool {
    let (one, other) = (own_names(one), own_names(other));
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    match short.len() {
        0 => false,
        1 => shared == 1,
        _ => shared >= 2,
    }
}

/// The words of a name without titles and roles.
fn own_names(casualty: &Casualty) -> Vec<&str> {
    let is_role = |word: &&str| {
        LEXICON
            .classes(word)
            .any(&[Class::Title, Class::Person, Class::Organization])
    };
    let words = casualty.victim_words.iter().map(String::as_str);
    words.filter(|word| !is_role(word)).collect()
}

/// "six priests", "the priests": one head, and numbers that do not speak against each other.
fn is_same_group(one: &Casualty, other: &Casualty) -> bool {
    let (Some(head), Some(second)) = (one.victim_words.last(), other.victim_words.last()) else {
        return false;
    };
    singular(head) == singular(second) && numbers_agree(&one.quantity, &other.quantity)
}

/// "the senator" of one already named: each of its words was said of the name.
fn is_role_of(role: &Casualty, named: &Casualty) -> bool {
    role.quantity.low == Some(1)
        && !role.victim_words.is_empty()
        && role
            .victim_words
            .iter()
            .all(|word| named.victim_words.contains(word))
}

fn numbers_agree(one: &Quantity, other: &Quantity) -> bool {
    let open = |quantity: &Quantity| quantity.low.is_none() && quantity.high.is_none();
    let several = |quantity: &Quantity| quantity.low.is_none_or(|low| low > 1);
    if open(one) || open(other) {
        return several(one) && several(other);
    }
    let near = one.qualifier == Qualifier::About || other.qualifier == Qualifier::About;
    let (low, high) = (
        one.low.max(other.low),
        one.high.into_iter().chain(other.high).min(),
    );
    low.is_none()
        || high.is_none()
        || low <= high
        || near && low <= high.map(|high| high + high / 4)
}

/// `word` without the ending of its plural.
fn singular(word: &str) -> &str {
    match word {
        "people" | "persons" | "person" => "person",
        "men" | "man" => "man",
        "women" | "woman" => "woman",
        "children" | "child" => "child",
        _ => word
            .strip_suffix("es")
            .filter(|bare| bare.ends_with("sh") || bare.ends_with("ch"))
            .or_else(|| word.strip_suffix('s'))
            .unwrap_or(word),
    }
}
