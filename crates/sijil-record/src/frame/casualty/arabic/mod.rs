//! Harm in an Arabic sentence: verbs, masdars and nouns of harm, and those they govern.

mod around;
mod name;
mod victim;

use self::around::{agent, cause, parts, scope};
use self::victim::{Victim, governed, harmed, is_plural_verb, stood_before, tied_after};
use super::{Casualty, Harm, Scope, Unit, VictimStatus};
use crate::arabic::classes;
use crate::class::{Class, Classes};
use crate::number::Number;
use crate::token::{Kind, Token};

/// The harm that an Arabic sentence speaks of, in order of place.
pub(crate) fn casualties(tokens: &[Token], numbers: &[Number]) -> Vec<Casualty> {
    let mut found: Vec<Casualty> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let classes = classes(token);
        let Some(harm) = harm(classes) else { continue };
        let taken = found
            .last()
            .is_some_and(|last| last.victim.end > token.span.start);
        // "قتيل وجريح": the second word belongs to the first.
        let belongs = at
            .checked_sub(1)
            .is_some_and(|before| is_unsplit(tokens, before));
        if taken || belongs || token.kind != Kind::Word {
            continue;
        }
        let victim = if classes.has(Class::Harmed) && !classes.has(Class::Event) {
            harmed(tokens, numbers, at)
        } else {
            let follows = numbers.iter().any(|number| number.tokens.start == at + 1);
            let before = || stood_before(tokens, numbers, at);
            let first = if is_plural_verb(token) && !follows {
                before()
            } else {
                None
            };
            first
                .or_else(|| governed(tokens, numbers, at, found.last()))
                .or_else(before)
        };
        let Some(victim) = victim else { continue };
        let unsplit = is_unsplit(tokens, at);
        let harm = if unsplit {
            Harm::CasualtiesUnspecified
        } else {
            harm
        };
        let tied = tied_after(tokens, numbers, &victim);
        found.push(casualty(tokens, numbers, at, harm, victim));
        found.extend(tied.map(|tied| casualty(tokens, numbers, at, harm, tied)));
    }
    if !found.is_empty() {
        // Of the sentence, so asked once for it, however much harm it tells.
        let (cause, scope) = (cause(tokens), scope(tokens, numbers));
        for one in &mut found {
            (one.cause, one.scope) = (cause, scope);
        }
    }
    found
}

/// "٣٠ بين قتيل وجريح", "عشرات القتلى والجرحى": one number for both.
fn is_unsplit(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let both = matches!(word(at), "قتلي" | "القتلي" | "قتيل")
        && matches!(word(at + 1), "وجرحي" | "والجرحي" | "وجريح");
    let between = at
        .checked_sub(1)
        .is_some_and(|before| word(before) == "بين");
    both && (between || word(at) != "قتيل")
}

fn harm(classes: Classes) -> Option<Harm> {
    const HARMS: &[(Class, Harm)] = &[
        (Class::Killed, Harm::Killed),
        (Class::Injured, Harm::Injured),
        (Class::Missing, Harm::Missing),
        (Class::Abducted, Harm::Abducted),
        (Class::Detained, Harm::Detained),
        (Class::Displaced, Harm::Displaced),
    ];
    HARMS
        .iter()
        .find(|(class, _)| classes.has(*class))
        .map(|(_, harm)| *harm)
}

fn casualty(
    tokens: &[Token],
    numbers: &[Number],
    at: usize,
    harm: Harm,
    victim: Victim,
) -> Casualty {
    let token = tokens.get(at);
    let before = |back: usize| {
        at.checked_sub(back)
            .and_then(|at| tokens.get(at))
            .map_or(Classes::default(), classes)
    };
    let is_negated = (1..=3).any(|back| before(back).has(Class::Negation));
    let is_unreal = tokens
        .iter()
        .take(at)
        .any(|token| classes(token).has(Class::Hypothetical))
        || is_feared(tokens, at);
    Casualty {
        harm,
        harm_span: token.map(|token| token.span).unwrap_or_default(),
        victim: victim.span,
        parts: parts(tokens, numbers, victim.span),
        victim_words: victim.words,
        is_named: victim.is_named,
        is_implied: false,
        quantity: victim.quantity,
        unit: if victim.classes.has(Class::Family) {
            Unit::Families
        } else {
            Unit::Persons
        },
        status: status(victim.classes),
        perpetrator: victim.agent.or_else(|| agent(tokens, at)),
        cause: None,
        scope: Scope::default(),
        is_negated,
        is_unreal,
        rule: "casualty.ar.governed",
        score: victim.trust,
    }
}

/// "قد يقتل", "أن يقتل", "منع مقتل", "مخاوف من مقتل": feared or to be prevented, not told.
fn is_feared(tokens: &[Token], at: usize) -> bool {
    const PREVENTED: &[&str] = &[
        "منع",
        "لمنع",
        "بمنع",
        "تفادي",
        "لتفادي",
        "تجنب",
        "لتجنب",
        "خشيه",
        "مخاوف",
        "خوفا",
        "حذر",
        "حذرت",
        "يحذر",
        "تحذر",
        "احتمال",
    ];
    let word = |back: usize| {
        let token = at.checked_sub(back).and_then(|at| tokens.get(at));
        token.map_or("", |token| token.folded.as_str())
    };
    let verb = tokens.get(at).map_or("", |token| token.folded.as_str());
    // "قد توفي" is told: its ت is no prefix.
    let is_imperfect = verb.starts_with('ي') || verb.starts_with('ت') && !verb.starts_with("توف");
    let is_open = matches!(word(1), "قد" | "وقد" | "ان" | "بان" | "ربما");
    is_imperfect && is_open || (1..=3).any(|back| PREVENTED.contains(&word(back)))
}

fn status(classes: Classes) -> VictimStatus {
    match (
        classes.any(&[Class::Rebel, Class::State]),
        classes.has(Class::Civilian),
    ) {
        (true, _) => VictimStatus::Combatant,
        (false, true) => VictimStatus::Civilian,
        (false, false) => VictimStatus::Unknown,
    }
}
