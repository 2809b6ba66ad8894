//! The folder in which pictures' files lie, named by what they were made from.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::{Format, Master, shrink, widths};

const MASTER: &str = "master.jpg";

/// The folder of pictures; one subfolder a picture, in it the master and the sizes that readers
/// have asked for.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// One size is made at a time: a page of new pictures must not take all memory.
    making: Mutex<()>,
}

impl Folder {
    /// The pictures' folder at `path`, made if it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(path: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&path)?;
        Ok(Self {
            path,
            making: Mutex::default(),
        })
    }

    /// Writes a picture's master to disk; nothing is left of it when that fails.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put(&self, master: &Master) -> io::Result<()> {
        let home = self.path.join(&master.picture.sha256);
        fs::create_dir_all(&home)?;
        write_whole(&home, MASTER, &master.jpeg)?;
        File::open(&self.path)?.sync_all()
    }

    /// The bytes of one file, made when it is first asked for. Nothing when the picture is not
    /// there, or is not kept in that width.
    ///
    /// # Errors
    /// When the disk fails otherwise than by not having it, or the master is damaged.
    pub fn get(&self, sha256: &str, width: u32, format: Format) -> io::Result<Option<Vec<u8>>> {
        // The name goes into a path: nothing but a hash may.
        if sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let home = self.path.join(sha256);
        let name = format!("{width}.{}", format.extension());
        if let Some(bytes) = read(&home.join(&name))? {
            return Ok(Some(bytes));
        }
        let _one_at_a_time = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = read(&home.join(&name))? {
            return Ok(Some(bytes));
        }
        let Some(master) = read(&home.join(MASTER))? else {
            return Ok(None);
        };
        let own_width = shrink::width_of(&master).map_err(io::Error::other)?;
        if !widths(own_width).contains(&width) {
            return Ok(None);
        }
        let bytes = shrink::variant(&master, width, format).map_err(io::Error::other)?;
        // A full disk costs the work again next time, not the reader's picture.
        if let Err(error) = write_whole(&home, &name, &bytes) {
            tracing::warn!(%error, picture = sha256, width, "keep a size of a picture");
        }
        Ok(Some(bytes))
    }
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a file so that it is there whole or not at all.
fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let part = folder.join(format!("{name}.part"));
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, folder.join(name))?;
    File::open(folder)?.sync_all()
}
