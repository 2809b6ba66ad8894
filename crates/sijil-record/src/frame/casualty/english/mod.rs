//! Harm in an English sentence: the verbs and nouns that say it, and the victims they govern.

mod around;
mod aside;
mod identified;
mod noun;
mod suffered;
mod toll;
mod verb;

use self::around::{cause, is_within, parts_after, parts_listed, scope};
use self::aside::parts_aside;
use self::noun::noun;
use self::suffered::is_wound;
use self::verb::verb;
use super::refer::they_are;
use super::victim::{Victim, hinted, victim};
use super::{Casualty, Harm, Part};
use crate::class::Class;
use crate::english::{Article, ChunkKind, Clause, LEXICON, Pos, is_name};
use crate::lexicon::Trigger;
use crate::span::Span;
use crate::token::Case;

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

/// "They are Ana Ruiz, Luis Paz and …": the names of those of whom `harmed`, before, told.
pub(super) fn again(clause: &Clause<'_>, harmed: Option<&Casualty>) -> Vec<Casualty> {
    let (Some(harmed), Some(at)) = (harmed, they_are(clause)) else {
        return Vec::new();
    };
    let found = Found {
        rule: "casualty.en.they_are",
        harm: harmed.harm,
        at,
        victims: clause
            .objects(at)
            .into_iter()
            .filter(|mention| {
                mention
                    .iter()
                    .filter_map(|place| clause.chunk(*place))
                    .any(|chunk| is_name(clause, chunk))
            })
            .collect(),
        agent: None,
        trust: 0.7,
    };
    casualties_of(clause, &found)
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
        .filter(|mention| {
            let is_time = mention.first().is_some_and(|at| clause.is_time(*at));
            let is_wound = |at: &usize| *at != found.at && is_wound(clause, *at);
            !is_time && !mention.iter().any(is_wound)
        })
        .filter_map(|mention| match mention.first() {
            Some(at) if is_hint => hinted(clause, *at),
            _ => victim(clause, mention),
        });
    let mut casualties: Vec<Casualty> = Vec::new();
    let mut of_them = None;
    for victim in victims {
        match casualties.last_mut() {
            // "ten people, two of them children", "most of them children": part of the number before.
            Some(_) if matches!(victim.words.as_slice(), [only] if matches!(only.as_str(), "them" | "most")) =>
            {
                of_them = Some(victim.quantity);
            }
            Some(last) if is_within(clause, victim.span) => {
                let mut part = part(victim);
                part.quantity = of_them.take().unwrap_or(part.quantity);
                last.parts.push(part);
            }
            _ => casualties.push(casualty(clause, found, victim)),
        }
    }
    fold_sum(&mut casualties);
    if let Some(last) = casualties.last_mut().filter(|last| !last.is_named) {
        last.parts.extend(parts_listed(clause, last.victim));
    }
    for casualty in &mut casualties {
        if casualty.quantity.low != Some(1) {
            let aside = parts_aside(clause, casualty.victim);
            casualty.parts.extend(aside);
        }
    }
    if let Some(last) = casualties.last_mut() {
        let after = parts_after(clause, found.at, last.victim);
        let more = after
            .into_iter()
            .filter(|part| !last.victim.overlaps(part.span))
            .filter(|part| {
                !last
                    .parts
                    .iter()
                    .any(|known| known.span.overlaps(part.span))
            });
        last.parts.extend(more.collect::<Vec<Part>>());
    }
    casualties
}

/// "five people, three children and two women": those who add up to the first number are its parts.
fn fold_sum(casualties: &mut Vec<Casualty>) {
    let exact = |one: &Casualty| {
        one.quantity
            .low
            .filter(|low| Some(*low) == one.quantity.high)
    };
    let Some((first, rest)) = casualties.split_first_mut() else {
        return;
    };
    let sum: Option<u64> = rest.iter().map(exact).sum();
    if rest.len() < 2 || first.is_named || exact(first).is_none() || sum != exact(first) {
        return;
    }
    first.parts.extend(rest.iter().map(|one| Part {
        span: one.victim,
        words: one.victim_words.clone(),
        is_named: one.is_named,
        quantity: one.quantity.clone(),
        group: None,
    }));
    casualties.truncate(1);
}

/// "if ten people are killed": the nearest word that opens a clause supposes.
fn is_supposed(clause: &Clause<'_>, at: usize) -> bool {
    let opens = |place: &usize| {
        matches!(
            clause.kind(*place),
            ChunkKind::Subordinator | ChunkKind::Stop | ChunkKind::Comma | ChunkKind::That
        )
    };
    let opened = (0..at).rev().find(opens);
    opened.is_some_and(|place| matches!(clause.head(place), "if" | "unless"))
}

/// "almost killed": it did not come to it.
fn is_almost(clause: &Clause<'_>, at: usize) -> bool {
    let tokens = clause.chunk(at).map_or(0..0, |chunk| chunk.tokens.clone());
    let mut words = tokens.map(|place| clause.word(place));
    words.any(|word| matches!(word, "almost" | "nearly"))
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
        perpetrator: found
            .agent
            .filter(|agent| may_act(clause, *agent))
            .map(|agent| clause.span_of(agent)),
        cause: cause(clause),
        scope: scope(clause),
        is_negated: victim.negated
            || chunk.is_some_and(|chunk| chunk.negated)
            || is_almost(clause, found.at),
        is_unreal: is_supposed(clause, found.at)
            || chunk.is_some_and(|chunk| chunk.unreal) && !is_achieved(clause, found.at),
        rule: found.rule,
        score: found.trust * victim.trust,
    }
}

/// "managed to kill": the infinitive has come true.
fn is_achieved(clause: &Clause<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| clause.head(before));
    matches!(
        before,
        "managed"
            | "manages"
            | "proceeded"
            | "began"
            | "continued"
            | "said"
            | "reported"
            | "known"
            | "confirmed"
    )
}

/// What harms and is nobody.
const TOOLS: &[Class] = &[
    Class::Thing,
    Class::Noun,
    Class::Place,
    Class::Shelling,
    Class::Mine,
    Class::SmallArms,
    Class::AirStrike,
    Class::DroneStrike,
    Class::SuicideBomb,
    Class::Clash,
    Class::Attack,
];

/// Those of them that have an owner.
const STRIKES: &[Class] = &[
    Class::Shelling,
    Class::AirStrike,
    Class::DroneStrike,
    Class::Clash,
    Class::Attack,
];

/// Whether the phrase at `at` can be who did it: a weapon alone is a cause, and a pronoun tells nothing.
pub(super) fn may_act(clause: &Clause<'_>, at: usize) -> bool {
    let Some(chunk) = clause.chunk(at).filter(|_| !clause.is_time(at)) else {
        return false;
    };
    // Written small, an unknown word is no name.
    let is_small = clause
        .tokens
        .get(chunk.head)
        .is_some_and(|token| token.case == Case::Lower);
    let is_known = chunk.is_people() || chunk.classes.any(&[Class::State, Class::Rebel]);
    if clause.is_number_alone(chunk) || chunk.classes.has(Class::Place) {
        return false;
    }
    let is_tool = chunk.classes.any(TOOLS);
    // "coalition strikes", "Israeli shelling": whose they are is told before them.
    let has_owner = chunk.tokens.clone().any(|place| {
        let is_before = place < chunk.head;
        let classes = clause.words.get(place).map(|word| word.classes);
        let is_title = clause
            .tokens
            .get(place)
            .is_some_and(|token| token.case == Case::Title && clause.pos(place) == Pos::Noun)
            && !classes.is_some_and(|classes| classes.any(TOOLS));
        let is_body = classes
            .is_some_and(|classes| classes.any(&[Class::Organization, Class::State, Class::Rebel]));
        is_before && (is_body || is_title)
    }) && chunk.classes.any(STRIKES);
    let acts = is_known || has_owner || !is_tool && !is_small;
    chunk.article != Some(Article::Pronoun) && acts
}
