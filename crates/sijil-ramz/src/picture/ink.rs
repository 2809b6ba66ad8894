//! A sheet with ink on it: how much of each pixel is covered.

use super::face::Contour;
use ab_glyph_rasterizer::{Rasterizer, point};

/// Above this share a pixel counts as covered.
const COVERED: f32 = 0.5;

/// A sheet, row after row, 0 for paper and 1 for ink.
#[derive(Clone)]
pub(super) struct Ink {
    width: usize,
    rows: Vec<Vec<f32>>,
}

impl Ink {
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self {
            width,
            rows: vec![vec![0.0; width]; height],
        }
    }

    /// The sheet with everything inside the contours covered. What lies off the sheet is bent onto
    /// its edge.
    pub(super) fn filled(width: usize, height: usize, contours: &[Contour]) -> Self {
        let mut rasterizer = Rasterizer::new(width, height);
        let inside = |(x, y): (f32, f32)| {
            let last = (float(width) - 1.0, float(height) - 1.0);
            point(x.clamp(0.0, last.0), y.clamp(0.0, last.1))
        };
        for contour in contours {
            let ends = contour.iter().skip(1).chain(contour.first());
            for (from, to) in contour.iter().zip(ends) {
                rasterizer.draw_line(inside(*from), inside(*to));
            }
        }
        let mut ink = Self::blank(width, height);
        rasterizer.for_each_pixel_2d(|x, y, share| {
            let row = ink.rows.get_mut(usize::try_from(y).unwrap_or(usize::MAX));
            let pixel = row.and_then(|row| row.get_mut(usize::try_from(x).unwrap_or(usize::MAX)));
            if let Some(pixel) = pixel {
                *pixel = share.min(1.0);
            }
        });
        ink
    }

    /// Lays `other` on this sheet, its corner at (`left`, `top`); what hangs over is cut off.
    pub(super) fn lay(&mut self, other: &Self, left: usize, top: usize) {
        for (row, laid) in self.rows.iter_mut().skip(top).zip(&other.rows) {
            for (pixel, covered) in row.iter_mut().skip(left).zip(laid) {
                *pixel = pixel.max(*covered);
            }
        }
    }

    /// Makes paper of ink and ink of paper wherever `other` has ink.
    pub(super) fn swap(&mut self, other: &Self) {
        for (row, swapped) in self.rows.iter_mut().zip(&other.rows) {
            for (pixel, share) in row.iter_mut().zip(swapped) {
                *pixel = *pixel * (1.0 - share) + (1.0 - *pixel) * share;
            }
        }
    }

    /// Pixels from the left to the end of the ink; 0 without ink.
    pub(super) fn right_edge(&self) -> usize {
        self.rows.iter().map(|row| last(row)).max().unwrap_or(0)
    }

    /// The sheet without the empty columns on its left.
    pub(super) fn cut_left(&self) -> Self {
        let empty = self.rows.iter().filter_map(|row| first(row)).min();
        let empty = empty.unwrap_or(0);
        let rows = self.rows.iter().map(|row| row.iter().skip(empty));
        Self {
            width: self.width.saturating_sub(empty),
            rows: rows.map(|row| row.copied().collect()).collect(),
        }
    }

    /// How far left `other` can be laid until its ink touches ours in some row.
    pub(super) fn nearest(&self, other: &Self) -> usize {
        let rows = self.rows.iter().zip(&other.rows);
        let places =
            rows.filter_map(|(ours, theirs)| Some(last(ours).saturating_sub(first(theirs)?)));
        places.max().unwrap_or(0)
    }

    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// The rows from above, each of `width` pixels.
    pub(super) fn rows(&self) -> &[Vec<f32>] {
        &self.rows
    }
}

/// The first covered pixel of a row.
fn first(row: &[f32]) -> Option<usize> {
    row.iter().position(|share| *share > COVERED)
}

/// The pixel after the last covered one; 0 for an empty row.
fn last(row: &[f32]) -> usize {
    let found = row.iter().rposition(|share| *share > COVERED);
    found.map_or(0, |at| at + 1)
}

/// A count of pixels as a length.
#[expect(clippy::cast_precision_loss, reason = "counts of pixels are small")]
pub(super) const fn float(count: usize) -> f32 {
    count as f32
}

/// A length as a count of whole pixels; 0 for less than none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and lengths are small"
)]
pub(super) const fn whole(length: f32) -> usize {
    length as usize
}
