//! The templates: each is used, and none breaks the page's security rules.

use super::files::{self, Source};
use super::{none, problem, rust_code};

/// The endings of template files.
const ENDINGS: &[&str] = &[".html", ".xml", ".txt"];

/// All templates of the application.
pub(super) fn all() -> Vec<Source> {
    files::under(files::APPLICATION, ENDINGS)
}

#[test]
fn every_template_is_used() {
    let templates = all();
    let mut used: Vec<String> = Vec::new();
    for source in files::application() {
        let literals = rust_code::parse(&source.text).literals;
        used.extend(literals.into_iter().map(|(_, text)| text));
    }
    for template in &templates {
        used.extend(quoted(&template.text).map(str::to_owned));
    }
    let problems: Vec<String> = templates
        .iter()
        .filter(|template| {
            let name = template
                .path
                .strip_prefix(files::APPLICATION)
                .unwrap_or(&template.path);
            !used.iter().any(|used| used == name)
        })
        .map(|template| {
            problem(
                template,
                1,
                "no page renders, includes or extends this: remove it",
            )
        })
        .collect();
    none(&problems);
}

#[test]
fn no_template_holds_script_or_style() {
    let forbidden = [
        " style=\"",
        "<style",
        "javascript:",
        " onclick",
        " onload",
        " onerror",
        " onsubmit",
        " onchange",
    ];
    let mut problems = Vec::new();
    for template in all() {
        for (line, text) in template.lines() {
            let is_inline_script = text.contains("<script")
                && !text.contains(" src=")
                && !text.contains("application/ld+json")
                && !text.contains("speculationrules");
            if is_inline_script || forbidden.iter().any(|mark| text.contains(mark)) {
                let advice =
                    "the page's security policy refuses inline script and style: use assets/";
                problems.push(problem(&template, line, advice));
            }
        }
    }
    none(&problems);
}

/// Every place where a text is shown as it is, for whoever looks for holes: what stands there was made
/// safe by `sijil-text`, or is JSON in which `<` is escaped.
const UNESCAPED: &[(&str, &str)] = &[
    ("articles/story.html", "json_ld|safe"),
    ("articles/story.html", "printed.content.body.as_str()|safe"),
    ("articles/story.html", "text|safe"),
    ("settings/words/words.html", "preview|safe"),
    ("slots/slot.html", "body|safe"),
    ("web/layout.html", "frame.house.footer.as_str()|safe"),
];

#[test]
fn no_template_calls_a_text_safe() {
    let mut problems = Vec::new();
    for template in all() {
        let name = template
            .path
            .strip_prefix(files::APPLICATION)
            .unwrap_or(&template.path);
        for (line, text) in template.lines() {
            let squeezed = text.replace(' ', "");
            let is_known = |value: &str| UNESCAPED.contains(&(name, value));
            let is_bare = |value: &&str| value.contains("|safe") || value.contains("|escape(");
            for value in values(&squeezed)
                .filter(is_bare)
                .filter(|value| !is_known(value))
            {
                let advice = format!(
                    "{value} is shown as it is: let it be escaped, or show SafeHtml and list it here"
                );
                problems.push(problem(&template, line, &advice));
            }
        }
    }
    none(&problems);
}

/// What stands between double braces.
fn values(line: &str) -> impl Iterator<Item = &str> {
    let rest = line.split("{{").skip(1);
    rest.filter_map(|rest| rest.split("}}").next())
}

/// The texts in double quotes inside template tags and out of them.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}
