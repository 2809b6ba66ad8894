use super::*;
use crate::sentences;

fn found(countries: &[&str], text: &str) -> Vec<(String, u32, Precision)> {
    let places = Places::open(countries).unwrap();
    places
        .find(text, &sentences(text))
        .into_iter()
        .map(|mention| {
            let id = mention.candidates[0].geonameid;
            (mention.span.of(text).to_owned(), id, mention.precision)
        })
        .collect()
}

fn check(text: &str, expected: &[(&str, u32, Precision)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, id, precision)| ((*name).to_owned(), *id, *precision))
        .collect();
    assert_eq!(found(&["SY", "IQ", "YE"], text), expected, "{text}");
}

#[test]
fn a_province_and_its_city_are_told_apart_by_the_noun_beside_them() {
    check(
        "Fighting went on in Hasaka province.",
        &[("Hasaka", 173_813, Precision::Adm1)],
    );
    check(
        "A bus left the city of Hasaka.",
        &[("Hasaka", 173_811, Precision::Settlement)],
    );
    check(
        "انسحبوا من محافظة الحسكة أمس",
        &[("محافظة الحسكة", 173_813, Precision::Adm1)],
    );
    check(
        "وصلوا إلى مدينة الحسكة",
        &[("الحسكة", 173_811, Precision::Settlement)],
    );
}

#[test]
fn a_village_without_known_people_wins_over_a_larger_one_abroad() {
    check(
        "They took Markada, south of Hasaka, on Tuesday.",
        &[
            ("Markada", 167_208, Precision::Settlement),
            ("Hasaka", 173_811, Precision::NearSettlement),
        ],
    );
}

#[test]
fn letters_that_hang_before_an_arabic_name_are_no_part_of_it() {
    let text = "بدمشق وحلب";
    let names: Vec<_> = found(&["SY"], text)
        .into_iter()
        .map(|(name, _, _)| name)
        .collect();
    assert_eq!(names, ["دمشق", "حلب"]);
}

#[test]
fn what_follows_a_comma_says_which_of_the_namesakes_is_meant() {
    for (text, id) in [
        ("The mayor of Paris, Texas, agreed.", 4_717_560),
        ("They met in Paris, France.", 2_988_507),
        ("A school in Alexandria, La., opened.", 4_314_550),
        ("A school in Alexandria, Egypt, opened.", 361_058),
    ] {
        assert_eq!(found(&[], text)[0].1, id, "{text}");
    }
}

#[test]
fn people_and_streets_are_no_places() {
    for text in [
        "Michael Jackson said no.",
        "Mr. Lincoln came.",
        "He lives at 6016 Dublin Road.",
        "Syrian and German officials met.",
    ] {
        assert_eq!(found(&[], text), [], "{text}");
    }
}

#[test]
fn near_is_not_in() {
    check(
        "A raid near Homs.",
        &[("Homs", 169_577, Precision::NearSettlement)],
    );
    check(
        "villages along the border with Iraq",
        &[("Iraq", 99_237, Precision::LineBorder)],
    );
}

#[test]
fn words_that_are_places_somewhere_are_not_taken_for_them() {
    for text in [
        "قال وزير الداخلية إن الثورة مستمرة",
        "نقلت وكالة الأنباء بيانا عن ولاية ثانية",
        "The White House and the UN said so in Nov.",
        "SANA quoted an Islamic group; they told us all.",
    ] {
        assert_eq!(found(&["SY"], text), [], "{text}");
    }
    let us = found(&[], "He left the US for Columbia, S.C., in May.");
    let ids: Vec<u32> = us.iter().map(|(_, id, _)| *id).collect();
    assert_eq!(ids, [6_252_001, 4_575_352, 4_597_040]);
}

#[test]
fn a_newsroom_adds_its_own_places_and_more_names_for_others() {
    let own = NewPlace {
        geonameid: 0,
        code: "record:7".to_owned(),
        names: vec!["Tell al-Zuhur".to_owned()],
        names_ar: vec!["تل الزهور".to_owned()],
        lat: 35.5,
        lon: 40.7,
        country: String::new(),
        feature: Feature::Settlement,
        population: 0,
    };
    let more = NewName {
        geonameid: 173_811,
        name: "Hasaka-on-Khabur".to_owned(),
    };
    let places = Places::open(&["SY"])
        .unwrap()
        .with_added(vec![own], &[more]);
    for text in [
        "Three people died in Tell al-Zuhur on Monday.",
        "قتل ثلاثة أشخاص في تل الزهور",
    ] {
        let found = places.find(text, &sentences(text));
        let place = found[0].candidates[0].place;
        assert_eq!(places.gazetteer().own_code(place), "record:7", "{text}");
        let country = places.gazetteer().spot(place).unwrap().country.unwrap();
        assert_eq!(places.gazetteer().names(country).code, "SY");
    }
    let text = "They left Hasaka-on-Khabur.";
    let found = places.find(text, &sentences(text));
    assert_eq!(found[0].candidates[0].geonameid, 173_811);
    assert!(is_country("SY") && !is_country("XX") && !is_country("# "));
}
