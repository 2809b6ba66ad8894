//! The folder in which the files of pictures and documents lie, named by what they were made from.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::crops::Crop;
use super::decoder::{DecodeError, Decoder, Task};
use super::{Format, Made, shrink, widths};

const MASTER: &str = "master.jpg";
const LOGO: &str = "logo.webp";
const DOCUMENT: &str = "document";

/// The folder of media; one subfolder a file that was handed in, in it the master and the sizes
/// that readers have asked for, or the document.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    decoder: Decoder,
    /// One size is made at a time: a page of new pictures must not take all memory.
    making: Mutex<()>,
    /// So is one master, and readers do not wait for it.
    taking: Mutex<()>,
}

/// A file that a reader can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A picture in one width.
    Width(u32, Format),
    /// A crop of a picture.
    Crop(Crop, Format),
    /// A logo.
    Logo,
}

impl Wanted {
    /// The file of that name.
    #[must_use]
    pub fn named(file: &str) -> Option<Self> {
        if file == LOGO {
            return Some(Self::Logo);
        }
        match Task::named(file)? {
            Task::Variant(width, format) => Some(Self::Width(width, format)),
            Task::Crop(crop, format) => Some(Self::Crop(crop, format)),
            Task::Master | Task::Logo => None,
        }
    }

    /// The media type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Width(_, format) | Self::Crop(_, format) => format.mime(),
            Self::Logo => Format::WebP.mime(),
        }
    }

    fn name(self) -> String {
        match self {
            Self::Width(width, format) => format!("{width}.{}", format.extension()),
            Self::Crop(crop, format) => format!("{}.{}", crop.name(), format.extension()),
            Self::Logo => LOGO.to_owned(),
        }
    }
}

impl Folder {
    /// The folder at `path`, made if it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(path: PathBuf, decoder: Decoder) -> io::Result<Self> {
        fs::create_dir_all(&path)?;
        if decoder == Decoder::Inside {
            tracing::warn!("pictures are decoded in this process (media.decoder = \"inside\")");
        }
        Ok(Self {
            path,
            decoder,
            making: Mutex::default(),
            taking: Mutex::default(),
        })
    }

    /// Whether pictures are decoded in this process, where nothing bounds them.
    #[must_use]
    pub fn decodes_inside(&self) -> bool {
        self.decoder == Decoder::Inside
    }

    /// Makes a master of what was handed in; nothing is kept yet.
    ///
    /// # Errors
    /// When it is refused, or no process can be started.
    pub fn take(&self, input: File) -> Result<Made, DecodeError> {
        let _one_at_a_time = self.taking.lock().unwrap_or_else(PoisonError::into_inner);
        self.decoder.run(&Task::Master, input)
    }

    /// Makes a logo of what was handed in; nothing is kept yet.
    ///
    /// # Errors
    /// As [`Folder::take`].
    pub fn take_logo(&self, input: File) -> Result<Made, DecodeError> {
        let _one_at_a_time = self.taking.lock().unwrap_or_else(PoisonError::into_inner);
        self.decoder.run(&Task::Logo, input)
    }

    /// Writes a picture's master to disk; nothing is left of it when that fails.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put(&self, sha256: &str, master: &Made) -> io::Result<()> {
        self.put_file(sha256, MASTER, &master.bytes)
    }

    /// Writes a logo to disk.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put_logo(&self, sha256: &str, logo: &Made) -> io::Result<()> {
        self.put_file(sha256, LOGO, &logo.bytes)
    }

    /// Writes a document to disk.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put_document(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        self.put_file(sha256, DOCUMENT, bytes)
    }

    fn put_file(&self, sha256: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
        let home = self.home(sha256).ok_or(io::ErrorKind::InvalidInput)?;
        fs::create_dir_all(&home)?;
        write_whole(&home, name, bytes)?;
        File::open(&self.path)?.sync_all()
    }

    /// The bytes of one file of a picture, made when it is first asked for. Nothing when the
    /// picture is not there, or is not kept in that size.
    ///
    /// # Errors
    /// When the disk fails otherwise than by not having it, or the master is damaged.
    pub fn get(&self, sha256: &str, wanted: Wanted) -> io::Result<Option<Vec<u8>>> {
        let Some(home) = self.home(sha256) else {
            return Ok(None);
        };
        let name = wanted.name();
        if let Some(bytes) = read(&home.join(&name))? {
            return Ok(Some(bytes));
        }
        let _one_at_a_time = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = read(&home.join(&name))? {
            return Ok(Some(bytes));
        }
        let Some(task) = task(&home, wanted)? else {
            return Ok(None);
        };
        let master = File::open(home.join(MASTER))?;
        let made = self.decoder.run(&task, master).map_err(io::Error::other)?;
        // A full disk costs the work again next time, not the reader's picture.
        if let Err(error) = write_whole(&home, &name, &made.bytes) {
            tracing::warn!(%error, picture = sha256, name, "keep a size of a picture");
        }
        Ok(Some(made.bytes))
    }

    /// The bytes of a document; nothing when it is not there.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn document(&self, sha256: &str) -> io::Result<Option<Vec<u8>>> {
        match self.home(sha256) {
            Some(home) => read(&home.join(DOCUMENT)),
            None => Ok(None),
        }
    }

    /// Takes everything that was made of a file away.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn remove(&self, sha256: &str) -> io::Result<()> {
        let home = self.home(sha256).ok_or(io::ErrorKind::InvalidInput)?;
        match fs::remove_dir_all(home) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// The subfolder of that name, which goes into a path: nothing but a hash may.
    fn home(&self, sha256: &str) -> Option<PathBuf> {
        let is_hash = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| self.path.join(sha256))
    }
}

/// How a file is made; nothing where there is no master, or none is kept in that size.
fn task(home: &Path, wanted: Wanted) -> io::Result<Option<Task>> {
    let task = match wanted {
        Wanted::Logo => return Ok(None),
        Wanted::Crop(crop, format) => Task::Crop(crop, format),
        Wanted::Width(width, format) => Task::Variant(width, format),
    };
    let Some(master) = read(&home.join(MASTER))? else {
        return Ok(None);
    };
    if let Wanted::Width(width, _) = wanted {
        let own = shrink::width_of(&master);
        let own = own.map_err(|_damaged| io::Error::other("the master is damaged"))?;
        if !widths(own).contains(&width) {
            return Ok(None);
        }
    }
    Ok(Some(task))
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
