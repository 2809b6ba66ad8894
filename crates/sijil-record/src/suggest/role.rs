//! What kind of source somebody is, and whether anybody is named, where no list knows the name.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use sijil_text::fold;

use crate::actor::{Entity, Scale, SourceKind};

/// Whether a source can be called to account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// A person, a body or an outlet is named.
    Named,
    /// "A military source", "officials", مصادر محلية; or nobody at all.
    Unnamed,
}

/// A kind of source, and how far it sees.
type Kind = (SourceKind, Scale);

/// Kinds by the words for them, as a story writes of people: "a nurse", ناشط.
#[derive(Default)]
struct Roles {
    of_word: HashMap<String, Kind>,
    /// Of two words, by the first.
    of_pair: HashMap<String, Vec<(String, Kind)>>,
}

static ROLES: LazyLock<Roles> = LazyLock::new(|| {
    let mut roles = Roles::default();
    for line in include_str!("../../data/actors/roles.tsv").lines() {
        let mut cells = line.split('\t');
        let (Some(kind), Some(scale)) = (named(cells.next()), named(cells.next())) else {
            continue;
        };
        for word in cells.flat_map(|cell| cell.split('|')) {
            let folded = fold(word);
            if let Some((first, second)) = folded.split_once(' ') {
                let pairs = roles.of_pair.entry(first.to_owned()).or_default();
                pairs.push((second.to_owned(), (kind, scale)));
            } else {
                roles.of_word.entry(folded).or_insert((kind, scale));
            }
        }
    }
    roles
});

fn named<T: for<'de> Deserialize<'de>>(word: Option<&str>) -> Option<T> {
    serde_json::from_value(serde_json::Value::from(word?)).ok()
}

/// The kind of source that `words` call themselves: of the first of them that says one.
pub(super) fn role(words: &str) -> Option<(SourceKind, Scale)> {
    let folded = fold(words);
    let words: Vec<&str> = folded
        .split(|letter: char| letter.is_whitespace() || letter == ',' || letter == '،')
        .filter(|word| !word.is_empty())
        .collect();
    let of_pair = |pair: &[&str]| {
        let [first, second] = pair else { return None };
        let seconds = ROLES.of_pair.get(*first)?;
        let (_, kind) = seconds.iter().find(|(word, _)| word == second)?;
        Some(*kind)
    };
    let pair = words.windows(2).find_map(of_pair);
    pair.or_else(|| {
        words
            .iter()
            .find_map(|word| ROLES.of_word.get(*word).copied())
    })
}

/// Whether `words` name anybody; `entity` is who of the dictionaries they mean.
pub(super) fn identity(words: &str, entity: Option<&Entity>) -> Identity {
    if entity.is_some_and(|entity| !entity.is_unnamed) {
        return Identity::Named;
    }
    let is_general = entity.is_some() || is_general(words);
    if is_general && !holds_a_name(words) {
        Identity::Unnamed
    } else {
        Identity::Named
    }
}

/// Whether the words are of a kind of people: "residents", "two officials", مصدر.
fn is_general(words: &str) -> bool {
    const UNNAMED: &[SourceKind] = &[
        SourceKind::UnnamedSources,
        SourceKind::ResidentWitness,
        SourceKind::Activist,
        SourceKind::Medical,
        SourceKind::Expert,
        SourceKind::Family,
        SourceKind::CivilDefence,
    ];
    const GROUPS: &[&str] = &["groups", "group", "people", "report", "reports"];
    let folded = fold(words);
    role(words).is_some_and(|(kind, _)| UNNAMED.contains(&kind))
        || folded.split_whitespace().any(|word| GROUPS.contains(&word))
}

/// "Omar Haddad, a resident", "police officer Omar Haddad": two capitals side by side, or one behind a
/// word without. In Arabic a title with the article has its bearer behind it: المسؤول عمر حداد.
fn holds_a_name(words: &str) -> bool {
    let capitals: Vec<bool> = words
        .split_whitespace()
        .map(|word| word.starts_with(char::is_uppercase))
        .collect();
    // The first word may be a capital because a sentence begins with it.
    let rest = capitals.get(1..).unwrap_or_default();
    let ends_in_capital = capitals.len() > 1 && capitals.last() == Some(&true);
    let side_by_side = rest.windows(2).any(|pair| pair == [true, true])
        || capitals.len() > 1 && capitals.iter().take(2).all(|capital| *capital);
    let titled = words.starts_with("ال") && words.split_whitespace().count() > 2;
    let is_arabic = !words.contains(|letter: char| letter.is_ascii_alphabetic());
    ends_in_capital || side_by_side || is_arabic && titled
}
