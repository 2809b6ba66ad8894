//! Days, weekdays, months and the like: which one is meant.

use jiff::civil::DateTime;

use crate::date::Lean;
use crate::date::eval::{Here, interval, unit};
use crate::date::hijri;
use crate::date::moment::{day, floor, step, weekday as weekday_of};
use crate::date::value::{Counted, Date, Grain, Stretch};

/// Days looked through for one that fits.
const DAYS_MAX: i64 = 366 * 3;

/// The day, month or year that `date` means.
pub(crate) fn date(date: &Date, here: &Here) -> Option<Stretch> {
    if date.is_hijri {
        return hijri::date(date, here);
    }
    if let Some((from, to)) = here.within {
        return inside(date, from, to);
    }
    match (date.year, date.month, date.day, date.weekday) {
        (Some(year), Some(month), Some(number), _) => unit(day(year, month, number)?, Grain::Day),
        (Some(year), Some(month), None, None) => unit(day(year, month, 1)?, Grain::Month),
        (Some(year), None, None, None) => unit(day(year, 1, 1)?, Grain::Year),
        (Some(year), None, _, _) => inside(date, day(year, 1, 1)?, day(year + 1, 1, 1)?),
        (Some(year), Some(month), None, Some(_)) => {
            let from = day(year, month, 1)?;
            inside(date, from, step(from, 1, Grain::Month)?)
        }
        (None, Some(month), Some(number), weekday) => day_of_month(month, number, weekday, here),
        (None, Some(month), None, None) => self::month(month, nearest_month(month, here), here),
        (None, Some(month), None, Some(_)) => {
            let found = self::month(month, nearest_month(month, here), here)?;
            inside(date, found.from?, found.to?)
        }
        (None, None, Some(number), weekday) => day_alone(number, weekday, here),
        (None, None, None, Some(weekday)) => self::weekday(weekday, 0, here),
        (None, None, None, None) => None,
    }
}

/// The first day, month or year in a stretch that fits.
fn inside(date: &Date, from: DateTime, to: DateTime) -> Option<Stretch> {
    let fits = |at: DateTime| {
        date.year.is_none_or(|year| at.year() == year)
            && date.month.is_none_or(|month| at.month() == month)
            && date.day.is_none_or(|day| at.day() == day)
            && date.weekday.is_none_or(|weekday| weekday_of(at) == weekday)
    };
    let start = floor(from, Grain::Day)?;
    let found = (0..DAYS_MAX)
        .filter_map(|days| step(start, days, Grain::Day))
        .take_while(|at| *at < to)
        .find(|at| fits(*at))?;
    let grain = match (date.day, date.weekday, date.month) {
        (None, None, Some(_)) => Grain::Month,
        (None, None, None) => Grain::Year,
        _ => Grain::Day,
    };
    unit(floor(found, grain)?, grain)
}

/// 22 November, of a year that is not said.
fn day_of_month(month: i8, number: i8, weekday: Option<i8>, here: &Here) -> Option<Stretch> {
    let today = floor(here.now, Grain::Day)?;
    let years: [i16; 4] = match here.lean {
        Lean::Future => [0, 1, -1, -2],
        Lean::Past => [0, -1, 1, -2],
    };
    // A leap day may be up to eight years away; nobody names one without its year.
    let of_year = |shift: i16| day(today.year().checked_add(shift)?, month, number);
    let is_ahead = |at: &DateTime| match here.lean {
        Lean::Future => *at >= today,
        Lean::Past => *at <= today,
    };
    let candidates: Vec<DateTime> = years.into_iter().filter_map(of_year).collect();
    let fits = |at: &&DateTime| weekday.is_none_or(|weekday| weekday_of(**at) == weekday);
    let found = candidates
        .iter()
        .filter(|at| is_ahead(at))
        .find(fits)
        .or_else(|| candidates.iter().find(|at| fits(at) && weekday.is_some()))
        .or_else(|| candidates.iter().find(|at| is_ahead(at)))
        .or_else(|| candidates.first())?;
    unit(*found, Grain::Day)
}

/// "The 15th": of this month or the one beside it.
fn day_alone(number: i8, weekday: Option<i8>, here: &Here) -> Option<Stretch> {
    let today = floor(here.now, Grain::Day)?;
    let month = floor(here.now, Grain::Month)?;
    let direction = match here.lean {
        Lean::Future => 1,
        Lean::Past => -1,
    };
    let found = (0..24).find_map(|months| {
        let first = step(month, months * direction, Grain::Month)?;
        let at = day(first.year(), first.month(), number)?;
        let is_ahead = match here.lean {
            Lean::Future => at >= today,
            Lean::Past => at <= today,
        };
        let fits = weekday.is_none_or(|weekday| weekday_of(at) == weekday);
        (is_ahead && fits).then_some(at)
    });
    unit(found?, Grain::Day)
}

/// This (0), the next, the last Tuesday.
pub(crate) fn weekday(weekday: i8, count: i64, here: &Here) -> Option<Stretch> {
    let today = floor(here.now, Grain::Day)?;
    let ahead = i64::from((weekday - weekday_of(today)).rem_euclid(7));
    let days = match (count, here.lean) {
        // Said on a Tuesday, "on Tuesday" is next week's, but "was killed on Tuesday" is today's.
        (0, Lean::Future) if ahead == 0 => 7,
        (0, Lean::Past) if ahead == 0 => 0,
        (0, Lean::Past) => ahead - 7,
        (0, Lean::Future) => ahead,
        (1, _) => {
            let monday = floor(here.now, Grain::Week)?;
            let start = step(monday, 7 + i64::from(weekday) - 1, Grain::Day)?;
            return unit(start, Grain::Day);
        }
        (count, _) if count > 1 => (if ahead == 0 { 7 } else { ahead }) + 7 * (count - 1),
        (count, _) => (if ahead == 0 { 0 } else { ahead }) + 7 * count,
    };
    unit(step(today, days, Grain::Day)?, Grain::Day)
}

/// Which March is meant when none is said: 0 is this year's.
fn nearest_month(month: i8, here: &Here) -> i64 {
    match here.lean {
        Lean::Future if month < here.now.month() => 1,
        Lean::Past if month > here.now.month() => -1,
        Lean::Future | Lean::Past => 0,
    }
}

/// This year's (0), the next, the last March.
pub(crate) fn month(month: i8, count: i64, here: &Here) -> Option<Stretch> {
    let own = here.now.month();
    let years = match count {
        0 => 0,
        count if count > 0 => count - i64::from(month > own),
        count => count + i64::from(month < own),
    };
    let year = i64::from(here.now.year()).checked_add(years)?;
    unit(day(i16::try_from(year).ok()?, month, 1)?, Grain::Month)
}

/// Friday evening to Monday, as in most of Duckling's world.
pub(crate) fn weekend(count: i64, here: &Here) -> Option<Stretch> {
    let base = here.within.map_or(here.now, |(from, _)| from);
    let monday = step(floor(base, Grain::Week)?, 7 * count, Grain::Day)?;
    weekend_of(monday)
}

fn weekend_of(monday: DateTime) -> Option<Stretch> {
    let from = step(monday, 4 * 24 + 18, Grain::Hour);
    interval(from, step(monday, 7, Grain::Day), Grain::Hour)
}

/// Seasons of the north: spring from 20 March, summer from 21 June, autumn from 23 September,
/// winter from 21 December.
pub(crate) fn season(season: u8, count: i64, here: &Here) -> Option<Stretch> {
    let (start, end) = match season {
        1 => ((3, 20), (6, 21)),
        2 => ((6, 21), (9, 24)),
        3 => ((9, 23), (12, 21)),
        _ => ((12, 21), (3, 21)),
    };
    let of_year = |year: i16| {
        let from = day(year, start.0, start.1)?;
        let to = day(year.checked_add(i16::from(end.0 < start.0))?, end.0, end.1)?;
        Some((from, to))
    };
    let year = here.now.year();
    let all: Vec<_> = (-2..=2)
        .filter_map(|shift| of_year(year.checked_add(shift)?))
        .collect();
    let current = all.iter().position(|(_, to)| *to > here.now)?;
    let wanted = current.checked_add_signed(isize::try_from(count).ok()?)?;
    let (from, to) = *all.get(wanted)?;
    interval(Some(from), Some(to), Grain::Day)
}

/// The third Tuesday, the last week of a stretch.
pub(crate) fn nth(count: i64, counted: Counted, of: &Stretch) -> Option<Stretch> {
    let (from, to) = (of.from?, of.to?);
    match counted {
        Counted::Weekday(weekday) => {
            let all: Vec<DateTime> = (0..DAYS_MAX)
                .filter_map(|days| step(from, days, Grain::Day))
                .take_while(|at| *at < to)
                .filter(|at| weekday_of(*at) == weekday)
                .collect();
            unit(*all.get(index(count, all.len())?)?, Grain::Day)
        }
        Counted::Weekend => {
            let all: Vec<DateTime> = (0..DAYS_MAX / 7)
                .filter_map(|weeks| step(floor(from, Grain::Week)?, weeks * 7, Grain::Day))
                .take_while(|monday| step(*monday, 4, Grain::Day).is_some_and(|friday| friday < to))
                .collect();
            weekend_of(*all.get(index(count, all.len())?)?)
        }
        Counted::Unit(grain) => {
            let mut first = floor(from, grain)?;
            if first < from {
                first = step(first, 1, grain)?;
            }
            let start = if count > 0 {
                step(first, count - 1, grain)?
            } else {
                let mut last = floor(to, grain)?;
                if last > to {
                    last = step(last, -1, grain)?;
                }
                step(last, count, grain)?
            };
            unit(start, grain)
        }
    }
}

/// Counted from 1, or from the end if negative.
fn index(count: i64, length: usize) -> Option<usize> {
    if count > 0 {
        usize::try_from(count - 1).ok()
    } else {
        length.checked_sub(usize::try_from(-count).ok()?)
    }
}

/// The third Tuesday from a day on.
pub(crate) fn nth_after(count: i64, counted: Counted, from: DateTime) -> Option<Stretch> {
    let Counted::Weekday(weekday) = counted else {
        return None;
    };
    let ahead = i64::from((weekday - weekday_of(from)).rem_euclid(7));
    unit(step(from, ahead + 7 * (count - 1), Grain::Day)?, Grain::Day)
}
