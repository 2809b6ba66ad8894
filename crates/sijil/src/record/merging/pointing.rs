//! From one thing to another in the texts of the record: whatever named the one names the other.

use serde_json::{Map, Value, json};

use crate::record::objects::ObjectKind;

/// The fields that name a thing of a kind.
const fn fields(kind: ObjectKind) -> &'static [&'static str] {
    match kind {
        ObjectKind::Source => &["source"],
        ObjectKind::Actor => &["actor", "part_of"],
        _ => &["place"],
    }
}

/// Lets whatever names `from` name `to`. Gives whether anything did.
pub(super) fn repoint(body: &mut Value, kind: ObjectKind, (from, to): (i64, i64)) -> bool {
    match body {
        Value::Object(map) => {
            let mut has_changed = false;
            for name in fields(kind) {
                if map.get(*name).and_then(Value::as_i64) == Some(from) {
                    map.insert((*name).to_owned(), json!(to));
                    has_changed = true;
                }
            }
            for (_, value) in map.iter_mut() {
                has_changed |= repoint(value, kind, (from, to));
            }
            // Nothing is a part of itself.
            if has_changed && map.get("id") == map.get("part_of") {
                map.remove("part_of");
            }
            has_changed
        }
        Value::Array(items) => {
            let mut has_changed = false;
            for item in items.iter_mut() {
                has_changed |= repoint(item, kind, (from, to));
            }
            if has_changed {
                once(items, kind, to);
            }
            has_changed
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Who was there as both is there once in each role. Links of a chain stay: each says its own words.
fn once(items: &mut Vec<Value>, kind: ObjectKind, id: i64) {
    if kind == ObjectKind::Source {
        return;
    }
    let mut roles = Vec::new();
    items.retain(|item| {
        let Some(fields) = item.as_object().filter(|fields| names(fields, kind, id)) else {
            return true;
        };
        let Some(role) = fields.get("role") else {
            return true;
        };
        let is_first = !roles.contains(role);
        if is_first {
            roles.push(role.clone());
        }
        is_first
    });
}

fn names(item: &Map<String, Value>, kind: ObjectKind, id: i64) -> bool {
    let mut keys = fields(kind).iter();
    keys.any(|key| item.get(*key).and_then(Value::as_i64) == Some(id))
}

/// The one that stays, with the names of the other beside its own, and with what only the other says
/// of dictionaries and lists.
pub(super) fn joined(kept: &mut Map<String, Value>, other: &Map<String, Value>) {
    let name = |of: &Map<String, Value>, lang: &str| {
        let name = of.get("names").and_then(|names| names.get(lang));
        name.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let mut aliases = texts(kept.get("aliases"));
    let mut names = Map::new();
    for lang in ["ar", "en"] {
        let (own, others) = (name(kept, lang), name(other, lang));
        let usual = if own.is_empty() { others.clone() } else { own };
        if !usual.is_empty() {
            names.insert(lang.to_owned(), json!(usual));
        }
        if !others.is_empty() && others != usual {
            aliases.push(others);
        }
    }
    aliases.extend(texts(other.get("aliases")));
    let mut known: Vec<String> = names.values().map(|name| text(name).to_owned()).collect();
    aliases.retain(|alias| {
        let is_new = !known.contains(alias);
        if is_new {
            known.push(alias.clone());
        }
        is_new
    });
    kept.insert("names".to_owned(), Value::Object(names));
    if !aliases.is_empty() {
        kept.insert("aliases".to_owned(), json!(aliases));
    }
    for key in ["dictionary", "geonameid", "pcode"] {
        if let (None, Some(value)) = (kept.get(key), other.get(key)) {
            kept.insert(key.to_owned(), value.clone());
        }
    }
}

fn texts(list: Option<&Value>) -> Vec<String> {
    let items = list.and_then(Value::as_array).into_iter().flatten();
    items.map(|item| text(item).to_owned()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_there_as_both_is_there_once_in_each_role() {
        let mut body = json!({
            "actors": [
                {"actor": 1, "role": "party", "text": "a"},
                {"actor": 2, "role": "party", "text": "b"},
                {"actor": 2, "role": "mediator"},
                {"actor": 3, "role": "party"},
            ],
            "places": [{"place": 2, "role": "from"}],
        });
        assert!(repoint(&mut body, ObjectKind::Actor, (2, 1)));
        let wanted = json!({
            "actors": [
                {"actor": 1, "role": "party", "text": "a"},
                {"actor": 1, "role": "mediator"},
                {"actor": 3, "role": "party"},
            ],
            "places": [{"place": 2, "role": "from"}],
        });
        assert_eq!(body, wanted);
        assert!(!repoint(&mut body, ObjectKind::Actor, (2, 1)));
        let mut part = json!({"id": 1, "part_of": 2});
        assert!(repoint(&mut part, ObjectKind::Actor, (2, 1)));
        assert_eq!(part, json!({"id": 1}));
    }

    #[test]
    fn the_one_that_stays_has_the_names_of_both() {
        let mut kept = json!({"names": {"en": "Hills Brigade"}, "aliases": ["HBQ"]});
        let other = json!({
            "names": {"en": "Hill Battalion", "ar": "لواء التلال"}, "aliases": ["HBQ", "HB"],
            "dictionary": "hb",
        });
        let (Some(map), Some(other)) = (kept.as_object_mut(), other.as_object()) else {
            panic!("both are objects");
        };
        joined(map, other);
        let wanted = json!({
            "names": {"en": "Hills Brigade", "ar": "لواء التلال"},
            "aliases": ["HBQ", "Hill Battalion", "HB"], "dictionary": "hb",
        });
        assert_eq!(kept, wanted);
    }
}
