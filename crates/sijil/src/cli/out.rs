//! The one writer of the command line.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

/// Standard output; a reader that has gone away is no fault.
pub(super) struct Out(io::BufWriter<io::Stdout>);

impl Default for Out {
    fn default() -> Self {
        Self(io::BufWriter::new(io::stdout()))
    }
}

impl Out {
    /// Writes a line.
    ///
    /// # Errors
    /// When it cannot be written, for another reason than that nobody reads on.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        forgiven(writeln!(self.0, "{line}"))
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub(super) fn flush(&mut self) -> io::Result<()> {
        forgiven(self.0.flush())
    }
}

fn forgiven(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes a line for people to standard error.
pub(super) fn complain(line: &str) {
    // When not even this can be written, nobody is left to tell.
    drop(writeln!(io::stderr(), "{line}"));
}

/// A counter on long work, shown on a terminal only.
#[must_use]
pub(super) fn progress(what: &'static str) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner().with_message(what);
    let style = ProgressStyle::with_template("{spinner} {msg}: {human_pos}, {per_sec}, {elapsed}");
    if let Ok(style) = style {
        bar.with_style(style)
    } else {
        bar
    }
}
