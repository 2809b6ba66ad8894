//! What else an Arabic sentence says of the harm: who did it, parts of the number, the cause.

use super::harm;
use super::victim::single;
use crate::arabic::{classes, is_joined, is_people};
use crate::class::Class;
use crate::frame::casualty::victim::group;
use crate::frame::casualty::{Cause, Part, Scope};
use crate::number::{Number, Role};
use crate::span::Span;
use crate::token::{Kind, Token};

/// "على يد", "بنيران", "برصاص", "جراء قصف": who stands after.
pub(super) fn agent(tokens: &[Token], at: usize) -> Option<Span> {
    let opens = |place: usize| {
        let word = tokens.get(place).map_or("", |token| token.folded.as_str());
        matches!(
            word,
            "يد" | "ايدي"
                | "بنيران"
                | "برصاص"
                | "بقصف"
                | "قصف"
                | "شنتها"
                | "شنته"
                | "نفذه"
                | "نفذته"
        )
    };
    let start = (at..tokens.len()).find(|place| opens(*place))? + 1;
    let named = tokens.iter().skip(start).take(3).take_while(|token| {
        token.kind == Kind::Word
            && !classes(token).any(&[Class::Preposition, Class::Adverb])
            && !is_joined(token)
    });
    let known = tokens
        .get(start)
        .is_some_and(|token| classes(token).any(&[Class::Organization, Class::Rebel]));
    named
        .map(|token| token.span)
        .reduce(Span::join)
        .filter(|_| known)
}

/// "بينهم طفلان وثلاث نساء": within the number before.
pub(super) fn parts(tokens: &[Token], numbers: &[Number], victim: Span) -> Vec<Part> {
    let open = tokens.iter().position(|token| {
        token.span.start >= victim.end
            && matches!(token.folded.as_str(), "بينهم" | "بينهن" | "بينها" | "منهم")
    });
    let Some(open) = open else { return Vec::new() };
    let until = tokens
        .iter()
        .enumerate()
        .skip(open + 1)
        .find(|(_, token)| harm(classes(token)).is_some() || token.folded == ".")
        .map_or(tokens.len(), |(at, _)| at);
    let people = (open + 1..until)
        .filter_map(|at| tokens.get(at).map(|token| (at, token)))
        .filter(|(_, token)| is_people(token));
    people
        .map(|(at, token)| {
            let number = numbers
                .iter()
                .find(|number| number.tokens.end == at && number.role == Role::Count);
            let one = single(tokens, at, None);
            Part {
                span: number.map_or(token.span, |number| number.span.join(token.span)),
                words: one.words,
                is_named: false,
                quantity: number.map_or(one.quantity, |number| number.quantity.clone()),
                group: group(one.classes),
            }
        })
        .collect()
}

/// How it was done: the most telling word of the sentence.
pub(super) fn cause(tokens: &[Token]) -> Option<(Cause, Span)> {
    const CAUSES: &[(Class, Cause)] = &[
        (Class::SuicideBomb, Cause::SuicideBomb),
        (Class::DroneStrike, Cause::DroneStrike),
        (Class::Chemical, Cause::Chemical),
        (Class::AirStrike, Cause::AirStrike),
        (Class::Shelling, Cause::ShellingArtilleryMissile),
        (Class::Mine, Cause::IedLandmine),
        (Class::Execution, Cause::Execution),
        (Class::Torture, Cause::Torture),
        (Class::Siege, Cause::SiegeDeprivation),
        (Class::Clash, Cause::GroundClash),
        (Class::SmallArms, Cause::SmallArms),
    ];
    CAUSES.iter().find_map(|(class, cause)| {
        let token = tokens.iter().find(|token| classes(token).has(*class))?;
        Some((*cause, token.span))
    })
}

pub(super) fn scope(tokens: &[Token], numbers: &[Number]) -> Scope {
    let has = |words: &[&str]| {
        tokens
            .iter()
            .any(|token| words.contains(&token.folded.as_str()))
    };
    let has_year = numbers.iter().any(|number| number.role == Role::Year);
    match () {
        () if has(&["منذ", "اجمالي", "مجموع", "بين"]) && has_year => {
            Scope::PeriodTotal
        }
        () if has(&["حصيله", "الحصيله", "حصيلة"]) => Scope::RunningTotal,
        () => Scope::Incident,
    }
}
