//! Arrests and abductions by somebody known, in an Arabic sentence: "اعتقلت قسد 12 شاباً".
//!
//! The rules of victims read those by words for forces and police; here the name says who does it.

use super::{Said, fill};
use crate::arabic::is_people;
use crate::frame::Frame;
use crate::number::{Number, Role};
use crate::suggest::Kind;

/// Verbs of arrest, then of abduction; folded.
const DETAINING: &[&str] = &[
    "اعتقل",
    "اعتقلت",
    "اعتقلوا",
    "احتجز",
    "احتجزت",
    "احتجزوا",
    "اوقف",
    "اوقفت",
];
const ABDUCTING: &[&str] = &["خطف", "خطفت", "خطفوا", "اختطف", "اختطفت", "اختطفوا"];

/// The arrest that the sentence tells.
pub(crate) fn detention(said: &Said<'_>) -> Option<Frame> {
    const REACH: usize = 9;
    let opens = |at: &usize| said.is_verb(*at, DETAINING) || said.is_verb(*at, ABDUCTING);
    let at = (0..said.tokens.len()).find(opens)?;
    let until = (at + REACH).min(said.tokens.len());
    let by = (said.known.names)(said.join(at + 1, until)?)
        .first()
        .copied()?;
    let starts = said.tokens.get(at + 1)?.span.overlaps(by);
    let victim = (at + 1..until).find(|place| {
        let token = said.tokens.get(*place);
        token.is_some_and(|token| token.span.start >= by.end && is_people(token))
    })?;
    if !starts {
        return None;
    }
    let word = said.tokens.get(victim)?.span;
    let counts = |number: &&Number| number.tokens.end == victim && number.role == Role::Count;
    let number = said.numbers.iter().find(counts);
    let whole = number.map_or(word, |number| number.span.join(word));
    let trigger = said.tokens.get(at)?.span;
    let mut frame = Frame::new(Kind::Detention, "detention.ar.by_name", 0.8, trigger);
    let is_abduction = said.is_verb(at, ABDUCTING);
    frame.fill(
        "harm",
        trigger,
        if is_abduction { "abducted" } else { "detained" },
    );
    fill(&mut frame, said.text, "perpetrator", Some(by));
    fill(&mut frame, said.text, "victim", Some(whole));
    match number {
        Some(number) => {
            if let Some(low) = number.quantity.low {
                frame.fill("low", number.span, low);
            }
            if let Some(high) = number.quantity.high {
                frame.fill("high", number.span, high);
            }
            if let Ok(qualifier) = serde_json::to_value(number.quantity.qualifier) {
                frame.fill("qualifier", number.span, qualifier);
            }
        }
        None => frame.fill("qualifier", word, "vague"),
    }
    frame.fill("unit", whole, "persons");
    frame.fill("scope", trigger, "incident");
    frame.is_negated = said.is_denied(at);
    frame.is_unreal = said.is_unreal(at);
    Some(frame)
}
