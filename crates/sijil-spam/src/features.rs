//! A comment as numbers: hashed words and pieces of words, and the named signs.
//!
//! The hashing trick with signs: Weinberger, Dasgupta, Langford, Smola, Attenberg, "Feature Hashing
//! for Large Scale Multitask Learning", ICML 2009, section 2.

use crate::clean::{Clean, clean};
use crate::sample::Sample;
use crate::signs::{Sign, signs};

/// Pieces of words: their shortest and longest length in letters, spaces between words included.
const GRAM_CHARS_MIN: usize = 3;
const GRAM_CHARS_MAX: usize = 5;

/// One hashed feature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hashed {
    /// 32 bits; a head takes as many of the lower ones as it has weights for.
    pub(crate) hash: u32,
    /// Its value, with the sign that makes collisions cancel out.
    pub(crate) value: f32,
    /// The word it belongs to, as an index of [`Features::words`].
    pub(crate) word: u32,
}

/// A comment's features.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Features {
    /// Each hash once.
    pub(crate) hashed: Vec<Hashed>,
    pub(crate) signs: Vec<(Sign, f32)>,
    /// The words that features belong to, in order: folded words, marks, hosts, words of the name.
    pub(crate) words: Vec<String>,
}

/// Takes a comment apart.
pub(crate) fn features(sample: &Sample<'_>) -> Features {
    let text = clean(sample.text);
    let mut words = Words::default();
    words.text(&text.text);
    words.hosts(&text.hosts);
    words.name(&clean(sample.name));
    let mut hashed = Vec::new();
    weigh(&mut hashed, &mut words.whole, WORDS);
    weigh(&mut hashed, &mut words.pairs, PAIRS);
    weigh(&mut hashed, &mut words.grams, GRAMS);
    weigh(&mut hashed, &mut words.hosts, HOSTS);
    weigh(&mut hashed, &mut words.names, NAMES);
    Features {
        hashed,
        signs: signs(sample, &text),
        words: words.noted,
    }
}

/// Lengths of the groups: how much a whole group of features can say, beside the others. Chosen by
/// cross-validation (docs/decisions/0012).
const WORDS: f32 = 0.6;
const PAIRS: f32 = 0.75;
const GRAMS: f32 = 1.0;
const HOSTS: f32 = 1.0;
const NAMES: f32 = 0.3;

/// Gives each distinct hash the value that makes the group's length `length`, and appends them.
fn weigh(all: &mut Vec<Hashed>, group: &mut Vec<(u32, u32)>, length: f32) {
    // By hash, then by word: what stands twice counts for the word that has it first.
    group.sort_unstable();
    group.dedup_by_key(|(hash, _)| *hash);
    let count = u16::try_from(group.len()).unwrap_or(u16::MAX);
    let value = length / f32::from(count.max(1)).sqrt();
    all.extend(group.iter().map(|&(hash, word)| Hashed {
        hash,
        value: if hash >> 31 == 0 { value } else { -value },
        word,
    }));
}

/// Hashes of each kind with the word they belong to.
#[derive(Debug, Default)]
struct Words {
    noted: Vec<String>,
    whole: Vec<(u32, u32)>,
    pairs: Vec<(u32, u32)>,
    grams: Vec<(u32, u32)>,
    hosts: Vec<(u32, u32)>,
    names: Vec<(u32, u32)>,
}

impl Words {
    fn text(&mut self, text: &str) {
        // Every letter with the word it belongs to; a space belongs to the word before it.
        let mut letters = vec![(' ', 0)];
        let mut before = None;
        for chunk in text.split(' ').filter(|chunk| !chunk.is_empty()) {
            for word in pieces(chunk) {
                let place = self.note(word);
                let hash = Hash::new(Kind::Word).text(word).end();
                self.whole.push((hash, place));
                if let Some(before) = before {
                    let pair = Hash::new(Kind::Pair).number(before).number(hash).end();
                    self.pairs.push((pair, place));
                }
                before = Some(hash);
                letters.extend(word.chars().map(|letter| (letter, place)));
            }
            letters.push((' ', letters.last().map_or(0, |(_, place)| *place)));
        }
        for start in 0..letters.len() {
            let mut hash = Hash::new(Kind::Gram);
            let following = letters.iter().skip(start).take(GRAM_CHARS_MAX).enumerate();
            for (place, (letter, word)) in following {
                hash = hash.number(u32::from(*letter));
                if place + 1 >= GRAM_CHARS_MIN {
                    self.grams.push((hash.end(), *word));
                }
            }
        }
    }

    fn hosts(&mut self, hosts: &[String]) {
        for host in hosts {
            let place = self.note(host);
            self.hosts
                .push((Hash::new(Kind::Host).text(host).end(), place));
        }
    }

    fn name(&mut self, name: &Clean) {
        let places: Vec<&str> = name
            .text
            .split(' ')
            .filter(|word| !word.is_empty())
            .collect();
        for word in places {
            let place = self.note(word);
            self.names
                .push((Hash::new(Kind::Name).text(word).end(), place));
        }
    }

    fn note(&mut self, word: &str) -> u32 {
        let place = u32::try_from(self.noted.len()).unwrap_or(u32::MAX);
        self.noted.push(word.to_owned());
        place
    }
}

/// `chunk` cut into words and runs of other characters.
fn pieces(chunk: &str) -> impl Iterator<Item = &str> {
    let mut rest = chunk;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let is_word = first.is_alphanumeric();
        let end = rest
            .find(|letter: char| letter.is_alphanumeric() != is_word)
            .unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(piece)
    })
}

/// What is hashed, so that a word and an equal piece of a word differ.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Word = 1,
    Pair,
    Gram,
    Host,
    Name,
    Piece,
}

/// FNV-1a over whole characters, finished as `MurmurHash3` finishes, since FNV mixes its upper bits badly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hash(u32);

impl Hash {
    /// The hash of a piece of text for [`crate::Fingerprint`].
    pub(crate) fn of_piece(letters: &[char]) -> u32 {
        letters
            .iter()
            .fold(Self::new(Kind::Piece), |hash, letter| {
                hash.number(u32::from(*letter))
            })
            .end()
    }

    fn new(kind: Kind) -> Self {
        Self(0x811C_9DC5).number(kind as u32)
    }

    fn number(self, number: u32) -> Self {
        Self((self.0 ^ number).wrapping_mul(0x0100_0193))
    }

    fn text(self, text: &str) -> Self {
        text.chars()
            .fold(self, |hash, letter| hash.number(u32::from(letter)))
    }

    fn end(self) -> u32 {
        let mixed = (self.0 ^ (self.0 >> 16)).wrapping_mul(0x85EB_CA6B);
        let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xC2B2_AE35);
        mixed ^ (mixed >> 16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Features {
        features(&Sample {
            text,
            ..Sample::default()
        })
    }

    #[test]
    fn spelling_tricks_leave_the_features_as_they_are() {
        let honest = of("اربح المال الان من المنزل 079 شكرا");
        for trick in [
            "اربـــح المـال الان من المنزل 079 شكرا",
            "اِرْبَحِ المالَ الآن مِنَ المنزِلِ 079 شكراً",
            "اربح الم\u{200B}ا\u{200D}ل الان\u{200F} من المنزل 079 شكرا",
            "اربح الماااااال الان من المنززززل 079 شكرااا",
            "اربح المال الان من المنزل 079 شکرا",
            "إربح المال ألان من المنزل ٠٧٩ شكرا",
            "اربح المال الان من المنزل ۰۷۹ شكرا",
        ] {
            assert_eq!(of(trick).hashed, honest.hashed, "{trick}");
        }
        assert_ne!(of("اربح المال").hashed, honest.hashed);
    }

    #[test]
    fn each_group_has_its_length_however_long_the_text() {
        for text in [
            "short",
            "a much longer text with many more words than the other one",
        ] {
            let squares: f32 = of(text)
                .hashed
                .iter()
                .map(|one| one.value * one.value)
                .sum();
            let pairs = if text.contains(' ') {
                PAIRS * PAIRS
            } else {
                0.0
            };
            let expected = WORDS * WORDS + pairs + GRAMS * GRAMS;
            assert!((squares - expected).abs() < 0.01, "{text}: {squares}");
        }
    }
}
