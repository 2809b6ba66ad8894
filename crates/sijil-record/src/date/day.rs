//! Between days of the calendar and moments of the clock.

use jiff::civil::DateTime;
use sijil_text::Day;

use super::{Date, Precision};

impl Date {
    /// The first day and the last that lies within, each where there is one.
    #[must_use]
    pub fn days(&self) -> (Option<Day>, Option<Day>) {
        let last = |to: DateTime| {
            if self.precision == Precision::Instant {
                return day_of(to);
            }
            day_of(to.checked_sub(jiff::Span::new().seconds(1)).ok()?)
        };
        (self.from.and_then(day_of), self.to.and_then(last))
    }
}

/// The noon of a day, from which a text that was published on it counts.
pub(crate) fn noon(day: Day) -> Option<DateTime> {
    let small = |number: u8| i8::try_from(number).ok();
    let (month, date) = (small(day.month())?, small(day.day())?);
    DateTime::new(i16::try_from(day.year()).ok()?, month, date, 12, 0, 0, 0).ok()
}

/// The day after `length` (a duration of ISO 8601); months end on their last day. Nothing when it
/// is no such duration, or leads out of the calendar.
#[must_use]
pub fn after(day: Day, length: &str) -> Option<Day> {
    let length: jiff::Span = length.parse().ok()?;
    day_of(noon(day)?.checked_add(length).ok()?)
}

fn day_of(moment: DateTime) -> Option<Day> {
    let small = |number: i8| u8::try_from(number).ok();
    let (month, date) = (small(moment.month())?, small(moment.day())?);
    Day::new(u16::try_from(moment.year()).ok()?, month, date).ok()
}
