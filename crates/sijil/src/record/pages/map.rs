//! A map, drawn here as SVG: outlines of Natural Earth, a mark for each place, no tiles, no script.

use std::fmt::Write as _;
use std::sync::OnceLock;

/// Coasts and borders as `crates/sijil-record/examples/outlines` distils them.
const OUTLINES: &str = include_str!("../../../assets/map/outlines.txt");
/// Hundredths of a degree, the unit of that file.
const PER_DEGREE: f64 = 100.0;
/// The drawing's width in its own units; its height follows from what it shows.
const WIDTH: f64 = 800.0;
const HEIGHT_MIN: f64 = 360.0;
const HEIGHT_MAX: f64 = 720.0;
/// Degrees that a map shows at least: a town with the country around it.
const SPAN_MIN: f64 = 1.6;
/// Room around the outermost marks, as a part of the span.
const MARGIN: f64 = 0.16;
/// Height of a name and width of a letter, in units of the drawing.
const NAME_HEIGHT: f64 = 18.0;
const LETTER_WIDTH: f64 = 9.0;
/// Shapes that tell holders apart beside their colours.
pub(super) const SHAPES: usize = 6;

/// A place to be shown.
pub(super) struct Spot {
    /// Its name.
    pub(super) name: String,
    /// Degrees north.
    pub(super) lat: f64,
    /// Degrees east.
    pub(super) lon: f64,
    /// The number of its shape.
    pub(super) shape: usize,
    /// Whether it is disputed who holds it.
    pub(super) is_contested: bool,
    /// Its page.
    pub(super) href: String,
    /// What is said when it is pointed at.
    pub(super) about: String,
}

/// A drawn map.
pub(super) struct Map {
    /// Its height; it is [`WIDTH`] wide.
    pub(super) height: String,
    /// Coasts, an SVG path.
    pub(super) coasts: String,
    /// Borders, an SVG path.
    pub(super) borders: String,
    /// Degrees of latitude and longitude, an SVG path.
    pub(super) grid: String,
    /// The marks.
    pub(super) marks: Vec<Drawn>,
}

/// A mark on a map.
pub(super) struct Drawn {
    /// Where, for `translate`.
    pub(super) at: String,
    /// The number of its shape.
    pub(super) shape: usize,
    /// Whether it is disputed.
    pub(super) is_contested: bool,
    /// Its page.
    pub(super) href: String,
    /// What is said of it.
    pub(super) about: String,
    /// Its name, where there is room: place of its start or end, and which of them.
    pub(super) name: Option<(String, String, &'static str)>,
    /// The name itself.
    pub(super) label: String,
}

/// The SVG path of a shape around nothing, 16 units wide: each actor has one of six.
#[must_use]
pub(crate) fn shape(number: usize) -> &'static str {
    match number % SHAPES {
        0 => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z",
        1 => "M-5.5 -5.5H5.5V5.5H-5.5Z",
        2 => "M0 -7L6.5 5H-6.5Z",
        3 => "M0 -7.5L7.5 0L0 7.5L-7.5 0Z",
        4 => "M-6.5 -5H6.5L0 7Z",
        _ => "M-2 -7H2V-2H7V2H2V7H-2V2H-7V-2H-2Z",
    }
}

struct Line {
    is_coast: bool,
    points: Vec<(f64, f64)>,
    /// West, south, east, north.
    bounds: (f64, f64, f64, f64),
}

/// The outlines, read once.
fn lines() -> &'static [Line] {
    static LINES: OnceLock<Vec<Line>> = OnceLock::new();
    LINES.get_or_init(|| OUTLINES.lines().map(line).collect())
}

fn line(written: &str) -> Line {
    let mut words = written.split(' ');
    let is_coast = words.next() == Some("c");
    let mut numbers = words.filter_map(|word| word.parse::<f64>().ok());
    let (mut east, mut north) = (0.0, 0.0);
    let mut points = Vec::new();
    let mut bounds = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    while let (Some(x), Some(y)) = (numbers.next(), numbers.next()) {
        east += x;
        north += y;
        let (lon, lat) = (east / PER_DEGREE, north / PER_DEGREE);
        bounds = (
            bounds.0.min(lon),
            bounds.1.min(lat),
            bounds.2.max(lon),
            bounds.3.max(lat),
        );
        points.push((lon, lat));
    }
    Line {
        is_coast,
        points,
        bounds,
    }
}

/// What a map shows: west, south, east, north, and how wide a degree of longitude is there.
struct View {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    squeeze: f64,
    scale: f64,
    height: f64,
}

impl View {
    /// Around some spots; nothing without one.
    fn around(spots: &[Spot]) -> Option<Self> {
        let least = |of: fn(&Spot) -> f64| spots.iter().map(of).reduce(f64::min);
        let most = |of: fn(&Spot) -> f64| spots.iter().map(of).reduce(f64::max);
        let (mut west, mut east) = (least(|spot| spot.lon)?, most(|spot| spot.lon)?);
        let (mut south, mut north) = (least(|spot| spot.lat)?, most(|spot| spot.lat)?);
        let squeeze = ((south + north) / 2.0).to_radians().cos().max(0.2);
        let wide = ((east - west) * squeeze).max(SPAN_MIN) * (1.0 + 2.0 * MARGIN) / squeeze;
        let high = (north - south).max(SPAN_MIN * 0.6) * (1.0 + 2.0 * MARGIN);
        let middle = ((west + east) / 2.0, (south + north) / 2.0);
        let ratio = (high / (wide * squeeze)).clamp(HEIGHT_MIN / WIDTH, HEIGHT_MAX / WIDTH);
        let wide = wide.max(high / ratio / squeeze);
        let high = wide * squeeze * ratio;
        (west, east) = (middle.0 - wide / 2.0, middle.0 + wide / 2.0);
        (south, north) = (middle.1 - high / 2.0, middle.1 + high / 2.0);
        Some(Self {
            west,
            south,
            east,
            north,
            squeeze,
            scale: WIDTH / (wide * squeeze),
            height: WIDTH * ratio,
        })
    }

    /// Equirectangular, true along the middle of what is shown.
    fn at(&self, lon: f64, lat: f64) -> (f64, f64) {
        (
            (lon - self.west) * self.squeeze * self.scale,
            (self.north - lat) * self.scale,
        )
    }

    fn meets(&self, (west, south, east, north): (f64, f64, f64, f64)) -> bool {
        west <= self.east && east >= self.west && south <= self.north && north >= self.south
    }

    /// The pieces of all coasts, or of all borders, that it shows.
    fn outline(&self, is_coast: bool) -> String {
        let mut path = String::new();
        let shown = lines()
            .iter()
            .filter(|line| line.is_coast == is_coast && self.meets(line.bounds));
        for line in shown {
            let mut is_open = false;
            for (from, to) in line.points.iter().zip(line.points.iter().skip(1)) {
                let bounds = (
                    from.0.min(to.0),
                    from.1.min(to.1),
                    from.0.max(to.0),
                    from.1.max(to.1),
                );
                if !self.meets(bounds) {
                    is_open = false;
                    continue;
                }
                if !is_open {
                    point(&mut path, 'M', self.at(from.0, from.1));
                    is_open = true;
                }
                point(&mut path, 'L', self.at(to.0, to.1));
            }
        }
        path
    }

    /// A line for each degree, or each five or ten where that would be many.
    fn grid(&self) -> String {
        let span = (self.east - self.west).max(self.north - self.south);
        let step = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0]
            .into_iter()
            .find(|step| span / step <= 8.0)
            .unwrap_or(30.0);
        let mut path = String::new();
        let mut lon = (self.west / step).ceil() * step;
        while lon < self.east {
            let (x, _) = self.at(lon, self.north);
            let _ = write!(path, "M{x:.1} 0V{:.0}", self.height);
            lon += step;
        }
        let mut lat = (self.south / step).ceil() * step;
        while lat < self.north {
            let (_, y) = self.at(self.west, lat);
            let _ = write!(path, "M0 {y:.1}H{WIDTH:.0}");
            lat += step;
        }
        path
    }
}

fn point(path: &mut String, kind: char, (x, y): (f64, f64)) {
    // A text takes whatever is written to it.
    let _ = write!(path, "{kind}{x:.1} {y:.1}");
}

/// Draws a map around some places; nothing without one.
pub(super) fn map(spots: &[Spot]) -> Option<Map> {
    let view = View::around(spots)?;
    let mut taken: Vec<(f64, f64, f64, f64)> = spots
        .iter()
        .map(|spot| {
            let (x, y) = view.at(spot.lon, spot.lat);
            (x - 8.0, y - 8.0, x + 8.0, y + 8.0)
        })
        .collect();
    let marks = spots.iter().map(|spot| {
        let (x, y) = view.at(spot.lon, spot.lat);
        Drawn {
            at: format!("{x:.1} {y:.1}"),
            shape: spot.shape,
            is_contested: spot.is_contested,
            href: spot.href.clone(),
            about: spot.about.clone(),
            name: room(&mut taken, (x, y), spot, view.height),
            label: spot.name.clone(),
        }
    });
    Some(Map {
        marks: marks.collect(),
        height: format!("{:.0}", view.height),
        coasts: view.outline(true),
        borders: view.outline(false),
        grid: view.grid(),
    })
}

/// A place for a name beside its mark that no other name or mark takes.
fn room(
    taken: &mut Vec<(f64, f64, f64, f64)>,
    (x, y): (f64, f64),
    spot: &Spot,
    height: f64,
) -> Option<(String, String, &'static str)> {
    let letters = spot
        .name
        .chars()
        .filter(|char| char.is_alphanumeric() || *char == ' ');
    let width = letters.fold(0.0, |width, _| width + LETTER_WIDTH);
    // Clear of the ring around what is contested, and of marks that are larger on phones.
    let aside = if spot.is_contested { 22.0 } else { 13.0 };
    let places = [
        (x + aside, y + 5.0, "start"),
        (x - aside, y + 5.0, "end"),
        (x, y - aside, "middle"),
        (x, y + aside + 11.0, "middle"),
    ];
    for (at, base, anchor) in places {
        let left = match anchor {
            "start" => at,
            "end" => at - width,
            _ => at - width / 2.0,
        };
        let own = (left, base - NAME_HEIGHT + 4.0, left + width, base + 4.0);
        let is_inside = own.0 > 0.0 && own.2 < WIDTH && own.1 > 0.0 && own.3 < height;
        let is_free = taken.iter().all(|other| {
            other.0 >= own.2 || other.2 <= own.0 || other.1 >= own.3 || other.3 <= own.1
        });
        if is_inside && is_free {
            taken.push(own);
            return Some((format!("{at:.1}"), format!("{base:.1}"), anchor));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(name: &str, lat: f64, lon: f64) -> Spot {
        Spot {
            name: name.to_owned(),
            lat,
            lon,
            shape: 0,
            is_contested: false,
            href: String::new(),
            about: String::new(),
        }
    }

    #[test]
    fn a_map_holds_its_marks_and_the_outlines_around_them() {
        let drawn = map(&[spot("one", 35.0, 36.0), spot("two", 36.5, 39.0)]).unwrap();
        assert!(!drawn.coasts.is_empty(), "the coast of the Levant");
        assert!(!drawn.borders.is_empty(), "a border of its countries");
        for mark in &drawn.marks {
            let mut at = mark
                .at
                .split(' ')
                .map(|number| number.parse::<f64>().unwrap());
            assert!((0.0..WIDTH).contains(&at.next().unwrap()));
            assert!((0.0..HEIGHT_MAX).contains(&at.next().unwrap()));
        }
    }

    #[test]
    fn names_do_not_lie_on_each_other() {
        let drawn = map(&[spot("Al Bab", 36.37, 37.51), spot("Al Bab", 36.37, 37.51)]).unwrap();
        let places: Vec<_> = drawn
            .marks
            .iter()
            .filter_map(|mark| mark.name.as_ref())
            .collect();
        assert_ne!(places.first(), places.get(1));
        assert!(map(&[]).is_none());
    }
}
