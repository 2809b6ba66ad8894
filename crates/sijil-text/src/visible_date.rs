//! Days written in running text, as readers see them: "22 November 2026", "الجمعة ٨ تشرين
//! الثاني/نوفمبر ٢٠١٧ م", "3/8/2013". A year alone is never a day.

use crate::date::Day;
use crate::date_parts::{Kind, Part, parts};
use crate::months;
use crate::ordinals::arabic_ordinal;
use std::ops::Range;

/// A day found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The day, in the Gregorian calendar.
    pub day: Day,
    /// Bytes of the text that say so, from the day's number or month to the year.
    pub range: Range<usize>,
    /// How sure the reading is.
    pub certainty: Certainty,
}

/// How sure the reading of a written day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// It can mean no other day.
    Sure,
    /// Digits alone, and day and month could change places (3/8/2013): read day first.
    DayOrMonth,
    /// Reckoned from a Hijri date: the moon may have been seen a day earlier or later.
    Hijri,
}

/// The day `text` most likely speaks of: the first in the Gregorian calendar, and among those the
/// first that is sure; only without any, the first Hijri one.
#[must_use]
pub fn find_day(text: &str) -> Option<Found> {
    let rank = |found: &Found| match found.certainty {
        Certainty::Sure => 0,
        Certainty::DayOrMonth => 1,
        Certainty::Hijri => 2,
    };
    // `min_by_key` keeps the first of equals.
    days_in(text).into_iter().min_by_key(rank)
}

/// Every full day written in `text`, in order of place, none overlapping.
#[must_use]
pub fn days_in(text: &str) -> Vec<Found> {
    let parts = parts(text);
    let mut found = Vec::new();
    let mut rest = parts.as_slice();
    while let Some(after_one) = rest.get(1..) {
        match day_at(rest) {
            Some((day, used, certainty)) => {
                let range = span(rest, used);
                found.push(Found {
                    day,
                    range,
                    certainty,
                });
                rest = rest.get(used..).unwrap_or_default();
            }
            None => rest = after_one,
        }
    }
    found
}

fn span(parts: &[Part], used: usize) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.range.start);
    let end = parts
        .get(used.saturating_sub(1))
        .map_or(start, |part| part.range.end);
    start..end
}

/// The day that starts at the first part, the number of parts it takes, and how sure it is.
fn day_at(parts: &[Part]) -> Option<(Day, usize, Certainty)> {
    in_digits(parts)
        .or_else(|| day_month_year(parts))
        .or_else(|| month_day_year(parts))
}

/// 2013-08-03, 3/8/2013, 3.8.2013: the same sign twice.
fn in_digits(parts: &[Part]) -> Option<(Day, usize, Certainty)> {
    let [first, sign, second, same_sign, third, ..] = parts else {
        return None;
    };
    let (Kind::Number(a, a_digits), Kind::Number(b, b_digits), Kind::Number(c, c_digits)) =
        (&first.kind, &second.kind, &third.kind)
    else {
        return None;
    };
    let is_joined = sign.kind == same_sign.kind
        && matches!(
            sign.kind,
            Kind::Sign('/' | '-' | '.' | '–' | '\u{2212}' | '\u{066B}' | '\\')
        );
    if !is_joined || *b_digits > 2 {
        return None;
    }
    let (day, certainty) = match (a_digits, c_digits) {
        (4, 1 | 2) => (gregorian(*a, *b, *c)?, Certainty::Sure),
        (1 | 2, 4) if *b > 12 => (gregorian(*c, *a, *b)?, Certainty::Sure),
        (1 | 2, 4) if *a > 12 || a == b => (gregorian(*c, *b, *a)?, Certainty::Sure),
        (1 | 2, 4) => (gregorian(*c, *b, *a)?, Certainty::DayOrMonth),
        _ => return None,
    };
    Some((day, 5, certainty))
}

/// 22 November 2026, the 22nd of November, 2026, ٢٢ تشرين الثاني/نوفمبر ٢٠٢٦ م, 3 رمضان 1447 هـ.
fn day_month_year(parts: &[Part]) -> Option<(Day, usize, Certainty)> {
    let (number, used) = day_number(parts)?;
    let used = used + skip_words(tail(parts, used), &["of", "من", "شهر"]);
    let used = used + skip_signs(tail(parts, used), &['-', '/']);
    let month = month_at(tail(parts, used))?;
    let used = used + month.used;
    let (year, year_used) = year_at(tail(parts, used))?;
    let (day, certainty) = dated(&month, number, year)?;
    Some((day, used + year_used, certainty))
}

/// November 22, 2026.
fn month_day_year(parts: &[Part]) -> Option<(Day, usize, Certainty)> {
    let month = month_at(parts)?;
    let used = month.used + skip_signs(tail(parts, month.used), &['.', '-']);
    let (number, day_used) = day_number(tail(parts, used))?;
    let used = used + day_used;
    let (year, year_used) = year_at(tail(parts, used))?;
    let (day, certainty) = dated(&month, number, year)?;
    Some((day, used + year_used, certainty))
}

fn tail(parts: &[Part], used: usize) -> &[Part] {
    parts.get(used..).unwrap_or_default()
}

/// A number of one or two digits, with its English ending if it has one, or an Arabic word.
fn day_number(parts: &[Part]) -> Option<(u16, usize)> {
    match parts.first()?.kind {
        Kind::Number(number, 1 | 2) => Some((
            number,
            1 + skip_words(tail(parts, 1), &["st", "nd", "rd", "th"]),
        )),
        Kind::Number(..) | Kind::Sign(_) => None,
        Kind::Word(_) => {
            let (day, used) = arabic_ordinal(&two_words(parts))?;
            (day <= 31).then_some((day, used))
        }
    }
}

/// The words that `parts` begin with, at most two.
fn two_words(parts: &[Part]) -> Vec<&str> {
    let words = parts.iter().take(2).map_while(|part| match &part.kind {
        Kind::Word(word) => Some(word.as_str()),
        Kind::Number(..) | Kind::Sign(_) => None,
    });
    words.collect()
}

/// How many parts at the start, at most two, are one of `words`.
fn skip_words(parts: &[Part], words: &[&str]) -> usize {
    let is_skipped =
        |part: &&Part| matches!(&part.kind, Kind::Word(word) if words.contains(&word.as_str()));
    parts.iter().take(2).take_while(is_skipped).count()
}

fn skip_signs(parts: &[Part], signs: &[char]) -> usize {
    let is_skipped = |part: &&Part| matches!(part.kind, Kind::Sign(sign) if signs.contains(&sign));
    parts.iter().take(2).take_while(is_skipped).count()
}

struct Month {
    number: u8,
    is_hijri: bool,
    used: usize,
}

/// A month's name, or two names of one month: "تشرين الثاني/نوفمبر", "آب (أغسطس)".
fn month_at(parts: &[Part]) -> Option<Month> {
    let mut month = single_month(parts)?;
    let signs = skip_signs(tail(parts, month.used), &['/', '-', '(', '–', '.']);
    if signs > 0
        && let Some(other) = single_month(tail(parts, month.used + signs))
    {
        let is_same = (other.number, other.is_hijri) == (month.number, month.is_hijri);
        if !is_same {
            return None;
        }
        month.used += signs + other.used;
        month.used += skip_signs(tail(parts, month.used), &[')']);
    }
    Some(month)
}

fn single_month(parts: &[Part]) -> Option<Month> {
    let words = two_words(parts);
    let gregorian = months::gregorian(&words).map(|(number, used)| Month {
        number,
        is_hijri: false,
        used,
    });
    gregorian.or_else(|| {
        months::hijri(&words).map(|(number, used)| Month {
            number,
            is_hijri: true,
            used,
        })
    })
}

/// A year of four digits after a comma or a word for "year", with its calendar's letter.
fn year_at(parts: &[Part]) -> Option<(u16, usize)> {
    let used = skip_signs(parts, &[',', '،', '.', '-', '/']);
    let used = used
        + skip_words(
            tail(parts, used),
            &["of", "من", "عام", "سنة", "لعام", "لسنة"],
        );
    let Kind::Number(year, 4) = parts.get(used)?.kind else {
        return None;
    };
    Some((
        year,
        used + 1 + skip_words(tail(parts, used + 1), &["م", "ه", "هـ"]),
    ))
}

fn dated(month: &Month, day: u16, year: u16) -> Option<(Day, Certainty)> {
    if month.is_hijri {
        Some((from_hijri(year, month.number, day)?, Certainty::Hijri))
    } else {
        Some((
            gregorian(year, u16::from(month.number), day)?,
            Certainty::Sure,
        ))
    }
}

/// Years a newsroom's text speaks of to the day; keeps amounts and Hijri years from being read.
const GREGORIAN_YEARS: Range<u16> = 1600..2200;
const HIJRI_YEARS: Range<u16> = 1200..1600;

fn gregorian(year: u16, month: u16, day: u16) -> Option<Day> {
    if !GREGORIAN_YEARS.contains(&year) {
        return None;
    }
    Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

fn from_hijri(year: u16, month: u8, day: u16) -> Option<Day> {
    let is_of_our_time = HIJRI_YEARS.contains(&year);
    let day = u8::try_from(day).ok()?;
    is_of_our_time.then(|| Day::from_hijri(year, month, day))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Option<(&str, Certainty)>) {
        let found = find_day(text).map(|found| (found.day.to_string(), found.certainty));
        assert_eq!(
            found,
            expected.map(|(day, certainty)| (day.to_owned(), certainty)),
            "{text}"
        );
    }

    #[test]
    fn days_are_found_however_they_are_written() {
        for text in [
            "22 November 2026",
            "Sunday, 22 November 2026, 14:05",
            "the 22nd of November, 2026",
            "Nov. 22, 2026",
            "NOVEMBER 22nd 2026",
            "22-Nov-2026 by the desk",
            "published on 2026-11-22T10:00:00Z",
            "22/11/2026",
            "11/22/2026",
            "22.11.2026",
            "٢٢/١١/٢٠٢٦",
            "الأحد ٢٢ تشرين الثاني/نوفمبر ٢٠٢٦ م",
            "الأحد، 22 تشرين ثاني، 2026",
            "۲۲ نوفمبر ۲۰۲۶",
            "\u{200F}22\u{200F} نوفمبر (تشرين الثاني) 2026",
            "22 من شهر تشرين الثاني عام 2026",
            "22 نونبر 2026",
            "في الثاني والعشرين من تشرين الثاني/نوفمبر 2026",
            "الأحد الثاني والعشرين نوفمبر عام 2026",
            "11 جمادى الآخرة 1448 هـ الموافق 22 نوفمبر 2026",
        ] {
            check(text, Some(("2026-11-22", Certainty::Sure)));
        }
        check("8 آذار 2017", Some(("2017-03-08", Certainty::Sure)));
        check("8 اب 2017", Some(("2017-08-08", Certainty::Sure)));
        check("12 جويلية 2019", Some(("2019-07-12", Certainty::Sure)));
        check("3/8/2013", Some(("2013-08-03", Certainty::DayOrMonth)));
        check("1 محرم 1446هـ", Some(("2024-07-08", Certainty::Hijri)));
    }

    #[test]
    fn what_is_no_day_is_left_alone() {
        for text in [
            "",
            "2013",
            "in 2013",
            "November 2026",
            "31 February 2026",
            "8 November",
            "1/2/3",
            "12/2026",
            "77/88/2020",
            "800 2017",
            "أب لثلاثة أطفال 2017",
            "22 شباط/نوفمبر 2026",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_range_holds_the_day_alone() {
        let text = "كتب الأحد ٢٢ نوفمبر ٢٠٢٦ في حلب، ثم 1 May 2027.";
        let found: Vec<&str> = days_in(text)
            .iter()
            .filter_map(|found| text.get(found.range.clone()))
            .collect();
        assert_eq!(found, ["٢٢ نوفمبر ٢٠٢٦", "1 May 2027"]);
    }

    proptest! {
        #[test]
        fn any_day_in_words_is_read_back(days in -100_000_i64..80_000) {
            use crate::{Digits, Lang};
            let day = Day::from_epoch(days).expect("in range");
            for (lang, digits) in [(Lang::Ar, Digits::Latin), (Lang::Ar, Digits::Arabic), (Lang::En, Digits::Latin)] {
                let text = day.in_words(lang, digits);
                prop_assert_eq!(find_day(&text).map(|found| found.day), Some(day));
            }
        }

        #[test]
        fn ranges_lie_inside_the_text(text in "([0-9٠-٩]{1,4}|[/.، -]|نوفمبر|May|th|\u{200F}|\\PC){0,20}") {
            for found in days_in(&text) {
                prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}
