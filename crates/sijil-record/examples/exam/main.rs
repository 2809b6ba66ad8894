//! Exams of the record over outside data: `exam NAME PATH`. The last line printed is `key=figure …`.

mod attributions;
mod casualties;
mod choice;
mod csv;
mod dateline;
mod dates;
mod events;
mod figures;
mod governorates;
mod muc;
mod numbers;
mod places;
mod relevance;
mod sample;
mod speed;
mod trees;
mod xml;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let outcome = match typed.as_slice() {
        ["dates", path] => said(dates::run(Path::new(path))),
        ["governorates", path] => said(governorates::run(Path::new(path))),
        ["arabic-events", path] => said(events::run(Path::new(path))),
        ["attributions", path, ..] => attributions::run(Path::new(path)),
        ["numbers", path] => numbers::run(Path::new(path)),
        ["speed", path] => speed::run(Path::new(path)),
        ["sample", path] => sample::run(Path::new(path)),
        ["places", path] => said(places::run(Path::new(path))),
        ["fit-casualties", path, out] => choice::fit(Path::new(path), Path::new(out)),
        ["try-casualties", path] => choice::cross_validate(Path::new(path)),
        ["casualties", path] => casualties::run(Path::new(path), None),
        ["casualties", path, answers] => casualties::run(Path::new(path), Some(Path::new(answers))),
        _ => Err(
            "the exams of the record are: arabic-events FOLDER, attributions FILE, casualties FOLDER [ANSWERS], dates FOLDER, \
                  governorates FILE, numbers FOLDER, places FOLDER, sample FILE"
                .to_owned(),
        ),
    };
    match outcome {
        Ok(figures) => {
            say(&figures);
            ExitCode::SUCCESS
        }
        Err(reason) => {
            use std::io::Write as _;
            let _ = writeln!(std::io::stderr().lock(), "{reason}");
            ExitCode::FAILURE
        }
    }
}

fn said(outcome: anyhow::Result<String>) -> Result<String, String> {
    outcome.map_err(|error| format!("{error:#}"))
}

/// Writes a line to standard output.
fn say(line: &str) {
    use std::io::Write as _;
    // A closed pipe is the reader's choice.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// The text of a file, bytes that are no UTF-8 replaced.
fn read(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("read {}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
