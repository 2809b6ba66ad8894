//! Measurements of the program beside its peers.

use anyhow::{Result, bail};

/// Runs the measurement that is named first.
pub(crate) fn run(words: &[String]) -> Result<bool> {
    bail!("no measurement is called {}", words.join(" "))
}
