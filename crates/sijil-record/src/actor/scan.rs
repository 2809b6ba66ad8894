//! One pass over a sentence for all names of all actors and sources.

use std::collections::HashMap;

use aho_corasick::AhoCorasick;
use sijil_text::fold;

use crate::actor::Entity;
use crate::actor::dictionary;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Case, Token, tokens};

/// Somebody named in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Where the name stands.
    pub span: Span,
    /// Number of the entity, for [`Actors::entity`].
    pub entity: usize,
}

/// How a name must be written to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Any,
    Capital,
    AllCapitals,
}

struct Pattern {
    entity: usize,
    letters: Letters,
}

/// The dictionaries, ready to be looked for. Making one reads them; keep it.
pub struct Actors {
    entities: Vec<Entity>,
    patterns: Vec<Pattern>,
    automaton: Option<AhoCorasick>,
    /// Governments by the folded names of their countries.
    countries: HashMap<String, usize>,
}

impl std::fmt::Debug for Actors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} actors and sources", self.entities.len())
    }
}

impl Default for Actors {
    fn default() -> Self {
        Self::shipped()
    }
}

impl Actors {
    /// The dictionaries that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let (entities, names) = dictionary::read();
        let mut spelt = Vec::new();
        let mut patterns = Vec::new();
        for name in &names {
            let words = joined(&tokens(&name.text, Span::new(0, name.text.len())));
            let letters = letters(&name.text);
            // The article of a name melts with the "to" before it: للجيش.
            if let Some(rest) = words.strip_prefix("ال") {
                spelt.push(format!("لل{rest}"));
                patterns.push(Pattern {
                    entity: name.entity,
                    letters,
                });
            }
            spelt.push(words);
            patterns.push(Pattern {
                entity: name.entity,
                letters,
            });
        }
        let countries = dictionary::countries(&entities);
        let countries = countries
            .into_iter()
            .map(|name| (fold(&name.text), name.entity))
            .collect();
        Self {
            entities,
            patterns,
            countries,
            // It fails only beyond four thousand million states.
            automaton: AhoCorasick::new(&spelt).ok(),
        }
    }

    /// Who it is.
    #[must_use]
    pub fn entity(&self, number: usize) -> Option<&Entity> {
        self.entities.get(number)
    }

    /// Everybody, in the order of their numbers.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Those named in `sentence`, in order; of overlapping names the first, and of those the longest.
    #[must_use]
    pub fn named(&self, text: &str, sentence: &Sentence) -> Vec<Named> {
        let readings = self.readings(text, sentence).into_iter();
        let firsts = readings.filter_map(|(span, entities)| {
            let entity = *entities.first()?;
            Some(Named { span, entity })
        });
        firsts.collect()
    }

    /// The names in `sentence`, in order and none overlapping, each with the numbers of all who bear it.
    pub(crate) fn readings(&self, text: &str, sentence: &Sentence) -> Vec<(Span, Vec<usize>)> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let words = joined(&sentence.tokens);
        let mut found: Vec<(usize, usize, Named)> = automaton
            .find_overlapping_iter(&words)
            .filter_map(|hit| {
                let pattern = self.patterns.get(hit.pattern().as_usize())?;
                let range = hit.start()..hit.end();
                let span = span(text, &sentence.tokens, &words, range, pattern)?;
                let entity = pattern.entity;
                Some((hit.start(), hit.end(), Named { span, entity }))
            })
            .collect();
        found.sort_by_key(|(start, end, named)| (*start, std::cmp::Reverse(*end), named.entity));
        let mut kept: Vec<(Span, Vec<usize>)> = Vec::new();
        for (_, _, named) in found {
            match kept.iter_mut().find(|(span, _)| span.overlaps(named.span)) {
                Some((span, entities)) if *span == named.span => {
                    if !entities.contains(&named.entity) {
                        entities.push(named.entity);
                    }
                }
                Some(_) => {}
                None => kept.push((named.span, vec![named.entity])),
            }
        }
        kept.sort_by_key(|(span, _)| *span);
        kept
    }

    /// The government of the country that `words` name and nothing else: "Israel", إسرائيل.
    pub(crate) fn government(&self, words: &str) -> Option<usize> {
        let folded = fold(words);
        let bare = folded.strip_prefix("the ").unwrap_or(&folded);
        self.countries.get(bare).copied()
    }
}

/// The folded words with one blank between.
fn joined(tokens: &[Token]) -> String {
    let mut words = String::new();
    for token in tokens {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&token.folded);
    }
    words
}

fn letters(name: &str) -> Letters {
    let mut latin = name
        .chars()
        .filter(|letter| letter.is_alphabetic() && !letter.is_whitespace());
    let is_latin = name.chars().any(|letter| letter.is_ascii_alphabetic());
    if !is_latin
        || name.chars().next().is_some_and(char::is_lowercase)
            && !name.chars().any(char::is_uppercase)
    {
        return Letters::Any;
    }
    if latin.all(char::is_uppercase) {
        Letters::AllCapitals
    } else {
        Letters::Capital
    }
}

/// Where a hit stands in the text, if it is of whole words and its letters are right.
fn span(
    text: &str,
    tokens: &[Token],
    words: &str,
    hit: std::ops::Range<usize>,
    pattern: &Pattern,
) -> Option<Span> {
    let ends_well = words
        .get(hit.end..)?
        .chars()
        .next()
        .is_none_or(|next| next == ' ');
    if !ends_well {
        return None;
    }
    let mut at = 0;
    let mut first: Option<(&Token, &str)> = None;
    let mut last = None;
    for token in tokens {
        let end = at + token.folded.len();
        if at <= hit.start && hit.start < end {
            first = Some((token, words.get(at..hit.start)?));
        }
        if end == hit.end {
            last = Some(token);
        }
        at = end + 1;
    }
    let ((first, hanging), last) = (first?, last?);
    let is_clitic = matches!(
        hanging,
        "" | "و" | "ف" | "ب" | "ل" | "ك" | "وب" | "ول" | "فب"
    );
    let is_right = match pattern.letters {
        Letters::Any => true,
        Letters::Capital => first.case != Case::Lower,
        Letters::AllCapitals => first.case == Case::Upper,
    };
    if !is_clitic || !is_right {
        return None;
    }
    let cut = bytes_of_letters(first.span.of(text), hanging.chars().count());
    Some(Span::new(first.span.start + cut, last.span.end))
}

/// The bytes that the first `letters` letters of `written` take, with the marks that hang on them.
fn bytes_of_letters(written: &str, letters: usize) -> usize {
    let is_letter = |(_, letter): &(usize, char)| {
        letter.is_alphabetic() && !matches!(letter, '\u{640}' | '\u{670}')
    };
    written
        .char_indices()
        .filter(is_letter)
        .nth(letters)
        .map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Part;
    use crate::sentences;

    fn ids(text: &str) -> Vec<String> {
        let actors = Actors::shipped();
        sentences(text)
            .iter()
            .flat_map(|sentence| actors.named(text, sentence))
            .map(|named| {
                format!(
                    "{}={}",
                    named.span.of(text),
                    actors.entities[named.entity].id
                )
            })
            .collect()
    }

    #[test]
    fn one_actor_has_many_names_in_both_scripts() {
        assert_eq!(
            ids("The U.S.-backed Syrian Democratic Forces and ISIS agreed, said the SDF."),
            [
                "U.S.-backed Syrian Democratic Forces=sdf",
                "ISIS=is",
                "SDF=sdf"
            ]
        );
        assert_eq!(
            ids("سيطرت قسد على القرية، وقال الدفاع المدني إن تنظيم الدولة انسحب"),
            ["قسد=sdf", "الدفاع المدني=civil-defence", "تنظيم الدولة=is"]
        );
        assert_eq!(
            ids("قصف للجيش السوري وللحوثيين"),
            ["للجيش السوري=sy-forces", "للحوثيين=houthis"]
        );
    }

    #[test]
    fn the_coalition_is_no_part_of_another_name() {
        assert_eq!(
            ids("US-led coalition warplanes hit it"),
            ["US-led coalition=coalition"]
        );
        assert_eq!(
            ids("a coalition of parties; what is said is told"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn every_row_is_read_and_names_its_kind() {
        let actors = Actors::shipped();
        let sources = actors
            .entities()
            .iter()
            .filter(|one| matches!(one.part, Part::Source { .. }));
        assert!(sources.count() > 120);
        for line in [
            include_str!("../../data/actors/actors.tsv"),
            include_str!("../../data/actors/sources.tsv"),
        ]
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| !line.starts_with('#'))
        {
            let id = line.split('\t').next().unwrap();
            assert!(actors.entities().iter().any(|one| one.id == id), "{id}");
        }
    }

    #[test]
    fn names_hold_for_their_time() {
        let actors = Actors::shipped();
        let hts = actors
            .entities()
            .iter()
            .find(|one| one.id == "hts")
            .unwrap();
        assert!(
            hts.is_valid_on("2018-05-01")
                && !hts.is_valid_on("2016-05-01")
                && !hts.is_valid_on("2026-01-01")
        );
    }
}
