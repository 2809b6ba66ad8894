//! `sijil`: the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    sijil::cli::run()
}
