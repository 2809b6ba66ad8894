//! Microsoft Recognizers' cases: JSON lists of inputs, each with its moment and the results expected.
//!
//! A result counts as read when its value in the future or in the past is ours. Ends of periods are
//! compared as they are and as the day before, since the cases write both.

use jiff::civil::{Date as Day, DateTime, Time};
use serde_json::Value;
use sijil_record::date::{Date, Lean, Reference, dates, length_seconds};
use sijil_record::{Span, tokens};

use super::{Figures, Score};

/// The figures of one file; none if it is no list of cases.
pub(crate) fn figures(name: &str, source: &str) -> Vec<Figures> {
    let Ok(Value::Array(cases)) = serde_json::from_str(source.trim_start_matches('\u{feff}'))
    else {
        return Vec::new();
    };
    let mut figures = Figures {
        name: name.to_owned(),
        score: Score::default(),
        wrong: Vec::new(),
    };
    for case in &cases {
        let is_out = ["NotSupported", "NotSupportedByDesign"].iter().any(|key| {
            case.get(key)
                .and_then(Value::as_str)
                .is_some_and(|who| who.contains("dotnet"))
        });
        let (Some(input), Some(results)) = (
            case.get("Input").and_then(Value::as_str),
            case.get("Results").and_then(Value::as_array),
        ) else {
            continue;
        };
        if is_out {
            continue;
        }
        let moment = case
            .pointer("/Context/ReferenceDateTime")
            .and_then(Value::as_str);
        let now = moment.and_then(|text| text.parse().ok());
        let now = now.unwrap_or_else(|| jiff::civil::date(2016, 11, 7).at(0, 0, 0, 0));
        for result in results {
            let Some(value) = result.get("Value").or_else(|| result.get("Resolution")) else {
                continue;
            };
            figures.score.all += 1;
            if is_read(input, now, result, value) {
                figures.score.right += 1;
            } else {
                figures.wrong.push(format!("{input} | {value}"));
            }
        }
    }
    vec![figures]
}

fn is_read(input: &str, now: DateTime, result: &Value, value: &Value) -> bool {
    let own = result.get("Text").and_then(Value::as_str).unwrap_or(input);
    let readings = [Lean::Future, Lean::Past].map(|lean| {
        let reference = Reference {
            now,
            zone_minutes: 0,
            lean: Some(lean),
        };
        [input, own]
            .into_iter()
            .flat_map(|text| dates(text, &tokens(text, Span::new(0, text.len())), &reference))
            .collect::<Vec<Date>>()
    });
    let sides = ["FutureResolution", "PastResolution"];
    sides.iter().filter_map(|side| value.get(side)).any(|gold| {
        let is_same = |date: &Date| agrees(gold, date);
        readings.iter().flatten().any(is_same) || is_length(gold, own)
    })
}

fn is_length(gold: &Value, text: &str) -> bool {
    let seconds = gold
        .get("duration")
        .and_then(Value::as_str)
        .and_then(|text| text.parse::<f64>().ok());
    let found = length_seconds(text, &tokens(text, Span::new(0, text.len())));
    seconds
        .zip(found)
        .is_some_and(|(gold, found)| (gold - found).abs() < 1.0)
}

fn agrees(gold: &Value, date: &Date) -> bool {
    let text = |key: &str| gold.get(key).and_then(Value::as_str);
    let is_from = |text: &str| date.from.is_some_and(|from| is_moment(text, from));
    let is_to = |text: &str| {
        let is_end = |back: i64, grain: i64| {
            date.to.is_some_and(|to| {
                let span = jiff::Span::new().seconds(-back * grain);
                to.checked_add(span).is_ok_and(|to| is_moment(text, to))
            })
        };
        is_end(0, 1) || is_end(1, 86_400) || is_end(1, 3600) || is_end(1, 60)
    };
    if let Some(day) = text("date") {
        return is_from(day) && date.is_single;
    }
    if let Some(moment) = text("dateTime").or_else(|| text("time")) {
        return is_from(moment);
    }
    let starts = ["startDate", "startDateTime", "startTime"]
        .iter()
        .find_map(|key| text(key));
    let ends = ["endDate", "endDateTime", "endTime"]
        .iter()
        .find_map(|key| text(key));
    match (starts, ends) {
        (Some(from), Some(to)) => is_from(from) && is_to(to),
        (Some(from), None) => is_from(from),
        (None, Some(to)) => is_to(to),
        (None, None) => false,
    }
}

/// Whether `text`, a day, a time or both, is this moment.
fn is_moment(text: &str, moment: DateTime) -> bool {
    let text = text.replace(' ', "T");
    let is_day = text.parse::<Day>().is_ok_and(|day| day == moment.date())
        && !text.contains('T')
        && !text.contains(':');
    let is_time =
        !text.contains('-') && text.parse::<Time>().is_ok_and(|time| time == moment.time());
    let is_both = text.contains('T') && text.parse::<DateTime>().is_ok_and(|both| both == moment);
    is_day || is_time || is_both
}
