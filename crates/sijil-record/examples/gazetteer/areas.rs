//! Where an area's middle is: the centroid of its outline, or of the hull round its towns.

use std::collections::HashMap;

use serde_json::Value;

/// Degrees east and north.
pub(crate) type Point = (f64, f64);

/// The centroid of the hull round `points`; their mean when the hull has no area.
pub(crate) fn middle(points: &[Point]) -> Point {
    let hull = hull(points);
    centroid(&hull).map_or_else(|| mean(points), |(at, _)| at)
}

fn mean(points: &[Point]) -> Point {
    let count = points.len().max(1) as f64;
    let (x, y) = points
        .iter()
        .fold((0.0, 0.0), |(x, y), point| (x + point.0, y + point.1));
    (x / count, y / count)
}

/// Centroid and area of a ring, the shoelace way; none when it has no area.
fn centroid(ring: &[Point]) -> Option<(Point, f64)> {
    let mut doubled = 0.0;
    let (mut x, mut y) = (0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let cross = a.0 * b.1 - b.0 * a.1;
        doubled += cross;
        x += (a.0 + b.0) * cross;
        y += (a.1 + b.1) * cross;
    }
    let has_area = doubled.abs() > 1e-9;
    has_area.then(|| ((x / (3.0 * doubled), y / (3.0 * doubled)), doubled.abs()))
}

/// The convex hull, by the monotone chain of A. Andrew (1979).
fn hull(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    let chain = |points: &mut dyn Iterator<Item = Point>| {
        let mut kept: Vec<Point> = Vec::new();
        for point in points {
            while let [.., a, b] = kept[..] {
                let turn = (b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0);
                if turn > 0.0 {
                    break;
                }
                kept.pop();
            }
            kept.push(point);
        }
        kept.pop();
        kept
    };
    let mut ring = chain(&mut sorted.iter().copied());
    ring.extend(chain(&mut sorted.iter().rev().copied()));
    ring
}

/// The middle of each country's largest piece of land, by ISO 3166 number.
pub(crate) fn countries(outlines: &Value) -> HashMap<u32, Point> {
    let arcs = arcs(outlines);
    let shapes = outlines["objects"]["countries"]["geometries"].as_array();
    shapes
        .into_iter()
        .flatten()
        .filter_map(|shape| {
            let id = shape["id"].as_str()?.parse().ok()?;
            let rings = match shape["type"].as_str()? {
                "Polygon" => vec![&shape["arcs"][0]],
                _ => shape["arcs"]
                    .as_array()?
                    .iter()
                    .map(|piece| &piece[0])
                    .collect(),
            };
            let largest = rings
                .into_iter()
                .filter_map(|ring| centroid(&line(ring, &arcs)))
                .max_by(|a, b| a.1.total_cmp(&b.1))?;
            Some((id, largest.0))
        })
        .collect()
}

/// The arcs with their steps added up, in degrees. `TopoJSON`, section 2.1.3.
fn arcs(outlines: &Value) -> Vec<Vec<Point>> {
    let number = |value: &Value| value.as_f64().unwrap_or(0.0);
    let (scale, shift) = (
        &outlines["transform"]["scale"],
        &outlines["transform"]["translate"],
    );
    let arcs = outlines["arcs"].as_array();
    arcs.into_iter()
        .flatten()
        .map(|arc| {
            let (mut x, mut y) = (0.0, 0.0);
            let steps = arc.as_array().into_iter().flatten();
            steps
                .map(|step| {
                    x += number(&step[0]);
                    y += number(&step[1]);
                    (
                        x * number(&scale[0]) + number(&shift[0]),
                        y * number(&scale[1]) + number(&shift[1]),
                    )
                })
                .collect()
        })
        .collect()
}

/// A ring's arcs in a row; a negative number is that arc backwards.
fn line(ring: &Value, arcs: &[Vec<Point>]) -> Vec<Point> {
    let mut points = Vec::new();
    for number in ring
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_i64)
    {
        let at = if number < 0 { !number } else { number };
        let Some(arc) = usize::try_from(at).ok().and_then(|at| arcs.get(at)) else {
            continue;
        };
        if number < 0 {
            points.extend(arc.iter().rev());
        } else {
            points.extend(arc);
        }
    }
    points
}
