//! The instant under which an old story is published: never one that lies ahead.

use sijil_import::Incoming;
use sijil_text::Day;

use super::Assumed;
use crate::clock::{self, Zone};
use crate::comments::Dated;
use crate::db::UtcMillis;

/// Hour of the day that a story gets when only its day is known: noon, so that it falls on that
/// day in every zone near the newsroom's.
const NOON: u8 = 12;

/// When a story was published.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct When {
    /// The instant.
    pub(super) at: UtcMillis,
    /// Whether only the day of it is known.
    pub(super) is_day_only: bool,
    /// What could not be read.
    pub(super) note: Option<String>,
}

/// When a comment was written, as exactly as its words tell; nothing where they tell nothing or
/// what cannot be.
pub(super) fn of_comment(
    zone: &Zone,
    now: UtcMillis,
    written: Option<&str>,
) -> Option<(UtcMillis, Dated)> {
    let written = written?;
    let instant = clock::instant(written)
        .ok()
        .or_else(|| local(zone, written));
    let found = match instant {
        Some(at) => (at, Dated::Moment),
        None => {
            let day = sijil_text::find_day(written)?.day;
            (zone.instant(day, NOON), Dated::Day)
        }
    };
    Some(found).filter(|(at, _)| *at <= now)
}

/// When the story was published.
///
/// # Errors
/// Why it cannot be taken: no day is known, or it lies after `now`.
pub(super) fn when(
    zone: &Zone,
    now: UtcMillis,
    incoming: &Incoming,
    assumed: &Assumed,
) -> Result<When, String> {
    let written = incoming.published_at.as_deref();
    let instant = written.and_then(|text| clock::instant(text).ok().or_else(|| local(zone, text)));
    if let Some(at) = instant {
        if at > now {
            return Err(format!(
                "its time of publication, {}, lies ahead",
                zone.rfc3339(at)
            ));
        }
        return Ok(When {
            at,
            is_day_only: false,
            note: None,
        });
    }
    let day = incoming.date.or(assumed.published).ok_or_else(|| {
        let found = incoming.date_note.as_deref();
        let why = found.map_or_else(String::new, |note| format!(" ({note})"));
        format!("no day of publication is known{why}; say --published YYYY-MM-DD")
    })?;
    if day > zone.day(now) {
        return Err(format!("its day of publication, {day}, lies ahead"));
    }
    Ok(When {
        // In the morning the noon of today is still to come.
        at: zone.instant(day, NOON).min(now),
        is_day_only: true,
        note: written.map(|text| format!("its time of publication, {text:?}, cannot be read")),
    })
}

/// The instant of `2017-11-24T10:00:00` without an offset: the newsroom's clock showed it.
fn local(zone: &Zone, text: &str) -> Option<UtcMillis> {
    let (day, time) = text.split_at_checked(10)?;
    let day = Day::parse(day).ok()?;
    let mut parts = time.strip_prefix(['T', 't', ' '])?.split(':');
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: i64 = parts.next()?.parse().ok()?;
    let second: i64 = match parts.next() {
        Some(second) => second.split('.').next()?.parse().ok()?,
        None => 0,
    };
    let is_time = hour < 24 && (0..60).contains(&minute) && (0..60).contains(&second);
    is_time.then(|| UtcMillis(zone.instant(day, hour).0 + (minute * 60 + second) * 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-08T09:00:00Z.
    const NOW: UtcMillis = UtcMillis(1_794_128_400_000);

    fn dated(date: Option<&str>, published_at: Option<&str>) -> Result<When, String> {
        let incoming = Incoming {
            date: date.map(|day| Day::parse(day).unwrap()),
            published_at: published_at.map(str::to_owned),
            date_note: Some("the page shows no day of publication".to_owned()),
            ..Incoming::default()
        };
        let zone = Zone::named("Asia/Damascus").unwrap();
        when(&zone, NOW, &incoming, &Assumed::default())
    }

    #[test]
    fn a_time_without_an_offset_is_read_on_the_newsrooms_clock() {
        for (text, expected) in [
            ("2026-11-08T11:30:05", "2026-11-08T08:30:05Z"),
            ("2026-11-08 11:30", "2026-11-08T08:30:00Z"),
            ("2026-11-08T08:30:00Z", "2026-11-08T08:30:00Z"),
            ("2026-11-08T11:30:00+03:00", "2026-11-08T08:30:00Z"),
        ] {
            let when = dated(Some("2026-11-08"), Some(text)).unwrap();
            assert_eq!(Ok(when.at), clock::instant(expected), "{text}");
            assert!(!when.is_day_only, "{text}");
        }
        let odd = dated(Some("2026-11-07"), Some("2026-11-07T25:00:00")).unwrap();
        assert!(odd.is_day_only && odd.note.is_some());
    }

    #[test]
    fn a_day_that_lies_ahead_is_said() {
        let reason = dated(Some("2026-11-09"), None).unwrap_err();
        assert!(
            reason.contains("2026-11-09") && reason.contains("ahead"),
            "{reason}"
        );
        let reason = dated(Some("2026-11-08"), Some("2026-11-08T12:00:01")).unwrap_err();
        assert!(reason.contains("ahead"), "{reason}");
        assert_eq!(
            dated(Some("2026-11-08"), None).map(|when| when.at <= NOW),
            Ok(true),
            "today is no day ahead, in the morning neither"
        );
    }

    #[test]
    fn a_missing_day_is_explained_by_the_page() {
        let reason = dated(None, None).unwrap_err();
        assert!(reason.contains("the page shows no day"), "{reason}");
        assert!(reason.contains("--published"), "{reason}");
    }
}
