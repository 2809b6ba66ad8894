//! What is printed is what the schema says.

use serde_json::Value;
use sijil_record::suggest::{Input, SCHEMA, suggest};
use sijil_text::Day;

const TEXT: &str = "Officials denied that two soldiers were killed in Homs on Friday.\n\nقُتل ثلاثة مدنيين بينهم طفل في غارة جوية، بحسب المرصد.\n\nRebels captured the town.";

#[test]
fn every_field_of_a_suggestion_stands_in_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let input = Input {
        headline: "",
        text: TEXT,
        published: Day::new(2026, 11, 20).ok(),
        places: None,
    };
    let found = suggest(&input);
    assert!(found.len() >= 2);
    for one in found {
        let one = serde_json::to_value(one).unwrap();
        let properties = &schema["properties"];
        for (name, value) in one.as_object().unwrap() {
            assert!(properties.get(name).is_some(), "{name}");
            if let Some(allowed) = properties[name]["enum"].as_array() {
                assert!(allowed.contains(value), "{name} {value}");
            }
        }
        for name in schema["required"].as_array().unwrap() {
            assert!(one.get(name.as_str().unwrap()).is_some(), "{name}");
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
