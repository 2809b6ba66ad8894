//! Those harmed in an Arabic sentence: the noun after a number, a dual, a name.

use super::harm;
use super::name::{named, titled};
use crate::arabic::{classes, is_joined, is_people};
use crate::class::{Class, Classes};
use crate::frame::casualty::Casualty;
use crate::number::{Number, Quantity, Role};
use crate::span::Span;
use crate::token::{Kind, Token};

/// Words that may stand between a verb of harm and those harmed.
const BETWEEN_MAX: usize = 8;

/// Those harmed: their tokens, their number, whether they are named.
pub(super) struct Victim {
    pub(super) span: Span,
    pub(super) words: Vec<String>,
    pub(super) quantity: Quantity,
    pub(super) classes: Classes,
    pub(super) is_named: bool,
    pub(super) agent: Option<Span>,
    pub(super) trust: f64,
}

/// "ثلاثة قتلى", "٥ جرحى", "قتيلان": the noun of harm is itself counted.
pub(super) fn harmed(tokens: &[Token], numbers: &[Number], at: usize) -> Option<Victim> {
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
pub(super) fn governed(
    tokens: &[Token],
    numbers: &[Number],
    at: usize,
    last: Option<&Casualty>,
) -> Option<Victim> {
    let mut agent: Option<Span> = None;
    let mut place = at + 1;
    if let Some(others) = others(tokens, place, last) {
        return Some(others);
    }
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
        // "على يد": who did it stands behind.
        if matches!(token.folded.as_str(), "يد" | "ايدي") {
            return None;
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

/// "قتلوا", "قتلا": a verb behind its subject, of several or of two.
pub(super) fn is_plural_verb(token: &Token) -> bool {
    const DUAL: &[&str] = &[
        "قتلا",
        "قتلتا",
        "استشهدا",
        "توفيا",
        "اصيبا",
        "جرحا",
        "خطفا",
        "اختطفا",
        "اعتقلا",
    ];
    let word = token.folded.trim_start_matches('و');
    token.folded.ends_with("وا") || DUAL.contains(&word)
}

/// "مقتل خمسة جنود وثلاثة مدنيين": a number tied to those harmed counts others.
pub(super) fn tied_after(tokens: &[Token], numbers: &[Number], victim: &Victim) -> Option<Victim> {
    // What those before were may be told in two words.
    const BETWEEN_MAX: usize = 3;
    let behind = tokens
        .iter()
        .position(|token| token.span.start >= victim.span.end)?;
    let number = numbers.iter().find(|number| {
        (behind..=behind + BETWEEN_MAX).contains(&number.tokens.start) && number.role == Role::Count
    })?;
    let first = tokens.get(number.tokens.start)?;
    let tie = number
        .tokens
        .start
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|token| token.folded == "و" && token.span.start >= victim.span.end);
    let is_tied = tie || first.folded.starts_with('و') && is_joined(first);
    let is_told = tokens
        .get(behind..number.tokens.start)
        .unwrap_or_default()
        .iter()
        .any(|token| harm(classes(token)).is_some() || token.kind == Kind::Sign);
    let noun = tokens
        .get(number.tokens.end)
        .filter(|noun| is_people(noun) || noun.folded == "من");
    if !is_tied || is_told || noun.is_none() {
        return None;
    }
    counted(tokens, number, victim.agent, None)
}

/// "وإصابة آخرين": others than those told before, how many is not told.
fn others(tokens: &[Token], place: usize, last: Option<&Casualty>) -> Option<Victim> {
    let token = tokens.get(place)?;
    let last = last.filter(|_| matches!(token.folded.as_str(), "اخرين" | "اخرون"))?;
    Some(Victim {
        span: token.span,
        words: last.victim_words.clone(),
        quantity: Quantity {
            vague: Some("plural".to_owned()),
            ..Quantity::default()
        },
        classes: Classes::default(),
        is_named: false,
        agent: None,
        trust: 0.6,
    })
}

/// "إن ٢٥ شخصا قتلوا": the harmed stand before a verb in the plural.
pub(super) fn stood_before(tokens: &[Token], numbers: &[Number], at: usize) -> Option<Victim> {
    let is_plural = tokens.get(at).is_some_and(is_plural_verb);
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
    // "٣ من مواطنيها": behind "of" stands the noun.
    let of = tokens
        .get(number.tokens.end)
        .is_some_and(|token| token.folded == "من");
    let noun = (number.tokens.end..number.tokens.end + 2 + usize::from(of))
        .filter_map(|at| tokens.get(at))
        .find(|token| is_people(token) || classes(token).has(Class::Harmed) || is_nation(token));
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

/// "أوروبيين", "صوماليين": behind a number, people of a land.
fn is_nation(token: &Token) -> bool {
    const BYTES_MIN: usize = 12;
    token.folded.len() >= BYTES_MIN && token.folded.ends_with("يين")
}

/// "طفلان" is two, "مدني" one, "مدنيين" several.
pub(super) fn single(tokens: &[Token], place: usize, agent: Option<Span>) -> Victim {
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

fn bare(token: &Token) -> String {
    token
        .folded
        .strip_prefix("ال")
        .unwrap_or(&token.folded)
        .to_owned()
}
