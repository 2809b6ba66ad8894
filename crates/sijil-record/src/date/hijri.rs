//! Dates of the Islamic calendar, reckoned by its tables: they may be a day off from what was seen.

use sijil_text::Day;

use crate::date::Lean;
use crate::date::eval::{Here, interval, unit};
use crate::date::moment::{day, floor, step};
use crate::date::value::{Date, Grain, Stretch};
use jiff::civil::DateTime;

/// Years above this are Gregorian, even beside a Hijri month: رمضان 2019.
const HIJRI_YEAR_MAX: i16 = 1700;

/// The day or month that a Hijri date means.
pub(crate) fn date(date: &Date, here: &Here) -> Option<Stretch> {
    let month = date.month?;
    let of_year = |year: i16| moment(year, month, date.day.unwrap_or(1));
    let from = match date.year {
        Some(year) if year <= HIJRI_YEAR_MAX => of_year(year)?,
        Some(year) => {
            let first = day(year, 1, 1)?;
            (0..3)
                .filter_map(|shift| of_year(year_of(first) + shift))
                .find(|at| *at >= first)?
        }
        None => nearest(month, date.day, here)?,
    };
    if date.day.is_some() {
        return unit(from, Grain::Day);
    }
    let next = |shift: i16| {
        let own = year_of(from) + shift;
        let (year, month) = if month == 12 {
            (own + 1, 1)
        } else {
            (own, month + 1)
        };
        moment(year, month, 1)
    };
    let to = (-1..2).filter_map(next).find(|at| *at > from);
    interval(Some(from), to, Grain::Day)
}

/// The day of this or a neighbouring Hijri year that the text's direction points to.
fn nearest(month: i8, number: Option<i8>, here: &Here) -> Option<DateTime> {
    let (from, to) = here.within.unwrap_or((here.now, here.now));
    let own = year_of(from);
    let all: Vec<DateTime> = (-1..=1)
        .filter_map(|shift| moment(own + shift, month, number.unwrap_or(1)))
        .collect();
    if here.within.is_some() {
        return all.into_iter().find(|at| *at >= from && *at < to);
    }
    let today = floor(here.now, Grain::Day)?;
    match here.lean {
        Lean::Future => {
            // A month that has begun is still this one.
            let days = if number.is_some() { 0 } else { -29 };
            let from = step(today, days, Grain::Day)?;
            all.into_iter().find(|at| *at >= from)
        }
        Lean::Past => all.into_iter().rev().find(|at| *at <= today),
    }
}

/// Midnight of a Hijri day.
pub(crate) fn moment(year: i16, month: i8, number: i8) -> Option<DateTime> {
    let found = Day::from_hijri(
        u16::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(number).ok()?,
    )?;
    day(
        i16::try_from(found.year()).ok()?,
        i8::try_from(found.month()).ok()?,
        i8::try_from(found.day()).ok()?,
    )
}

/// The Hijri year that a day lies in, or the one before it.
pub(crate) fn year_of(at: DateTime) -> i16 {
    // 33 Hijri years are 32 Gregorian ones.
    let years = (i32::from(at.year()) - 622) * 33 / 32;
    i16::try_from(years).unwrap_or(1)
}
