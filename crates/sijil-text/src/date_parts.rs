//! Cutting text into what written dates are made of: numbers, words, signs.

use crate::fold::{fold_light, is_arabic_mark, is_ignorable};
use std::ops::Range;

/// A piece of text as dates are made of.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) range: Range<usize>,
    pub(crate) kind: Kind,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Kind {
    /// Value and number of digits.
    Number(u16, usize),
    /// Lightly folded.
    Word(String),
    /// One character, neither letter, digit nor white space.
    Sign(char),
}

/// The pieces of `text`, in order; hidden characters and white space are none.
pub(crate) fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (start, letter) in text.char_indices() {
        if is_ignorable(letter) {
            continue;
        }
        let is_part_of_word = letter.is_alphanumeric() || is_arabic_mark(letter);
        let changes = open
            .as_ref()
            .is_some_and(|(_, word)| ends_in_digit(word) != letter.is_numeric());
        if !is_part_of_word || changes {
            parts.extend(open.take().map(|(from, word)| part(from..start, &word)));
        }
        if is_part_of_word {
            open.get_or_insert_with(|| (start, String::new()))
                .1
                .push(letter);
        } else if !letter.is_whitespace() {
            parts.push(Part {
                range: start..start + letter.len_utf8(),
                kind: Kind::Sign(letter),
            });
        }
    }
    parts.extend(open.map(|(from, word)| part(from..text.len(), &word)));
    parts
}

fn ends_in_digit(word: &str) -> bool {
    word.chars().next_back().is_some_and(char::is_numeric)
}

fn part(range: Range<usize>, letters: &str) -> Part {
    let word = fold_light(letters);
    let kind = match word.parse() {
        Ok(number) => Kind::Number(number, word.len()),
        Err(_) => Kind::Word(word),
    };
    Part { range, kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_system_are_numbers_and_part_from_letters() {
        let kinds: Vec<Kind> = parts("٢٢th أيلول/2026")
            .into_iter()
            .map(|part| part.kind)
            .collect();
        let expected = [
            Kind::Number(22, 2),
            Kind::Word("th".to_owned()),
            Kind::Word("ايلول".to_owned()),
            Kind::Sign('/'),
            Kind::Number(2026, 4),
        ];
        assert_eq!(kinds, expected);
    }
}
