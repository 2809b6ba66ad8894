//! How often each story is read, for the front page's list of the most read. It counts pages, not
//! people: nothing of a reader is known here, and nothing is written down.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::articles::ArticleId;

/// Stories that are counted at once; beyond it the least read is forgotten first.
const STORIES_MAX: usize = 10_000;
/// What a read of an hour ago still counts: after a day about a fifth.
const HOURLY: f32 = 0.935;
/// A count below this is forgotten.
const FORGOTTEN: f32 = 0.3;

/// Reads by story, in memory only.
#[derive(Debug, Default)]
pub struct Reads(Mutex<HashMap<ArticleId, f32>>);

impl Reads {
    /// Counts a read.
    pub fn count(&self, story: ArticleId) {
        *self.counts().entry(story).or_default() += 1.0;
    }

    /// Lets an hour pass.
    pub fn fade(&self) {
        let mut counts = self.counts();
        counts.retain(|_, count| {
            *count *= HOURLY;
            *count >= FORGOTTEN
        });
        if counts.len() > STORIES_MAX {
            let kept = ranked(&counts, STORIES_MAX);
            counts.retain(|story, _| kept.contains(story));
        }
    }

    /// At most `count` stories of any language, the most read first.
    #[must_use]
    pub fn most(&self, count: usize) -> Vec<ArticleId> {
        ranked(&self.counts(), count)
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<ArticleId, f32>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// By count, then the newer first, so that the order is the same each time.
fn ranked(counts: &HashMap<ArticleId, f32>, most: usize) -> Vec<ArticleId> {
    let mut all: Vec<(ArticleId, f32)> = counts.iter().map(|(id, count)| (*id, *count)).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    all.into_iter().take(most).map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_read_comes_first_and_fades() {
        let reads = Reads::default();
        for story in [1, 2, 2, 3, 3, 3] {
            reads.count(ArticleId(story));
        }
        assert_eq!(reads.most(2), [ArticleId(3), ArticleId(2)]);
        for _ in 0..24 {
            reads.fade();
        }
        assert_eq!(
            reads.most(9),
            [ArticleId(3), ArticleId(2)],
            "the least read is forgotten"
        );
        for _ in 0..48 {
            reads.fade();
        }
        assert!(reads.most(9).is_empty());
    }
}
