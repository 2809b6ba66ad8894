//! The SQL of taking somebody out of what was published.

use super::ArticleId;
use crate::db::{DbError, Tx};
use crate::topics::TopicId;

/// The stories under a person.
pub(super) fn under(tx: &mut Tx<'_, '_>, person: TopicId) -> Result<Vec<ArticleId>, DbError> {
    const SQL: &str = "
        select article_id
        from article_topic
        where topic_id = $1
        order by article_id
        limit 1000000";
    tx.query(SQL, &[&person], |row| row.get(0))
}

/// The stories that hold a text anywhere; the text is a pattern, in which `!` goes before what is
/// no pattern.
pub(super) fn holding(tx: &mut Tx<'_, '_>, pattern: &str) -> Result<Vec<ArticleId>, DbError> {
    const SQL: &str = "
        select found.id
        from (select article_id as id from revision where canonical like $1 escape '!'
              union
              select id from article where content like $1 escape '!') as found
        order by found.id
        limit 1000000";
    tx.query(SQL, &[&pattern], |row| row.get(0))
}

/// Puts another text in the place of a revision's.
pub(super) fn replace(
    tx: &mut Tx<'_, '_>,
    (id, number): (ArticleId, i64),
    sha256: &str,
    canonical: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        update revision set sha256 = $3, canonical = $4
        where article_id = $1 and number = $2";
    tx.execute(SQL, &[&id, &number, &sha256, &canonical])
        .map(drop)
}
