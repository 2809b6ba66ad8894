//! What is printed is what the schema says.

use serde_json::Value;
use sijil_record::actor::Actors;
use sijil_record::suggest::{Input, SCHEMA, suggest};
use sijil_text::Day;

const TEXT: &str = "Officials denied that two soldiers were killed in Homs on Friday.\n\nقُتل ثلاثة مدنيين بينهم طفل في غارة جوية، بحسب المرصد.\n\nRebels captured the town.";

/// Sentences of every kind of claim, in both languages.
const CLAIMS: &str = include_str!("../../rules/claims.txt");

#[test]
fn every_field_of_a_suggestion_stands_in_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let actors = Actors::shipped();
    let sentences = CLAIMS.lines().filter_map(|line| line.split_once(" | "));
    let text = sentences.fold(TEXT.to_owned(), |text, (_, sentence)| {
        text + "\n\n" + sentence
    });
    let input = Input {
        headline: "",
        text: &text,
        published: Day::new(2026, 11, 20).ok(),
        places: None,
        actors: Some(&actors),
    };
    let found = suggest(&input);
    assert!(found.len() >= 50);
    for one in found {
        let one = serde_json::to_value(one).unwrap();
        let properties = &schema["properties"];
        holds(&schema, &one);
        for name in one.as_object().unwrap().keys() {
            assert!(properties.get(name).is_some(), "{name}");
        }
        for link in one["attribution"].as_array().unwrap() {
            holds(&schema["$defs"]["link"], link);
            if !link["who"].is_null() {
                holds(&schema["$defs"]["who"], &link["who"]);
            }
        }
        let slots = one["slots"].as_object().unwrap().iter();
        let slots = slots.flat_map(|(name, slots)| {
            let slots = slots.as_array().unwrap().iter();
            slots.map(move |slot| (name, slot))
        });
        for (name, slot) in slots {
            let described = &properties["slots"]["properties"][name];
            assert!(described.is_object(), "{name} is not in the schema");
            if let Some(allowed) = described["items"]["properties"]["value"]["enum"].as_array() {
                assert!(allowed.contains(&slot["value"]), "{name} {}", slot["value"]);
            }
            holds(&schema["$defs"]["anchor"], slot);
            if slot["value"].get("is_of_its_time").is_some() {
                holds(&schema["$defs"]["who"], &slot["value"]);
            }
        }
        let flags = properties["flags"]["items"]["enum"].as_array().unwrap();
        assert!(
            one["flags"]
                .as_array()
                .unwrap()
                .iter()
                .all(|flag| flags.contains(flag))
        );
    }
}

/// `value` has all that `schema` requires, and where it lists words one of them.
fn holds(schema: &Value, value: &Value) {
    let required = schema["required"].as_array().into_iter().flatten();
    for name in required.filter_map(Value::as_str) {
        assert!(value.get(name).is_some(), "{name}");
    }
    let properties = schema["properties"].as_object().into_iter().flatten();
    for (name, property) in properties {
        let allowed = property["enum"].as_array();
        if let Some((allowed, given)) = allowed.zip(value.get(name)) {
            assert!(allowed.contains(given), "{name} {given}");
        }
    }
}
