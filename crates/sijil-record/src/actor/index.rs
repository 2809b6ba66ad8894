//! Names as one automaton of folded words, and how each must be written to count.

use aho_corasick::AhoCorasick;

use crate::span::Span;
use crate::token::{Case, Token, tokens};

/// How a name must be written to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Any,
    Capital,
    AllCapitals,
}

pub(super) struct Pattern {
    pub(super) entity: usize,
    letters: Letters,
}

/// Names that are looked for together.
pub(super) struct Index {
    patterns: Vec<Pattern>,
    automaton: Option<AhoCorasick>,
}

impl Index {
    /// Of names with the numbers of whom they name.
    pub(super) fn new<'n>(names: impl Iterator<Item = (&'n str, usize)>) -> Self {
        let mut spelt = Vec::new();
        let mut patterns = Vec::new();
        for (name, entity) in names {
            let words = joined(&tokens(name, Span::new(0, name.len())));
            let letters = letters(name);
            if words.is_empty() {
                continue;
            }
            // The article of a name melts with the "to" before it: للجيش.
            if let Some(rest) = words.strip_prefix("ال") {
                spelt.push(format!("لل{rest}"));
                patterns.push(Pattern { entity, letters });
            }
            spelt.push(words);
            patterns.push(Pattern { entity, letters });
        }
        Self {
            patterns,
            // It fails only beyond four thousand million states.
            automaton: AhoCorasick::new(&spelt).ok(),
        }
    }

    /// Where names stand in folded words, whole or within others.
    pub(super) fn hits<'t>(
        &'t self,
        words: &'t str,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, &'t Pattern)> {
        let found = self.automaton.iter().flat_map(move |automaton| {
            automaton
                .find_overlapping_iter(words)
                .map(|hit| (hit.start()..hit.end(), hit.pattern().as_usize()))
        });
        found.filter_map(|(range, pattern)| Some((range, self.patterns.get(pattern)?)))
    }
}

/// The folded words with one blank between.
pub(super) fn joined(tokens: &[Token]) -> String {
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
pub(super) fn span(
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
