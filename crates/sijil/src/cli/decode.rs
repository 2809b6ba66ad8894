//! `sijil decode-picture`: what the server starts for each picture, in a process of its own.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;

use crate::media::decoder;

/// Decode one picture from standard input to standard output.
///
/// The server starts this for itself. The process can open nothing, and its memory and time are
/// bounded.
#[derive(Debug, Args)]
pub(super) struct Decode {
    /// What to make: master, logo, or the name of a file such as 800.webp.
    task: String,
}

impl Decode {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        decoder::serve(&self.task).context("decode a picture")?;
        Ok(ExitCode::SUCCESS)
    }
}
