//! `sijil extract`: what an import would take, as NDJSON.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use sijil_import::{Options, Outcome, read};

use super::Out;
use super::out::complain;

/// Print what an import would take from pages, as NDJSON.
///
/// One JSON object a line: title, byline, agency, date, language, text, votes, comments, and the
/// furniture that was left out. What cannot be read is named on standard error.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil extract page.txt\n  sijil extract saved-pages/ > stories.ndjson"
)]
pub(super) struct Extract {
    /// Files and folders: page dumps (.txt), saved pages (.html), NDJSON.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

impl Extract {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let mut out = Out::default();
        let (mut found, mut skipped, mut failed) = (0_u64, 0_u64, 0_u64);
        for outcome in read(&self.paths, &Options::default()) {
            match outcome {
                Outcome::Found(incoming) => {
                    found += 1;
                    out.line(&serde_json::to_string(&incoming)?)?;
                }
                Outcome::Skipped { source, reason } => {
                    skipped += 1;
                    complain(&format!("skipped {source}: {reason}"));
                }
                Outcome::Failed { source, reason } => {
                    failed += 1;
                    complain(&format!("failed {source}: {reason}"));
                }
            }
        }
        out.flush()?;
        complain(&format!(
            "{found} found, {skipped} skipped, {failed} failed"
        ));
        Ok(if failed > 0 || found == 0 {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }
}
