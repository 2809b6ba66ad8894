//! A question from the story: a word of its headline, by its place. Any language, no picture, no sound,
//! and no list of answers that could leak.

use crate::draw::Draw;
use sijil_text::fold;

/// Places that are asked for by number; a word after the fifth is only asked for as the last.
const PLACE_MAX: usize = 5;
/// Letters that a word has at least to be worth asking for.
const LETTERS_MIN: usize = 2;
/// Bytes of an answer that are looked at; a word is shorter.
const TYPED_BYTES_MAX: usize = 400;

/// Which word of the headline is asked for. The site's sentences put it into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first to the fifth, counted from 1.
    Nth(u8),
    /// The last, whichever that is.
    Last,
}

/// One question, and what answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    place: Place,
    /// Folded.
    answer: String,
}

impl Question {
    /// The question that `seed` picks from a headline. `None` when no word of it makes a fair one.
    pub(crate) fn new(seed: [u8; 32], headline: &str) -> Option<Self> {
        let words: Vec<&str> = headline.split_whitespace().collect();
        let mut fair = Vec::new();
        for (word, number) in words.iter().zip(1..=PLACE_MAX) {
            if !is_counted(word) {
                break;
            }
            if let (Some(answer), Ok(nth)) = (fair_answer(word), u8::try_from(number)) {
                fair.push((Place::Nth(nth), answer));
            }
        }
        let last = words.last().filter(|word| is_counted(word));
        if let Some(answer) = last.and_then(|word| fair_answer(word)) {
            fair.push((Place::Last, answer));
        }
        let count = u32::try_from(fair.len()).ok()?;
        let drawn = usize::try_from(Draw::new(seed, b"question").below(count)).ok()?;
        let (place, answer) = fair.into_iter().nth(drawn)?;
        Some(Self { place, answer })
    }

    /// Which word is asked for.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// Whether `typed` is the word: in any spelling that folds to the same, with marks around it or not.
    #[must_use]
    pub fn is_answer(&self, typed: &str) -> bool {
        typed.len() <= TYPED_BYTES_MAX && fold(bare(typed)) == self.answer
    }
}

/// Whether people count this as one word for sure: not a dash, and nothing joined by one.
fn is_counted(word: &str) -> bool {
    let bare = bare(word);
    !bare.is_empty() && !bare.contains(is_joint)
}

/// The answer, folded, if the word consists of letters alone and of enough of them.
fn fair_answer(word: &str) -> Option<String> {
    let answer = fold(bare(word));
    let is_fair = answer.chars().count() >= LETTERS_MIN && answer.chars().all(char::is_alphabetic);
    is_fair.then_some(answer)
}

/// The word without the marks and spaces around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// What may stand between two words, or inside of one.
const fn is_joint(letter: char) -> bool {
    matches!(
        letter,
        '-' | '/' | '\u{2010}'..='\u{2015}' | '_' | '&' | '+' | '…'
    )
}
