//! Days of an English or Arabic sentence, reckoned from the day of publication.

use sijil_text::Day;

use crate::span::Span;
use crate::token::Token;

/// A day, and whether its year was inferred.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) span: Span,
    pub(super) day: Day,
    pub(super) year_inferred: bool,
}

const WEEKDAYS: &[(&str, i64)] = &[
    ("monday", 0),
    ("tuesday", 1),
    ("wednesday", 2),
    ("thursday", 3),
    ("friday", 4),
    ("saturday", 5),
    ("sunday", 6),
    ("الاثنين", 0),
    ("الثلاثاء", 1),
    ("الاربعاء", 2),
    ("الخميس", 3),
    ("الجمعه", 4),
    ("السبت", 5),
    ("الاحد", 6),
];

const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("كانون", 0),
    ("شباط", 2),
    ("فبراير", 2),
    ("اذار", 3),
    ("مارس", 3),
    ("نيسان", 4),
    ("ابريل", 4),
    ("ايار", 5),
    ("مايو", 5),
    ("حزيران", 6),
    ("يونيو", 6),
    ("تموز", 7),
    ("يوليو", 7),
    ("اغسطس", 8),
    ("ايلول", 9),
    ("سبتمبر", 9),
    ("اكتوبر", 10),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
    ("يناير", 1),
];

/// The days that `tokens` name, the latest that is not after `published`.
pub(super) fn days(tokens: &[Token], published: Day) -> Vec<Dated> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let word = token.folded.as_str();
        let back = match word {
            "today" | "اليوم" => Some(0),
            "yesterday" | "امس" => Some(1),
            _ => None,
        };
        if let Some(day) = back.and_then(|back| before(published, back)) {
            found.push(Dated {
                span: token.span,
                day,
                year_inferred: false,
            });
        }
        if let Some((_, weekday)) = WEEKDAYS.iter().find(|(name, _)| *name == word) {
            let back = (weekday_of(published) - weekday).rem_euclid(7);
            found.extend(before(published, back).map(|day| Dated {
                span: token.span,
                day,
                year_inferred: false,
            }));
        }
        found.extend(month_day(tokens, at, published));
    }
    found
}

/// "November 8", "8 November 2017", "٨ نوفمبر".
fn month_day(tokens: &[Token], at: usize, published: Day) -> Option<Dated> {
    let token = tokens.get(at)?;
    let number = |token: Option<&Token>| {
        token.and_then(|token| {
            token
                .folded
                .parse::<u16>()
                .ok()
                .map(|number| (number, token.span))
        })
    };
    let (_, month) = MONTHS
        .iter()
        .find(|(name, month)| *name == token.folded && *month > 0)?;
    let after = number(tokens.get(at + 1));
    let before = at
        .checked_sub(1)
        .and_then(|before| number(tokens.get(before)));
    let day_of = |found: Option<(u16, Span)>| found.filter(|(day, _)| (1..=31).contains(day));
    let (day, span) = day_of(before).or(day_of(after))?;
    let comma = tokens.get(at + 2).is_some_and(|token| token.folded == ",");
    let years = [
        number(tokens.get(at + 1)),
        number(tokens.get(at + 2)),
        number(tokens.get(at + 3)).filter(|_| comma),
    ];
    let year = years
        .into_iter()
        .flatten()
        .map(|(year, _)| year)
        .find(|year| (1900..2100).contains(year));
    let day = u8::try_from(day).ok()?;
    let span = token.span.join(span);
    let inferred = || {
        let this = Day::new(published.year(), *month, day).ok();
        this.filter(|day| *day <= published)
            .or_else(|| Day::new(published.year().checked_sub(1)?, *month, day).ok())
    };
    let resolved = match year {
        Some(year) => Day::new(year, *month, day).ok(),
        None => inferred(),
    };
    resolved.map(|day| Dated {
        span,
        day,
        year_inferred: year.is_none(),
    })
}

/// 0 for Monday to 6 for Sunday.
fn weekday_of(day: Day) -> i64 {
    use sijil_text::Weekday;
    match day.weekday() {
        Weekday::Monday => 0,
        Weekday::Tuesday => 1,
        Weekday::Wednesday => 2,
        Weekday::Thursday => 3,
        Weekday::Friday => 4,
        Weekday::Saturday => 5,
        Weekday::Sunday => 6,
    }
}

fn civil(day: Day) -> Option<jiff::civil::Date> {
    jiff::civil::Date::new(
        i16::try_from(day.year()).ok()?,
        i8::try_from(day.month()).ok()?,
        i8::try_from(day.day()).ok()?,
    )
    .ok()
}

fn from_civil(date: jiff::civil::Date) -> Option<Day> {
    Day::new(
        u16::try_from(date.year()).ok()?,
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    )
    .ok()
}

/// The day `back` days before `day`.
fn before(day: Day, back: i64) -> Option<Day> {
    use jiff::ToSpan as _;
    from_civil(civil(day)?.checked_sub(back.days()).ok()?)
}

/// The day a truce of `length` (ISO 8601) ends that starts on `day`; months end on their last day.
pub(super) fn end_of(day: Day, length: &str) -> Option<Day> {
    let length: jiff::Span = length.parse().ok()?;
    let start = civil(day)?.at(0, 0, 0, 0);
    from_civil(start.checked_add(length).ok()?.date())
}
