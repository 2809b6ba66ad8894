//! Words, numbers and signs of a sentence, each with its place in the original text.
//!
//! Unlike the words of the search index nothing is dropped: rules need commas and brackets.

use sijil_text::fold;

use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, perhaps with digits, inner hyphens and full stops ("one-month", "U.S.").
    Word,
    /// Digits of any system with their separators ("5,961", "٧٢").
    Number,
    /// A single sign.
    Sign,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// Its script has no capitals, or there is no letter in it.
    None,
    /// small
    Lower,
    /// Begins with a capital.
    Title,
    /// More than one letter, all capitals.
    Upper,
}

/// One word, number or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original text.
    pub span: Span,
    /// As the dictionaries spell it: [`sijil_text::fold`]; a sign as it is.
    pub folded: String,
    /// What it is made of.
    pub kind: Kind,
    /// How it is written.
    pub case: Case,
}

/// The tokens of the stretch `within` of `text`, in order; what lies between them is blank.
#[must_use]
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let mut found = Vec::new();
    let stretch = within.of(text);
    let mut letters = stretch.char_indices().peekable();
    while let Some((at, first)) = letters.next() {
        let kind = match class(first) {
            Class::Blank => continue,
            Class::Digit => Kind::Number,
            Class::Letter => Kind::Word,
            Class::Sign => Kind::Sign,
        };
        let mut end = at + first.len_utf8();
        if kind != Kind::Sign {
            while let Some(&(next_at, next)) = letters.peek() {
                let after = stretch.get(next_at + next.len_utf8()..).unwrap_or_default();
                if !goes_on(stretch.get(at..end).unwrap_or_default(), next, after) {
                    break;
                }
                end = next_at + next.len_utf8();
                letters.next();
            }
        }
        push(
            &mut found,
            stretch.get(at..end).unwrap_or_default(),
            within.start + at,
        );
    }
    found
}

enum Class {
    Blank,
    Digit,
    Letter,
    Sign,
}

fn class(letter: char) -> Class {
    match letter {
        _ if is_common_letter(letter) => Class::Letter,
        _ if letter.is_whitespace() || letter.is_control() => Class::Blank,
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{061C}' => Class::Blank,
        _ if letter.is_numeric() => Class::Digit,
        _ if letter.is_alphabetic() || is_mark(letter) => Class::Letter,
        _ => Class::Sign,
    }
}

/// The letters of most texts, for which the tables of Unicode need not be asked.
const fn is_common_letter(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'A'..='Z' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}')
}

fn is_alphabetic(letter: char) -> bool {
    is_common_letter(letter) || (!letter.is_ascii() && letter.is_alphabetic())
}

fn is_numeric(letter: char) -> bool {
    letter.is_ascii_digit()
        || (!letter.is_ascii() && !is_common_letter(letter) && letter.is_numeric())
}

/// Bytes of the longest abbreviation of single letters: "U.S.S.R.".
const ABBREVIATION_MAX: usize = 12;

/// Vowel signs and tatweel, which belong to the Arabic letter before them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0300}'..='\u{036F}')
}

/// Whether a token that reads `so_far` goes on with `next`, before `after`.
fn goes_on(so_far: &str, next: char, after: &str) -> bool {
    let follows = |wanted: fn(char) -> bool| after.chars().next().is_some_and(wanted);
    let is_number = so_far.chars().next().is_some_and(is_numeric);
    match next {
        _ if is_mark(next) => true,
        _ if is_number => match next {
            _ if is_numeric(next) => true,
            ',' | '.' | '٬' | '٫' => follows(is_numeric),
            // "12-year-old", "1st", "3D"; Arabic letters after digits are a word of their own.
            '-' => follows(is_alphabetic),
            _ => next.is_ascii_alphabetic(),
        },
        // "و٢٠": what Arabic writes before digits is a word of its own.
        _ if is_numeric(next) => !so_far.chars().next_back().is_some_and(is_arabic),
        _ if is_alphabetic(next) => true,
        '-' | '‐' | '‑' => follows(char::is_alphanumeric) && !begins_with_a_tie(after),
        // No abbreviation is longer; a text of letters and full stops must not be read over and over.
        '.' => {
            so_far.len() <= ABBREVIATION_MAX
                && is_abbreviation(so_far)
                && (follows(is_alphabetic) || so_far.contains('.'))
        }
        '\'' | '’' => is_name_prefix(so_far) && follows(is_alphabetic),
        _ => false,
    }
}

/// Words that tie a name to a thing: "U.S.-backed", "ISIS-held". The name is a token of its own.
const TIES: &[&str] = &[
    "backed",
    "led",
    "held",
    "controlled",
    "based",
    "occupied",
    "run",
    "allied",
    "affiliated",
    "linked",
    "ruled",
    "dominated",
    "sponsored",
    "trained",
    "funded",
    "supported",
    "aligned",
];

fn begins_with_a_tie(after: &str) -> bool {
    let starts = |tie: &&str| {
        let word = after.get(..tie.len());
        let ends = after.get(tie.len()..).and_then(|rest| rest.chars().next());
        word.is_some_and(|word| word.eq_ignore_ascii_case(tie))
            && !ends.is_some_and(char::is_alphanumeric)
    };
    TIES.iter().any(starts)
}

fn is_arabic(letter: char) -> bool {
    ('\u{0620}'..='\u{06FF}').contains(&letter)
}

/// Single letters with full stops between them so far: "U", "U.S".
fn is_abbreviation(so_far: &str) -> bool {
    so_far.split('.').all(|part| {
        let mut letters = part.chars();
        letters
            .next()
            .is_some_and(|letter| letter.is_ascii_alphabetic())
            && letters.next().is_none()
    })
}

/// "O'Neill", "d'Aubuisson": the apostrophe belongs to the name; in "Syria's" it does not.
fn is_name_prefix(so_far: &str) -> bool {
    matches!(so_far, "O" | "o" | "D" | "d" | "L" | "l")
}

fn push(found: &mut Vec<Token>, written: &str, start: usize) {
    let first = written.chars().next().unwrap_or(' ');
    let is_number = is_numeric(first) && !written.chars().any(is_alphabetic);
    let kind = match class(first) {
        Class::Sign | Class::Blank => Kind::Sign,
        Class::Digit | Class::Letter if is_number => Kind::Number,
        Class::Digit | Class::Letter => Kind::Word,
    };
    found.push(Token {
        span: Span::new(start, start + written.len()),
        folded: fold(written),
        kind,
        case: case(written),
    });
}

fn case(written: &str) -> Case {
    let mut letters = written.chars().filter(|letter| is_alphabetic(*letter));
    let Some(first) = letters.next() else {
        return Case::None;
    };
    if first.is_lowercase() {
        return Case::Lower;
    }
    if !first.is_uppercase() {
        return Case::None;
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(|letter| !letter.is_lowercase()) {
        Case::Upper
    } else {
        Case::Title
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let all = Span::new(0, text.len());
        tokens(text, all)
            .iter()
            .map(|token| token.span.of(text))
            .collect()
    }

    #[test]
    fn words_numbers_and_signs_are_cut_apart() {
        for (text, cut) in [
            ("At least 5,961 died.", "At|least|5,961|died|."),
            ("Syria's one-month truce", "Syria|'|s|one-month|truce"),
            (
                "U.S.-backed forces, the U.N.",
                "U.S.|-|backed|forces|,|the|U.N.",
            ),
            ("a 12-year-old girl", "a|12-year-old|girl"),
            ("قُتل ٧٢ شخصاً، بينهم", "قُتل|٧٢|شخصاً|،|بينهم"),
            ("[FMLN] \"no\"", "[|FMLN|]|\"|no|\""),
        ] {
            assert_eq!(words(text).join("|"), cut);
        }
    }
}
