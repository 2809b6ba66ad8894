//! A story's text, cut once and read by every kind of claim.

use crate::arabic::is_arabic;
use crate::attribution::{Attribution, attributions, attributions_arabic};
use crate::english::Clause;
use crate::frame::casualty::{Casualty, Memory, casualties_arabic};
use crate::number::{Number, numbers};
use crate::sentence::{Sentence, sentences};

/// A text with its sentences and numbers.
#[derive(Debug)]
pub struct Story<'t> {
    /// The text itself.
    pub text: &'t str,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The numbers of each sentence.
    pub numbers: Vec<Vec<Number>>,
}

/// A word on victims, with the sentence it stands in.
#[derive(Clone, Debug)]
pub struct Mentioned {
    /// Which sentence, counted from 0.
    pub sentence: usize,
    /// What it says.
    pub casualty: Casualty,
}

impl<'t> Story<'t> {
    /// Cuts `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let sentences = sentences(text);
        let numbers = sentences
            .iter()
            .map(|sentence| numbers(&sentence.tokens))
            .collect();
        Self {
            text,
            sentences,
            numbers,
        }
    }

    /// Who says what, sentence by sentence.
    #[must_use]
    pub fn attributions(&self) -> Vec<Vec<Attribution>> {
        let mut open = None;
        let mut paragraph = 0;
        let mut found = Vec::new();
        for (sentence, numbers) in self.sentences.iter().zip(&self.numbers) {
            if sentence.paragraph != paragraph {
                (open, paragraph) = (None, sentence.paragraph);
            }
            if is_arabic(&sentence.tokens) {
                found.push(attributions_arabic(&sentence.tokens));
                continue;
            }
            let clause = Clause::new(self.text, &sentence.tokens, numbers);
            let (said, still_open) = attributions(&clause, open);
            open = still_open;
            found.push(said);
        }
        found
    }

    /// What the story says of victims, in order of place. A pronoun or a bare number takes the
    /// words of the one named before it.
    #[must_use]
    pub fn casualties(&self) -> Vec<Mentioned> {
        let mut found: Vec<Mentioned> = Vec::new();
        let mut memory = Memory::default();
        for (at, (sentence, numbers)) in self.sentences.iter().zip(&self.numbers).enumerate() {
            let said = if is_arabic(&sentence.tokens) {
                casualties_arabic(&sentence.tokens, numbers)
            } else {
                memory.casualties(&Clause::new(self.text, &sentence.tokens, numbers))
            };
            found.extend(said.into_iter().map(|casualty| Mentioned {
                sentence: at,
                casualty,
            }));
        }
        found
    }
}
