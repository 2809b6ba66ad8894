//! Times in words.

use sijil_text::Day;

use super::Telling;
use crate::db::UtcMillis;
use crate::record::{Precision, When};
use crate::web::Part;

impl Telling {
    /// When: a day, a month, "from … to …", "before …".
    pub(in crate::record::pages) fn when(&self, when: &When) -> String {
        let say = self.say();
        let only = when.start.or(when.end).map(|day| self.day(day));
        match (when.precision, when.start, when.end, only) {
            (Precision::Before, _, _, Some(day)) => say.with("record-when-before", &day),
            (Precision::After, _, _, Some(day)) => say.with("record-when-after", &day),
            (_, Some(start), Some(end), _) => self.span(start, end),
            (_, Some(_), None, Some(day)) => say.with("record-when-since", &day),
            (_, None, Some(_), Some(day)) => say.with("record-when-until", &day),
            _ if !when.expression.is_empty() => {
                say.with("record-quoted", &self.isolated(&when.expression))
            }
            _ => say.say("record-not-said").into_owned(),
        }
    }

    /// A day in words, its numbers isolated by being words.
    pub(in crate::record::pages) fn day(&self, day: Day) -> String {
        self.say().day(day)
    }

    /// The day of an instant where the newsroom is.
    pub(in crate::record::pages) fn day_of(&self, at: UtcMillis) -> Day {
        self.app.config.zone.day(at)
    }

    /// A length of time as ISO 8601 has it, in words; as it stands when it is of several units.
    pub(in crate::record::pages) fn duration(&self, iso: &str) -> String {
        let of = |prefix: &str, unit: char| {
            let number = iso.strip_prefix(prefix)?.strip_suffix(unit)?;
            number.parse::<i64>().ok()
        };
        let units = [
            (of("PT", 'H'), "record-hours"),
            (of("P", 'D'), "record-days"),
            (of("P", 'W'), "record-weeks"),
            (of("P", 'M'), "record-months"),
            (of("P", 'Y'), "record-years"),
        ];
        let known = units
            .into_iter()
            .find_map(|(count, name)| Some((count?, name)));
        known.map_or_else(
            || iso.to_owned(),
            |(count, name)| self.say().fill(name, &[("count", Part::Count(count))]),
        )
    }

    /// From a day to a day: a month or a year by its name where it is just that.
    pub(in crate::record::pages) fn span(&self, start: Day, end: Day) -> String {
        if start == end {
            return self.day(start);
        }
        let begins = start.day() == 1;
        let ends = end.plus_days(1).is_some_and(|next| next.day() == 1);
        let is_year = begins && ends && start.month() == 1 && end.month() == 12;
        let (from, to) = match (begins && ends, start.year() == end.year()) {
            (true, true) if is_year => {
                return self.say().with("record-when-year", &year(&self.day(start)));
            }
            (true, true) if start.month() == end.month() => return month(&self.day(start)),
            (true, _) => (month(&self.day(start)), month(&self.day(end))),
            (false, _) => (self.day(start), self.day(end)),
        };
        let parts = [("from", Part::Text(&from)), ("to", Part::Text(&to))];
        self.say().fill("record-when-range", &parts)
    }
}

/// Month and year of a day in words.
fn month(day: &str) -> String {
    day.split_once(' ').map_or(day, |(_, rest)| rest).to_owned()
}

/// The year of a day in words.
fn year(day: &str) -> String {
    day.rsplit_once(' ')
        .map_or(day, |(_, year)| year)
        .to_owned()
}
