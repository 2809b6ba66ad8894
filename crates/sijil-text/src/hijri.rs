//! The Islamic calendar, reckoned by its tables.

use crate::date::Day;
use std::ops::Range;

/// Years that texts speak of to the day.
const YEARS: Range<u16> = 1..1700;

/// 1 Muharram 1 in days since 1970-01-01.
const EPOCH: i64 = -492_148;

impl Day {
    /// The day `day` (1 to 30) of the month `month` (1 to 12) of the Hijri year `year`; none if there
    /// is no such day. The moon may have been seen a day earlier or later, and calendars differ.
    ///
    /// The civil (tabular) Islamic calendar: 30-year cycle of 10,631 days, epoch 16 July 622 Julian.
    /// E. Reingold, N. Dershowitz, "Calendrical Calculations", chapter on the Islamic calendar.
    #[must_use]
    pub fn from_hijri(year: u16, month: u8, day: u8) -> Option<Self> {
        if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
            return None;
        }
        let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
        let days_before_year = (year - 1) * 354 + (3 + 11 * year) / 30;
        let days_before_month = 29 * (month - 1) + month / 2;
        Self::from_epoch(EPOCH + days_before_year + days_before_month + day - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hijri_days_are_reckoned() {
        for (year, month, day, expected) in [
            (1446, 1, 1, Some("2024-07-08")),
            (1439, 3, 10, Some("2017-11-29")),
            (1434, 10, 1, Some("2013-08-08")),
            (1446, 13, 1, None),
            (1446, 1, 31, None),
            (0, 1, 1, None),
        ] {
            let found = Day::from_hijri(year, month, day).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected);
        }
    }
}
