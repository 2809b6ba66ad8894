//! How the time of reading grows with hostile texts: for each shape the slope of its logarithm over
//! that of the length. 1 is linear.

use std::hint::black_box;

use sijil_hostile::shapes::{MARKUP, Shape, TEXTS};
use sijil_hostile::work::{self, Reading};

use crate::say;

/// Lengths measured, in bytes. Below the first one, what each text costs once hides the growth.
const LENGTHS: [usize; 4] = [32_000, 64_000, 128_000, 256_000];

/// A length is read over until this much processor time has passed: Linux counts it to some milliseconds.
const MEASURED_S_MIN: f64 = 0.15;

/// Longer than this for one reading, and the longer texts of the shape are left out.
const READING_S_MAX: f64 = 10.0;

/// Prints the growth of every shape whose name, or whose reading's name, holds one of `only`; of all
/// if that is empty. The steepest slope, and the most time that a kilobyte took.
pub(crate) fn run(only: &[String]) -> (f64, f64) {
    let wanted =
        |name: &str| only.is_empty() || only.iter().any(|word| name.contains(word.as_str()));
    let mut worst = (0.0_f64, 0.0_f64);
    for (reading, shapes) in [
        (work::SUGGEST, TEXTS),
        (work::ANNOTATE, TEXTS),
        (work::WORDS, TEXTS),
        (work::MARKUP, MARKUP),
    ] {
        for shape in shapes
            .iter()
            .filter(|shape| wanted(shape.name) || wanted(reading.name))
        {
            let grown = measured_well(&reading, shape);
            say(&format!(
                "{:<9} {:<34} {:>6.2} {:>8.0} us/KB",
                reading.name, shape.name, grown.slope, grown.us_per_kb
            ));
            worst = (worst.0.max(grown.slope), worst.1.max(grown.us_per_kb));
        }
    }
    worst
}

/// A slope up to this needs no second look.
const SLOPE_SURE: f64 = 1.1;

/// Times that a steep slope is measured.
const TRIES_MAX: usize = 3;

struct Growth {
    slope: f64,
    us_per_kb: f64,
}

/// Measured again where it looks steep: a busy machine makes one slope steeper, never three.
fn measured_well(reading: &Reading, shape: &Shape) -> Growth {
    let mut best = measured(reading, shape);
    for _ in 1..TRIES_MAX {
        if best.slope <= SLOPE_SURE {
            break;
        }
        let again = measured(reading, shape);
        if again.slope < best.slope {
            best = again;
        }
    }
    best
}

fn measured(reading: &Reading, shape: &Shape) -> Growth {
    let mut points = Vec::new();
    let mut us_per_kb = 0.0;
    for length in LENGTHS {
        let text = shape.of(length);
        let seconds = fastest(reading, &text);
        let bytes = f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX));
        us_per_kb = seconds * 1e9 / bytes;
        points.push((bytes.ln(), seconds.max(1e-9).ln()));
        if seconds > READING_S_MAX {
            break;
        }
    }
    Growth {
        slope: slope(&points),
        us_per_kb,
    }
}

/// Seconds of one reading: the better of two rounds, since a busy machine only ever adds.
fn fastest(reading: &Reading, text: &str) -> f64 {
    round(reading, text).min(round(reading, text))
}

fn round(reading: &Reading, text: &str) -> f64 {
    let begun = processor_s();
    let mut times = 0.0;
    loop {
        black_box((reading.read)(black_box(text)));
        times += 1.0;
        let passed = processor_s() - begun;
        if passed > MEASURED_S_MIN {
            return passed / times;
        }
    }
}

/// The slope of the straight line nearest to `points`, by least squares.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = f64::from(u32::try_from(points.len()).unwrap_or(1));
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (middle, height) = (mean(|point| point.0), mean(|point| point.1));
    let rise: f64 = points
        .iter()
        .map(|(x, y)| (x - middle) * (y - height))
        .sum();
    let run: f64 = points
        .iter()
        .map(|(x, _)| (x - middle) * (x - middle))
        .sum();
    if run > 0.0 { rise / run } else { 0.0 }
}

/// Seconds this process has had on a processor, as Linux tells it: what others do on the machine does
/// not count.
fn processor_s() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split_whitespace().next();
    let nanoseconds = nanoseconds.and_then(|word| word.parse::<f64>().ok());
    nanoseconds.unwrap_or(0.0) / 1e9
}
