//! The governorate of a story's main event, over stories of the Syrian war with the answer beside them.
//!
//! Reads a CSV file in the form of FA-KES (`article_content`, `location`), Latin-1, perhaps packed by gzip.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use sijil_record::place::{Places, main_area};
use sijil_record::sentences;

use crate::csv;

/// FA-KES' names, and ISO 3166-2. It counts Damascus and its countryside as one.
const GOVERNORATES: &[(&str, &[&str])] = &[
    ("aleppo", &["SY-HL"]),
    ("damascus", &["SY-DI", "SY-RD"]),
    ("idlib", &["SY-ID"]),
    ("deir ezzor", &["SY-DY"]),
    ("raqqa", &["SY-RA"]),
    ("hasakeh", &["SY-HA"]),
    ("homs", &["SY-HI"]),
    ("daraa", &["SY-DR"]),
    ("hama", &["SY-HM"]),
    ("quneitra", &["SY-QU"]),
    ("lattakia", &["SY-LA"]),
    ("tartous", &["SY-TA"]),
    ("sweida", &["SY-SU"]),
];

pub(crate) fn run(path: &Path) -> Result<String> {
    let text = read(path)?;
    let rows = csv::rows(&text);
    let (head, rows) = rows.split_first().context("an empty file")?;
    let column = |name: &str| {
        head.iter()
            .position(|cell| cell == name)
            .with_context(|| format!("no column {name}"))
    };
    let (content, location) = (column("article_content")?, column("location")?);
    let places = Places::open(&["SY"])?;
    let (mut right, mut all) = (0_u32, 0_u32);
    let mut wrong = String::new();
    for row in rows.iter().filter(|row| row.len() == head.len()) {
        let (Some(text), Some(gold)) = (row.get(content), row.get(location)) else {
            continue;
        };
        let gold = gold.trim();
        let mentions = places.find(text, &sentences(text));
        let code = |area: u32| places.gazetteer().names(area).code;
        let is_wanted = |area: u32| code(area).starts_with("SY-");
        let answer = main_area(&mentions, is_wanted)
            .map(code)
            .unwrap_or_default();
        let named = GOVERNORATES
            .iter()
            .find(|(_, codes)| codes.contains(&answer));
        let is_right = named.is_some_and(|(name, _)| *name == gold);
        right += u32::from(is_right);
        all += 1;
        if !is_right {
            let begin: String = text.chars().take(100).collect();
            writeln!(wrong, "{gold} read as {answer}: {begin}")?;
        }
    }
    ensure!(all > 0, "no rows");
    let accuracy = f64::from(right) / f64::from(all);
    Ok(format!(
        "{wrong}{right} of {all} right\naccuracy={accuracy:.4}"
    ))
}

fn read(path: &Path) -> Result<String> {
    let bytes = if path.extension().is_some_and(|end| end == "gz") {
        Command::new("gzip").arg("-dc").arg(path).output()?.stdout
    } else {
        std::fs::read(path)?
    };
    Ok(bytes.into_iter().map(char::from).collect())
}
