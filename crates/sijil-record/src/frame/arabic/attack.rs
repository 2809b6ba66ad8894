//! Attacks that an Arabic sentence tells, with or without victims.

use super::{Said, fill};
use crate::arabic::classes;
use crate::class::Class;
use crate::frame::Frame;
use crate::frame::attack::{target_score, weapon};
use crate::span::Span;
use crate::suggest::Kind;

/// Verbs with the attacker behind them, then the target; folded.
const STRIKING: &[&str] = &[
    "قصف",
    "قصفت",
    "قصفوا",
    "استهدف",
    "استهدفت",
    "استهدفوا",
    "هاجم",
    "هاجمت",
    "هاجموا",
    "ضرب",
    "ضربت",
    "اغار",
    "اغارت",
    "دمر",
    "دمرت",
];
/// Verbs with a noun of attack for their object: "شن … غارة على".
const LAUNCHING: &[&str] = &[
    "شن",
    "شنت",
    "شنوا",
    "نفذ",
    "نفذت",
    "نفذوا",
    "اطلق",
    "اطلقت",
    "اطلقوا",
];
/// "تعرضت البلدة لقصف": the target is the subject.
const SUFFERING: &[&str] = &["تعرض", "تعرضت", "تعرضوا"];

/// The attacks that the sentence tells.
pub(crate) fn attacks(said: &Said<'_>) -> Vec<Frame> {
    let found = (0..said.tokens.len()).find_map(|at| {
        // "القصف", "مقتل … في قصف" is a noun: a verb has a word behind it that acts or is hit.
        match () {
            () if said.is_verb(at, STRIKING) => struck(said, at),
            () if said.is_verb(at, LAUNCHING) => launched(said, at),
            () if said.is_verb(at, SUFFERING) => suffered(said, at),
            () => None,
        }
    });
    found.into_iter().collect()
}

fn struck(said: &Said<'_>, at: usize) -> Option<Frame> {
    let before = at.checked_sub(1).map_or("", |before| said.word(before));
    // "في قصف", "غارات قصف": after a preposition it is the noun.
    if matches!(
        before,
        "في" | "من" | "بعد" | "جراء" | "اثر" | "خلال" | "عن" | "ان" | "نتيجه" | "بسبب"
    ) {
        return None;
    }
    let by = attacker(said, at + 1).or_else(|| said.named_before(at))?;
    let behind = said
        .tokens
        .partition_point(|token| token.span.end <= by.end);
    let target = target(said, behind.max(at + 1))?;
    Some(frame(said, at, Some(by), target))
}

fn launched(said: &Said<'_>, at: usize) -> Option<Frame> {
    let kinds = [
        Class::AirStrike,
        Class::DroneStrike,
        Class::Shelling,
        Class::Attack,
    ];
    let near = at + 1..(at + 9).min(said.tokens.len());
    let thing = near.clone().find(|place| {
        said.tokens
            .get(*place)
            .is_some_and(|token| classes(token).any(&kinds))
    })?;
    let by = attacker(said, at + 1).or_else(|| said.named_before(at))?;
    let on =
        (thing + 1..thing + 6).find(|place| matches!(said.word(*place), "علي" | "في" | "ضد"))?;
    let target = said.actor(on + 1, (on + 5).min(said.tokens.len()))?;
    Some(frame(said, at, Some(by), target))
}

fn suffered(said: &Said<'_>, at: usize) -> Option<Frame> {
    let near = at + 1..(at + 9).min(said.tokens.len());
    let blow = near.clone().find(|place| {
        let token = said.tokens.get(*place);
        token.is_some_and(|token| token.folded.starts_with('ل')) && weapon_at(said, *place)
    })?;
    let target = said.join(at + 1, blow)?;
    let by = behind_from(said, blow);
    Some(frame(said, at, by, target))
}

fn weapon_at(said: &Said<'_>, at: usize) -> bool {
    let kinds = [
        Class::AirStrike,
        Class::DroneStrike,
        Class::Shelling,
        Class::Attack,
        Class::SmallArms,
    ];
    said.tokens
        .get(at)
        .is_some_and(|token| classes(token).any(&kinds))
}

/// "… من قبل قوات النظام", "… من النظام": by whom.
fn behind_from(said: &Said<'_>, at: usize) -> Option<Span> {
    let from = (at + 1..at + 6).find(|place| said.word(*place) == "من")?;
    let skip = usize::from(said.is(from + 1, &["قبل", "جانب", "طرف"]));
    let words = said.actor(from + 1 + skip, (from + 6).min(said.tokens.len()))?;
    said.fights(words).then_some(words)
}

/// The attacker that begins at `from`: somebody known, or a word of those who fight.
fn attacker(said: &Said<'_>, from: usize) -> Option<Span> {
    const WORDS_MAX: usize = 5;
    let words = said.join(from, (from + WORDS_MAX).min(said.tokens.len()))?;
    let named = (said.known.names)(words).first().copied();
    let starts = |name: &Span| {
        said.tokens
            .get(from)
            .is_some_and(|token| token.span.overlaps(*name))
    };
    if let Some(name) = named.filter(starts) {
        return Some(name);
    }
    let fights = said.tokens.get(from).is_some_and(|token| {
        classes(token).any(&[
            Class::Organization,
            Class::Rebel,
            Class::State,
            Class::AirStrike,
        ])
    });
    let behind = said.tokens.get(from + 1);
    // "طائرات حربية بلدة": the adjective goes with its noun.
    let is_adjective = behind.is_some_and(|token| {
        token.folded.ends_with("يه")
            || token.folded.ends_with('ي')
            || token.folded.starts_with("ال")
    });
    fights.then(|| said.join(from, from + 1 + usize::from(is_adjective)))?
}

/// What is hit: the words from `from` to the next preposition.
fn target(said: &Said<'_>, from: usize) -> Option<Span> {
    let from = from + usize::from(matches!(said.word(from), "علي"));
    said.actor(from, (from + 5).min(said.tokens.len()))
}

fn frame(said: &Said<'_>, at: usize, by: Option<Span>, target: Span) -> Frame {
    let trigger = said.tokens.get(at).map_or(target, |token| token.span);
    let score = target_score(said.known, target);
    let mut frame = Frame::new(Kind::Attack, "attack.ar.strike", score, trigger);
    fill(&mut frame, said.text, "target", Some(target));
    fill(&mut frame, said.text, "perpetrator", by);
    let words = said.tokens.iter().map(|token| (classes(token), token.span));
    if let Some((cause, span)) = weapon(words) {
        frame.fill("cause", span, cause);
    }
    frame.is_negated = said.is_denied(at);
    frame.is_unreal = said.is_unreal(at);
    frame
}
