//! Stories worth reading after a story: those that share its tags, the newest first.

use super::Article;
use crate::db::{DbError, Tx};
use crate::lists::{self, Card};
use crate::topics::{self, Kind, Topic};

/// Tags that are looked at, and stories under each: enough for a shelf of four, and a bounded
/// number of rows however large the archive.
const TAGS_MAX: usize = 4;
const STORIES_PER_TAG_MAX: i64 = 12;

/// At most `count` public stories in the story's language that share most of its `topics`; filled up
/// from its section.
///
/// # Errors
/// When the database fails.
pub fn related(
    tx: &mut Tx<'_, '_>,
    article: &Article,
    topics: &[Topic],
    count: usize,
) -> Result<Vec<Card>, DbError> {
    let tags = topics
        .iter()
        .filter(|topic| topic.kind == Kind::Tag)
        .map(|topic| topic.id);
    // Weight 2 for a shared tag, 1 for the section.
    let lists = tags
        .take(TAGS_MAX)
        .map(|id| (id, 2))
        .chain(article.section.map(|id| (id, 1)));
    let mut scored = Vec::new();
    for (topic, weight) in lists {
        for (id, at) in topics::newest(tx, topic, article.lang, STORIES_PER_TAG_MAX)? {
            match scored.iter_mut().find(|(_, _, other)| *other == id) {
                Some((score, _, _)) => *score += weight,
                None if id != article.id => scored.push((weight, at, id)),
                None => {}
            }
        }
    }
    scored.sort_unstable_by(|a, b| b.cmp(a));
    let mut cards = Vec::with_capacity(count);
    for (_, _, id) in scored.into_iter().take(count) {
        cards.extend(lists::card(tx, id)?);
    }
    Ok(cards)
}
