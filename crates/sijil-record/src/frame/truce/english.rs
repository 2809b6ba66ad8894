//! Truces in an English sentence: parties, length, what becomes of them.

use super::term::Telling;
use super::words::{Event, Role};
use super::{breach, declaration, fill_event, fill_form, frame};
use crate::english::{Chunk, ChunkKind, Clause, LEXICON, Voice};
use crate::frame::{Frame, Known};
use crate::span::Span;

/// A slot for "it" and "they", which whoever says the sentence takes as a party.
pub(crate) const SELF: &str = "self";

/// The truces that `clause` says were reached, extended, ended or broken.
pub(crate) fn truces(
    clause: &Clause<'_>,
    telling: &Telling<'_>,
    known: &Known<'_>,
    has_truce: bool,
) -> Vec<Frame> {
    let count = clause.chunks.len();
    let at = (0..count).find(|at| is_truce(clause, *at));
    let at = at.or_else(|| (0..count).find(|at| has_truce && is_paper(clause, *at)));
    let found = at.and_then(|at| {
        breach::english(clause, telling, known, at).or_else(|| truce(clause, telling, at))
    });
    found.into_iter().collect()
}

/// "The agreement", "the deal": in a story on a truce the truce itself, where no other noun says more.
fn is_paper(clause: &Clause<'_>, at: usize) -> bool {
    clause.kind(at) == ChunkKind::Noun
        && matches!(clause.head(at), "agreement" | "deal" | "accord" | "pact")
}

/// Whether the noun phrase at `at` names a truce.
pub(crate) fn is_truce(clause: &Clause<'_>, at: usize) -> bool {
    let names = clause.kind(at) == ChunkKind::Noun
        && LEXICON
            .triggers(clause.head(at))
            .iter()
            .any(|trigger| trigger.frame == "truce");
    let has = |word: &str| clause.tokens.iter().any(|token| token.folded == word);
    names
        && match clause.head(at) {
            // A pause in the season, a cessation of payments.
            "pause" => has("humanitarian") || has("fighting") || has("hostilities"),
            "cessation" => has("hostilities") || has("fighting"),
            _ => true,
        }
}

/// The verb or noun nearest to the truce at `at` that says what becomes of it: its phrase, and what.
fn event(clause: &Clause<'_>, telling: &Telling<'_>, at: usize) -> Option<(usize, Event)> {
    const NOUNS: &[&str] = &[
        "extension",
        "renewal",
        "collapse",
        "end",
        "expiry",
        "signing",
    ];
    let told = |place: usize| {
        let chunk = clause.chunk(place)?;
        let told = telling.told(chunk.head).event;
        let is_noun = NOUNS.contains(&clause.head(place))
            && (clause.kind(place + 1) == ChunkKind::Of || clause.head(place + 1) == "to");
        let breaks_down = clause.word(chunk.tokens.end) == "down";
        let event = match (told?, chunk.is_verb()) {
            (Event::Breached, true) if breaks_down => Event::Collapsed,
            (Event::Breached, _) => return None,
            // "May be extended": it can be, and was not.
            (Event::Extended, true) if chunk.unreal && !is_to_come(clause, chunk) => return None,
            (event, true) => event,
            (event, false) if is_noun => event,
            _ => return None,
        };
        Some((place, event))
    };
    let near = (0..clause.chunks.len()).filter_map(told);
    let fits = |(place, event): &(usize, Event)| match event {
        Event::Announced | Event::Agreed | Event::Extended => true,
        Event::InForce => enters(clause, telling, *place, at) && is_tied(clause, *place, at),
        _ => is_tied(clause, *place, at),
    };
    near.filter(fits)
        .min_by_key(|(place, _)| place.abs_diff(at))
}

/// "Will take effect": told as sure.
fn is_to_come(clause: &Clause<'_>, chunk: &Chunk) -> bool {
    chunk.unreal
        && chunk
            .tokens
            .clone()
            .any(|place| clause.word(place) == "will")
}

/// Whether the truce at `at` itself begins or ends: no talks on it, no attacks that it is to end.
fn is_tied(clause: &Clause<'_>, event: usize, at: usize) -> bool {
    const BETWEEN_MAX: usize = 8;
    let is_parted = |place: usize| {
        matches!(
            clause.kind(place),
            ChunkKind::That | ChunkKind::Stop | ChunkKind::Subordinator
        )
    };
    let governed = at.checked_sub(1).is_some_and(|before| {
        clause.kind(before) == ChunkKind::Preposition
            || clause.kind(before) == ChunkKind::Of && before.checked_sub(1) != Some(event)
    });
    let (first, last) = (event.min(at), event.max(at));
    last - first <= BETWEEN_MAX && !governed && !(first..last).any(is_parted)
}

/// "Came into force", "took effect", "began", "is holding".
fn enters(clause: &Clause<'_>, telling: &Telling<'_>, verb: usize, at: usize) -> bool {
    let force = || {
        clause.chunk(verb).is_some_and(|chunk| {
            (chunk.tokens.end..chunk.tokens.end + 3)
                .any(|place| telling.told(place).is(Role::Force))
        })
    };
    match clause.head(verb) {
        "begin" | "begins" | "began" | "begun" | "beginning" | "start" | "starts" | "started"
        | "starting" => true,
        "hold" | "holds" | "held" | "holding" => verb > at,
        _ => force(),
    }
}

fn truce(clause: &Clause<'_>, telling: &Telling<'_>, at: usize) -> Option<Frame> {
    let between = (at + 1..at + 4).find(|place| {
        clause.head(*place) == "between" && clause.kind(*place) == ChunkKind::Preposition
    });
    let (verb, event) = match event(clause, telling, at) {
        Some((verb, event)) => (Some(verb), event),
        None => (None, between.map(|_| Event::Announced)?),
    };
    if !is_truce(clause, at) && matches!(event, Event::Announced | Event::Agreed) {
        return None;
    }
    let verb_chunk = verb.and_then(|verb| clause.chunk(verb));
    let is_coming = verb_chunk.is_some_and(|chunk| is_to_come(clause, chunk));
    let is_asked = telling.told.iter().any(|told| told.is(Role::Wanted));
    if !is_coming && (is_asked || verb_chunk.is_some_and(|chunk| chunk.unreal)) {
        return None;
    }
    let parties = parties(clause, at, verb, between);
    let own = verb.filter(|verb| *verb < at && between.is_none());
    let own = own.and_then(|verb| clause.subjects(verb).first()?.first().copied());
    let own = own.filter(|own| matches!(clause.head(*own), "it" | "they"));
    let is_made = matches!(event, Event::Announced | Event::Agreed);
    let is_passive = verb_chunk.is_some_and(|chunk| chunk.kind == ChunkKind::Verb(Voice::Passive));
    if parties.is_empty() && own.is_none() && is_made && !is_passive {
        return None;
    }
    let score = if parties.is_empty() { 0.6 } else { 0.9 };
    let mut frame = frame(rule(event), score, clause.span_of(at));
    for party in &parties {
        frame.fill("party", clause.span_of(*party), clause.text_of(*party));
    }
    if let Some(own) = own {
        frame.fill(SELF, clause.span_of(own), clause.text_of(own));
    }
    if is_made && !parties.is_empty() {
        frame.fill("declaration", frame.trigger, declaration(parties.len()));
    }
    if is_truce(clause, at) {
        frame.fill("class", clause.span_of(at), class(clause, at));
    }
    let told = verb.map_or(frame.trigger, |verb| clause.span_of(verb));
    fill_event(&mut frame, told, event);
    fill_form(&mut frame, clause.tokens, &telling.told);
    if let Some((span, length)) = length(clause, at) {
        frame.fill("duration", span, length);
    }
    frame.is_negated = verb_chunk.is_some_and(|chunk| chunk.negated)
        || clause.chunk(at).is_some_and(|chunk| chunk.negated);
    frame.is_unreal = is_coming;
    Some(frame)
}

fn rule(event: Event) -> &'static str {
    match event {
        Event::Announced | Event::Agreed => "truce.en.reached",
        Event::InForce => "truce.en.in_force",
        Event::Extended => "truce.en.extended",
        Event::Ended | Event::Collapsed | Event::Replaced | Event::Breached => "truce.en.ended",
    }
}

/// "between A and B"; else the subject of the verb and whom "with" names.
fn parties(
    clause: &Clause<'_>,
    at: usize,
    verb: Option<usize>,
    between: Option<usize>,
) -> Vec<usize> {
    let first = |mention: Vec<usize>| mention.first().copied();
    let mut found: Vec<usize> = match (between, verb) {
        (Some(between), _) => clause.pair(between).into_iter().filter_map(first).collect(),
        (None, Some(verb)) if verb < at => clause
            .subjects(verb)
            .into_iter()
            .filter_map(first)
            .collect(),
        (None, Some(verb)) => clause.agent(verb).into_iter().collect(),
        (None, None) => Vec::new(),
    };
    if between.is_none() {
        let with = (at + 1..at + 5).find(|place| {
            clause.head(*place) == "with" && clause.kind(place + 1) == ChunkKind::Noun
        });
        found.extend(with.map(|with| with + 1));
    }
    found.retain(|party| is_party(clause, *party));
    found
}

/// Whether the phrase at `at` can be a party: no truce, no pronoun, not "both sides".
fn is_party(clause: &Clause<'_>, at: usize) -> bool {
    const NOBODY: &[&str] = &[
        "sides",
        "parties",
        "side",
        "agreement",
        "deal",
        "talks",
        "extension",
        "it",
        "they",
        "he",
        "which",
        "mediators",
        "immediately",
        "effect",
    ];
    let is_time = clause
        .chunk(at)
        .is_some_and(|chunk: &Chunk| clause.number_in(&chunk.tokens).is_some());
    !is_truce(clause, at) && !NOBODY.contains(&clause.head(at)) && !is_time
}

/// Who stands behind "between", where two do.
pub(crate) fn between(clause: &Clause<'_>) -> Option<Vec<Span>> {
    let between = (0..clause.chunks.len()).find(|at| clause.head(*at) == "between")?;
    let first = |mention: Vec<usize>| mention.first().copied();
    let named = clause.pair(between).into_iter().filter_map(first);
    let parties: Vec<Span> = named
        .filter(|party| is_party(clause, *party))
        .map(|party| clause.span_of(party))
        .collect();
    (parties.len() > 1).then_some(parties)
}

fn class(clause: &Clause<'_>, at: usize) -> &'static str {
    match clause.head(at) {
        "cessation" => "cessation_of_hostilities",
        "pause" => "humanitarian_pause",
        "truce" | "truces" => "truce",
        _ => "preliminary_ceasefire",
    }
}

/// How long a sentence says: "for one month".
pub(crate) fn length_told(clause: &Clause<'_>) -> Option<(Span, String)> {
    (0..clause.chunks.len()).find_map(|at| length(clause, at))
}

/// How long, as ISO 8601: "one-month", "72-hour", "for two weeks", "for another month".
pub(crate) fn length(clause: &Clause<'_>, at: usize) -> Option<(Span, String)> {
    let chunk = clause.chunk(at)?;
    let count = |word: &str| word.parse().ok().or_else(|| crate::number::of_word(word));
    let tied = chunk.tokens.clone().find_map(|place| {
        let token = clause.tokens.get(place)?;
        let (number, unit) = token.folded.split_once('-')?;
        Some((token.span, iso(count(number)?, unit)?))
    });
    let counted = || {
        clause.numbers.iter().find_map(|number| {
            // "Two more weeks".
            let next = number.tokens.end;
            let skip = usize::from(matches!(
                clause.word(next),
                "more" | "further" | "additional"
            ));
            let unit = clause.tokens.get(next + skip)?;
            let count = number.quantity.low?;
            Some((number.span.join(unit.span), iso(count, &unit.folded)?))
        })
    };
    let single = || {
        (0..clause.tokens.len()).find_map(|place| {
            let unit = clause.tokens.get(place + 2)?;
            let is_single = matches!(clause.word(place), "for" | "by")
                && matches!(clause.word(place + 1), "a" | "one" | "another" | "an");
            let skip = usize::from(matches!(unit.folded.as_str(), "further" | "additional"));
            let unit = clause.tokens.get(place + 2 + skip)?;
            is_single
                .then(|| iso(1, &unit.folded))
                .flatten()
                .map(|length| (unit.span, length))
        })
    };
    tied.or_else(counted).or_else(single)
}

/// `count` of `unit` as ISO 8601 writes it.
pub(crate) fn iso(count: u64, unit: &str) -> Option<String> {
    Some(match unit.trim_end_matches('s') {
        "hour" => format!("PT{count}H"),
        "day" => format!("P{count}D"),
        "week" => format!("P{count}W"),
        "month" => format!("P{count}M"),
        "year" => format!("P{count}Y"),
        _ => return None,
    })
}
