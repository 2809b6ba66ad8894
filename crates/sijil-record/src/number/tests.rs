use super::*;
use crate::token::tokens;

#[test]
fn a_year_is_no_part_of_the_number_after_it() {
    for text in ["in 2016 at least 17 people", "in 2014 hundreds of people"] {
        assert_eq!(read(text).len(), 2, "{text}: {:?}", read(text));
    }
    assert_eq!(read("12 people at least").len(), 1);
    assert_eq!(read("20 hundred").len(), 1);
}

fn read(text: &str) -> Vec<Number> {
    numbers(&tokens(text, Span::new(0, text.len())))
}

#[test]
fn digits_and_words_of_both_languages_have_the_same_value() {
    for (text, value) in [
        ("5,961", 5961.0),
        ("٥٬٩٦١", 5961.0),
        ("twenty-one", 21.0),
        ("two hundred and fifty three", 253.0),
        ("three thousand, no", 3000.0),
        ("two point five million", 2_500_000.0),
        ("1.5 million", 1_500_000.0),
        ("seven dozen", 84.0),
        ("forty-five (45)", 45.0),
        ("خمسة وعشرون", 25.0),
        ("خمسة وعشرين ألفا وثلاثمئة", 25_300.0),
        ("مئة وسبعة", 107.0),
        ("اثنا عشر", 12.0),
        ("ألفان وخمسمئة", 2500.0),
        ("ثلاث مئة", 300.0),
        ("٣ آلاف", 3000.0),
        ("minus 4", -4.0),
        (".25", 0.25),
    ] {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!((found[0].value - value).abs() < 1e-9, "{text}: {found:?}");
    }
}

#[test]
fn a_bound_is_read_with_its_number() {
    for (text, qualifier, low, high) in [
        (
            "at least 801 civilians",
            Qualifier::AtLeast,
            Some(801),
            None,
        ),
        ("no more than ten men", Qualifier::AtMost, None, Some(10)),
        ("more than 40 people", Qualifier::MoreThan, Some(40), None),
        ("some 40 fighters", Qualifier::About, Some(40), Some(40)),
        ("some fighters", Qualifier::Vague, None, None),
        (
            "between 10 and 20 men",
            Qualifier::Between,
            Some(10),
            Some(20),
        ),
        ("six or seven trucks", Qualifier::Between, Some(6), Some(7)),
        ("dozens of families", Qualifier::Vague, None, None),
        ("ما لا يقل عن ١٢ مدنياً", Qualifier::AtLeast, Some(12), None),
        ("وأكثر من ثلاثين جريحاً", Qualifier::MoreThan, Some(30), None),
        ("بين ١٠ و٢٠ عنصراً", Qualifier::Between, Some(10), Some(20)),
        ("عشرات القتلى", Qualifier::Vague, None, None),
        ("خمسة أشخاص على الأقل", Qualifier::AtLeast, Some(5), None),
    ] {
        let found = read(text);
        let quantity = &found[0].quantity;
        assert_eq!(
            (quantity.qualifier, quantity.low, quantity.high),
            (qualifier, low, high),
            "{text}"
        );
    }
}

#[test]
fn years_ages_measures_and_names_count_nothing() {
    for (text, role) in [
        ("in 2015 they came", Role::Year),
        ("a man aged 40", Role::Age),
        ("122 mm shells", Role::Measure),
        ("72 hours", Role::Duration),
        ("8 November", Role::Day),
        ("٨ تشرين الثاني", Role::Day),
        ("٥ كانون الأول", Role::Day),
        ("اليوم الثاني ٥ قتلى", Role::Count),
        ("Resolution 2254", Role::Name),
        ("2000 fighters", Role::Count),
        ("عام ٢٠١٧", Role::Year),
        ("٧٢ ساعة", Role::Duration),
    ] {
        assert_eq!(read(text)[0].role, role, "{text}");
    }
}
