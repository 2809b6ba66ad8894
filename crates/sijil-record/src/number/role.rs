//! Numbers that count nothing: years, ages, shares, money, calibres, times, the numbers of units.

use serde::{Deserialize, Serialize};
use sijil_text::{Calendar, month_names};

use super::Number;
use crate::token::{Kind, Token};

/// What a number does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Counts persons or things.
    Count,
    /// A year of the calendar.
    Year,
    /// A day of a month.
    Day,
    /// Somebody's age.
    Age,
    /// Money, a share, a weight, a length, a time of day.
    Measure,
    /// A length of time.
    Duration,
    /// Names a unit, a resolution, a calibre, a list's item.
    Name,
}
const MEASURES: &[&str] = &[
    "%",
    "percent",
    "per",
    "percentage",
    "mm",
    "cm",
    "km",
    "kms",
    "kilometers",
    "kilometres",
    "kilometer",
    "kilometre",
    "meters",
    "metres",
    "miles",
    "mile",
    "kg",
    "kilos",
    "kilograms",
    "tons",
    "tonnes",
    "pounds",
    "dollars",
    "dollar",
    "euros",
    "pesos",
    "degrees",
    "liters",
    "litres",
    "barrels",
    "feet",
    "gmt",
    "am",
    "pm",
    "a.m",
    "p.m",
    "hectares",
    "acres",
    "في الميه",
    "بالميه",
    "كيلومتر",
    "كيلومترا",
    "كم",
    "متر",
    "مترا",
    "امتار",
    "طن",
    "طنا",
    "اطنان",
    "دولار",
    "دولارا",
    "يورو",
    "ليره",
    "دينار",
    "ريال",
    "برميل",
    "لتر",
    "هكتار",
    "ملم",
    "كيلوغرام",
    "كغ",
    "٪",
];
const TIMES: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "ثانيه",
    "دقيقه",
    "دقايق",
    "ساعه",
    "ساعات",
    "يوم",
    "يوما",
    "ايام",
    "اسبوع",
    "اسبوعا",
    "اسابيع",
    "شهر",
    "شهرا",
    "اشهر",
    "شهور",
    "سنه",
    "سنوات",
    "سنين",
    "عام",
    "عاما",
    "اعوام",
];
const NAMING: &[&str] = &[
    "no",
    "number",
    "resolution",
    "law",
    "article",
    "route",
    "highway",
    "road",
    "channel",
    "page",
    "item",
    "radio",
    "$",
    "€",
    "£",
    "رقم",
    "القرار",
    "قرار",
    "الماده",
    "اللواء",
    "الفرقه",
    "الفوج",
];
const AGED: &[&str] = &["aged", "age", "عمره", "عمرها", "العمر", "بعمر"];

/// What `number` does among `tokens`.
pub(super) fn role(tokens: &[Token], number: &Number) -> Role {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let after = word(number.tokens.end);
    let before = number.tokens.start.checked_sub(1).map_or("", word);
    let second = number.tokens.start.checked_sub(2).map_or("", word);
    let written = tokens.get(number.tokens.start);
    let is_digits =
        number.tokens.len() == 1 && written.is_some_and(|token| token.kind == Kind::Number);
    let is_plain = written.is_some_and(|token| !token.folded.contains([',', '.', '٬', '٫']));
    let is_year = is_digits && is_plain && (1900.0..2100.0).contains(&number.value);
    let is_month = |name: &str| {
        let is_it = |other: &str, calendar| other == name && calendar == Calendar::Gregorian;
        month_names().any(|(other, _, calendar)| is_it(other, calendar))
    };
    // Some months have names of two words.
    let next = word(number.tokens.end + 1);
    let follows_month = is_digits && (is_month(before) || is_month(&format!("{second} {before}")));
    let precedes_month = is_digits && (is_month(after) || is_month(&format!("{after} {next}")));
    let is_dated = matches!(
        before,
        "in" | "since" | "until" | "of" | "year" | "عام" | "سنه" | "العام" | "منذ" | "في"
    ) || follows_month
        || precedes_month
        || is_month(second);
    if is_year && (is_dated || after.is_empty() || !after.starts_with(char::is_alphabetic)) {
        return Role::Year;
    }
    if is_digits && number.value <= 31.0 && (follows_month || precedes_month) {
        return Role::Day;
    }
    let is_hyphenated = after == "-" && word(number.tokens.end + 1).starts_with("year");
    if AGED.contains(&before) || is_hyphenated {
        return Role::Age;
    }
    if after == ":" && word(number.tokens.end + 1).starts_with(|c: char| c.is_ascii_digit()) {
        return Role::Measure;
    }
    if MEASURES.contains(&after) || matches!(before, "$" | "€" | "£") {
        return Role::Measure;
    }
    if TIMES.contains(&after) {
        let is_age = matches!(word(number.tokens.end + 1), "old" | "of age" | "من");
        return if is_age { Role::Age } else { Role::Duration };
    }
    if NAMING.contains(&before) || (before == "." && second == "no") {
        return Role::Name;
    }
    Role::Count
}
