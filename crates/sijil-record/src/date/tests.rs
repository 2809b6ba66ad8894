use super::*;
use crate::tokens;
use proptest::prelude::*;

/// Friday, 1 December 2017, noon.
fn reference(lean: Option<Lean>) -> Reference {
    Reference {
        now: jiff::civil::date(2017, 12, 1).at(12, 0, 0, 0),
        zone_minutes: 120,
        lean,
    }
}

fn read(text: &str) -> Vec<Date> {
    dates(
        text,
        &tokens(text, Span::new(0, text.len())),
        &reference(None),
    )
}

fn check(text: &str, expected: &[(&str, &str, &str, Precision)]) {
    let day = |at: Option<DateTime>| at.map_or_else(String::new, |at| at.date().to_string());
    let found: Vec<_> = read(text)
        .into_iter()
        .map(|date| {
            (
                date.span.of(text).to_owned(),
                day(date.from),
                day(date.to),
                date.precision,
            )
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(written, from, to, precision)| {
            (
                (*written).to_owned(),
                (*from).to_owned(),
                (*to).to_owned(),
                *precision,
            )
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_weekday_in_the_past_tense_is_the_latest_such_day_today_included() {
    check(
        "They met on Friday.",
        &[("Friday", "2017-12-01", "2017-12-02", Precision::Day)],
    );
    check(
        "It came out on Thursday.",
        &[("Thursday", "2017-11-30", "2017-12-01", Precision::Day)],
    );
    check(
        "They will meet on Monday.",
        &[("Monday", "2017-12-04", "2017-12-05", Precision::Day)],
    );
    check(
        "قال يوم الخميس إنهم عادوا",
        &[("يوم الخميس", "2017-11-30", "2017-12-01", Precision::Day)],
    );
}

#[test]
fn a_day_without_its_year_lies_behind_unless_a_verb_points_ahead() {
    check(
        "On November 8 they took it.",
        &[("November 8", "2017-11-08", "2017-11-09", Precision::Day)],
    );
    check(
        "On December 8 they left.",
        &[("December 8", "2016-12-08", "2016-12-09", Precision::Day)],
    );
    check(
        "It will end on December 8.",
        &[("December 8", "2017-12-08", "2017-12-09", Precision::Day)],
    );
}

#[test]
fn months_of_three_systems_are_read_and_two_names_of_one_are_one_date() {
    for written in [
        "8 تشرين الثاني 2017",
        "8 نوفمبر 2017",
        "8 نونبر 2017",
        "8 تشرين الثاني/نوفمبر 2017",
        "٨ تشرين الثاني (نوفمبر) ٢٠١٧",
        "الثامن من نوفمبر 2017",
    ] {
        check(
            written,
            &[(written, "2017-11-08", "2017-11-09", Precision::Day)],
        );
    }
    check("كان أب لثلاثة أطفال", &[]);
}

#[test]
fn a_hijri_day_is_exact_to_a_few_days() {
    let text = "10 ربيع الأول 1439";
    check(
        text,
        &[(text, "2017-11-29", "2017-11-30", Precision::FewDays)],
    );
}

#[test]
fn periods_have_both_ends_and_since_has_one() {
    check(
        "between August 2014 and October 2017",
        &[(
            "between August 2014 and October 2017",
            "2014-08-01",
            "2017-11-01",
            Precision::Longer,
        )],
    );
    check(
        "killed since 2014",
        &[("since 2014", "2014-01-01", "", Precision::After)],
    );
    check(
        "من 3 إلى 5 آذار 2016",
        &[(
            "3 إلى 5 آذار 2016",
            "2016-03-03",
            "2016-03-06",
            Precision::FewDays,
        )],
    );
}

#[test]
fn what_is_no_date_is_left_alone() {
    for text in [
        "They may march on; he sat in the sun.",
        "a 122 mm shell, 17th Division, 5,961 people",
        "one of them, the second man",
        "أحد المقاتلين، 15 شخصا",
    ] {
        check(text, &[]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_text_is_too_strange(
        text in "((since|to|last|[0-9٠-٩]{1,9}|[/.:، ()-]|نوفمبر|May|th|pm|of|of the|الماضي|قبل|أسبوع|week|days|ago|\\PC) ?){0,30}"
    ) {
        for date in read(&text) {
            prop_assert!(text.get(date.span.start..date.span.end).is_some());
            prop_assert!(date.from.is_none() || date.to.is_none() || date.from <= date.to);
        }
    }
}
