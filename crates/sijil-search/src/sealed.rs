//! A folder whose small files carry a checksum.
//!
//! Tantivy seals its large files itself, but not the two that say what belongs to the index
//! (`meta.json`, `.managed.json`), and those it also rewrites while merging. A flipped bit there
//! could bring back deleted stories without anybody noticing.

use std::io;
use std::path::Path;
use std::sync::Arc;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, WatchCallback, WatchHandle, WritePtr,
};

/// A folder on disk, read by memory map, whose atomically written files are sealed.
#[derive(Clone, Debug)]
pub(crate) struct SealedDirectory(MmapDirectory);

impl SealedDirectory {
    pub(crate) fn open(path: &Path) -> tantivy::Result<Self> {
        Ok(Self(MmapDirectory::open(path)?))
    }
}

/// Length of the seal in bytes: a line end and 16 hexadecimal digits.
const SEAL_BYTES: usize = 17;

fn seal(data: &[u8]) -> String {
    format!("\n{:016x}", fnv1a(data))
}

fn unsealed(mut file: Vec<u8>) -> Option<Vec<u8>> {
    let seal_given = file.split_off(file.len().checked_sub(SEAL_BYTES)?);
    (seal(&file).as_bytes() == seal_given).then_some(file)
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923): enough against accidents, not against attackers.
fn fnv1a(data: &[u8]) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    data.iter().fold(OFFSET_BASIS, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(PRIME)
    })
}

impl Directory for SealedDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.0.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.0.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        unsealed(self.0.atomic_read(path)?).ok_or_else(|| {
            let error = io::Error::new(io::ErrorKind::InvalidData, "the checksum does not fit");
            OpenReadError::wrap_io_error(error, path.to_owned())
        })
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let sealed = [data, seal(data).as_bytes()].concat();
        self.0.atomic_write(path, &sealed)?;
        // The new name must survive a power cut too, or the old commit would come back.
        self.0.sync_directory()
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.0.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.0.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.0.watch(callback)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flipped_bit_breaks_the_seal() {
        let data = b"{\"segments\":[]}";
        let sealed = [data, seal(data).as_bytes()].concat();
        assert_eq!(unsealed(sealed.clone()).as_deref(), Some(&data[..]));
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut damaged = sealed.clone();
                damaged[at] ^= 1 << bit;
                assert_eq!(unsealed(damaged), None, "byte {at} bit {bit}");
            }
            assert_eq!(unsealed(sealed[..at].to_vec()), None, "cut at {at}");
        }
    }
}
