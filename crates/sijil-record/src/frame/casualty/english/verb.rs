//! Verbs of harm and whom they govern: "were killed", "killed ten", "lost their lives".

use super::identified::identified;
use super::suffered::{struck, suffered};
use super::{Found, may_act, triggers};
use crate::english::{Chunk, ChunkKind, Clause, Pos, Voice, is_name};
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
    let to_death = is_to_death(clause, at);
    let (harm, way) = match opening {
        Some((Harm::Injured, way)) if to_death => (Harm::Killed, way),
        Some(opening) => opening,
        None if to_death => (Harm::Killed, "transitive"),
        None => {
            let mut found = life_lost(clause, at);
            found.extend(victims_claimed(clause, at));
            found.extend(identified(clause, at));
            found.extend(suffered(clause, at));
            found.extend(struck(clause, at));
            return found;
        }
    };
    let is_sure = way != "shooting" || is_deadly(clause, chunk);
    let (rule, mut victims, agent) = match way {
        "intransitive" => ("casualty.en.died", dying(clause, at), None),
        _ if to_death => done_to_death(clause, at, voice),
        _ => harmed(clause, at, voice),
    };
    if rule != "casualty.en.active" {
        victims.extend(companions(clause, at));
    }
    vec![Found {
        rule: if is_sure { rule } else { "casualty.en.shot" },
        harm,
        at,
        victims,
        agent,
        trust: if is_sure { 1.0 } else { 0.6 },
    }]
}

/// "beaten to death", "stoned to death".
fn is_to_death(clause: &Clause<'_>, at: usize) -> bool {
    clause.kind(at + 1) == ChunkKind::Preposition
        && clause.head(at + 1) == "to"
        && clause.head(at + 2) == "death"
}

/// "shot to death five men": the victims stand behind the words of death, unless it is a passive.
fn done_to_death(
    clause: &Clause<'_>,
    at: usize,
    voice: Voice,
) -> (&'static str, Vec<Vec<usize>>, Option<usize>) {
    let behind = clause.objects(at + 2);
    if voice == Voice::Passive || behind.is_empty() {
        return harmed(clause, at, voice);
    }
    ("casualty.en.active", behind, actor(clause, at))
}

/// Those named behind "along with", after what befell the others, when and where.
pub(super) fn companions(clause: &Clause<'_>, at: usize) -> Vec<Vec<usize>> {
    // A time and a place may stand between.
    const BETWEEN_MAX: usize = 9;
    let tie = (at + 1..at + BETWEEN_MAX)
        .take_while(|place| {
            matches!(
                clause.kind(*place),
                ChunkKind::Preposition
                    | ChunkKind::Noun
                    | ChunkKind::Of
                    | ChunkKind::Genitive
                    | ChunkKind::Comma
                    | ChunkKind::And
            )
        })
        .find(|place| {
            clause.kind(*place) == ChunkKind::And
                && matches!(clause.head(*place), "along" | "together")
        });
    tie.map_or_else(Vec::new, |tie| clause.objects(tie))
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
            None if shares_object(clause, at) => (
                "casualty.en.active",
                clause.objects(at + 2),
                actor(clause, at),
            ),
            None => (
                "casualty.en.participle",
                left_of(clause, at),
                clause.agent(at),
            ),
        },
        Voice::Active | Voice::Gerund => {
            ("casualty.en.active", clause.objects(at), actor(clause, at))
        }
        Voice::Copula => ("casualty.en.passive", Vec::new(), None),
    }
}

/// Who does what the verb at `at` tells: the one nearest to it who can.
fn actor(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let actors = clause.actors(at);
    let firsts = actors.iter().rev().filter_map(|mention| mention.first());
    firsts.copied().find(|actor| may_act(clause, *actor))
}

/// "shot and killed the guard": one object behind two verbs.
fn shares_object(clause: &Clause<'_>, at: usize) -> bool {
    let is_verb = matches!(
        clause.kind(at + 2),
        ChunkKind::Verb(Voice::Bare | Voice::Active)
    );
    clause.kind(at + 1) == ChunkKind::And
        && is_verb
        && clause.kind(at + 3) == ChunkKind::Noun
        && !clause.is_time(at + 3)
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
    let is_object = clause.kind(at + 1) == ChunkKind::Noun && !clause.is_time(at + 1);
    // "Two boys killed five others injured": headlines leave signs out.
    let is_headline = clause.kind(at + 2) == ChunkKind::Verb(Voice::Bare)
        && clause.kind(at + 3) != ChunkKind::Noun
        && clause
            .chunk(at + 1)
            .is_some_and(|object| clause.number_in(&object.tokens).is_some())
        && clause.chunk(at + 2).is_some_and(|verb| {
            triggers(clause, verb.head)
                .iter()
                .any(|trigger| Harm::named(trigger.frame).is_some())
        });
    if is_headline {
        return Voice::Bare;
    }
    if is_object || clause.is_aside_before_object(at + 1) {
        return Voice::Active;
    }
    match clause.tied_before(at).map(|before| clause.kind(before)) {
        Some(ChunkKind::Verb(Voice::Passive)) => Voice::Passive,
        _ => Voice::Bare,
    }
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
    let is_people = |mention: &Vec<usize>| {
        mention
            .iter()
            .filter_map(|place| clause.chunk(*place))
            .any(|chunk| chunk.is_people() || is_name(clause, chunk))
    };
    match clause.kind(before) {
        ChunkKind::Noun => {
            // "two nuns and a nurse killed on Monday"
            let all = clause.subjects(at);
            let is_list = all.len() > 1 && all.iter().all(is_people);
            if is_list { all } else { vec![vec![before]] }
        }
        // "the senator's wife, murdered on Friday"
        ChunkKind::Comma => clause
            .antecedent(before)
            .map(|(first, last)| clause.mentions(first, last))
            .filter(|mentions| mentions.iter().all(is_people))
            .unwrap_or_else(|| subjects_shared(clause, at)),
        // "was found shot to death"
        ChunkKind::Verb(Voice::Passive) => clause.subjects(before),
        _ => subjects_shared(clause, at),
    }
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
            | "ended"
            | "ending"
    );
    let is_losing = matches!(word, "lost" | "lose" | "losing" | "gave" | "given");
    let is_his = clause
        .chunk(at + 1)
        .is_some_and(|life| clause.pos(life.tokens.start) == Pos::Possessive);
    let victims = match (is_losing, is_taking) {
        (true, _) => subjects_shared(clause, at),
        (_, true) if is_his => vec![vec![at + 1]],
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
        rule: if is_his && is_taking {
            "casualty.en.event_his"
        } else {
            "casualty.en.life"
        },
        harm: Harm::Killed,
        at,
        victims,
        agent: is_taking
            .then(|| clause.actors(at).into_iter().flatten().next())
            .flatten(),
        trust: 1.0,
    }]
}

/// "the attack claimed two victims": dead, as the word is used of them.
fn victims_claimed(clause: &Clause<'_>, at: usize) -> Option<Found> {
    let claims = matches!(clause.head(at), "claimed" | "claiming" | "left" | "leaving");
    let object = clause.chunk(at + 1)?;
    let is_counted = clause.number_in(&object.tokens).is_some();
    let is_victims = matches!(clause.head(at + 1), "victims" | "victim");
    (claims && is_counted && is_victims).then(|| Found {
        rule: "casualty.en.life",
        harm: Harm::Killed,
        at,
        victims: vec![vec![at + 1]],
        agent: None,
        trust: 0.6,
    })
}
