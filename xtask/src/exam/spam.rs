//! The spam filter: comments of which it has seen none, from videos of which it has seen none.
//!
//! The exam itself is an example of the filter's crate: built only when asked for, and optimised.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::report;
use crate::shell::{self, say};

/// Runs the exam over the files in `folder` and prints its figures.
pub(crate) fn run(folder: &Path) -> Result<()> {
    let folder = std::path::absolute(folder).context("find the folder")?;
    ensure!(folder.is_dir(), "{} is no folder", folder.display());
    say("   building the filter as it is shipped");
    let mut exam = shell::words("cargo run --release --quiet --package sijil-spam --example exam");
    let said = shell::output(exam.arg("--").arg(&folder))?;
    let (shown, last) = said
        .trim_end()
        .rsplit_once('\n')
        .context("the exam prints what it found")?;
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
    report::conclude("exam spam", &figures)
}
