//! Who wrote it: the page's own statements first, then what stands where bylines stand.

use std::collections::HashSet;

use serde_json::Value;

use super::Page;
use super::junk::class_words;
use super::structured::decoded;
use crate::byline::names_in;
use crate::label::key;

const METAS: &[&str] = &[
    "author",
    "article:author",
    "og:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "article:author_name",
    "author_name",
    "creator",
    "article.author",
    "dc.contributor",
    "citation_author",
];

/// Characters of a visible byline at most.
const BYLINE_CHARS_MAX: usize = 120;

/// The writers, in the page's order; none rather than a doubtful one.
pub(crate) fn byline(page: &Page, first_body_block: usize) -> Vec<String> {
    let outlets: HashSet<String> = page
        .structured
        .outlet_names()
        .iter()
        .map(|name| key(name).replace(' ', ""))
        .collect();
    let accepted = |names: Vec<String>| -> Vec<String> {
        names
            .into_iter()
            .filter(|name| !outlets.contains(&key(name).replace(' ', "")))
            .collect()
    };
    let stated = accepted(from_json_ld(page));
    if !stated.is_empty() {
        return stated;
    }
    for name in METAS {
        let contents: Vec<&str> = page.structured.metas(name).collect();
        let names = accepted(unique(
            contents.iter().flat_map(|content| names_in(content)),
        ));
        if !names.is_empty() {
            return names;
        }
    }
    accepted(from_elements(page, first_body_block))
}

fn from_json_ld(page: &Page) -> Vec<String> {
    for story in page.structured.stories() {
        let mut names = Vec::new();
        for field in ["author", "creator"] {
            if let Some(author) = story.get(field).filter(|_| names.is_empty()) {
                collect(page, author, &mut names);
            }
        }
        if !names.is_empty() {
            return unique(names.iter().flat_map(|name| names_in(name)));
        }
    }
    Vec::new()
}

/// An author is a name, an object with a name, a reference to one, or a list of these.
fn collect(page: &Page, author: &Value, names: &mut Vec<String>) {
    match author {
        Value::String(name) => names.push(decoded(name)),
        Value::Array(authors) => {
            for author in authors.iter().take(20).filter(|author| !author.is_array()) {
                collect(page, author, names);
            }
        }
        Value::Object(author) => match author.get("name") {
            Some(Value::String(name)) => names.push(decoded(name)),
            Some(Value::Array(list)) => {
                names.extend(list.iter().filter_map(Value::as_str).map(decoded));
            }
            _ => {
                let id = author.get("@id").and_then(Value::as_str);
                let named = id.and_then(|id| page.structured.by_id(id)?.get("name")?.as_str());
                names.extend(named.map(decoded));
            }
        },
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `rel=author`, `itemprop=author`, and elements whose class says byline, near the text.
fn from_elements(page: &Page, first_body_block: usize) -> Vec<String> {
    let body_start = page
        .blocks
        .get(first_body_block)
        .map_or(usize::MAX, |block| block.end);
    let tree = &page.tree;
    let marked: Vec<usize> = (0..tree.len())
        .filter(|&index| {
            tree.node(index).is_some_and(|node| {
                node.has_word("rel", "author") || node.attribute("itemprop").contains("author")
            })
        })
        .collect();
    let names = unique(
        marked
            .iter()
            .flat_map(|&index| short_names(&tree.text(index))),
    );
    if !names.is_empty() {
        return names;
    }
    for wanted in [
        &["author", "name"][..],
        &["byline"],
        &["author"],
        &["contributor"],
    ] {
        let found = (0..tree.len().min(body_start)).find_map(|index| {
            let node = tree.node(index).filter(|node| !node.is_text())?;
            let words = class_words(node);
            if !wanted.iter().all(|word| words.contains(*word)) {
                return None;
            }
            let names = short_names(&tree.text(index));
            (!names.is_empty()).then_some(names)
        });
        if let Some(names) = found {
            return names;
        }
    }
    visible(page, first_body_block)
}

/// A line between headline and text that begins as bylines do.
fn visible(page: &Page, first_body_block: usize) -> Vec<String> {
    let start = first_body_block.saturating_sub(12);
    page.blocks
        .get(start..=first_body_block)
        .unwrap_or_default()
        .iter()
        .find_map(|block| crate::dump::byline(&block.text))
        .unwrap_or_default()
}

fn short_names(text: &str) -> Vec<String> {
    if text.chars().count() > BYLINE_CHARS_MAX {
        return Vec::new();
    }
    names_in(text)
}

fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(key(name))).collect()
}
