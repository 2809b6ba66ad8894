//! Which stories answer: spellings, operators, filters.

use super::{filled, ids, stories, story};
use crate::{Filter, Page, Query, Sort};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use sijil_text::Lang;

#[test]
fn a_query_finds_every_common_spelling() {
    let (_dir, index) = filled(&stories());
    for (typed, mut expected) in [
        ("احمد", vec![1]),     // hamza left out
        ("مدرسه", vec![1, 2]), // ha for ta marbuta, with and without the article
        ("القرآن", vec![2]),   // no vowels typed
        ("الْقُرْآن", vec![2]),   // more vowels than stored
        ("حمـــاة", vec![1]),  // tatweel
        ("800", vec![2, 12]),  // digits of either system
        ("٨٠٠", vec![2, 12]),
        ("BBC", vec![3]), // a foreign word glued to the article
        ("السلام", vec![3]),
        ("على", vec![4]), // a stop word alone is still looked for
        ("schools", vec![11, 12]),
        ("attack", vec![14]),
        ("us", vec![12]),    // full stops between letters
        ("sanaa", vec![13]), // apostrophe left out
        ("Sana’a", vec![13]),
        ("envoy", vec![12]), // the possessive 's is not part of the word
        ("TRUCE", vec![11, 13]),
        ("ceasfire", vec![11]), // a letter left out
        ("المدرسسة", vec![1]),
        ("nonsense", vec![]),
        ("!!!", vec![]),
    ] {
        let mut found = ids(&index, typed, &Filter::default(), Sort::Relevance);
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn particles_glued_to_a_word_do_not_hide_it() {
    let (_dir, index) = filled(&[
        story(1, Lang::Ar, "وصول الوفد", "اجتمعوا بدمشق أمس"),
        story(2, Lang::Ar, "عودة الوفد", "غادروا دمشق أمس"),
        story(3, Lang::Ar, "خبر آخر", "اجتمعوا في حلب"),
    ]);
    assert_eq!(
        ids(&index, "دمشق", &Filter::default(), Sort::Relevance),
        [2, 1]
    );
    assert_eq!(
        ids(&index, "=دمشق", &Filter::default(), Sort::Relevance),
        [2]
    );
}

#[test]
fn the_query_language_works() {
    let (_dir, index) = filled(&stories());
    for (typed, mut expected) in [
        ("\"وقف إطلاق النار\"", vec![1]),
        ("«إطلاق وقف»", vec![]),
        ("\"وقف النار\"", vec![]),
        ("\"وقف النار\"~1", vec![1]),
        ("\"old school\"", vec![11]),
        ("\"Hama countryside Ahmad\"", vec![]), // no phrase runs out of the headline
        ("truce -hama", vec![13]),
        ("truce -\"peace conference\"", vec![11]),
        ("bread OR school", vec![11, 12, 14]),
        ("bread|هدنة", vec![1, 14]),
        ("=announced", vec![11]),
        ("announc*", vec![11, 13]),
        ("title:truce", vec![11]),
        ("عنوان:مدرسة", vec![2]),
        ("-هدنة -school -peace -bread", vec![2, 3, 4]),
        ("bread prices", vec![14]),
        ("bread raqqa", vec![]),               // both of two
        ("bread prices rise raqqa", vec![14]), // all but one of four
        ("the bread", vec![14]),               // a stop word asks for nothing
    ] {
        let mut found = ids(&index, typed, &Filter::default(), Sort::Relevance);
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn filters_and_sorts_need_no_words() {
    let (_dir, index) = filled(&stories());
    let all = Filter::default();
    assert_eq!(
        ids(&index, "", &all, Sort::Newest),
        [14, 13, 12, 11, 4, 3, 2, 1]
    );
    assert_eq!(
        ids(&index, "", &all, Sort::Oldest),
        [1, 2, 3, 4, 11, 12, 13, 14]
    );
    let lang = Filter {
        lang: Some(Lang::En),
        ..Filter::default()
    };
    assert_eq!(ids(&index, "800", &lang, Sort::Relevance), [12]);
    let section = Filter {
        sections: vec![1],
        ..Filter::default()
    };
    assert_eq!(ids(&index, "", &section, Sort::Newest), [13, 11, 3, 1]);
    let tags = Filter {
        tags: vec![2, 12],
        people: vec![120],
        ..Filter::default()
    };
    assert_eq!(ids(&index, "", &tags, Sort::Newest), [12]);
    let period = Filter {
        from_ms: Some(3000),
        before_ms: Some(12_000),
        ..Filter::default()
    };
    assert_eq!(ids(&index, "", &period, Sort::Oldest), [3, 4, 11]);
    assert_eq!(
        ids(&index, "truce bread", &all, Sort::Newest),
        Vec::<i64>::new()
    );
}

#[test]
fn nothing_typed_breaks_the_search() {
    const TYPED: &str = "([-=*\"«»|~: ]|OR |title:|[a-z]{1,9}|[ا-ي]{1,6}|[0-9٠-٩]|\\PC){0,30}";
    let (_dir, index) = filled(&stories());
    let law = |typed: String| {
        for sort in [Sort::Relevance, Sort::Newest] {
            let query = Query::parse(&typed);
            let hits = index
                .search(&query, &Filter::default(), sort, Page::first(5))
                .unwrap();
            prop_assert!(hits.hits.len() <= hits.total);
            for text in [&typed, "نص عن هدنة a truce"] {
                let _ = hits.terms.headline(text);
                let _ = hits.terms.snippet(text, 10);
            }
        }
        Ok(())
    };
    TestRunner::new(ProptestConfig::with_cases(500))
        .run(&TYPED, law)
        .unwrap();
}
