//! What a sentence says of a named victim: the name without titles, the age, the work, whether a child.

use serde_json::Value;

use super::{Flag, Kind, Suggestion};
use crate::number::{Number, Role};
use crate::span::Span;
use crate::token::{Case, Token};

/// Words for people that are nobody's work; folded.
const NO_WORK: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "child",
    "baby",
    "infant",
    "youth",
    "teenager",
    "resident",
    "mr",
    "mrs",
    "ms",
    "son",
    "daughter",
    "wife",
    "husband",
    "father",
    "mother",
    "brother",
    "sister",
    "person",
    "civilian",
    "year",
    "years",
    "old",
    "year-old",
    "the",
    "a",
    "an",
    "of",
    "his",
    "her",
    "their",
    "aged",
    "age",
    "and",
    "local",
    "رجل",
    "الرجل",
    "امراه",
    "المراه",
    "طفل",
    "الطفل",
    "طفله",
    "الطفله",
    "رضيع",
    "الرضيع",
    "شاب",
    "الشاب",
    "شابه",
    "الشابه",
    "سيده",
    "السيده",
    "فتي",
    "الفتي",
    "فتاه",
    "الفتاه",
    "مواطن",
    "المواطن",
    "المدني",
    "مدني",
    "السيد",
    "المدعو",
    "شخص",
];
/// Those of them that are children.
const CHILDREN: &[&str] = &[
    "boy",
    "girl",
    "child",
    "baby",
    "infant",
    "طفل",
    "الطفل",
    "طفله",
    "الطفله",
    "رضيع",
    "الرضيع",
];
/// Of age from this year on.
const AGE_ADULT: u64 = 18;
/// Nobody is older.
const AGE_MAX: u64 = 120;

/// Fills name, age and occupation of a named victim.
pub(super) fn detail(text: &str, tokens: &[Token], numbers: &[Number], made: &mut Suggestion) {
    if made.kind != Kind::NamedVictim {
        return;
    }
    let victim = made.slots.get("victim").and_then(|slots| slots.first());
    let Some(victim) = victim.map(|slot| slot.anchor.span()) else {
        return;
    };
    let inside: Vec<&Token> = tokens
        .iter()
        .filter(|token| victim.contains(token.span))
        .collect();
    let name = name(&inside);
    if let Some(name) = name {
        made.fill(text, "name", name, Value::from(name.of(text)));
    }
    let work = inside.iter().find(|token| is_work(token, name));
    if let Some(work) = work {
        made.fill(
            text,
            "occupation",
            work.span,
            Value::from(work.span.of(text)),
        );
    }
    let age = age(tokens, numbers, victim);
    if let Some((span, age)) = age {
        made.fill(text, "age", span, Value::from(age));
    }
    let is_child = inside
        .iter()
        .any(|token| CHILDREN.contains(&token.folded.as_str()));
    if is_child || age.is_some_and(|(_, age)| age < AGE_ADULT) {
        made.flag(Flag::Minor);
    }
}

/// The name: in Latin letters the last run of capitals, in Arabic what follows the title.
fn name(inside: &[&Token]) -> Option<Span> {
    let is_latin = inside.iter().any(|token| {
        token
            .folded
            .starts_with(|letter: char| letter.is_ascii_lowercase())
    });
    let is_name = |token: &Token| {
        let is_capital = matches!(token.case, Case::Title | Case::Upper);
        (!is_latin || is_capital) && !NO_WORK.contains(&token.folded.as_str())
    };
    let runs = inside.split(|token| !is_name(token));
    let longest = runs.max_by_key(|run| run.len())?;
    // An Arabic run begins with what the victim did, where a name of two words is left.
    let skip = usize::from(!is_latin && longest.len() > 2);
    let words = longest.iter().skip(skip).map(|token| token.span);
    words.reduce(Span::join)
}

/// A word for what the victim did: beside the name, and no word for a person.
fn is_work(token: &Token, name: Option<Span>) -> bool {
    let is_word = token.folded.chars().all(char::is_alphabetic) && token.folded.len() > 2;
    let is_free = name.is_none_or(|name| !name.overlaps(token.span));
    let is_small = !matches!(token.case, Case::Title | Case::Upper);
    is_word && is_free && is_small && !NO_WORK.contains(&token.folded.as_str())
}

/// The age: "Omar Haddad, 34,", "9-year-old", البالغ من العمر تسع سنوات.
fn age(tokens: &[Token], numbers: &[Number], victim: Span) -> Option<(Span, u64)> {
    const UNITS: &[&str] = &["عاما", "عام", "سنه", "سنوات", "اعوام", "years", "year"];
    /// Bytes behind the name in which its age stands.
    const NEAR: usize = 60;
    let near = Span::new(victim.start, victim.end + NEAR);
    let counts_years = |number: &&Number| {
        let unit = tokens
            .get(number.tokens.end)
            .map_or("", |token| token.folded.as_str());
        let in_name = victim.contains(number.span) && number.role != Role::Year;
        number.role == Role::Age || UNITS.contains(&unit) || in_name
    };
    let told = numbers
        .iter()
        .filter(|number| near.contains(number.span))
        .find(counts_years)
        .and_then(|number| Some((number.span, number.quantity.low?)));
    let tied = || {
        tokens
            .iter()
            .filter(|token| near.contains(token.span))
            .find_map(|token| {
                let (years, rest) = token.folded.split_once('-')?;
                let is_age = rest.starts_with("year");
                Some((token.span, years.parse().ok()?)).filter(|_| is_age)
            })
    };
    told.or_else(tied).filter(|(_, age)| *age <= AGE_MAX)
}
