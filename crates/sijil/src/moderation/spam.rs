//! The spam filter as the whole program shares it: the newest model, and marks of texts that were
//! held lately.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use anyhow::Context;
use sijil_spam::{Fingerprint, Model};

use crate::db::Position;

/// Marks of held texts that are compared with a new one.
const MARKS: usize = 256;

/// The shared filter.
pub struct Spam {
    path: PathBuf,
    model: RwLock<Arc<Model>>,
    lately: Mutex<VecDeque<Fingerprint>>,
}

/// What the file holds beside the model: how far it has learned, and of which database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stand {
    pub(super) position: Position,
    pub(super) epoch: String,
}

impl Spam {
    /// The filter that is kept at a path; one that has learned nothing when there is none.
    #[must_use]
    pub fn open(path: PathBuf) -> Self {
        let kept = read(&path).map(|(_, model)| model);
        Self {
            path,
            model: RwLock::new(Arc::new(kept.unwrap_or_default())),
            lately: Mutex::default(),
        }
    }

    /// The newest model.
    #[must_use]
    pub fn model(&self) -> Arc<Model> {
        Arc::clone(&self.model.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn publish(&self, model: &Model) {
        let new = Arc::new(model.clone());
        *self.model.write().unwrap_or_else(PoisonError::into_inner) = new;
    }

    /// How alike a text is to the most alike that was held lately, 0 to 1.
    pub(super) fn likeness(&self, mark: &Fingerprint) -> f32 {
        let lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        lately
            .iter()
            .map(|other| mark.likeness(other))
            .fold(0.0, f32::max)
    }

    pub(super) fn remember(&self, mark: Fingerprint) {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        if lately.len() >= MARKS {
            lately.pop_front();
        }
        lately.push_back(mark);
    }

    pub(super) fn kept(&self) -> Option<(Stand, Model)> {
        read(&self.path)
    }

    /// Writes the file anew: beside the old one, which is then replaced at once.
    pub(super) fn save(&self, stand: &Stand, model: &Model) -> anyhow::Result<()> {
        let shown = self.path.display();
        let beside = self.path.with_extension("new");
        let write = || -> std::io::Result<()> {
            let mut file = File::create(&beside)?;
            writeln!(file, "{} {}", stand.position, stand.epoch)?;
            file.write_all(&model.to_bytes())?;
            file.sync_all()?;
            fs::rename(&beside, &self.path)
        };
        write().with_context(|| format!("keep the spam filter {shown}"))
    }
}

/// The file, unless it is missing, damaged or of another version: then the decisions are learned
/// anew.
fn read(path: &Path) -> Option<(Stand, Model)> {
    let bytes = fs::read(path).ok()?;
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (head, model) = bytes.split_at_checked(end)?;
    let (position, epoch) = std::str::from_utf8(head).ok()?.split_once(' ')?;
    let stand = Stand {
        position: position.parse().ok()?,
        epoch: epoch.to_owned(),
    };
    Some((stand, Model::from_bytes(model.get(1..)?).ok()?))
}
