//! The stories in files and folders, one after the other, for the commands that read them.

use std::path::PathBuf;
use std::process::ExitCode;

use sijil_import::{Options, Outcome, read};
use sijil_text::Day;

use super::out::complain;

/// A story to read.
pub(super) struct Text {
    /// What it is called where it comes from.
    pub(super) id: String,
    /// Its headline; may be empty.
    pub(super) headline: String,
    /// Its text.
    pub(super) text: String,
    /// The day of its publication, if it says so.
    pub(super) date: Option<Day>,
}

/// Hands each story over; what cannot be read is named on standard error, and a line of sums ends it.
///
/// # Errors
/// What `take` fails with.
pub(super) fn each(
    paths: &[PathBuf],
    done: &str,
    mut take: impl FnMut(Text) -> anyhow::Result<()>,
) -> anyhow::Result<ExitCode> {
    let (mut found, mut skipped, mut failed) = (0_u64, 0_u64, 0_u64);
    for outcome in read(paths, &Options::default()) {
        let text = match outcome {
            Outcome::Found(incoming) => Text {
                id: incoming.id,
                headline: incoming.title,
                text: incoming.text,
                date: incoming.date,
            },
            Outcome::Skipped { source, reason } => match plain(&source) {
                Some(text) => Text {
                    id: source,
                    headline: String::new(),
                    text,
                    date: None,
                },
                None => {
                    skipped += 1;
                    complain(&format!("skipped {source}: {reason}"));
                    continue;
                }
            },
            Outcome::Failed { source, reason } => {
                failed += 1;
                complain(&format!("failed {source}: {reason}"));
                continue;
            }
        };
        found += 1;
        take(text)?;
    }
    complain(&format!(
        "{found} {done}, {skipped} skipped, {failed} failed"
    ));
    Ok(if failed > 0 || found == 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// A text file that is no page, such as a single paragraph: the whole of it is the story.
fn plain(source: &str) -> Option<String> {
    let text = std::fs::read_to_string(source).ok()?;
    (source.ends_with(".txt") && !text.trim().is_empty()).then_some(text)
}
