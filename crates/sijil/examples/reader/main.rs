//! Stands for a reader's eyes and browser in `cargo xtask rig flood`: says the digits that a code's
//! picture shows, or does the work that a page's script does. It needs the newsroom's secret, and
//! takes about a second of a core, as looking takes a person's.
//!
//! `reader look SECRET_FILE TOKEN` and `reader work SECRET_FILE TOKEN`.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use sijil::clock::Clock;
use sijil::secrets::Secrets;
use sijil_ramz::{Keys, Ramz};

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [act, secret, token] = words.as_slice() else {
        bail!("say look or work, then the secret's file and the token");
    };
    let keys = Keys::new(&Secrets::open(Path::new(secret))?.ramz())?;
    let now = u32::try_from(Clock::System.now().0 / 1000).context("read the clock")?;
    let ramz = keys.open(token, now).ok();
    let ramz = ramz.context("the token is not of this newsroom, or too old")?;
    let answer = match act.as_str() {
        "look" => digits(&ramz),
        "work" => (0..u32::MAX)
            .map(|counter| counter.to_string())
            .find(|counter| ramz.is_worked(counter)),
        other => bail!("look or work, not {other}"),
    };
    let answer = answer.context("there is no answer")?;
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}

/// The code is never given as text, so every one is tried.
fn digits(ramz: &Ramz) -> Option<String> {
    let width = usize::from(ramz.digits());
    let end = 10_u32.pow(u32::from(ramz.digits()));
    (0..end)
        .map(|number| format!("{number:0width$}"))
        .find(|code| ramz.is_code(code))
}
