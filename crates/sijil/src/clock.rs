//! Time as an argument: a clock that tests can hold still, and the newsroom's zone.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use sijil_text::Day;

use crate::db::UtcMillis;

/// Where the present comes from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// An instant that tests set.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `now`.
    #[must_use]
    pub fn fixed(now: UtcMillis) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(now.0)))
    }

    /// Moves a fixed clock; the machine's clock is left alone.
    pub fn set(&self, now: UtcMillis) {
        if let Self::Fixed(at) = self {
            at.store(now.0, Ordering::Relaxed);
        }
    }

    /// The present.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine's clock"
    )]
    pub fn now(&self) -> UtcMillis {
        match self {
            Self::System => UtcMillis(Timestamp::now().as_millisecond()),
            Self::Fixed(at) => UtcMillis(at.load(Ordering::Relaxed)),
        }
    }
}

/// The zone in which the newsroom counts its days.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    /// Its IANA name; empty for one that has none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or_default()
    }

    /// The zone of that IANA name, such as `Europe/Berlin`.
    ///
    /// # Errors
    /// When no zone bears that name.
    pub fn named(name: &str) -> Result<Self, String> {
        TimeZone::get(name).map(Self).ok().ok_or_else(|| {
            format!("{name} is not an IANA time zone; write one like Europe/Berlin or UTC")
        })
    }

    /// Coordinated Universal Time.
    #[must_use]
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The day that `instant` falls on here.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "jiff gives dates of the Gregorian calendar only"
    )]
    pub fn day(&self, instant: UtcMillis) -> Day {
        let date = self.zoned(instant).date();
        let (year, month, day) = (date.year(), date.month(), date.day());
        Day::new(
            year.unsigned_abs(),
            month.unsigned_abs(),
            day.unsigned_abs(),
        )
        .expect("a date of the Gregorian calendar is a day")
    }

    /// Hour and minute of `instant` here.
    #[must_use]
    pub fn time(&self, instant: UtcMillis) -> (u8, u8) {
        let zoned = self.zoned(instant);
        (zoned.hour().unsigned_abs(), zoned.minute().unsigned_abs())
    }

    /// The instant at which `day` reaches `hour` here; of two such instants the earlier.
    #[must_use]
    pub fn instant(&self, day: Day, hour: u8) -> UtcMillis {
        let text = format!("{day}T{hour:02}:00");
        let zoned = text
            .parse::<jiff::civil::DateTime>()
            .and_then(|at| at.to_zoned(self.0.clone()));
        UtcMillis(zoned.map_or(0, |zoned| zoned.timestamp().as_millisecond()))
    }

    /// The instant of a day and a time here, as browsers send them: `2026-11-22T18:30` or with
    /// seconds. Of two such instants the earlier; of none, when clocks go forward, the one an hour on.
    #[must_use]
    pub fn at(&self, text: &str) -> Option<UtcMillis> {
        let civil = text.trim().parse::<jiff::civil::DateTime>().ok()?;
        let zoned = civil.to_zoned(self.0.clone()).ok()?;
        Some(UtcMillis(zoned.timestamp().as_millisecond()))
    }

    /// An instant as [`Zone::at`] takes it, to the second.
    #[must_use]
    pub fn local(&self, instant: UtcMillis) -> String {
        let zoned = self.zoned(instant);
        zoned.strftime("%Y-%m-%dT%H:%M:%S").to_string()
    }

    /// RFC 3339 with this zone's offset, for machines.
    #[must_use]
    pub fn rfc3339(&self, instant: UtcMillis) -> String {
        self.zoned(instant)
            .strftime("%Y-%m-%dT%H:%M:%S%:z")
            .to_string()
    }

    /// RFC 822 with a four-digit year, as RSS 2.0 wants it.
    #[must_use]
    pub fn rfc822(&self, instant: UtcMillis) -> String {
        self.zoned(instant)
            .strftime("%a, %d %b %Y %H:%M:%S %z")
            .to_string()
    }

    fn zoned(&self, instant: UtcMillis) -> jiff::Zoned {
        let timestamp = Timestamp::from_millisecond(instant.0).unwrap_or(Timestamp::UNIX_EPOCH);
        timestamp.to_zoned(self.0.clone())
    }
}

/// The instant that an RFC 3339 text names.
///
/// # Errors
/// When the text is no RFC 3339 instant.
pub fn instant(text: &str) -> Result<UtcMillis, String> {
    let parsed = text.parse::<Timestamp>();
    parsed
        .map(|timestamp| UtcMillis(timestamp.as_millisecond()))
        .ok()
        .ok_or_else(|| format!("{text} is not an instant; write one like 2026-11-22T09:30:00Z"))
}
