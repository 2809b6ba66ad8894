//! Cutting text into words, with their places in the original text.
//!
//! One tokeniser for index, query and highlights. It never changes the text it walks over, so that
//! offsets stay right; only the words it hands out are normalised (NFKC, signs dropped).

use crate::fold::{is_arabic_mark, is_ignorable};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// The script of a word. A run that changes script is cut there: الـBBC is two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// At least one Arabic letter.
    Arabic,
    /// At least one Latin letter; digits may stand among the letters (F16).
    Latin,
    /// Digits alone, of any system.
    Digit,
    /// Letters of any other script.
    Other,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands: bytes of the original text, on character boundaries. Two tokens share a
    /// range where one character stands for several words (U+FDFA).
    pub range: Range<usize>,
    /// The word: NFKC, without vowel signs, tatweel, joiners, inner apostrophes; case is kept.
    pub text: String,
    /// The script of its letters.
    pub script: Script,
}

/// Letters kept of one word; longer runs are not words but noise.
const WORD_CHARS_MAX: usize = 100;

/// The words of `text`, in order.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for run in runs(text) {
        let raw: String = run.letters.nfkc().collect();
        if raw == run.letters {
            push(&mut found, run.range, &raw, run.script);
        } else {
            // Compatibility forms may hold spaces or change script: cut again, same place.
            for inner in runs(&raw) {
                push(&mut found, run.range.clone(), &inner.letters, inner.script);
            }
        }
    }
    found
}

fn push(found: &mut Vec<Token>, range: Range<usize>, letters: &str, script: Script) {
    let text: String = letters
        .chars()
        .filter(|letter| !is_arabic_mark(*letter))
        .take(WORD_CHARS_MAX)
        .collect();
    if !text.is_empty() {
        found.push(Token {
            range,
            text,
            script,
        });
    }
}

/// A run of letters and signs of one script; `letters` lacks what is deleted inside a word.
struct Run {
    range: Range<usize>,
    letters: String,
    script: Script,
}

/// What a character does to the run it stands in.
enum Role {
    Letter(Script),
    /// Belongs to the letter before it and is kept.
    Mark,
    /// Deleted wherever it stands in a word.
    Nothing,
    /// Deleted between two letters, else it ends the word.
    Apostrophe,
    /// Deleted between ASCII letters or digits (U.S., t.co), else it ends the word.
    FullStop,
    Gap,
}

fn role(letter: char) -> Role {
    match letter {
        '\'' | '’' | '‘' => Role::Apostrophe,
        '.' => Role::FullStop,
        '\u{02BC}'..='\u{02BF}' | '\u{0640}' => Role::Nothing,
        _ if is_ignorable(letter) => Role::Nothing,
        _ if is_arabic_mark(letter) || unicode_normalization::char::is_combining_mark(letter) => {
            Role::Mark
        }
        _ if letter.is_numeric() => Role::Letter(Script::Digit),
        _ if letter.is_alphabetic() => Role::Letter(script(letter)),
        _ => Role::Gap,
    }
}

fn script(letter: char) -> Script {
    match letter {
        '\u{0600}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{0870}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFF}' => Script::Arabic,
        'a'..='z'
        | 'A'..='Z'
        | '\u{00AA}'
        | '\u{00BA}'
        | '\u{00C0}'..='\u{02BB}'
        | '\u{1D00}'..='\u{1DBF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}'
        | '\u{A720}'..='\u{A7FF}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{FF21}'..='\u{FF5A}' => Script::Latin,
        _ => Script::Other,
    }
}

fn runs(text: &str) -> Vec<Run> {
    let mut done = Vec::new();
    let mut open: Option<Run> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let end = start + letter.len_utf8();
        match role(letter) {
            Role::Letter(script) => {
                if open.as_ref().is_some_and(|run| !joins(run.script, script)) {
                    done.extend(open.take());
                }
                let run = open.get_or_insert_with(|| Run {
                    range: start..end,
                    letters: String::new(),
                    script,
                });
                run.script = merged(run.script, script);
                run.letters.push(letter);
                run.range.end = end;
            }
            Role::Mark => {
                if let Some(run) = &mut open {
                    run.letters.push(letter);
                    run.range.end = end;
                }
            }
            Role::Nothing => {}
            Role::Apostrophe if open.is_some() && next.is_some_and(starts_word) => {}
            Role::FullStop if is_inside_ascii(open.as_ref(), next) => {}
            Role::Apostrophe | Role::FullStop | Role::Gap => done.extend(open.take()),
        }
    }
    done.extend(open);
    done
}

fn starts_word(letter: char) -> bool {
    matches!(role(letter), Role::Letter(_) | Role::Nothing | Role::Mark)
}

fn is_inside_ascii(open: Option<&Run>, next: Option<char>) -> bool {
    let before = open.and_then(|run| run.letters.chars().next_back());
    before.is_some_and(|letter| letter.is_ascii_alphanumeric())
        && next.is_some_and(|letter| letter.is_ascii_alphanumeric())
}

/// Digits hang on to Latin and other letters (F16, 22nd) but not to Arabic ones, where a one-letter
/// preposition stands before them (في2011, و22).
fn joins(open: Script, next: Script) -> bool {
    open == next
        || matches!(
            (open, next),
            (Script::Digit, Script::Latin | Script::Other)
                | (Script::Latin | Script::Other, Script::Digit)
        )
}

fn merged(open: Script, next: Script) -> Script {
    if open == Script::Digit { next } else { open }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_are_cut_as_readers_read_them() {
        check("Sana'a Sana’a Sanaʿa Sana‘a", &["Sanaa"; 4]);
        check("the U.S. on t.co. End", &["the", "US", "on", "tco", "End"]);
        check("'quoted' words’", &["quoted", "words"]);
        check(
            "#الجيش_السوري snake_case",
            &["الجيش", "السوري", "snake", "case"],
        );
        check("الـBBC", &["ال", "BBC"]);
        check("مـحـمد مُحَمَّد", &["محمد", "محمد"]);
        check("می\u{200C}شود", &["میشود"]);
        check("\u{200F}حلب\u{200F}،", &["حلب"]);
        check("\u{FDFA}", &["صلى", "الله", "عليه", "وسلم"]);
        check(
            "F16 22nd في2011 و22",
            &["F16", "22nd", "في", "2011", "و", "22"],
        );
        check("Ḥamāh Ḥama\u{0304}h", &["Ḥamāh", "Ḥamāh"]);
        check("\u{064B}\u{0651} ـــ", &[]);
        check("", &[]);
    }

    #[test]
    fn ranges_are_those_of_the_original_text() {
        let text = "قال: \u{200F}مُحَمَّد\u{200F} (Sana'a)";
        let words: Vec<&str> = tokens(text)
            .iter()
            .filter_map(|token| text.get(token.range.clone()))
            .collect();
        assert_eq!(words, ["قال", "مُحَمَّد", "Sana'a"]);
    }

    proptest! {
        #[test]
        fn ranges_lie_inside_the_text_and_in_order(text in "\\PC*", mixed in "[a-z\u{600}-\u{6FF}'.0-9 \u{200C}\u{300}\u{FDF0}-\u{FDFF}]*") {
            for text in [&text, &mixed] {
                let mut last = 0;
                for token in tokens(text) {
                    prop_assert!(token.range.start >= last);
                    prop_assert!(text.get(token.range.clone()).is_some_and(|word| !word.is_empty()));
                    last = token.range.start;
                }
            }
        }
    }
}
