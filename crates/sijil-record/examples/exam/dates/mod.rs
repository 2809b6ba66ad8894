//! Days, times, lengths and ordinals, over Duckling's corpora or Microsoft Recognizers' cases.

mod duckling;
mod recognizers;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

/// Right and all, of one file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) right: u32,
    pub(crate) all: u32,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.all += other.all;
    }

    fn share(self) -> f64 {
        f64::from(self.right) / f64::from(self.all.max(1))
    }
}

/// One file's figures: what it is, the score, and what was wrong.
pub(crate) struct Figures {
    pub(crate) name: String,
    pub(crate) score: Score,
    pub(crate) wrong: Vec<String>,
}

/// Runs the exam over every corpus under `path`.
pub(crate) fn run(path: &Path) -> Result<String> {
    let mut files = Vec::new();
    collect(path, &mut files)?;
    files.sort();
    let mut said = String::new();
    let mut all = Score::default();
    let mut arabic = Score::default();
    let mut feasts = Score::default();
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let name = file.display().to_string();
        let found = if name.ends_with(".json") {
            recognizers::figures(&name, &text)
        } else {
            duckling::figures(&name, &text)
        };
        for figures in found {
            for line in &figures.wrong {
                writeln!(said, "  {line}")?;
            }
            let Score { right, all: count } = figures.score;
            writeln!(
                said,
                "{}: {right} of {count}, {:.3}",
                figures.name,
                figures.score.share()
            )?;
            // Named feasts of the whole world are counted apart: we know those of our readers.
            if figures.name.ends_with(duckling::FEASTS) {
                feasts.add(figures.score);
                continue;
            }
            if figures.name.contains("/AR/") || figures.name.contains("Arabic") {
                arabic.add(figures.score);
            }
            all.add(figures.score);
        }
    }
    ensure!(all.all > 0, "no corpus there");
    writeln!(said, "Arabic: {} of {}", arabic.right, arabic.all)?;
    writeln!(said, "feasts, apart: {} of {}", feasts.right, feasts.all)?;
    Ok(format!(
        "{said}accuracy={:.4} accuracy_arabic={:.4} accuracy_feasts={:.4}",
        all.share(),
        arabic.share(),
        feasts.share()
    ))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        let name = path.display().to_string();
        let is_corpus = name.ends_with("Corpus.hs")
            && ["Time/", "Duration/", "Ordinal/"]
                .iter()
                .any(|part| name.contains(part));
        if path.is_dir() {
            collect(&path, files)?;
        } else if is_corpus || (name.ends_with(".json") && name.contains("Date")) {
            files.push(path);
        }
    }
    Ok(())
}
