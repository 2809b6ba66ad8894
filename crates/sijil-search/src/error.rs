//! What can go wrong while searching or indexing.

use std::io;
use std::path::PathBuf;

/// A failure of the machine. A strange query is none: every query is understood somehow.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The folder of the index cannot be made or cleared.
    #[error("prepare the search index folder {path}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Tantivy refused; the index may be rebuilt.
    #[error("{doing}")]
    Engine {
        /// What we were doing.
        doing: &'static str,
        /// What it said.
        source: tantivy::TantivyError,
    },
}

/// Says what we were doing when Tantivy refused.
pub(crate) trait Doing<T> {
    fn doing(self, doing: &'static str) -> Result<T, SearchError>;
}

impl<T, E: Into<tantivy::TantivyError>> Doing<T> for Result<T, E> {
    fn doing(self, doing: &'static str) -> Result<T, SearchError> {
        self.map_err(|source| SearchError::Engine {
            doing,
            source: source.into(),
        })
    }
}
