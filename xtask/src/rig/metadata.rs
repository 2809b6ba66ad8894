//! A thousand pictures with every kind of metadata that a format can hold: not one tag is left in
//! what is served. The pictures are made, and the tags counted, by `ExifTool`, in the suite's own test.

use anyhow::{Context as _, Result};

use super::Findings;
use crate::shell::{self, words};

/// Pictures that are handed in.
const PICTURES: usize = 1000;
const TEST: &str = "media::metadata::no_tag_is_left_in_what_is_served";

/// Runs the rig; true if no tag was left.
pub(super) fn run() -> Result<bool> {
    let mut test = words("cargo test --quiet --package sijil --test suite -- --exact --nocapture");
    test.arg(TEST)
        .env("SIJIL_TEST_PICTURES", PICTURES.to_string());
    let said = shell::output(&mut test);
    let mut findings = Findings::default();
    findings.count("pictures", PICTURES);
    match &said {
        Ok(said) => {
            let line = said.lines().find(|line| line.contains("files served"));
            let line = line.context("the test says how many files were served")?;
            shell::say(line);
            findings.figure(
                "tags_before",
                before(line, " tags in all").unwrap_or(f64::NAN),
            );
            findings.figure(
                "files_served",
                before(line, " files served").unwrap_or(f64::NAN),
            );
            findings.figure("tags_left", before(line, " tags left").unwrap_or(f64::NAN));
        }
        Err(error) => findings.promise(false, || format!("{error:#}")),
    }
    findings.conclude("metadata")
}

/// The number before some words.
fn before(line: &str, words: &str) -> Option<f64> {
    let (before, _) = line.split_once(words)?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::before;

    #[test]
    fn numbers_are_read_by_the_words_behind_them() {
        let line = "8 files with 60 kinds of tags, 500 tags in all; 40 files served, 0 tags left";
        assert_eq!(before(line, " tags in all"), Some(500.0));
        assert_eq!(before(line, " files served"), Some(40.0));
        assert_eq!(before(line, " tags left"), Some(0.0));
    }
}
