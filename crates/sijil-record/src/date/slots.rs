//! The parts of one expression, as they are read one behind another.

use crate::date::clock::{Read, in_half};
use crate::date::read::Reader;
use crate::date::value::{Date, Time};
use crate::date::words::Atom;

/// What has been read so far of one expression.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    day: Option<Time>,
    clock: Option<Read>,
    /// To this time of day.
    until: Option<Read>,
    part: Option<(i8, i8)>,
    zone: Option<i16>,
}

impl Reader<'_> {
    /// Reads one more part into the slots, where it fits.
    pub(crate) fn add(
        &self,
        slots: &Slots,
        at: usize,
        after_at: bool,
        is_first: bool,
    ) -> Option<(Slots, usize)> {
        if let Some(zone) = self.zone(at).filter(|_| slots.clock.is_some()) {
            let (zone, next) = zone;
            return Some((
                Slots {
                    zone: Some(zone),
                    ..slots.clone()
                },
                next,
            ));
        }
        let clock = self.add_clock(slots, at, after_at, is_first);
        let part = self.add_part(slots, at);
        let day = self.add_day(slots, at);
        let mut best: Option<(Slots, usize)> = None;
        for candidate in [clock, day, part].into_iter().flatten() {
            if best.as_ref().is_none_or(|(_, end)| candidate.1 > *end) {
                best = Some(candidate);
            }
        }
        best
    }

    fn zone(&self, at: usize) -> Option<(i16, usize)> {
        let start = self.word(at, &["بتوقيت"]).unwrap_or(at);
        let (zone, next) = self.atom(start, |atom| match atom {
            Atom::Zone(minutes) => Some(minutes),
            _ => None,
        })?;
        Some((zone, self.sign(next, ")").unwrap_or(next)))
    }

    fn add_clock(
        &self,
        slots: &Slots,
        at: usize,
        after_at: bool,
        is_first: bool,
    ) -> Option<(Slots, usize)> {
        if slots.clock.is_some() {
            return None;
        }
        if let Some(found) = self.clock_range(slots, at) {
            return Some(found);
        }
        let (read, next) = self.clock(at, after_at)?;
        // "9 tomorrow", "8 tonight": a bare number before a day is an hour.
        let before_part = self
            .word(next, &["this"])
            .and_then(|next| self.atom(next, |atom| matches!(atom, Atom::Part(..)).then_some(())));
        let before_day = is_first
            && (self.named_day(next).is_some() || before_part.is_some())
            && read.clock.is_open;
        let after_day =
            slots.part.is_some() || matches!(slots.day, Some(Time::And(..))) && after_at;
        if !read.is_sure && !before_day && !after_day {
            return None;
        }
        Some((
            Slots {
                clock: Some(read),
                ..slots.clone()
            },
            next,
        ))
    }

    /// "9:30 - 11:00", "from 3 to 4 in the PM", من الساعة 3 الى الساعة 4 عصرا.
    fn clock_range(&self, slots: &Slots, at: usize) -> Option<(Slots, usize)> {
        let opened = self.skip_any(at, &[Atom::Between, Atom::From]);
        let start = self.skip(opened, Atom::At).unwrap_or(opened);
        let (from, next) = self.plain_clock(start, start > opened || opened > at)?;
        let joint = self
            .to(next)
            .or_else(|| self.skip(next, Atom::And).filter(|_| opened > at))?;
        let after = self.skip_any(joint, &[Atom::At, Atom::Until, Atom::To]);
        let (to, next) = self.clock(after, after > joint || from.is_sure)?;
        let is_sure = to.is_sure || (from.is_sure && opened > at);
        if !is_sure {
            return None;
        }
        let from = match (from.clock.is_open, to.clock.is_open) {
            // "3-4pm": the first hour is of the same half, unless it would be the later.
            (true, false) => {
                let late = in_half(from, 12, to.clock.is_todays);
                let early = in_half(from, 0, to.clock.is_todays);
                if to.clock.hour >= 12 && late.clock.hour <= to.clock.hour {
                    late
                } else {
                    early
                }
            }
            _ => from,
        };
        Some((
            Slots {
                clock: Some(from),
                until: Some(to),
                ..slots.clone()
            },
            next,
        ))
    }

    fn add_part(&self, slots: &Slots, at: usize) -> Option<(Slots, usize)> {
        if slots.part.is_some() {
            return None;
        }
        let start = self
            .word(at, &["the", "this"])
            .or_else(|| self.word(at, &["هذا", "هذه"]))
            .unwrap_or(at);
        let is_late = self.word(start, &["late"]);
        if let Some(late) = is_late
            && let Some((time, next)) = self.named_day(late)
            && let Time::And(day, _) = time
        {
            return Some((
                Slots {
                    part: Some((21, 24)),
                    day: Some(*day),
                    ..slots.clone()
                },
                next,
            ));
        }
        let ((from, to), next) = self.atom(start, |atom| match atom {
            Atom::Part(from, to) => Some((from, to)),
            _ => None,
        })?;
        // A part of a day says nothing alone: "this morning", "Monday morning", "in the evening".
        let is_this = self.word(at, &["this", "هذا", "هذه"]).is_some();
        let is_tied_to_day = slots.day.is_some() || slots.clock.is_some() || is_this || start > at;
        let day = if is_this && slots.day.is_none() {
            Some(Time::Day(0))
        } else {
            slots.day.clone()
        };
        let before_day = self.chain_of_day(next);
        let before_clock = self
            .skip(next, Atom::At)
            .is_some_and(|after| self.clock(after, true).is_some());
        (is_tied_to_day
            || before_day
            || before_clock
            || at
                .checked_sub(1)
                .is_some_and(|before| self.word(before, &["the", "in"]).is_some()))
        .then(|| {
            (
                Slots {
                    part: Some((from, to)),
                    day,
                    ..slots.clone()
                },
                next,
            )
        })
    }

    /// "morning of the 15th of February", صباح الجمعة.
    fn chain_of_day(&self, at: usize) -> bool {
        let at = self.skip_any(at, &[Atom::Of]);
        self.date(at).is_some()
            || self.weekday(at).is_some()
            || self.named_day(at).is_some()
            || self.relative(at).is_some()
    }

    fn add_day(&self, slots: &Slots, at: usize) -> Option<(Slots, usize)> {
        let (time, next) = self.day(at, slots.day.is_some())?;
        // "tonight" is a day and a part of it.
        if let (Time::And(day, part), None, None) = (&time, &slots.day, slots.part)
            && let (Time::Day(_), Time::Part(..)) = (&**day, &**part)
        {
            let part = Some((18, 24));
            return Some((
                Slots {
                    day: Some((**day).clone()),
                    part,
                    ..slots.clone()
                },
                next,
            ));
        }
        let day = match &slots.day {
            None => time,
            Some(known) => joined(known, &time)?,
        };
        Some((
            Slots {
                day: Some(day),
                ..slots.clone()
            },
            next,
        ))
    }

    fn day(&self, at: usize, is_inside: bool) -> Option<(Time, usize)> {
        let mut best: Option<(Time, usize)> = None;
        let year = self.marked_year(at, is_inside);
        let alone = self.day_alone(at, is_inside);
        for candidate in [self.relative(at), self.date(at), year, alone]
            .into_iter()
            .flatten()
        {
            if best.as_ref().is_none_or(|(_, end)| candidate.1 > *end) {
                best = Some(candidate);
            }
        }
        best
    }

    /// "in 2014", عام 2014; inside a date also the bare number.
    fn marked_year(&self, at: usize, is_inside: bool) -> Option<(Time, usize)> {
        let marked = self.skip_any(at, &[Atom::YearMark]);
        let before = at.checked_sub(1);
        let is_marked = marked > at
            || is_inside
            || self.year_number(marked).is_some_and(|(_, next)| {
                self.word(next, &["م", "هجري", "ميلادي", "هجريه", "ميلاديه"])
                    .is_some()
            })
            || before
                .is_some_and(|before| self.word(before, &["in", "during", "عام", "سنه"]).is_some());
        let (time, next) = self.bare_year(marked).filter(|_| is_marked)?;
        let is_measured = self.unit(next).is_some();
        (!is_measured).then_some((time, next))
    }

    /// "the 15th", "Tuesday the 19th", السبت السادس عشر.
    fn day_alone(&self, at: usize, is_inside: bool) -> Option<(Time, usize)> {
        let (day, next) = self.ordinal(at)?;
        let before = at.checked_sub(1);
        let is_marked =
            is_inside || before.is_some_and(|before| self.word(before, &["the", "on"]).is_some());
        let day = i8::try_from(day)
            .ok()
            .filter(|day| (1..=31).contains(day) && is_marked)?;
        let follows_word = self.piece(next).is_some_and(|piece| {
            piece.digits.is_none() && piece.folded.chars().all(char::is_alphabetic)
        });
        let is_counted = follows_word && !is_inside && !self.is_arabic(at);
        (!is_counted).then(|| {
            (
                Time::Date(Date {
                    day: Some(day),
                    ..Date::default()
                }),
                next,
            )
        })
    }
}

impl Slots {
    pub(crate) fn time(self) -> Option<Time> {
        let half = self.part.map(|(_, to)| if to <= 12 { 0 } else { 12 });
        let clock = |read: Read| match half {
            Some(12)
                if read.clock.is_open
                    && read.clock.hour == 12
                    && self.part.is_some_and(|(from, _)| from >= 18) =>
            {
                let mut midnight = in_half(read, 12, false);
                midnight.clock.hour = 24;
                midnight
            }
            Some(half) if read.clock.is_open => in_half(read, half, false),
            _ => read,
        };
        // "this morning at 3" may be the coming morning; "tomorrow morning at 3" is not.
        let day = match (&self.clock, &self.part, self.day) {
            (Some(_), Some(_), Some(Time::Day(0))) => None,
            (_, _, day) => day,
        };
        let mut small = self.clock.map(|read| Time::Clock(clock(read).clock));
        if let (Some(from), Some(to)) = (small.take(), self.until) {
            small = Some(Time::Span(
                Box::new(from),
                Box::new(Time::Clock(clock(to).clock)),
            ));
        } else if let Some(read) = self.clock {
            small = Some(Time::Clock(clock(read).clock));
        } else if let Some((from, to)) = self.part {
            small = Some(Time::Part(f64::from(from), f64::from(to)));
        }
        let whole = match (day, small) {
            (Some(day), Some(small)) => within(day, small),
            (Some(time), None) | (None, Some(time)) => time,
            (None, None) => return None,
        };
        Some(match self.zone {
            Some(zone) => Time::Zoned(Box::new(whole), i32::from(zone)),
            None => whole,
        })
    }
}

/// `small` within `day`, also inside a span of two times.
fn within(day: Time, small: Time) -> Time {
    match (day, small) {
        (Time::And(day, _), small) if matches!(*day, Time::Day(_)) => {
            Time::And(day, Box::new(small))
        }
        (day, Time::Span(from, to)) => Time::Span(
            Box::new(Time::And(Box::new(day.clone()), from)),
            Box::new(Time::And(Box::new(day), to)),
        ),
        (day, small) => Time::And(Box::new(day), Box::new(small)),
    }
}

/// Two days' words about one day; none when they contradict each other.
fn joined(one: &Time, other: &Time) -> Option<Time> {
    let (Time::Date(a), Time::Date(b)) = (one, other) else {
        let is_shift = |time: &Time| matches!(time, Time::Shift(..));
        let sizes_differ = one.grain() != other.grain() || is_shift(one) != is_shift(other);
        return sizes_differ.then(|| Time::And(Box::new(one.clone()), Box::new(other.clone())));
    };
    let clash = |x: Option<i8>, y: Option<i8>| x.is_some() && y.is_some() && x != y;
    let clashes = clash(a.month, b.month)
        || clash(a.day, b.day)
        || clash(a.weekday, b.weekday)
        || (a.year.is_some() && b.year.is_some())
        || (a.is_hijri != b.is_hijri && a.month.is_some() && b.month.is_some());
    (!clashes).then_some(Time::Date(Date {
        year: a.year.or(b.year),
        month: a.month.or(b.month),
        day: a.day.or(b.day),
        weekday: a.weekday.or(b.weekday),
        is_hijri: a.is_hijri || b.is_hijri,
    }))
}
