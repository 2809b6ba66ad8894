//! The interface's sentences: both languages have the same, and all that are asked for.

use std::collections::BTreeMap;

use super::files::{self, Source};
use super::{none, problem, rust_code, templates};

const ARABIC: &str = "crates/sijil/locales/ar.ftl";
const ENGLISH: &str = "crates/sijil/locales/en.ftl";

/// Sentences of the Arabic file that are not Arabic: a code, and the name of the other language.
const NOT_ARABIC: &[&str] = &["og-locale", "other-language"];

/// Calls whose first argument names a sentence.
const CALLS: &[&str] = &[".t(\"", "say(\"", "with(\"", "count(\"", "format(\""];

#[test]
fn both_languages_have_the_same_sentences() {
    let (arabic, english) = (sentences(ARABIC), sentences(ENGLISH));
    let mut problems = Vec::new();
    for (have, lack, file) in [(&arabic, &english, ENGLISH), (&english, &arabic, ARABIC)] {
        let missing = have.keys().filter(|name| !lack.contains_key(*name));
        problems.extend(missing.map(|name| format!("{file}: add the sentence {name}")));
    }
    none(&problems);
}

#[test]
fn every_arabic_sentence_is_arabic() {
    let is_arabic = |text: &str| text.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c));
    let is_made_of_values =
        |text: &str| !text.chars().any(|c| c.is_ascii_alphabetic()) || text.starts_with('{');
    let problems: Vec<String> = sentences(ARABIC)
        .into_iter()
        .filter(|(name, text)| {
            !NOT_ARABIC.contains(&name.as_str()) && !is_arabic(text) && !is_made_of_values(text)
        })
        .map(|(name, text)| format!("{ARABIC}: translate {name} = {text}"))
        .collect();
    none(&problems);
}

#[test]
fn every_sentence_that_is_asked_for_exists() {
    let english = sentences(ENGLISH);
    let mut problems = Vec::new();
    for source in asking() {
        for (line, text) in source.lines() {
            for name in asked(text).filter(|name| !english.contains_key(*name)) {
                let advice = format!("add the sentence {name} to {ENGLISH} and {ARABIC}");
                problems.push(problem(&source, line, &advice));
            }
        }
    }
    none(&problems);
}

#[test]
fn every_sentence_is_asked_for() {
    let mut texts: Vec<String> = templates::all()
        .into_iter()
        .map(|template| template.text)
        .collect();
    for source in files::application() {
        texts.extend(
            rust_code::parse(&source.text)
                .literals
                .into_iter()
                .map(|(_, text)| text),
        );
    }
    let problems: Vec<String> = sentences(ENGLISH)
        .into_keys()
        .filter(|name| !is_named(name, &texts))
        .map(|name| format!("{ENGLISH}: nothing says {name}: remove it, and from {ARABIC} too"))
        .collect();
    none(&problems);
}

/// The sentences of a file in Fluent's syntax: a name at the start of a line, ` = `, the text, and lines
/// that go on with spaces. Terms (`-name`) and attributes (`.name`) are no sentences.
fn sentences(path: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open: Option<(String, String)> = None;
    for line in files::text(path).lines() {
        if line.starts_with(' ') || line.starts_with('}') {
            if let Some((_, text)) = &mut open {
                text.push_str(line);
            }
        } else {
            found.extend(open.take());
            let starts_a_name = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((name, text)) = line.split_once(" =").filter(|_| starts_a_name) {
                open = Some((name.trim().to_owned(), text.trim().to_owned()));
            }
        }
    }
    found.extend(open);
    found
}

/// The files that ask for sentences; the tests inside them are left out.
fn asking() -> Vec<Source> {
    let mut sources = templates::all();
    for mut source in files::application() {
        if let Some((code, _)) = source.text.split_once("#[cfg(test)]") {
            source.text = code.to_owned();
        }
        sources.push(source);
    }
    sources
}

/// The names of sentences that a line asks for.
fn asked(line: &str) -> impl Iterator<Item = &str> {
    CALLS.iter().flat_map(move |call| {
        line.split(call).skip(1).filter_map(|after| {
            let name = after.split('"').next()?;
            let is_name = name.contains('-') || !name.is_empty();
            (is_name
                && name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
            .then_some(name)
        })
    })
}

/// Whether one of `texts` names the sentence: whole, or by a beginning that the code completes, as in
/// `kind-{}` or in `error-busy` with `-title`.
fn is_named(name: &str, texts: &[String]) -> bool {
    let beginnings = name.match_indices('-').filter_map(|(at, _)| name.get(..at));
    let beginnings: Vec<&str> = beginnings.collect();
    texts.iter().any(|text| {
        let completes = |beginning: &&str| text.contains(&format!("{beginning}-{{"));
        let is_beginning = beginnings
            .iter()
            .any(|beginning| beginning.contains('-') && text == beginning);
        text == name
            || is_beginning
            || text.contains(&format!("\"{name}\""))
            || beginnings.iter().any(completes)
    })
}
