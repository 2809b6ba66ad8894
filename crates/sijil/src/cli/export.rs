//! `sijil export`: the newsroom's record, in one open file.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;

use super::out::complain;
use super::{Out, record};
use crate::newsroom::Newsroom;

/// Write the newsroom's record to a file: all of it, with what is withheld from readers.
///
/// One JSON object a line: stories named, sources, actors, places, anchors, claims, groups, grades
/// and decisions, each with its older versions. It comes back with `sijil import`. Keep the file as
/// you keep your sources: it holds what readers may not see. What they may is at /en/record/files/.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil export --dir newsroom --out record.ndjson\n  sijil export --dir newsroom | gzip > record.ndjson.gz"
)]
pub(super) struct Export {
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
    /// Write to this file instead of standard output; one that is there is written over.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Export {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let newsroom = Newsroom::in_folder(&self.dir)?;
        let lines = match &self.out {
            Some(path) => to_file(&newsroom, path)?,
            None => {
                let mut out = Out::default();
                let lines = record::export(&newsroom.app, &mut |text| {
                    text.lines().try_for_each(|line| out.line(line))
                })?;
                out.flush()?;
                lines
            }
        };
        complain(&format!("{lines} lines of the record are written"));
        Ok(ExitCode::SUCCESS)
    }
}

/// Written beside its place first: what is there is whole, before and after.
fn to_file(newsroom: &Newsroom, path: &Path) -> anyhow::Result<u64> {
    let beside = path.with_extension("part");
    let file = File::create(&beside).with_context(|| format!("write {}", beside.display()))?;
    let mut file = BufWriter::new(file);
    let lines = record::export(&newsroom.app, &mut |text| file.write_all(text.as_bytes()))?;
    let file = file
        .into_inner()
        .with_context(|| format!("write {}", beside.display()))?;
    file.sync_all()
        .with_context(|| format!("write {}", beside.display()))?;
    std::fs::rename(&beside, path).with_context(|| format!("write {}", path.display()))?;
    Ok(lines)
}
