//! Putting dates, times of day and parts of days together: "at 7:30 PM on Fri, Sep 20", "since 2014".

use crate::date::read::Reader;
use crate::date::slots::Slots;
use crate::date::value::{Date, Grain, Time};
use crate::date::words::Atom;

/// Parts that one expression may have.
const PARTS_MAX: usize = 7;

impl Reader<'_> {
    /// The longest expression of time at `at`.
    pub(crate) fn expression(&self, at: usize) -> Option<(Time, usize)> {
        let mut best: Option<(Time, usize)> = None;
        for candidate in [
            self.chain(at),
            self.range(at),
            self.lasting(at),
            self.open_ended(at),
        ]
        .into_iter()
        .flatten()
        {
            if best.as_ref().is_none_or(|(_, end)| candidate.1 > *end) {
                best = Some(candidate);
            }
        }
        best
    }

    /// "since 2014", "after 2 pm", "until Friday", "by the end of next month", "within two weeks".
    fn open_ended(&self, at: usize) -> Option<(Time, usize)> {
        let marks = [
            (Atom::Since, 0),
            (Atom::After, 0),
            (Atom::Before, 1),
            (Atom::Until, 1),
            (Atom::By, 2),
            (Atom::From, 0),
        ];
        for (mark, kind) in marks {
            let Some(next) = self.skip(at, mark) else {
                continue;
            };
            let next = self.skip_any(next, &[Atom::Of, Atom::YearMark]);
            let lasting = || {
                let (length, next) = self.length(next).filter(|_| mark == Atom::After)?;
                Some((Time::Shift(length, 1.0, None), next))
            };
            let inner = self
                .range(next)
                .or_else(|| self.chain(next))
                .or_else(|| self.bare_year(next))
                .or_else(lasting);
            let Some((time, next)) = inner else { continue };
            let is_arabic_from = mark == Atom::From && self.is_arabic(at);
            if is_arabic_from {
                continue;
            }
            let is_arabic_until = kind == 1 && mark == Atom::Until && self.is_arabic(at);
            let time = Box::new(time);
            return Some(match kind {
                0 => (Time::After(time), next),
                1 if is_arabic_until => (Time::By(time), next),
                1 => (Time::Before(time), next),
                _ => (Time::By(time), next),
            });
        }
        let (length, next) = self.length(self.word(at, &["within"])?)?;
        Some((Time::By(Box::new(Time::Shift(length, 1.0, None))), next))
    }

    /// "between A and B", "from A to B", "A - B".
    fn range(&self, at: usize) -> Option<(Time, usize)> {
        let opened = self
            .skip(at, Atom::Between)
            .map(|next| (next, true))
            .or_else(|| Some((self.skip(at, Atom::From)?, false)));
        let start = opened.map_or(at, |(next, _)| next);
        let (from, next) = self
            .chain(start)
            .or_else(|| self.bare_year(start).filter(|_| opened.is_some()))?;
        let is_between = opened.is_some_and(|(_, between)| between);
        let after = match self.skip(next, Atom::And).filter(|_| is_between) {
            Some(next) => next,
            None => self.to(next)?,
        };
        let after = self.skip_any(after, &[Atom::Of, Atom::At]);
        let (to, next) = self.chain(after).or_else(|| self.bare_year(after))?;
        let from = filled(from, &to);
        let to = filled(to, &from);
        let sizes_fit = (from.grain() >= Grain::Day) == (to.grain() >= Grain::Day);
        sizes_fit.then(|| (Time::Span(Box::new(from), Box::new(to)), next))
    }

    pub(crate) fn bare_year(&self, at: usize) -> Option<(Time, usize)> {
        let (year, next) = self.year_number(at)?;
        Some((
            Time::Date(Date {
                year: Some(year),
                ..Date::default()
            }),
            next,
        ))
    }

    /// "from 18th Dec for 10 days", "for 30 minutes starting from 4pm".
    fn lasting(&self, at: usize) -> Option<(Time, usize)> {
        if let Some(next) = self.word(at, &["for"])
            && let Some((length, next)) = self.length(next)
        {
            let next = self.word(next, &["starting"]).unwrap_or(next);
            let (from, next) = self.chain(self.skip(next, Atom::From)?)?;
            return Some((Time::Lasting(Box::new(from), length), next));
        }
        let start = self.skip(at, Atom::From).unwrap_or(at);
        let (from, next) = self.chain(start)?;
        let (length, next) = self.length(self.word(next, &["for"])?)?;
        Some((Time::Lasting(Box::new(from), length), next))
    }

    /// Dates, times and parts of days one behind another.
    pub(crate) fn chain(&self, at: usize) -> Option<(Time, usize)> {
        let mut slots = Slots::default();
        let mut end = None;
        let mut next = at;
        for _ in 0..PARTS_MAX {
            let bare = self.add(&slots, next, false, end.is_none());
            let (start, after_at) = self.joints(next, end.is_some());
            let joined = (start > next)
                .then(|| self.add(&slots, start, after_at, end.is_none()))
                .flatten();
            let read = match (bare, joined) {
                (Some(bare), Some(joined)) if joined.1 > bare.1 => Some(joined),
                (bare, joined) => bare.or(joined),
            };
            let Some((more, after)) = read else { break };
            slots = more;
            end = Some(after);
            next = after;
        }
        Some((slots.time()?, end?))
    }

    /// Past the words that join parts; whether one of them was "at".
    fn joints(&self, at: usize, is_inside: bool) -> (usize, bool) {
        let mut next = at;
        let mut after_at = false;
        for _ in 0..4 {
            if let Some(after) = self.skip(next, Atom::At) {
                (next, after_at) = (after, true);
            } else if let Some(after) = self
                .skip(next, Atom::Of)
                .or_else(|| self.word(next, &["in"]))
            {
                next = after;
            } else if let Some(after) = self.sign(next, ",،(").filter(|_| is_inside) {
                next = after;
            } else {
                break;
            }
        }
        (next, after_at)
    }
}

/// A date whose month or year the other end of the range says: "13 to 15 July".
fn filled(time: Time, other: &Time) -> Time {
    match (time, other) {
        (Time::Date(a), Time::Date(b)) if a.day.is_some() && b.day.is_some() => Time::Date(Date {
            year: a.year.or(b.year),
            month: a.month.or(b.month),
            ..a
        }),
        (time, _) => time,
    }
}
