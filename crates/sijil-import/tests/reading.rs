//! From files to stories: folders, limits, broken input, and the way out and back in.
#![expect(
    clippy::unwrap_used,
    clippy::tests_outside_test_module,
    reason = "this file holds nothing but tests"
)]

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use sijil_import::{Confidence, DateEvidence, Incoming, Options, Outcome, read};
use tempfile::TempDir;

const DUMP: &str = "Search For Keyword.\n\nBakers of Kafr Marhun win back their oven\n\n(Qasr Press)- The bakers of Kafr Marhun lit the old oven again on Friday, the first time in three years, the town council told Qasr Press.\n\nThe oven had stood cold since the mill closed.\n\nQasr Pres\n(12)    (3)\nTotal Comments (0)\n";

fn page(headline: &str, paragraphs: &[&str]) -> String {
    let body: String = paragraphs
        .iter()
        .map(|text| format!("<p>{text}</p>"))
        .collect();
    format!(
        "<!doctype html><html lang=fr><head><title>{headline} | Marhun Gazette</title>\
         <meta property=og:site_name content='Marhun Gazette'>\
         <link rel=canonical href='https://gazette.example/2017/11/24/{}/'>\
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"{headline}\",\
         \"datePublished\":\"2017-11-24T10:30:00+02:00\",\"author\":[{{\"@type\":\"Person\",\"name\":\"Layla Haddad\"}}]}}</script>\
         </head><body><nav><a href=/>Home</a></nav><h1>{headline}</h1><h2 class=standfirst>The first bread in three years, says the council</h2>\
         <article>{body}<p>Our paper lives from the coins of those who read it each day.</p>\
         <div class=related-stories><p>The mill that closed in the spring will stay closed for now</p></div></article>\
         <footer>Marhun Gazette</footer></body></html>",
        headline.len()
    )
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

fn outcomes(path: &Path) -> Vec<Outcome> {
    read(&[path.to_owned()], &Options::default()).collect()
}

fn found(path: &Path) -> Incoming {
    match outcomes(path).pop() {
        Some(Outcome::Found(incoming)) => *incoming,
        other => panic!("{other:?}"),
    }
}

fn reason(path: &Path) -> String {
    match outcomes(path).as_slice() {
        [Outcome::Skipped { reason, .. } | Outcome::Failed { reason, .. }] => reason.clone(),
        other => panic!("{other:?}"),
    }
}

const FIRST: &str = "The bakers of Kafr Marhun lit the old oven again on Friday, the first time in three years, the town council told the Gazette in the morning.";
const SECOND: &str = "According to a clerk of the council, the oven will give four thousand loaves a day, enough for the town and for the two villages under the hill.";
const THIRD: &str = "The council did not say who had paid for the flour, nor for how long the wood in the yard would last when the winter came.";

#[test]
fn a_saved_page_becomes_a_story() {
    let folder = TempDir::new().unwrap();
    let path = write(
        folder.path(),
        "oven.html",
        page("Bakers win back their oven", &[FIRST, SECOND, THIRD]),
    );
    let story = found(&path);
    assert_eq!(story.title, "Bakers win back their oven");
    assert_eq!(
        story.standfirst.as_deref(),
        Some("The first bread in three years, says the council")
    );
    assert_eq!(story.byline, ["Layla Haddad"]);
    assert_eq!(
        story.date.map(|day| day.to_string()).as_deref(),
        Some("2017-11-24")
    );
    assert_eq!(story.date_evidence, Some(DateEvidence::StructuredData));
    assert_eq!(story.lang.map(sijil_text::Language::code), Some("en"));
    assert!(story.paragraphs.iter().any(|paragraph| paragraph == SECOND));
    assert!(!story.text.contains("will stay closed"), "{}", story.text);
    assert_ne!(story.confidence, Confidence::Low);
}

#[test]
fn what_a_site_repeats_leaves_the_story() {
    let folder = TempDir::new().unwrap();
    write(
        folder.path(),
        "1.html",
        page("Bakers win back their oven", &[FIRST, SECOND]),
    );
    write(
        folder.path(),
        "2.html",
        page(
            "The oven will burn all winter",
            &[
                THIRD,
                "The yard holds wood for a hundred days, said the keeper of the yard, who counted it twice with his sons before the snow came to the hills.",
            ],
        ),
    );
    for outcome in outcomes(folder.path()) {
        let Outcome::Found(story) = outcome else {
            panic!("{outcome:?}");
        };
        assert!(!story.text.contains("coins"), "{}", story.text);
        assert!(
            story
                .left_out
                .iter()
                .any(|left_out| left_out.text.contains("coins"))
        );
    }
}

#[test]
fn stories_go_out_as_ndjson_and_come_back_equal() {
    let folder = TempDir::new().unwrap();
    write(
        folder.path(),
        "a.html",
        page("Bakers win back their oven", &[FIRST, SECOND, THIRD]),
    );
    write(folder.path(), "b.txt", DUMP);
    let stories: Vec<Outcome> = outcomes(folder.path());
    let lines: String = stories
        .iter()
        .map(|outcome| match outcome {
            Outcome::Found(story) => serde_json::to_string(story).unwrap() + "\n",
            other => panic!("{other:?}"),
        })
        .collect();
    let back = write(folder.path(), "out/all.ndjson", lines);
    assert_eq!(outcomes(&back), stories);
}

#[test]
fn each_file_gives_one_outcome_in_order_of_names() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "2.txt", DUMP);
    write(folder.path(), "1/story.txt", DUMP);
    write(folder.path(), "3.png", b"\x89PNG");
    write(folder.path(), "4.txt", "");
    write(
        folder.path(),
        "5.ndjson",
        "{\"id\":\"a\",\"title\":\"Rain\",\"text\":\"Rain fell.\"}\n\n{\"id\":\n",
    );
    fs::create_dir(folder.path().join("6")).unwrap();
    let told: Vec<String> = outcomes(folder.path())
        .iter()
        .map(|outcome| {
            let name = outcome
                .source()
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned();
            let kind = match outcome {
                Outcome::Found(_) => "found",
                Outcome::Skipped { .. } => "skipped",
                Outcome::Failed { .. } => "failed",
            };
            format!("{name} {kind}")
        })
        .collect();
    assert_eq!(
        told,
        [
            "story.txt found",
            "2.txt found",
            "3.png skipped",
            "4.txt skipped",
            "5.ndjson:1 found",
            "5.ndjson:3 failed",
            "6 skipped"
        ]
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    let folder = TempDir::new().unwrap();
    let options = Options {
        page_bytes_max: 1_000_000,
        ..Options::default()
    };
    let large = write(folder.path(), "large.txt", "word ".repeat(300_000));
    let Some(Outcome::Failed {
        reason: too_large, ..
    }) = read(&[large], &options).next()
    else {
        panic!("a file over the limit was read");
    };
    assert!(too_large.contains("1 MB"), "{too_large}");
    assert!(reason(&folder.path().join("absent.txt")).contains("does not exist"));
    let binary = write(
        folder.path(),
        "story.txt",
        [0u8, 1, 2, 3, 0, 0, 0, 255].repeat(40),
    );
    assert!(reason(&binary).contains("not text"));
    let set_out = write(folder.path(), "one.json", "{\n  \"id\": \"a\"\n}\n");
    assert!(reason(&set_out).contains("one object a line"));
    let tags = write(
        folder.path(),
        "tags.html",
        "<html>".to_owned() + &"<b>".repeat(300_000),
    );
    assert!(reason(&tags).contains("tags"));
    let index = write(
        folder.path(),
        "index.html",
        "<html><body><ul><li><a href=a>One</a><li><a href=b>Two</a></ul></body></html>",
    );
    assert!(reason(&index).contains("no story"));
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_end_there() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "in/story.txt", DUMP);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("in/up")).unwrap();
    std::os::unix::fs::symlink("self", folder.path().join("in/self")).unwrap();
    std::os::unix::fs::symlink("gone", folder.path().join("in/to-gone")).unwrap();
    let told = outcomes(folder.path());
    let found = told
        .iter()
        .filter(|outcome| matches!(outcome, Outcome::Found(_)))
        .count();
    let failed = told
        .iter()
        .filter(|outcome| matches!(outcome, Outcome::Failed { .. }))
        .count();
    assert_eq!((found, failed, told.len()), (1, 2, 4), "{told:?}");
}

#[test]
fn deep_and_broken_markup_is_survived() {
    let folder = TempDir::new().unwrap();
    let deep = |depth| format!("<html><body>{}{FIRST}", "<div>".repeat(depth));
    outcomes(&write(folder.path(), "deep.html", deep(2_000)));
    let too_deep = write(folder.path(), "too-deep.html", deep(100_000));
    assert!(reason(&too_deep).contains("inside one another"));
    let torn = page("Bakers win back their oven", &[FIRST, SECOND]);
    for end in [10, 300, 700, torn.len() - 5] {
        outcomes(&write(
            folder.path(),
            "torn.html",
            torn.get(..end).unwrap_or(&torn),
        ));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "(a\\.html|a\\.txt|a\\.ndjson)") {
        let folder = TempDir::new().unwrap();
        let path = write(folder.path(), &name, bytes);
        prop_assert!(outcomes(&path).len() <= 400);
    }

    #[test]
    fn no_text_breaks_the_reader(text in "([A-Za-zا-ي ]{1,30}|[(]{1}[0-9٠-٩]{1,3}[)]|[\n:–-]|بقلم|By |<p>|<h1>|</p>|<a href=x>|<table>|<time datetime=2017-11-24>){0,40}") {
        let folder = TempDir::new().unwrap();
        for name in ["a.txt", "a.html"] {
            let path = write(folder.path(), name, &text);
            let told = outcomes(&path);
            prop_assert_eq!(told.len(), 1);
            for outcome in told {
                if let Outcome::Found(story) = outcome {
                    prop_assert!(!story.title.is_empty() && !story.text.is_empty());
                }
            }
        }
    }
}
