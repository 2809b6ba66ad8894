//! Where the tools of the tests live, and whether the right ones are there.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::shell;

/// The folder our tools are installed in: outside the checkout, so that a fresh clone finds them again.
pub(crate) fn folder() -> PathBuf {
    let cache = shell::setting("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| shell::setting("HOME").map(|home| PathBuf::from(home).join(".cache")));
    match cache {
        Some(cache) => cache.join("sijil-tools"),
        None => shell::under_root("target/tools"),
    }
}

/// The Python environment that holds what comes as a wheel.
pub(crate) fn venv() -> PathBuf {
    folder().join("venv")
}

/// Where a tool is: ours first, then the system's.
pub(crate) fn path_of(tool: &str) -> Option<PathBuf> {
    [venv().join("bin"), folder().join("bin")]
        .iter()
        .map(|folder| folder.join(tool))
        .find(|candidate| candidate.is_file())
        .or_else(|| shell::find(tool))
}

/// A command that runs `tool`, with our tools before the system's on the search path.
///
/// # Errors
/// When there is no such tool.
pub(crate) fn tool(tool: &str) -> Result<Command> {
    let path = path_of(tool).with_context(|| format!("{tool} is not installed"))?;
    let mut command = shell::command(path);
    command.env("PATH", search_path()?);
    Ok(command)
}

/// Whether `tool` says that it is version `pin`.
pub(crate) fn is_at(tool: &str, pin: &str) -> bool {
    said_version(tool).is_some_and(|said| said.split_whitespace().any(|word| word == pin))
}

/// Whether `tool` says a version of at least `major.minor`.
pub(crate) fn is_at_least(tool: &str, major: u32, minor: u32) -> bool {
    let said = said_version(tool).unwrap_or_default();
    let mut parts = said
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(has_major)), Some(Ok(has_minor))) => (has_major, has_minor) >= (major, minor),
        _ => false,
    }
}

/// Whether a Python that the tests use has a module: Debian's own, or the one on the search path.
pub(crate) fn python_has(module: &str) -> bool {
    let import = format!("import {module}");
    ["/usr/bin/python3", "python3"]
        .iter()
        .any(|python| shell::output(shell::command(python).args(["-c", &import])).is_ok())
}

/// The folder of PostgreSQL's programs, the newest if there are several.
pub(crate) fn postgres_folder() -> Option<PathBuf> {
    let mut folders: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .collect();
    folders.sort();
    let of_system = shell::find("initdb")
        .and_then(|path| Some(path.canonicalize().ok()?.parent()?.to_path_buf()));
    folders.pop().map(|(_, folder)| folder).or(of_system)
}

/// Where Chromium is.
pub(crate) fn chromium() -> Option<PathBuf> {
    shell::find("chromium").or_else(|| shell::find("google-chrome"))
}

fn said_version(tool: &str) -> Option<String> {
    let path = path_of(tool)?;
    // `cargo-deny` and its like say their own version only to the bare question.
    shell::output(shell::command(path).arg("--version")).ok()
}

fn search_path() -> Result<std::ffi::OsString> {
    let system = shell::setting("PATH").unwrap_or_default();
    let ours = [venv().join("bin"), folder().join("bin")];
    let all = ours.into_iter().chain(std::env::split_paths(&system));
    std::env::join_paths(all).context("join the search path")
}
