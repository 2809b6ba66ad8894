//! What else reads bytes from outside: words and days, markup, queries, pages to import.

use std::fs;

use sijil_import::{Options, read};
use sijil_search::Query;
use sijil_text::{
    Lang, SafeHtml, Slug, days_in, detect, fold, plain_text, tokens, words as words_of,
};

/// Words: each token stands in the text, folding twice changes nothing more, a slug is one.
pub fn words(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for token in tokens(&text) {
        assert!(
            text.get(token.range.clone())
                .is_some_and(|written| !written.is_empty())
        );
    }
    let folded = fold(&text);
    assert_eq!(
        fold(&folded),
        folded,
        "folding twice changes something more"
    );
    let _ = (words_of(&text), detect(&text), days_in(&text));
    for lang in [Lang::Ar, Lang::En] {
        if let Some(slug) = Slug::from_headline(&text, lang) {
            assert!(Slug::parse(slug.as_str()).is_ok(), "{slug:?} is no slug");
        }
    }
}

/// Markup: what was cleaned is clean, and holds nothing that runs.
pub fn markup(bytes: &[u8]) {
    let clean = SafeHtml::sanitise(&String::from_utf8_lossy(bytes));
    let again = SafeHtml::sanitise(clean.as_str());
    assert_eq!(
        clean.as_str(),
        again.as_str(),
        "cleaning twice changes something more"
    );
    for forbidden in [
        "<script", "<style", "<iframe", "<svg", "<math", "<form", "<input",
    ] {
        assert!(!clean.as_str().contains(forbidden), "{forbidden} is left");
    }
    let _ = plain_text(&clean);
}

/// Queries: anything can be typed, and what is looked for is bounded.
pub fn query(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let query = Query::parse(&typed);
    assert!(
        query.typed.chars().count() <= 256,
        "more is read than the box takes"
    );
    let items = query.groups.iter().map(Vec::len).sum::<usize>() + query.excluded.len();
    assert!(items <= 16, "{items} things are looked for");
}

/// Pages: whatever a file is called and holds, reading it ends, and what it gives can be written down.
pub fn pages(bytes: &[u8]) {
    let Ok(folder) = tempfile::tempdir() else {
        return;
    };
    for name in ["page.txt", "page.html", "page.ndjson"] {
        let path = folder.path().join(name);
        if fs::write(&path, bytes).is_err() {
            continue;
        }
        let outcomes = read(&[path], &Options::default());
        for outcome in outcomes {
            assert!(!format!("{outcome:?}").is_empty());
        }
    }
}
