//! The exam of texts written in bad faith: thousands of random ones, then how time grows with a text's
//! length. See `fuzz/README.md`.

use anyhow::{Context as _, Result, ensure};

use super::record::{example, figures};
use crate::report;

/// Random texts that are read.
const TEXTS: &str = "5000";

/// The seed when none is given.
const SEED: &str = "1";

/// Slope of the time's logarithm over the length's. Linear is 1; caches that overflow add a little.
const SLOPE_MAX: f64 = 1.15;

/// Runs both parts with the texts of `seed` and prints the figures; an error if a promise is broken or a
/// slope is too steep.
pub(crate) fn run(seed: Option<&str>) -> Result<()> {
    let example = example("sijil-hostile", "hostile");
    let read = ["texts", seed.unwrap_or(SEED), TEXTS].map(AsRef::as_ref);
    let mut found = figures(&example, &read)?;
    found.extend(figures(&example, &["growth".as_ref()])?);
    let shown: Vec<(&str, f64)> = found
        .iter()
        .map(|(key, figure)| (key.as_str(), *figure))
        .collect();
    report::conclude("exam hostile", &shown)?;
    let figure = |key: &str| {
        let figure = shown.iter().find(|(name, _)| *name == key);
        figure
            .map(|(_, figure)| *figure)
            .context("the exam says its figures")
    };
    ensure!(figure("broken")? < 1.0, "hostile texts break a promise");
    ensure!(
        figure("slope_worst")? <= SLOPE_MAX,
        "time grows faster than the text"
    );
    Ok(())
}
