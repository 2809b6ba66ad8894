//! The ledger as files: NDJSON, with all that a row's hash is made of, and CSV for tables.

use std::fmt::Write as _;

use serde_json::json;

use super::{Entry, Subject};
use crate::web::Say;

/// Rows of one file; older ones are asked for by narrowing the days.
pub(super) const ROWS_MAX: i64 = 50_000;

/// One JSON object a line.
pub(super) fn ndjson(entries: &[Entry], say: &Say) -> String {
    let mut text = String::new();
    for entry in entries {
        let Subject(kind, subject) = entry.subject;
        let staff = entry.staff.as_ref();
        let line = json!({
            "seq": entry.link.as_ref().map(|link| link.seq),
            "sha256": entry.link.as_ref().map(|link| &link.sha256),
            "id": entry.id.0,
            "at": entry.at.0,
            "time": say.rfc3339(entry.at),
            "staff": staff.map(|(id, _)| id.0),
            "name": staff.map(|(_, name)| name),
            "session": entry.session.map(|id| id.0),
            "act": entry.act.word(),
            "kind": kind.word(),
            "subject": subject,
            "detail": entry.detail,
        });
        text.push_str(&line.to_string());
        text.push('\n');
    }
    text
}

/// RFC 4180, with a byte order mark so that tables read Arabic.
pub(super) fn csv(entries: &[Entry], say: &Say) -> String {
    let mut text =
        "\u{feff}seq,time,staff,name,session,act,kind,subject,detail,sha256\r\n".to_owned();
    for entry in entries {
        let Subject(kind, subject) = entry.subject;
        let staff = entry.staff.as_ref();
        let number = |number: Option<i64>| number.map_or_else(String::new, |n| n.to_string());
        // A string takes whatever is written to it.
        let _ = write!(
            text,
            "{},{},{},{},{},{},{},{subject},{},{}\r\n",
            number(entry.link.as_ref().map(|link| link.seq)),
            say.rfc3339(entry.at),
            number(staff.map(|(id, _)| id.0)),
            cell(staff.map_or("", |(_, name)| name)),
            number(entry.session.map(|id| id.0)),
            entry.act.word(),
            kind.word(),
            cell(&entry.detail),
            entry.link.as_ref().map_or("", |link| &link.sha256),
        );
    }
    text
}

/// A text as a cell. What a table would take for a formula is made a text (OWASP, "CSV Injection").
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let quote = if is_formula { "'" } else { "" };
    format!("\"{quote}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_ends_early() {
        for (text, expected) in [
            ("plain", "\"plain\""),
            ("=1+1", "\"'=1+1\""),
            ("-2", "\"'-2\""),
            ("@sum(a1)", "\"'@sum(a1)\""),
            ("\tx", "\"'\tx\""),
            ("a\",\"=b", "\"a\"\",\"\"=b\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
