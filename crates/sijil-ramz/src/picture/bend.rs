//! How one digit is turned, sheared and waved.

use super::face::Point;
use crate::draw::Draw;
use std::f32::consts::{PI, TAU};

/// Width gained or lost for each unit of height.
const SHEAR_MAX: f32 = 0.18;

/// The bending of one digit.
pub(super) struct Bend {
    /// Radians, clockwise.
    turn: f32,
    shear: f32,
    /// Across for what goes down, and down for what goes across.
    waves: (Wave, Wave),
    /// Height against the others, about 1.
    scale: f32,
}

/// A sine: how far in units of height, how many in a height, and where it begins.
struct Wave {
    depth: f32,
    count: f32,
    start: f32,
}

impl Bend {
    /// Turned by at most `turn_max` degrees, either way.
    pub(super) fn drawn(draw: &mut Draw, turn_max: f32) -> Self {
        Self {
            turn: draw.between(-turn_max, turn_max) * PI / 180.0,
            shear: draw.between(-SHEAR_MAX, SHEAR_MAX),
            waves: (Wave::drawn(draw), Wave::drawn(draw)),
            scale: draw.between(0.92, 1.08),
        }
    }

    /// Where a point of the outline comes to lie, in pixels from the digit's middle, when the outline
    /// is `tall` pixels high.
    pub(super) fn apply(&self, (x, y): Point, tall: f32) -> Point {
        let waved = (x + self.waves.0.at(y), y + self.waves.1.at(x));
        let sheared = (waved.0 + waved.1 * self.shear, waved.1);
        let (sin, cos) = self.turn.sin_cos();
        let tall = tall * self.scale;
        (
            (sheared.0 * cos - sheared.1 * sin) * tall,
            (sheared.0 * sin + sheared.1 * cos) * tall,
        )
    }
}

impl Wave {
    fn drawn(draw: &mut Draw) -> Self {
        Self {
            depth: draw.between(0.015, 0.045),
            count: draw.between(0.9, 1.6),
            start: draw.between(0.0, TAU),
        }
    }

    fn at(&self, place: f32) -> f32 {
        self.depth * (place * self.count * TAU + self.start).sin()
    }
}
