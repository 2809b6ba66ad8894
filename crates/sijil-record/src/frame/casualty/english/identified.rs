//! Victims that a sentence of their own names: "the dead were identified as A and B".

use super::Found;
use crate::class::Class;
use crate::english::{ChunkKind, Clause, Voice, is_name};
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
    let subject = subject.or_else(|| clause.subjects(at).first()?.first().copied())?;
    let harm = harm_of_group(clause, subject)?;
    let listed = match clause.kind(at + 1) {
        ChunkKind::Noun => clause.objects(at),
        ChunkKind::Stop | ChunkKind::Subordinator | ChunkKind::Preposition => {
            clause.objects(at + 1)
        }
        _ => Vec::new(),
    };
    let victims: Vec<Vec<usize>> = listed
        .into_iter()
        .filter(|mention| {
            mention
                .iter()
                .filter_map(|at| clause.chunk(*at))
                .any(|chunk| is_name(clause, chunk) || chunk.classes.has(Class::Person))
        })
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
