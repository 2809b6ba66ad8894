//! The load: `wrk`, one thread on core 0, connections kept open.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::processor;
use crate::shell::{self, say};

/// The core the load comes from; the server has the other.
pub(crate) const CORE: u32 = 0;
/// Share of a core that other programs may take while a run lasts.
const OTHERS_MAX: f64 = 0.25;
/// Tries for a run that nobody disturbs.
const TRIES: u32 = 3;

/// What is asked, and for how long.
#[derive(Debug)]
pub(crate) struct Load<'a> {
    pub(crate) address: String,
    /// Connections open at once.
    pub(crate) connections: u32,
    pub(crate) seconds: u32,
    /// Sent as `Accept-Encoding`.
    pub(crate) coding: &'a str,
    /// A script that chooses what is asked for, instead of `address` alone.
    pub(crate) script: Option<&'a Path>,
}

/// What one run gave.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// Requests answered a second.
    pub(crate) per_s: f64,
    /// The server's processor time for a request, in microseconds.
    pub(crate) cpu_us: f64,
    /// The slowest of a hundred, in milliseconds.
    pub(crate) p99_ms: f64,
    /// Other programs took more of the machine meanwhile than a fair run allows.
    pub(crate) is_disturbed: bool,
}

/// Asks the server with process id `pid`.
///
/// A run during which other programs were busy is made again; the last try stands, marked as disturbed.
pub(crate) fn run(load: &Load<'_>, pid: u32) -> Result<Run> {
    for _ in 1..TRIES {
        let run = once(load, pid)?;
        if !run.is_disturbed {
            return Ok(run);
        }
    }
    once(load, pid)
}

/// Lets this program, and what it starts from now on, run on one core.
pub(crate) fn pin_this(core: u32) -> Result<()> {
    let own = std::process::id().to_string();
    shell::output(shell::command("taskset").args(["-acp", &core.to_string(), &own])).map(drop)
}

/// One run, disturbed or not.
pub(crate) fn once(load: &Load<'_>, pid: u32) -> Result<Run> {
    let before = (
        processor::of_machine()?,
        processor::of_children()?,
        processor::of_process(pid)?,
    );
    let said = wrk(load)?;
    let after = (
        processor::of_machine()?,
        processor::of_children()?,
        processor::of_process(pid)?,
    );

    let server = after.2 - before.2;
    let others = (after.0 - before.0) - (after.1 - before.1) - server;
    if let Some(refused) = said.lines().find(|line| line.contains("Non-2xx")) {
        bail!(
            "{} was not always answered: {}",
            load.address,
            refused.trim()
        );
    }
    let requests = number_before(&said, " requests in").context("wrk says no requests")?;
    let per_s = number_after(&said, "Requests/sec:").context("wrk says no rate")?;
    let p99_ms = said
        .lines()
        .find_map(|line| line.trim().strip_prefix("99%"))
        .and_then(milliseconds);
    let others = others / f64::from(load.seconds);
    let is_disturbed = others > OTHERS_MAX;
    if is_disturbed {
        say(&format!("   other programs took {others:.2} of a core"));
    }
    Ok(Run {
        per_s,
        cpu_us: server / requests * 1e6,
        p99_ms: p99_ms.unwrap_or(f64::NAN),
        is_disturbed,
    })
}

fn wrk(load: &Load<'_>) -> Result<String> {
    let mut words = processor::pin(CORE)?;
    words.extend(["wrk".to_owned(), "-t1".to_owned(), "--latency".to_owned()]);
    words.push(format!("-c{}", load.connections));
    words.push(format!("-d{}s", load.seconds));
    words.push("-H".to_owned());
    words.push(format!("Accept-Encoding: {}", load.coding));
    if let Some(script) = load.script {
        words.extend(["-s".to_owned(), script.display().to_string()]);
    }
    words.push(load.address.clone());
    let (program, rest) = words.split_first().context("a command has a program")?;
    shell::output(shell::command(program).args(rest))
}

fn number_before(text: &str, mark: &str) -> Option<f64> {
    let (before, _) = text.split_once(mark)?;
    before.split_whitespace().next_back()?.parse().ok()
}

fn number_after(text: &str, mark: &str) -> Option<f64> {
    let (_, after) = text.split_once(mark)?;
    after.split_whitespace().next()?.parse().ok()
}

/// A time as wrk writes it: `870.00us`, `3.70ms`, `1.20s`.
fn milliseconds(text: &str) -> Option<f64> {
    let text = text.trim();
    for (unit, factor) in [("us", 0.001), ("ms", 1.0), ("s", 1000.0)] {
        if let Some(number) = text.strip_suffix(unit) {
            return number.parse::<f64>().ok().map(|number| number * factor);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{milliseconds, number_after, number_before};

    const SAID: &str = "\
  Latency Distribution
     50%  870.00us
     99%    3.70ms
  370211 requests in 6.10s, 1.20GB read
Requests/sec:  60690.33
";

    #[test]
    fn the_load_generator_is_understood() {
        assert_eq!(number_before(SAID, " requests in"), Some(370_211.0));
        assert_eq!(number_after(SAID, "Requests/sec:"), Some(60_690.33));
    }

    #[test]
    fn times_are_milliseconds_whatever_their_unit() {
        for (text, wanted) in [("870.00us", 0.87), ("  3.70ms", 3.7), ("1.20s", 1200.0)] {
            assert_eq!(milliseconds(text), Some(wanted), "{text}");
        }
    }
}
