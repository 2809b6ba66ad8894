//! Times of day: 15:23, "a quarter past three", الساعة الثالثة إلا ربعا عصرا.

use crate::date::read::Reader;
use crate::date::value::Clock;
use crate::date::words::Atom;

/// A time of day, and whether it may stand alone: a bare number may not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Read {
    pub(crate) clock: Clock,
    pub(crate) is_sure: bool,
}

impl Reader<'_> {
    /// A time of day at `at`; `after_at` when "at" or الساعة stood before it.
    pub(crate) fn clock(&self, at: usize, after_at: bool) -> Option<(Read, usize)> {
        if let Some((read, next)) = self.spoken(at) {
            return Some(self.with_half(read, next));
        }
        self.plain_clock(at, after_at)
    }

    /// As [`Self::clock`], without "20 to two": where a range may stand.
    pub(crate) fn plain_clock(&self, at: usize, after_at: bool) -> Option<(Read, usize)> {
        let (read, next) = self
            .with_colons(at)
            .or_else(|| self.noon(at))
            .or_else(|| self.hour_and_minutes(at, after_at))?;
        Some(self.with_half(read, next))
    }

    /// "half past three", "20 to two", "15 minutes past 3".
    fn spoken(&self, at: usize) -> Option<(Read, usize)> {
        let start = self.skip(at, Atom::One).unwrap_or(at);
        let fraction = self.atom(start, |atom| match atom {
            Atom::Fraction(minutes) => Some(i64::from(minutes)),
            _ => None,
        });
        let (minutes, next) = fraction.or_else(|| self.whole(at))?;
        let worded = self.word(next, &["minutes", "mins", "minute"]);
        if worded.is_none() && minutes % 5 != 0 {
            return None;
        }
        let next = worded.unwrap_or(next);
        let (sign, next) = match (
            self.skip(next, Atom::Past),
            self.word(next, &["to", "from", "before"]),
        ) {
            (Some(next), _) => (1, next),
            (None, Some(next)) => (
                if self.word(next - 1, &["from"]).is_some() {
                    1
                } else {
                    -1
                },
                next,
            ),
            (None, None) if fraction.is_some() && minutes == 30 => (1, next),
            (None, None) => return None,
        };
        let (base, next) = self.noon(next).or_else(|| self.bare_hour(next))?;
        let (base, next) = self.with_half(base, next);
        shifted(base, sign * minutes).map(|read| (read, next))
    }

    /// 15:23:24, 15h30, 3:18.
    fn with_colons(&self, at: usize) -> Option<(Read, usize)> {
        let ((hour, length), next) = self.digits(at)?;
        if length > 2 || hour > 24 {
            return None;
        }
        if let Some(after) = self.word(next, &["h"]).filter(|_| self.is_tied(next)) {
            let minutes = self.digits(after).filter(|_| self.is_tied(after));
            let (minute, end) = minutes.map_or((0, after), |((minute, _), end)| (minute, end));
            return Some((sure(hour, Some(minute), None, false)?, end));
        }
        let after = self.sign(next, ":").filter(|_| self.is_tied(next))?;
        let ((minute, 2), mut end) = self.digits(after)? else {
            return None;
        };
        let mut second = None;
        if let Some(((value, 2), next)) = self
            .sign(end, ":")
            .filter(|_| self.is_tied(end))
            .and_then(|after| self.digits(after))
        {
            second = Some(value);
            end = next;
        }
        Some((
            sure(
                hour,
                Some(minute),
                second,
                hour <= 12 && length == 1 || (1..=12).contains(&hour),
            )?,
            end,
        ))
    }

    fn noon(&self, at: usize) -> Option<(Read, usize)> {
        let (hour, next) = self.atom(at, |atom| match atom {
            Atom::Noon(hour) => Some(hour),
            _ => None,
        })?;
        Some((sure(i64::from(hour), None, None, false)?, next))
    }

    fn bare_hour(&self, at: usize) -> Option<(Read, usize)> {
        if let Some(found) = self.with_colons(at) {
            return Some(found);
        }
        let (hour, next) = self.whole(at)?;
        let read = sure(hour, None, None, hour <= 12)?;
        let next = self.skip(next, Atom::ClockWord).unwrap_or(next);
        Some((read, next))
    }

    /// An hour, and what stands after it: "3 oclock", "three twenty", "الثالثة وربع", "at 1030".
    fn hour_and_minutes(&self, at: usize, after_at: bool) -> Option<(Read, usize)> {
        if let Some(found) = self.run_together(at, after_at) {
            return Some(found);
        }
        let by_number = self.whole(at);
        let (hour, next) = by_number.or_else(|| self.ordinal(at))?;
        if !(0..=24).contains(&hour) || self.digits(at).is_some_and(|((_, length), _)| length > 2) {
            return None;
        }
        let is_open = (1..=12).contains(&hour);
        let after_hour = self.skip(next, Atom::ClockWord);
        let next = after_hour.unwrap_or(next);
        let (minute, end) = self
            .minutes(next, by_number.is_some() && after_at)
            .map_or((None, next), |(minute, end)| (Some(minute), end));
        let base = sure(hour, None, None, is_open)?;
        let is_sure = after_at || after_hour.is_some();
        match minute {
            Some(minute) => {
                let mut read = shifted(base, minute)?;
                read.is_sure = is_sure;
                Some((read, end))
            }
            None => Some((Read { is_sure, ..base }, end)),
        }
    }

    /// "1030", "815": only where a time of day is awaited.
    fn run_together(&self, at: usize, after_at: bool) -> Option<(Read, usize)> {
        let ((value, length), next) = self.digits(at)?;
        // "1929م" is a year of our era.
        let is_era = self.word(next, &["م", "ص", "ه"]).is_some();
        let has_half = !is_era && self.half(next).is_some();
        if !(3..=4).contains(&length) || !(after_at || has_half) || !(1..2400).contains(&value) {
            return None;
        }
        let hour = value / 100;
        Some((
            sure(hour, Some(value % 100), None, (1..=12).contains(&hour))?,
            next,
        ))
    }

    /// Minutes after the hour: "twenty", "و18 دقيقة", "وربع", "إلا ثلثا".
    fn minutes(&self, at: usize, may_be_bare: bool) -> Option<(i64, usize)> {
        let fraction = |at: usize| {
            self.atom(at, |atom| match atom {
                Atom::Fraction(minutes) => Some(i64::from(minutes)),
                _ => None,
            })
        };
        if let Some(after) = self.skip(at, Atom::Minus) {
            let (minutes, end) = fraction(after).or_else(|| self.whole(after))?;
            let end = self.minute_word(end).unwrap_or(end);
            return Some((-minutes, end));
        }
        let is_arabic_and = self
            .piece(at)
            .is_some_and(|piece| piece.folded.starts_with('و'));
        let after = self.word(at, &["و"]).unwrap_or(at);
        if (is_arabic_and || after > at)
            && let Some(found) = fraction(after)
        {
            return Some(found);
        }
        let (minutes, end) = self
            .whole(after)
            .filter(|(minutes, _)| (0..60).contains(minutes))?;
        if let Some(end) = self.minute_word(end) {
            return Some((minutes, end));
        }
        let in_words = self
            .piece(after)
            .is_some_and(|piece| piece.digits.is_none());
        let is_two_digits = self
            .digits(after)
            .is_some_and(|((_, length), _)| length == 2);
        let has_half = self.half(end).is_some();
        (after == at
            && (may_be_bare || (has_half && in_words))
            && (in_words || is_two_digits)
            && minutes > 9)
            .then_some((minutes, end))
    }

    fn minute_word(&self, at: usize) -> Option<usize> {
        self.unit(at)
            .filter(|(grain, _)| *grain == crate::date::value::Grain::Minute)
            .map(|(_, next)| next)
    }

    /// Before or after noon: "am", "in the morning", صباحا, عصرا.
    pub(crate) fn half(&self, at: usize) -> Option<(i8, usize)> {
        let at = self.word(at, &["ish"]).unwrap_or(at);
        let direct = self.atom(at, |atom| match atom {
            Atom::Half(half) => Some(half),
            _ => None,
        });
        if direct.is_some() {
            return direct.map(|(half, next)| {
                (
                    half,
                    self.sign(next, ".")
                        .filter(|_| self.is_tied(next))
                        .unwrap_or(next),
                )
            });
        }
        let is_tied = self.is_tied(at);
        let short = |words: &[&str]| {
            let next = self.word(at, words)?;
            Some(
                self.sign(next, ".")
                    .filter(|_| self.is_tied(next))
                    .unwrap_or(next),
            )
        };
        if is_tied && let Some(next) = short(&["a"]) {
            return Some((0, next));
        }
        if is_tied && let Some(next) = short(&["p"]) {
            return Some((12, next));
        }
        let after = self.skip_any(at, &[Atom::Of]);
        (after > at)
            .then(|| {
                self.atom(after, |atom| match atom {
                    Atom::Half(half) => Some(half),
                    Atom::Part(_, to) if to <= 12 => Some(0),
                    Atom::Part(..) => Some(12),
                    _ => None,
                })
            })
            .flatten()
    }

    fn with_half(&self, read: Read, next: usize) -> (Read, usize) {
        match self.half(next) {
            Some((half, end)) => (in_half(read, half, self.is_arabic(next)), end),
            None => (read, next),
        }
    }

    pub(crate) fn is_arabic(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| {
            piece
                .folded
                .starts_with(|letter: char| ('\u{620}'..='\u{64A}').contains(&letter))
        })
    }
}

/// The time of day in this half of the day.
pub(crate) fn in_half(read: Read, half: i8, is_todays: bool) -> Read {
    let hour = read.clock.hour;
    let hour = match (half, hour) {
        (0, 12) => 0,
        (12, 1..=11) => hour + 12,
        _ => hour,
    };
    Read {
        clock: Clock {
            hour,
            is_open: false,
            is_todays,
            ..read.clock
        },
        is_sure: true,
    }
}

fn sure(hour: i64, minute: Option<i64>, second: Option<i64>, is_open: bool) -> Option<Read> {
    let is_time = (0..=24).contains(&hour)
        && minute.is_none_or(|minute| (0..60).contains(&minute))
        && second.is_none_or(|second| (0..60).contains(&second));
    let small = |value: i64| i8::try_from(value).ok();
    is_time.then_some(())?;
    Some(Read {
        clock: Clock {
            hour: small(hour)?,
            minute: minute.and_then(small),
            second: second.and_then(small),
            is_open,
            is_todays: false,
        },
        is_sure: true,
    })
}

/// `minutes` after the hour of `base`, or before it if negative.
fn shifted(base: Read, minutes: i64) -> Option<Read> {
    let all = i64::from(base.clock.hour) * 60 + i64::from(base.clock.minute.unwrap_or(0)) + minutes;
    let all = all.rem_euclid(24 * 60);
    let mut hour = all / 60;
    if base.clock.is_open && hour == 0 {
        hour = 12;
    }
    let read = sure(hour, Some(all % 60), None, base.clock.is_open)?;
    Some(read)
}
