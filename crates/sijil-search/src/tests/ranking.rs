//! In which order, on which page, and what is suggested.

use super::{filled, ids, stories, story};
use crate::{Filter, Page, Query, Sort, Story};
use sijil_text::Lang;

#[test]
fn headlines_and_exact_spellings_come_first() {
    let (_dir, index) = filled(&stories());
    assert_eq!(
        ids(&index, "truce", &Filter::default(), Sort::Relevance),
        [11, 13]
    );
    let (_dir, index) = filled(&[
        story(1, Lang::En, "First", "announced here"),
        story(2, Lang::En, "Second", "announcing here"),
        story(3, Lang::En, "Third", "announces here"),
    ]);
    assert_eq!(
        ids(&index, "announcing", &Filter::default(), Sort::Relevance),
        [2, 3, 1]
    );
}

#[test]
fn one_language_does_not_change_the_ranking_of_the_other() {
    let english: Vec<Story> = stories()
        .into_iter()
        .filter(|story| story.lang == Lang::En)
        .collect();
    let mut both = english.clone();
    both.extend((100..400).map(|id| story(id, Lang::Ar, "خبر قصير", "كلام آخر عن أمور أخرى")));
    let scores = |stories: &[Story]| -> Vec<(i64, f32)> {
        let (_dir, index) = filled(stories);
        let hits = index.search(
            &Query::parse("truce school prices bread negotiations"),
            &Filter::default(),
            Sort::Relevance,
            Page::first(9),
        );
        hits.unwrap()
            .hits
            .iter()
            .map(|hit| (hit.id, hit.score))
            .collect()
    };
    assert_eq!(scores(&english), scores(&both));
}

#[test]
fn pages_are_stable_and_not_endless() {
    let many: Vec<Story> = (1..=50)
        .map(|id| story(id, Lang::En, "Same", "words here"))
        .collect();
    let (_dir, index) = filled(&many);
    for sort in [Sort::Relevance, Sort::Newest] {
        let page = |offset| {
            index
                .search(
                    &Query::parse("words"),
                    &Filter::default(),
                    sort,
                    Page { offset, limit: 20 },
                )
                .unwrap()
        };
        let paged: Vec<i64> = [0, 20, 40]
            .into_iter()
            .flat_map(|offset| page(offset).hits)
            .map(|hit| hit.id)
            .collect();
        assert_eq!(paged, (1..=50).rev().collect::<Vec<i64>>());
        assert_eq!((page(5000).total, page(5000).hits.len()), (50, 0));
    }
    let empty = index
        .search(
            &Query::parse("words"),
            &Filter::default(),
            Sort::Relevance,
            Page::first(0),
        )
        .unwrap();
    assert_eq!((empty.total, empty.hits.len()), (50, 0));
}

#[test]
fn a_misspelt_word_is_searched_and_suggested() {
    let (_dir, index) = filled(&stories());
    let suggestion = |typed: &str| {
        index
            .search(
                &Query::parse(typed),
                &Filter::default(),
                Sort::Relevance,
                Page::first(9),
            )
            .unwrap()
            .suggestion
    };
    assert_eq!(
        suggestion("damacsus truce"),
        Some("damascus truce".to_owned())
    );
    assert_eq!(suggestion("damascus truce"), None);
    assert_eq!(suggestion("truce -damacsus"), None);
}

#[test]
fn a_sentence_that_no_story_holds_finds_the_nearest() {
    let (_dir, index) = filled(&stories());
    let ask = |typed: &str| {
        let query = Query::parse(typed);
        let hits = index.search(&query, &Filter::default(), Sort::Relevance, Page::first(1));
        hits.map(|hits| (hits.hits.first().map(|hit| hit.id), hits.is_relaxed))
            .unwrap()
    };
    assert_eq!(
        ask("which envoy cancelled his wedding yesterday evening"),
        (Some(12), true)
    );
    assert_eq!(ask("envoy visit cancelled"), (Some(12), false));
    assert_eq!(
        ask("envoy bread"),
        (None, false),
        "of two words both are meant"
    );
    assert_eq!(ask("nothing matches anywhere"), (None, false));
}
