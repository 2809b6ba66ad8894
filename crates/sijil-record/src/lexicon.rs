//! The dictionaries of one language: the classes of words, and the words that open a frame.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use sijil_text::fold;

use crate::class::{Class, Classes};

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    Present,
    Past,
    Participle,
    Gerund,
    /// Not a verb, or a language whose forms are told otherwise.
    Plain,
}

/// A word that opens a frame: which frame, how it takes its slots, in which form it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trigger {
    /// What is claimed: the first word of the line in the data file ("killed", "took").
    pub(crate) frame: &'static str,
    /// How it takes its slots: the second word ("transitive", "event").
    pub(crate) way: &'static str,
    pub(crate) form: Form,
}

/// A dictionary.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    classes: HashMap<String, Classes, BuildHasherDefault<WordHasher>>,
    triggers: HashMap<String, Vec<Trigger>, BuildHasherDefault<WordHasher>>,
}

/// FNV-1a (Fowler, Noll, Vo): quicker on short words than the standard hasher, whose safety against
/// chosen keys a dictionary that is compiled in does not need.
#[derive(Debug)]
struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Lexicon {
    /// Reads `words` (lines of a class and its words) and `frames` (lines of a frame, its way, and
    /// its words; of an English verb its five forms). What follows `#` is a comment.
    pub(crate) fn read(words: &'static str, frames: &[&'static str]) -> Self {
        let mut lexicon = Self::default();
        for line in lines(words) {
            let mut parts = line.split_whitespace();
            if let Some(class) = parts.next().and_then(Class::named) {
                for word in parts {
                    lexicon.classes.entry(fold(word)).or_default().add(class);
                }
            }
        }
        for line in frames.iter().flat_map(|text| lines(text)) {
            lexicon.read_frame(line);
        }
        lexicon
    }

    fn read_frame(&mut self, line: &'static str) {
        const FORMS: [Form; 5] = [
            Form::Base,
            Form::Present,
            Form::Past,
            Form::Participle,
            Form::Gerund,
        ];
        let mut parts = line.split_whitespace();
        let (Some(frame), Some(way)) = (parts.next(), parts.next()) else {
            return;
        };
        let is_verb = VERB_WAYS.contains(&way);
        for (place, word) in parts.enumerate() {
            let form = match FORMS.get(place) {
                Some(form) if is_verb => *form,
                _ => Form::Plain,
            };
            let triggers = self.triggers.entry(fold(word)).or_default();
            triggers.push(Trigger { frame, way, form });
        }
    }

    /// What is said about `folded`.
    pub(crate) fn classes(&self, folded: &str) -> Classes {
        self.classes.get(folded).copied().unwrap_or_default()
    }

    /// The frames that `folded` can open.
    pub(crate) fn triggers(&self, folded: &str) -> &[Trigger] {
        self.triggers
            .get(folded)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

/// Ways whose lines hold the five forms of one English verb.
const VERB_WAYS: &[&str] = &[
    "transitive",
    "intransitive",
    "causing",
    "cue",
    "shooting",
    "taker",
    "loses",
    "falls",
    "leaves",
    "hands",
    "strikes",
    "gathers",
];

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(|line| line.split('#').next().unwrap_or_default())
}
