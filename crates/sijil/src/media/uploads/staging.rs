//! The folder in which files lie until they are whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::UploadId;

/// Bytes of all files that lie there.
const BYTES_MAX: u64 = 2 * 1024 * 1024 * 1024;

/// The folder of files that are coming in; each is named by its number.
#[derive(Debug)]
pub struct Staging {
    path: PathBuf,
    /// One piece is written at a time, so that two of one file do not both fit its end.
    writing: Mutex<()>,
}

impl Staging {
    /// The folder at `path`, made if it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(path: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&path)?;
        Ok(Self {
            path,
            writing: Mutex::default(),
        })
    }

    /// How much of a file has come; 0 when nothing has.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn length(&self, id: UploadId) -> io::Result<u64> {
        match fs::metadata(self.file_of(id)) {
            Ok(metadata) => Ok(metadata.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error),
        }
    }

    /// Writes a piece at the end of a file and gives its length then. A piece that does not begin
    /// there is not written: its sender went on from somewhere else.
    ///
    /// # Errors
    /// When the disk fails, or all files together are too many.
    pub fn append(&self, id: UploadId, offset: u64, piece: &[u8]) -> io::Result<u64> {
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let length = self.length(id)?;
        if length != offset {
            return Ok(length);
        }
        let more = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        if self.total()?.saturating_add(more) > BYTES_MAX {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let mut file = File::options()
            .create(true)
            .append(true)
            .open(self.file_of(id))?;
        file.write_all(piece)?;
        Ok(length + more)
    }

    /// A whole file, to be read.
    ///
    /// # Errors
    /// When it is not there.
    pub fn read(&self, id: UploadId) -> io::Result<File> {
        File::open(self.file_of(id))
    }

    /// Takes a file away.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn remove(&self, id: UploadId) -> io::Result<()> {
        match fs::remove_file(self.file_of(id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn total(&self) -> io::Result<u64> {
        let mut total = 0;
        for entry in fs::read_dir(&self.path)? {
            // A file that is gone between the two looks has no bytes.
            total += entry?.metadata().map_or(0, |metadata| metadata.len());
        }
        Ok(total)
    }

    fn file_of(&self, id: UploadId) -> PathBuf {
        self.path.join(format!("{id}.part"))
    }
}
