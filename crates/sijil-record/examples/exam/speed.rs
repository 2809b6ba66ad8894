//! How many sentences a second are read on one core, gazetteer included: for claims, and for what is
//! mentioned.

use std::path::{Path, PathBuf};

use sijil_record::actor::Actors;
use sijil_record::annotate::Annotator;
use sijil_record::place::Places;
use sijil_record::sentences;
use sijil_record::suggest::{Input, suggest};
use sijil_text::Day;

use crate::{read, say};

/// The texts are read over until this many sentences have passed: some seconds of work.
const SENTENCES_MIN: usize = 40_000;
const COUNTRIES: [&str; 2] = ["SY", "IQ"];

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
    let rounds = SENTENCES_MIN.div_ceil(count);
    let per_s = |name: &str, read_one: &mut dyn FnMut(&str) -> usize| {
        let begun = processor_s();
        let found: usize = (0..rounds)
            .flat_map(|_| &texts)
            .map(|text| read_one(text))
            .sum();
        let seconds = processor_s() - begun;
        let sentences = count * rounds;
        say(&format!(
            "{sentences} sentences, {found} {name} in {seconds:.1} s of a core"
        ));
        f64::from(u32::try_from(sentences).unwrap_or(u32::MAX)) / seconds
    };
    let published = Day::new(2026, 11, 20).ok();
    let places = Places::open(&COUNTRIES).map_err(|error| error.to_string())?;
    let actors = Actors::shipped();
    let suggested = per_s("claims", &mut |text| {
        let input = Input {
            headline: "",
            text,
            published,
            places: Some(&places),
            actors: Some(&actors),
        };
        suggest(&input).len()
    });
    let annotator = Annotator::new(&COUNTRIES).map_err(|error| error.to_string())?;
    let annotated = per_s("places", &mut |text| {
        annotator.annotate(text, published).places.len()
    });
    let peak = peak_mb();
    Ok(format!(
        "sentences_per_s={suggested:.0} annotated_per_s={annotated:.0} peak_mb={peak:.0}"
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

/// Seconds this process has had on a processor, as Linux tells it: what others do on the machine does
/// not count.
fn processor_s() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = text.split_whitespace().next();
    let nanoseconds = nanoseconds.and_then(|word| word.parse::<f64>().ok());
    nanoseconds.unwrap_or(0.0) / 1e9
}
