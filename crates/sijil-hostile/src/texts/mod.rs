//! Random and hostile texts of many kinds, from a seed.

mod dates;
mod letters;
mod sentences;
mod words;

use crate::Random;

/// A way to make a text of about so many pieces.
type Kind = fn(&mut Random, usize) -> String;

/// The kinds, each as likely as the others.
const KINDS: &[(&str, Kind)] = &[
    ("code points", letters::code_points),
    ("marks and controls", letters::marked),
    ("long words", letters::long_words),
    ("signs", letters::signs),
    ("ends of lines", letters::lines),
    ("broken digits", dates::digits),
    ("large numbers", dates::large),
    ("impossible days", dates::days),
    ("words of the rules", words::of_rules),
    ("cues", words::cues),
    ("quotations", words::quotations),
    ("sentences", sentences::made),
    ("sentences in two languages", sentences::mixed),
    ("sentences cut and sewn", sentences::damaged),
    ("markup", words::markup),
];

/// A text, and what kind it is of.
#[derive(Clone, Debug)]
pub struct Text {
    /// The kind, for messages.
    pub kind: &'static str,
    /// The text.
    pub text: String,
}

/// Pieces of most texts: some lines.
const PIECES_MAX: usize = 40;

/// Once in so many texts one is as long as a long page.
const LONG_ONCE_IN: usize = 400;

/// Pieces of a long text.
const LONG_PIECES: usize = 2_000;

/// Bytes of any text. 100 KB is a story of forty printed pages.
const BYTES_MAX: usize = 100_000;

/// The texts of `seed`, without end; the same ones for the same seed.
pub fn all(seed: u64) -> impl Iterator<Item = Text> {
    let mut random = Random::new(seed);
    std::iter::repeat_with(move || one(&mut random))
}

/// The next text.
pub fn one(random: &mut Random) -> Text {
    let at = random.below(KINDS.len());
    let (kind, make) = KINDS.get(at).copied().unwrap_or(("", letters::code_points));
    let pieces = if random.once_in(LONG_ONCE_IN) {
        LONG_PIECES
    } else {
        1 + random.below(PIECES_MAX)
    };
    let mut text = make(random, pieces);
    text.truncate(text.floor_char_boundary(BYTES_MAX));
    Text { kind, text }
}

/// A text of 100 KB without a blank, for each kind of letter that a word is made of; first
/// those of one word, then those of many.
#[must_use]
pub fn without_blanks() -> Vec<Text> {
    ["a", "ق", "\u{301}", "-a", "O'", "1,"]
        .iter()
        .map(|unit| Text {
            kind: "without blanks",
            text: unit.repeat(BYTES_MAX / unit.len()),
        })
        .collect()
}

/// `pieces` of what `piece` makes, with nothing between.
fn joined(random: &mut Random, pieces: usize, piece: fn(&mut Random) -> String) -> String {
    (0..pieces).map(|_| piece(random)).collect()
}
