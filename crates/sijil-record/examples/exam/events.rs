//! Arabic sentences from news: does one report an assault? Rows that the markers could not agree on are
//! left out.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use sijil_record::event::is_assault;
use sijil_record::{Span, tokens};

use crate::csv;

/// Every CSV file of the folder with the columns `event_type`, `label`, `text`.
pub(crate) fn run(path: &Path) -> Result<String> {
    let mut files = vec![path.to_path_buf()];
    if path.is_dir() {
        files = std::fs::read_dir(path)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "csv"));
    }
    let (mut right, mut said, mut true_ones) = (0_u32, 0_u32, 0_u32);
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let rows = csv::rows(&text);
        let (head, rows) = rows.split_first().context("an empty file")?;
        let column = |name: &str| head.iter().position(|cell| cell == name);
        let (Some(kind), Some(label), Some(text)) =
            (column("event_type"), column("label"), column("text"))
        else {
            continue;
        };
        for row in rows {
            let cell = |at: usize| row.get(at).map(String::as_str).unwrap_or_default();
            if cell(kind) != "ASSAULT" || cell(label) == "ambiguous" {
                continue;
            }
            let found = is_assault(&tokens(cell(text), Span::new(0, cell(text).len())));
            let is_true = cell(label) == "yes";
            right += u32::from(found && is_true);
            said += u32::from(found);
            true_ones += u32::from(is_true);
        }
    }
    ensure!(true_ones > 0, "no sentences on assaults");
    let share = |whole: u32| f64::from(right) / f64::from(whole.max(1));
    let (p, r) = (share(said), share(true_ones));
    let f = 2.0 * p * r / (p + r).max(f64::EPSILON);
    let mut shown = String::new();
    writeln!(shown, "{right} right of {said} said and {true_ones} true")?;
    Ok(format!("{shown}p={p:.4} r={r:.4} f={f:.4}"))
}
