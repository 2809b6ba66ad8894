//! Wounds that somebody has: "suffered minor injuries", "received bullet wounds", "injuries to five".

use super::{Found, triggers};
use crate::english::{ChunkKind, Clause, Pos, Voice};
use crate::frame::casualty::Harm;

/// What a body suffers.
const WOUNDS: &[&str] = &[
    "injury",
    "injuries",
    "wound",
    "wounds",
    "burn",
    "burns",
    "laceration",
    "lacerations",
    "fracture",
    "fractures",
    "bruises",
    "contusions",
    "concussion",
    "cuts",
];

/// Verbs that take wounds as their object.
const SUFFERING: &[&str] = &[
    "suffer",
    "suffers",
    "suffered",
    "suffering",
    "receive",
    "received",
    "receiving",
    "sustain",
    "sustained",
    "sustaining",
    "had",
    "have",
    "has",
    "incurred",
];

/// Whether the noun phrase at `at` tells wounds.
pub(super) fn is_wound(clause: &Clause<'_>, at: usize) -> bool {
    clause.kind(at) == ChunkKind::Noun && WOUNDS.contains(&clause.head(at))
}

/// "a guard suffered minor injuries": the subject is hurt.
pub(super) fn suffered(clause: &Clause<'_>, at: usize) -> Option<Found> {
    let suffers = SUFFERING.contains(&clause.head(at)) && is_wound(clause, at + 1);
    suffers.then(|| Found {
        rule: "casualty.en.suffered",
        harm: Harm::Injured,
        at: at + 1,
        victims: clause.subjects(at),
        agent: None,
        trust: 0.8,
    })
}

/// "was hit by a stray bullet": hurt, whatever comes of it.
pub(super) fn struck(clause: &Clause<'_>, at: usize) -> Option<Found> {
    const MISSILES: &[&str] = &[
        "bullet",
        "bullets",
        "shrapnel",
        "shot",
        "shots",
        "gunfire",
        "splinters",
        "fragments",
        "glass",
    ];
    let is_hit = matches!(clause.head(at), "hit" | "struck")
        && clause.kind(at) == ChunkKind::Verb(Voice::Passive);
    let by = clause.agent(at).filter(|_| is_hit)?;
    MISSILES.contains(&clause.head(by)).then(|| Found {
        rule: "casualty.en.suffered",
        harm: Harm::Injured,
        at,
        victims: clause.subjects(at),
        agent: None,
        trust: 0.6,
    })
}

/// "injuries to five policemen".
pub(super) fn inflicted(clause: &Clause<'_>, at: usize) -> Option<Found> {
    let is_to = clause.kind(at + 1) == ChunkKind::Preposition
        && matches!(clause.head(at + 1), "to" | "on" | "among");
    let victims = clause.objects(at + 1);
    (is_to && !victims.is_empty() && is_wound(clause, at)).then_some(Found {
        rule: "casualty.en.inflicted",
        harm: Harm::Injured,
        at,
        victims,
        agent: None,
        trust: 0.8,
    })
}

/// "the murder case of a judge", "the Jesuits murder trial": the event inside the name of its case.
pub(super) fn cased(clause: &Clause<'_>, at: usize) -> Option<Found> {
    const CASES: &[&str] = &[
        "case",
        "cases",
        "trial",
        "investigation",
        "probe",
        "inquiry",
    ];
    let chunk = clause.chunk(at)?;
    if !CASES.contains(&clause.head(at)) {
        return None;
    }
    let event = chunk.head.checked_sub(1)?;
    let harm = triggers(clause, event)
        .iter()
        .filter(|trigger| trigger.way == "event")
        .find_map(|trigger| Harm::named(trigger.frame))?;
    let of = clause.complements(at);
    let names_some = chunk
        .tokens
        .clone()
        .any(|place| place < event && clause.pos(place) == Pos::Noun);
    let (rule, victims) = if of.is_empty() {
        names_some.then(|| ("casualty.en.event_compound", vec![vec![at]]))?
    } else {
        ("casualty.en.event_of", of)
    };
    Some(Found {
        rule,
        harm,
        at,
        victims,
        agent: None,
        trust: 0.6,
    })
}
