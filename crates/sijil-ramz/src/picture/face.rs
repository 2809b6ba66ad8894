//! The outlines of the ten digits in three faces.

use crate::draw::Draw;
use ttf_parser::{Face, OutlineBuilder};

/// A point: to the right, and down.
pub(super) type Point = (f32, f32);
/// A closed line of short straight pieces.
pub(super) type Contour = Vec<Point>;

/// Digits only; where they come from is told beside them.
const FACES: [&[u8]; 3] = [
    include_bytes!("../../data/fonts/typewriter.ttf"),
    include_bytes!("../../data/fonts/slab.ttf"),
    include_bytes!("../../data/fonts/round.ttf"),
];

/// Straight pieces that each line or curve is cut into, so that a wave can bend it.
const PIECES: u16 = 8;

/// The outline of `letter` in a face drawn by lot: one unit tall, its middle at (0, 0).
/// Empty for what is no digit.
pub(super) fn outline(letter: char, draw: &mut Draw) -> Vec<Contour> {
    let lot = draw.below(6);
    let bytes = match lot % faces_of(letter) {
        0 => FACES[0],
        1 => FACES[1],
        _ => FACES[2],
    };
    let mut pen = Pen::default();
    let Ok(face) = Face::parse(bytes, 0) else {
        return Vec::new();
    };
    let glyph = face.glyph_index(letter).unwrap_or_default();
    let Some(bounds) = face.outline_glyph(glyph, &mut pen) else {
        return Vec::new();
    };
    let tall = f32::from(bounds.height());
    let middle_x = f32::from(bounds.x_min) + f32::from(bounds.width()) / 2.0;
    let middle_y = f32::from(bounds.y_min) + tall / 2.0;
    for point in pen.contours.iter_mut().flatten() {
        *point = ((point.0 - middle_x) / tall, (middle_y - point.1) / tall);
    }
    pen.contours
}

/// How many of the faces lend a digit: the 1 of the last has no foot, and could pass for a 7.
const fn faces_of(letter: char) -> u32 {
    if letter == '1' { 2 } else { 3 }
}

/// Cuts curves into pieces while the outline is read.
#[derive(Default)]
struct Pen {
    contours: Vec<Contour>,
    at: Point,
}

impl Pen {
    /// Follows `curve` from 0 to 1, in pieces.
    fn follow(&mut self, end: Point, curve: impl Fn(f32) -> Point) {
        if let Some(contour) = self.contours.last_mut() {
            let steps = (1..=PIECES).map(|step| f32::from(step) / f32::from(PIECES));
            contour.extend(steps.map(curve));
        }
        self.at = end;
    }
}

/// The point a share `t` of the way from one to the other.
fn between(from: Point, to: Point, t: f32) -> Point {
    (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t)
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        self.contours.push(vec![self.at]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let from = self.at;
        self.follow((x, y), |t| between(from, (x, y), t));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (from, control, end) = (self.at, (x1, y1), (x, y));
        // De Casteljau's construction.
        self.follow(end, |t| {
            between(between(from, control, t), between(control, end, t), t)
        });
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (from, first, second, end) = (self.at, (x1, y1), (x2, y2), (x, y));
        self.follow(end, |t| {
            let middle = between(first, second, t);
            let before = between(between(from, first, t), middle, t);
            let after = between(middle, between(second, end, t), t);
            between(before, after, t)
        });
    }

    fn close(&mut self) {
        if let Some(start) = self.contours.last().and_then(|contour| contour.first()) {
            let start = *start;
            self.line_to(start.0, start.1);
        }
    }
}
