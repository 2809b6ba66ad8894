//! How many sentences a second are annotated on one core, and how much memory it takes.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use sijil_record::annotate::Annotator;
use sijil_text::Day;

/// Annotates every text file under `path`, over and over for some seconds.
pub(crate) fn run(path: &Path) -> Result<String> {
    let text = std::fs::read(path).with_context(|| format!("read {}", path.display()))?;
    let text = String::from_utf8_lossy(&text);
    let stories: Vec<&str> = text
        .split("\n\n\n")
        .filter(|story| !story.trim().is_empty())
        .collect();
    ensure!(!stories.is_empty(), "no text");
    let began = processor_s();
    let annotator = Annotator::new(&["SY", "IQ"])?;
    let opened = processor_s() - began;
    let (mut sentences, mut slowest) = (0_usize, 0.0_f64);
    let began = processor_s();
    while processor_s() - began < 5.0 {
        for story in &stories {
            let start = processor_s();
            let found = annotator.annotate(story, Day::parse("2017-12-01").ok());
            sentences += found.sentences.len();
            slowest = slowest.max(processor_s() - start);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark")]
    let per_second = sentences as f64 / (processor_s() - began);
    let peak = peak_mb()?;
    let mut said = String::new();
    writeln!(
        said,
        "{} stories, opened in {:.0} ms, slowest story {:.1} ms",
        stories.len(),
        opened * 1000.0,
        slowest * 1000.0
    )?;
    Ok(format!(
        "{said}sentences_per_s={per_second:.0} peak_mb={peak:.1}"
    ))
}

/// The most memory that this process held, as Linux tells it.
fn peak_mb() -> Result<f64> {
    let status =
        std::fs::read_to_string("/proc/self/status").context("read the process's memory")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    Ok(kilobytes.context("no figure of memory")? / 1024.0)
}

/// Seconds this process has had on a processor: what others do on the machine does not count.
fn processor_s() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = text
        .split_whitespace()
        .next()
        .and_then(|word| word.parse::<f64>().ok());
    nanoseconds.unwrap_or(0.0) / 1e9
}
