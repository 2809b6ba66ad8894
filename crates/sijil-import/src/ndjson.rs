//! Our own form: one JSON object a line, as [`crate::Incoming`] serialises, or as little of it as
//! `id`, `title`, `text`.

use serde_json::{Map, Value};
use sijil_text::{SafeHtml, clean_line, detect};

use crate::bytes::sha256_hex;
use crate::dump::first_words;
use crate::incoming::{Incoming, Outcome};
use crate::markup;

/// Reads one line of `source`; `number` is its line, from 1.
pub(crate) fn read(line: &str, source: &str, number: usize) -> Outcome {
    let place = format!("{source}:{number}");
    let value: Value = match serde_json::from_str(line) {
        Ok(value) => value,
        Err(error) => {
            return Outcome::failed(place, format!("is no JSON object: {error}"));
        }
    };
    let Value::Object(mut record) = value else {
        return Outcome::failed(place, "is JSON but no object; each line must be `{...}`");
    };
    let refused = tidy(&mut record);
    let mut incoming: Incoming = match serde_json::from_value(Value::Object(record)) {
        Ok(incoming) => incoming,
        Err(error) => {
            return Outcome::failed(place, format!("has a field of another kind: {error}"));
        }
    };
    incoming.doubts.extend(refused);
    match complete(&mut incoming, line, &place) {
        Ok(()) => Outcome::Found(Box::new(incoming)),
        Err(reason) => Outcome::failed(place, reason),
    }
}

/// Other tools' names and kinds for our fields; returns what had to be refused.
fn tidy(record: &mut Map<String, Value>) -> Vec<String> {
    let mut refused = Vec::new();
    record.retain(|_, value| !value.is_null());
    take_markup(record);
    for (name, ours) in [
        ("headline", "title"),
        ("body", "text"),
        ("content", "text"),
        ("author", "byline"),
        ("authors", "byline"),
        ("language", "lang"),
        ("url", "canonical_url"),
    ] {
        if !record.contains_key(ours)
            && let Some(value) = record.remove(name)
        {
            record.insert(ours.to_owned(), value);
        }
    }
    for (_, value) in record.iter_mut().filter(|(name, _)| is_text(name)) {
        if let Value::Number(number) = value {
            *value = Value::String(number.to_string());
        }
    }
    for name in ["byline", "tags"] {
        if let Some(Value::String(one)) = record.get(name) {
            let list = Value::Array(vec![Value::String(one.clone())]);
            record.insert(name.to_owned(), list);
        }
    }
    let date = record
        .get("date")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let is_day = date
        .get(..10)
        .is_some_and(|day| sijil_text::Day::parse(day).is_ok());
    if !date.is_empty() && !is_day {
        let doubt = format!("the date {date:?} is no day in the form YYYY-MM-DD");
        record
            .entry("date_note")
            .or_insert_with(|| Value::String(doubt.clone()));
        refused.push(doubt);
    }
    if let Some(doubt) = keep_time(record) {
        refused.push(doubt);
    }
    refused
}

/// A `date` that says a time is a day for us; the time is kept beside it. Returns what could not
/// be read of it.
fn keep_time(record: &mut Map<String, Value>) -> Option<String> {
    if record.contains_key("published_at") {
        return None;
    }
    let date = record.get("date")?.as_str()?;
    let (day, time) = date.split_at_checked(10).filter(|(_, time)| {
        // Dates such as `24 November 2017` are refused as a whole already.
        time.starts_with(['T', 't', ' '])
    })?;
    sijil_text::Day::parse(day).ok()?;
    let Some(time) = rfc3339_time(time) else {
        return Some(format!("the time in the date {date:?} cannot be read"));
    };
    let instant = Value::String(format!("{day}T{time}"));
    record.insert("published_at".to_owned(), instant);
    None
}

/// `10:00 +0200`, `10:00:00 UTC` and their like as RFC 3339 writes them; without an offset where
/// none is said.
fn rfc3339_time(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['T', 't', ' ']).trim_end();
    let is_clock = |c: char| c.is_ascii_digit() || c == ':' || c == '.';
    let clock_end = text.find(|c| !is_clock(c)).unwrap_or(text.len());
    let (clock, offset) = text.split_at_checked(clock_end)?;
    let clock = match clock.len() {
        5 => format!("{clock}:00"),
        8.. => clock.to_owned(),
        _ => return None,
    };
    let offset = match offset.trim() {
        "" => String::new(),
        "Z" | "z" | "UTC" | "GMT" => "Z".to_owned(),
        offset => {
            let digits: String = offset.get(1..)?.split(':').collect();
            let sign = offset.get(..1).filter(|sign| matches!(*sign, "+" | "-"))?;
            let (hours, minutes) = digits.split_at_checked(2)?;
            let minutes = if minutes.is_empty() { "00" } else { minutes };
            let is_offset = minutes.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_offset.then(|| format!("{sign}{hours}:{minutes}"))?
        }
    };
    Some(clock + &offset)
}

/// Other tools write markup into `body` or `content`; it becomes our `html`.
fn take_markup(record: &mut Map<String, Value>) {
    if record.contains_key("html") || record.contains_key("text") {
        return;
    }
    let markup = ["body", "content"].into_iter().find_map(|name| {
        let text = record.get(name)?.as_str()?;
        markup::has_tags(text).then(|| (name, markup::with_paragraphs(text)))
    });
    if let Some((name, markup)) = markup {
        record.remove(name);
        record.insert("html".to_owned(), Value::String(markup));
    }
}

fn is_text(name: &str) -> bool {
    matches!(name, "id" | "title" | "text" | "date" | "section")
}

/// Fills what a short record leaves open.
fn complete(incoming: &mut Incoming, line: &str, place: &str) -> Result<(), String> {
    if incoming.html.is_empty() {
        let html = if incoming.paragraphs.is_empty() {
            SafeHtml::from_text(&incoming.text)
        } else {
            SafeHtml::from_paragraphs(&incoming.paragraphs)
        };
        incoming.set_body(html);
    } else {
        let html = std::mem::take(&mut incoming.html);
        incoming.set_body(html);
    }
    if incoming.text.is_empty() {
        return Err("has neither `text` nor `html` nor `paragraphs`".to_owned());
    }
    incoming.title = clean_line(&incoming.title);
    if incoming.title.is_empty() {
        incoming.title = first_words(&incoming.text);
        incoming
            .doubts
            .push("no title; it is the beginning of the text".to_owned());
    }
    if incoming.sha256.is_empty() {
        incoming.sha256 = sha256_hex(line.as_bytes());
    }
    if incoming.id.is_empty() {
        incoming.id.clone_from(&incoming.sha256);
    }
    if incoming.source.is_empty() {
        place.clone_into(&mut incoming.source);
    }
    if incoming.lang.is_none() {
        incoming.lang = detect(&incoming.text);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Incoming {
        match read(line, "old.ndjson", 7) {
            Outcome::Found(incoming) => *incoming,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_short_record_is_enough() {
        let story = found(
            r#"{"id": 17, "title": "Rain", "text": "Rain fell.\n\nIt stopped.", "date": "2017-11-24T10:00:00Z", "author": "Layla Haddad"}"#,
        );
        assert_eq!(story.id, "17");
        assert_eq!(story.paragraphs, ["Rain fell.", "It stopped."]);
        assert_eq!(
            story.date.map(|day| day.to_string()).as_deref(),
            Some("2017-11-24")
        );
        assert_eq!(story.byline, ["Layla Haddad"]);
        assert_eq!(story.source, "old.ndjson:7");
    }

    #[test]
    fn markup_in_a_record_is_cleaned() {
        let story = found(
            r#"{"id": "a", "title": "Rain", "html": "<p onclick='x()'>Rain <b>fell</b>.</p><script>x()</script>"}"#,
        );
        assert_eq!(story.html.as_str(), "<p>Rain <b>fell</b>.</p>");
        assert_eq!(story.text, "Rain fell.");
    }

    #[test]
    fn markup_in_body_or_content_shows_no_literal_tags() {
        for name in ["body", "content"] {
            let story = found(&format!(
                r#"{{"title": "Rain", "{name}": "<p>Rain <em>fell</em>.</p><script>x()</script><p onclick='x()'>It stopped.</p>"}}"#
            ));
            assert_eq!(story.paragraphs, ["Rain fell.", "It stopped."]);
            assert_eq!(
                story.html.as_str(),
                "<p>Rain <em>fell</em>.</p><p>It stopped.</p>"
            );
        }
        let story = found(r#"{"title": "Rain", "body": "Rain <b>fell</b>.\n\nIt stopped."}"#);
        assert_eq!(story.paragraphs, ["Rain fell.", "It stopped."]);
        let story = found(r#"{"title": "Rain", "body": "5 < 6\n\nwrite to <desk@example.org>"}"#);
        assert_eq!(story.paragraphs, ["5 < 6", "write to <desk@example.org>"]);
        let story = found(r#"{"title": "Rain", "text": null, "body": "Rain fell."}"#);
        assert_eq!(story.text, "Rain fell.");
    }

    #[test]
    fn a_date_with_a_time_keeps_its_time() {
        for (date, instant) in [
            ("2017-11-24T10:00:00Z", Some("2017-11-24T10:00:00Z")),
            (
                "2017-11-24T10:00:00.500+02:00",
                Some("2017-11-24T10:00:00.500+02:00"),
            ),
            (
                "2017-11-24 10:00:00 +0200",
                Some("2017-11-24T10:00:00+02:00"),
            ),
            ("2017-11-24 10:00 UTC", Some("2017-11-24T10:00:00Z")),
            ("2017-11-24 10:00:00", Some("2017-11-24T10:00:00")),
            ("2017-11-24", None),
        ] {
            let line = format!(r#"{{"title": "Rain", "text": "Rain fell.", "date": "{date}"}}"#);
            let story = found(&line);
            assert_eq!(story.published_at.as_deref(), instant, "{date}");
            assert!(story.date.is_some() && story.doubts.is_empty(), "{date}");
        }
        let story =
            found(r#"{"title": "Rain", "text": "Rain fell.", "date": "2017-11-24 10 o'clock"}"#);
        assert!(story.date.is_some() && story.published_at.is_none());
        assert!(story.doubts.iter().any(|doubt| doubt.contains("o'clock")));
    }

    #[test]
    fn an_unreadable_date_leaves_its_note() {
        let story = found(r#"{"title": "Rain", "text": "Rain fell.", "date": "24.11.2017"}"#);
        assert_eq!(story.date, None);
        assert!(
            story
                .date_note
                .is_some_and(|note| note.contains("24.11.2017"))
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        for (line, part) in [
            ("{\"id\": ", "no JSON object"),
            ("[1]", "no object"),
            ("{\"id\": \"a\", \"title\": \"Rain\"}", "neither"),
            ("{\"tags\": 5, \"text\": \"a\"}", "another kind"),
        ] {
            let Outcome::Failed { source, reason } = read(line, "old.ndjson", 7) else {
                panic!("{line} was read");
            };
            assert_eq!(source, "old.ndjson:7");
            assert!(reason.contains(part), "{reason}");
        }
    }
}
