//! The SQL of a thread's places. A place without words comes without them from here already.

use crate::articles::ArticleId;
use crate::comments::{Comment, CommentId};
use crate::db::{DbError, Row, Tx, UtcMillis};

/// A query for places: what follows `from comment c` is the caller's.
macro_rules! places {
    ($rest:literal) => {
        concat!(
            "select c.id, c.article_id, c.root_id, c.parent_id, c.depth,
                    case when c.state = 'shown' then c.name else '' end,
                    case when c.state = 'shown' then c.body else '' end,
                    c.state, c.way, c.at, c.at_is, c.shown_at, c.edited_at, c.replies, c.best,
                    c.is_imported, c.version
             from comment c ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Comment, DbError> {
    Ok(Comment {
        id: row.get(0)?,
        article: row.get(1)?,
        root: row.get(2)?,
        parent: row.get(3)?,
        depth: row.get(4)?,
        name: row.get(5)?,
        body: row.get(6)?,
        state: row.get(7)?,
        way: row.get(8)?,
        at: row.get(9)?,
        dated: row.get(10)?,
        shown_at: row.get(11)?,
        edited_at: row.get(12)?,
        reasons: Vec::new(),
        score: 0,
        replies: row.get(13)?,
        best: row.get(14)?,
        reports: 0,
        net: None,
        has_asked_again: false,
        is_imported: row.get::<i64>(15)? != 0,
        version: row.get(16)?,
    })
}

/// Places at the top after an instant and an identifier, oldest first.
pub(super) fn oldest(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    after: (i64, i64),
    limit: i64,
) -> Result<Vec<Comment>, DbError> {
    const SQL: &str = places!(
        "where c.article_id = $1 and c.is_placed = 1 and c.depth = 0 and (c.at, c.id) > ($2, $3)
         order by c.at, c.id
         limit $4"
    );
    tx.query(SQL, &[&article, &after.0, &after.1, &limit], read)
}

/// Places at the top before an instant and an identifier, newest first.
pub(super) fn newest(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    before: (i64, i64),
    limit: i64,
) -> Result<Vec<Comment>, DbError> {
    const SQL: &str = places!(
        "where c.article_id = $1 and c.is_placed = 1 and c.depth = 0 and (c.at, c.id) < ($2, $3)
         order by c.at desc, c.id desc
         limit $4"
    );
    tx.query(SQL, &[&article, &before.0, &before.1, &limit], read)
}

/// Places at the top below a rank and an identifier, best first.
pub(super) fn best(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    before: (i64, i64),
    limit: i64,
) -> Result<Vec<Comment>, DbError> {
    const SQL: &str = places!(
        "where c.article_id = $1 and c.is_placed = 1 and c.depth = 0 and (c.best, c.id) < ($2, $3)
         order by c.best desc, c.id desc
         limit $4"
    );
    tx.query(SQL, &[&article, &before.0, &before.1, &limit], read)
}

/// Places below a comment at the top after an instant and an identifier, oldest first.
pub(super) fn answers(
    tx: &mut Tx<'_, '_>,
    root: CommentId,
    after: (i64, i64),
    limit: i64,
) -> Result<Vec<Comment>, DbError> {
    const SQL: &str = places!(
        "where c.root_id = $1 and c.is_placed = 1 and c.depth > 0 and (c.at, c.id) > ($2, $3)
         order by c.at, c.id
         limit $4"
    );
    tx.query(SQL, &[&root, &after.0, &after.1, &limit], read)
}

/// How many places of a branch stand before an answer.
pub(super) fn answers_before(
    tx: &mut Tx<'_, '_>,
    root: CommentId,
    (at, id): (UtcMillis, CommentId),
) -> Result<i64, DbError> {
    const SQL: &str = "
        select count(*)
        from comment
        where root_id = $1 and is_placed = 1 and depth > 0 and (at, id) < ($2, $3)";
    tx.query_one(SQL, &[&root, &at, &id], |row| row.get(0))
}

/// Instant and identifier of the answer in a branch that `skipped` others stand before.
pub(super) fn answer_numbered(
    tx: &mut Tx<'_, '_>,
    root: CommentId,
    skipped: i64,
) -> Result<Option<(i64, i64)>, DbError> {
    const SQL: &str = "
        select at, id
        from comment
        where root_id = $1 and is_placed = 1 and depth > 0
        order by at, id
        limit 1 offset $2";
    tx.query_opt(SQL, &[&root, &skipped], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// A comment as readers see it, if it has a place.
pub(super) fn place(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<Option<Comment>, DbError> {
    const SQL: &str = places!("where c.id = $1 and c.is_placed = 1");
    tx.query_opt(SQL, &[&id], read)
}

/// The newest shown comments of a story, whatever they answer.
pub(super) fn latest(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    limit: i64,
) -> Result<Vec<Comment>, DbError> {
    const SQL: &str = places!(
        "where c.article_id = $1 and c.state = 'shown'
         order by c.at desc, c.id desc
         limit $2"
    );
    tx.query(SQL, &[&article, &limit], read)
}
