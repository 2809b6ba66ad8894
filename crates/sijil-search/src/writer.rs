//! Writing to the index. One writer at a time; nothing is seen before a commit.

use crate::error::{Doing, SearchError};
use crate::fields::Fields;
use crate::index::Index;
use crate::position::Position;
use crate::story::Story;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexReader, IndexWriter, TantivyDocument};

/// Takes stories in and out of an index. There is at most one, in one process.
pub struct Writer {
    engine: IndexWriter<TantivyDocument>,
    reader: IndexReader,
    fields: Fields,
}

/// Bytes of memory a writer may fill before it writes a segment: the engine wants the lower bound,
/// the budget of a small server sets the upper.
const MEMORY_BYTES: std::ops::RangeInclusive<usize> = 15_000_000..=200_000_000;

/// Segments of about one size that are merged into one.
const SEGMENTS_MERGED: usize = 8;

/// Stories up to which segments count as one size: many small commits then make few segments.
const LEVEL_STORIES_MIN: u32 = 10_000;

/// Share of deleted stories at which a segment is rewritten. Each edit is a delete, and the dead
/// still count in the statistics of ranking.
const DELETED_SHARE_MAX: f32 = 0.15;

impl Index {
    /// The writer of this index, filling up to `memory_bytes` (15 to 200 MB) between commits.
    ///
    /// # Errors
    /// If there is another one, in this process or elsewhere.
    pub fn writer(&self, memory_bytes: usize) -> Result<Writer, SearchError> {
        let memory_bytes = memory_bytes.clamp(*MEMORY_BYTES.start(), *MEMORY_BYTES.end());
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(memory_bytes)
            .build();
        let engine = self
            .engine
            .writer_with_options(options)
            .doing("open the search index for writing")?;
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(SEGMENTS_MERGED);
        policy.set_min_layer_size(LEVEL_STORIES_MIN);
        policy.set_del_docs_ratio_before_merge(DELETED_SHARE_MAX);
        engine.set_merge_policy(Box::new(policy));
        Ok(Writer {
            engine,
            reader: self.reader.clone(),
            fields: self.fields,
        })
    }
}

impl Writer {
    /// Takes `story` in, in place of the version that is there.
    ///
    /// # Errors
    /// If the writing thread has died, such as from a full disk. Throw the writer away then.
    pub fn put(&mut self, story: &Story) -> Result<(), SearchError> {
        self.remove(story.id);
        self.engine
            .add_document(self.fields.document(story))
            .doing("add a story to the search index")?;
        Ok(())
    }

    /// Takes the story out; nothing happens if it is not there.
    pub fn remove(&mut self, id: i64) {
        self.engine.delete_term(self.fields.id_term(id));
    }

    /// Makes all since the last commit durable and visible, and notes `position` with it. When this
    /// returns, stories and position are both on disk; before, neither is.
    ///
    /// # Errors
    /// If the disk is full or fails. The last commit stands; throw the writer away.
    pub fn commit(&mut self, position: &Position) -> Result<(), SearchError> {
        let mut commit = self
            .engine
            .prepare_commit()
            .doing("prepare a commit of the search index")?;
        // A commit without a payload would forget the position.
        commit.set_payload(&position.to_payload());
        commit.commit().doing("commit the search index")?;
        self.reader
            .reload()
            .doing("show the last commit to searches")
    }

    /// Waits until all that was put is in files, which frees the memory it took: the engine lets
    /// 10,000 stories queue, however long they are. Forgets the position: unless a commit follows, an
    /// index that is opened anew is found never to have been filled.
    ///
    /// # Errors
    /// If the disk is full or fails; throw the writer away.
    pub fn drain(&mut self) -> Result<(), SearchError> {
        let drained = self.engine.commit();
        drained.doing("write stories into the search index")?;
        Ok(())
    }

    /// Waits until the merges under way are done, and ends the writer. What was not committed is
    /// gone.
    ///
    /// # Errors
    /// If a merge failed; the index is whole all the same.
    pub fn wait_merges(self) -> Result<(), SearchError> {
        self.engine
            .wait_merging_threads()
            .doing("merge the search index")?;
        self.reader
            .reload()
            .doing("show the last commit to searches")
    }
}
