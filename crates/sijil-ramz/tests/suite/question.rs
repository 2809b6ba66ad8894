//! The question from the story: fair words only, and every spelling that a reader may use.

use crate::ramz;
use sijil_ramz::{Level, Place, Question};

/// All questions that many tokens ask about a headline.
fn questions(headline: &str) -> Vec<Question> {
    (0..80)
        .filter_map(|number| ramz(Level::Siege, number).question(headline))
        .collect()
}

fn places(headline: &str) -> Vec<Place> {
    let mut places = Vec::new();
    for question in questions(headline) {
        if !places.contains(&question.place()) {
            places.push(question.place());
        }
    }
    places.sort_by_key(|place| match place {
        Place::Nth(number) => *number,
        Place::Last => u8::MAX,
    });
    places
}

#[test]
fn only_words_that_everybody_counts_alike_are_asked_for() {
    use Place::{Last, Nth};
    for (headline, expected) in [
        (
            "Bakers of Kafr Marhun win back their oven",
            vec![Nth(1), Nth(2), Nth(3), Nth(4), Nth(5), Last],
        ),
        ("12 bakers, a mill", vec![Nth(2), Nth(4), Last]),
        ("Bread – and work", vec![Nth(1), Last]),
        ("Mill-owners meet", vec![Last]),
        (
            "خبازو كفر مرهون يستعيدون فرنهم",
            vec![Nth(1), Nth(2), Nth(3), Nth(4), Nth(5), Last],
        ),
        ("2026", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(places(headline), expected, "{headline}");
    }
}

#[test]
fn an_answer_may_be_spelled_as_readers_spell() {
    for (headline, place, typed) in [
        (
            "“Bread” for Qasr",
            Place::Nth(1),
            ["bread", " BREAD. ", "“Bread”"],
        ),
        (
            "عودة الخبّازين إلى الفرن",
            Place::Nth(1),
            ["عودة", "عوده", "عَوْدة"],
        ),
        (
            "عودة الخبّازين إلى الفرن",
            Place::Nth(3),
            ["إلى", "الى", "الي"],
        ),
    ] {
        let question = questions(headline);
        let question = question
            .iter()
            .find(|question| question.place() == place)
            .unwrap();
        for typed in typed {
            assert!(question.is_answer(typed), "{headline}: {typed}");
        }
        for wrong in ["", "oven", "bread for", "مدينة", &"a".repeat(9000)] {
            assert!(!question.is_answer(wrong), "{headline}: {wrong}");
        }
    }
}

#[test]
fn a_token_always_asks_the_same() {
    let headline = "Bakers of Kafr Marhun win back their oven";
    let asked = ramz(Level::Siege, 4).question(headline);
    assert_eq!(asked, ramz(Level::Siege, 4).question(headline));
}
