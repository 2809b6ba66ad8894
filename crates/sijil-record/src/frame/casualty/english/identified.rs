//! Victims that a sentence of their own names: "the dead were identified as A and B".

use super::Found;
use crate::class::Class;
use crate::english::{Chunk, ChunkKind, Clause, Voice, is_name};
use crate::frame::casualty::Harm;

/// "the victims were identified as A and B", "the wounded are A and B", "among the dead was A".
pub(super) fn identified(clause: &Clause<'_>, at: usize) -> Option<Found> {
    let word = clause.head(at);
    let is_copula = clause.kind(at) == ChunkKind::Verb(Voice::Copula);
    let names = matches!(
        word,
        "identified" | "named" | "included" | "include" | "includes"
    );
    if !is_copula && !names {
        return None;
    }
    let among = clause.kind(at + 1) == ChunkKind::Preposition && clause.head(at + 1) == "among";
    if is_copula && among {
        let harm = harm_of_group(clause, at + 2)?;
        return Some(Found {
            rule: "casualty.en.identified",
            harm,
            at,
            victims: clause.subjects(at),
            agent: None,
            trust: 0.8,
        });
    }
    let subject = at
        .checked_sub(1)
        .filter(|before| clause.kind(*before) == ChunkKind::Noun);
    let subject = subject.or_else(|| clause.subjects(at).first()?.first().copied());
    let of_object = harm_of_group(clause, at + 1).filter(|_| word == "identified");
    let of_group = subject
        .and_then(|subject| harm_of_group(clause, subject))
        .or(of_object)
        .or_else(|| harm_of_first(clause, at));
    let harm = of_group.or_else(|| harm_of_one(clause, at))?;
    let listed = match clause.kind(at + 1) {
        // "the judge identified the dead men as"
        ChunkKind::Noun if of_object.is_some() => {
            let is_as = clause.kind(at + 2) == ChunkKind::Subordinator;
            clause.objects(if is_as { at + 2 } else { at })
        }
        ChunkKind::Noun => clause.objects(at),
        ChunkKind::Stop | ChunkKind::Subordinator | ChunkKind::Preposition => {
            clause.objects(at + 1)
        }
        _ => Vec::new(),
    };
    let victims: Vec<Vec<usize>> = listed
        .into_iter()
        .filter(|mention| names_people(clause, mention, of_group.is_some()))
        .collect();
    (!victims.is_empty()).then_some(Found {
        rule: "casualty.en.identified",
        harm,
        at,
        victims,
        agent: None,
        trust: 0.8,
    })
}

/// Whether `mention` names somebody, or, with `roles`, describes somebody.
fn names_people(clause: &Clause<'_>, mention: &[usize], roles: bool) -> bool {
    mention
        .iter()
        .filter_map(|at| clause.chunk(*at))
        .any(|chunk| is_name(clause, chunk) || roles && chunk.classes.has(Class::Person))
}

/// "Also injured in the blast was": the harm told first, before a place and a time.
fn harm_of_first(clause: &Clause<'_>, at: usize) -> Option<Harm> {
    let is_aside = |place: usize| {
        matches!(
            clause.kind(place),
            ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Of
        )
    };
    let is_first = at > 1
        && clause.kind(at) == ChunkKind::Verb(Voice::Copula)
        && clause.kind(1) == ChunkKind::Preposition
        && (1..at).all(is_aside);
    is_first.then(|| harm_of_group(clause, 0)).flatten()
}

/// "one of the students killed last week was": the harm of those of whom the copula at `at` names one.
fn harm_of_one(clause: &Clause<'_>, at: usize) -> Option<Harm> {
    // A place and a time may stand between.
    const BETWEEN_MAX: usize = 6;
    if clause.kind(at) != ChunkKind::Verb(Voice::Copula) {
        return None;
    }
    let verb = (1..BETWEEN_MAX)
        .filter_map(|back| at.checked_sub(back))
        .find(|place| clause.chunk(*place).is_some_and(Chunk::is_verb))?;
    let before = |back: usize| verb.checked_sub(back).map(|place| clause.kind(place));
    let is_told = match clause.kind(verb) {
        ChunkKind::Verb(Voice::Bare) => before(1) == Some(ChunkKind::Noun),
        ChunkKind::Verb(Voice::Passive | Voice::Active) => before(1) == Some(ChunkKind::Relative),
        _ => false,
    };
    let head = clause.chunk(verb)?.head;
    is_told
        .then(|| {
            super::triggers(clause, head)
                .iter()
                .find_map(|trigger| Harm::named(trigger.frame))
        })
        .flatten()
        .filter(|harm| matches!(harm, Harm::Killed | Harm::Injured))
}

/// The harm that a noun phrase for victims tells: "the dead", "the wounded reporters".
fn harm_of_group(clause: &Clause<'_>, at: usize) -> Option<Harm> {
    let chunk = clause.chunk(at)?;
    let mut words = chunk
        .tokens
        .clone()
        .filter_map(|place| clause.words.get(place))
        .map(|word| word.classes);
    let follows = clause.head(at + 1);
    if words.clone().any(|classes| classes.has(Class::Dead))
        || matches!(follows, "killed" | "murdered")
            && clause.kind(at + 1) == ChunkKind::Verb(Voice::Bare)
    {
        return Some(Harm::Killed);
    }
    if words.any(|classes| classes.has(Class::Hurt)) {
        return Some(Harm::Injured);
    }
    matches!(
        clause.head(at),
        "victims" | "victim" | "bodies" | "body" | "corpses"
    )
    .then_some(Harm::Killed)
}
