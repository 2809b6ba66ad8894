//! Exams over outside data, which is never part of the project. The last line of each is one line
//! of JSON.

mod hostile;
pub(crate) mod record;
mod results;
mod spam;

use std::path::Path;

use anyhow::{Result, bail};

/// Runs the exam that is named first, over the data named second.
pub(crate) fn run(typed: &[String]) -> Result<bool> {
    match typed
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["hostile"] => hostile::run(None)?,
        ["hostile", seed] => hostile::run(Some(seed))?,
        ["spam", folder] => spam::run(Path::new(folder))?,
        [
            name @ ("arabic-events" | "attributions" | "casualties" | "dates" | "governorates"
            | "numbers" | "places" | "sample"),
            path,
        ] => {
            record::run(name, Path::new(path))?;
        }
        _ => bail!(
            "the exams are: spam FOLDER, arabic-events FOLDER, attributions FILE, casualties FOLDER, dates FOLDER, governorates FILE, \
             hostile [SEED], numbers FOLDER, places FOLDER, sample FILE"
        ),
    }
    Ok(true)
}
