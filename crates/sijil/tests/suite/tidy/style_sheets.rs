//! The classes: what a page names, a style sheet knows, and the other way round.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{self, Source};
use super::{none, problem, rust_code, templates};

/// Classes that a page names for scripts or readers' tools and no sheet dresses.
const UNDRESSED: &[&str] = &[
    "e-content",
    "h-entry",
    "h-feed",
    "p-author",
    "p-name",
    "p-summary",
    "u-url",
];

#[test]
fn every_class_of_a_page_is_in_a_style_sheet() {
    let dressed = dressed();
    // `front` needs no rules of its own where `front__top` has some.
    let is_component = |name: &str| {
        let parts = [format!("{name}__"), format!("{name}--")];
        dressed
            .keys()
            .any(|class| parts.iter().any(|part| class.starts_with(part)))
    };
    let knows = |class: &Named| match class.is_prefix {
        true => dressed
            .keys()
            .any(|dressed| dressed.starts_with(&class.name)),
        false => {
            dressed.contains_key(&class.name)
                || is_component(&class.name)
                || UNDRESSED.contains(&class.name.as_str())
        }
    };
    let problems: Vec<String> = named()
        .into_iter()
        .filter(|class| !knows(class))
        .map(|class| {
            format!(
                "{}: no style sheet knows the class {}",
                class.place, class.name
            )
        })
        .collect();
    none(&problems);
}

#[test]
fn every_class_of_a_style_sheet_is_on_a_page() {
    let named = named();
    let names: BTreeSet<&str> = named.iter().map(|class| class.name.as_str()).collect();
    let scripts: String = files::under("crates/sijil/assets/scripts", &[".js"])
        .into_iter()
        .map(|script| script.text)
        .collect();
    let is_used = |dressed: &str| {
        let by_prefix = named
            .iter()
            .any(|class| class.is_prefix && dressed.starts_with(&class.name));
        names.contains(dressed) || by_prefix || scripts.contains(dressed)
    };
    let problems: Vec<String> = dressed()
        .into_iter()
        .filter(|(class, _)| !is_used(class))
        .map(|(class, place)| format!("{place}: no page has the class {class}: remove its rules"))
        .collect();
    none(&problems);
}

/// A class as a page names it.
#[derive(Debug)]
struct Named {
    /// File and line.
    place: String,
    /// The name, or its fixed beginning.
    name: String,
    /// The rest of the name comes from data: `story--{{ kind }}`.
    is_prefix: bool,
}

/// The classes that templates name, and those in HTML that Rust code writes.
fn named() -> Vec<Named> {
    let mut classes = Vec::new();
    for template in templates::all() {
        for (line, text) in template.lines() {
            classes.extend(classes_in(&template, line, text));
        }
    }
    for source in files::under("crates", &[".rs"]) {
        let is_ours =
            source.path.starts_with(files::APPLICATION) || source.path.contains("sijil-text/src");
        if is_ours {
            for (line, text) in rust_code::parse(&source.text).literals {
                classes.extend(classes_in(&source, line, &text.replace("\\\"", "\"")));
            }
        }
    }
    classes
}

fn classes_in(source: &Source, line: usize, text: &str) -> Vec<Named> {
    let place = problem(source, line, "class");
    let place = place.trim_end_matches(": class").to_owned();
    let mut classes = Vec::new();
    for value in text.split("class=\"").skip(1) {
        for word in without_tags(value).split_whitespace() {
            let name: String = word.chars().take_while(|c| is_of_class(*c)).collect();
            let is_prefix = name.len() < word.len();
            if !name.is_empty() {
                classes.push(Named {
                    place: place.clone(),
                    name,
                    is_prefix,
                });
            }
        }
    }
    classes
}

/// The value up to its closing quote; where data or a condition stands, a mark that is in no class.
fn without_tags(value: &str) -> String {
    let mut plain = String::new();
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let closing = if rest.starts_with("{{") {
            "}}"
        } else if rest.starts_with("{%") {
            "%}"
        } else if first == '"' {
            break;
        } else {
            plain.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        };
        // A condition parts words, a value continues one.
        plain.push(if closing == "}}" { '\u{0}' } else { ' ' });
        rest = rest.split_once(closing).map_or("", |(_, after)| after);
    }
    plain
}

/// The classes that style sheets know, each with the first file that names it.
fn dressed() -> BTreeMap<String, String> {
    let mut classes = BTreeMap::new();
    for sheet in files::under("crates/sijil/assets/styles", &[".css"]) {
        for piece in selectors(&sheet.text).split('.').skip(1) {
            let name: String = piece.chars().take_while(|c| is_of_class(*c)).collect();
            let is_class = name.starts_with(|c: char| c.is_ascii_lowercase());
            if is_class {
                classes.entry(name).or_insert_with(|| sheet.path.clone());
            }
        }
    }
    classes
}

/// A style sheet without comments, quoted texts, and the values of declarations.
fn selectors(text: &str) -> String {
    let mut kept = String::new();
    for (index, piece) in text.split("/*").enumerate() {
        let piece = if index == 0 {
            piece
        } else {
            piece.split_once("*/").map_or("", |(_, after)| after)
        };
        kept.push_str(piece);
    }
    let unquoted: String = kept.split('"').step_by(2).collect();
    // What stands before `{` is a selector or a condition; what ends with `;` or `}` is a declaration.
    let before_braces = unquoted
        .split('{')
        .map(|piece| piece.rsplit([';', '}']).next().unwrap_or_default());
    before_braces.collect::<Vec<_>>().join("{")
}

fn is_of_class(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}
