//! Dates as they are written: 15 February 2013, الثالث عشر من شباط, 3/3/2015, July 13-15.

use sijil_text::Calendar;

use crate::date::read::Reader;
use crate::date::value::{Date, Grain, Time};
use crate::date::words::Atom;

impl Reader<'_> {
    /// A date, or a part of one, at `at`.
    pub(crate) fn date(&self, at: usize) -> Option<(Time, usize)> {
        self.in_digits(at)
            .or_else(|| self.days_of_month(at))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month_and_days(at))
            .or_else(|| self.month_and_day(at))
    }

    /// 2013-02-15, 15/2/2013, 10.31.1974, 2/15, 2/2013, 2014-10, 31-Oct-74.
    fn in_digits(&self, at: usize) -> Option<(Time, usize)> {
        let ((first, first_length), next) = self.digits(at)?;
        let sign = self.piece(next).map(|piece| piece.folded.clone())?;
        let second_at = self.sign(next, "-/.–\\")?;
        if let Some((month, end)) = self.month_name(second_at) {
            return self.day_name_year(first, month, end);
        }
        let ((second, second_length), end) = self.digits(second_at)?;
        let third = self.sign(end, &sign).and_then(|after| self.digits(after));
        if let Some(((third, third_length), end)) = third {
            let (year, month, day) = match (first_length, third_length) {
                (4, _) => (first, second, third),
                (_, 4) => ordered(first, second, third),
                (_, 2) if sign != "." || second_length == 2 => {
                    ordered(first, second, short_year(third))
                }
                _ => return None,
            };
            return Some((full(year, month, day)?, end));
        }
        let is_slash = sign == "/" || sign == "-";
        match (first_length, second_length) {
            (1 | 2, 4) if is_slash => Some((month_of(second, first)?, end)),
            (4, 1 | 2) if is_slash => Some((month_of(first, second)?, end)),
            (1 | 2, 1 | 2) if sign == "/" || (sign == "-" && first <= 12 && second > 12) => {
                let (month, day) = if first > 12 {
                    (second, first)
                } else {
                    (first, second)
                };
                Some((Time::Date(Date { month: small(month, 12), day: small(day, 31), ..Date::default() }), end))
                    .filter(|(time, _)| matches!(time, Time::Date(date) if date.month.is_some() && date.day.is_some()))
            }
            _ => None,
        }
    }

    fn day_name_year(&self, day: i64, month: i8, at: usize) -> Option<(Time, usize)> {
        let after = self.sign(at, "-/.–")?;
        let ((year, length), end) = self.digits(after)?;
        let year = if length == 2 { short_year(year) } else { year };
        Some((full(year, i64::from(month), day)?, end))
    }

    fn month_name(&self, at: usize) -> Option<(i8, usize)> {
        self.atom(at, |atom| match atom {
            Atom::Month(month, Calendar::Gregorian) => Some(month),
            _ => None,
        })
    }

    /// A month by its name, once or twice ("تشرين الثاني/نوفمبر"), or by number after its word.
    pub(crate) fn month(&self, at: usize) -> Option<(Date, usize)> {
        let marked = self.skip(at, Atom::MonthMark);
        let start = marked.unwrap_or(at);
        let named = self.atom(start, |atom| match atom {
            Atom::Month(month, calendar) => Some((month, calendar)),
            _ => None,
        });
        if let Some(((month, calendar), next)) = named {
            if !self.may_be_month(start, next) {
                return None;
            }
            let is_hijri = calendar == Calendar::Hijri;
            let date = Date {
                month: Some(month),
                is_hijri,
                ..Date::default()
            };
            return Some((
                date,
                self.second_name(next, month)
                    .unwrap_or_else(|| self.stop(next)),
            ));
        }
        let marked = marked?;
        let (number, next) = self.whole(marked).or_else(|| self.ordinal(marked))?;
        let month = small(number, 12)?;
        Some((
            Date {
                month: Some(month),
                ..Date::default()
            },
            next,
        ))
    }

    /// "may" and "march" in small letters are verbs, unless a number stands beside them.
    fn may_be_month(&self, at: usize, next: usize) -> bool {
        let Some(piece) = self.piece(at) else {
            return false;
        };
        let is_doubtful = matches!(
            &*piece.folded,
            "may"
                | "march"
                | "mar"
                | "sep"
                | "dec"
                | "jan"
                | "jun"
                | "اب"
                | "صفر"
                | "ماي"
                | "شعبان"
                | "رجب"
                | "رمضان"
        );
        // باب is a door, not "in August".
        if piece.folded != "اب" && piece.folded.ends_with("اب") {
            return false;
        }
        let is_beside = |at: usize| {
            self.digits(at)
                .is_some_and(|((_, length), _)| matches!(length, 1 | 2 | 4))
                || self.ordinal(at).is_some()
        };
        let before = at.checked_sub(1);
        !is_doubtful
            || (piece.is_capital && self.pieces.len() > 1)
            || is_beside(next)
            || before.is_some_and(|before| {
                is_beside(before)
                    || self
                        .word(before, &["of", "من", "شهر", "th", "st", "nd", "rd"])
                        .is_some()
            })
            || self.pieces.len() <= 2
            || self
                .skip(before.unwrap_or(usize::MAX), Atom::MonthMark)
                .is_some()
    }

    /// After "تشرين الثاني" the other name of the same month.
    fn second_name(&self, at: usize, month: i8) -> Option<usize> {
        let after = self.sign(at, "/(-–")?;
        let (second, next) = self.month_name(after)?;
        (second == month).then(|| self.sign(next, ")").unwrap_or(next))
    }

    /// A full stop after a short name: "Feb. 15".
    fn stop(&self, at: usize) -> usize {
        let is_short = at
            .checked_sub(1)
            .and_then(|before| self.piece(before))
            .is_some_and(|piece| piece.folded.len() <= 4);
        let stop = self.sign(at, ".").filter(|_| is_short && self.is_tied(at));
        stop.filter(|next| self.digits(*next).is_some())
            .unwrap_or(at)
    }

    /// A day's number: "15", "15th", "the fifteenth", الخامس عشر; in words only as an ordinal.
    fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        if let Some((day, next)) = self.ordinal(at) {
            return Some((small(day, 31)?, next));
        }
        let ((day, length), next) = self.digits(at)?;
        (length <= 2).then_some((small(day, 31)?, next))
    }

    /// "15 of February 2013", "الثالث عشر من شباط", "اليوم الثالث من اكتوبر", "20th of next month".
    fn day_and_month(&self, at: usize) -> Option<(Time, usize)> {
        let start = self.skip(at, Atom::DayMark).unwrap_or(at);
        let (day, next) = self.day_number(start)?;
        let next = self.skip(next, Atom::DayMark).unwrap_or(next);
        let next = self.word(next, &["day"]).unwrap_or(next);
        let after = self.skip_any(next, &[Atom::Of]);
        let after = self
            .sign(after, "-")
            .filter(|_| self.is_tied(after))
            .unwrap_or(after);
        if let Some((date, next)) = self.month(after) {
            return self.with_year(
                Date {
                    day: Some(day),
                    ..date
                },
                next,
            );
        }
        let (cycle, next) = self.month_cycle(after)?;
        let date = Time::Date(Date {
            day: Some(day),
            ..Date::default()
        });
        Some((Time::And(Box::new(cycle), Box::new(date)), next))
    }

    /// "this month", الشهر القادم, "the month".
    fn month_cycle(&self, at: usize) -> Option<(Time, usize)> {
        let (time, next) = self.cycle(at)?;
        matches!(time, Time::Cycle(Grain::Month, _)).then_some((time, next))
    }

    /// "February 15, 2013", "Feb13", "march third".
    fn month_and_day(&self, at: usize) -> Option<(Time, usize)> {
        let (month, next) = self.month(at)?;
        let after = self.skip_any(next, &[Atom::Of]);
        let after = self
            .sign(after, "-")
            .filter(|_| self.is_tied(after))
            .unwrap_or(after);
        let is_clock = |end: usize| self.sign(end, ":").is_some() || self.half(end).is_some();
        let is_length = |end: usize| self.unit(end).is_some() && after > next;
        if let Some((day, next)) = self
            .day_number(after)
            .filter(|(_, end)| !is_clock(*end) && !is_length(*end))
        {
            return self.with_year(
                Date {
                    day: Some(day),
                    ..month
                },
                next,
            );
        }
        self.with_year(month, next)
    }

    /// "July 13-15", "August 27th - 29th", تموز 13 الى 15.
    fn month_and_days(&self, at: usize) -> Option<(Time, usize)> {
        let (month, next) = self.month(at)?;
        let ((from, to), next) = self.day_range(next)?;
        self.days(month, from, to, next)
    }

    /// "13 to 15 July", من 27-29 من الشهر الثامن.
    fn days_of_month(&self, at: usize) -> Option<(Time, usize)> {
        let ((from, to), next) = self.day_range(at)?;
        let after = self.skip_any(next, &[Atom::Of]);
        if let Some((month, next)) = self.month(after) {
            return self.days(month, from, to, next);
        }
        let (cycle, next) = self.month_cycle(after)?;
        let day = |day: i8| {
            let date = Time::Date(Date {
                day: Some(day),
                ..Date::default()
            });
            Box::new(Time::And(Box::new(cycle.clone()), Box::new(date)))
        };
        Some((Time::Span(day(from), day(to)), next))
    }

    fn day_range(&self, at: usize) -> Option<((i8, i8), usize)> {
        let start = self.skip_any(at, &[Atom::From, Atom::Between, Atom::Of]);
        let (from, next) = self.day_number(start)?;
        let next = self
            .to(next)
            .or_else(|| self.skip(next, Atom::And).filter(|_| start > at))?;
        let next = self.skip_any(next, &[Atom::Of]);
        let (to, next) = self.day_number(next)?;
        (from < to).then_some(((from, to), next))
    }

    /// Whatever stands between the two ends of a range.
    pub(crate) fn to(&self, at: usize) -> Option<usize> {
        self.skip(at, Atom::To)
            .or_else(|| self.skip(at, Atom::Until))
            .or_else(|| self.sign(at, "-–—/"))
            .or_else(|| self.skip(self.word(at, &["و"])?, Atom::Until))
    }

    fn days(&self, month: Date, from: i8, to: i8, next: usize) -> Option<(Time, usize)> {
        let (with_year, next) = self.with_year(month, next)?;
        let Time::Date(month) = with_year else {
            return None;
        };
        let day = |day: i8| {
            Box::new(Time::Date(Date {
                day: Some(day),
                ..month
            }))
        };
        Some((Time::Span(day(from), day(to)), next))
    }

    fn with_year(&self, date: Date, next: usize) -> Option<(Time, usize)> {
        let found = self.year_after(next);
        let (year, next) = found.map_or((None, next), |(year, next)| (Some(year), next));
        let era = self.word(next, &["م", "ه", "هجري", "هجريه", "ميلادي", "ميلاديه"]);
        Some((
            Time::Date(Date { year, ..date }),
            era.filter(|_| year.is_some()).unwrap_or(next),
        ))
    }

    /// A year behind a date: ", 2013", "of 2013", لعام 2014, "15" only behind an ordinal.
    fn year_after(&self, at: usize) -> Option<(i16, usize)> {
        let after = self.sign(at, ",،").unwrap_or(at);
        let after = self.skip_any(after, &[Atom::Of, Atom::YearMark, Atom::In]);
        let (year, next) = self.year_number(after)?;
        let is_clock = self.sign(next, ":").is_some() && self.is_tied(next);
        (!is_clock).then_some((year, next))
    }

    /// A year of four digits, or "two thousand ten".
    pub(crate) fn year_number(&self, at: usize) -> Option<(i16, usize)> {
        if let Some(((year, length), next)) = self.digits(at) {
            let is_year = length == 4 && (1000..2200).contains(&year);
            return is_year.then_some((i16::try_from(year).ok()?, next));
        }
        let (year, next) = self.whole(at)?;
        ((1900..2100).contains(&year)).then_some((i16::try_from(year).ok()?, next))
    }
}

/// Day first, as in most of the world, unless the numbers say otherwise.
fn ordered(first: i64, second: i64, year: i64) -> (i64, i64, i64) {
    if second > 12 {
        (year, first, second)
    } else {
        (year, second, first)
    }
}

fn short_year(year: i64) -> i64 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

fn full(year: i64, month: i64, day: i64) -> Option<Time> {
    Some(Time::Date(Date {
        year: Some(i16::try_from(year).ok()?),
        month: Some(small(month, 12)?),
        day: Some(small(day, 31)?),
        ..Date::default()
    }))
}

fn month_of(year: i64, month: i64) -> Option<Time> {
    let year = i16::try_from(year)
        .ok()
        .filter(|year| (1900..2200).contains(year))?;
    Some(Time::Date(Date {
        year: Some(year),
        month: Some(small(month, 12)?),
        ..Date::default()
    }))
}

/// `number` if it lies from 1 to `most`.
fn small(number: i64, most: i8) -> Option<i8> {
    i8::try_from(number)
        .ok()
        .filter(|number| (1..=most).contains(number))
}
