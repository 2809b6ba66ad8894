//! How many sentences a second the whole pipeline reads on one core, gazetteer included.

use std::path::{Path, PathBuf};
use std::time::Instant;

use sijil_record::place::Places;
use sijil_record::sentences;
use sijil_record::suggest::{Input, suggest};
use sijil_text::Day;

use crate::{read, say};

/// The texts are read over until this many sentences have passed: some seconds of work.
const SENTENCES_MIN: usize = 40_000;

pub(crate) fn run(folder: &Path) -> Result<String, String> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .map(|path| read(path))
        .collect::<Result<_, _>>()?;
    let count: usize = texts.iter().map(|text| sentences(text).len()).sum();
    if count == 0 {
        return Err(format!("{} holds no texts", folder.display()));
    }
    let places = Places::open(&["SY", "IQ"]).map_err(|error| error.to_string())?;
    let published = Day::new(2026, 11, 20).ok();
    let rounds = SENTENCES_MIN.div_ceil(count);
    let begun = Instant::now();
    let mut claims = 0;
    for _ in 0..rounds {
        for text in &texts {
            claims += suggest(&Input {
                headline: "",
                text,
                published,
                places: Some(&places),
            })
            .len();
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    let read_over = count * rounds;
    say(&format!(
        "{read_over} sentences, {claims} claims in {seconds:.1} s"
    ));
    let per_s = f64::from(u32::try_from(read_over).unwrap_or(u32::MAX)) / seconds;
    Ok(format!(
        "sentences_per_s={per_s:.0} peak_mb={:.0}",
        peak_mb()
    ))
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
    {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let is_key = name.is_some_and(|name| name.starts_with("key"));
        if path.is_dir() {
            collect(&path, paths);
        } else if !is_key {
            paths.push(path);
        }
    }
}

/// The most memory the process has held, in megabytes; 0 where the system does not say.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|peak| peak.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
