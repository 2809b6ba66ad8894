//! The index as a whole: making, opening, reloading it.

use crate::check::damage;
use crate::error::{Doing, SearchError};
use crate::fields::Fields;
use crate::position::Position;
use crate::sealed::SealedDirectory;
use crate::statistics::Totals;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use tantivy::{IndexReader, IndexSettings, ReloadPolicy, Searcher};

/// A search index. Cheap to clone; searches take `&self` and run on any thread.
#[derive(Clone)]
pub struct Index {
    pub(crate) engine: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    pub(crate) totals: Arc<Totals>,
}

/// What became of opening an index.
#[expect(
    clippy::large_enum_variant,
    reason = "one of them lives, once, at the start"
)]
pub enum Opened {
    /// It is whole and holds every change up to the position.
    Ready(Index, Position),
    /// It must be made anew; it may not be searched.
    Rebuild {
        /// Why, in a sentence for the operator.
        reason: String,
    },
}

impl Index {
    /// Opens the index in `dir` for the sequence of changes called `epoch`, and reads all its files
    /// once to see that they are whole.
    ///
    /// # Errors
    /// Only if a whole index cannot be used, such as for want of memory or file handles. A missing,
    /// damaged or foreign index is no error but [`Opened::Rebuild`].
    pub fn open(dir: &Path, epoch: &str) -> Result<Opened, SearchError> {
        let (engine, position) = match opened(dir, epoch) {
            Ok(found) => found,
            Err(reason) => return Ok(Opened::Rebuild { reason }),
        };
        Ok(Opened::Ready(Self::over(engine)?, position))
    }

    /// Makes an empty index in `dir`, in place of one that may be there.
    ///
    /// # Errors
    /// If the folder cannot be made or holds files that are not an index's.
    pub fn create(dir: &Path) -> Result<Self, SearchError> {
        cleared(dir).map_err(|source| SearchError::Folder {
            path: dir.to_owned(),
            source,
        })?;
        let directory = SealedDirectory::open(dir).doing("open the search index folder")?;
        let (schema, _) = Fields::schema();
        let engine = tantivy::Index::create(directory, schema, IndexSettings::default())
            .doing("create the search index")?;
        Self::over(engine)
    }

    fn over(engine: tantivy::Index) -> Result<Self, SearchError> {
        let (_, fields) = Fields::schema();
        let reader = engine
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(0)
            .try_into()
            .doing("open the search index for reading")?;
        Ok(Self {
            engine,
            reader,
            fields,
            totals: Arc::default(),
        })
    }

    /// Shows the last commit to the searches that start from now on.
    ///
    /// # Errors
    /// If the new files cannot be opened; the older commit is then still searched.
    pub fn reload(&self) -> Result<(), SearchError> {
        self.reader
            .reload()
            .doing("show the last commit to searches")
    }

    /// Stories in the index.
    #[must_use]
    pub fn stories(&self) -> u64 {
        self.searcher().num_docs()
    }

    pub(crate) fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }
}

fn opened(dir: &Path, epoch: &str) -> Result<(tantivy::Index, Position), String> {
    // Without the second one the engine would open all the same, and never clean up again.
    for name in ["meta.json", ".managed.json"] {
        if !dir.join(name).exists() {
            return Err(format!(
                "there is no whole index in {}: {name} is missing",
                dir.display()
            ));
        }
    }
    let read = |error: tantivy::TantivyError| format!("the index cannot be read: {error}");
    let directory = SealedDirectory::open(dir).map_err(read)?;
    let engine = tantivy::Index::open(directory.clone()).map_err(read)?;
    if engine.schema() != Fields::schema().0 {
        return Err("the index has other fields than this program writes".to_owned());
    }
    let metas = engine.load_metas().map_err(read)?;
    let position = Position::from_payload(metas.payload.as_deref())?;
    if position.epoch != epoch {
        return Err(format!(
            "the index follows the changes called {}, not {epoch}",
            position.epoch
        ));
    }
    damage(&engine, &directory)?;
    Ok((engine, position))
}

/// Makes sure that `dir` exists and holds no index. Deletes only what an index consists of.
fn cleared(dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if is_of_an_index(&path) {
            fs::remove_file(path)?;
        } else {
            let message = format!("{} is no file of an index", path.display());
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
        }
    }
    Ok(())
}

fn is_of_an_index(path: &Path) -> bool {
    const ENDINGS: [&str; 8] = [
        "idx",
        "pos",
        "term",
        "store",
        "fast",
        "fieldnorm",
        "del",
        "temp",
    ];
    const NAMES: [&str; 4] = [
        "meta.json",
        ".managed.json",
        ".tantivy-writer.lock",
        ".tantivy-meta.lock",
    ];
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default();
    path.is_file()
        && (NAMES.contains(&name) || ENDINGS.contains(&ending) || name.starts_with(".tmp"))
}
