//! Folders that live no longer than the run that made them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// A folder under the system's temporary one; dropping it removes it with all that is in it.
#[derive(Debug)]
pub(crate) struct TempFolder {
    pub(crate) path: PathBuf,
}

impl TempFolder {
    const PREFIX: &'static str = "sijil-xtask-";

    /// Makes an empty folder for this run, and removes what runs that were cut off left behind.
    pub(crate) fn make(purpose: &str) -> Result<Self> {
        remove_left_behind();
        let name = format!("{}{}-{purpose}", Self::PREFIX, std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path)
            .with_context(|| format!("make the folder {}", path.display()))?;
        Ok(Self { path })
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// Removes the folders whose run is over: their programs ended with it.
fn remove_left_behind() {
    let entries = std::fs::read_dir(std::env::temp_dir());
    for entry in entries.into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name
            .to_str()
            .and_then(|name| name.strip_prefix(TempFolder::PREFIX));
        let pid = name.and_then(|name| name.split('-').next());
        let is_over = pid.is_some_and(|pid| !Path::new("/proc").join(pid).exists());
        if is_over && Path::new("/proc/self").exists() {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
