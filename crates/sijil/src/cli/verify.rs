//! `sijil verify`: whether the ledger is whole.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Out;
use super::user::open;
use crate::ledger;

/// Walk the ledger's chain, and name the first row that is not what it was.
///
/// Ends with the number and hash of the last row. Keep that line elsewhere: with --kept, a later
/// walk also sees whether rows were taken off the end, or the whole chain was written anew.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil verify --dir newsroom\n  sijil verify --dir newsroom --kept 1204:9f86d081884c7d65"
)]
pub(super) struct Verify {
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
    /// A row's number and hash, as an earlier walk printed them.
    #[arg(long, value_name = "NUMBER:HASH", value_parser = kept)]
    kept: Option<(i64, String)>,
    /// One JSON object.
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let app = open(&self.dir)?;
        let kept = self.kept.clone();
        let verdict = app.db.read_now(move |tx| {
            let kept = kept.as_ref().map(|(seq, hash)| (*seq, hash.as_str()));
            ledger::verify(tx, kept)
        })?;
        let mut out = Out::default();
        if self.json {
            let line = serde_json::json!({
                "rows": verdict.rows, "older": verdict.older, "sha256": verdict.sha256,
                "broken": verdict.broken.map(|(seq, _)| seq),
                "why": verdict.broken.map(|(_, why)| why.words()),
            });
            out.line(&line.to_string())?;
        } else {
            out.line(&match verdict.broken {
                Some((seq, why)) => format!("The ledger is broken: row {seq} {}.", why.words()),
                None => format!("The ledger is whole: {} rows.", verdict.rows),
            })?;
            if verdict.older > 0 {
                out.line(&format!("{} rows are older than the chain.", verdict.older))?;
            }
            out.line(&format!(
                "Last whole row: {}:{}",
                verdict.rows, verdict.sha256
            ))?;
        }
        out.flush()?;
        Ok(match verdict.broken {
            None => ExitCode::SUCCESS,
            Some(_) => ExitCode::FAILURE,
        })
    }
}

fn kept(text: &str) -> Result<(i64, String), String> {
    let parts = text.split_once(':');
    let number = parts.and_then(|(number, hash)| Some((number.parse().ok()?, hash.to_owned())));
    number.ok_or_else(|| "a number, a colon and a hash".to_owned())
}
