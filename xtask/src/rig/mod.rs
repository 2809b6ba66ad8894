//! Rigs: the program under the worst that is to be expected, and what it promises then.
//!
//! What each does and promises stands in `bench/rigs.md`. The last line of each is one line of JSON,
//! and the exit status is 1 when a promise is broken.

mod brigade;
mod chance;
mod flood;
mod kill;
mod metadata;
mod newsroom;
mod rows;
mod threads;
mod votes;

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::bench::pages;
use crate::report;
use crate::shell::{self, say, words};

/// Rounds of `rig kill` among the tests.
const ROUNDS_OF_TESTS: usize = 8;

/// What was typed after the rig's name.
#[derive(Debug, Default)]
struct Options {
    program: Option<PathBuf>,
    rounds: Option<usize>,
    seed: Option<u64>,
    is_postgres: bool,
}

/// Runs the rig that is named first; true if every promise was kept.
pub(crate) fn run(typed: &[String]) -> Result<bool> {
    let (name, rest) = typed
        .split_first()
        .context("the rigs are: kill, flood, brigade, metadata")?;
    let options = options(rest)?;
    let is_plain = options.rounds.is_none() && options.seed.is_none() && !options.is_postgres;
    match name.as_str() {
        "kill" => kill::run(&options),
        "flood" if is_plain => flood::run(&release(options.program)?),
        "brigade" if is_plain => brigade::run(&release(options.program)?),
        "metadata" if is_plain && options.program.is_none() => metadata::run(),
        "metadata" => bail!("rig metadata takes no option"),
        "flood" | "brigade" => bail!("rig {name} takes no option but --program FILE"),
        other => bail!("no rig is called {other}; there are kill, flood, brigade and metadata"),
    }
}

/// Kills the program often enough to notice a promise that is broken each time, in a few seconds.
pub(crate) fn kill_a_few_times() -> Result<()> {
    let options = Options {
        rounds: Some(ROUNDS_OF_TESTS),
        ..Options::default()
    };
    if !kill::run(&options)? {
        bail!("the program lost or doubled what was written");
    }
    Ok(())
}

fn options(typed: &[String]) -> Result<Options> {
    let mut options = Options::default();
    let mut typed = typed.iter();
    while let Some(word) = typed.next() {
        let mut value = || {
            typed
                .next()
                .with_context(|| format!("{word} takes a value"))
        };
        match word.as_str() {
            "--program" => {
                let program = std::path::absolute(value()?).context("find the program")?;
                options.program = Some(program);
            }
            "--rounds" => options.rounds = Some(value()?.parse().context("--rounds is a number")?),
            "--seed" => options.seed = Some(value()?.parse().context("--seed is a number")?),
            "--postgres" => options.is_postgres = true,
            other => bail!("unknown option {other}; `cargo xtask help` lists them"),
        }
    }
    Ok(options)
}

/// The program as it is shipped; for figures of speed.
fn release(program: Option<PathBuf>) -> Result<PathBuf> {
    program.map_or_else(pages::release, Ok)
}

/// The program as it is built for tests, with its checks of overflow; for what must be right.
fn checked(program: Option<PathBuf>) -> Result<PathBuf> {
    if let Some(program) = program {
        return Ok(program);
    }
    shell::run(&mut words("cargo build --quiet --package sijil"))?;
    let own = std::env::current_exe().context("find this program")?;
    Ok(own.with_file_name("sijil"))
}

/// What a rig found: figures, and the promises that were not kept.
#[derive(Debug, Default)]
struct Findings {
    figures: Vec<(&'static str, f64)>,
    broken: Vec<String>,
}

impl Findings {
    fn figure(&mut self, name: &'static str, figure: f64) {
        self.figures.push((name, figure));
    }

    fn count(&mut self, name: &'static str, count: usize) {
        self.figure(name, f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    }

    /// Holds a promise: says what was found where it was not kept.
    fn promise(&mut self, is_kept: bool, found: impl FnOnce() -> String) {
        if !is_kept {
            let found = found();
            say(&format!("   BROKEN: {found}"));
            self.broken.push(found);
        }
    }

    /// Prints the last line; true if every promise was kept.
    fn conclude(mut self, name: &str) -> Result<bool> {
        self.count("broken", self.broken.len());
        // Not every machine shows every figure; the line has to stay JSON.
        self.figures.retain(|(_, figure)| figure.is_finite());
        report::conclude(&format!("rig {name}"), &self.figures)?;
        Ok(self.broken.is_empty())
    }
}

/// The value under which so many hundredths of all lie.
fn percentile(figures: &mut [f64], hundredth: usize) -> f64 {
    figures.sort_by(f64::total_cmp);
    let last = figures.len().saturating_sub(1);
    let place = figures.len() * hundredth / 100;
    figures.get(place.min(last)).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::{options, percentile};

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        let words =
            |line: &str| -> Vec<String> { line.split_whitespace().map(str::to_owned).collect() };
        let read = options(&words("--rounds 5 --seed 7 --postgres")).unwrap();
        assert_eq!(
            (read.rounds, read.seed, read.is_postgres),
            (Some(5), Some(7), true)
        );
        for line in ["--rounds", "--rounds many", "--fast"] {
            assert!(options(&words(line)).is_err(), "{line}");
        }
    }

    #[test]
    fn a_percentile_of_few_figures_is_one_of_them() {
        assert_eq!(percentile(&mut [3.0, 1.0, 2.0], 50), 2.0);
        assert_eq!(percentile(&mut [3.0, 1.0, 2.0], 99), 3.0);
        assert!(percentile(&mut [], 50).is_nan());
    }
}
