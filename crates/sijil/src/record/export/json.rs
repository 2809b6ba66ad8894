//! How a thing of the record stands in a file: identifiers as texts, since programs that read JSON
//! numbers as floating point lose the last digits of ours; instants as ISO 8601 in UTC.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::clock::instant;

/// The fields that hold an identifier. Where a text stands in one of them, it is a word of a list
/// (`"group": "women"`), never digits.
pub(super) const IDS: [&str; 18] = [
    "actor",
    "anchor",
    "by",
    "claim",
    "group",
    "id",
    "of",
    "one",
    "merged_into",
    "other",
    "part_of",
    "place",
    "replaced_by",
    "restates",
    "source",
    "story",
    "supersedes",
    "decision",
];

/// The fields that hold an instant.
const INSTANTS: [&str; 2] = ["at", "decided_at"];

/// Parts of one that a number with a fraction keeps: nine decimals of a score or of a degree are
/// more than either means, and a reader that is no more exact than ours gives them back as they were.
const PARTS: f64 = 1e9;

/// A thing as a file has it.
pub(super) fn outward(thing: Value) -> Value {
    walk(thing, &|key, value| {
        if value.is_f64() {
            return value.as_f64().map(|number| json!(rounded(number)));
        }
        let number = value.as_i64()?;
        if IDS.contains(&key) {
            return Some(json!(number.to_string()));
        }
        if INSTANTS.contains(&key) {
            return Some(json!(iso(number)));
        }
        None
    })
}

/// A thing as the database has it, from how a file has it.
pub(super) fn inward(thing: Value) -> Value {
    walk(thing, &|key, value| {
        let text = value.as_str()?;
        if IDS.contains(&key) {
            return text.parse::<i64>().ok().map(Value::from);
        }
        if INSTANTS.contains(&key) {
            return instant(text).ok().map(|at| Value::from(at.0));
        }
        None
    })
}

/// An instant of milliseconds, such as `2017-12-01T09:00:00.000Z`.
pub(super) fn iso(millis: i64) -> String {
    written(millis, "%Y-%m-%dT%H:%M:%S%.3fZ")
}

/// An instant in UTC in a form of `strftime`.
pub(super) fn written(millis: i64, form: &str) -> String {
    let instant = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH);
    instant.strftime(form).to_string()
}

fn rounded(number: f64) -> f64 {
    (number * PARTS).round() / PARTS
}

/// A line: the fields of `thing` and its type.
pub(super) fn line(kind: &str, thing: Value) -> Map<String, Value> {
    let mut fields = match outward(thing) {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    fields.insert("type".to_owned(), json!(kind));
    fields
}

fn walk(value: Value, change: &dyn Fn(&str, &Value) -> Option<Value>) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(key, value)| {
                    let changed = change(&key, &value);
                    let value = changed.unwrap_or_else(|| walk(value, change));
                    (key, value)
                })
                .collect(),
        ),
        Value::Array(items) => {
            Value::Array(items.into_iter().map(|item| walk(item, change)).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_comes_back_from_a_file_as_it_was() {
        let thing = json!({
            "id": 226_000_000_000_000_001_i64,
            "at": 1_512_115_200_123_i64,
            "actors": [{"actor": 7, "text": "7"}],
            "groups": [{"group": "women", "low": 3}],
        });
        let out = outward(thing.clone());
        assert_eq!(out["id"], "226000000000000001");
        assert_eq!(out["at"], "2017-12-01T08:00:00.123Z");
        assert_eq!(out["actors"][0]["text"], "7");
        assert_eq!(out["groups"][0]["low"], 3);
        assert_eq!(inward(out), thing);
    }
}
