//! Feasts and other named days, from `data/dates/holidays.tsv`.

use std::sync::LazyLock;

use jiff::civil::DateTime;

use crate::date::Lean;
use crate::date::days;
use crate::date::eval::{Here, interval, unit};
use crate::date::hijri;
use crate::date::moment::{day, step};
use crate::date::value::{Counted, Grain, Stretch};

/// How a feast's day is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Fixed(i8, i8),
    /// The so-manieth weekday of a month.
    Nth(i64, i8, i8),
    /// Days from Easter Sunday of the West.
    Easter(i64),
    /// Days from Easter Sunday of the East.
    Orthodox(i64),
    /// Month and day of the Hijri calendar.
    Hijri(i8, i8),
}

/// A named day.
#[derive(Debug)]
pub(crate) struct Holiday {
    rule: Rule,
    /// Days that it lasts.
    days: i64,
    pub(crate) names: Vec<&'static str>,
}

/// All of them; others name them by their number here.
pub(crate) static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    include_str!("../../data/dates/holidays.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(holiday)
        .collect()
});

fn holiday(line: &'static str) -> Option<Holiday> {
    let mut cells = line.split('\t');
    let rule = cells.next()?;
    let days = cells.next()?.parse().ok()?;
    let names = cells.next()?.split('|').collect();
    let mut words = rule.split(' ');
    let kind = words.next()?;
    let numbers: Vec<i64> = words.filter_map(|word| word.parse().ok()).collect();
    let small = |at: usize| i8::try_from(*numbers.get(at)?).ok();
    let rule = match kind {
        "fixed" => Rule::Fixed(small(0)?, small(1)?),
        "nth" => Rule::Nth(*numbers.first()?, small(1)?, small(2)?),
        "easter" => Rule::Easter(*numbers.first()?),
        "orthodox" => Rule::Orthodox(*numbers.first()?),
        "hijri" => Rule::Hijri(small(0)?, small(1)?),
        _ => return None,
    };
    Some(Holiday { rule, days, names })
}

/// The feast of this number: of a year, or the nearest, or `count` further on.
pub(crate) fn stretch(
    number: usize,
    year: Option<i16>,
    count: i64,
    here: &Here,
) -> Option<Stretch> {
    let holiday = HOLIDAYS.get(number)?;
    if let Some(year) = year {
        return days_of(holiday, of_year(holiday.rule, year)?);
    }
    if let Some((from, to)) = here.within {
        let years = [from.year(), to.year()];
        let found = years
            .into_iter()
            .filter_map(|year| of_year(holiday.rule, year));
        return days_of(
            holiday,
            found.into_iter().find(|at| *at >= from && *at < to)?,
        );
    }
    let own = here.now.year();
    let all: Vec<DateTime> = (-2..=2)
        .filter_map(|shift| of_year(holiday.rule, own.checked_add(shift)?))
        .collect();
    let today = crate::date::moment::floor(here.now, Grain::Day)?;
    let next = all.iter().position(|at| *at >= today)?;
    let shift = match (count, here.lean) {
        (0, Lean::Past) if all.get(next) != Some(&today) => -1,
        (0, _) => 0,
        (count, _) if count > 0 => count - 1,
        (count, _) => count,
    };
    let wanted = next.checked_add_signed(isize::try_from(shift).ok()?)?;
    days_of(holiday, *all.get(wanted)?)
}

fn days_of(holiday: &Holiday, from: DateTime) -> Option<Stretch> {
    match holiday.days {
        1 => unit(from, Grain::Day),
        days => interval(Some(from), step(from, days, Grain::Day), Grain::Day),
    }
}

fn of_year(rule: Rule, year: i16) -> Option<DateTime> {
    match rule {
        Rule::Fixed(month, number) => day(year, month, number),
        Rule::Nth(count, weekday, month) => {
            let from = day(year, month, 1)?;
            let of = unit(from, Grain::Month)?;
            days::nth(count, Counted::Weekday(weekday), &of)?.from
        }
        Rule::Easter(days) => step(easter(year)?, days, Grain::Day),
        Rule::Orthodox(days) => step(orthodox(year)?, days, Grain::Day),
        Rule::Hijri(month, number) => {
            let first = day(year, 1, 1)?;
            let own = hijri::year_of(first);
            (0..3)
                .filter_map(|shift| hijri::moment(own + shift, month, number))
                .find(|at| *at >= first)
        }
    }
}

/// Easter of the West, by the Gregorian computus of the anonymous of 1876 (Nature, vol. 13).
fn easter(year: i16) -> Option<DateTime> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(
        year,
        i8::try_from(n / 31).ok()?,
        i8::try_from(n % 31 + 1).ok()?,
    )
}

/// Easter of the East, by J. Meeus, "Astronomical Algorithms", chapter 8; 13 days later in our
/// calendar from 1900 to 2099.
fn orthodox(year: i16) -> Option<DateTime> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let n = d + e + 114;
    let julian = day(
        year,
        i8::try_from(n / 31).ok()?,
        i8::try_from(n % 31 + 1).ok()?,
    )?;
    step(julian, 13, Grain::Day)
}
