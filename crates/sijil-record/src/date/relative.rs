//! Expressions that count from now or from another time: last week, three days ago, the first Monday of
//! March, قبل يومين، الأسبوع المقبل.

use crate::date::read::Reader;
use crate::date::value::{Date, Grain, Time};
use crate::date::words::Atom;

impl Reader<'_> {
    /// Any of these at `at`.
    pub(crate) fn relative(&self, at: usize) -> Option<(Time, usize)> {
        let candidates = [
            self.nth(at),
            self.edge(at),
            self.ago(at),
            self.shifted(at),
            self.run(at),
            self.weekday(at),
            self.named_day(at),
            self.rel_month(at),
            self.cycle(at),
            self.holiday(at),
            self.season(at),
        ];
        // The longest reading is the one that leaves least unsaid; of equals the first.
        let mut best: Option<(Time, usize)> = None;
        for candidate in candidates.into_iter().flatten() {
            if best.as_ref().is_none_or(|(_, end)| candidate.1 > *end) {
                best = Some(candidate);
            }
        }
        best
    }

    fn rel(&self, at: usize) -> Option<(i64, usize)> {
        self.atom(at, |atom| match atom {
            Atom::Rel(count) => Some(count),
            _ => None,
        })
    }

    /// "next", "this past", with words before it that add nothing.
    fn rel_before(&self, at: usize) -> Option<(i64, usize)> {
        let start = self.word(at, &["the", "around"]).unwrap_or(at);
        let (mut count, mut next) = self.rel(start)?;
        if count == 0
            && let Some((more, end)) = self.rel(next)
        {
            (count, next) = (more, end);
        }
        Some((count, next))
    }

    fn rel_after(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(next) = self
            .skip(at, Atom::After)
            .and_then(|after| self.word(after, &["next"]))
        {
            return Some((2, next));
        }
        self.rel(at).filter(|(_, next)| self.is_arabic(next - 1))
    }

    /// "this week", "the following month", الأسبوع الماضي, "the month".
    pub(crate) fn cycle(&self, at: usize) -> Option<(Time, usize)> {
        if let Some((count, next)) = self.rel_before(at)
            && let Some((grain, next)) = self.unit(next)
        {
            return Some((Time::Cycle(grain, count), next));
        }
        let start = self.word(at, &["the", "all"]).unwrap_or(at);
        let (grain, next) = self.unit(start)?;
        if let Some((count, next)) = self.rel_after(next) {
            return Some((Time::Cycle(grain, count), next));
        }
        let is_whole = self.word(at, &["all"]).is_some();
        (is_whole && grain >= Grain::Day).then_some((Time::Cycle(grain, 0), next))
    }

    /// "the next three days", "last 2 weeks", الأسابيع الثلاثة القادمة, "two upcoming weeks".
    fn run(&self, at: usize) -> Option<(Time, usize)> {
        if let Some((count, next)) = self.rel_before(at).filter(|(count, _)| *count != 0) {
            let (many, next) = self.many(next)?;
            let (grain, next) = self.unit(next)?;
            return Some((Time::Run(grain, many.checked_mul(count)?), next));
        }
        if let Some((many, next)) = self.many(at).filter(|(many, _)| *many > 1)
            && let Some((count, next)) = self.rel(next).filter(|(count, _)| *count != 0)
            && let Some((grain, next)) = self.unit(next)
        {
            return Some((Time::Run(grain, many.checked_mul(count)?), next));
        }
        if let Some((grain, next)) = self.unit(at)
            && let Some((many, next)) = self.whole(next).filter(|(many, _)| *many > 1)
            && let Some((count, next)) = self.rel(next).filter(|(count, _)| *count != 0)
        {
            return Some((Time::Run(grain, many.checked_mul(count)?), next));
        }
        let (length, next) = self.length(at).filter(|(length, _)| length.len() == 1)?;
        if self.weekday_name(at).is_some() {
            return None;
        }
        let (count, next) = self
            .rel(next)
            .filter(|(count, next)| *count != 0 && self.is_arabic(next - 1))?;
        let (many, grain) = *length.first()?;
        #[expect(clippy::cast_possible_truncation, reason = "bounded below")]
        let many = if many < 1000.0 {
            many as i64
        } else {
            return None;
        };
        Some((Time::Run(grain, many * count), next))
    }

    fn many(&self, at: usize) -> Option<(i64, usize)> {
        self.whole(at).or_else(|| {
            self.atom(at, |atom| match atom {
                Atom::Few(count) => Some(i64::from(count)),
                _ => None,
            })
        })
    }

    /// "3 days ago", "two weeks from now", قبل يومين, منذ ثلاثة أشهر, "in an hour", بعد شهر.
    fn ago(&self, at: usize) -> Option<(Time, usize)> {
        if let Some((length, next)) = self.length(at) {
            if let Some(end) = self.skip(next, Atom::Ago) {
                return Some((Time::Shift(length, -1.0, None), end));
            }
            if let Some(end) = self.skip(next, Atom::Hence) {
                return Some((Time::Shift(length, 1.0, None), end));
            }
            if self.is_arabic(at)
                && let Some(end) = self.word(next, &["مضت", "خلت"])
            {
                return Some((Time::Shift(length, -1.0, None), end));
            }
        }
        let (sign, next) = self.atom(at, |atom| match atom {
            Atom::In | Atom::After => Some(1.0),
            Atom::Before | Atom::Since => Some(-1.0),
            Atom::From => Some(-1.0),
            _ => None,
        })?;
        let is_arabic = self.is_arabic(at);
        let is_in = self.word(at, &["in"]).is_some();
        if !is_arabic && !is_in {
            return None;
        }
        // أكثر من عامين is no time but a length.
        let before = at.checked_sub(1).and_then(|before| self.piece(before));
        if before.is_some_and(|piece| {
            ["اكثر", "اقل", "ازيد", "اكبر"]
                .iter()
                .any(|word| piece.folded.ends_with(word))
        }) {
            return None;
        }
        let next = self
            .word(next, &["about", "around", "نحو", "حوالي"])
            .unwrap_or(next);
        let (length, end) = self
            .length(next)
            .or_else(|| self.bare_unit(next, is_arabic))?;
        let is_within = self.word(at, &["خلال", "ضمن"]).is_some()
            || self
                .atom(at, |atom| (atom == Atom::In).then_some(()))
                .is_some()
                && is_arabic;
        if is_within {
            let time = Time::Shift(length, sign, None);
            return Some((Time::By(Box::new(time)), end));
        }
        Some((Time::Shift(length, sign, None), end))
    }

    /// Arabic leaves "one" out: قبل أسبوع.
    fn bare_unit(&self, at: usize, is_arabic: bool) -> Option<(Vec<(f64, Grain)>, usize)> {
        const PLURALS: &[&str] = &[
            "سنوات",
            "سنين",
            "اعوام",
            "اشهر",
            "شهور",
            "ايام",
            "اسابيع",
            "ساعات",
            "دقايق",
            "ثواني",
            "ثوان",
            "لحظات",
            "قرون",
            "عقود",
        ];
        let (grain, next) = self.unit(at).filter(|_| is_arabic)?;
        let word = &*self.piece(at)?.folded;
        let is_plural = PLURALS.contains(&word.strip_prefix("ال").unwrap_or(word));
        // منذ عام 1994 names a year, and منذ سنوات says no number.
        if is_plural || self.year_number(next).is_some() {
            return None;
        }
        Some((vec![(1.0, grain)], next))
    }

    /// "three days after Easter", "a year from Christmas".
    fn shifted(&self, at: usize) -> Option<(Time, usize)> {
        let (length, next) = self.length(at)?;
        let (sign, next) = self.atom(next, |atom| match atom {
            Atom::After | Atom::From => Some(1.0),
            Atom::Before => Some(-1.0),
            _ => None,
        })?;
        let (base, next) = self
            .named_day(next)
            .or_else(|| self.holiday(next))
            .or_else(|| Some((Time::Now, self.skip(next, Atom::Now)?)))
            .or_else(|| self.date(next))?;
        Some((Time::Shift(length, sign, Some(Box::new(base))), next))
    }

    /// A weekday, with "next" and the like on either side.
    pub(crate) fn weekday(&self, at: usize) -> Option<(Time, usize)> {
        let (count, start) = self
            .rel_before(at)
            .map_or((None, at), |(count, next)| (Some(count), next));
        let start = self.skip(start, Atom::DayMark).unwrap_or(start);
        if let Some((many, next)) = self.many(start).filter(|_| count.is_none())
            && let Some((weekday, next)) = self.weekday_name(next)
        {
            let sign = self
                .skip(next, Atom::Ago)
                .map(|end| (-1, end))
                .or_else(|| Some((1, self.skip(next, Atom::Hence)?)));
            let (sign, end) = sign?;
            let extra = if sign > 0 {
                many + i64::from(many == 1)
            } else {
                -many
            };
            return Some((
                Time::Weekday(weekday, if sign > 0 && many > 1 { many } else { extra }),
                end,
            ));
        }
        let (weekday, next) = self.weekday_name(start)?;
        if !self.may_be_weekday(start, next) {
            return None;
        }
        let next = self
            .sign(next, ".")
            .filter(|_| {
                self.is_tied(next)
                    && self
                        .piece(start)
                        .is_some_and(|piece| piece.folded.len() <= 5)
            })
            .unwrap_or(next);
        if let Some(count) = count {
            return Some((Time::Weekday(weekday, count), next));
        }
        if let Some((count, next)) = self.rel_after(next) {
            return Some((Time::Weekday(weekday, count), next));
        }
        Some((
            Time::Date(Date {
                weekday: Some(weekday),
                ..Date::default()
            }),
            next,
        ))
    }

    pub(crate) fn weekday_name(&self, at: usize) -> Option<(i8, usize)> {
        self.atom(at, |atom| match atom {
            Atom::Weekday(weekday) => Some(weekday),
            _ => None,
        })
    }

    /// "sun" and "sat" in small letters, أحد and جمعة without article are other words.
    fn may_be_weekday(&self, at: usize, next: usize) -> bool {
        let Some(piece) = self.piece(at) else {
            return false;
        };
        let is_bare_arabic =
            self.is_arabic(at) && !piece.folded.contains("ال") && !piece.folded.starts_with("لل");
        let is_doubtful = is_bare_arabic
            || (!piece.is_capital
                && matches!(&*piece.folded, "sun" | "sat" | "mon" | "wed" | "fri"));
        !is_doubtful
            || self.pieces.len() <= 2
            || self.cycle(next).is_some()
            || self.digits(next).is_some()
            || at.checked_sub(1).is_some_and(|before| {
                self.skip(before, Atom::DayMark).is_some() || self.ordinal(before).is_some()
            })
    }

    /// today, yesterday, tonight, now.
    pub(crate) fn named_day(&self, at: usize) -> Option<(Time, usize)> {
        self.atom(at, |atom| match atom {
            Atom::Day(days) => Some(Time::Day(days)),
            Atom::Now => Some(Time::Now),
            Atom::Tonight => Some(Time::And(
                Box::new(Time::Day(0)),
                Box::new(Time::Part(18.0, 24.0)),
            )),
            Atom::LastNight => Some(Time::And(
                Box::new(Time::Day(-1)),
                Box::new(Time::Part(18.0, 24.0)),
            )),
            _ => None,
        })
    }

    /// "next March", "March after next", آذار الماضي.
    fn rel_month(&self, at: usize) -> Option<(Time, usize)> {
        let (count, start) = self
            .rel_before(at)
            .map_or((None, at), |(count, next)| (Some(count), next));
        let (date, next) = self.month(start).filter(|(date, _)| !date.is_hijri)?;
        let month = date.month?;
        match count {
            Some(count) => Some((Time::Month(month, count), next)),
            None => self
                .rel_after(next)
                .map(|(count, next)| (Time::Month(month, count), next)),
        }
    }

    /// A feast, with its year or with "next".
    pub(crate) fn holiday(&self, at: usize) -> Option<(Time, usize)> {
        let (count, start) = self.rel_before(at).unwrap_or((0, at));
        let (number, next) = self.atom(start, |atom| match atom {
            Atom::Holiday(number) => Some(number),
            _ => None,
        })?;
        let after = self.skip_any(next, &[Atom::Of, Atom::YearMark, Atom::In]);
        match self.year_number(after) {
            Some((year, end)) => Some((Time::Holiday(number, Some(year), 0), end)),
            None => Some((Time::Holiday(number, None, count), next)),
        }
    }

    fn season(&self, at: usize) -> Option<(Time, usize)> {
        let (count, start) = self.rel_before(at)?;
        self.atom(start, |atom| match atom {
            Atom::Season(season) => Some(Time::Season(season, count)),
            Atom::Weekend => Some(Time::Weekend(count)),
            _ => None,
        })
    }
}
