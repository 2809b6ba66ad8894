//! `sijil reindex`: the search index, built anew.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Out;
use super::out::progress;
use crate::db;
use crate::newsroom::Newsroom;
use crate::search::rebuild;

/// Build the search index anew from the database.
///
/// A server does this by itself when the index is missing or damaged. It must not be running on
/// the same folder.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sijil reindex --dir newsroom")]
pub(super) struct Reindex {
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
}

impl Reindex {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let newsroom = Newsroom::in_folder(&self.dir)?;
        let database = &newsroom.app.db;
        let epoch = database.read_now(db::epoch)?;
        let folder = newsroom.app.search.folder().to_owned();
        let bar = progress("Indexing");
        let (_, _, stories) = rebuild(database, &folder, &epoch, |stories| {
            bar.set_position(stories);
        })?;
        bar.finish_and_clear();
        let mut out = Out::default();
        out.line(&format!(
            "{stories} stories are in the index {}",
            folder.display()
        ))?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}
