//! Harm in an English sentence: the verbs and nouns that say it, and the victims they govern.

use super::victim::{Victim, hinted, modifiers, victim};
use super::{Casualty, Cause, Harm, Part, Scope};
use crate::class::Class;
use crate::english::{Article, Chunk, ChunkKind, Clause, LEXICON, Pos, Voice, is_name};
use crate::lexicon::{Form, Trigger};
use crate::span::Span;

/// What one rule found: the victims of one harm, before the sentence's other words are read.
struct Found {
    rule: &'static str,
    harm: Harm,
    /// The phrase that says the harm.
    at: usize,
    victims: Vec<Vec<usize>>,
    agent: Option<usize>,
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

fn verb(clause: &Clause<'_>, at: usize, voice: Voice) -> Vec<Found> {
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
    let trust = if way == "shooting" && !is_deadly(clause, chunk) {
        0.6
    } else {
        1.0
    };
    let make = |rule, victims: Vec<Vec<usize>>, agent| {
        vec![Found {
            rule,
            harm,
            at,
            victims,
            agent,
            trust,
        }]
    };
    if way == "intransitive" {
        let listed = listed_after(clause, at);
        let victims = if listed.is_empty() {
            subjects_shared(clause, at)
        } else {
            listed
        };
        return make("casualty.en.died", victims, None);
    }
    match resolved(clause, at, voice) {
        Voice::Passive => {
            let subjects = subjects_shared(clause, at);
            make("casualty.en.passive", subjects, clause.agent(at))
        }
        Voice::Bare if at == 0 && inverted(clause).is_some() => make(
            "casualty.en.inverted",
            inverted(clause).unwrap_or_default(),
            None,
        ),
        Voice::Bare => {
            let left = left_of(clause, at);
            make("casualty.en.participle", left, clause.agent(at))
        }
        Voice::Active | Voice::Gerund => {
            let agent = clause
                .subjects(at)
                .first()
                .and_then(|mention| mention.first().copied());
            make("casualty.en.active", clause.objects(at), agent)
        }
        Voice::Copula => Vec::new(),
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

/// "the victims were identified as A and B", "the wounded are A and B", "among the dead was A".
fn identified(clause: &Clause<'_>, at: usize) -> Option<Found> {
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

fn noun(clause: &Clause<'_>, at: usize, chunk: &Chunk) -> Vec<Found> {
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
    let agent = found.agent.and_then(|agent| clause.chunk(agent));
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
        perpetrator: agent.map(|agent| chunk_span(clause, agent)),
        cause: cause(clause),
        scope: scope(clause),
        is_negated: victim.negated || chunk.is_some_and(|chunk| chunk.negated),
        is_unreal: chunk.is_some_and(|chunk| chunk.unreal),
        rule: found.rule,
        score: found.trust * victim.trust,
    }
}

fn chunk_span(clause: &Clause<'_>, chunk: &Chunk) -> Span {
    let spans = chunk
        .tokens
        .clone()
        .filter_map(|at| clause.tokens.get(at))
        .map(|token| token.span);
    spans.reduce(Span::join).unwrap_or_default()
}

/// Whether `victim` stands right after "including", "among them", "two of whom".
fn is_within(clause: &Clause<'_>, victim: Span) -> bool {
    let first = clause
        .tokens
        .iter()
        .position(|token| token.span.start >= victim.start);
    let Some(first) = first else { return false };
    let before = (1..=3)
        .filter_map(|back| first.checked_sub(back))
        .map(|at| clause.word(at));
    before
        .into_iter()
        .any(|word| matches!(word, "including" | "among" | "them" | "whom"))
}

/// Those named after "including" or "among them", behind the victims or behind the verb.
fn parts_after(clause: &Clause<'_>, at: usize, victim: Span) -> Vec<Part> {
    let behind = |place: &usize| {
        let starts = clause
            .chunk(*place)
            .and_then(|chunk| clause.tokens.get(chunk.head));
        *place > at || starts.is_some_and(|token| token.span.start >= victim.end)
    };
    let opens = |place: &usize| {
        clause.kind(*place) == ChunkKind::Preposition
            && matches!(clause.head(*place), "including" | "among")
    };
    let Some(open) = (0..clause.chunks.len()).filter(behind).find(opens) else {
        return Vec::new();
    };
    // Between the toll and its parts no other harm may be told.
    let other = (at.min(open)..open)
        .any(|place| place != at && clause.chunk(place).is_some_and(Chunk::is_verb));
    if other {
        return Vec::new();
    }
    let first = if clause.head(open) == "among"
        && clause.kind(open + 1) == ChunkKind::Noun
        && clause.kind(open + 2) == ChunkKind::Noun
    {
        open + 1
    } else {
        open
    };
    clause
        .objects(first)
        .iter()
        .filter_map(|mention| victim_part(clause, mention))
        .collect()
}

fn victim_part(clause: &Clause<'_>, mention: &[usize]) -> Option<Part> {
    let is_counted = mention
        .iter()
        .filter_map(|at| clause.chunk(*at))
        .any(|chunk| {
            clause.number_in(&chunk.tokens).is_some() || chunk.article == Some(Article::Indefinite)
        });
    let victim = victim(clause, mention).filter(|victim| !victim.is_implied)?;
    (victim.is_named || is_counted || victim.group.is_some()).then(|| part(victim))
}

/// How it was done: the first word of the sentence that says so, the most telling kind first.
fn cause(clause: &Clause<'_>) -> Option<(Cause, Span)> {
    const CAUSES: &[(Class, Cause)] = &[
        (Class::SuicideBomb, Cause::SuicideBomb),
        (Class::DroneStrike, Cause::DroneStrike),
        (Class::AirStrike, Cause::AirStrike),
        (Class::Chemical, Cause::Chemical),
        (Class::Shelling, Cause::ShellingArtilleryMissile),
        (Class::Mine, Cause::IedLandmine),
        (Class::Execution, Cause::Execution),
        (Class::Torture, Cause::Torture),
        (Class::Siege, Cause::SiegeDeprivation),
        (Class::Clash, Cause::GroundClash),
        (Class::SmallArms, Cause::SmallArms),
        (Class::Abduction, Cause::Abduction),
    ];
    CAUSES.iter().find_map(|(class, cause)| {
        let at = clause
            .words
            .iter()
            .position(|word| word.classes.has(*class))?;
        Some((*cause, clause.tokens.get(at)?.span))
    })
}

/// Totals of a period and tolls that grow are no incidents.
fn scope(clause: &Clause<'_>) -> Scope {
    let words = || clause.tokens.iter().map(|token| token.folded.as_str());
    let has = |wanted: &str| words().any(|word| word == wanted);
    let has_year = clause
        .numbers
        .iter()
        .any(|number| number.role == crate::number::Role::Year);
    let is_period =
        (has("since") || has("between")) && has_year || has("total") || has("throughout");
    let is_toll = has("toll")
        || (has("bringing") || has("raising") || has("rose") || has("risen")) && has("number");
    match (is_toll, is_period) {
        (true, false) => Scope::RunningTotal,
        (_, true) => Scope::PeriodTotal,
        (false, false) => Scope::Incident,
    }
}
