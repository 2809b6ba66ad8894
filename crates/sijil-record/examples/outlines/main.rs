//! Distils the outlines that the record's maps are drawn on: `outlines COUNTRIES.json OUT.txt`.
//!
//! In: countries of Natural Earth as `TopoJSON` (world-atlas). Out: a line for each piece of coast (`c`)
//! or border (`b`), its points in hundredths of a degree, east then north, each but the first as
//! the step from the one before. A border between two countries stands there once.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a chore that says what it made on the terminal, over a file whose form is pinned"
)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Hundredths of a degree: about 1.1 km, finer than the source.
const PER_DEGREE: f64 = 100.0;
/// How far a left-out point may lie from the line, in hundredths of a degree.
const TOLERANCE: f64 = 1.5;

type Point = (i64, i64);

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let from = args.next().context("which TopoJSON?")?;
    let to = args.next().context("which file is to be written?")?;
    let text = fs::read_to_string(&from).with_context(|| format!("read {from}"))?;
    let atlas: Value = serde_json::from_str(&text).context("read the TopoJSON")?;
    let uses = uses(&atlas["objects"]["countries"]["geometries"]);
    let mut lines = String::new();
    let mut count = 0;
    for (index, arc) in list(&atlas["arcs"]).iter().enumerate() {
        let kind = match uses.get(&index) {
            Some(1) => 'c',
            Some(_) => 'b',
            None => continue,
        };
        let points = simplified(&points(arc, &atlas["transform"]));
        if points.len() < 2 {
            continue;
        }
        count += points.len();
        lines.push(kind);
        let mut before = (0, 0);
        for (east, north) in points {
            write!(lines, " {} {}", east - before.0, north - before.1)?;
            before = (east, north);
        }
        lines.push('\n');
    }
    fs::write(&to, &lines).with_context(|| format!("write {to}"))?;
    println!("{count} points, {} bytes", lines.len());
    Ok(())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// How many countries each piece of line belongs to.
fn uses(countries: &Value) -> HashMap<usize, usize> {
    let mut uses = HashMap::new();
    let mut open: Vec<&Value> = list(countries).iter().map(|one| &one["arcs"]).collect();
    while let Some(value) = open.pop() {
        if let Some(index) = value.as_i64() {
            // A piece that is walked backwards is written as its complement.
            let index = if index < 0 { !index } else { index };
            *uses
                .entry(usize::try_from(index).unwrap_or_default())
                .or_default() += 1;
        }
        open.extend(list(value));
    }
    uses
}

/// The points of a piece, in hundredths of a degree.
#[expect(
    clippy::cast_possible_truncation,
    reason = "hundredths of degrees are far below 2^53"
)]
fn points(arc: &Value, transform: &Value) -> Vec<Point> {
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let (scale, origin) = (&transform["scale"], &transform["translate"]);
    let (mut x, mut y) = (0.0, 0.0);
    let mut found: Vec<Point> = Vec::new();
    for step in list(arc) {
        x += number(&step[0]);
        y += number(&step[1]);
        let degrees = |of: f64, at: usize| of * number(&scale[at]) + number(&origin[at]);
        let point = (
            (degrees(x, 0) * PER_DEGREE).round() as i64,
            (degrees(y, 1) * PER_DEGREE).round() as i64,
        );
        if found.last() != Some(&point) {
            found.push(point);
        }
    }
    found
}

/// The line with fewer points (Douglas and Peucker, 1973).
fn simplified(line: &[Point]) -> Vec<Point> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return vec![];
    };
    let inner = line
        .iter()
        .enumerate()
        .skip(1)
        .take(line.len().saturating_sub(2));
    let farthest = inner
        .map(|(at, point)| (at, distance(*point, *first, *last)))
        .max_by(|one, other| one.1.total_cmp(&other.1));
    match farthest {
        Some((at, far)) if far > TOLERANCE => {
            let mut kept = simplified(&line[..=at]);
            kept.pop();
            kept.extend(simplified(&line[at..]));
            kept
        }
        _ => vec![*first, *last],
    }
}

/// How far a point lies from the piece of line between two others.
#[expect(
    clippy::cast_precision_loss,
    reason = "hundredths of degrees are far below 2^53"
)]
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = ((to.0 - from.0) as f64, (to.1 - from.1) as f64);
    let (px, py) = ((point.0 - from.0) as f64, (point.1 - from.1) as f64);
    let length = dx.mul_add(dx, dy * dy);
    if length == 0.0 {
        return px.hypot(py);
    }
    let along = (px.mul_add(dx, py * dy) / length).clamp(0.0, 1.0);
    (px - along * dx).hypot(py - along * dy)
}
