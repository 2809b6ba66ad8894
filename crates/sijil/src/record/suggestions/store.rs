//! The SQL of the queue: which stories have suggestions that wait.

use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};

/// A story with suggestions that wait.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// Which.
    pub article: ArticleId,
    /// Its headline.
    pub headline: String,
    /// Its language: the code.
    pub lang: String,
    /// How many.
    pub waiting: i64,
    /// The score of the likeliest, from 0 to 1.
    pub best: f64,
    /// When it was read.
    pub at: UtcMillis,
}

/// The public stories whose suggestions wait, the last read first.
///
/// # Errors
/// When the database fails.
pub fn waiting(
    tx: &mut Tx<'_, '_>,
    (before, id): (i64, i64),
    limit: i64,
) -> Result<Vec<Waiting>, DbError> {
    const SQL: &str = "
        select s.article_id, a.headline, a.lang, s.waiting, s.best, s.at
        from record_story s
        join article a on a.id = s.article_id
        where s.waiting > 0 and (s.at, s.article_id) < ($1, $2)
        order by s.at desc, s.article_id desc
        limit $3";
    tx.query(SQL, &[&before, &id, &limit], |row| {
        Ok(Waiting {
            article: row.get(0)?,
            headline: row.get(1)?,
            lang: row.get(2)?,
            waiting: row.get(3)?,
            best: row.get(4)?,
            at: row.get(5)?,
        })
    })
}

/// How many stories have suggestions that wait.
///
/// # Errors
/// When the database fails.
pub fn stories_waiting(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select count(*) from record_story where waiting > 0";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// Whether the suggestions of a story were counted in a text.
///
/// # Errors
/// When the database fails.
pub fn is_counted(tx: &mut Tx<'_, '_>, id: ArticleId, sha256: &str) -> Result<bool, DbError> {
    const SQL: &str = "select 1 from record_story where article_id = $1 and sha256 = $2";
    Ok(tx
        .query_opt(SQL, &[&id, &sha256], |row| row.get::<i64>(0))?
        .is_some())
}

/// Says how many suggestions of a story wait.
pub(in crate::record) fn set_story(
    tx: &mut Tx<'_, '_>,
    (id, sha256): (ArticleId, &str),
    (waiting, best): (i64, f64),
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_story (article_id, sha256, waiting, best, at)
        values ($1, $2, $3, $4, $5)
        on conflict (article_id) do update
        set sha256 = excluded.sha256, waiting = excluded.waiting, best = excluded.best,
            at = excluded.at";
    tx.execute(SQL, &[&id, &sha256, &waiting, &best, &at])?;
    Ok(())
}
