//! The exams of the record: claims, attributions, numbers, places, days.
//!
//! Each is part of one example of the record's crate: built only when asked for, and optimised.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::report;
use crate::shell::{self, say};

/// Runs the exam `name` over the data at `path` and prints its figures.
pub(crate) fn run(name: &str, path: &Path) -> Result<()> {
    conclude(&format!("exam {name}"), name, path)
}

/// Measures how fast the record reads the texts in `folder`.
pub(crate) fn speed(folder: &Path) -> Result<()> {
    conclude("bench suggest", "speed", folder)
}

fn conclude(title: &str, name: &str, path: &Path) -> Result<()> {
    let path = std::path::absolute(path).context("find the data")?;
    say("   building the record as it is shipped");
    let mut exam =
        shell::words("cargo run --release --quiet --package sijil-record --example exam");
    let said = shell::output(exam.arg("--").arg(name).arg(&path))?;
    let (shown, last) = said
        .trim_end()
        .rsplit_once('\n')
        .unwrap_or(("", said.trim_end()));
    for line in shown.lines() {
        say(&format!("   {line}"));
    }
    let figures = last
        .split_whitespace()
        .map(|pair| {
            let (key, figure) = pair.split_once('=').context("a figure has a name")?;
            Ok((key, figure.parse()?))
        })
        .collect::<Result<Vec<(&str, f64)>>>()
        .with_context(|| format!("read the figures in `{last}`"))?;
    report::conclude(title, &figures)
}
