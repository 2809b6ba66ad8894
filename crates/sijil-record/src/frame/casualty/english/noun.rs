//! Nouns of harm and whom they name: "the murder of", "five dead", "the body of".

use super::{Found, triggers};
use crate::class::Class;
use crate::english::{Article, Chunk, ChunkKind, Clause, Pos};
use crate::frame::casualty::Harm;
use crate::frame::casualty::victim::modifiers;

pub(super) fn noun(clause: &Clause<'_>, at: usize, chunk: &Chunk) -> Vec<Found> {
    let opening = triggers(clause, chunk.head).iter().find_map(|trigger| {
        let harm = Harm::named(trigger.frame)?;
        matches!(trigger.way, "event" | "doer" | "adjective" | "nominal")
            .then_some((harm, trigger.way))
    });
    let found = match opening {
        Some((harm, "event" | "doer")) => event(clause, at, chunk, harm),
        Some((harm, _)) => state(clause, at, chunk, harm),
        None => described(clause, at, chunk),
    };
    found.into_iter().collect()
}

/// "the murder of X", "X's murder", "the Galan assassination", "ten deaths".
fn event(clause: &Clause<'_>, at: usize, chunk: &Chunk, harm: Harm) -> Option<Found> {
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
        None if clause.pos(chunk.tokens.start) == Pos::Possessive => {
            ("casualty.en.event_his", vec![vec![at]], 0.4)
        }
        None if !modifiers(clause, chunk).is_empty() => {
            ("casualty.en.event_compound", vec![vec![at]], 0.6)
        }
        None => return None,
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
        let subjects = clause.subjects(at - 1);
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

/// "three dead terrorists", "the body of a woman".
fn described(clause: &Clause<'_>, at: usize, chunk: &Chunk) -> Option<Found> {
    if chunk.classes.has(Class::Body) {
        let of = clause.complements(at);
        let counted = clause.number_in(&chunk.tokens).is_some();
        let found = (counted || chunk.article == Some(Article::Indefinite))
            && clause.tokens.iter().any(|token| token.folded == "found");
        let victims = if of.is_empty() && found {
            vec![vec![at]]
        } else {
            of
        };
        let rule = "casualty.en.body";
        return (!victims.is_empty()).then_some(Found {
            rule,
            harm: Harm::Killed,
            at,
            victims,
            agent: None,
            trust: 0.7,
        });
    }
    let adjective = chunk.tokens.clone().find_map(|place| {
        let harm = triggers(clause, place)
            .iter()
            .find(|trigger| trigger.way == "adjective")?;
        (place < chunk.head)
            .then(|| Harm::named(harm.frame))
            .flatten()
    });
    let harm = adjective.filter(|_| chunk.is_people())?;
    Some(Found {
        rule: "casualty.en.adjective",
        harm,
        at,
        victims: vec![vec![at]],
        agent: None,
        trust: 0.6,
    })
}
