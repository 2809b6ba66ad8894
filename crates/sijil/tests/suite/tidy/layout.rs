//! Where things lie and how long they are.

use super::files::{self, Source};
use super::{none, problem};

/// Lines a file written by hand may have.
const LINES_MAX: usize = 400;

/// Long lists of like entries, which a reader looks up and does not read through.
const CATALOGUES: &[&str] = &["crates/sijil/locales/ar.ftl", "crates/sijil/locales/en.ftl"];

#[test]
fn no_file_is_two_ideas() {
    let mut problems = Vec::new();
    for folder in ["crates", "xtask", "fuzz", "editor", "e2e", "docs", "bench"] {
        for source in files::under(
            folder,
            &[
                ".rs", ".html", ".css", ".js", ".ftl", ".sql", ".toml", ".md",
            ],
        ) {
            let lines = source.text.lines().count();
            let is_catalogue = CATALOGUES.contains(&source.path.as_str());
            if lines > LINES_MAX && !is_catalogue {
                let advice =
                    format!("{lines} lines, {LINES_MAX} at most: split by idea, never by size");
                problems.push(problem(&source, lines, &advice));
            }
        }
    }
    none(&problems);
}

#[test]
fn every_folder_of_the_source_is_on_the_map() {
    let map = files::text("ARCHITECTURE.md");
    let missing: Vec<String> = files::folders_in(files::APPLICATION)
        .into_iter()
        .filter(|folder| !map.contains(&format!("{folder}/")))
        .map(|folder| {
            format!(
                "ARCHITECTURE.md: say in a line what {}{folder}/ is for",
                files::APPLICATION
            )
        })
        .collect();
    none(&missing);
}

#[test]
fn leaf_crates_stand_alone() {
    let mut problems = Vec::new();
    for manifest in files::under("crates", &["Cargo.toml"]) {
        // The application uses them all, and so does what checks them all.
        let uses_all = ["crates/sijil/", "crates/sijil-hostile/"];
        if uses_all.iter().any(|path| manifest.path.starts_with(path)) {
            continue;
        }
        for (line, text) in manifest.lines().filter(|(_, text)| is_own_crate(text)) {
            let name = text.split(['.', ' ', '=']).next().unwrap_or_default();
            if name != "sijil-text" {
                let advice = format!(
                    "a leaf crate may use sijil-text, not {name}: move what is shared there"
                );
                problems.push(problem(&manifest, line, &advice));
            }
        }
    }
    none(&problems);
}

#[test]
fn no_work_is_left_lying_in_a_comment() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("#[", "ignore"),
    ];
    let mut problems = Vec::new();
    for folder in [
        "crates", "xtask", "fuzz", "editor", "e2e", "docs", "bench", ".ci",
    ] {
        for source in files::under(
            folder,
            &[".rs", ".html", ".css", ".js", ".ftl", ".sql", ".md", "run"],
        ) {
            problems.extend(marked(&source, &marks));
        }
    }
    none(&problems);
}

fn marked(source: &Source, marks: &[&str]) -> Vec<String> {
    source
        .lines()
        .filter(|(_, text)| marks.iter().any(|mark| text.contains(mark)))
        .map(|(line, _)| {
            problem(
                source,
                line,
                "do it, or write it where the project's plans are",
            )
        })
        .collect()
}

/// Whether a line of a manifest is a dependency on one of our crates.
fn is_own_crate(line: &str) -> bool {
    line.starts_with("sijil-") || line.starts_with("sijil.") || line.starts_with("sijil =")
}
