//! A day of a thing's votes as lines: one step for each ten minutes, the last of them now.

use super::watch::Window;
use super::{SLOT_MS, slot};
use crate::db::UtcMillis;

/// Steps of a day: 144 times ten minutes.
const STEPS: i64 = 24 * 60 * 60 * 1000 / SLOT_MS;
/// The height of the drawing, in its own units; its width is a unit for each step.
const HEIGHT: i64 = 100;

/// A day of a thing's votes, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Curve {
    /// Points of the line of votes for it, as SVG wants them.
    pub(super) up: String,
    /// Of votes against it.
    pub(super) down: String,
    /// Of held ones, of both.
    pub(super) held: String,
    /// Votes at the top of the drawing; one at least.
    pub(super) most: i64,
}

/// When the day that ends now began.
pub(super) fn day_before(now: UtcMillis) -> UtcMillis {
    UtcMillis(now.0 - (STEPS - 1) * SLOT_MS)
}

impl Curve {
    /// The curve of the day until `now`; windows before it are left out.
    pub(super) fn of(windows: &[Window], now: UtcMillis) -> Self {
        let tops = windows.iter().map(|window| window.up.max(window.down));
        let most = tops.chain([1]).max().unwrap_or(1);
        let line = |part: fn(&Window) -> i64| {
            let values = windows.iter().map(|window| {
                let step = slot(window.at) - slot(now) + STEPS - 1;
                (step, part(window).min(most))
            });
            points(values, most)
        };
        Self {
            up: line(|window| window.up),
            down: line(|window| window.down),
            held: line(|window| window.held),
            most,
        }
    }
}

/// A line through the steps in order, on the ground where a step has no value: of a run of such
/// steps only the ends are named.
fn points(values: impl Iterator<Item = (i64, i64)>, most: i64) -> String {
    let mut line = vec![(0, 0)];
    let mut next = 0;
    for (step, value) in values.filter(|(step, _)| (0..STEPS).contains(step)) {
        if step > next {
            line.extend([(next, 0), (step - 1, 0)]);
        }
        line.push((step, value));
        next = step + 1;
    }
    if next < STEPS {
        line.extend([(next, 0), (STEPS - 1, 0)]);
    }
    line.dedup();
    let named = line
        .into_iter()
        .map(|(step, value)| format!("{step},{}", HEIGHT - value * HEIGHT / most));
    named.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_drawn_with_its_last_ten_minutes_at_the_end() {
        let now = UtcMillis(1000 * SLOT_MS + 7);
        let window = |slot: i64, up, down, held| Window {
            at: UtcMillis(slot * SLOT_MS),
            up,
            down,
            held,
            fresh: 0,
            net_most: 0,
        };
        let curve = Curve::of(&[window(900, 5, 0, 0), window(1000, 10, 20, 25)], now);
        assert_eq!(curve.most, 20);
        assert_eq!(curve.up, "0,100 42,100 43,75 44,100 142,100 143,50");
        assert_eq!(curve.down, "0,100 42,100 43,100 44,100 142,100 143,0");
        assert!(curve.held.ends_with("143,0"), "no line leaves the drawing");
        let quiet = Curve::of(&[], now);
        assert_eq!((quiet.up.as_str(), quiet.most), ("0,100 143,100", 1));
    }
}
