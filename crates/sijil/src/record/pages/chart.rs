//! How a count moved over time: a drawing made here, beside the table that says the same.

use sijil_text::{Day, Lang};

use super::tell::Telling;
use crate::web::Part;

/// The drawing's width and height in its own units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 260.0;
/// Room for the numbers at the side and the days below.
const SIDE: f64 = 56.0;
const FOOT: f64 = 34.0;
const HEAD: f64 = 14.0;
/// Counters that have a shape of their own.
const SHAPES: usize = 6;
/// Lines across.
const STEPS: i64 = 4;

/// A figure on the day on which it was said.
pub(super) struct Mark {
    /// Who counts.
    pub(super) series: String,
    /// The day.
    pub(super) day: Day,
    /// The number that was said: the lower bound, or the upper where there is no other.
    pub(super) said: i64,
    /// At least so many.
    pub(super) low: i64,
    /// At most so many.
    pub(super) high: i64,
    /// The same in words.
    pub(super) about: String,
}

/// The drawing.
pub(super) struct Chart {
    /// What it shows, for who does not see it.
    pub(super) about: String,
    /// The counters, each with the number of its shape, its line and its marks.
    pub(super) series: Vec<Series>,
    /// The height of each line across, and its number.
    pub(super) across: Vec<(String, String)>,
    /// Where each day stands, and its name.
    pub(super) days: Vec<(String, String)>,
    /// Where the numbers stand.
    pub(super) numbers_at: String,
    /// The ends of the lines across.
    pub(super) ends: (String, String),
}

/// A counter.
pub(super) struct Series {
    /// Who.
    pub(super) name: String,
    /// The number of its shape.
    pub(super) shape: usize,
    /// Its figures as steps, an SVG path.
    pub(super) line: String,
    /// Each figure.
    pub(super) marks: Vec<Point>,
}

/// A figure as it is drawn.
pub(super) struct Point {
    /// How far across.
    pub(super) x: String,
    /// The height of the number that was said.
    pub(super) y: String,
    /// The top of its bar.
    pub(super) top: String,
    /// The bottom of its bar.
    pub(super) bottom: String,
    /// Who says it, the number and the day.
    pub(super) about: String,
}

/// Draws figures; nothing for fewer than two.
pub(super) fn chart(telling: &Telling, marks: &[Mark]) -> Option<Chart> {
    let first = marks.iter().map(|mark| mark.day).min()?;
    let last = marks.iter().map(|mark| mark.day).max()?;
    let most = marks.iter().map(|mark| mark.high).max()?;
    if marks.len() < 2 || most == 0 {
        return None;
    }
    let top = rounded(most);
    let days = last.days_since(first).max(1);
    let is_mirrored = telling.lang() == Lang::Ar;
    let x = |day: Day| {
        let part = real(day.days_since(first)) / real(days);
        let inside = SIDE + 12.0 + part * (WIDTH - SIDE - 36.0);
        if is_mirrored { WIDTH - inside } else { inside }
    };
    let y = |number: i64| HEIGHT - FOOT - real(number) / real(top) * (HEIGHT - FOOT - HEAD);
    let series = drawn(marks, x, y);
    let across = (0..=STEPS).map(|step| {
        let number = top / STEPS * step;
        (format!("{:.1}", y(number)), telling.number(number))
    });
    let mut named = vec![first];
    if last != first {
        named.push(last);
    }
    let ends = if is_mirrored {
        ("8".to_owned(), format!("{:.0}", WIDTH - SIDE))
    } else {
        (format!("{SIDE:.0}"), format!("{:.0}", WIDTH - 8.0))
    };
    let (from, to) = (telling.day(first), telling.day(last));
    let parts = [("from", Part::Text(&from)), ("to", Part::Text(&to))];
    Some(Chart {
        about: telling.say().fill("record-chart-about", &parts),
        series,
        across: across.collect(),
        days: named
            .into_iter()
            .map(|day| (format!("{:.1}", x(day)), telling.day(day)))
            .collect(),
        numbers_at: if is_mirrored {
            format!("{:.0}", WIDTH - SIDE / 2.0)
        } else {
            format!("{:.0}", SIDE / 2.0)
        },
        ends,
    })
}

/// The figures of each counter as a line of steps: a figure holds until the counter gives another.
fn drawn(marks: &[Mark], x: impl Fn(Day) -> f64, y: impl Fn(i64) -> f64) -> Vec<Series> {
    let mut series: Vec<Series> = Vec::new();
    let mut levels: Vec<f64> = Vec::new();
    for mark in marks {
        let (at, said) = (x(mark.day), y(mark.said));
        let found = series.iter().position(|one| one.name == mark.series);
        let index = found.unwrap_or(series.len());
        if found.is_none() {
            series.push(Series {
                name: mark.series.clone(),
                shape: index % SHAPES,
                line: String::new(),
                marks: vec![],
            });
            levels.push(said);
        }
        let (Some(one), Some(level)) = (series.get_mut(index), levels.get_mut(index)) else {
            continue;
        };
        if one.line.is_empty() {
            one.line = format!("M{at:.1} {said:.1}");
        } else {
            one.line = format!("{} L{at:.1} {level:.1} L{at:.1} {said:.1}", one.line);
        }
        *level = said;
        one.marks.push(Point {
            x: format!("{at:.1}"),
            y: format!("{said:.1}"),
            top: format!("{:.1}", y(mark.high)),
            bottom: format!("{:.1}", y(mark.low)),
            about: mark.about.clone(),
        });
    }
    series
}

/// The next number that lines across divide evenly and people read easily.
fn rounded(most: i64) -> i64 {
    let mut unit = 1_i64;
    while unit.saturating_mul(10 * STEPS) < most {
        unit = unit.saturating_mul(10);
    }
    let step = [1, 2, 5, 10]
        .into_iter()
        .map(|times| unit.saturating_mul(times))
        .find(|step| step.saturating_mul(STEPS) >= most);
    step.unwrap_or(most).saturating_mul(STEPS)
}

/// A count for drawing.
#[expect(
    clippy::cast_precision_loss,
    reason = "a drawing of 640 units shows no difference above 2^53"
)]
fn real(number: i64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn the_lines_across_have_round_numbers_and_reach_above_the_highest() {
        for (most, top) in [
            (1, 4),
            (4, 4),
            (9, 20),
            (41, 80),
            (66, 80),
            (18_740, 20_000),
        ] {
            assert_eq!(rounded(most), top, "{most}");
        }
    }
}
