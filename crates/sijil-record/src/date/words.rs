//! The words and phrases that dates are made of, from `data/dates/words.tsv`, and what each says.

use std::collections::HashMap;
use std::sync::LazyLock;

use sijil_text::{Calendar, fold, month_names};

use crate::date::holiday::HOLIDAYS;
use crate::date::value::{Edge, Grain};

/// What a word or phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Atom {
    Weekday(i8),
    Month(i8, Calendar),
    Unit(Grain),
    /// Two of the unit.
    Dual(Grain),
    Day(i64),
    Now,
    Rel(i64),
    Ago,
    Hence,
    In,
    After,
    Before,
    Since,
    Until,
    By,
    Between,
    From,
    To,
    And,
    At,
    Of,
    Edge(Edge),
    /// The edge of the running unit, in one word.
    EdgeOf(Edge, Grain),
    Last,
    /// Before noon (0) or after (12).
    Half(i8),
    /// Hours of a day.
    Part(i8, i8),
    Tonight,
    LastNight,
    Noon(i8),
    ClockWord,
    /// Minutes.
    Fraction(i8),
    Minus,
    Past,
    Weekend,
    Season(u8),
    YearMark,
    MonthMark,
    DayMark,
    More,
    Few(i8),
    One,
    Zone(i16),
    Holiday(usize),
    Number(f64),
    Ordinal(i8),
}

impl Atom {
    /// Whether it only joins parts: no expression begins with it.
    pub(crate) const fn is_joint(self) -> bool {
        matches!(
            self,
            Self::Of
                | Self::To
                | Self::And
                | Self::More
                | Self::Minus
                | Self::ClockWord
                | Self::Past
        )
    }

    /// Whether it names a time or a number, so that an expression may stand around it.
    pub(crate) const fn is_time(self) -> bool {
        !self.is_joint()
            && !matches!(
                self,
                Self::At
                    | Self::In
                    | Self::After
                    | Self::Before
                    | Self::Since
                    | Self::Until
                    | Self::By
                    | Self::Between
                    | Self::From
                    | Self::One
                    | Self::Rel(_)
                    | Self::Last
                    | Self::Edge(_)
                    | Self::Ago
                    | Self::Hence
            )
    }
}

/// By their first word; all words of the phrase, then what it says; longest first.
pub(crate) type Phrases = HashMap<String, Vec<(Vec<String>, Atom)>>;

/// All of them.
pub(crate) static PHRASES: LazyLock<Phrases> = LazyLock::new(phrases);

fn phrases() -> Phrases {
    let mut phrases = Phrases::new();
    let mut add = |phrase: &str, atom: Atom| {
        let words: Vec<String> = words_of(phrase);
        if let Some(first) = words.first().cloned() {
            phrases.entry(first).or_default().push((words, atom));
        }
    };
    for line in include_str!("../../data/dates/words.tsv").lines() {
        let mut cells = line.split('\t');
        let (Some(kind), Some(value), Some(words)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        if let Some(atom) = atom(kind, value) {
            words.split('|').for_each(|phrase| add(phrase, atom));
        }
    }
    for (name, month, calendar) in month_names() {
        if let Ok(month) = i8::try_from(month) {
            add(name, Atom::Month(month, calendar));
        }
    }
    for (number, holiday) in HOLIDAYS.iter().enumerate() {
        holiday
            .names
            .iter()
            .for_each(|name| add(name, Atom::Holiday(number)));
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases
}

/// A phrase as the pieces of a text would be.
fn words_of(phrase: &str) -> Vec<String> {
    let folded = fold(phrase).replace(['\'', '’', '.'], "");
    folded
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn atom(kind: &str, value: &str) -> Option<Atom> {
    let number = || value.parse::<i64>().ok();
    let small = || value.parse::<i8>().ok();
    Some(match kind {
        "weekday" => Atom::Weekday(small()?),
        "unit" => Atom::Unit(Grain::from_word(value)?),
        "dual" => Atom::Dual(Grain::from_word(value)?),
        "relday" => Atom::Day(number()?),
        "now" => Atom::Now,
        "rel" => Atom::Rel(number()?),
        "ago" => Atom::Ago,
        "hence" => Atom::Hence,
        "in" => Atom::In,
        "after" => Atom::After,
        "before" => Atom::Before,
        "since" => Atom::Since,
        "until" => Atom::Until,
        "by" => Atom::By,
        "between" => Atom::Between,
        "from" => Atom::From,
        "to" => Atom::To,
        "and" => Atom::And,
        "at" => Atom::At,
        "of" => Atom::Of,
        "edge" => Atom::Edge(edge(value)),
        "last" => Atom::Last,
        "half" => Atom::Half(if value == "am" { 0 } else { 12 }),
        "part" => {
            let (from, to) = value.split_once('-')?;
            Atom::Part(from.parse().ok()?, to.parse().ok()?)
        }
        "tonight" => Atom::Tonight,
        "lastnight" => Atom::LastNight,
        "noon" => Atom::Noon(small()?),
        "clockword" => Atom::ClockWord,
        "fraction" => Atom::Fraction(small()?),
        "minus" => Atom::Minus,
        "past" => Atom::Past,
        "weekend" => Atom::Weekend,
        "season" => Atom::Season(value.parse().ok()?),
        "yearmark" => Atom::YearMark,
        "monthmark" => Atom::MonthMark,
        "daymark" => Atom::DayMark,
        "more" => Atom::More,
        "few" => Atom::Few(small()?),
        "one" => Atom::One,
        "zone" => Atom::Zone(value.parse().ok()?),
        "edgeof" => {
            let (which, grain) = value.split_once('-')?;
            Atom::EdgeOf(edge(which), Grain::from_word(grain)?)
        }
        _ => return None,
    })
}

fn edge(word: &str) -> Edge {
    match word {
        "begin" => Edge::Begin,
        "mid" => Edge::Mid,
        "first" => Edge::First,
        "half" => Edge::Half,
        _ => Edge::End,
    }
}
