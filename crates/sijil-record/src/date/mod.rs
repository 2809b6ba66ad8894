//! Days and times that a text speaks of, in English and Arabic.

mod calendar;
mod clock;
mod counted;
mod day;
mod days;
mod eval;
mod hijri;
mod holiday;
mod lex;
mod moment;
mod read;
mod relative;
mod rules;
mod slots;
#[cfg(test)]
mod tests;
mod value;
mod words;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::date::eval::Here;
use crate::date::read::Reader;
use crate::date::value::{Grain, Stretch, Time};
use crate::span::Span;
use crate::token::Token;

pub use day::after;
pub(crate) use day::noon;
pub use lengths::{length_seconds, ordinal_value};

mod lengths;

/// Which way a text looks where it says neither: "on Friday".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lean {
    /// What has happened; today counts.
    #[default]
    Past,
    /// What is to come.
    Future,
}

/// From when a text is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    /// The moment it was written, by the clock of its place.
    pub now: DateTime,
    /// Minutes east of Greenwich of that clock.
    pub zone_minutes: i32,
    /// Which way it looks; none to go by the tense of each sentence.
    pub lean: Option<Lean>,
}

/// How exactly an expression says when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the hour or better.
    Instant,
    /// One day.
    Day,
    /// Two to six days, or a Hijri day.
    FewDays,
    /// A week.
    Week,
    /// A month, or part of one.
    Month,
    /// Three months.
    QuarterSeason,
    /// A year.
    Year,
    /// More than a year.
    Longer,
    /// Some time before.
    Before,
    /// Some time after.
    After,
}

/// How it is known which day is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The text says the year.
    Explicit,
    /// Reckoned from the day of publication.
    RelativeToPublication,
}

/// A time that a sentence speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// Its beginning; none when it is open.
    pub from: Option<DateTime>,
    /// Its end, which it does not hold itself; none when it is open.
    pub to: Option<DateTime>,
    /// How exactly it says when.
    pub precision: Precision,
    /// How it is known.
    pub basis: Basis,
    /// Whether the expression is of the Hijri calendar.
    pub is_hijri: bool,
    /// Whether it names a month and leaves the year to the reader: "8 November".
    pub is_year_inferred: bool,
    /// One of a unit ("next week") rather than an interval ("the next three weeks").
    pub is_single: bool,
    /// The unit it is exact to, by its English name.
    pub unit: &'static str,
}

/// The times that a sentence speaks of, in order, none overlapping.
#[must_use]
pub fn dates(text: &str, tokens: &[Token], reference: &Reference) -> Vec<Date> {
    let pieces = lex::pieces(text, tokens);
    let reader = Reader { pieces: &pieces };
    let lean = reference.lean.unwrap_or_else(|| tense(tokens));
    let here = Here {
        now: reference.now,
        lean,
        zone: reference.zone_minutes,
        within: None,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let begins = may_begin(&pieces, at);
        let read = begins.then(|| reader.expression(at)).flatten();
        let date = read.and_then(|(time, end)| {
            let stretch = eval::stretch(&time, &here)?;
            let first = pieces.get(after_joints(&reader, at, end, &time))?.span;
            let last = pieces.get(end.checked_sub(1)?)?.span;
            Some((date(first.join(last), &time, &stretch), end))
        });
        match date {
            Some((date, end)) => {
                found.push(date);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Pieces behind a word such as "since" within which a time must be named.
const AHEAD: usize = 5;

/// Whether an expression may begin at `at`: most words of a story are ruled out here, cheaply.
fn may_begin(pieces: &[lex::Piece], at: usize) -> bool {
    let Some(piece) = pieces.get(at) else {
        return false;
    };
    let leads = piece.digits.is_some() || piece.hits.iter().any(|(atom, _)| !atom.is_joint());
    leads
        && pieces.iter().skip(at).take(AHEAD).any(|piece| {
            piece.digits.is_some() || piece.hits.iter().any(|(atom, _)| atom.is_time())
        })
}

/// Where an expression begins in earnest: "on" of "on Friday" is no part of it.
fn after_joints(reader: &Reader<'_>, at: usize, end: usize, time: &Time) -> usize {
    let mut first = at;
    while first + 1 < end {
        let is_joint = reader.skip(first, words::Atom::Of).is_some()
            || reader.skip(first, words::Atom::At).is_some();
        let same = is_joint
            && reader
                .expression(first + 1)
                .is_some_and(|(other, to)| to == end && other == *time);
        if !same {
            break;
        }
        first += 1;
    }
    first
}

/// Words that make a sentence speak of what is to come; folded.
const FUTURE: &[&str] = &[
    "will",
    "shall",
    "going",
    "plans",
    "planned",
    "scheduled",
    "expected",
    "due",
    "سوف",
    "ستبدا",
    "سيبدا",
    "المقرر",
    "ينتظر",
    "المتوقع",
];

/// Beginnings of nouns that look like verbs of the future; folded.
const NOUNS: &[&str] = &[
    "سيار",
    "سياس",
    "سياح",
    "سياج",
    "سيطر",
    "سيد",
    "سير",
    "سيف",
    "سينا",
    "سينم",
    "سيول",
    "سيل",
    "ستين",
    "ستون",
    "سته",
    "ستار",
    "ستر",
    "ستي",
    "سياق",
    "سيجار",
    "سيره",
    "سيء",
    "سيئ",
    "سييه",
];

/// Past, unless a verb says otherwise.
fn tense(tokens: &[Token]) -> Lean {
    // Arabic future verbs begin with س; so do some common nouns.
    let is_noun = |word: &str| NOUNS.iter().any(|noun| word.starts_with(noun));
    let is_future = |token: &Token| {
        FUTURE.contains(&token.folded.as_str())
            || (token.folded.starts_with("سي") || token.folded.starts_with("ست"))
                && token.folded.chars().count() > 4
                && !is_noun(&token.folded)
    };
    if tokens.iter().any(is_future) {
        Lean::Future
    } else {
        Lean::Past
    }
}

fn date(span: Span, time: &Time, stretch: &Stretch) -> Date {
    let is_hijri = holds_hijri(time);
    Date {
        span,
        from: stretch.from,
        to: stretch.to,
        precision: precision(stretch, is_hijri, time),
        basis: if says_year(time) {
            Basis::Explicit
        } else {
            Basis::RelativeToPublication
        },
        is_hijri,
        is_year_inferred: infers_year(time),
        is_single: stretch.is_single,
        unit: unit_name(stretch.grain),
    }
}

const fn unit_name(grain: Grain) -> &'static str {
    match grain {
        Grain::Second => "second",
        Grain::Minute => "minute",
        Grain::Hour => "hour",
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
    }
}

/// Seconds of a day.
const DAY: i64 = 86_400;

fn precision(stretch: &Stretch, is_hijri: bool, time: &Time) -> Precision {
    let (Some(from), Some(to)) = (stretch.from, stretch.to) else {
        return if stretch.from.is_some() {
            Precision::After
        } else {
            Precision::Before
        };
    };
    // "Three weeks ago" is no more exact than a week, whatever the clock says.
    if let Time::Shift(length, _, None) = time
        && let Some(grain) = length.iter().map(|(_, grain)| *grain).min()
    {
        return match grain {
            Grain::Second | Grain::Minute | Grain::Hour => Precision::Instant,
            Grain::Day => Precision::Day,
            Grain::Week => Precision::FewDays,
            Grain::Month | Grain::Quarter => Precision::Month,
            Grain::Year => Precision::Year,
            Grain::Decade | Grain::Century => Precision::Longer,
        };
    }
    let seconds = from.duration_until(to).as_secs();
    match seconds {
        _ if is_hijri && seconds <= DAY => Precision::FewDays,
        _ if seconds < DAY => Precision::Instant,
        DAY => Precision::Day,
        _ if seconds < 7 * DAY => Precision::FewDays,
        _ if seconds == 7 * DAY => Precision::Week,
        _ if seconds <= 31 * DAY => Precision::Month,
        _ if seconds <= 93 * DAY => Precision::QuarterSeason,
        _ if seconds <= 366 * DAY => Precision::Year,
        _ => Precision::Longer,
    }
}

fn says_year(time: &Time) -> bool {
    match time {
        Time::Date(date) => date.year.is_some(),
        Time::Holiday(_, year, _) => year.is_some(),
        Time::And(one, other) | Time::Span(one, other) => says_year(one) || says_year(other),
        Time::Nth(_, _, of)
        | Time::NthAfter(_, _, of)
        | Time::Edge(_, of)
        | Time::Lasting(of, _)
        | Time::After(of)
        | Time::Before(of)
        | Time::By(of)
        | Time::Zoned(of, _)
        | Time::Shift(_, _, Some(of)) => says_year(of),
        _ => false,
    }
}

fn infers_year(time: &Time) -> bool {
    match time {
        Time::Date(date) => date.month.is_some() && date.year.is_none(),
        Time::And(one, other) | Time::Span(one, other) => infers_year(one) || infers_year(other),
        Time::Edge(_, of) | Time::After(of) | Time::Before(of) | Time::By(of) => infers_year(of),
        _ => false,
    }
}

fn holds_hijri(time: &Time) -> bool {
    match time {
        Time::Date(date) => date.is_hijri,
        Time::And(one, other) | Time::Span(one, other) => holds_hijri(one) || holds_hijri(other),
        Time::Edge(_, of) | Time::After(of) | Time::Before(of) | Time::By(of) => holds_hijri(of),
        _ => false,
    }
}
