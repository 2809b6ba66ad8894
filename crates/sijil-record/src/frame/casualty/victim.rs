//! The victims of a mention: what they are called, how many they are, whether they bore arms.

use super::{Group, Unit, VictimStatus};
use crate::class::{Class, Classes};
use crate::english::{Article, Chunk, Clause, LEXICON, Pos, is_abstract, is_name, phrase};
use crate::lexicon::Form;
use crate::number::{Number, Qualifier, Quantity, Role};
use crate::span::Span;

/// Victims as one mention names them.
pub(super) struct Victim {
    pub(super) span: Span,
    pub(super) words: Vec<String>,
    pub(super) is_named: bool,
    pub(super) is_implied: bool,
    pub(super) quantity: Quantity,
    pub(super) unit: Unit,
    pub(super) status: VictimStatus,
    pub(super) group: Option<Group>,
    pub(super) negated: bool,
    /// How surely the words name people, from 0 to 1.
    pub(super) trust: f64,
}

/// Words kept of a mention; more say no more.
const WORDS_MAX: usize = 10;

/// The victims that the phrases `mention` name; none when they name things.
pub(super) fn victim(clause: &Clause<'_>, mention: &[usize]) -> Option<Victim> {
    let chunks: Vec<&Chunk> = mention.iter().filter_map(|at| clause.chunk(*at)).collect();
    let first = chunks.first()?;
    let named = chunks.iter().find(|chunk| is_name(clause, chunk));
    let head = named
        .or_else(|| chunks.iter().find(|chunk| is_described(clause, chunk)))
        .unwrap_or(first);
    let trust = trust(clause, head, named.is_some())?;
    let words = named_words(
        clause,
        chunks
            .iter()
            .flat_map(|chunk| phrase(clause, chunk))
            .collect(),
    );
    let classes = chunks.iter().fold(Classes::default(), |all, chunk| {
        chunk
            .tokens
            .clone()
            .filter_map(|at| clause.words.get(at))
            .fold(all, |all, word| all.with(word.classes))
    });
    let quantity = quantity(clause, &chunks, named.is_some());
    Some(Victim {
        span: span(clause, &chunks),
        words,
        is_named: named.is_some(),
        is_implied: first.article == Some(Article::Pronoun),
        unit: if head.classes.has(Class::Family) {
            Unit::Families
        } else {
            Unit::Persons
        },
        status: status(clause, head, classes),
        group: group(head.classes),
        negated: chunks.iter().any(|chunk| chunk.negated) || quantity.high == Some(0),
        quantity,
        trust,
    })
}

/// The words at `places`, without those of harm when others are there ("ten people dead").
fn named_words(clause: &Clause<'_>, places: Vec<usize>) -> Vec<String> {
    let is_harm = |at: &usize| {
        let classes = clause
            .words
            .get(*at)
            .map_or(Classes::default(), |word| word.classes);
        let is_participle = || {
            LEXICON
                .triggers(clause.word(*at))
                .iter()
                .any(|trigger| trigger.frame == "killed" && trigger.form == Form::Past)
        };
        classes.any(&[Class::Dead, Class::Hurt]) || is_participle()
    };
    let others: Vec<usize> = places.iter().copied().filter(|at| !is_harm(at)).collect();
    let kept = if others.is_empty() { places } else { others };
    kept.into_iter()
        .map(|at| clause.word(at).to_owned())
        .take(WORDS_MAX)
        .collect()
}

/// The victims that a phrase only hints at: "the Galan assassination", "his death".
pub(super) fn hinted(clause: &Clause<'_>, at: usize) -> Option<Victim> {
    let chunk = clause.chunk(at)?;
    let places = modifiers(clause, chunk);
    let token = clause
        .tokens
        .get(places.first().copied().unwrap_or(chunk.tokens.start))?;
    let end = clause
        .tokens
        .get(places.last().copied().unwrap_or(chunk.tokens.start))?;
    let classes = places
        .iter()
        .filter_map(|at| clause.words.get(*at))
        .fold(Classes::default(), |all, word| all.with(word.classes));
    let described = classes.any(&[Class::Person, Class::Organization]);
    let several = clause.word(chunk.head).ends_with('s');
    Some(Victim {
        span: token.span.join(end.span),
        words: named_words(clause, places.clone()),
        is_named: !described && !places.is_empty(),
        is_implied: places.is_empty(),
        quantity: if described && several {
            Quantity {
                vague: Some("plural".to_owned()),
                ..Quantity::default()
            }
        } else {
            Quantity::exact(1)
        },
        unit: Unit::Persons,
        status: status(clause, chunk, classes),
        group: None,
        negated: chunk.negated,
        trust: 0.8,
    })
}

fn span(clause: &Clause<'_>, chunks: &[&Chunk]) -> Span {
    let spans = chunks
        .iter()
        .flat_map(|chunk| chunk.tokens.clone())
        .filter_map(|at| clause.tokens.get(at));
    spans
        .map(|token| token.span)
        .reduce(Span::join)
        .unwrap_or_default()
}

fn is_described(clause: &Clause<'_>, chunk: &Chunk) -> bool {
    chunk.classes.any(&[Class::Person, Class::Family]) && !clause.is_number_alone(chunk)
}

/// How surely `chunk` names people; none when it names things or times.
fn trust(clause: &Clause<'_>, chunk: &Chunk, named: bool) -> Option<f64> {
    let classes = chunk.classes;
    if named {
        return Some(0.9);
    }
    if chunk.article == Some(Article::Pronoun) {
        let counts_as_people = !matches!(clause.word(chunk.head), "it" | "itself" | "we" | "us");
        return counts_as_people.then_some(0.6);
    }
    if classes.any(&[
        Class::Person,
        Class::Family,
        Class::Dead,
        Class::Hurt,
        Class::Loss,
    ]) {
        return Some(1.0);
    }
    if clause.is_number_alone(chunk) {
        let counts = clause
            .number_in(&chunk.tokens)
            .is_some_and(|number| number.role == Role::Count);
        return counts.then_some(0.7);
    }
    if classes.any(&[Class::Body, Class::OfPeople]) {
        return Some(0.8);
    }
    if classes.any(&[Class::Thing, Class::Place, Class::Noun])
        || is_abstract(clause.word(chunk.head))
    {
        return None;
    }
    Some(if classes.has(Class::Organization) {
        0.4
    } else {
        0.5
    })
}

/// The number of a mention: its own, else what its words imply.
fn quantity(clause: &Clause<'_>, chunks: &[&Chunk], named: bool) -> Quantity {
    let counted = |chunk: &&&Chunk| {
        clause
            .number_in(&chunk.tokens)
            .filter(|number| number.role == Role::Count && !is_part(clause, number))
    };
    if let Some(number) = chunks.iter().find_map(|chunk| counted(&chunk)) {
        // "Omar Haddad, 45": the number is an age.
        if !named
            || chunks
                .iter()
                .any(|chunk| is_described(clause, chunk) && counted(&chunk).is_some())
        {
            return number.quantity.clone();
        }
    }
    if named {
        return Quantity::exact(1);
    }
    let Some(head) = chunks.last() else {
        return Quantity::default();
    };
    let word = clause.word(head.head);
    let first = chunks.first().map_or("", |chunk| clause.word(chunk.head));
    let is_pair = matches!(first, "couple" | "pair");
    match word {
        _ if is_pair => Quantity::exact(2),
        _ if first == "member" => Quantity::exact(1),
        "he" | "she" | "him" | "himself" | "herself" | "someone" | "person" => Quantity::exact(1),
        "they" | "them" | "others" | "themselves" => Quantity {
            qualifier: Qualifier::Unknown,
            vague: Some("plural".to_owned()),
            ..Quantity::default()
        },
        _ if is_plural(word) => Quantity {
            qualifier: Qualifier::Unknown,
            vague: Some("plural".to_owned()),
            ..Quantity::default()
        },
        _ => Quantity::exact(1),
    }
}

/// "one of the six": the number of which is part.
fn is_part(clause: &Clause<'_>, number: &Number) -> bool {
    let before = number
        .tokens
        .start
        .checked_sub(1)
        .map_or("", |at| clause.word(at));
    before == "of" && number.quantity.low == Some(1)
}

/// Whether `word` names several.
pub(super) fn is_plural(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "troops",
        "police",
        "dead",
        "wounded",
        "injured",
        "elderly",
        "passersby",
        "clergy",
        "personnel",
        "crew",
        "most",
        "many",
        "staff",
        "faithful",
        "alumni",
        "folk",
    ];
    let ends_as_plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    IRREGULAR.contains(&word) || word.ends_with("men") || ends_as_plural
}

fn status(clause: &Clause<'_>, head: &Chunk, all: Classes) -> VictimStatus {
    let former = head.tokens.clone().any(|at| {
        matches!(
            clause.word(at),
            "former" | "retired" | "ex" | "ex-president"
        )
    });
    let combatant = all.any(&[Class::State, Class::Rebel]) && !former;
    let civilian = all.any(&[Class::Civilian, Class::Official]) || former;
    // "police officer", "guerrilla fighter": the armed word decides, unless the head is a civilian.
    match (combatant, civilian) {
        (true, false) => VictimStatus::Combatant,
        (true, true) if head.classes.any(&[Class::Civilian, Class::Official]) => {
            VictimStatus::Civilian
        }
        (true, true) => VictimStatus::Combatant,
        (false, true) => VictimStatus::Civilian,
        (false, false) => VictimStatus::Unknown,
    }
}

/// The kind of people that a head of `classes` names.
pub(super) fn group(classes: Classes) -> Option<Group> {
    const GROUPS: &[(Class, Group)] = &[
        (Class::Infant, Group::Infant),
        (Class::Children, Group::Children),
        (Class::Women, Group::Women),
        (Class::Men, Group::Men),
        (Class::Elderly, Group::Elderly),
        (Class::Medical, Group::Medical),
        (Class::Aid, Group::Aid),
        (Class::Journalist, Group::Journalist),
        (Class::Teacher, Group::Teacher),
        (Class::Rescuer, Group::Rescuer),
        (Class::Prisoner, Group::Prisoner),
    ];
    GROUPS
        .iter()
        .find(|(class, _)| classes.has(*class))
        .map(|(_, group)| *group)
}

/// The words of a phrase that stand before its head: whom "the Galan assassination" speaks of.
pub(super) fn modifiers(clause: &Clause<'_>, chunk: &Chunk) -> Vec<usize> {
    let known = |at: usize| {
        clause
            .words
            .get(at)
            .map_or(Classes::default(), |word| word.classes)
    };
    let names = phrase(clause, chunk)
        .into_iter()
        .filter(|at| *at < chunk.head);
    names
        .filter(|at| {
            let word = clause.word(*at);
            let classes = known(*at);
            let is_modifier = clause.pos(*at) == Pos::Noun
                && !matches!(
                    word,
                    "mass" | "mob" | "contract" | "revenge" | "honor" | "serial" | "summary"
                )
                && !word.ends_with("ed")
                && !word.ends_with("al")
                && !word.ends_with("ic")
                && !word.ends_with("ous")
                && !word.ends_with("ble")
                && !word.ends_with("ary")
                && !word.ends_with("ent");
            is_modifier && !classes.any(&[Class::Thing, Class::Noun, Class::Attack])
                || classes.has(Class::Person)
        })
        .collect()
}
