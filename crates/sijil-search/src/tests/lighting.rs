//! What lights up in the texts of the hits.

use super::{filled, stories};
use crate::{Filter, Page, Piece, Query, Sort};

/// Pieces with what lights up in square brackets.
fn shown(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| {
        if piece.marked {
            format!("[{}]", piece.text)
        } else {
            piece.text.clone()
        }
    };
    pieces.iter().map(one).collect()
}

#[test]
fn what_matched_lights_up() {
    let (_dir, index) = filled(&stories());
    let terms = |typed: &str| {
        index
            .search(
                &Query::parse(typed),
                &Filter::default(),
                Sort::Relevance,
                Page::first(9),
            )
            .unwrap()
            .terms
    };
    for (typed, text, expected) in [
        (
            "schools",
            "The old school's wall, preschool",
            "The old [school's] wall, preschool",
        ),
        ("مدرسه", "في المَدْرَسَةِ القديمة", "في [المَدْرَسَةِ] القديمة"),
        ("دمشق", "وصل بدمشق ثم دمشق", "وصل [بدمشق] ثم [دمشق]"),
        (
            "\"old school\"",
            "the old school is an old one, a school",
            "the [old] [school] is an old one, a school",
        ),
        (
            "\"old school\"~1",
            "old brick school",
            "[old] brick [school]",
        ),
        ("announc*", "announcer, announce", "[announcer], [announce]"),
        ("-school truce", "school truce", "school [truce]"),
        ("title:truce", "a truce", "a truce"),
        ("damacsus", "in Damascus", "in [Damascus]"),
        ("x", "<b>&x</b>", "<b>&[x]</b>"),
    ] {
        assert_eq!(shown(&terms(typed).snippet(text, 200)), expected, "{typed}");
    }
    assert_eq!(
        shown(&terms("title:truce").headline("A truce")),
        "A [truce]"
    );
}

#[test]
fn the_snippet_is_where_most_words_meet() {
    let (_dir, index) = filled(&stories());
    let hits = index
        .search(
            &Query::parse("هدنة دمشق"),
            &Filter::default(),
            Sort::Relevance,
            Page::first(9),
        )
        .unwrap();
    let filler = "كلام كثير لا يهم أحداً ".repeat(20);
    let text = format!("هدنة أولى {filler}\n\nثم هدنة في دمشق اليوم {filler}");
    let snippet = shown(&hits.terms.snippet(&text, 60));
    assert!(
        snippet.contains("[هدنة] في [دمشق]")
            && snippet.starts_with("… ")
            && snippet.ends_with(" …"),
        "{snippet}"
    );
    assert!(snippet.chars().count() <= 60 + 8, "{snippet}");
    assert!(shown(&hits.terms.snippet(&filler, 60)).chars().count() <= 62);
}
