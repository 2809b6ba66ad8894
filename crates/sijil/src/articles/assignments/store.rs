//! The SQL of assignments.

use super::{Asked, Assignment, AssignmentId};
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::staff::StaffId;

/// A query for assignments: what follows the tables is the caller's.
macro_rules! assignments {
    ($rest:literal) => {
        concat!(
            "select a.id, a.brief, a.lang, a.staff_id, s.name, b.name, a.due_at, a.article_id
             from assignment a
             left join staff s on s.id = a.staff_id
             left join staff b on b.id = a.by_id ",
            $rest
        )
    };
}

fn assignment(row: &Row<'_>) -> Result<Assignment, DbError> {
    Ok(Assignment {
        id: row.get(0)?,
        brief: row.get(1)?,
        lang: row.parsed(2)?,
        staff: row.get(3)?,
        whom: row.get::<Option<String>>(4)?.unwrap_or_default(),
        by: row.get::<Option<String>>(5)?.unwrap_or_default(),
        due_at: row.get(6)?,
        article: row.get(7)?,
    })
}

/// What is not done with, the most urgent first.
pub fn open(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<Assignment>, DbError> {
    const SQL: &str = assignments!("where a.done_at is null order by a.due_at, a.id limit $1");
    tx.query(SQL, &[&limit], assignment)
}

/// The same of one person.
pub fn open_of(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    limit: i64,
) -> Result<Vec<Assignment>, DbError> {
    const SQL: &str = assignments!(
        "where a.staff_id = $1 and a.done_at is null order by a.due_at, a.id limit $2"
    );
    tx.query(SQL, &[&staff, &limit], assignment)
}

/// What is due from an instant until before another, done or not.
pub fn between(
    tx: &mut Tx<'_, '_>,
    (from, until): (UtcMillis, UtcMillis),
) -> Result<Vec<Assignment>, DbError> {
    const SQL: &str =
        assignments!("where a.due_at >= $1 and a.due_at < $2 order by a.due_at, a.id limit 500");
    tx.query(SQL, &[&from, &until], assignment)
}

/// One that is not done with.
pub(super) fn with_id(
    tx: &mut Tx<'_, '_>,
    id: AssignmentId,
) -> Result<Option<Assignment>, DbError> {
    const SQL: &str = assignments!("where a.id = $1 and a.done_at is null");
    tx.query_opt(SQL, &[&id], assignment)
}

/// Adds one.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    id: AssignmentId,
    (asked, brief): (&Asked, &str),
    (by, at): (StaffId, UtcMillis),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into assignment (id, brief, lang, staff_id, by_id, at, due_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (lang, staff, due_at) = (asked.lang.code(), asked.staff, asked.due_at);
    tx.execute(SQL, &[&id, &brief, &lang, &staff, &by, &at, &due_at])?;
    Ok(())
}

/// Says which story came of it.
pub(super) fn set_article(
    tx: &mut Tx<'_, '_>,
    id: AssignmentId,
    article: ArticleId,
) -> Result<(), DbError> {
    const SQL: &str = "update assignment set article_id = $2 where id = $1";
    tx.execute(SQL, &[&id, &article])?;
    Ok(())
}

/// Says that it is done with.
pub(super) fn end(tx: &mut Tx<'_, '_>, id: AssignmentId, at: UtcMillis) -> Result<(), DbError> {
    const SQL: &str = "update assignment set done_at = $2 where id = $1";
    tx.execute(SQL, &[&id, &at])?;
    Ok(())
}
