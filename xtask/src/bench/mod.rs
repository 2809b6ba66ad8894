//! Measurements of the program beside its peers, each in one run on this machine.
//!
//! How they are made fair stands in `bench/README.md`. The last line of each is one line of JSON.

pub(crate) mod letters;
mod load;
mod login;
pub(crate) mod pages;
mod peer;
mod processor;
pub(crate) mod wire;
mod write;

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::exam::record;
use crate::report;
use crate::shell::{self, say, words};

/// Runs the measurement that is named first.
pub(crate) fn run(typed: &[String]) -> Result<bool> {
    match typed
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["pages"] => pages::run(None)?,
        ["pages", "--program", program] => pages::run(Some(program))?,
        ["write"] => write::run(None)?,
        ["write", "--program", program] => write::run(Some(program))?,
        ["login"] => login::run(None)?,
        ["login", "--program", program] => login::run(Some(program))?,
        ["suggest"] => record::speed(&shell::under_root("fixtures/newsroom/stories"))?,
        ["suggest", folder] => record::speed(Path::new(folder))?,
        [name @ ("db" | "desk" | "publish")] => inside(name)?,
        _ => bail!(
            "the measurements are: pages [--program FILE], write [--program FILE], login [--program FILE], \
             suggest [FOLDER], publish, db, desk"
        ),
    }
    Ok(true)
}

/// A measurement that needs the inside of the newsroom: `crates/sijil/examples/measure`.
fn inside(name: &str) -> Result<()> {
    let mut measure = words("cargo run --release --quiet --package sijil --example measure --");
    let said = shell::output(measure.arg(name))?;
    let figures = said.lines().map(|line| {
        say(&format!("   {line}"));
        let (figure, value) = line
            .split_once(' ')
            .context("a line is a name and a figure")?;
        Ok((figure, value.parse().context("a figure is a number")?))
    });
    let figures = figures.collect::<Result<Vec<(&str, f64)>>>()?;
    report::conclude(&format!("bench {name}"), &figures)
}

/// The middle one; the upper of the two when there is no one in the middle.
fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
