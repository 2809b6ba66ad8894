//! An Arabic page of the shape of `story.rs`: the same claims come out of it.

use serde_json::Value;
use sijil_record::actor::Actors;
use sijil_record::place::Places;
use sijil_record::suggest::{Flag, Input, Kind, Suggestion, suggest};
use sijil_text::Day;

const HEADLINE: &str = "قوات يقودها التحالف وداعش يتفقان على هدنة لأسبوعين في الحسكة";

const TEXT: &str = "توصلت قوات سوريا الديمقراطية المدعومة من الولايات المتحدة إلى هدنة لمدة أسبوعين مع تنظيم الدولة في قرى على الحدود العراقية بمحافظة الحسكة، بحسب ما قالت مصادر لرويترز يوم الجمعة.

وأوقفت الهدنة المرحلة الأخيرة من حملة قسد على ما تبقى من جيوب التنظيم.

وقال مصدر عسكري إن أعداداً كبيرة من مقاتلي داعش تريد التوصل إلى اتفاق مصالحة يجنبها مزيداً من الدماء.

ونصت الهدنة المؤلفة من أربع نقاط على وقف جميع الهجمات البرية والجوية. كما تقضي بفتح المعابر الخاضعة للتنظيم أمام البضائع والمساعدات. ويسمح أيضاً للمقاتلين الذين يحتاجون إلى العلاج بالعبور عبر المناطق الخاضعة للأكراد.

وفي 8 تشرين الثاني، سيطرت قسد على بلدة مركدة، آخر معاقل التنظيم في ريف الحسكة الجنوبي.

وجاءت السيطرة على مركدة بعد سلسلة هزائم سريعة للتنظيم في شمال شرق سوريا.

وانكمشت مناطق التنظيم إلى جيوب صغيرة بعد سقوط الرقة ودير الزور.

وبحسب تقرير أصدره التحالف الدولي يوم الخميس، قُتل ما لا يقل عن 300 مدني في غارات للتحالف في العراق وسوريا منذ بدء الحملة عام 2014، وفق ما ذكرت رويترز.

وذكر التقرير الشهري أن غارات التحالف قتلت من دون قصد ما لا يقل عن 302 مدنيين بين آب 2014 وتشرين الأول 2017.

وتقول منظمات الرصد إن ما مجموعه 2410 مدنيين على الأقل قتلوا في غارات التحالف الجوية.

وسلم المجلس الوطني الكردي يوم الخميس رسالتين إلى المبعوث الأممي، بحسب مسؤولين أكراد.

وجلس ممثلون عن طرفي الحرب يوم الخميس في غرف منفصلة خلال محادثات السلام التي ترعاها الأمم المتحدة في جنيف.";

fn found() -> Vec<Suggestion> {
    let places = Places::open(&["SY"]).ok();
    let actors = Actors::shipped();
    suggest(&Input {
        headline: HEADLINE,
        text: TEXT,
        published: Day::new(2017, 12, 1).ok(),
        places: places.as_ref(),
        actors: Some(&actors),
    })
}

fn of(found: &[Suggestion], kind: Kind) -> Vec<&Suggestion> {
    found.iter().filter(|one| one.kind == kind).collect()
}

fn values(one: &Suggestion, slot: &str) -> Vec<Value> {
    let slots = one.slots.get(slot).into_iter().flatten();
    slots.map(|slot| slot.value.clone()).collect()
}

fn value(one: &Suggestion, slot: &str) -> Value {
    values(one, slot).into_iter().next().unwrap_or_default()
}

/// The ids of those who fill a slot.
fn ids(one: &Suggestion, slot: &str) -> Vec<Value> {
    let values = values(one, slot).into_iter();
    values
        .map(|value| value.get("id").cloned().unwrap_or_default())
        .collect()
}

/// The ids of the chain of who says it; of one whom no dictionary knows "-".
fn chain(one: &Suggestion) -> Vec<&str> {
    let links = one.attribution.iter();
    links
        .map(|link| link.who.as_ref().map_or("-", |who| who.id.as_str()))
        .collect()
}

#[test]
fn the_truce_is_read_as_in_english() {
    let found = found();
    let truces = of(&found, Kind::Truce);
    assert_eq!(truces.len(), 1);
    let truce = truces[0];
    assert_eq!(ids(truce, "party"), ["sdf", "is"]);
    assert_eq!(value(truce, "event"), "agreed");
    assert_eq!(value(truce, "duration"), "P2W");
    assert_eq!(value(truce, "announced"), "2017-12-01");
    assert_eq!(value(truce, "planned_end")["date"], "2017-12-15");
    assert_eq!(value(truce, "coverage")["geonameid"], 173_813);
    assert_eq!(value(truce, "coverage")["precision"], "line_border");
    assert_eq!(values(truce, "coverage").len(), 1);
    assert_eq!(chain(truce), ["reuters", "sources"]);
    for flag in [
        Flag::StartAssumed,
        Flag::PartyConflict,
        Flag::TermCountMismatch,
        Flag::SourceUnnamed,
    ] {
        assert!(truce.flags.contains(&flag), "{flag:?}");
    }
    assert!(of(&found, Kind::TruceBreach).is_empty());
}

#[test]
fn three_of_its_four_terms_are_told() {
    let found = found();
    let terms = of(&found, Kind::TruceTerm);
    let types: Vec<Vec<Value>> = terms.iter().map(|one| values(one, "type")).collect();
    assert_eq!(
        types,
        [
            vec!["stop_offensive"],
            vec!["crossing_open", "goods_aid"],
            vec!["wounded_passage"]
        ]
    );
    assert!(terms.iter().all(|one| chain(one) == ["reuters", "sources"]));
    assert_eq!(value(of(&found, Kind::Truce)[0], "stated_term_count"), 4);
}

#[test]
fn a_wish_is_a_statement_and_no_truce() {
    let found = found();
    let statements = of(&found, Kind::Statement);
    assert!(
        statements
            .iter()
            .any(|one| ids(one, "speaker") == ["military-source"])
    );
}

#[test]
fn markada_changes_hands_once_and_the_fallen_towns_have_no_taker() {
    let found = found();
    let changes = of(&found, Kind::ControlChange);
    let at = |name: &str| -> Vec<&&Suggestion> {
        let named = |one: &&&Suggestion| one.slots["place"][0].anchor.text == name;
        changes.iter().filter(named).collect()
    };
    let markada = at("مركدة");
    assert_eq!(markada.len(), 1);
    assert_eq!(ids(markada[0], "to_actor"), ["sdf"]);
    assert_eq!(value(markada[0], "when")["start"], "2017-11-08");
    assert_eq!(value(markada[0], "mode"), "unstated");
    assert_eq!(value(markada[0], "place")["geonameid"], 167_208);
    assert!(markada[0].flags.contains(&Flag::YearInferred));
    assert_eq!(markada[0].also.len(), 1);
    for name in ["الرقة", "دير الزور"] {
        let fallen = at(name);
        assert_eq!(fallen.len(), 1, "{name}");
        assert!(fallen[0].score < 0.5 && values(fallen[0], "to_actor").is_empty());
    }
}

#[test]
fn the_counters_stand_side_by_side() {
    let found = found();
    let toll = |low: u64| {
        let tolls = of(&found, Kind::Casualty);
        let one = tolls.into_iter().find(|one| value(one, "low") == low);
        one.unwrap_or_else(|| panic!("no toll of {low}"))
    };
    assert_eq!(of(&found, Kind::Casualty).len(), 3);
    assert!(toll(300).flags.contains(&Flag::Restates));
    assert_eq!(chain(toll(300)), ["reuters", "coalition"]);
    assert_eq!(chain(toll(302)), ["coalition"]);
    assert_eq!(value(toll(302), "period")["start"], "2014-08");
    assert_eq!(value(toll(302), "period")["end"], "2017-10");
    assert_eq!(chain(toll(2410)), ["monitoring-groups"]);
    assert!(toll(2410).flags.contains(&Flag::PeriodNotStated));
    for low in [300, 302, 2410] {
        assert_eq!(ids(toll(low), "perpetrator"), ["coalition"], "{low}");
        assert_eq!(value(toll(low), "qualifier"), "at_least");
        assert!(toll(low).flags.contains(&Flag::NumberIsTotal));
    }
}

#[test]
fn letters_and_talks_have_their_people() {
    let found = found();
    let talks = of(&found, Kind::Talks);
    assert_eq!(value(talks[0], "form"), "letter");
    assert_eq!(value(talks[0], "count"), 2);
    assert_eq!(ids(talks[0], "participant"), ["knc"]);
    assert_eq!(ids(talks[0], "addressee"), ["un-envoy"]);
    assert_eq!(value(talks[1], "form"), "round");
    assert_eq!(ids(talks[1], "mediator"), ["un"]);
    assert_eq!(value(talks[1], "when")["start"], "2017-11-30");
    assert!(talks[1].slots.contains_key("venue"));
}

#[test]
fn every_anchor_stands_where_it_says() {
    for one in found() {
        let slots = one.slots.iter().filter(|(name, _)| *name != "headline");
        let anchors = slots.flat_map(|(_, slots)| slots).map(|slot| &slot.anchor);
        for anchor in anchors.chain([&one.sentence]).chain(&one.also) {
            assert_eq!(
                TEXT.get(anchor.start..anchor.end),
                Some(anchor.text.as_str())
            );
        }
    }
}
