//! The data folder: everything a newsroom owns on one machine, and the lock that keeps a second
//! server out of it.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use rustix::fs::{FlockOperation, flock, statfs};

use crate::config;

/// File systems on which `SQLite`'s locks and flushes cannot be relied on, by the number that
/// `statfs` gives them: NFS, SMB, CIFS, SMB2 and everything behind FUSE.
const UNSAFE_FILE_SYSTEMS: [(i64, &str); 5] = [
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x6573_5546, "FUSE"),
];

/// An open data folder. Its lock is held until it is dropped.
pub struct DataFolder {
    path: PathBuf,
    lock: File,
}

impl DataFolder {
    /// Opens the folder and takes its lock.
    ///
    /// # Errors
    /// When it is missing, not a folder, not writable, on a file system that loses writes, or in
    /// use by another process.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let shown = path.display();
        let found = fs::metadata(path).with_context(|| {
            format!("open the data folder {shown}; `sijil init {shown}` makes a new one")
        })?;
        if !found.is_dir() {
            bail!("{shown} is a file; the data folder must be a folder");
        }
        refuse_unsafe_file_system(path)?;
        let name = path.join("sijil.lock");
        let mut lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&name)
            .with_context(|| format!("write to the data folder: {}", name.display()))?;
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
            bail!(
                "the data folder {shown} is in use by another sijil; stop that one first \
                 (two at once would damage it)"
            );
        }
        lock.set_len(0)?;
        writeln!(lock, "{}", std::process::id())?;
        Ok(Self {
            path: path.to_owned(),
            lock,
        })
    }

    /// Opens the folder beside a server that may be using it, for a command that writes a row or
    /// two into the database: the database has locks of its own, the index and the pictures are
    /// left alone.
    ///
    /// # Errors
    /// When it is missing or not a newsroom's.
    pub fn beside(path: &Path) -> anyhow::Result<Self> {
        let name = path.join("sijil.lock");
        let lock = File::options().append(true).open(&name).with_context(|| {
            format!(
                "open the data folder {}: is it a newsroom's?",
                path.display()
            )
        })?;
        Ok(Self {
            path: path.to_owned(),
            lock,
        })
    }

    /// Refuses a folder that `sijil init` has not made: a disk that is not mounted looks like a
    /// new, empty newsroom.
    ///
    /// # Errors
    /// When it holds no `sijil.toml`.
    pub fn must_be_a_newsroom(&self) -> anyhow::Result<()> {
        if self.path.join(config::FILE).exists() {
            return Ok(());
        }
        let shown = self.path.display();
        bail!(
            "{shown} is not a newsroom's folder: it has no {}; is its disk mounted? \
             (`sijil init {shown}` makes a new newsroom)",
            config::FILE
        );
    }

    /// Makes the folder, for nobody else to read, and opens it.
    ///
    /// # Errors
    /// When it cannot be made, and as [`DataFolder::open`].
    pub fn make(path: &Path) -> anyhow::Result<Self> {
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .with_context(|| format!("make the data folder {}", path.display()))?;
        Self::open(path)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database's file, when the database is `SQLite`.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.path.join("newsroom.db")
    }

    /// The search index's folder.
    #[must_use]
    pub fn index(&self) -> PathBuf {
        self.path.join("index")
    }

    /// The master secret's file.
    #[must_use]
    pub fn secret(&self) -> PathBuf {
        self.path.join("secret.key")
    }

    /// What the spam filter has learned; made anew from the database when it is lost.
    #[must_use]
    pub fn spam(&self) -> PathBuf {
        self.path.join("spam.model")
    }

    /// The pictures' folder.
    #[must_use]
    pub fn pictures(&self) -> PathBuf {
        self.path.join("media")
    }

    /// The folder of files that are being handed in; what lies there can be deleted while nothing
    /// runs.
    #[must_use]
    pub fn uploads(&self) -> PathBuf {
        self.path.join("uploads")
    }
}

impl Drop for DataFolder {
    fn drop(&mut self) {
        // The lock goes with the file all the same; this only tells a process that waits sooner.
        let _ = flock(&self.lock, FlockOperation::Unlock);
    }
}

fn refuse_unsafe_file_system(path: &Path) -> anyhow::Result<()> {
    let kind = statfs(path)
        .with_context(|| format!("look at {}", path.display()))?
        .f_type;
    let Some((_, name)) = UNSAFE_FILE_SYSTEMS
        .iter()
        .find(|(unsafe_kind, _)| *unsafe_kind == kind)
    else {
        return Ok(());
    };
    bail!(
        "{} is on {name}, where a database can lose what it has acknowledged; \
         use a local disk, or PostgreSQL (database.url)",
        path.display()
    );
}
