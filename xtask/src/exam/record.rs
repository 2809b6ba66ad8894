//! The exams of the record: claims, attributions, numbers, places, days.
//!
//! Each is part of one example of the record's crate: built only when asked for, and optimised.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::results;
use crate::report;
use crate::shell::{self, say};

/// Runs the exam `name` over the data at `path`, prints its figures and keeps them for the method page.
pub(crate) fn run(name: &str, path: &Path) -> Result<()> {
    let path = std::path::absolute(path).context("find the data")?;
    let found = conclude(
        &format!("exam {name}"),
        &example("sijil-record", "exam"),
        &[name.as_ref(), path.as_os_str()],
    )?;
    // The whole story is a test that is passed or not: it has no figure to show.
    if name == "sample" {
        return Ok(());
    }
    results::keep(name, &path, &found)
}

/// Measures how fast the record reads the texts in `folder`.
pub(crate) fn speed(folder: &Path) -> Result<()> {
    let path = std::path::absolute(folder).context("find the data")?;
    conclude(
        "bench suggest",
        &example("sijil-record", "exam"),
        &["speed".as_ref(), path.as_os_str()],
    )?;
    Ok(())
}

/// The words of the command that runs an example as it is shipped.
pub(super) fn example(package: &str, name: &str) -> String {
    format!("cargo run --release --quiet --package {package} --example {name} --")
}

/// Runs an example, shows what it says, and prints and gives the figures of its last line.
fn conclude(title: &str, example: &str, arguments: &[&OsStr]) -> Result<Vec<(String, f64)>> {
    let found = figures(example, arguments)?;
    let figures = found.iter().map(|(key, figure)| (key.as_str(), *figure));
    report::conclude(title, &figures.collect::<Vec<_>>())?;
    Ok(found)
}

/// Runs an example and shows what it says; the figures of its last line, `key=figure ...`.
pub(super) fn figures(example: &str, arguments: &[&OsStr]) -> Result<Vec<(String, f64)>> {
    say("   building it as it is shipped");
    let said = shell::output(shell::words(example).args(arguments))?;
    let (shown, last) = said
        .trim_end()
        .rsplit_once('\n')
        .unwrap_or(("", said.trim_end()));
    for line in shown.lines() {
        say(&format!("   {line}"));
    }
    last.split_whitespace()
        .map(|pair| {
            let (key, figure) = pair.split_once('=').context("a figure has a name")?;
            Ok((key.to_owned(), figure.parse()?))
        })
        .collect::<Result<_>>()
        .with_context(|| format!("read the figures in `{last}`"))
}
