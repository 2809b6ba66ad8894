//! The published text of a truce: its points are its terms, its days are stated, in both calendars.

use serde_json::Value;
use sijil_record::actor::Actors;
use sijil_record::suggest::{Flag, Input, Kind, Suggestion, suggest};
use sijil_text::Day;

const ENGLISH: &str = "The Harbour has obtained the text of the agreement between the Syrian Democratic Forces and the Islamic State. It reads:

The two parties have agreed on the following six points:

1. All ground and air attacks are to stop on both sides of the line.

2. The crossings shall be opened for goods, food and medicine.

3. Wounded fighters and those in need of treatment may pass to the hospitals.

4) Prisoners and bodies shall be exchanged.

5- A joint committee shall monitor the truce.

The agreement enters into force on 28 November 2017 until 28 December 2017 (10 Rabi' I to 10 Rabi' II 1439) and may be extended with the consent of both parties.

Signed: Omar Haddad for the Syrian Democratic Forces, Abu Salem for the Islamic State.";

const ARABIC: &str = "حصلت الميناء على نص اتفاق الهدنة الموقع بين قوات سوريا الديمقراطية وتنظيم الدولة، وجاء فيه:

اتفق الطرفان على البنود الآتية، وهي ستة بنود:

أولاً: وقف جميع العمليات البرية والجوية على طول خط التماس.

ثانياً: فتح المعابر أمام البضائع والمساعدات الغذائية والطبية.

ثالثاً: السماح بمرور الجرحى والمرضى من عناصر التنظيم إلى المشافي.

رابعاً: تبادل الأسرى وجثامين القتلى بين الطرفين.

5- تشكيل لجنة مشتركة لمراقبة الهدنة.

يسري الاتفاق اعتباراً من 28 تشرين الثاني/نوفمبر 2017 حتى 28 كانون الأول/ديسمبر 2017 (10 ربيع الأول إلى 10 ربيع الآخر 1439)، وهو قابل للتمديد بموافقة الطرفين.

وقع الاتفاق عن قوات سوريا الديمقراطية عمر الحداد، وعن تنظيم الدولة أبو سالم.";

fn read(headline: &str, text: &str) -> Vec<Suggestion> {
    let actors = Actors::shipped();
    suggest(&Input {
        headline,
        text,
        published: Day::new(2017, 12, 20).ok(),
        actors: Some(&actors),
        places: None,
    })
}

fn values(one: &Suggestion, slot: &str) -> Vec<Value> {
    let slots = one.slots.get(slot).into_iter().flatten();
    slots.map(|slot| slot.value.clone()).collect()
}

fn value(one: &Suggestion, slot: &str) -> Value {
    values(one, slot).into_iter().next().unwrap_or_default()
}

fn both() -> [(&'static str, Vec<Suggestion>); 2] {
    [
        (
            "en",
            read("Text of the truce between the SDF and ISIS", ENGLISH),
        ),
        ("ar", read("نص الهدنة بين قسد وتنظيم الدولة", ARABIC)),
    ]
}

#[test]
fn a_published_agreement_is_one_written_truce_with_stated_days() {
    for (language, found) in both() {
        let truces: Vec<_> = found.iter().filter(|one| one.kind == Kind::Truce).collect();
        assert_eq!(truces.len(), 1, "{language}");
        let truce = truces[0];
        let ids = |slot: &str| -> Vec<Value> {
            let values = values(truce, slot).into_iter();
            values.map(|value| value["id"].clone()).collect()
        };
        assert_eq!(ids("party"), ["sdf", "is"], "{language}");
        assert_eq!(ids("signatory"), ["sdf", "is"], "{language}");
        assert_eq!(value(truce, "form"), "written", "{language}");
        assert_eq!(value(truce, "class"), "truce", "{language}");
        assert_eq!(value(truce, "event"), "agreed", "{language}");
        assert_eq!(value(truce, "extendable"), true, "{language}");
        let (effective, end) = (value(truce, "effective"), value(truce, "planned_end"));
        assert_eq!(effective["date"], "2017-11-28", "{language}");
        assert_eq!(effective["precision"], "day", "{language}");
        assert_eq!(end["date"], "2017-12-28", "{language}");
        assert_eq!(end["basis"], "stated", "{language}");
        assert_eq!(end["start_assumed"], false, "{language}");
        // The Hijri days beside them are the same days, not others.
        assert!(effective["hijri"].as_str().unwrap().contains("1439"));
        assert!(!truce.flags.contains(&Flag::StartAssumed), "{language}");
        assert!(!truce.flags.contains(&Flag::PartyConflict), "{language}");
    }
}

#[test]
fn each_point_is_a_term_and_a_missing_one_is_told() {
    for (language, found) in both() {
        let terms = found.iter().filter(|one| one.kind == Kind::TruceTerm);
        let told: Vec<(Value, Vec<Value>)> = terms
            .map(|one| (value(one, "no"), values(one, "type")))
            .collect();
        let expected: [(u64, &[&str]); 5] = [
            (1, &["stop_offensive"]),
            (2, &["crossing_open", "goods_aid"]),
            (3, &["wounded_passage"]),
            (4, &["prisoner_exchange"]),
            (5, &["monitoring"]),
        ];
        let expected: Vec<(Value, Vec<Value>)> = expected
            .iter()
            .map(|(number, types)| {
                let types = types.iter().map(|name| Value::from(*name));
                (Value::from(*number), types.collect())
            })
            .collect();
        assert_eq!(told, expected, "{language}");
        let truce = found.iter().find(|one| one.kind == Kind::Truce).unwrap();
        assert_eq!(value(truce, "stated_term_count"), 6, "{language}");
        assert!(truce.flags.contains(&Flag::TermCountMismatch), "{language}");
        // Its wounded and its dead are nobody's toll.
        assert!(
            found
                .iter()
                .all(|one| matches!(one.kind, Kind::Truce | Kind::TruceTerm))
        );
    }
}

#[test]
fn a_hijri_day_alone_is_exact_to_a_few_days() {
    let text = "نص اتفاق الهدنة بين قسد وتنظيم الدولة:\n\nأولاً: وقف القصف.\n\nثانياً: تبادل الأسرى.\n\nيدخل الاتفاق حيز التنفيذ في 10 ربيع الأول 1439.";
    let found = read("", text);
    let truce = found.iter().find(|one| one.kind == Kind::Truce).unwrap();
    assert_eq!(value(truce, "effective")["precision"], "few_days");
}

#[test]
fn lists_that_are_no_agreement_give_no_terms() {
    let text = "The council published its plan:\n\n1. The schools shall be opened.\n\n2. The roads shall be repaired.";
    assert!(
        read("A plan for the town", text)
            .iter()
            .all(|one| one.kind != Kind::TruceTerm)
    );
    let text =
        "The truce held in the city.\n\nOn 28 November, 3 people came. On 29 November, 4 left.";
    assert!(read("", text).iter().all(|one| one.kind != Kind::TruceTerm));
}

#[test]
fn the_agreement_of_a_story_on_a_truce_is_the_truce() {
    for text in [
        "The SDF and ISIS reached a truce.\n\nThe agreement entered into force on 28 November 2017 until 28 December 2017 and can be extended.",
        "توصلت قسد وتنظيم الدولة إلى هدنة.\n\nودخل الاتفاق حيز التنفيذ في 28 تشرين الثاني 2017 حتى 28 كانون الأول 2017، وهو قابل للتمديد.",
    ] {
        let found = read("", text);
        let held = found.iter().find(|one| value(one, "event") == "in_force");
        let held = held.unwrap_or_else(|| panic!("{text}"));
        assert_eq!(value(held, "effective")["date"], "2017-11-28", "{text}");
        assert_eq!(value(held, "planned_end")["date"], "2017-12-28", "{text}");
        assert_eq!(value(held, "extendable"), true, "{text}");
    }
    // Of other agreements nothing is told.
    let found = read("", "The trade agreement entered into force on Friday.");
    assert!(found.iter().all(|one| one.kind != Kind::Truce));
}
