//! Verbs of harm and whom they govern: "were killed", "killed ten", "lost their lives".

use super::identified::identified;
use super::{Found, triggers};
use crate::english::{Chunk, ChunkKind, Clause, Voice};
use crate::frame::casualty::Harm;
use crate::lexicon::Form;

pub(super) fn verb(clause: &Clause<'_>, at: usize, voice: Voice) -> Vec<Found> {
    let Some(chunk) = clause.chunk(at) else {
        return Vec::new();
    };
    let opening = triggers(clause, chunk.head).iter().find_map(|trigger| {
        let is_verb = trigger.form != Form::Plain;
        Harm::named(trigger.frame)
            .filter(|_| is_verb)
            .map(|harm| (harm, trigger.way))
    });
    let Some((harm, way)) = opening else {
        let mut found = life_lost(clause, at);
        found.extend(identified(clause, at));
        return found;
    };
    let is_sure = way != "shooting" || is_deadly(clause, chunk);
    let (rule, victims, agent) = match way {
        "intransitive" => ("casualty.en.died", dying(clause, at), None),
        _ => harmed(clause, at, voice),
    };
    vec![Found {
        rule,
        harm,
        at,
        victims,
        agent,
        trust: if is_sure { 1.0 } else { 0.6 },
    }]
}

/// Those who died: named in a list behind the verb, else its subjects.
fn dying(clause: &Clause<'_>, at: usize) -> Vec<Vec<usize>> {
    let listed = listed_after(clause, at);
    if listed.is_empty() {
        subjects_shared(clause, at)
    } else {
        listed
    }
}

/// Rule, victims and agent of a verb that somebody does to somebody.
fn harmed(
    clause: &Clause<'_>,
    at: usize,
    voice: Voice,
) -> (&'static str, Vec<Vec<usize>>, Option<usize>) {
    match resolved(clause, at, voice) {
        Voice::Passive => (
            "casualty.en.passive",
            subjects_shared(clause, at),
            clause.agent(at),
        ),
        Voice::Bare => match inverted(clause).filter(|_| at == 0) {
            Some(victims) => ("casualty.en.inverted", victims, None),
            None => (
                "casualty.en.participle",
                left_of(clause, at),
                clause.agent(at),
            ),
        },
        Voice::Active | Voice::Gerund => {
            let subjects = clause.subjects(at);
            let agent = subjects.first().and_then(|mention| mention.first());
            ("casualty.en.active", clause.objects(at), agent.copied())
        }
        Voice::Copula => ("casualty.en.passive", Vec::new(), None),
    }
}

/// "shot dead", "shot to death", "shot and killed".
fn is_deadly(clause: &Clause<'_>, chunk: &Chunk) -> bool {
    let after: Vec<&str> = (chunk.tokens.end..chunk.tokens.end + 3)
        .map(|at| clause.word(at))
        .collect();
    matches!(
        after.as_slice(),
        ["dead", ..] | ["to", "death", _] | ["down", ..]
    )
}

/// Whether a form without helper acts or suffers: "rebels killed ten", "ten killed in".
fn resolved(clause: &Clause<'_>, at: usize, voice: Voice) -> Voice {
    if voice != Voice::Bare {
        return voice;
    }
    if clause.kind(at + 1) == ChunkKind::Noun && !is_time(clause, at + 1) {
        return Voice::Active;
    }
    match clause.tied_before(at).map(|before| clause.kind(before)) {
        Some(ChunkKind::Verb(Voice::Passive)) => Voice::Passive,
        _ => Voice::Bare,
    }
}

fn is_time(clause: &Clause<'_>, at: usize) -> bool {
    let times = [
        "last",
        "yesterday",
        "today",
        "this",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    clause
        .chunk(at)
        .is_some_and(|chunk| times.contains(&clause.word(chunk.tokens.start)) && !chunk.is_people())
}

/// The subjects of the verb at `at`, or of the verb that "and" ties it to.
fn subjects_shared(clause: &Clause<'_>, at: usize) -> Vec<Vec<usize>> {
    let own = clause.subjects(at);
    if !own.is_empty() {
        return own;
    }
    clause
        .tied_before(at)
        .map_or_else(Vec::new, |before| clause.subjects(before))
}

/// "Also injured in the blast was a vendor", "Injured were: a driver; …".
fn inverted(clause: &Clause<'_>) -> Option<Vec<Vec<usize>>> {
    const BETWEEN_MAX: usize = 6;
    let copula = (1..BETWEEN_MAX)
        .take_while(|at| !matches!(clause.kind(*at), ChunkKind::Comma | ChunkKind::Stop))
        .find(|at| clause.chunk(*at).is_some_and(Chunk::is_verb))?;
    if clause.kind(copula) != ChunkKind::Verb(Voice::Copula) {
        return None;
    }
    let list = if clause.kind(copula + 1) == ChunkKind::Stop {
        copula + 1
    } else {
        copula
    };
    Some(clause.objects(list)).filter(|victims| !victims.is_empty())
}

/// Names after a colon: "the following policemen died in combat: Omar Haddad, …".
fn listed_after(clause: &Clause<'_>, at: usize) -> Vec<Vec<usize>> {
    // A place and a time may come between, no more.
    const BETWEEN_MAX: usize = 6;
    let colon = (at + 1..at + BETWEEN_MAX)
        .find(|place| clause.kind(*place) == ChunkKind::Stop && clause.head(*place) == ":");
    let follows = clause
        .tokens
        .iter()
        .any(|token| token.folded == "following");
    colon
        .filter(|_| follows)
        .map_or_else(Vec::new, |colon| clause.objects(colon))
}

/// The victims right before a participle: "the five men killed in the attack".
fn left_of(clause: &Clause<'_>, at: usize) -> Vec<Vec<usize>> {
    let Some(before) = at.checked_sub(1) else {
        return Vec::new();
    };
    if clause.kind(before) == ChunkKind::Noun {
        return vec![vec![before]];
    }
    subjects_shared(clause, at)
}

/// "lost their lives", "claimed the lives of ten", "took the life of the mayor".
fn life_lost(clause: &Clause<'_>, at: usize) -> Vec<Found> {
    let is_life =
        matches!(clause.head(at + 1), "life" | "lives") && clause.kind(at + 1) == ChunkKind::Noun;
    let Some(chunk) = clause.chunk(at).filter(|_| is_life) else {
        return Vec::new();
    };
    let word = clause.word(chunk.head);
    let is_taking = matches!(
        word,
        "took"
            | "take"
            | "taken"
            | "taking"
            | "claimed"
            | "claim"
            | "claiming"
            | "cost"
            | "claims"
            | "costing"
    );
    let is_losing = matches!(word, "lost" | "lose" | "losing" | "gave" | "given");
    let victims = match (is_losing, is_taking) {
        (true, _) => clause.subjects(at),
        (_, true) => {
            let counted = clause
                .chunk(at + 1)
                .is_some_and(|life| clause.number_in(&life.tokens).is_some());
            let of = clause.complements(at + 1);
            if of.is_empty() && counted {
                vec![vec![at + 1]]
            } else {
                of
            }
        }
        _ => Vec::new(),
    };
    vec![Found {
        rule: "casualty.en.life",
        harm: Harm::Killed,
        at,
        victims,
        agent: None,
        trust: 1.0,
    }]
}
