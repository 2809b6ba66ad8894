//! Reckoning with days and times: beginnings of units, steps, nothing that may fail loudly.

use jiff::Span;
use jiff::civil::{Date as Civil, DateTime, Time as Civilian};

use crate::date::value::Grain;

/// Midnight of a day, if there is such a day.
pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<DateTime> {
    Some(
        Civil::new(year, month, day)
            .ok()?
            .to_datetime(Civilian::midnight()),
    )
}

/// The beginning of the unit that `at` lies in. Weeks begin on Monday.
pub(crate) fn floor(at: DateTime, grain: Grain) -> Option<DateTime> {
    let date = at.date();
    let hours = |hour: i8, minute: i8, second: i8| {
        Some(date.to_datetime(Civilian::new(hour, minute, second, 0).ok()?))
    };
    match grain {
        Grain::Second => hours(at.hour(), at.minute(), at.second()),
        Grain::Minute => hours(at.hour(), at.minute(), 0),
        Grain::Hour => hours(at.hour(), 0, 0),
        Grain::Day => hours(0, 0, 0),
        Grain::Week => {
            let back = i64::from(date.weekday().to_monday_zero_offset());
            step(hours(0, 0, 0)?, -back, Grain::Day)
        }
        Grain::Month => day(at.year(), at.month(), 1),
        Grain::Quarter => day(at.year(), (at.month() - 1) / 3 * 3 + 1, 1),
        Grain::Year => day(at.year(), 1, 1),
        Grain::Decade => day(at.year().checked_sub(at.year().rem_euclid(10))?, 1, 1),
        Grain::Century => day(at.year().checked_sub(at.year().rem_euclid(100))?, 1, 1),
    }
}

/// `count` units later, or earlier if negative. A month's end stays a month's end.
pub(crate) fn step(at: DateTime, count: i64, grain: Grain) -> Option<DateTime> {
    let span = Span::new();
    let span = match grain {
        Grain::Second => span.try_seconds(count),
        Grain::Minute => span.try_minutes(count),
        Grain::Hour => span.try_hours(count),
        Grain::Day => span.try_days(count),
        Grain::Week => span.try_weeks(count),
        Grain::Month => span.try_months(count),
        Grain::Quarter => span.try_months(count.checked_mul(3)?),
        Grain::Year => span.try_years(count),
        Grain::Decade => span.try_years(count.checked_mul(10)?),
        Grain::Century => span.try_years(count.checked_mul(100)?),
    };
    at.checked_add(span.ok()?).ok()
}

/// A length of `count` units, which need not be whole, later.
pub(crate) fn step_part(at: DateTime, count: f64, grain: Grain) -> Option<DateTime> {
    // Numbers of a text may be of any size.
    if !count.is_finite() || count.abs() > 1e9 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    let whole = count.trunc() as i64;
    let rest = count.fract();
    let later = step(at, whole, grain)?;
    if rest == 0.0 {
        return Some(later);
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "less than a century in seconds"
    )]
    let seconds = (rest * seconds(grain)).round() as i64;
    step(later, seconds, Grain::Second)
}

/// Seconds of a unit; a month has 30 days.
pub(crate) const fn seconds(grain: Grain) -> f64 {
    const DAY: f64 = 86_400.0;
    match grain {
        Grain::Second => 1.0,
        Grain::Minute => 60.0,
        Grain::Hour => 3600.0,
        Grain::Day => DAY,
        Grain::Week => 7.0 * DAY,
        Grain::Month => 30.0 * DAY,
        Grain::Quarter => 91.0 * DAY,
        Grain::Year => 365.0 * DAY,
        Grain::Decade => 3652.0 * DAY,
        Grain::Century => 36_524.0 * DAY,
    }
}

/// 1 is Monday.
pub(crate) fn weekday(at: DateTime) -> i8 {
    at.date().weekday().to_monday_one_offset()
}
