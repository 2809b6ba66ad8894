//! What is counted within a larger time, and its edges: the first Monday of March, the end of next week.

use crate::date::read::Reader;
use crate::date::value::{Counted, Date, Grain, Time};
use crate::date::words::Atom;

impl Reader<'_> {
    /// "the first Monday of March", "third last week of 2018", آخر اثنين من شهر آذار, "the 4th quarter".
    pub(crate) fn nth(&self, at: usize) -> Option<(Time, usize)> {
        let start = self.word(at, &["the"]).unwrap_or(at);
        let (count, counted, next) = self.counted(start)?;
        if let Some(after) = self.skip(next, Atom::After)
            && let Some((base, next)) = self.holiday(after).or_else(|| self.date(after))
        {
            return Some((Time::NthAfter(count, counted, Box::new(base)), next));
        }
        let after = self.skip_any(next, &[Atom::Of, Atom::In]);
        let is_joined = self
            .piece(next)
            .is_some_and(|piece| piece.folded.starts_with(['ب', 'ل']));
        if after > next || is_joined || counted == Counted::Unit(Grain::Quarter) {
            if let Some((of, next)) = self.larger(after) {
                return Some((Time::Nth(count, counted, Box::new(of)), next));
            }
            if counted == Counted::Unit(Grain::Quarter) {
                return Some((
                    Time::Nth(count, counted, Box::new(Time::Cycle(Grain::Year, 0))),
                    next,
                ));
            }
        }
        None
    }

    /// The month or year that something is the third Monday of.
    fn larger(&self, at: usize) -> Option<(Time, usize)> {
        if let Some((year, next)) = self.year_number(at) {
            return Some((
                Time::Date(Date {
                    year: Some(year),
                    ..Date::default()
                }),
                next,
            ));
        }
        let cycle = self.cycle(at).or_else(|| {
            let start = self
                .word(at, &["the"])
                .or_else(|| self.word(at.checked_sub(1)?, &["the"]))?;
            let (grain, next) = self
                .unit(start)
                .filter(|(grain, _)| *grain >= Grain::Month)?;
            Some((Time::Cycle(grain, 0), next))
        });
        if let Some((time, next)) = cycle {
            return Some((time, next));
        }
        let (month, next) = self.month(at)?;
        let after = self.skip_any(next, &[Atom::Of, Atom::YearMark]);
        if let Some((year, next)) = self.year_number(after) {
            return Some((
                Time::Date(Date {
                    year: Some(year),
                    ..month
                }),
                next,
            ));
        }
        if let Some((Time::Cycle(Grain::Year, count), end)) = self.cycle(after) {
            let year = Time::Cycle(Grain::Year, count);
            return Some((Time::And(Box::new(year), Box::new(Time::Date(month))), end));
        }
        Some((Time::Date(month), next))
    }

    /// Which, and of what: "third tuesday", ثالث يوم ثلاثاء, الثلاثاء الثالث, "5th last day".
    fn counted(&self, at: usize) -> Option<(i64, Counted, usize)> {
        let which = |at: usize| -> Option<(i64, usize)> {
            if let Some((count, next)) = self.ordinal(at) {
                return Some(match self.skip(next, Atom::Last) {
                    Some(next) => (-count, next),
                    None => (count, next),
                });
            }
            Some((-1, self.skip(at, Atom::Last)?))
        };
        let what = |at: usize| -> Option<(Counted, usize)> {
            let marked = self
                .skip(at, Atom::DayMark)
                .and_then(|next| self.weekday_name(next));
            if let Some((weekday, next)) = marked.or_else(|| self.weekday_name(at)) {
                return Some((Counted::Weekday(weekday), next));
            }
            if let Some(next) = self.skip(at, Atom::Weekend) {
                return Some((Counted::Weekend, next));
            }
            let (grain, next) = self.unit(at)?;
            (grain >= Grain::Day).then_some((Counted::Unit(grain), next))
        };
        if let Some((count, next)) = which(at)
            && let Some((counted, next)) = what(next)
        {
            return Some((count, counted, next));
        }
        let (counted, next) = what(at).filter(|_| self.is_arabic(at))?;
        let (count, next) = which(next)?;
        Some((count, counted, next))
    }

    /// "early March", "the end of next week", منتصف آذار, "EOM".
    pub(crate) fn edge(&self, at: usize) -> Option<(Time, usize)> {
        let short = self
            .word(at, &["the", "at"])
            .map_or(at, |next| self.word(next, &["the"]).unwrap_or(next));
        let whole = |grain: Grain| Box::new(Time::Cycle(grain, 0));
        let in_one_word = self.atom(short, |atom| match atom {
            Atom::EdgeOf(edge, grain) => Some((edge, grain)),
            _ => None,
        });
        if let Some(((edge, grain), next)) = in_one_word
            && self.piece(short).is_some_and(|piece| piece.is_capital)
        {
            return Some((Time::Edge(edge, whole(grain)), next));
        }
        let (edge, next) = self.atom(at, |atom| match atom {
            Atom::Edge(edge) => Some(edge),
            _ => None,
        })?;
        let next = self.word(next, &["around", "من"]).unwrap_or(next);
        if let Some((of, next)) = self.larger(next) {
            return Some((Time::Edge(edge, Box::new(of)), next));
        }
        let after = self.word(next, &["the"]).unwrap_or(next);
        let (grain, next) = self
            .unit(after)
            .filter(|(grain, _)| *grain >= Grain::Week)?;
        // Bare units stand for the running one only in English: "end of month".
        (!self.is_arabic(after)).then(|| (Time::Edge(edge, whole(grain)), next))
    }
}
