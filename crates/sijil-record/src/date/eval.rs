//! From what an expression says to a stretch of time, given now and which way the text looks.

use jiff::civil::DateTime;

use crate::date::holiday;
use crate::date::moment::{floor, step, step_part};
use crate::date::value::{Clock, Edge, Grain, Length, Stretch, Time};
use crate::date::{Lean, days};

/// Where the reading stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Here {
    pub(crate) now: DateTime,
    pub(crate) lean: Lean,
    /// Minutes east of Greenwich of `now`.
    pub(crate) zone: i32,
    /// A larger stretch that what is read must lie in.
    pub(crate) within: Option<(DateTime, DateTime)>,
}

/// Nested expressions deeper than this are noise.
const DEPTH_MAX: u8 = 12;

/// The stretch that `time` means.
pub(crate) fn stretch(time: &Time, here: &Here) -> Option<Stretch> {
    read(time, here, 0)
}

fn read(time: &Time, here: &Here, depth: u8) -> Option<Stretch> {
    if depth > DEPTH_MAX {
        return None;
    }
    match time {
        Time::Now => unit(here.now, Grain::Second),
        Time::Date(date) => days::date(date, here),
        Time::Clock(clock) => self::clock(clock, here),
        Time::Day(days) => unit(
            step(floor(here.now, Grain::Day)?, *days, Grain::Day)?,
            Grain::Day,
        ),
        Time::Part(from, to) => part(*from, *to, here),
        Time::Cycle(grain, count) => unit(step(floor(here.now, *grain)?, *count, *grain)?, *grain),
        Time::Run(grain, count) => run(*grain, *count, here),
        Time::Weekday(weekday, count) => days::weekday(*weekday, *count, here),
        Time::Month(month, count) => days::month(*month, *count, here),
        Time::Weekend(count) => days::weekend(*count, here),
        Time::Season(season, count) => days::season(*season, *count, here),
        Time::Holiday(number, year, count) => holiday::stretch(*number, *year, *count, here),
        Time::And(one, other) => {
            let is_larger = one.grain() >= other.grain();
            let (large, small) = if is_larger {
                (one, other)
            } else {
                (other, one)
            };
            both(large, small, here, depth)
        }
        Time::Span(from, to) => span(&read(from, here, depth + 1)?, to, here, depth),
        Time::Shift(..)
        | Time::Nth(..)
        | Time::NthAfter(..)
        | Time::Edge(..)
        | Time::Lasting(..)
        | Time::After(_)
        | Time::Before(_)
        | Time::By(_)
        | Time::Zoned(..) => from_another(time, here, depth),
    }
}

/// What is reckoned from one other time.
fn from_another(time: &Time, here: &Here, depth: u8) -> Option<Stretch> {
    let deeper = |time: &Time| read(time, here, depth + 1);
    match time {
        Time::Shift(length, sign, None) => shift(length, *sign, None, here),
        Time::Shift(length, sign, Some(base)) => shift(length, *sign, Some(deeper(base)?), here),
        Time::Nth(count, counted, of) => days::nth(*count, *counted, &deeper(of)?),
        Time::NthAfter(count, counted, after) => {
            days::nth_after(*count, *counted, deeper(after)?.to?)
        }
        Time::Edge(edge, of) => self::edge(*edge, &deeper(of)?),
        Time::Lasting(from, length) => lasting(&deeper(from)?, length),
        Time::After(time) => {
            let found = deeper(time)?;
            interval(found.from, None, found.grain)
        }
        Time::Before(time) => {
            let found = deeper(time)?;
            interval(None, found.from, found.grain)
        }
        Time::By(time) => {
            let found = deeper(time)?;
            let is_point =
                (found.is_single && found.grain < Grain::Day) || matches!(**time, Time::Shift(..));
            let end = if is_point { found.from } else { found.to };
            interval(Some(here.now), end, Grain::Second)
        }
        Time::Zoned(time, zone) => Some(zoned(deeper(time)?, here.zone - zone)),
        _ => None,
    }
}

/// The smaller time within the larger.
fn both(large: &Time, small: &Time, here: &Here, depth: u8) -> Option<Stretch> {
    let mut outer = read(large, here, depth + 1)?;
    if let (Time::Shift(..), Some(from)) = (large, outer.from)
        && small.grain() >= outer.grain
    {
        let wide = if outer.grain == Grain::Month {
            Grain::Year
        } else {
            Grain::Month
        };
        outer = unit(floor(from, wide)?, wide)?;
    }
    let within = Some((outer.from?, outer.to?));
    read(small, &Here { within, ..*here }, depth + 1)
}

fn lasting(from: &Stretch, length: &Length) -> Option<Stretch> {
    let end = add(from.from?, length, 1.0)?;
    let smallest = length.iter().map(|(_, grain)| *grain).min()?;
    let grain = from.grain.min(smallest);
    interval(from.from, step(end, 1, grain), grain)
}

/// The stretch, said by another place's clock, by ours: so many minutes later.
fn zoned(found: Stretch, minutes: i32) -> Stretch {
    let moved =
        |at: Option<DateTime>| at.and_then(|at| step(at, i64::from(minutes), Grain::Minute));
    let grain = if found.is_single {
        found.grain.min(Grain::Minute)
    } else {
        found.grain
    };
    Stretch {
        from: moved(found.from),
        to: moved(found.to),
        grain,
        ..found
    }
}

/// One unit that begins at `from`.
pub(crate) fn unit(from: DateTime, grain: Grain) -> Option<Stretch> {
    Some(Stretch {
        from: Some(from),
        to: step(from, 1, grain),
        grain,
        is_single: true,
    })
}

pub(crate) fn interval(
    from: Option<DateTime>,
    to: Option<DateTime>,
    grain: Grain,
) -> Option<Stretch> {
    let runs_backwards = from.zip(to).is_some_and(|(from, to)| from > to);
    (!runs_backwards).then_some(Stretch {
        from,
        to,
        grain,
        is_single: false,
    })
}

/// A time of day: within a larger stretch the first there, else by now.
fn clock(clock: &Clock, here: &Here) -> Option<Stretch> {
    let grain = Time::Clock(*clock).grain();
    let base = here.within.map_or(here.now, |(from, _)| from);
    let midnight = floor(base, Grain::Day)?;
    let at = |hour: i64| {
        let seconds = hour * 3600
            + i64::from(clock.minute.unwrap_or(0)) * 60
            + i64::from(clock.second.unwrap_or(0));
        step(midnight, seconds, Grain::Second)
    };
    let hour = i64::from(clock.hour);
    let mut hours = vec![hour, hour + 24];
    if clock.is_open && hour < 12 {
        hours = vec![hour, hour + 12, hour + 24, hour + 36];
    } else if clock.is_open && hour == 12 {
        hours = vec![12, 24, 36];
    }
    let candidates = hours.into_iter().filter_map(at);
    let found = match here.within {
        Some((from, to)) => {
            let mut inside = candidates.clone().filter(|at| *at >= from && *at < to);
            inside
                .next()
                .or_else(|| candidates.clone().find(|at| *at >= from))
        }
        None if clock.is_todays => candidates.clone().next(),
        None => {
            let is_ahead = |at: &DateTime| *at > here.now;
            match here.lean {
                Lean::Future => candidates.clone().find(is_ahead),
                Lean::Past => candidates.clone().next(),
            }
        }
    };
    unit(found?, grain)
}

/// A part of a day, in hours from its midnight.
fn part(from: f64, to: f64, here: &Here) -> Option<Stretch> {
    let base = here.within.map_or(here.now, |(from, _)| from);
    let midnight = floor(base, Grain::Day)?;
    interval(
        step_part(midnight, from, Grain::Hour),
        step_part(midnight, to, Grain::Hour),
        Grain::Hour,
    )
}

/// The next or last so many units.
fn run(grain: Grain, count: i64, here: &Here) -> Option<Stretch> {
    let floor = floor(here.now, grain)?;
    let (from, to) = if count >= 0 {
        let from = step(floor, 1, grain)?;
        (from, step(from, count, grain)?)
    } else {
        (step(floor, count, grain)?, floor)
    };
    interval(Some(from), Some(to), grain)
}

fn add(at: DateTime, length: &Length, sign: f64) -> Option<DateTime> {
    length
        .iter()
        .try_fold(at, |at, (count, grain)| step_part(at, count * sign, *grain))
}

fn shift(length: &Length, sign: f64, base: Option<Stretch>, here: &Here) -> Option<Stretch> {
    let smallest = length.iter().map(|(_, grain)| *grain).min()?;
    let is_whole = length.iter().all(|(count, _)| count.fract() == 0.0);
    let mut grain = smallest.finer();
    let from = match base {
        Some(base) => {
            grain = if base.grain == Grain::Second {
                base.grain
            } else {
                base.grain.min(Grain::Day)
            };
            base.from?
        }
        None => here.now,
    };
    if !is_whole {
        grain = grain.min(Grain::Second);
    }
    unit(floor(add(from, length, sign)?, grain)?, grain)
}

/// The first, middle or last third; of a year a quarter or a third, of a week three days.
fn edge(edge: Edge, of: &Stretch) -> Option<Stretch> {
    let (from, to) = (of.from?, of.to?);
    match edge {
        Edge::First if of.grain > Grain::Day => return unit(from, Grain::Day),
        Edge::Half if of.grain == Grain::Month => {
            return unit(step(from, 14, Grain::Day)?, Grain::Day);
        }
        Edge::First => return self::edge(Edge::Begin, of),
        Edge::Half => return self::edge(Edge::Mid, of),
        Edge::Begin | Edge::Mid | Edge::End => {}
    }
    // How long the beginning and the end are, and from when to when the middle.
    let (grain, begin, mid, end) = match of.grain {
        Grain::Month => (Grain::Day, 10, (10, 20), None),
        Grain::Week => (Grain::Day, 3, (2, 5), Some(3)),
        Grain::Year => (Grain::Month, 3, (4, 8), Some(4)),
        Grain::Day => (Grain::Hour, 9, (11, 14), Some(7)),
        Grain::Hour if !of.is_single => (Grain::Hour, 3, (1, 4), Some(3)),
        Grain::Quarter => (Grain::Month, 1, (1, 2), Some(1)),
        Grain::Decade => (Grain::Year, 3, (3, 7), Some(3)),
        Grain::Century => (Grain::Year, 33, (33, 67), Some(33)),
        Grain::Hour | Grain::Minute | Grain::Second => return Some(*of),
    };
    match (edge, end) {
        (Edge::Begin, _) => interval(Some(from), step(from, begin, grain), grain),
        (Edge::Mid, _) => interval(step(from, mid.0, grain), step(from, mid.1, grain), grain),
        (_, Some(end)) => interval(step(to, -end, grain), Some(to), grain),
        (_, None) => interval(step(from, mid.1, grain), Some(to), grain),
    }
}

/// From one to the end of the other, which comes after it.
fn span(from: &Stretch, to: &Time, here: &Here, depth: u8) -> Option<Stretch> {
    let start = from.from?;
    let ahead = Here {
        now: start,
        lean: Lean::Future,
        within: None,
        ..*here
    };
    let mut end = read(to, here, depth + 1)?;
    if end.from? <= start || matches!(to, Time::Clock(_)) {
        end = read(to, &ahead, depth + 1)?;
    }
    let grain = from.grain.min(end.grain);
    let last = if end.is_single {
        step(end.from?, 1, grain)?
    } else {
        end.to?
    };
    let last = if end.is_single && grain < end.grain && end.grain >= Grain::Day {
        end.to?
    } else {
        last
    };
    interval(Some(start), Some(last), grain)
}
