//! A story's text, cut once and read by every kind of claim.

use crate::arabic::is_arabic;
use crate::attribution::{Attribution, attributions, attributions_arabic};
use crate::english::Clause;
use crate::frame::casualty::{Casualty, casualties, casualties_arabic};
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
        let mut named: Option<Vec<String>> = None;
        for (at, (sentence, numbers)) in self.sentences.iter().zip(&self.numbers).enumerate() {
            if is_arabic(&sentence.tokens) {
                let said = casualties_arabic(&sentence.tokens, numbers);
                found.extend(said.into_iter().map(|casualty| Mentioned {
                    sentence: at,
                    casualty,
                }));
                continue;
            }
            let clause = Clause::new(self.text, &sentence.tokens, numbers);
            let names = clause.names();
            for mut casualty in casualties(&clause) {
                let before = names
                    .iter()
                    .rev()
                    .find(|(span, _)| span.end <= casualty.victim.start);
                let name = before.map(|(_, words)| words).or(named.as_ref());
                let noun = found
                    .last()
                    .filter(|last| last.sentence == at && !last.casualty.is_named);
                resolve(&mut casualty, name, noun.map(|last| &last.casualty));
                found.push(Mentioned {
                    sentence: at,
                    casualty,
                });
            }
            named = names.into_iter().last().map(|(_, words)| words).or(named);
        }
        found
    }
}

/// Words that count victims without saying what they are.
const BARE: &[&str] = &["others", "other", "wounded", "injured", "dead", "more"];

/// Those of them that say the harm, and so stay.
const HARMED: &[&str] = &["wounded", "injured", "dead"];

/// Gives a pronoun the `name` before it, and a bare number the noun of the victims before it.
fn resolve(casualty: &mut Casualty, name: Option<&Vec<String>>, before: Option<&Casualty>) {
    let is_one = casualty.quantity.low == Some(1);
    let is_bare = casualty.victim_words.is_empty()
        || matches!(casualty.victim_words.as_slice(), [only] if BARE.contains(&only.as_str()));
    match (name, before) {
        (Some(name), _) if casualty.is_implied && is_one => {
            casualty.victim_words.clone_from(name);
            casualty.is_named = true;
        }
        (_, Some(before)) if casualty.is_implied || is_bare => {
            // "four people were killed and 35 wounded": the wounded are people too.
            casualty
                .victim_words
                .retain(|word| HARMED.contains(&word.as_str()));
            casualty
                .victim_words
                .extend(before.victim_words.iter().cloned());
            casualty.status = before.status;
            let several = casualty.quantity.low > Some(1);
            if let Some(last) = casualty.victim_words.last_mut()
                && several
                && last == "person"
            {
                "people".clone_into(last);
            }
        }
        _ if casualty.is_implied => casualty.victim_words.clear(),
        _ => {}
    }
}
