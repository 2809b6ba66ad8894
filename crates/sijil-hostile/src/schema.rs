//! As much of JSON Schema (draft 2020-12) as the program's own schemas use.

use serde_json::{Map, Value};

/// What is wrong with `value` by `schema`, a part of `root`; none if nothing is.
pub(crate) fn fault(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    let Some(rules) = schema.as_object() else {
        return (schema == &Value::Bool(false)).then(|| format!("{value} is not allowed"));
    };
    if let Some(name) = rules.get("$ref").and_then(Value::as_str) {
        let Some(meant) = root.pointer(name.trim_start_matches('#')) else {
            return Some(format!("{name} is nowhere in the schema"));
        };
        return fault(root, meant, value);
    }
    let all = list(rules, "allOf").find_map(|one| fault(root, one, value));
    all.or_else(|| of_any(root, rules, value))
        .or_else(|| of_itself(rules, value))
        .or_else(|| of_items(root, rules, value))
        .or_else(|| of_object(root, rules, value.as_object()?))
}

fn list<'s>(rules: &'s Map<String, Value>, key: &str) -> impl Iterator<Item = &'s Value> {
    rules
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn of_any(root: &Value, rules: &Map<String, Value>, value: &Value) -> Option<String> {
    let faults: Vec<Option<String>> = list(rules, "anyOf")
        .map(|one| fault(root, one, value))
        .collect();
    let fits = faults.is_empty() || faults.iter().any(Option::is_none);
    (!fits).then(|| format!("{value} fits none of anyOf"))
}

/// Its type, its bounds, whether it is one of those listed.
fn of_itself(rules: &Map<String, Value>, value: &Value) -> Option<String> {
    if rules.contains_key("enum") && !list(rules, "enum").any(|allowed| allowed == value) {
        return Some(format!("{value} is none of those listed"));
    }
    let named: Vec<&str> = match rules.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(_) => list(rules, "type").filter_map(Value::as_str).collect(),
        None => Vec::new(),
    };
    let own = name(value);
    let fits =
        named.is_empty() || named.contains(&own) || own == "integer" && named.contains(&"number");
    if !fits {
        return Some(format!("{value} is not of {named:?}"));
    }
    let bound = |key: &str| rules.get(key).and_then(Value::as_f64);
    let number = value.as_f64();
    let is_low = number
        .zip(bound("minimum"))
        .is_some_and(|(own, least)| own < least);
    let is_high = number
        .zip(bound("maximum"))
        .is_some_and(|(own, most)| own > most);
    (is_low || is_high).then(|| format!("{value} is out of bounds"))
}

fn name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn of_items(root: &Value, rules: &Map<String, Value>, value: &Value) -> Option<String> {
    let items = value.as_array()?;
    let most = rules.get("maxItems").and_then(Value::as_u64);
    let is_long = most.is_some_and(|most| u64::try_from(items.len()).is_ok_and(|own| own > most));
    if is_long {
        return Some(format!("{} items are too many", items.len()));
    }
    let schema = rules.get("items")?;
    items.iter().find_map(|item| fault(root, schema, item))
}

fn of_object(
    root: &Value,
    rules: &Map<String, Value>,
    object: &Map<String, Value>,
) -> Option<String> {
    let mut required = list(rules, "required").filter_map(Value::as_str);
    if let Some(missing) = required.find(|key| !object.contains_key(*key)) {
        return Some(format!("{missing} is missing"));
    }
    let known = rules.get("properties").and_then(Value::as_object);
    object.iter().find_map(|(key, value)| {
        let schema = known.and_then(|known| known.get(key));
        let schema = schema.or_else(|| rules.get("additionalProperties"))?;
        fault(root, schema, value).map(|reason| format!("{key}: {reason}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_schema_forbids_is_a_fault() {
        let schema = json!({
            "type": "object", "required": ["a"], "additionalProperties": false,
            "properties": {"a": {"$ref": "#/$defs/small"}, "b": {"type": "array", "maxItems": 1, "items": {"enum": ["x"]}}},
            "$defs": {"small": {"anyOf": [{"type": "integer", "maximum": 3}, {"type": "null"}]}},
        });
        for (value, is_right) in [
            (json!({"a": 3}), true),
            (json!({"a": null, "b": ["x"]}), true),
            (json!({"a": 4}), false),
            (json!({"a": 1.5}), false),
            (json!({}), false),
            (json!({"a": 1, "c": 1}), false),
            (json!({"a": 1, "b": ["y"]}), false),
            (json!({"a": 1, "b": ["x", "x"]}), false),
        ] {
            assert_eq!(
                fault(&schema, &schema, &value).is_none(),
                is_right,
                "{value}"
            );
        }
    }
}
