//! Truces in a sentence: what becomes of them, their parties, terms and breaches, in both languages.

pub(crate) mod arabic;
pub(crate) mod breach;
pub(crate) mod english;
pub(crate) mod term;
pub(crate) mod words;

use super::Frame;
use crate::number::Number;
use crate::span::Span;
use crate::suggest::Kind;
use crate::token::Token;
use words::{Event, Role, Told};

/// What each word of a sentence tells of truces.
pub(crate) type ToldWords = Vec<Told>;

/// The first word of `told` from `range` that is used as `role`.
pub(crate) fn find(told: &[Told], role: Role) -> Option<usize> {
    told.iter().position(|one| one.is(role))
}

/// Fills what `event` says of the truce.
fn fill_event(frame: &mut Frame, span: Span, event: Event) {
    frame.fill("event", span, event.name());
    frame.fill("state", span, event.state());
    if let Some(reason) = event.end_reason() {
        frame.fill("end_reason", span, reason);
    }
}

/// By one, by two, by more.
fn declaration(parties: usize) -> &'static str {
    match parties {
        0 | 1 => "unilateral",
        2 => "bilateral",
        _ => "multilateral",
    }
}

/// "Written", "signed", "may be extended": form of the truce, as far as the sentence says.
fn fill_form(frame: &mut Frame, tokens: &[Token], told: &[Told]) {
    if let Some(span) = extendable(tokens, told) {
        frame.fill("extendable", span, true);
    }
    for (role, form) in [(Role::Verbal, "verbal"), (Role::Written, "written")] {
        let token = find(told, role).and_then(|at| tokens.get(at));
        if let Some(token) = token {
            frame.fill("form", token.span, form);
            return;
        }
    }
}

/// "May be extended", قابلة للتمديد.
pub(crate) fn extendable(tokens: &[Token], told: &[Told]) -> Option<Span> {
    let can = |at: &usize| {
        let before = |back: usize| at.checked_sub(back).and_then(|place| tokens.get(place));
        let stands = |list: &[&str]| {
            (1..=3)
                .filter_map(before)
                .any(|token| list.contains(&token.folded.as_str()))
        };
        told.get(*at).is_some_and(|one| {
            one.is(Role::Extendable)
                || one.is(Role::MayExtend)
                    && stands(&[
                        "may",
                        "can",
                        "could",
                        "be",
                        "يمكن",
                        "يجوز",
                        "ان",
                        "امكانيه",
                        "ويمكن",
                        "ويجوز",
                    ])
        })
    };
    let at = (0..told.len()).find(can)?;
    tokens.get(at).map(|token| token.span)
}

/// How many terms the text says there are: "four points", أربعة بنود, بندين.
pub(crate) fn counted_terms(tokens: &[Token], numbers: &[Number]) -> Option<(Span, u64)> {
    const NOUNS: &[&str] = &[
        "points",
        "point",
        "clauses",
        "articles",
        "items",
        "terms",
        "provisions",
        "نقاط",
        "بنود",
        "بندا",
        "نقطه",
        "مواد",
        "شروط",
    ];
    let counted = numbers.iter().find_map(|number| {
        let noun = tokens.get(number.tokens.end)?;
        let is_noun = NOUNS.contains(&noun.folded.as_str());
        Some((number.span.join(noun.span), number.quantity.low?)).filter(|_| is_noun)
    });
    let tied = || {
        tokens.iter().find_map(|token| {
            let (count, unit) = token.folded.split_once('-')?;
            let is_noun = NOUNS.contains(&unit) || matches!(unit, "item" | "clause" | "article");
            let count = count.parse().ok().or_else(|| crate::number::of_word(count));
            Some((token.span, count?)).filter(|_| is_noun)
        })
    };
    let dual = || {
        let is_dual = |token: &&Token| {
            matches!(
                token.folded.as_str(),
                "بندين" | "بندان" | "نقطتين" | "نقطتان"
            )
        };
        tokens.iter().find(is_dual).map(|token| (token.span, 2))
    };
    counted.or_else(tied).or_else(dual)
}

/// A claim on a truce that opens at `trigger`.
fn frame(rule: &'static str, score: f64, trigger: Span) -> Frame {
    Frame::new(Kind::Truce, rule, score, trigger)
}
