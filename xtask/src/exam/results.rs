//! What the record's exams gave, kept in `docs/exams.toml`: the method page of every newsroom shows it.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::shell::{self, say, words};

/// Where the results stand, under the root of the repository.
const FILE: &str = "docs/exams.toml";
/// How an entry begins.
const ENTRY: &str = "[[exam]]";

/// Keeps what an exam gave over the texts at `path`, in the place of what it gave over them before.
pub(super) fn keep(name: &str, path: &Path, figures: &[(String, f64)]) -> Result<()> {
    let date = shell::output(&mut words("date -u +%F")).context("read the date")?;
    let commit = shell::output(&mut words("git rev-parse --short=12 HEAD"));
    let commit = commit.context("name the commit")?;
    let set = set(path);
    let entry = entry((name, &set), (date.trim(), commit.trim()), figures)?;
    let file = shell::under_root(FILE);
    let known = std::fs::read_to_string(&file).with_context(|| format!("read {FILE}"))?;
    let text = with(&known, (name, &set), &entry);
    std::fs::write(&file, text).with_context(|| format!("write {FILE}"))?;
    say(&format!("   kept in {FILE} as {name} over {set}"));
    Ok(())
}

/// The name of the texts: that of their file or folder, up to its first full stop.
fn set(path: &Path) -> String {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.unwrap_or("texts").split('.').next().unwrap_or("texts");
    let plain = |char: char| match char {
        'a'..='z' | '0'..='9' | '-' => char,
        _ => '-',
    };
    name.to_ascii_lowercase().chars().map(plain).collect()
}

fn entry(
    (name, set): (&str, &str),
    (date, commit): (&str, &str),
    figures: &[(String, f64)],
) -> Result<String> {
    let mut entry = format!("{ENTRY}\nname = \"{name}\"\nset = \"{set}\"\n");
    write!(entry, "date = \"{date}\"\ncommit = \"{commit}\"\n")?;
    let each: Vec<String> = figures
        .iter()
        .map(|(key, figure)| format!("{key} = {figure:.4}"))
        .collect();
    writeln!(entry, "figures = {{ {} }}", each.join(", "))?;
    Ok(entry)
}

/// The file with an entry for an exam over some texts, in the order of their names.
fn with(known: &str, (name, set): (&str, &str), entry: &str) -> String {
    let mark = format!("\n{ENTRY}\n");
    let mut pieces = known.split(mark.as_str());
    let head = pieces.next().unwrap_or_default().trim_end().to_owned();
    let mut entries: Vec<String> = pieces
        .map(|piece| format!("{ENTRY}\n{}\n", piece.trim()))
        .filter(|other| key(other) != (name, set))
        .collect();
    entries.push(entry.to_owned());
    entries.sort_by(|one, other| key(one).cmp(&key(other)));
    format!("{head}\n\n{}", entries.join("\n"))
}

/// The exam and the texts of an entry.
fn key(entry: &str) -> (&str, &str) {
    let value = |field: &str| {
        let line = entry.lines().find_map(|line| line.strip_prefix(field));
        line.map_or("", |rest| {
            rest.trim_start_matches([' ', '=']).trim_matches('"')
        })
    };
    (value("name"), value("set"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# What exams gave.\n#\n# [[exam]]\n# name = \"casualties\"\n";

    #[test]
    fn an_exam_has_one_entry_for_each_of_its_texts_in_the_order_of_names() {
        let made = |name: &str, set: &str, figure: f64| {
            let figures = [("f".to_owned(), figure)];
            entry((name, set), ("2026-11-23", "0123456789ab"), &figures).unwrap()
        };
        let mut text = HEAD.to_owned();
        for (name, set, figure) in [
            ("places", "lgl", 0.5),
            ("numbers", "corpora", 0.75),
            ("places", "geovirus", 0.25),
            ("places", "lgl", 0.625),
        ] {
            text = with(&text, (name, set), &made(name, set, figure));
        }
        let wanted = [
            HEAD.to_owned(),
            made("numbers", "corpora", 0.75),
            made("places", "geovirus", 0.25),
            made("places", "lgl", 0.625),
        ];
        assert_eq!(text, wanted.join("\n"));
    }

    #[test]
    fn texts_are_named_after_their_file() {
        for (path, name) in [
            ("muc/tst2", "tst2"),
            ("geo/GeoVirus.xml", "geovirus"),
            ("fa-kes-odd.csv.gz", "fa-kes-odd"),
        ] {
            assert_eq!(set(Path::new(path)), name);
        }
    }
}
