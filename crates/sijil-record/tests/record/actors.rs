//! One actor for all its names in both scripts, and what kind of source says a claim.

use serde_json::Value;
use sijil_record::actor::Actors;
use sijil_record::suggest::{Identity, Input, Kind, Link, Suggestion, suggest};
use sijil_text::Day;

fn read(text: &str, published: (u16, u8, u8)) -> Vec<Suggestion> {
    let actors = Actors::shipped();
    suggest(&Input {
        text,
        published: Day::new(published.0, published.1, published.2).ok(),
        actors: Some(&actors),
        ..Input::default()
    })
}

fn word(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or("-").to_owned()
}

/// The ids that fill `slot`, of all claims of `kind`.
fn ids(found: &[Suggestion], kind: Kind, slot: &str) -> Vec<String> {
    let claims = found.iter().filter(|one| one.kind == kind);
    let slots = claims.filter_map(|one| one.slots.get(slot)).flatten();
    slots.map(|slot| word(slot.value.get("id"))).collect()
}

#[test]
fn one_actor_stands_behind_all_its_names() {
    let now = (2017, 12, 1);
    for sentence in [
        "The SDF reached a truce with the Islamic State.",
        "U.S.-backed Syrian Democratic Forces have reached a truce with ISIS fighters.",
        "The truce between the SDF and Daesh was announced.",
        "توصلت قوات سوريا الديمقراطية إلى هدنة مع تنظيم الدولة.",
        "أعلنت قسد هدنة مع داعش.",
    ] {
        let found = read(sentence, now);
        assert_eq!(
            ids(&found, Kind::Truce, "party"),
            ["sdf", "is"],
            "{sentence}"
        );
    }
    let found = read("The SDF reached a truce with Daesh.", now);
    let names = &found[0].slots["party"][0].value["names"];
    assert_eq!(names["ar"], "قوات سوريا الديمقراطية");
    assert_eq!(names["en"], "Syrian Democratic Forces");
    assert_eq!(found[0].slots["party"][1].value["inter"], 2);
}

#[test]
fn a_country_alone_is_its_government_and_words_of_nobody_stay_words() {
    let found = read(
        "Israel reached a ceasefire with the tribes of the river.",
        (2024, 11, 27),
    );
    assert_eq!(ids(&found, Kind::Truce, "party"), ["il-government", "-"]);
    let party = &found[0].slots["party"][1];
    assert_eq!(party.value, Value::from("the tribes"));
    assert!(party.candidates.is_empty());
}

#[test]
fn a_name_counts_in_its_time_only() {
    let text = "Hayat Tahrir al-Sham reached a truce with the Fifth Corps.";
    let then = read(text, (2018, 5, 1));
    assert_eq!(ids(&then, Kind::Truce, "party"), ["hts", "fifth-corps"]);
    let later = read(text, (2026, 5, 1));
    assert_eq!(ids(&later, Kind::Truce, "party"), ["-", "-"]);
    let offered = &later[0].slots["party"][0].candidates[0];
    assert_eq!(offered.value["id"], "hts");
    assert_eq!(offered.value["is_of_its_time"], false);
}

#[test]
fn general_words_point_back_and_descriptions_name_nobody() {
    let found = read(
        "The US-led coalition bombed the depot.\n\nA report said coalition strikes killed nine civilians.",
        (2017, 12, 1),
    );
    assert_eq!(ids(&found, Kind::Casualty, "perpetrator"), ["coalition"]);
    let found = read("An ISIS-backed gang killed four men.", (2017, 12, 1));
    assert_eq!(ids(&found, Kind::Casualty, "perpetrator"), ["-"]);
}

/// The chain of the first claim, each as "position words kind identity day".
fn chain(text: &str) -> Vec<String> {
    let found = read(text, (2017, 12, 1));
    let links = found.first().map(|one| one.attribution.clone());
    let line = |link: &Link| {
        let source = link.source.as_ref().map_or("-", |source| &source.text);
        let kind = word(serde_json::to_value(link.kind).ok().as_ref());
        let scale = word(serde_json::to_value(link.scale).ok().as_ref());
        let named = link.identity == Identity::Named;
        let day = link.said_on.as_deref().unwrap_or("-");
        format!("{} {source} | {kind} {scale} {named} {day}", link.position)
    };
    links.unwrap_or_default().iter().map(line).collect()
}

#[test]
fn a_source_has_its_kind_its_reach_and_a_name_or_none() {
    for (sentence, expected) in [
        (
            "Nine civilians were killed in the raid, sources told Reuters on Friday.",
            vec![
                "1 Reuters | media_outlet international true -",
                "2 sources | unnamed_sources undisclosed false 2017-12-01",
            ],
        ),
        (
            "Nine civilians were killed in the raid, the White Helmets said.",
            vec!["1 the White Helmets | civil_defence national true -"],
        ),
        (
            "Nine civilians were killed in the raid, senior Kurdish officials said.",
            vec!["1 senior Kurdish officials | unnamed_sources undisclosed false -"],
        ),
        (
            "Nine civilians were killed in the raid, according to hospital director Salma Haddad.",
            vec!["1 hospital director Salma Haddad | medical subnational true -"],
        ),
        (
            "قالت مصادر محلية لرويترز إن تسعة مدنيين قتلوا في الغارة.",
            vec![
                "1 رويترز | media_outlet international true -",
                "2 مصادر محلية | resident_witness subnational false -",
            ],
        ),
        (
            "قتل تسعة مدنيين في الغارة، بحسب الدفاع المدني.",
            vec!["1 الدفاع المدني | civil_defence national true -"],
        ),
        (
            "قال ناشطون إن تسعة مدنيين قتلوا في الغارة.",
            vec!["1 ناشطون | activist subnational false -"],
        ),
    ] {
        assert_eq!(chain(sentence), expected, "{sentence}");
    }
}

#[test]
fn a_report_is_of_whoever_made_it() {
    let text = "The Syrian Network for Human Rights released a report on Thursday, saying that nine civilians were killed.\n\nThe report said 12 fighters were killed too.";
    let found = read(text, (2017, 12, 1));
    let last = found.last().unwrap().attribution.last().unwrap();
    assert_eq!(last.source.as_ref().unwrap().text, "The report");
}
