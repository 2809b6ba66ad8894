//! Nouns of harm and whom they name: "the murder of", "five dead", "the body of".

use super::suffered::{cased, inflicted, is_wound};
use super::toll::toll;
use super::verb::companions;
use super::{Found, triggers};
use crate::class::Class;
use crate::english::{Article, Chunk, ChunkKind, Clause, Pos, is_name};
use crate::frame::casualty::Harm;
use crate::frame::casualty::victim::modifiers;
use crate::lexicon::Form;

pub(super) fn noun(clause: &Clause<'_>, at: usize, chunk: &Chunk) -> Vec<Found> {
    let opening = triggers(clause, chunk.head).iter().find_map(|trigger| {
        let harm = Harm::named(trigger.frame)?;
        matches!(trigger.way, "event" | "doer" | "adjective" | "nominal")
            .then_some((harm, trigger.way))
    });
    let found = match opening {
        Some((harm, "event" | "doer")) => event(clause, at, chunk, harm),
        Some((harm, _)) => state(clause, at, chunk, harm),
        None => described(clause, at, chunk)
            .or_else(|| toll(clause, at))
            .or_else(|| inflicted(clause, at))
            .or_else(|| cased(clause, at)),
    };
    found.into_iter().collect()
}

/// "the murder of X", "X's murder", "the Galan assassination", "ten deaths".
fn event(clause: &Clause<'_>, at: usize, chunk: &Chunk, harm: Harm) -> Option<Found> {
    if let Some(found) = inflicted(clause, at) {
        return Some(found);
    }
    let of = clause.complements(at);
    let owner = at.checked_sub(2).filter(|owner| {
        clause.kind(at - 1) == ChunkKind::Genitive && clause.kind(*owner) == ChunkKind::Noun
    });
    let counted = clause.number_in(&chunk.tokens).is_some();
    let is_death = clause.head(at).starts_with("death");
    let (rule, victims, trust) = match owner {
        _ if !of.is_empty() => ("casualty.en.event_of", of, 0.9),
        Some(owner) => ("casualty.en.event_owner", vec![vec![owner]], 0.8),
        None if counted && (is_death || harm == Harm::Injured) => {
            ("casualty.en.deaths", vec![vec![at]], 0.8)
        }
        // "its death" is of a firm or a plan.
        None if clause.word(chunk.tokens.start) == "its" => return None,
        None if clause.pos(chunk.tokens.start) == Pos::Possessive => {
            ("casualty.en.event_his", vec![vec![at]], 0.4)
        }
        None if !is_wound(clause, at) && !modifiers(clause, chunk).is_empty() => {
            ("casualty.en.event_compound", vec![vec![at]], 0.6)
        }
        None => match against(clause, at).or_else(|| that_of(clause, at)) {
            Some(victims) => ("casualty.en.event_of", victims, 0.8),
            None => ("casualty.en.event_list", listed(clause, at)?, 0.7),
        },
    };
    Some(Found {
        rule,
        harm,
        at,
        victims,
        agent: clause.agent(at),
        trust,
    })
}

/// "the murder committed by gunmen against the judge".
fn against(clause: &Clause<'_>, at: usize) -> Option<Vec<Vec<usize>>> {
    // The doer may stand between.
    const BETWEEN_MAX: usize = 5;
    let by = clause.chunk(at + 1)?;
    let is_done = matches!(
        clause.word(by.head),
        "committed" | "perpetrated" | "carried"
    );
    let against = (at + 2..at + 2 + BETWEEN_MAX)
        .take_while(|place| clause.kind(*place) != ChunkKind::Stop)
        .find(|place| matches!(clause.head(*place), "against" | "on"))?;
    let victims = clause.objects(against);
    (is_done && !victims.is_empty()).then_some(victims)
}

/// "the murders, especially that of the senator".
fn that_of(clause: &Clause<'_>, at: usize) -> Option<Vec<Vec<usize>>> {
    // A place, a time and a conjunction may stand between.
    const BETWEEN_MAX: usize = 7;
    let that = (at + 1..at + BETWEEN_MAX)
        .take_while(|place| clause.kind(*place) != ChunkKind::Stop)
        .find(|place| {
            let is_of = clause.kind(place + 1) == ChunkKind::Of;
            clause.kind(*place) == ChunkKind::That && is_of
        })?;
    let victims = clause.objects(that + 1);
    (!victims.is_empty()).then_some(victims)
}

/// "the murders of this month: Ana Ruiz, Luis Paz and …".
fn listed(clause: &Clause<'_>, at: usize) -> Option<Vec<Vec<usize>>> {
    // A time and a place may stand before the colon.
    const BETWEEN_MAX: usize = 8;
    let is_several = clause.head(at).ends_with('s');
    let colon = (at + 1..at + BETWEEN_MAX)
        .find(|place| clause.kind(*place) == ChunkKind::Stop && clause.head(*place) == ":")?;
    let mut names = clause.objects(colon);
    names.retain(|mention| {
        mention
            .iter()
            .filter_map(|place| clause.chunk(*place))
            .any(|chunk| is_name(clause, chunk))
    });
    (is_several && names.len() > 1).then_some(names)
}

/// "five dead", "seven wounded", "left ten people dead", "thirty casualties".
fn state(clause: &Clause<'_>, at: usize, chunk: &Chunk, harm: Harm) -> Option<Found> {
    let of = clause.complements(at);
    if !of.is_empty() && clause.head(at) != "missing" {
        return Some(Found {
            rule: "casualty.en.state",
            harm,
            at,
            victims: of,
            agent: None,
            trust: 0.7,
        });
    }
    let counted = clause.number_in(&chunk.tokens).is_some();
    let has_others = chunk
        .tokens
        .clone()
        .any(|place| place != chunk.head && clause.pos(place) == Pos::Noun);
    let is_article = chunk.article == Some(Article::Definite);
    let predicate = at.checked_sub(1).map(|before| clause.kind(before));
    let alone = !counted && !has_others && !is_article;
    if alone && let Some(found) = left_so(clause, at, harm) {
        return Some(found);
    }
    // "the man was dead", "they were found dead"
    if alone && matches!(predicate, Some(ChunkKind::Verb(_))) {
        // "shot dead": the verb has told it.
        let told = clause.chunk(at - 1).map_or(at, |verb| verb.head);
        if triggers(clause, told)
            .iter()
            .any(|trigger| Harm::named(trigger.frame).is_some())
        {
            return None;
        }
        let mut subjects = clause.subjects(at - 1);
        subjects.extend(companions(clause, at));
        return Some(Found {
            rule: "casualty.en.predicate",
            harm,
            at,
            victims: subjects,
            agent: None,
            trust: 0.8,
        });
    }
    let trust = if counted {
        0.9
    } else if has_others {
        0.6
    } else {
        0.4
    };
    (!alone).then_some(Found {
        rule: "casualty.en.state",
        harm,
        at,
        victims: vec![vec![at]],
        agent: None,
        trust,
    })
}

/// "left him seriously wounded": the noun phrase between the verb and the harm.
fn left_so(clause: &Clause<'_>, at: usize, harm: Harm) -> Option<Found> {
    let verb = at.checked_sub(2)?;
    let leaves = matches!(clause.head(verb), "left" | "leaving" | "leaves" | "found")
        && clause.kind(at - 1) == ChunkKind::Noun;
    leaves.then(|| Found {
        rule: "casualty.en.state",
        harm,
        at,
        victims: vec![vec![at - 1]],
        agent: None,
        trust: 0.9,
    })
}

/// "three dead terrorists", "the body of a woman".
fn described(clause: &Clause<'_>, at: usize, chunk: &Chunk) -> Option<Found> {
    if chunk.classes.has(Class::Body) {
        return body(clause, at, chunk);
    }
    let adjective = chunk.tokens.clone().find_map(|place| {
        let harm = triggers(clause, place)
            .iter()
            .find(|trigger| trigger.way == "adjective")?;
        (place < chunk.head)
            .then(|| Harm::named(harm.frame))
            .flatten()
    });
    let participle = || {
        let place = chunk.head.checked_sub(1)?;
        let is_inside = place >= chunk.tokens.start && clause.pos(place) == Pos::Noun;
        triggers(clause, place)
            .iter()
            .filter(|trigger| is_inside && trigger.form == Form::Past)
            .find_map(|trigger| Harm::named(trigger.frame))
            .filter(|harm| *harm == Harm::Killed)
    };
    let harm = adjective
        .or_else(participle)
        .filter(|_| chunk.is_people())?;
    // "Omar Haddad, the murdered priest"
    let named = at.checked_sub(2).filter(|before| {
        clause.kind(at - 1) == ChunkKind::Comma
            && clause
                .chunk(*before)
                .is_some_and(|chunk| is_name(clause, chunk))
    });
    Some(Found {
        rule: "casualty.en.adjective",
        harm,
        at,
        victims: vec![named.into_iter().chain([at]).collect()],
        agent: None,
        trust: 0.6,
    })
}

/// What becomes of bodies of the dead only.
const FINDING: &[&str] = &[
    "found",
    "recovered",
    "discovered",
    "dumped",
    "buried",
    "identified",
    "retrieved",
];

/// "his body was found": bodies are found, recovered and buried of the dead only.
fn is_found(clause: &Clause<'_>, at: usize) -> bool {
    (at + 1..at + 4).any(|place| FINDING.contains(&clause.head(place)))
}

/// "the body of a woman", "his body was found".
fn body(clause: &Clause<'_>, at: usize, chunk: &Chunk) -> Option<Found> {
    let of = clause.complements(at);
    let counted = clause.number_in(&chunk.tokens).is_some();
    let found = (counted || chunk.article == Some(Article::Indefinite))
        && clause.tokens.iter().any(|token| {
            let word = token.folded.as_str();
            FINDING.contains(&word) || matches!(word, "seen" | "counted")
        });
    let is_his = clause.pos(chunk.tokens.start) == Pos::Possessive && is_found(clause, at);
    let owner = at
        .checked_sub(2)
        .filter(|_| clause.kind(at - 1) == ChunkKind::Genitive && is_found(clause, at));
    let victims = match owner {
        _ if !of.is_empty() => of,
        Some(owner) => vec![vec![owner]],
        None if found || is_his => vec![vec![at]],
        None => Vec::new(),
    };
    let rule = if is_his && owner.is_none() {
        "casualty.en.event_his"
    } else {
        "casualty.en.body"
    };
    (!victims.is_empty()).then_some(Found {
        rule,
        harm: Harm::Killed,
        at,
        victims,
        agent: None,
        trust: 0.7,
    })
}
