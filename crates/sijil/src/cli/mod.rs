//! The command line: one file for each command.

mod annotate;
mod config;
mod decode;
mod demo;
mod export;
mod extract;
mod import;
mod init;
mod out;
mod record;
mod reindex;
mod search;
mod serve;
mod suggest;
mod texts;
mod user;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::media;
use out::Out;

/// What was typed.
#[derive(Debug, Parser)]
#[command(
    name = "sijil",
    version,
    about = "The press and the memory of a small newsroom, in Arabic and English.",
    after_help = "Begin with `sijil demo`, and open the address that it prints."
)]
struct Typed {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    Init(init::Init),
    Serve(serve::Serve),
    Import(import::Import),
    Export(export::Export),
    Extract(extract::Extract),
    Annotate(annotate::Annotate),
    Suggest(suggest::Suggest),
    Search(search::Search),
    Reindex(reindex::Reindex),
    User(user::User),
    Config(config::Config),
    Verify(verify::Verify),
    #[command(name = media::decoder::COMMAND, hide = true)]
    Decode(decode::Decode),
}

/// Runs what was typed, and says truthfully how it ended.
#[must_use]
pub fn run() -> ExitCode {
    let ended = match Typed::parse().command {
        Command::Demo(command) => command.run(),
        Command::Init(command) => command.run(),
        Command::Serve(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Export(command) => command.run(),
        Command::Extract(command) => command.run(),
        Command::Annotate(command) => command.run(),
        Command::Suggest(command) => command.run(),
        Command::Search(command) => command.run(),
        Command::Reindex(command) => command.run(),
        Command::User(command) => command.run(),
        Command::Config(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::Decode(command) => command.run(),
    };
    match ended {
        Ok(code) => code,
        Err(error) => {
            out::complain(&format!("sijil: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
