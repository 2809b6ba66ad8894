//! Harm in an Arabic sentence: verbs, masdars and nouns of harm, and those they govern.

use super::{Casualty, Cause, Group, Harm, Part, Scope, Unit, VictimStatus};
use crate::arabic::{classes, is_joined, is_people};
use crate::class::{Class, Classes};
use crate::number::{Number, Quantity, Role};
use crate::span::Span;
use crate::token::{Kind, Token};

/// Words that may stand between a verb of harm and those harmed.
const BETWEEN_MAX: usize = 8;

/// The harm that an Arabic sentence speaks of, in order of place.
pub(crate) fn casualties(tokens: &[Token], numbers: &[Number]) -> Vec<Casualty> {
    let mut found: Vec<Casualty> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let classes = classes(token);
        let Some(harm) = harm(classes) else { continue };
        let taken = found
            .last()
            .is_some_and(|last| last.victim.end > token.span.start);
        // "قتيل وجريح": the second word belongs to the first.
        let belongs = at
            .checked_sub(1)
            .is_some_and(|before| is_unsplit(tokens, before));
        if taken || belongs || token.kind != Kind::Word {
            continue;
        }
        let victim = if classes.has(Class::Harmed) && !classes.has(Class::Event) {
            harmed(tokens, numbers, at)
        } else {
            governed(tokens, numbers, at, found.last())
                .or_else(|| stood_before(tokens, numbers, at))
        };
        let Some(victim) = victim else { continue };
        let unsplit = is_unsplit(tokens, at);
        let harm = if unsplit {
            Harm::CasualtiesUnspecified
        } else {
            harm
        };
        found.push(casualty(tokens, numbers, at, harm, victim));
    }
    found
}

/// "٣٠ بين قتيل وجريح", "عشرات القتلى والجرحى": one number for both.
fn is_unsplit(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let both = matches!(word(at), "قتلي" | "القتلي" | "قتيل")
        && matches!(word(at + 1), "وجرحي" | "والجرحي" | "وجريح");
    let between = at
        .checked_sub(1)
        .is_some_and(|before| word(before) == "بين");
    both && (between || word(at) != "قتيل")
}

fn harm(classes: Classes) -> Option<Harm> {
    const HARMS: &[(Class, Harm)] = &[
        (Class::Killed, Harm::Killed),
        (Class::Injured, Harm::Injured),
        (Class::Missing, Harm::Missing),
        (Class::Abducted, Harm::Abducted),
        (Class::Detained, Harm::Detained),
        (Class::Displaced, Harm::Displaced),
    ];
    HARMS
        .iter()
        .find(|(class, _)| classes.has(*class))
        .map(|(_, harm)| *harm)
}

/// Those harmed: their tokens, their number, whether they are named.
struct Victim {
    span: Span,
    words: Vec<String>,
    quantity: Quantity,
    classes: Classes,
    is_named: bool,
    agent: Option<Span>,
    trust: f64,
}

/// "ثلاثة قتلى", "٥ جرحى", "قتيلان": the noun of harm is itself counted.
fn harmed(tokens: &[Token], numbers: &[Number], at: usize) -> Option<Victim> {
    let token = tokens.get(at)?;
    let before = numbers
        .iter()
        .find(|number| number.tokens.end == at && number.role == Role::Count);
    let quantity = match before {
        Some(number) => number.quantity.clone(),
        None if classes(token).has(Class::Dual) => Quantity::exact(2),
        None if tokens
            .get(at.wrapping_sub(1))
            .is_some_and(|before| before.folded == "بين") =>
        {
            counted_before(numbers, at)?
        }
        None if SINGLE.contains(&token.folded.trim_start_matches('و')) => Quantity::exact(1),
        None => return None,
    };
    let span = before.map_or(token.span, |number| number.span.join(token.span));
    // "خمسة قتلى مدنيين": the noun after says what they were.
    let next = tokens
        .get(at + 1)
        .filter(|next| is_people(next) && !is_joined(next));
    let words = next.unwrap_or(token);
    Some(Victim {
        span,
        words: vec![bare(words)],
        quantity,
        classes: classes(words),
        is_named: false,
        agent: None,
        trust: 0.9,
    })
}

/// Nouns of one harmed; folded.
const SINGLE: &[&str] = &["قتيل", "قتيلا", "شهيد", "شهيدا", "جريح", "جريحا"];

/// The last number before `at`: "سقط ٣٠ شخصا بين قتيل وجريح".
fn counted_before(numbers: &[Number], at: usize) -> Option<Quantity> {
    let before = numbers
        .iter()
        .rev()
        .find(|number| number.tokens.end <= at && number.role == Role::Count)?;
    Some(before.quantity.clone())
}

/// "قُتل ثلاثة مدنيين", "مقتل طفلين", "قتلت قوات النظام خمسة مدنيين".
fn governed(
    tokens: &[Token],
    numbers: &[Number],
    at: usize,
    last: Option<&Casualty>,
) -> Option<Victim> {
    let mut agent: Option<Span> = None;
    let mut place = at + 1;
    let limit = at + 1 + BETWEEN_MAX;
    while place < limit {
        let token = tokens.get(place)?;
        if token.kind == Kind::Sign
            && !matches!(token.folded.as_str(), "\"" | "«" | "»" | "(" | ")")
        {
            return None;
        }
        if let Some(number) = numbers
            .iter()
            .find(|number| number.tokens.contains(&place) && number.role == Role::Count)
        {
            return counted(tokens, number, agent, last);
        }
        let known = classes(token);
        if is_people(token) && !is_agent(tokens, place) {
            return Some(titled(tokens, place, single(tokens, place, agent)));
        }
        if harm(known).is_some() && place > at + 1 {
            return None;
        }
        if known.has(Class::Organization) || is_agent(tokens, place) {
            agent = Some(agent.map_or(token.span, |agent| agent.join(token.span)));
        } else if !known.any(&[Class::Adverb, Class::Preposition, Class::Event])
            && place == at + 1
            && known == Classes::default()
        {
            return named(tokens, place);
        }
        place += 1;
    }
    None
}

/// "إن ٢٥ شخصا قتلوا": the harmed stand before a verb in the plural.
fn stood_before(tokens: &[Token], numbers: &[Number], at: usize) -> Option<Victim> {
    let is_plural = tokens
        .get(at)
        .is_some_and(|token| token.folded.ends_with("وا"));
    let number = numbers.iter().rev().find(|number| {
        number.tokens.end < at && number.tokens.end + 4 >= at && number.role == Role::Count
    });
    counted(tokens, number.filter(|_| is_plural)?, None, None)
}

/// Whether the people at `place` act: "مسلحون مجهولون".
fn is_agent(tokens: &[Token], place: usize) -> bool {
    tokens.get(place).is_some_and(|token| {
        token.folded.ends_with("ون") && classes(token).any(&[Class::Rebel, Class::Organization])
    })
}

/// A number and the noun after it; a bare number takes the noun of the victims before.
fn counted(
    tokens: &[Token],
    number: &Number,
    agent: Option<Span>,
    last: Option<&Casualty>,
) -> Option<Victim> {
    let noun = (number.tokens.end..number.tokens.end + 2)
        .filter_map(|at| tokens.get(at))
        .find(|token| is_people(token) || classes(token).has(Class::Harmed));
    let (span, words, classes, trust) = match noun {
        Some(noun) => (
            number.span.join(noun.span),
            vec![bare(noun)],
            classes(noun),
            1.0,
        ),
        None => {
            let last = last?;
            (
                number.span,
                last.victim_words.clone(),
                Classes::default(),
                0.7,
            )
        }
    };
    Some(Victim {
        span,
        words,
        quantity: number.quantity.clone(),
        classes,
        is_named: false,
        agent,
        trust,
    })
}

/// "طفلان" is two, "مدني" one, "مدنيين" several.
fn single(tokens: &[Token], place: usize, agent: Option<Span>) -> Victim {
    let token = tokens.get(place);
    let classes = token.map(classes).unwrap_or_default();
    let word = token.map(bare).unwrap_or_default();
    let is_plural = word.ends_with("ين")
        || word.ends_with("ون")
        || word.ends_with("ات")
        || BROKEN.contains(&word.as_str());
    let quantity = match () {
        () if classes.has(Class::Dual) => Quantity::exact(2),
        () if is_plural => Quantity {
            vague: Some("plural".to_owned()),
            ..Quantity::default()
        },
        () => Quantity::exact(1),
    };
    Victim {
        span: token.map(|token| token.span).unwrap_or_default(),
        words: vec![word],
        quantity,
        classes,
        is_named: false,
        agent,
        trust: 0.8,
    }
}

/// "الصحفي عمر الحداد": a role with its article, and the name after it.
fn titled(tokens: &[Token], place: usize, victim: Victim) -> Victim {
    let has_article = tokens
        .get(place)
        .is_some_and(|token| token.folded.starts_with("ال"));
    let name = named(tokens, place + 1).filter(|_| has_article && victim.quantity.low == Some(1));
    match name {
        Some(name) => Victim {
            span: victim.span.join(name.span),
            words: victim.words.into_iter().chain(name.words).collect(),
            is_named: true,
            ..one_person(victim.classes, victim.agent)
        },
        None => victim,
    }
}

/// One person of `classes`, without words yet.
fn one_person(classes: Classes, agent: Option<Span>) -> Victim {
    Victim {
        span: Span::default(),
        words: Vec::new(),
        quantity: Quantity::exact(1),
        classes,
        is_named: true,
        agent,
        trust: 0.8,
    }
}

/// Broken plurals among the words for people; folded.
const BROKEN: &[&str] = &[
    "اطفال",
    "نساء",
    "رجال",
    "جنود",
    "عناصر",
    "ضباط",
    "سكان",
    "اهالي",
    "اطباء",
    "عمال",
    "طلاب",
    "شبان",
    "اشخاص",
    "ركاب",
    "سجناء",
    "اسري",
];

/// A name right after the word of harm: up to four words that no dictionary knows.
fn named(tokens: &[Token], place: usize) -> Option<Victim> {
    const WORDS_MAX: usize = 4;
    let words: Vec<&Token> = tokens
        .iter()
        .skip(place)
        .take(WORDS_MAX)
        .take_while(|token| token.kind == Kind::Word && classes(token) == Classes::default())
        .collect();
    let span = words.iter().map(|token| token.span).reduce(Span::join)?;
    (words.len() >= 2).then(|| Victim {
        span,
        words: words.iter().map(|token| token.folded.clone()).collect(),
        quantity: Quantity::exact(1),
        classes: Classes::default(),
        is_named: true,
        agent: None,
        trust: 0.5,
    })
}

fn bare(token: &Token) -> String {
    token
        .folded
        .strip_prefix("ال")
        .unwrap_or(&token.folded)
        .to_owned()
}

fn casualty(
    tokens: &[Token],
    numbers: &[Number],
    at: usize,
    harm: Harm,
    victim: Victim,
) -> Casualty {
    let token = tokens.get(at);
    let before = |back: usize| {
        at.checked_sub(back)
            .and_then(|at| tokens.get(at))
            .map_or(Classes::default(), classes)
    };
    let is_negated = (1..=3).any(|back| before(back).has(Class::Negation));
    let is_unreal = tokens
        .iter()
        .take(at)
        .any(|token| classes(token).has(Class::Hypothetical));
    Casualty {
        harm,
        harm_span: token.map(|token| token.span).unwrap_or_default(),
        victim: victim.span,
        parts: parts(tokens, numbers, victim.span),
        victim_words: victim.words,
        is_named: victim.is_named,
        is_implied: false,
        quantity: victim.quantity,
        unit: if victim.classes.has(Class::Family) {
            Unit::Families
        } else {
            Unit::Persons
        },
        status: status(victim.classes),
        perpetrator: victim.agent.or_else(|| agent(tokens, at)),
        cause: cause(tokens),
        scope: scope(tokens, numbers),
        is_negated,
        is_unreal,
        rule: "casualty.ar.governed",
        score: victim.trust,
    }
}

fn status(classes: Classes) -> VictimStatus {
    match (
        classes.any(&[Class::Rebel, Class::State]),
        classes.has(Class::Civilian),
    ) {
        (true, _) => VictimStatus::Combatant,
        (false, true) => VictimStatus::Civilian,
        (false, false) => VictimStatus::Unknown,
    }
}

/// "على يد", "بنيران", "برصاص", "جراء قصف": who stands after.
fn agent(tokens: &[Token], at: usize) -> Option<Span> {
    let opens = |place: usize| {
        let word = tokens.get(place).map_or("", |token| token.folded.as_str());
        matches!(
            word,
            "يد" | "ايدي"
                | "بنيران"
                | "برصاص"
                | "بقصف"
                | "قصف"
                | "شنتها"
                | "شنته"
                | "نفذه"
                | "نفذته"
        )
    };
    let start = (at..tokens.len()).find(|place| opens(*place))? + 1;
    let named = tokens.iter().skip(start).take(3).take_while(|token| {
        token.kind == Kind::Word
            && !classes(token).any(&[Class::Preposition, Class::Adverb])
            && !is_joined(token)
    });
    let known = tokens
        .get(start)
        .is_some_and(|token| classes(token).any(&[Class::Organization, Class::Rebel]));
    named
        .map(|token| token.span)
        .reduce(Span::join)
        .filter(|_| known)
}

/// "بينهم طفلان وثلاث نساء": within the number before.
fn parts(tokens: &[Token], numbers: &[Number], victim: Span) -> Vec<Part> {
    let open = tokens.iter().position(|token| {
        token.span.start >= victim.end
            && matches!(token.folded.as_str(), "بينهم" | "بينهن" | "بينها" | "منهم")
    });
    let Some(open) = open else { return Vec::new() };
    let until = tokens
        .iter()
        .enumerate()
        .skip(open + 1)
        .find(|(_, token)| harm(classes(token)).is_some() || token.folded == ".")
        .map_or(tokens.len(), |(at, _)| at);
    let people = (open + 1..until)
        .filter_map(|at| tokens.get(at).map(|token| (at, token)))
        .filter(|(_, token)| is_people(token));
    people
        .map(|(at, token)| {
            let number = numbers
                .iter()
                .find(|number| number.tokens.end == at && number.role == Role::Count);
            let one = single(tokens, at, None);
            Part {
                span: number.map_or(token.span, |number| number.span.join(token.span)),
                words: one.words,
                is_named: false,
                quantity: number.map_or(one.quantity, |number| number.quantity.clone()),
                group: group(one.classes),
            }
        })
        .collect()
}

fn group(classes: Classes) -> Option<Group> {
    super::victim::group(classes)
}

/// How it was done: the most telling word of the sentence.
fn cause(tokens: &[Token]) -> Option<(Cause, Span)> {
    const CAUSES: &[(Class, Cause)] = &[
        (Class::SuicideBomb, Cause::SuicideBomb),
        (Class::DroneStrike, Cause::DroneStrike),
        (Class::Chemical, Cause::Chemical),
        (Class::AirStrike, Cause::AirStrike),
        (Class::Shelling, Cause::ShellingArtilleryMissile),
        (Class::Mine, Cause::IedLandmine),
        (Class::Execution, Cause::Execution),
        (Class::Torture, Cause::Torture),
        (Class::Siege, Cause::SiegeDeprivation),
        (Class::Clash, Cause::GroundClash),
        (Class::SmallArms, Cause::SmallArms),
    ];
    CAUSES.iter().find_map(|(class, cause)| {
        let token = tokens.iter().find(|token| classes(token).has(*class))?;
        Some((*cause, token.span))
    })
}

fn scope(tokens: &[Token], numbers: &[Number]) -> Scope {
    let has = |words: &[&str]| {
        tokens
            .iter()
            .any(|token| words.contains(&token.folded.as_str()))
    };
    let has_year = numbers.iter().any(|number| number.role == Role::Year);
    match () {
        () if has(&["منذ", "اجمالي", "مجموع", "بين"]) && has_year => {
            Scope::PeriodTotal
        }
        () if has(&["حصيله", "الحصيله", "حصيلة"]) => Scope::RunningTotal,
        () => Scope::Incident,
    }
}
