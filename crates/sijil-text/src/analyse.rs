//! The two chains from text to search terms, used alike by index, queries and highlights.

use crate::fold::{fold, fold_light, lowercase};
use crate::stem::{light10, porter2};
use crate::stop::{is_arabic_stop_word, is_english_stop_word};
use crate::token::{Script, Token, tokens};
use std::ops::Range;

/// A word of a text in both the forms that the index may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word lightly folded, never empty.
    pub exact: String,
    /// The word folded and stemmed; `None` for a stop word.
    pub stem: Option<String>,
    /// The number of the word in the text, from 0.
    pub position: usize,
    /// Bytes of the original text.
    pub range: Range<usize>,
}

/// A word as one kind of field holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The folded, perhaps stemmed word.
    pub text: String,
    /// The number of the word in the text, from 0; words left out keep their number.
    pub position: usize,
    /// Bytes of the original text.
    pub range: Range<usize>,
}

/// The words of `text`, in order, each in both forms.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let numbered = tokens(text).into_iter().enumerate();
    let words = numbered.map(|(position, token)| Word {
        exact: fold_light(&token.text),
        stem: stem(text, &token).filter(|stem| !stem.is_empty()),
        position,
        range: token.range,
    });
    words.filter(|word| !word.exact.is_empty()).collect()
}

/// The terms of `text` for stemmed fields: stop words out, the rest folded and stemmed by script.
#[must_use]
pub fn stemmed(text: &str) -> Vec<Term> {
    let stems = words(text).into_iter().filter_map(|word| {
        Some(Term {
            text: word.stem?,
            position: word.position,
            range: word.range,
        })
    });
    stems.collect()
}

/// The terms of `text` for exact fields: every word, lightly folded.
#[must_use]
pub fn exact(text: &str) -> Vec<Term> {
    let terms = words(text).into_iter().map(|word| Term {
        text: word.exact,
        position: word.position,
        range: word.range,
    });
    terms.collect()
}

fn stem(text: &str, token: &Token) -> Option<String> {
    match token.script {
        // Stop words are looked up before letters are folded: see `is_arabic_stop_word`.
        Script::Arabic => {
            (!is_arabic_stop_word(&token.text)).then(|| light10(&fold(&token.text)).to_owned())
        }
        Script::Latin => {
            let word = lowercase(without_possessive(text, token));
            (!is_english_stop_word(&word)).then(|| porter2(&fold(&word)).into_owned())
        }
        Script::Digit | Script::Other => Some(fold(&token.text)),
    }
}

/// The word without its final 's; the tokeniser has deleted the apostrophe, the text still has it.
fn without_possessive<'a>(text: &str, token: &'a Token) -> &'a str {
    let original = text.get(token.range.clone()).unwrap_or_default();
    let is_possessive = ["'s", "’s", "'S", "’S"]
        .iter()
        .any(|ending| original.ends_with(ending));
    if is_possessive {
        token.text.strip_suffix(['s', 'S']).unwrap_or(&token.text)
    } else {
        &token.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(terms: &[Term]) -> Vec<&str> {
        terms.iter().map(|term| term.text.as_str()).collect()
    }

    #[test]
    fn each_script_gets_its_own_chain() {
        let text = "قال علي على الهاتف: the army's attacks on الرقة";
        assert_eq!(
            words(&stemmed(text)),
            ["قال", "عل", "هاتف", "armi", "attack", "رق"]
        );
        assert_eq!(
            words(&exact(text)),
            [
                "قال",
                "علي",
                "علي",
                "الهاتف",
                "the",
                "armys",
                "attacks",
                "on",
                "الرقة"
            ]
        );
    }

    #[test]
    fn words_left_out_keep_their_number() {
        let positions: Vec<usize> = stemmed("fall of the city")
            .iter()
            .map(|term| term.position)
            .collect();
        assert_eq!(positions, [0, 3]);
    }
}
