//! When something happened: plain days in the place's own calendar, as exactly as is known.

use serde::{Deserialize, Serialize};
use sijil_text::Day;

use super::{Basis, Calendar, Precision};

/// A time, with how exactly it is known and where that was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The first day it may have been; open when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub start: Option<Day>,
    /// The last day it may have been, or the last day of a period; open when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub end: Option<Day>,
    /// How exactly.
    pub precision: Precision,
    /// As the text says it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub expression: String,
    /// In which calendar the text says it.
    pub calendar: Calendar,
    /// Where it was taken from.
    pub basis: Basis,
}

impl When {
    /// A day that is known.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self {
            start: Some(day),
            end: Some(day),
            precision: Precision::Day,
            expression: String::new(),
            calendar: Calendar::Gregorian,
            basis: Basis::Explicit,
        }
    }

    /// The first day as lists keep it: empty when unknown.
    #[must_use]
    pub fn first(&self) -> String {
        self.start
            .or(self.end)
            .map(|day| day.to_string())
            .unwrap_or_default()
    }

    /// The last day as lists keep it: empty when unknown.
    #[must_use]
    pub fn last(&self) -> String {
        self.end
            .or(self.start)
            .map(|day| day.to_string())
            .unwrap_or_default()
    }

    /// Whether the last day is not before the first.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        match (self.start, self.end) {
            (Some(start), Some(end)) => start <= end,
            _ => true,
        }
    }
}

/// A day as JSON: `YYYY-MM-DD`.
pub(super) mod day {
    use serde::{Deserialize as _, Deserializer, Serializer, de};
    use sijil_text::Day;

    #[expect(clippy::ref_option, reason = "the shape that serde calls")]
    pub(in crate::record) fn serialize<S: Serializer>(
        day: &Option<Day>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub(in crate::record) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Day>, D::Error> {
        let written = Option::<String>::deserialize(deserializer)?;
        written
            .map(|text| text.parse().map_err(de::Error::custom))
            .transpose()
    }
}
