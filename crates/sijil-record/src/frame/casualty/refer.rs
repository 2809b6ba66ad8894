//! Whom a pronoun or a bare number speaks of: people named before it, in its sentence or the last.

use super::english::again;
use super::{Casualty, VictimStatus, victim};
use crate::class::Class;
use crate::english::{Article, ChunkKind, Clause, Voice, is_name, phrase};
use crate::span::Span;

/// People that a sentence names or describes.
#[derive(Clone, Debug)]
struct Referent {
    span: Span,
    words: Vec<String>,
    is_named: bool,
    is_several: bool,
}

/// The people whom the sentences read so far leave in mind.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    name: Option<Referent>,
    one: Option<Referent>,
    several: Option<Referent>,
    harmed: Option<Casualty>,
    held: u8,
}

/// Words that count victims without saying what they are.
const BARE: &[&str] = &[
    "others", "other", "wounded", "injured", "dead", "more", "most", "many",
];

/// Those of them that say the harm, and so stay.
const HARMED: &[&str] = &["wounded", "injured", "dead"];

/// How much surer the words of a mention are than those that another sentence lends it.
const FROM_BEFORE: f64 = 0.8;

impl Memory {
    /// The harm in `clause`, pronouns and bare numbers given the words of those they speak of.
    pub(crate) fn casualties(&mut self, clause: &Clause<'_>) -> Vec<Casualty> {
        let people = people(clause);
        let mut found: Vec<Casualty> = Vec::new();
        let told = again(clause, self.harmed.as_ref());
        for mut casualty in super::casualties(clause).into_iter().chain(told) {
            let before = found.last().filter(|last| !last.is_named).cloned();
            self.resolve(&mut casualty, &people, before.as_ref());
            found.push(casualty);
        }
        self.remember(people, &found);
        found
    }

    fn remember(&mut self, people: Vec<Referent>, found: &[Casualty]) {
        for one in people {
            match (one.is_named, one.is_several) {
                (true, _) => self.name = Some(one),
                (false, false) => self.one = Some(one),
                (false, true) => self.several = Some(one),
            }
        }
        // What a sentence says of several victims holds for the two after it.
        const HELD: u8 = 2;
        let several = found
            .iter()
            .rev()
            .find(|one| one.quantity.low != Some(1) && !one.is_negated);
        if several.is_some() {
            self.harmed = several.cloned();
            self.held = HELD;
        } else if self.held == 0 {
            self.harmed = None;
        } else {
            self.held -= 1;
        }
    }

    fn resolve(&self, casualty: &mut Casualty, people: &[Referent], before: Option<&Casualty>) {
        let is_one = casualty.quantity.low == Some(1);
        let is_bare = casualty.victim_words.is_empty()
            || matches!(casualty.victim_words.as_slice(), [only] if BARE.contains(&only.as_str()));
        if casualty.is_implied && is_one {
            let here = one_before(people, casualty);
            match here.or(self.name.as_ref()).or(self.one.as_ref()) {
                Some(one) => {
                    casualty.victim_words.clone_from(&one.words);
                    casualty.is_named = one.is_named;
                }
                None => casualty.victim_words.clear(),
            }
            return;
        }
        if !casualty.is_implied && !is_bare {
            return;
        }
        let several = people
            .iter()
            .rev()
            .find(|one| one.is_several && one.span.end <= casualty.victim.start)
            .filter(|one| casualty.perpetrator.is_none_or(|by| !by.overlaps(one.span)));
        if let Some(before) = before {
            lend(casualty, &before.victim_words, Some(before.status));
        } else if let Some(several) = several {
            lend(casualty, &several.words, None);
        } else if let Some(harmed) = self.harmed.as_ref().filter(|harmed| !harmed.is_named) {
            lend(casualty, &harmed.victim_words, Some(harmed.status));
            casualty.score *= FROM_BEFORE;
        } else if let Some(several) = &self.several {
            lend(casualty, &several.words, None);
            casualty.score *= FROM_BEFORE;
        } else if casualty.is_implied {
            casualty.victim_words.clear();
        } else if casualty.victim_words.is_empty() {
            casualty.victim_words.push("people".to_owned());
        }
    }
}

/// "four people were killed and 35 wounded": the wounded are people too.
fn lend(casualty: &mut Casualty, words: &[String], status: Option<VictimStatus>) {
    casualty
        .victim_words
        .retain(|word| HARMED.contains(&word.as_str()));
    let lent = words.iter().filter(|word| !HARMED.contains(&word.as_str()));
    casualty.victim_words.extend(lent.cloned());
    if casualty.victim_words.is_empty() {
        casualty.victim_words.push("people".to_owned());
    }
    if let Some(status) = status {
        casualty.status = status;
    }
    if let Some(last) = casualty.victim_words.last_mut()
        && casualty.quantity.low != Some(1)
        && !casualty.is_implied
        && !victim::is_plural(last)
    {
        *last = plural(last);
    }
}

/// What several of `word` are called.
fn plural(word: &str) -> String {
    match word {
        "person" => "people".to_owned(),
        "child" => "children".to_owned(),
        "passerby" => "passersby".to_owned(),
        _ => match (word.strip_suffix("man"), word.strip_suffix('y')) {
            (Some(stem), _) => format!("{stem}men"),
            (_, Some(stem)) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{word}s"),
        },
    }
}

/// The one named or described nearest before the victim, not who did it; a role beside a name gives way to the name.
fn one_before<'p>(people: &'p [Referent], casualty: &Casualty) -> Option<&'p Referent> {
    // "Omar Haddad, the mayor": a comma and a blank.
    const BESIDE_BYTES_MAX: usize = 3;
    let mut before = people
        .iter()
        .rev()
        .filter(|one| !one.is_several && one.span.end <= casualty.victim.start)
        .filter(|one| casualty.perpetrator.is_none_or(|by| !by.overlaps(one.span)));
    let nearest = before.next()?;
    let other = before.next().filter(|other| {
        !nearest.is_named
            && other.is_named
            && nearest.span.start.saturating_sub(other.span.end) <= BESIDE_BYTES_MAX
    });
    other.or(Some(nearest))
}

/// The people in `clause`, in order.
fn people(clause: &Clause<'_>) -> Vec<Referent> {
    let mut found = Vec::new();
    for (at, chunk) in clause.chunks.iter().enumerate() {
        if chunk.kind != ChunkKind::Noun || chunk.article == Some(Article::Pronoun) {
            continue;
        }
        let words: Vec<String> = phrase(clause, chunk)
            .into_iter()
            .map(|place| clause.word(place).to_owned())
            .collect();
        let is_named = is_name(clause, chunk);
        let is_role = chunk.classes.has(Class::Person) && !words.is_empty();
        if !(is_named && words.len() >= 2 || is_role) {
            continue;
        }
        let is_several = !is_named
            && (victim::is_plural(clause.word(chunk.head))
                || clause.number_in(&chunk.tokens).is_some());
        found.push(Referent {
            span: clause.span_of(at),
            words,
            is_named,
            is_several,
        });
    }
    found
}

/// The names in "they are Ana Ruiz, Luis Paz, …", when the sentence says nothing but that.
pub(super) fn they_are(clause: &Clause<'_>) -> Option<usize> {
    let is_other = clause.chunk(0).is_some_and(|chunk| {
        let mut words = chunk.tokens.clone().map(|place| clause.word(place));
        words.any(|word| word == "other") && (chunk.is_people() || clause.head(0) == "other")
    });
    let is_one = clause.head(0) == "one" && clause.head(2) == "them";
    if is_one && clause.kind(3) == ChunkKind::Verb(Voice::Copula) {
        return Some(3);
    }
    let opens = clause.kind(0) == ChunkKind::Noun && (clause.head(0) == "they" || is_other);
    let is_copula = clause.kind(1) == ChunkKind::Verb(Voice::Copula);
    let is_named = clause.kind(1) == ChunkKind::Verb(Voice::Passive)
        && clause.head(1) == "identified"
        && clause.kind(2) == ChunkKind::Subordinator;
    match (opens, is_copula, is_named) {
        (true, true, _) => Some(1),
        (true, _, true) => Some(2),
        _ => None,
    }
}
