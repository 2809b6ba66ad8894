//! Search over the whole archive. The index follows the sequence of changes and is rebuilt, never
//! repaired; what it finds is looked up in the database before it is shown.

mod asked;
mod indexer;
pub mod pages;
mod store;

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use sijil_search::Index;

use crate::db_enum;

pub use asked::{Asked, Found, ask, look_up};
pub use indexer::{Indexer, rebuild};

db_enum! {
    /// In which order results come.
    Order {
        /// The best match first.
        Relevance = "relevance",
        /// The newest first.
        Newest = "newest",
        /// The oldest first.
        Oldest = "oldest",
    }
}

impl Order {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Newest, Self::Oldest];

    /// The order of that word; by relevance if there is none.
    #[must_use]
    pub fn named(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|order| order.word() == word)
            .unwrap_or(Self::Relevance)
    }

    /// The name of its sentence in `locales/`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "order-relevance",
            Self::Newest => "order-newest",
            Self::Oldest => "order-oldest",
        }
    }

    /// As the index knows it.
    #[must_use]
    pub fn sort(self) -> sijil_search::Sort {
        match self {
            Self::Relevance => sijil_search::Sort::Relevance,
            Self::Newest => sijil_search::Sort::Newest,
            Self::Oldest => sijil_search::Sort::Oldest,
        }
    }
}

/// The index as pages see it: there, or being prepared.
pub struct Search {
    folder: PathBuf,
    index: RwLock<Option<Index>>,
}

impl Search {
    /// An index that will be in `folder` once its [`Indexer`] has prepared it.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            index: RwLock::new(None),
        }
    }

    /// The index, if it is whole.
    #[must_use]
    pub fn index(&self) -> Option<Index> {
        self.index
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Whether it can be asked.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.index
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .is_some()
    }

    /// Where the index lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Hands the index over, or takes it away.
    fn set(&self, index: Option<Index>) {
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = index;
    }
}
