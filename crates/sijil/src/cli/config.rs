//! `sijil config`: every field, documented.

use std::process::ExitCode;

use clap::Args;

use super::Out;
use crate::config;

/// Print a documented sijil.toml.
///
/// Every field with its meaning and its default, ready to be saved as sijil.toml in a data folder.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sijil config > newsroom/sijil.toml")]
pub(super) struct Config {}

impl Config {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let mut out = Out::default();
        out.line(config::documented().trim_end())?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}
