//! Parts of a picture in a fixed shape, around the point that somebody chose.

use crate::db_enum;

db_enum! {
    /// A shape in which pictures are cut.
    Shape {
        /// A card's: 3 to 2.
        Card = "card",
        /// Other sites' previews: 1.91 to 1.
        Preview = "preview",
    }
}

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 2] = [Self::Card, Self::Preview];

    /// Width and height in their smallest numbers.
    fn ratio(self) -> (u32, u32) {
        match self {
            Self::Card => (3, 2),
            Self::Preview => (191, 100),
        }
    }

    /// The widths in which it is made, in pixels.
    #[must_use]
    pub fn widths(self) -> &'static [u32] {
        match self {
            Self::Card => &[320, 480, 800],
            Self::Preview => &[1200],
        }
    }
}

/// The point of a picture that a crop keeps, in hundredths of its width and height from its upper
/// left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// From the left, 0 to 100.
    pub x: u32,
    /// From the top, 0 to 100.
    pub y: u32,
}

impl Focus {
    /// The middle, where nobody chose a point.
    pub const MIDDLE: Self = Self { x: 50, y: 50 };

    /// A point as it is stored, if it is one that somebody chose.
    #[must_use]
    pub fn chosen(x: i64, y: i64) -> Option<Self> {
        Some(Self::near(x, y)).filter(|focus| *focus != Self::MIDDLE)
    }

    /// A point as it was typed or stored; numbers outside the picture come to its edge.
    #[must_use]
    pub fn near(x: i64, y: i64) -> Self {
        let bound = |n: i64| u32::try_from(n.clamp(0, 100)).unwrap_or(50);
        Self {
            x: bound(x),
            y: bound(y),
        }
    }
}

/// A crop in one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crop {
    /// Its shape.
    pub shape: Shape,
    /// What it keeps.
    pub focus: Focus,
    /// Pixels.
    pub width: u32,
}

/// A part of a picture, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Crop {
    /// Pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        let (wide, high) = self.shape.ratio();
        (self.width * high / wide).max(1)
    }

    /// The name of its file without its ending: `card-50-30-480`.
    #[must_use]
    pub fn name(&self) -> String {
        let Focus { x, y } = self.focus;
        format!("{}-{x}-{y}-{}", self.shape.word(), self.width)
    }

    /// The crop of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut parts = name.split('-');
        let shape = Shape::try_from(parts.next()?.to_owned()).ok()?;
        let mut number = || parts.next()?.parse::<u32>().ok();
        let (x, y, width) = (number()?, number()?, number()?);
        let is_one = shape.widths().contains(&width) && x <= 100 && y <= 100;
        let crop = Self {
            shape,
            focus: Focus { x, y },
            width,
        };
        (is_one && parts.next().is_none() && crop.name() == name).then_some(crop)
    }

    /// The largest part of a picture of this size that has the shape, as near the middle of the
    /// point as the edges allow.
    #[must_use]
    pub fn part(&self, (width, height): (u32, u32)) -> Part {
        let (wide, high) = self.shape.ratio();
        let (width, height) = (width.max(1), height.max(1));
        let by_height = u64::from(height) * u64::from(wide) / u64::from(high);
        let by_width = u64::from(width) * u64::from(high) / u64::from(wide);
        let fit = |n: u64, max: u32| u32::try_from(n).unwrap_or(max).clamp(1, max);
        let (part_width, part_height) = (fit(by_height, width), fit(by_width, height));
        let begin = |whole: u32, part: u32, hundredths: u32| {
            let middle = u64::from(whole) * u64::from(hundredths) / 100;
            let begin = middle.saturating_sub(u64::from(part / 2));
            u32::try_from(begin).unwrap_or(0).min(whole - part)
        };
        Part {
            x: begin(width, part_width, self.focus.x),
            y: begin(height, part_height, self.focus.y),
            width: part_width,
            height: part_height,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crop_keeps_its_point_and_stays_inside() {
        let part = |x, y, size| {
            let crop = Crop {
                shape: Shape::Card,
                focus: Focus { x, y },
                width: 480,
            };
            let part = crop.part(size);
            (part.x, part.y, part.width, part.height)
        };
        assert_eq!(part(50, 50, (900, 600)), (0, 0, 900, 600));
        assert_eq!(part(0, 0, (1000, 600)), (0, 0, 900, 600));
        assert_eq!(part(100, 0, (1000, 600)), (100, 0, 900, 600));
        assert_eq!(part(50, 0, (600, 1000)), (0, 0, 600, 400));
        assert_eq!(part(50, 30, (600, 1000)), (0, 100, 600, 400));
        assert_eq!(part(50, 100, (600, 1000)), (0, 600, 600, 400));
        assert_eq!(part(50, 50, (1, 1)), (0, 0, 1, 1));
    }

    #[test]
    fn only_sizes_that_we_make_have_a_name() {
        let crop = Crop::named("card-50-7-480").unwrap();
        assert_eq!(crop.name(), "card-50-7-480");
        for name in [
            "card-50-7-481",
            "card-101-7-480",
            "card-050-7-480",
            "card-50-7-480-1",
            "square-1-1-480",
            "480",
        ] {
            assert_eq!(Crop::named(name), None, "{name}");
        }
    }
}
