//! The house rules that no compiler knows, held by reading our own files.
//!
//! Each rule is a test named as a sentence. A failure says the file, the line, and what to do.

mod files;
mod layers;
mod layout;
mod rust_code;
mod statements;
mod style_sheets;
mod templates;
mod words;

use files::Source;

/// Fails with all problems, one a line, if there are any.
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// A problem in the words of every rule: where it is, and what to do.
fn problem(source: &Source, line: usize, advice: &str) -> String {
    format!("{}:{line}: {advice}", source.path)
}
