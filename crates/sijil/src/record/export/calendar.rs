//! Truces as a calendar, RFC 5545: an event from start to planned end, and a reminder to look
//! whether it held. A clock never ends a truce here either.

use sijil_text::{Day, Lang};

use super::About;
use super::seen::{Seen, View};
use crate::db::{DbError, Tx, UtcMillis};
use crate::record::TruceState;
use crate::record::groups::{GroupBody, Truce};
use crate::record::objects::ObjectKind;

/// Bytes of a line, without its end; RFC 5545, 3.1.
const LINE_BYTES_MAX: usize = 75;

/// What RFC 5545, 3.6.2 calls a task.
const TASK: &str = concat!("VTO", "DO");

/// What stands before the events.
pub(super) fn head() -> String {
    lines(&[
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Sijil//Truces//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ])
}

/// What stands after them.
pub(super) fn tail() -> String {
    lines(&["END:VCALENDAR".to_owned()])
}

/// The calendar of one truce; nothing when readers may see no such truce.
///
/// # Errors
/// When the database fails.
pub fn of_truce(
    tx: &mut Tx<'_, '_>,
    (lang, about): (Lang, &About),
    id: i64,
) -> Result<Option<String>, DbError> {
    let mut view = View::new(lang, about);
    let found = view.groups(tx, ObjectKind::Truce, id.saturating_sub(1), 1)?;
    let Some(seen) = found.first().filter(|seen| seen.group.id.0 == id) else {
        return Ok(None);
    };
    let entries = entries(&view, seen, super::file::host(view.home()));
    Ok(Some(format!("{}{entries}{}", head(), tail())))
}

/// The event and the reminder of a truce; nothing while no day of it is known.
pub(super) fn entries(view: &View, seen: &Seen, host: &str) -> String {
    let GroupBody::Truce(truce) = &seen.group.body else {
        return String::new();
    };
    let end = truce.planned_end.as_ref().and_then(|end| end.on);
    let Some(start) = truce.effective.or(truce.announced).or(end) else {
        return String::new();
    };
    let newest = seen.claims.iter().map(|shown| shown.claim.decided_at).max();
    let common = |uid: &str| {
        vec![
            format!("UID:{uid}-{}@{host}", seen.group.id),
            format!("DTSTAMP:{}", stamp(newest.unwrap_or(UtcMillis(0)))),
            format!("SEQUENCE:{}", truce.sequence.max(0)),
            format!("SUMMARY:{}", escaped(&title(view, seen))),
            format!("URL:{}", view.permalink(seen)),
        ]
    };
    let mut all = vec!["BEGIN:VEVENT".to_owned()];
    all.extend(common("truce"));
    all.push(format!("DTSTART;VALUE=DATE:{}", date(start)));
    // The end is the day after the last.
    let last = truce.actual_end.or(end);
    let after = last
        .filter(|last| *last >= start)
        .and_then(|last| last.plus_days(1));
    all.extend(after.map(|after| format!("DTEND;VALUE=DATE:{}", date(after))));
    all.push(format!("STATUS:{}", status(truce)));
    all.push(format!("DESCRIPTION:{}", escaped(&seen.sentence())));
    if truce.is_live() && end.is_some() {
        // A day's event that ends after it: counted from its end, midnight after the last day.
        all.extend(alarm("-P4D", &title(view, seen)));
        all.extend(alarm("-P1D", &title(view, seen)));
    }
    all.push("END:VEVENT".to_owned());
    if let Some(due) = end.filter(|_| truce.is_live()) {
        all.push(format!("BEGIN:{TASK}"));
        all.extend(common("check"));
        all.push(format!("DUE;VALUE=DATE:{}", date(due)));
        let is_done = truce.checked.is_some_and(|checked| checked >= due);
        let status = if is_done { "COMPLETED" } else { "NEEDS-ACTION" };
        all.push(format!("STATUS:{status}"));
        all.push(format!("END:{TASK}"));
    }
    lines(&all)
}

fn alarm(before_end: &str, title: &str) -> [String; 5] {
    [
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("TRIGGER;RELATED=END:{before_end}"),
        format!("DESCRIPTION:{}", escaped(title)),
        "END:VALARM".to_owned(),
    ]
}

/// The truce's name, else its parties, else its first sentence.
fn title(view: &View, seen: &Seen) -> String {
    let name = seen.group.names.shown(view.lang);
    if !name.is_empty() {
        return name.to_owned();
    }
    let parties = view.actors(&seen.group, &[crate::record::ActorRole::Party]);
    if parties.is_empty() {
        seen.sentence()
    } else {
        view.names(&parties)
    }
}

/// How sure the event is: denied, or ended before its day, is called off.
fn status(truce: &Truce) -> &'static str {
    let planned = truce.planned_end.as_ref().and_then(|end| end.on);
    let is_early = truce.end_reason == "collapsed"
        || truce
            .actual_end
            .zip(planned)
            .is_some_and(|(actual, planned)| actual < planned);
    match truce.state {
        TruceState::Reported | TruceState::Agreed | TruceState::Contested => "TENTATIVE",
        TruceState::Denied => "CANCELLED",
        TruceState::Ended if is_early => "CANCELLED",
        TruceState::InForce | TruceState::Extended | TruceState::Ended => "CONFIRMED",
    }
}

fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn stamp(at: UtcMillis) -> String {
    super::json::written(at.0, "%Y%m%dT%H%M%SZ")
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\");
    let text = text.replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

fn lines(all: &[String]) -> String {
    all.iter().map(|line| folded(line)).collect()
}

/// A line in pieces of at most 75 bytes, none of which ends within a letter.
fn folded(line: &str) -> String {
    let (mut out, mut bytes) = (String::new(), 0);
    for letter in line.chars() {
        if bytes + letter.len_utf8() > LINE_BYTES_MAX {
            out.push_str("\r\n ");
            // The space counts too.
            bytes = 1;
        }
        out.push(letter);
        bytes += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters() {
        let text = format!("SUMMARY:{}", "هدنة لشهر واحد على طول الحدود ".repeat(9));
        let folded = folded(&text);
        for line in folded.trim_end().split("\r\n") {
            assert!(line.len() <= LINE_BYTES_MAX, "{line}");
        }
        assert_eq!(folded.replace("\r\n ", "").trim_end_matches("\r\n"), text);
        assert!(folded.len() < text.len() * 3 / 2);
    }

    #[test]
    fn what_means_something_in_a_calendar_is_escaped() {
        assert_eq!(escaped("a;b,c\\d\r\ne"), "a\\;b\\,c\\\\d\\ne");
        assert_eq!(stamp(UtcMillis(1_512_115_200_123)), "20171201T080000Z");
    }
}
