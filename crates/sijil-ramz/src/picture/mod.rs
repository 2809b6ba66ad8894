//! The code as a picture: digits of three faces, each turned, sheared and waved by itself, pushed
//! together until they touch, with a waving band through them in which ink and paper change places.
//!
//! Cutting a picture into letters is what programs are bad at and people are good at; so the digits
//! touch, and there are no specks of noise, which trouble people only (`docs/decisions/0011`).

mod bend;
mod face;
mod ink;
mod palette;
mod wave;

use crate::Level;
use crate::draw::Draw;
use bend::Bend;
use ink::Ink;

/// Pixels across: twice what the page shows, for sharp screens.
const WIDTH: usize = 440;
/// Pixels down.
const HEIGHT: usize = 160;
/// Pixels on the left and right that digits keep clear of.
const MARGIN: usize = 12;
/// Pixels of the square that one digit is drawn on before it is placed.
const CELL: usize = 160;
/// Degrees that a digit is turned at most. A 6 would have to turn by more than 90 to be taken for a 9.
const TURN_MAX: f32 = 18.0;
/// How often digits that are too wide together are made smaller, by a twentieth each time.
const SHRINKS_MAX: u32 = 8;

/// The picture of `code` as a PNG. All that is left to chance is drawn from `seed`.
pub(crate) fn png(code: &str, level: Level, seed: [u8; 32]) -> Vec<u8> {
    let mut draw = Draw::new(seed, b"picture");
    let digits: Vec<Digit> = code
        .chars()
        .map(|letter| Digit::drawn(letter, &mut draw))
        .collect();
    let toil = Toil::of(level);
    let mut ink = line_of(&digits, &toil, &mut draw);
    let band = wave::band(&mut draw, WIDTH, HEIGHT, toil.waves);
    ink.swap(&Ink::filled(WIDTH, HEIGHT, &[band]));
    palette::png(&ink)
}

/// What makes a picture hard, for programs more than for people. The figures were settled by looking at
/// sixty pictures of each level, and by what two readers of text made of them: `docs/decisions/0011`.
struct Toil {
    /// Pixels that a digit is pushed into the one before it, where they are nearest.
    overlap: usize,
    /// Pixels at most by which a digit reaches under or over the one before: a 4 that slips under the
    /// roof of a 7 cannot be read.
    nesting_max: usize,
    /// How often, about, the borders of the band go up and down across the picture.
    waves: f32,
}

impl Toil {
    const fn of(level: Level) -> Self {
        match level {
            Level::Calm => Self {
                overlap: 2,
                nesting_max: 5,
                waves: 1.3,
            },
            Level::Normal => Self {
                overlap: 3,
                nesting_max: 7,
                waves: 1.7,
            },
            Level::Busy | Level::Siege => Self {
                overlap: 4,
                nesting_max: 7,
                waves: 1.9,
            },
        }
    }
}

/// A digit and how it is bent.
struct Digit {
    /// A 1 or a 7, which pass for each other when they lean far or stand under one another.
    is_slender: bool,
    outline: Vec<face::Contour>,
    bend: Bend,
    /// Pixels below or above the middle.
    sink: f32,
}

impl Digit {
    fn drawn(letter: char, draw: &mut Draw) -> Self {
        let is_slender = matches!(letter, '1' | '7');
        let turn_max = if is_slender { 9.0 } else { TURN_MAX };
        Self {
            is_slender,
            outline: face::outline(letter, draw),
            bend: Bend::drawn(draw, turn_max),
            sink: draw.between(-9.0, 9.0),
        }
    }

    /// The digit alone, in the middle of its cell, its outline `tall` pixels high before it is bent.
    fn ink(&self, tall: f32) -> Ink {
        let bent: Vec<face::Contour> = self
            .outline
            .iter()
            .map(|contour| {
                let points = contour.iter().map(|point| self.bend.apply(*point, tall));
                points
                    .map(|point| (point.0 + 80.0, point.1 + 80.0 + self.sink))
                    .collect()
            })
            .collect();
        Ink::filled(CELL, HEIGHT, &bent)
    }
}

/// The digits in a line, touching, as tall as fits, somewhere near the middle.
fn line_of(digits: &[Digit], toil: &Toil, draw: &mut Draw) -> Ink {
    let mut tall = draw.between(96.0, 106.0);
    let mut line = pushed_together(digits, toil, tall);
    for _ in 0..SHRINKS_MAX {
        if line.right_edge() <= WIDTH - 2 * MARGIN {
            break;
        }
        tall *= 0.95;
        line = pushed_together(digits, toil, tall);
    }
    let spare = (WIDTH - 2 * MARGIN).saturating_sub(line.right_edge());
    let share = draw.between(0.3, 0.7);
    let start = MARGIN + ink::whole(ink::float(spare) * share);
    let mut whole = Ink::blank(WIDTH, HEIGHT);
    whole.lay(&line, start, 0);
    whole
}

/// The digits from the left edge on, each a little into the ink of those before it.
fn pushed_together(digits: &[Digit], toil: &Toil, tall: f32) -> Ink {
    let mut line = Ink::blank(CELL * digits.len().max(1), HEIGHT);
    let mut was_slender = false;
    for digit in digits {
        let is_apart = digit.is_slender || was_slender;
        was_slender = digit.is_slender;
        let nesting = if is_apart { 0 } else { toil.nesting_max };
        let ink = digit.ink(tall).cut_left();
        let touching = line.nearest(&ink).saturating_sub(toil.overlap);
        let nested = line.right_edge().saturating_sub(nesting);
        let at = touching.max(nested);
        line.lay(&ink, at, 0);
    }
    line
}
