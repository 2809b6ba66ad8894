//! What an expression of time says, before it is known from when.

use jiff::civil::DateTime;

/// The size of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Grain {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// What is said of a day; what is not said is open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Date {
    pub(crate) year: Option<i16>,
    /// 1 to 12.
    pub(crate) month: Option<i8>,
    pub(crate) day: Option<i8>,
    /// 1 is Monday.
    pub(crate) weekday: Option<i8>,
    /// The month is one of the Hijri calendar, and so is the year.
    pub(crate) is_hijri: bool,
}

/// What is said of the time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Clock {
    pub(crate) hour: i8,
    pub(crate) minute: Option<i8>,
    pub(crate) second: Option<i8>,
    /// The hour may be of the morning or of the afternoon.
    pub(crate) is_open: bool,
    /// A word for a part of the day stood beside it, so that today's is meant.
    pub(crate) is_todays: bool,
}

/// A length of time: so many of each.
pub(crate) type Length = Vec<(f64, Grain)>;

/// Which third of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Begin,
    Mid,
    End,
    /// Its first day.
    First,
    /// Of a month the fifteenth.
    Half,
}

/// What is counted: the third Tuesday, the last week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Counted {
    Weekday(i8),
    Unit(Grain),
    Weekend,
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Time {
    Now,
    Date(Date),
    Clock(Clock),
    /// Days from today.
    Day(i64),
    /// Hours from and to of some day.
    Part(f64, f64),
    /// This (0), next (1), last (-1) of the unit.
    Cycle(Grain, i64),
    /// The next or, if negative, the last so many.
    Run(Grain, i64),
    /// This, next, last Tuesday.
    Weekday(i8, i64),
    /// This, next, last March.
    Month(i8, i64),
    Weekend(i64),
    /// Season, 1 is spring, and which.
    Season(u8, i64),
    /// A length after (or before, if negative) something; nothing is now.
    Shift(Length, f64, Option<Box<Time>>),
    /// From the end if negative.
    Nth(i64, Counted, Box<Time>),
    NthAfter(i64, Counted, Box<Time>),
    Edge(Edge, Box<Time>),
    And(Box<Time>, Box<Time>),
    Span(Box<Time>, Box<Time>),
    /// From it for a length.
    Lasting(Box<Time>, Length),
    After(Box<Time>),
    Before(Box<Time>),
    /// From now to its end.
    By(Box<Time>),
    Holiday(usize, Option<i16>, i64),
    /// Minutes east of Greenwich.
    Zoned(Box<Time>, i32),
}

/// A stretch of time: from, and to before; an open end is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) from: Option<DateTime>,
    pub(crate) to: Option<DateTime>,
    pub(crate) grain: Grain,
    /// One unit of the grain, not an interval of several.
    pub(crate) is_single: bool,
}

impl Time {
    /// The size of what it names, as far as its form tells.
    pub(crate) fn grain(&self) -> Grain {
        match self {
            Self::Now => Grain::Second,
            Self::Date(date) if date.day.is_some() || date.weekday.is_some() => Grain::Day,
            Self::Date(date) if date.month.is_some() => Grain::Month,
            Self::Date(_) => Grain::Year,
            Self::Clock(clock) if clock.second.is_some() => Grain::Second,
            Self::Clock(clock) if clock.minute.is_some() => Grain::Minute,
            Self::Clock(_) | Self::Part(..) => Grain::Hour,
            Self::Day(_) | Self::Weekday(..) | Self::Weekend(_) => Grain::Day,
            Self::Cycle(grain, _) | Self::Run(grain, _) => *grain,
            Self::Month(..) => Grain::Month,
            Self::Season(..) => Grain::Quarter,
            Self::Shift(length, _, base) => {
                let smallest = length.iter().map(|(_, grain)| *grain).min();
                let own = smallest.unwrap_or(Grain::Day).finer();
                base.as_ref().map_or(own, |base| base.grain().min(own))
            }
            Self::Nth(_, counted, _) | Self::NthAfter(_, counted, _) => match counted {
                Counted::Unit(grain) => *grain,
                Counted::Weekday(_) | Counted::Weekend => Grain::Day,
            },
            Self::Edge(_, time) => time.grain().finer(),
            Self::And(one, other) | Self::Span(one, other) => one.grain().min(other.grain()),
            Self::Lasting(time, _)
            | Self::After(time)
            | Self::Before(time)
            | Self::By(time)
            | Self::Zoned(time, _) => time.grain(),
            Self::Holiday(..) => Grain::Day,
        }
    }
}

impl Grain {
    /// The unit that a length in this one is exact to: "a week ago" names a day.
    pub(crate) const fn finer(self) -> Self {
        match self {
            Self::Second | Self::Minute => Self::Second,
            Self::Hour => Self::Minute,
            Self::Day => Self::Hour,
            Self::Week | Self::Month | Self::Quarter => Self::Day,
            Self::Year => Self::Month,
            Self::Decade | Self::Century => Self::Year,
        }
    }

    /// The unit that our word lists name.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }
}
