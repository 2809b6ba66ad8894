//! Looking at the pieces: what stands at a place, and what comes after it.

use crate::date::lex::Piece;
use crate::date::value::{Grain, Length};
use crate::date::words::Atom;

/// The pieces of a sentence, as the rules look at them. Every rule takes a place and gives what it
/// read there with the place after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) pieces: &'a [Piece],
}

/// A number in digits: its value and how many digits it has.
pub(crate) type Digits = (i64, usize);

impl<'a> Reader<'a> {
    pub(crate) fn piece(&self, at: usize) -> Option<&'a Piece> {
        self.pieces.get(at)
    }

    /// What `wanted` makes of the longest fitting atom at `at`.
    pub(crate) fn atom<T>(
        &self,
        at: usize,
        wanted: impl Fn(Atom) -> Option<T>,
    ) -> Option<(T, usize)> {
        let hits = &self.piece(at)?.hits;
        hits.iter()
            .find_map(|(atom, next)| Some((wanted(*atom)?, *next)))
    }

    /// The place after `atom`, if it stands at `at`.
    pub(crate) fn skip(&self, at: usize, atom: Atom) -> Option<usize> {
        let (_, next) = self.atom(at, |found| (found == atom).then_some(()))?;
        Some(next)
    }

    /// The place after whichever of `atoms` stand at `at`, at most three.
    pub(crate) fn skip_any(&self, at: usize, atoms: &[Atom]) -> usize {
        let mut at = at;
        for _ in 0..3 {
            match atoms.iter().find_map(|atom| self.skip(at, *atom)) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The place after one of `signs`.
    pub(crate) fn sign(&self, at: usize, signs: &str) -> Option<usize> {
        let piece = self.piece(at)?;
        let mut letters = piece.folded.chars();
        let sign = letters.next()?;
        (letters.next().is_none() && signs.contains(sign) && !sign.is_alphanumeric())
            .then_some(at + 1)
    }

    /// The word at `at`, if it is this one.
    pub(crate) fn word(&self, at: usize, words: &[&str]) -> Option<usize> {
        let piece = self.piece(at)?;
        words.contains(&&*piece.folded).then_some(at + 1)
    }

    pub(crate) fn is_tied(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.is_tied)
    }

    pub(crate) fn digits(&self, at: usize) -> Option<(Digits, usize)> {
        let (value, length) = self.piece(at)?.digits?;
        if length > 8 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most eight digits")]
        let value = value as i64;
        Some(((value, length), at + 1))
    }

    /// A whole number in digits or words.
    pub(crate) fn whole(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(((value, _), next)) = self.digits(at) {
            return Some((value, next));
        }
        self.atom(at, |atom| match atom {
            #[expect(clippy::cast_possible_truncation, reason = "bounded")]
            Atom::Number(value) if value.fract() == 0.0 && value.abs() < 1e8 => Some(value as i64),
            _ => None,
        })
    }

    /// "15th", "fifteenth", الخامس عشر.
    pub(crate) fn ordinal(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(((value, _), next)) = self.digits(at) {
            let end = self
                .word(next, &["st", "nd", "rd", "th"])
                .filter(|_| self.is_tied(next))?;
            return Some((value, end));
        }
        self.atom(at, |atom| match atom {
            Atom::Ordinal(value) => Some(i64::from(value)),
            _ => None,
        })
    }

    pub(crate) fn unit(&self, at: usize) -> Option<(Grain, usize)> {
        self.atom(at, |atom| match atom {
            Atom::Unit(grain) => Some(grain),
            _ => None,
        })
    }

    /// How many of something: digits, words, "a few", "half an", with parts: 2.5, 1/2, "two and a half".
    pub(crate) fn amount(&self, at: usize) -> Option<(f64, usize)> {
        let (value, next) = self.simple_amount(at)?;
        // "two and a half hours", "one and three quarters of hours"
        let Some(after) = self.skip(next, Atom::And) else {
            return Some((value, next));
        };
        match self.part_of_one(after) {
            Some((part, next)) if self.unit_after(next).is_some() => Some((value + part, next)),
            _ => Some((value, next)),
        }
    }

    fn simple_amount(&self, at: usize) -> Option<(f64, usize)> {
        if let Some(part) = self
            .part_of_one(at)
            .filter(|(_, next)| self.unit_after(*next).is_some())
        {
            return Some(part);
        }
        if let Some(((value, _), next)) = self.digits(at) {
            return Some(self.with_fraction(value, next));
        }
        let few = self.atom(at, |atom| match atom {
            Atom::Number(value) => Some(value),
            Atom::Few(count) => Some(f64::from(count)),
            _ => None,
        });
        few.or_else(|| Some((1.0, self.skip(at, Atom::One)?)))
    }

    fn with_fraction(&self, value: i64, next: usize) -> (f64, usize) {
        #[expect(clippy::cast_precision_loss, reason = "at most eight digits")]
        let whole = value as f64;
        let second = |sign: &str| {
            let after = self.sign(next, sign).filter(|_| self.is_tied(next))?;
            self.digits(after).filter(|_| self.is_tied(after))
        };
        if let Some(((part, length), next)) = second(".٫") {
            #[expect(clippy::cast_precision_loss, reason = "at most eight digits")]
            let part = (0..length).fold(part as f64, |part, _| part / 10.0);
            return (whole + part, next);
        }
        match second("/") {
            #[expect(clippy::cast_precision_loss, reason = "at most eight digits")]
            Some(((below, _), next)) if below > 0 => (whole / below as f64, next),
            _ => (whole, next),
        }
    }

    /// "half an", "a quarter of an", "three quarters of an".
    fn part_of_one(&self, at: usize) -> Option<(f64, usize)> {
        let count = self
            .whole(at)
            .filter(|(_, next)| self.word(*next, &["quarter", "quarters", "-"]).is_some());
        let (count, start) = match count {
            Some((count, next)) => (count, self.sign(next, "-").unwrap_or(next)),
            None => (1, self.skip(at, Atom::One).unwrap_or(at)),
        };
        let (minutes, next) = self
            .atom(start, |atom| match atom {
                Atom::Fraction(minutes) => Some(minutes),
                _ => None,
            })
            .or_else(|| Some((15, self.word(start, &["quarters"])?)))?;
        let next = self.skip_any(next, &[Atom::Of, Atom::One]);
        #[expect(clippy::cast_precision_loss, reason = "a small count")]
        let count = count as f64;
        Some((count * f64::from(minutes) / 60.0, next))
    }

    fn unit_after(&self, at: usize) -> Option<usize> {
        let at = self.skip_any(at, &[Atom::Of, Atom::One]);
        Some(self.unit(at)?.1)
    }

    /// A length of time: "3 days", "يومين", "2 years, 3 months", "an hour and a half", "1 hour fifteen".
    pub(crate) fn length(&self, at: usize) -> Option<(Length, usize)> {
        let (first, mut next) = self.one_length(at)?;
        let mut length = vec![first];
        for _ in 0..6 {
            let after = self.sign(next, ",").unwrap_or(next);
            let joined = self.skip(after, Atom::And).unwrap_or(after);
            let Some(last) = length.last().copied() else {
                break;
            };
            if let Some((more, end)) = self.one_length(joined).filter(|(more, _)| more.1 < last.1) {
                length.push(more);
                next = end;
                continue;
            }
            // "an hour and a half"; "1 hour thirty"
            if let Some((part, end)) = self.part_of_one(joined).filter(|_| joined > after) {
                length.push((part, last.1));
                next = end;
            } else if let Some((minutes, end)) = self
                .whole(joined)
                .filter(|(minutes, _)| last.1 == Grain::Hour && (1..60).contains(minutes))
                && self.unit(end).is_none()
            {
                #[expect(clippy::cast_precision_loss, reason = "under sixty")]
                length.push((minutes as f64, Grain::Minute));
                next = end;
            }
            break;
        }
        Some((length, next))
    }

    fn one_length(&self, at: usize) -> Option<((f64, Grain), usize)> {
        if let Some((grain, next)) = self.atom(at, |atom| match atom {
            Atom::Dual(grain) => Some(grain),
            _ => None,
        }) {
            return Some(((2.0, grain), next));
        }
        let at = self.skip(at, Atom::More).unwrap_or(at);
        let (amount, next) = self.amount(at)?;
        let next = self.skip_any(next, &[Atom::More, Atom::Of, Atom::One]);
        if let Some((grain, next)) = self.unit(next) {
            return Some(((amount, grain), next));
        }
        let (grain, end) = match &*self.piece(next)?.folded {
            "h" => (Grain::Hour, next + 1),
            "m" => (Grain::Minute, next + 1),
            "'" | "’" => (Grain::Minute, next + 1),
            "\"" | "”" => (Grain::Second, next + 1),
            _ => return None,
        };
        // "4a" of a flat or "5 m" of a road: only tied to its number, and in digits.
        let is_written = self.piece(at).is_some_and(|piece| piece.digits.is_some());
        is_written.then_some(((amount, grain), end))
    }
}
