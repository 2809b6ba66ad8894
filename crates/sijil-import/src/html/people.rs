//! Who wrote it: the page's own statements first, then what stands where bylines stand.

use std::collections::HashSet;

use serde_json::Value;

use super::Page;
use super::junk::class_words;
use super::structured::decoded;
use crate::byline::names_in;
use crate::credit::is_agency;
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

/// The writers, in the page's order; none rather than a doubtful one. An agency stands among them
/// only when the page names nobody else.
pub(crate) fn byline(page: &Page, body: &[usize]) -> Vec<String> {
    let names = stated(page, body);
    if names.iter().all(|name| is_agency(name)) {
        return names;
    }
    names.into_iter().filter(|name| !is_agency(name)).collect()
}

fn stated(page: &Page, body: &[usize]) -> Vec<String> {
    let host = page.structured.host();
    let mut not_people = page.structured.outlet_names();
    not_people.extend([host, host.split('.').next().unwrap_or_default()].map(str::to_owned));
    not_people.extend(page.structured.story_text("articleSection"));
    let outlets: HashSet<String> = not_people
        .iter()
        // "The Telegram & Gazette" is taken apart as two people would be.
        .flat_map(|name| names_in(name).into_iter().chain([name.clone()]))
        .map(|name| key(&name).replace(' ', ""))
        .collect();
    let accepted = |names: Vec<String>| -> Option<Vec<String>> {
        let is_outlet = |name: &String| outlets.contains(&key(name).replace(' ', ""));
        let names: Vec<String> = names.into_iter().filter(|name| !is_outlet(name)).collect();
        (!names.is_empty()).then_some(names)
    };
    accepted(from_json_ld(page))
        .or_else(|| {
            METAS
                .iter()
                .find_map(|name| accepted(from_meta(page, name)))
        })
        .or_else(|| accepted(from_marks(page)))
        .or_else(|| accepted(from_classes(page, body)))
        .or_else(|| accepted(from_author_pages(page, body)))
        .or_else(|| accepted(visible(page, body)))
        .or_else(|| accepted(only_person(page)))
        .unwrap_or_default()
}

fn from_meta(page: &Page, name: &str) -> Vec<String> {
    unique(page.structured.metas(name).flat_map(names_in))
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

/// `rel=author`, `itemprop=author` and what test marks call an author.
fn from_marks(page: &Page) -> Vec<String> {
    let tree = &page.tree;
    let marked = (0..tree.len()).filter(|&index| {
        tree.node(index).is_some_and(|node| {
            node.has_word("rel", "author")
                || node.attribute("itemprop").contains("author")
                || node
                    .attribute("data-testid")
                    .to_ascii_lowercase()
                    .contains("authorname")
        })
    });
    unique(marked.flat_map(|index| names_under(page, index)))
}

/// Elements whose class says byline, before the text if there are any, else inside it.
fn from_classes(page: &Page, body: &[usize]) -> Vec<String> {
    let end = body_end(page, body);
    [
        &["author", "name"][..],
        &["byline"],
        &["authors"],
        &["author"],
        &["contributor"],
    ]
    .iter()
    .find_map(|wanted| {
        (0..end).find_map(|index| {
            let node = page
                .tree
                .node(index)
                .filter(|node| !node.attribute("class").is_empty())?;
            let words = class_words(node);
            if !wanted.iter().all(|word| words.contains(*word)) {
                return None;
            }
            let names = names_under(page, index);
            (!names.is_empty()).then_some(names)
        })
    })
    .unwrap_or_default()
}

/// Links to writers' own pages near the headline.
fn from_author_pages(page: &Page, body: &[usize]) -> Vec<String> {
    let start = body_start(page, body);
    let headline = page
        .blocks
        .iter()
        .filter(|block| block.tag == "h1" && block.start < start)
        .map(|block| block.start)
        .next_back()
        .unwrap_or_default();
    let links = page.tree.elements(&["a"]).filter(|(index, node)| {
        let is_near = (headline..start).contains(index);
        is_near
            && AUTHOR_PATHS
                .iter()
                .any(|path| node.attribute("href").contains(path))
    });
    unique(links.flat_map(|(index, _)| names_in(&page.tree.text(index))))
}

const AUTHOR_PATHS: &[&str] = &[
    "/author/",
    "/authors/",
    "/staff/",
    "/by/",
    "/profile/",
    "/people/",
    "/writers/",
    "/contributors/",
    "/reporters/",
    "/journalist/",
    "/byline/",
];

/// A line between headline and text that begins as bylines do.
fn visible(page: &Page, body: &[usize]) -> Vec<String> {
    let first = body.first().copied().unwrap_or_default();
    page.blocks
        .get(first.saturating_sub(12)..=first)
        .unwrap_or_default()
        .iter()
        .find_map(|block| crate::dump::byline(&block.text))
        .unwrap_or_default()
}

/// The one person that the page's JSON-LD knows.
fn only_person(page: &Page) -> Vec<String> {
    let people = unique(
        page.structured
            .people()
            .iter()
            .flat_map(|name| names_in(name)),
    );
    if people.len() == 1 {
        people
    } else {
        Vec::new()
    }
}

fn body_start(page: &Page, body: &[usize]) -> usize {
    let first = body.first().and_then(|&index| page.blocks.get(index));
    first.map_or(page.tree.len(), |block| block.start)
}

fn body_end(page: &Page, body: &[usize]) -> usize {
    let last = body.last().and_then(|&index| page.blocks.get(index));
    last.map_or(page.tree.len(), |block| block.end)
}

/// Names in an element: of its links when it has some with names, else of its text.
fn names_under(page: &Page, index: usize) -> Vec<String> {
    let text = page.tree.text(index);
    if text.chars().count() > BYLINE_CHARS_MAX {
        return Vec::new();
    }
    let links = page
        .tree
        .subtree(index)
        .filter(|(at, node)| node.tag == "a" && *at != index);
    let linked = unique(links.flat_map(|(at, _)| names_in(&page.tree.text(at))));
    if linked.is_empty() {
        names_in(&text)
    } else {
        linked
    }
}

fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(key(name))).collect()
}
