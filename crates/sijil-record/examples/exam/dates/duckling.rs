//! Duckling's corpora: examples of text with their value, as Haskell source.

use jiff::civil::DateTime;
use sijil_record::date::{Date, Lean, Reference, dates, length_seconds, ordinal_value};
use sijil_record::{Span, tokens};
use sijil_text::lowercase;

use super::{Figures, Score};

/// Fridays and Marches to come: Duckling looks ahead.
fn reference(day: i8) -> Reference {
    Reference {
        now: jiff::civil::date(2013, 2, day).at(4, 30, 0, 0),
        zone_minutes: -120,
        lean: Some(Lean::Future),
    }
}

/// What the figures of named feasts are called.
pub(super) const FEASTS: &str = " (feasts)";

/// An example: how its value is written, and the texts that have it.
struct Example {
    value: String,
    texts: Vec<String>,
}

/// The figures of one corpus; named days of feasts apart, for most are of no newsroom's world.
pub(crate) fn figures(name: &str, source: &str) -> Vec<Figures> {
    let mut plain = named(name);
    let mut feasts = named(&format!("{name}{FEASTS}"));
    for (section, source) in sections(source) {
        // Readings that Duckling itself gives only when asked for doubtful ones.
        if section == "latent" || section == "negative" {
            continue;
        }
        let reference = reference(if section == "diff" { 15 } else { 12 });
        for example in examples(source) {
            let figures = if example.value.contains("Holiday") {
                &mut feasts
            } else {
                &mut plain
            };
            for text in &example.texts {
                figures.score.all += 1;
                match wrong(&example.value, text, &reference) {
                    None => figures.score.right += 1,
                    Some(said) => figures
                        .wrong
                        .push(format!("{text} | {} | {said}", example.value)),
                }
            }
        }
    }
    [plain, feasts]
        .into_iter()
        .filter(|figures| figures.score.all > 0)
        .collect()
}

fn named(name: &str) -> Figures {
    Figures {
        name: name.to_owned(),
        score: Score::default(),
        wrong: Vec::new(),
    }
}

/// Parts of the file by the corpus they define.
fn sections(source: &str) -> Vec<(&'static str, &str)> {
    let marks = [
        ("\nnegativeCorpus =", "negative"),
        ("\nlatentCorpus =", "latent"),
        ("\ndiffCorpus =", "diff"),
        ("\nallExamples =", "all"),
        ("\ndefaultCorpus =", "all"),
    ];
    let mut starts: Vec<(usize, &'static str)> = marks
        .iter()
        .filter_map(|(mark, name)| Some((source.find(mark)?, *name)))
        .collect();
    starts.sort_unstable();
    let ends = starts
        .iter()
        .skip(1)
        .map(|(at, _)| *at)
        .chain([source.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|((start, name), end)| Some((*name, source.get(*start..end)?)))
        .collect()
}

fn examples(source: &str) -> Vec<Example> {
    let source: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut found = Vec::new();
    for piece in source.split("examples (").skip(1) {
        let Some((value, rest)) = piece.split_once('[') else {
            continue;
        };
        let list = rest.split("\n             ]").next().unwrap_or(rest);
        let texts = strings(list);
        found.push(Example {
            value: value.split_whitespace().collect::<Vec<_>>().join(" "),
            texts,
        });
    }
    found
}

/// The string literals of `list`, up to the bracket that ends it.
fn strings(list: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = list.chars();
    while let Some(letter) = letters.next() {
        if letter == ']' {
            break;
        }
        if letter != '"' {
            continue;
        }
        let mut text = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => text.extend(letters.next()),
                '"' => break,
                _ => text.push(letter),
            }
        }
        found.push(text);
    }
    found
}

/// What was read instead of `value`; none if it was right.
fn wrong(value: &str, text: &str, reference: &Reference) -> Option<String> {
    let tokens = tokens(text, Span::new(0, text.len()));
    let numbers = numbers(value);
    if value.starts_with("DurationData") {
        let gold = numbers.first()? * unit_seconds(value);
        let found = length_seconds(text, &tokens);
        let is_right = found.is_some_and(|found| (found - gold).abs() < 1.0);
        return (!is_right).then(|| format!("{found:?}"));
    }
    if value.starts_with("OrdinalData") {
        let found = ordinal_value(text, &tokens);
        #[expect(clippy::cast_precision_loss, reason = "small ordinals")]
        let is_right = found
            .is_some_and(|found| (found as f64 - numbers.first().unwrap_or(&-1.0)).abs() < 0.5);
        return (!is_right).then(|| format!("{found:?}"));
    }
    let found = dates(text, &tokens, reference);
    let longest = found
        .iter()
        .max_by_key(|date| date.span.end - date.span.start);
    let is_right = longest.is_some_and(|date| is_right(value, &numbers, date));
    (!is_right).then(|| {
        longest.map_or_else(String::new, |date| {
            format!(
                "{} {:?}..{:?} {} {}",
                date.span.of(text),
                date.from,
                date.to,
                date.unit,
                date.is_single
            )
        })
    })
}

fn is_right(value: &str, numbers: &[f64], date: &Date) -> bool {
    let gold = |from: usize| moment(numbers.get(from..from + 6)?);
    let unit = value.split_whitespace().find_map(|word| {
        let unit = lowercase(word.trim_end_matches(')'));
        [
            "second", "minute", "hour", "day", "week", "month", "quarter", "year",
        ]
        .into_iter()
        .find(|known| *known == unit)
    });
    if value.contains("Interval") && !value.contains("Open") {
        return date.from == gold(0) && date.to == gold(6) && date.from.is_some();
    }
    if value.contains("OpenInterval After") {
        return date.from == gold(0) && date.to.is_none();
    }
    if value.contains("OpenInterval Before") {
        return date.to == gold(0) && date.from.is_none();
    }
    date.from == gold(0) && date.is_single && unit == Some(date.unit)
}

fn moment(numbers: &[f64]) -> Option<DateTime> {
    let [year, month, day, hour, minute, second] = numbers else {
        return None;
    };
    #[expect(clippy::cast_possible_truncation, reason = "numbers of a date")]
    let small = |number: f64| number as i8;
    #[expect(clippy::cast_possible_truncation, reason = "numbers of a date")]
    let year = *year as i16;
    DateTime::new(
        year,
        small(*month),
        small(*day),
        small(*hour),
        small(*minute),
        small(*second),
        0,
    )
    .ok()
}

fn numbers(value: &str) -> Vec<f64> {
    value
        .split(|letter: char| !letter.is_ascii_digit() && letter != '-')
        .filter_map(|word| word.parse().ok())
        .collect()
}

fn unit_seconds(value: &str) -> f64 {
    const DAY: f64 = 86_400.0;
    [
        ("Second", 1.0),
        ("Minute", 60.0),
        ("Hour", 3600.0),
        ("Day", DAY),
        ("Week", 7.0 * DAY),
        ("Month", 30.0 * DAY),
        ("Quarter", 91.0 * DAY),
        ("Year", 365.0 * DAY),
    ]
    .into_iter()
    .find(|(unit, _)| value.contains(unit))
    .map_or(1.0, |(_, seconds)| seconds)
}
