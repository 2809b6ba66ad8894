//! Civil days of the Gregorian calendar, without clock or time zone.

use crate::lang::Lang;
use crate::number::Digits;
use std::fmt;

/// A day that exists, of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say all")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A day that does not exist, or text that is not in the form `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayError;

impl fmt::Display for DayError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no such day")
    }
}

impl std::error::Error for DayError {}

const YEARS: std::ops::RangeInclusive<u16> = 1..=9999;

impl Day {
    /// The day `day` (1 to 31) of `month` (1 to 12) in `year` (1 to 9999).
    ///
    /// # Errors
    /// If the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DayError> {
        let exists = YEARS.contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day }).ok_or(DayError)
    }

    /// Reads `YYYY-MM-DD`, nothing else (ISO 8601, extended form).
    ///
    /// # Errors
    /// If it is not in that form, or no such day exists.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DayError);
        };
        let is_plain = (year.len(), month.len(), day.len()) == (4, 2, 2)
            && [year, month, day]
                .iter()
                .all(|part| part.chars().all(|digit| digit.is_ascii_digit()));
        if !is_plain {
            return Err(DayError);
        }
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
            return Err(DayError);
        };
        Self::new(year, month, day)
    }

    /// 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01; negative before it.
    ///
    /// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    #[must_use]
    pub fn since_epoch(self) -> i64 {
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
            - 719_468
    }

    /// The day `days` after 1970-01-01; `None` outside the years 1 to 9999.
    ///
    /// H. Hinnant, as above, `civil_from_days`.
    #[must_use]
    pub fn from_epoch(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
        .ok()
    }

    /// The day `days` later, or earlier if negative; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_epoch(self.since_epoch().checked_add(days)?)
    }

    /// Days from `earlier` to this one; negative if it is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.since_epoch() - earlier.since_epoch()
    }

    /// Which day of the week it is.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (self.since_epoch() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// The long form: "22 November 2026"; in Arabic with both names of the month, as papers from
    /// the Levant to Egypt read it: "22 تشرين الثاني/نوفمبر 2026".
    #[must_use]
    pub fn in_words(self, lang: Lang, digits: Digits) -> String {
        let month = month_name(self.month, lang);
        let text = format!("{} {month} {}", self.day, self.year);
        match lang {
            Lang::Ar => digits.write(&text),
            Lang::En => text,
        }
    }
}

/// The length of a month in days; 0 if there is no such month.
fn days_in_month(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    }
}

fn month_name(month: u8, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Ar => ARABIC_MONTHS,
        Lang::En => ENGLISH_MONTHS,
    };
    names
        .get(usize::from(month).saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const ARABIC_MONTHS: [&str; 12] = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيو",
    "تموز/يوليو",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
];

impl Weekday {
    /// Its name, in Arabic with the article.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Monday, Lang::Ar) => "الاثنين",
            (Self::Tuesday, Lang::Ar) => "الثلاثاء",
            (Self::Wednesday, Lang::Ar) => "الأربعاء",
            (Self::Thursday, Lang::Ar) => "الخميس",
            (Self::Friday, Lang::Ar) => "الجمعة",
            (Self::Saturday, Lang::Ar) => "السبت",
            (Self::Sunday, Lang::Ar) => "الأحد",
            (Self::Monday, Lang::En) => "Monday",
            (Self::Tuesday, Lang::En) => "Tuesday",
            (Self::Wednesday, Lang::En) => "Wednesday",
            (Self::Thursday, Lang::En) => "Thursday",
            (Self::Friday, Lang::En) => "Friday",
            (Self::Saturday, Lang::En) => "Saturday",
            (Self::Sunday, Lang::En) => "Sunday",
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        )
    }
}

impl std::str::FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        Self::parse(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "0000-01-01",
            "+026-01-01",
            "2026-01-01T",
            "",
        ] {
            assert_eq!(Day::parse(text), Err(DayError), "{text}");
        }
        assert!(Day::parse("2024-02-29").is_ok());
    }

    #[test]
    fn days_are_written_for_readers() -> Result<(), DayError> {
        let day = Day::new(2026, 11, 22)?;
        assert_eq!(day.in_words(Lang::En, Digits::Arabic), "22 November 2026");
        assert_eq!(
            day.in_words(Lang::Ar, Digits::Latin),
            "22 تشرين الثاني/نوفمبر 2026"
        );
        assert_eq!(
            day.in_words(Lang::Ar, Digits::Arabic),
            "٢٢ تشرين الثاني/نوفمبر ٢٠٢٦"
        );
        assert_eq!(
            (day.weekday(), day.since_epoch()),
            (Weekday::Sunday, 20_779)
        );
        assert_eq!(day.weekday().name(Lang::Ar), "الأحد");
        Ok(())
    }

    proptest! {
        #[test]
        fn days_count_there_and_back(days in -719_162_i64..2_932_896, step in -1000_i64..1000) {
            let day = Day::from_epoch(days).expect("in range");
            prop_assert_eq!(day.since_epoch(), days);
            prop_assert_eq!(Day::parse(&day.to_string()), Ok(day));
            if let Some(later) = day.plus_days(step) {
                prop_assert_eq!(later.days_since(day), step);
            }
        }
    }
}
