//! Words that say that a name is, or is not, a place; read from `data/places` once.

use std::collections::{HashMap, HashSet};

use sijil_text::fold;

/// What kind of place the words beside a name speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Admin1,
    Admin2,
    Admin3,
    Town,
    Quarter,
    Countryside,
    Site,
    Water,
    Land,
}

/// The word lists.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Words that need a sign that a place is meant.
    pub(crate) common: HashSet<String>,
    /// Names that are no places in news.
    pub(crate) never: HashSet<String>,
    /// Titles and given names.
    pub(crate) people: HashSet<String>,
    /// By their first word; all words of the phrase, then the kind.
    pub(crate) before: HashMap<String, Vec<(Vec<String>, Kind)>>,
    pub(crate) after: HashMap<String, Kind>,
    /// Short form of a state to its ISO 3166-2 code.
    pub(crate) states: HashMap<String, &'static str>,
    /// Adjective of a country to its code of two letters.
    pub(crate) adjectives: HashMap<String, &'static str>,
}

impl Lexicon {
    pub(crate) fn read() -> Self {
        let (before, after) = kinds();
        Self {
            common: word_list(include_str!("../../data/places/common.txt"))
                .into_iter()
                .chain(word_list(include_str!("../../data/places/common.ar.txt")))
                .collect(),
            never: lines(include_str!("../../data/places/never.txt"))
                .flat_map(|line| line.split(", "))
                .map(str::to_owned)
                .collect(),
            people: word_list(include_str!("../../data/places/people.txt")),
            before,
            after,
            states: states(),
            adjectives: adjectives(),
        }
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn word_list(text: &'static str) -> HashSet<String> {
    lines(text)
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

type Kinds = (
    HashMap<String, Vec<(Vec<String>, Kind)>>,
    HashMap<String, Kind>,
);

fn kinds() -> Kinds {
    let mut before: HashMap<String, Vec<(Vec<String>, Kind)>> = HashMap::new();
    let mut after = HashMap::new();
    for line in lines(include_str!("../../data/places/kinds.tsv")) {
        let mut cells = line.split('\t');
        let Some(kind) = cells.next().and_then(kind) else {
            continue;
        };
        for phrase in list(cells.next()) {
            let words: Vec<String> = phrase.split(' ').map(fold).collect();
            if let Some(first) = words.first().cloned() {
                before.entry(first).or_default().push((words, kind));
            }
        }
        for word in list(cells.next()) {
            after.entry(fold(word)).or_insert(kind);
        }
    }
    (before, after)
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "admin1" => Kind::Admin1,
        "admin2" => Kind::Admin2,
        "admin3" => Kind::Admin3,
        "town" => Kind::Town,
        "quarter" => Kind::Quarter,
        "countryside" => Kind::Countryside,
        "site" => Kind::Site,
        "water" => Kind::Water,
        "land" => Kind::Land,
        _ => return None,
    })
}

fn list(cell: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    cell.unwrap_or_default()
        .split('|')
        .filter(|word| !word.is_empty())
}

fn states() -> HashMap<String, &'static str> {
    let mut states = HashMap::new();
    for line in lines(include_str!("../../data/places/states.tsv")) {
        if let Some((code, forms)) = line.split_once('\t') {
            for form in forms.split('|') {
                states.insert(fold(&form.trim_end_matches('.').replace('.', "")), code);
            }
        }
    }
    states
}

/// English adjectives as they are folded; Arabic ones without article, in the forms of gender and number.
fn adjectives() -> HashMap<String, &'static str> {
    let mut adjectives = HashMap::new();
    for line in lines(include_str!("../../data/countries.tsv")) {
        let mut cells = line.split('\t');
        let code = cells.next().unwrap_or_default();
        let mut cells = cells.skip(2);
        for word in list(cells.next()) {
            let word = fold(word);
            adjectives.insert(format!("{word}s"), code);
            adjectives.insert(word, code);
        }
        for word in list(cells.next()) {
            let word = fold(word);
            for ending in ["", "ه", "ين", "ون", "ات", "تين"] {
                adjectives.insert(format!("{word}{ending}"), code);
                adjectives.insert(format!("ال{word}{ending}"), code);
            }
        }
    }
    adjectives
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        let lexicon = Lexicon::read();
        assert!(lexicon.common.contains("mobile") && lexicon.people.contains("mr"));
        assert_eq!(lexicon.after.get("province"), Some(&Kind::Admin1));
        assert_eq!(lexicon.states.get("la"), Some(&"US-LA"));
        assert_eq!(lexicon.adjectives.get("السوريه"), Some(&"SY"));
        assert_eq!(lexicon.adjectives.get("syrians"), Some(&"SY"));
        assert!(lexicon.before.contains_key("مدينه"));
    }

    #[test]
    fn every_word_is_written_as_folding_leaves_it() {
        for text in [
            include_str!("../../data/places/common.txt"),
            include_str!("../../data/places/common.ar.txt"),
            include_str!("../../data/places/people.txt"),
        ] {
            for word in word_list(text) {
                assert_eq!(fold(&word), word);
            }
        }
    }
}
