//! The project's own text files, as the rules see them.

use std::fs;
use std::path::{Path, PathBuf};

/// One file.
#[derive(Debug)]
pub(super) struct Source {
    /// From the root of the project, parted by `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    /// The last part of the path.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The folders under `crates/sijil/src`, outermost first; empty for a file that lies in it directly.
    pub(super) fn folders(&self) -> Vec<&str> {
        let inside = self.path.strip_prefix(APPLICATION).unwrap_or(&self.path);
        let mut parts: Vec<&str> = inside.split('/').collect();
        parts.pop();
        parts
    }

    /// The lines, counted from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }
}

/// Where the application's source is.
pub(super) const APPLICATION: &str = "crates/sijil/src/";

/// The files under `folder` (from the root) whose names end with one of `endings`, sorted.
/// None when there is no such folder.
pub(super) fn under(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    paths
        .iter()
        .filter_map(|path| read(path, endings))
        .collect()
}

/// The Rust files of the application.
pub(super) fn application() -> Vec<Source> {
    under(APPLICATION, &[".rs"])
}

/// The text of one file from the root; empty when it is missing.
pub(super) fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}

/// The names of the folders directly in `folder`, sorted.
pub(super) fn folders_in(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = entries(&root().join(folder))
        .into_iter()
        .filter(|path| path.is_dir())
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for path in entries(folder) {
        let is_ours = !["target", "node_modules", "e2e/out"]
            .iter()
            .any(|made| path.ends_with(made));
        if path.is_dir() && is_ours {
            collect(&path, paths);
        } else if path.is_file() {
            paths.push(path);
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn read(path: &Path, endings: &[&str]) -> Option<Source> {
    let from_root = path.strip_prefix(root()).ok()?.to_str()?.replace('\\', "/");
    if !endings.iter().any(|ending| from_root.ends_with(ending)) {
        return None;
    }
    let text = fs::read_to_string(path).ok()?;
    Some(Source {
        path: from_root,
        text,
    })
}
