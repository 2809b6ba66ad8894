//! Which files to read: paths as given, folders walked in order of names, links followed once.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::incoming::Outcome;

/// One thing found while walking.
#[derive(Debug)]
pub(crate) enum Step {
    File(PathBuf),
    /// No file that can be read: why.
    Told(Outcome),
}

/// Walks `paths` depth first; the same tree always gives the same order.
#[derive(Debug)]
pub(crate) struct Walk {
    /// Reversed: the next one is the last.
    pending: Vec<PathBuf>,
    /// Folders already walked, so that a link to one of them ends there.
    folders: HashSet<PathBuf>,
}

impl Walk {
    pub(crate) fn new(paths: &[PathBuf]) -> Self {
        Self {
            pending: paths.iter().rev().cloned().collect(),
            folders: HashSet::new(),
        }
    }

    fn step(&mut self, path: PathBuf) -> Option<Step> {
        let source = path.display().to_string();
        let told = |outcome| Some(Step::Told(outcome));
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => return told(unreadable(&path, &source, &error)),
        };
        if metadata.is_dir() {
            return self.enter(&path, &source).map(Step::Told);
        }
        if !metadata.is_file() {
            return told(Outcome::failed(
                source,
                "is neither a file nor a folder (a device, pipe or socket); leave it out",
            ));
        }
        if metadata.len() == 0 {
            return told(Outcome::skipped(source, "is empty"));
        }
        Some(Step::File(path))
    }

    /// Queues what a folder holds; says something only when there is nothing to queue.
    fn enter(&mut self, path: &Path, source: &str) -> Option<Outcome> {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if !self.folders.insert(real) {
            return Some(Outcome::skipped(
                source,
                "is a folder that was read already, reached again by a link or a second argument",
            ));
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                return Some(Outcome::failed(
                    source,
                    format!("this folder cannot be listed: {error}; check its permissions"),
                ));
            }
        };
        let mut inside: Vec<PathBuf> = Vec::new();
        let mut broken = 0usize;
        for entry in entries {
            match entry {
                Ok(entry) => inside.push(entry.path()),
                Err(_) => broken += 1,
            }
        }
        if broken > 0 {
            return Some(Outcome::failed(
                source,
                format!("{broken} entries of this folder cannot be listed; check the disk"),
            ));
        }
        if inside.is_empty() {
            return Some(Outcome::skipped(source, "is an empty folder"));
        }
        inside.sort_unstable_by(|one, other| other.cmp(one));
        self.pending.extend(inside);
        None
    }
}

impl Iterator for Walk {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        while let Some(path) = self.pending.pop() {
            if let Some(step) = self.step(path) {
                return Some(step);
            }
        }
        None
    }
}

fn unreadable(path: &Path, source: &str, error: &std::io::Error) -> Outcome {
    let reason = match error.kind() {
        ErrorKind::NotFound if path.is_symlink() => {
            "is a link to something that is gone".to_owned()
        }
        ErrorKind::NotFound => "does not exist; check the path".to_owned(),
        ErrorKind::PermissionDenied => {
            format!("may not be read: {error}; check its permissions")
        }
        _ if path.is_symlink() => format!("is a link that cannot be followed: {error}"),
        _ => format!("cannot be read: {error}"),
    };
    Outcome::failed(source, reason)
}
