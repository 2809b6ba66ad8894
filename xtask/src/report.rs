//! What the chores said: a line as each step begins and ends, a table of all at the end, and the
//! last line of a measurement.

use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::shell::{self, say, words};

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Passed,
    Failed,
    /// An earlier step failed first.
    NotRun,
}

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) step: &'static str,
    pub(crate) outcome: Outcome,
    pub(crate) took: Duration,
}

/// Announces a step.
pub(crate) fn begin(step: &str, about: &str) {
    say(&format!("\n== {step}: {about}"));
}

/// Says how a step ended, with its reason if it failed.
pub(crate) fn end(line: &Line, reason: Option<&anyhow::Error>) {
    if let Some(reason) = reason {
        say(&format!("   {reason:#}"));
    }
    say(&format!(
        "== {}: {} in {:.1} s",
        line.step,
        word(line.outcome),
        line.took.as_secs_f64()
    ));
}

/// Prints the table and says whether every step that was asked for passed.
pub(crate) fn table(lines: &[Line]) -> bool {
    say(&format!("\n{:<16}{:>9}  result", "step", "seconds"));
    for line in lines {
        let seconds = format!("{:.1}", line.took.as_secs_f64());
        say(&format!(
            "{:<16}{seconds:>9}  {}",
            line.step,
            word(line.outcome)
        ));
    }
    let total: Duration = lines.iter().map(|line| line.took).sum();
    say(&format!("{:<16}{:>9.1}", "all", total.as_secs_f64()));

    let count = |outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let (passed, failed) = (count(Outcome::Passed), count(Outcome::Failed));
    let not_run = count(Outcome::NotRun);
    say(&format!(
        "\nsteps: {passed} passed, {failed} failed, {not_run} skipped"
    ));
    failed == 0 && not_run == 0 && passed > 0
}

/// Prints the line that others read: name, commit, date, then the figures with three digits.
pub(crate) fn conclude(name: &str, figures: &[(&str, f64)]) -> Result<()> {
    let commit =
        shell::output(&mut words("git rev-parse --short HEAD")).context("name the commit")?;
    let date = shell::output(&mut words("date -u +%F")).context("read the date")?;
    let mut line = format!(
        "{{\"name\":\"{name}\",\"commit\":\"{}\",\"date\":\"{}\"",
        commit.trim(),
        date.trim()
    );
    for (key, figure) in figures {
        line.push_str(&format!(",\"{key}\":{figure:.3}"));
    }
    say(&format!("{line}}}"));
    Ok(())
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "FAILED",
        Outcome::NotRun => "not run, an earlier step failed",
    }
}
