//! The exam of hostile texts: `texts SEED COUNT`, `growth [SHAPE]...`. The last line printed is
//! `key=figure ...`.

mod growth;
mod texts;

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    match typed.split_first() {
        Some((exam, rest)) if exam == "growth" => {
            let (slope, us_per_kb) = growth::run(rest);
            say(&format!(
                "slope_worst={slope:.3} us_per_kb_worst={us_per_kb:.0}"
            ));
            ExitCode::SUCCESS
        }
        Some((exam, [seed, count])) if exam == "texts" => {
            let (Ok(seed), Ok(count)) = (seed.parse(), count.parse()) else {
                return refused();
            };
            let broken = texts::run(seed, count);
            say(&format!("texts={count} broken={broken}"));
            ExitCode::SUCCESS
        }
        _ => refused(),
    }
}

fn refused() -> ExitCode {
    let _ = writeln!(
        std::io::stderr().lock(),
        "usage: texts SEED COUNT, or growth [SHAPE]..."
    );
    ExitCode::FAILURE
}

/// Writes a line to standard output.
fn say(line: &str) {
    // A closed pipe is the reader's choice.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}
