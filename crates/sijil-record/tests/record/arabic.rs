//! Arabic sentences of our own: who was harmed and how many, right ones and wrong ones.

use sijil_record::suggest::{Flag, Input, Kind, suggest};
use sijil_record::{Harm, Story};
use sijil_text::Day;

fn told(sentence: &str) -> Vec<(Harm, Option<u64>)> {
    let casualties = Story::new(sentence).casualties();
    let real = casualties.into_iter().map(|mention| mention.casualty);
    let real = real.filter(|one| !one.is_negated && !one.is_unreal);
    real.map(|one| (one.harm, one.quantity.low)).collect()
}

#[test]
fn victims_are_counted_by_number_by_dual_and_by_one() {
    use Harm::{CasualtiesUnspecified, Detained, Displaced, Injured, Killed};
    for (sentence, expected) in [
        ("قُتل ثلاثة مدنيين في غارة جوية.", vec![(Killed, Some(3))]),
        (
            "قتل ٢٥ شخصاً وأصيب 40 آخرون.",
            vec![(Killed, Some(25)), (Injured, Some(40))],
        ),
        (
            "أسفر القصف عن مقتل خمسة أشخاص وإصابة عشرة.",
            vec![(Killed, Some(5)), (Injured, Some(10))],
        ),
        ("مقتل جنديين برصاص مجهولين.", vec![(Killed, Some(2))]),
        ("أصيبت طفلتان بجروح.", vec![(Injured, Some(2))]),
        ("استشهد طفل في القصف.", vec![(Killed, Some(1))]),
        ("سقط قتيلان في انفجار لغم.", vec![(Killed, Some(2))]),
        (
            "ارتفعت الحصيلة إلى 40 قتيلاً و٧٠ جريحاً.",
            vec![(Killed, Some(40)), (Injured, Some(70))],
        ),
        (
            "سقط ٣٠ شخصاً بين قتيل وجريح.",
            vec![(CasualtiesUnspecified, Some(30))],
        ),
        ("قتلت قوات النظام أربعة مقاتلين.", vec![(Killed, Some(4))]),
        ("نزحت 200 عائلة من البلدة.", vec![(Displaced, Some(200))]),
        ("اعتقلت الشرطة تسعة متظاهرين.", vec![(Detained, Some(9))]),
        ("إن ما لا يقل عن مئة شخص قتلوا.", vec![(Killed, Some(100))]),
        (
            "استشهد الصحفي عمر الحداد في القصف.",
            vec![(Killed, Some(1))],
        ),
        ("لم يُقتل أحد في الهجوم.", vec![]),
        ("لا قتلى في الحادث.", vec![]),
        ("انتهت المباراة بفوز الفريق.", vec![]),
        ("وصل ثلاثة مدنيين إلى المدينة.", vec![]),
        ("افتتح الوزير خمس مدارس.", vec![]),
    ] {
        assert_eq!(told(sentence), expected, "{sentence}");
    }
}

#[test]
fn others_are_counted_behind_and_before_the_verb_and_phrases_are_no_names() {
    use Harm::{Abducted, Injured, Killed};
    for (sentence, expected) in [
        (
            "مقتل خمسة جنود وثلاثة مدنيين في القصف.",
            vec![(Killed, Some(5)), (Killed, Some(3))],
        ),
        (
            "أسفر الانفجار عن جرح ثلاثة جنود وأربعة من المارة.",
            vec![(Injured, Some(3)), (Injured, Some(4))],
        ),
        (
            "مقتل ستة أشخاص وإصابة آخرين في هجمات.",
            vec![(Killed, Some(6)), (Injured, None)],
        ),
        ("أدانت الوزارة قتل 3 من مواطنيها.", vec![(Killed, Some(3))]),
        (
            "قال إن 60 عنصراً من الحركة قتلوا ليلة أمس.",
            vec![(Killed, Some(60))],
        ),
        ("إن اثنين من عناصر الشرطة قتلا أمس.", vec![(Killed, Some(2))]),
        ("وقع هجوم قتل فيه 24 مدنياً.", vec![(Killed, Some(24))]),
        ("مقتل خمسة جنود في 3 مدن.", vec![(Killed, Some(5))]),
        ("توقع تنفيذ حكم الإعدام قبيل شهر رمضان.", vec![]),
        ("هذا اغتيال لكل المبادرات ومساعي التوافق.", vec![]),
        ("تم الخطف لطلب الفدية.", vec![]),
        ("وخطفوا أربعة أوروبيين أمس.", vec![(Abducted, Some(4))]),
        ("تعرضت للخطف على يد أحد الركاب.", vec![]),
        ("خطفوا أربعة كتب.", vec![]),
        ("وصل آخرون إلى المدينة.", vec![]),
    ] {
        assert_eq!(told(sentence), expected, "{sentence}");
    }
}

#[test]
fn the_source_stands_behind_its_cue() {
    for (sentence, source) in [
        ("قال مصدر طبي إن خمسة أشخاص قتلوا.", "مصدر طبي"),
        ("أعلنت وزارة الدفاع أن جنديين قتلا.", "وزارة الدفاع"),
        ("قتل ثلاثة مدنيين، بحسب المرصد.", "المرصد"),
        ("وأكد شهود عيان أن القصف استمر.", "شهود عيان"),
    ] {
        let said = Story::new(sentence).attributions();
        let found = said[0].first().and_then(|said| said.source);
        assert_eq!(
            found.map(|found| found.of(sentence)),
            Some(source),
            "{sentence}"
        );
    }
}

#[test]
fn months_of_every_system_date_a_claim() {
    for (sentence, day, is_inferred) in [
        ("قُتل ثلاثة مدنيين في 8 تشرين الثاني.", "2017-11-08", true),
        ("قُتل ثلاثة مدنيين في ٥ كانون الأول 2016.", "2016-12-05", false),
        ("قُتل ثلاثة مدنيين في 3 غشت 2017.", "2017-08-03", false),
        ("قُتل ثلاثة مدنيين في ٣ أغسطس/آب ٢٠١٧.", "2017-08-03", false),
        ("قُتل ثلاثة مدنيين يوم الجمعة.", "2017-12-01", false),
    ] {
        let found = suggest(&Input {
            headline: "",
            text: sentence,
            published: Day::new(2017, 12, 1).ok(),
            places: None,
            actors: None,
        });
        let toll = found.iter().find(|one| one.kind == Kind::Casualty);
        let toll = toll.unwrap_or_else(|| panic!("{sentence}"));
        let when = toll.slots.get("when").and_then(|slots| slots.first());
        let when = when.unwrap_or_else(|| panic!("no day: {sentence}"));
        assert_eq!(when.value["start"], day, "{sentence}");
        let flagged = toll.flags.contains(&Flag::YearInferred);
        assert_eq!(flagged, is_inferred, "{sentence}");
    }
}
