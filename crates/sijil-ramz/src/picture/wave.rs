//! The band that runs across the whole picture, in which ink and paper change places.

use super::face::{Contour, Point};
use super::ink::float;
use crate::draw::Draw;
use std::f32::consts::TAU;

/// Straight pieces that a wave is made of.
const PIECES: u16 = 80;

/// What lies between two waves, from edge to edge. They cross now and then. People read on across its
/// border and hardly notice; programs that look for dark letters on light lose them there.
///
/// `waves` is how often, about, each goes up and down across the picture.
pub(super) fn band(draw: &mut Draw, width: usize, height: usize, waves: f32) -> Contour {
    let (width, height) = (float(width), float(height));
    let upper = wave(draw, width, height, waves);
    let lower = wave(draw, width, height, waves);
    upper.into_iter().chain(lower.into_iter().rev()).collect()
}

/// A sine through the middle part of the picture, from edge to edge.
fn wave(draw: &mut Draw, width: f32, height: f32, waves: f32) -> Vec<Point> {
    let from = height * draw.between(0.32, 0.68);
    let to = height * draw.between(0.32, 0.68);
    let depth = height * draw.between(0.1, 0.22);
    let count = waves * draw.between(0.7, 1.3);
    let start = draw.between(0.0, TAU);
    let shares = (0..=PIECES).map(|piece| f32::from(piece) / f32::from(PIECES));
    let point = |share: f32| {
        let swing = depth * (share * count * TAU + start).sin();
        (width * share, from + (to - from) * share + swing)
    };
    shares.map(point).collect()
}
