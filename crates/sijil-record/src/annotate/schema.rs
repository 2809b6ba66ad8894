//! Annotations are held against their own schema, and against strange texts.

use super::*;
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::new(&["SY", "IQ"]).unwrap());

/// As much of JSON Schema as ours uses: what is wrong with `value`, if anything.
fn fault(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return fault(
            root,
            root.pointer(name.trim_start_matches('#')).unwrap(),
            value,
        );
    }
    if let Some(allowed) = schema.get("enum").and_then(Value::as_array) {
        return (!allowed.contains(value)).then(|| format!("{value} is none of {allowed:?}"));
    }
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        Some(one) => one.as_str().into_iter().collect(),
        None => Vec::new(),
    };
    let own = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = types.contains(&own) || (own == "integer" && types.contains(&"number"));
    if !fits {
        return Some(format!("{value} is not of {types:?}"));
    }
    let number = |key: &str| schema.get(key).and_then(Value::as_f64);
    if let Some(own) = value.as_f64()
        && (number("minimum").is_some_and(|least| own < least)
            || number("maximum").is_some_and(|most| own > most))
    {
        return Some(format!("{own} is out of bounds"));
    }
    let items = value.as_array().into_iter().flatten();
    let mut of_items = items.filter_map(|item| fault(root, &schema["items"], item));
    of_items
        .next()
        .or_else(|| of_object(root, schema, value.as_object()?))
}

fn of_object(
    root: &Value,
    schema: &Value,
    object: &serde_json::Map<String, Value>,
) -> Option<String> {
    let required = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    for key in required {
        if !object.contains_key(key) {
            return Some(format!("{key} is missing"));
        }
    }
    object
        .iter()
        .find_map(|(key, value)| match schema["properties"].get(key) {
            Some(schema) => fault(root, schema, value),
            None => Some(format!("{key} is unknown")),
        })
}

fn check(text: &str) -> Annotation {
    let found = ANNOTATOR.annotate(text, Day::parse("2017-12-01").ok());
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let value = serde_json::to_value(&found).unwrap();
    assert_eq!(fault(&schema, &schema, &value), None, "{text}");
    anchors(&value, text);
    found
}

/// Every stretch is where it says it is.
fn anchors(value: &Value, text: &str) {
    if let (Some(start), Some(end)) = (value["start"].as_u64(), value["end"].as_u64()) {
        let (start, end) = (
            usize::try_from(start).unwrap(),
            usize::try_from(end).unwrap(),
        );
        assert_eq!(text.get(start..end), value["text"].as_str());
    }
    let inner: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => Vec::new(),
    };
    inner.into_iter().for_each(|value| anchors(value, text));
}

#[test]
fn a_story_is_annotated_in_both_languages_as_the_schema_says() {
    let english = check(
        "Sources told the paper on Friday that the SDF took Markada in Hasaka province. \
         The village was empty. At least 801 civilians were killed between August 2014 and October 2017, Reuters reported.",
    );
    assert!(
        english
            .places
            .iter()
            .any(|place| place.geonameid == Some(167_208))
    );
    assert!(
        english
            .places
            .iter()
            .any(|place| place.geonameid == Some(173_813))
    );
    assert_eq!(english.references[0].anchor.text, "The village");
    assert_eq!(english.dates[0].from.as_deref(), Some("2017-12-01"));
    assert!(
        english
            .numbers
            .iter()
            .any(|number| number.low == Some(801) && number.qualifier == Qualifier::AtLeast)
    );
    assert!(
        english.actors.iter().any(|actor| actor.id == "sdf")
            && english.actors.iter().any(|actor| actor.id == "reuters")
    );
    let arabic =
        check("قال الدفاع المدني يوم الخميس إن 12 مدنيا قتلوا في قصف على مدينة دوما بريف دمشق.");
    assert!(
        arabic
            .places
            .iter()
            .any(|place| place.geonameid == Some(170_592))
    );
    assert_eq!(arabic.dates[0].from.as_deref(), Some("2017-11-30"));
    assert!(
        arabic
            .actors
            .iter()
            .any(|actor| actor.id == "civil-defence")
    );
}

#[test]
fn without_a_day_of_publication_only_dates_with_a_year_are_given() {
    let found = ANNOTATOR.annotate("It began on Friday and ended on 3 May 2016.", None);
    let written: Vec<&str> = found
        .dates
        .iter()
        .map(|date| date.anchor.text.as_str())
        .collect();
    assert_eq!(written, ["3 May 2016"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_text_is_too_strange(
        text in "((in|the city|Homs|St\\.|of|دمشق|وبال|لل|قال|Friday|SDF|U\\.S\\.-|[\\u{600}-\\u{6FF}]{1,4}|\\u{200F}|ſ|[’'.,()-]|\\PC|\\n) ?){0,40}"
    ) {
        check(&text);
    }
}
