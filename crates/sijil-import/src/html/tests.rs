//! What a page says about itself, on invented pages.

use super::*;

fn metadata(head: &str, body: &str) -> Incoming {
    let text = "<p>The bakers of Kafr Marhun lit the old oven again, the first time in three years, the council told the Gazette.</p>\
                <p>The oven will give four thousand loaves a day, enough for the town and for the two villages under the hill.</p>";
    let markup =
        format!("<html><head>{head}</head><body>{body}<article>{text}</article></body></html>");
    let mut incoming = Incoming::default();
    read(&markup, &Learned::default(), &mut incoming).unwrap();
    incoming
}

#[test]
fn the_headline_comes_without_the_name_of_the_site() {
    for (head, body, title) in [
        (
            "<title>Oven lit again - Marhun Gazette</title><meta property=og:site_name content='Marhun Gazette'>",
            "",
            "Oven lit again",
        ),
        (
            "<title>Marhun Gazette | Oven lit again</title>",
            "<h1>Oven lit again</h1>",
            "Oven lit again",
        ),
        (
            "<meta property=og:title content='Oven lit again in Marhun'>",
            "<h1>Gazette</h1><h1>Oven lit again</h1>",
            "Oven lit again",
        ),
        (
            "<title>إشعال الفرن من جديد - جريدة مرهون</title><meta property=og:site_name content='جريدة مرهون'>",
            "",
            "إشعال الفرن من جديد",
        ),
    ] {
        assert_eq!(metadata(head, body).title, title, "{head}");
    }
}

#[test]
fn the_strongest_evidence_gives_the_day() {
    use crate::incoming::DateEvidence as Evidence;
    let json_ld = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Oven\",\"datePublished\":\"2017-11-24T08:00:00+02:00\"}</script>";
    let meta = "<meta property=article:published_time content=2017-11-23>";
    let link = "<link rel=canonical href=https://gazette.example/2017/11/22/oven/>";
    let shown = "<h1>Oven lit again</h1><p>نشر في 21 تشرين الثاني/نوفمبر 2017</p>";
    for (head, body, day, evidence) in [
        (
            format!("{json_ld}{meta}{link}"),
            shown,
            Some("2017-11-24"),
            Some(Evidence::StructuredData),
        ),
        (
            format!("{meta}{link}"),
            shown,
            Some("2017-11-23"),
            Some(Evidence::Meta),
        ),
        (
            link.to_owned(),
            shown,
            Some("2017-11-22"),
            Some(Evidence::Url),
        ),
        (
            String::new(),
            shown,
            Some("2017-11-21"),
            Some(Evidence::Visible),
        ),
        (String::new(), "<h1>Oven lit again in 2017</h1>", None, None),
    ] {
        let story = metadata(&head, body);
        assert_eq!(
            story.date.map(|day| day.to_string()).as_deref(),
            day,
            "{head}"
        );
        assert_eq!(story.date_evidence, evidence);
        assert_eq!(story.date.is_none(), story.date_note.is_some());
    }
}

#[test]
fn an_evening_in_universal_time_is_the_day_the_page_shows() {
    let head = "<meta property=article:published_time content=2017-11-24T01:30:00Z>";
    let story = metadata(head, "<h1>Oven lit again</h1><p>November 23, 2017</p>");
    assert_eq!(
        story.date.map(|day| day.to_string()).as_deref(),
        Some("2017-11-23")
    );
    assert!(story.date_note.is_some());
}

#[test]
fn writers_are_people() {
    for (head, body, names) in [
        (
            "<meta name=author content='Layla Haddad, Culture Editor'>",
            "",
            vec!["Layla Haddad"],
        ),
        (
            "<meta name=author content='admin'>",
            "<span class=byline>By <a href=/l>Layla Haddad</a> Nov 24</span>",
            vec!["Layla Haddad"],
        ),
        (
            "<meta property=og:site_name content=Gazette><meta name=author content=Gazette>",
            "<p>بقلم: ليلى حداد</p>",
            vec!["ليلى حداد"],
        ),
        (
            "<meta name=author content='https://example.org/logo.png'>",
            "",
            vec![],
        ),
        (
            "<meta name=author content='Layla Haddad, Reuters'>",
            "",
            vec!["Layla Haddad"],
        ),
    ] {
        assert_eq!(metadata(head, body).byline, names, "{head}{body}");
    }
}

#[test]
fn a_credit_leaves_the_markup_even_when_it_is_bold() {
    for (markup, rest) in [
        ("<p>(Qasr Press)- Rain fell.</p>", Some("<p>Rain fell.</p>")),
        (
            "<p><b>(Qasr Press)-</b> Rain fell.</p>",
            Some("<p> Rain fell.</p>"),
        ),
        ("<p>Rain fell.</p>", None),
    ] {
        assert_eq!(without_credit(markup, "(Qasr Press)-").as_deref(), rest);
    }
}
