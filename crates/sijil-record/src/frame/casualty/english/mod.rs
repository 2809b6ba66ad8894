//! Harm in an English sentence: the verbs and nouns that say it, and the victims they govern.

mod around;
mod identified;
mod noun;
mod verb;

use self::around::{cause, is_within, parts_after, scope};
use self::noun::noun;
use self::verb::verb;
use super::victim::{Victim, hinted, victim};
use super::{Casualty, Harm, Part};
use crate::english::{ChunkKind, Clause, LEXICON};
use crate::lexicon::Trigger;
use crate::span::Span;

/// What one rule found: the victims of one harm, before the sentence's other words are read.
struct Found {
    rule: &'static str,
    harm: Harm,
    /// The phrase that says the harm.
    at: usize,
    victims: Vec<Vec<usize>>,
    agent: Option<usize>,
    /// How sure the rule is, from 0 to 1.
    trust: f64,
}

/// The harm that `clause` speaks of, in order of place.
pub(crate) fn casualties(clause: &Clause<'_>) -> Vec<Casualty> {
    let mut found = Vec::new();
    for at in 0..clause.chunks.len() {
        let Some(chunk) = clause.chunk(at) else {
            continue;
        };
        let rules = match chunk.kind {
            ChunkKind::Verb(voice) => verb(clause, at, voice),
            ChunkKind::Noun => noun(clause, at, chunk),
            _ => Vec::new(),
        };
        for rule in rules {
            found.extend(casualties_of(clause, &rule));
        }
    }
    found
}

fn triggers(clause: &Clause<'_>, at: usize) -> &'static [Trigger] {
    LEXICON.triggers(
        &clause
            .tokens
            .get(at)
            .map_or(String::new(), |token| token.folded.clone()),
    )
}

fn casualties_of(clause: &Clause<'_>, found: &Found) -> Vec<Casualty> {
    let is_hint = matches!(
        found.rule,
        "casualty.en.event_compound" | "casualty.en.event_his"
    );
    let victims = found
        .victims
        .iter()
        .filter_map(|mention| match mention.first() {
            Some(at) if is_hint => hinted(clause, *at),
            _ => victim(clause, mention),
        });
    let mut casualties: Vec<Casualty> = Vec::new();
    for victim in victims {
        match casualties.last_mut() {
            // "ten people, two of them children": part of the number before.
            Some(last) if is_within(clause, victim.span) => last.parts.push(part(victim)),
            _ => casualties.push(casualty(clause, found, victim)),
        }
    }
    if let Some(last) = casualties.last_mut() {
        let after = parts_after(clause, found.at, last.victim);
        let more = after
            .into_iter()
            .filter(|part| !last.victim.overlaps(part.span));
        last.parts.extend(more.collect::<Vec<Part>>());
    }
    casualties
}

fn part(victim: Victim) -> Part {
    Part {
        span: victim.span,
        words: victim.words,
        is_named: victim.is_named,
        quantity: victim.quantity,
        group: victim.group,
    }
}

fn casualty(clause: &Clause<'_>, found: &Found, victim: Victim) -> Casualty {
    let chunk = clause.chunk(found.at);
    let head = chunk.and_then(|chunk| clause.tokens.get(chunk.head));

    Casualty {
        harm: found.harm,
        harm_span: head.map_or(Span::default(), |token| token.span),
        victim: victim.span,
        victim_words: victim.words,
        is_named: victim.is_named,
        is_implied: victim.is_implied,
        quantity: victim.quantity,
        unit: victim.unit,
        status: victim.status,
        parts: Vec::new(),
        perpetrator: found.agent.map(|agent| clause.span_of(agent)),
        cause: cause(clause),
        scope: scope(clause),
        is_negated: victim.negated || chunk.is_some_and(|chunk| chunk.negated),
        is_unreal: chunk.is_some_and(|chunk| chunk.unreal),
        rule: found.rule,
        score: found.trust * victim.trust,
    }
}
