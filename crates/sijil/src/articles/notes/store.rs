//! The SQL of notes.

use super::{Note, NoteId};
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::staff::StaffId;

/// A query for notes: what follows the tables is the caller's.
macro_rules! notes {
    ($rest:literal) => {
        concat!(
            "select n.id, n.article_id, d.title, s.name, n.for_id, f.name, n.at, n.text, n.done_at
             from story_note n
             join desk_story d on d.article_id = n.article_id
             left join staff s on s.id = n.staff_id
             left join staff f on f.id = n.for_id ",
            $rest
        )
    };
}

fn note(row: &Row<'_>) -> Result<Note, DbError> {
    let for_whom: Option<StaffId> = row.get(4)?;
    let name: Option<String> = row.get(5)?;
    Ok(Note {
        id: row.get(0)?,
        article: row.get(1)?,
        title: row.get(2)?,
        by: row.get::<Option<String>>(3)?.unwrap_or_default(),
        for_whom: for_whom.map(|id| (id, name.unwrap_or_default())),
        at: row.get(6)?,
        text: row.get(7)?,
        done_at: row.get(8)?,
    })
}

/// The notes on a story, oldest first.
pub fn of_story(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<Note>, DbError> {
    const SQL: &str = notes!("where n.article_id = $1 order by n.id limit 200");
    tx.query(SQL, &[&id], note)
}

/// The notes that wait for somebody, newest first.
pub fn waiting(tx: &mut Tx<'_, '_>, staff: StaffId, limit: i64) -> Result<Vec<Note>, DbError> {
    const SQL: &str =
        notes!("where n.for_id = $1 and n.done_at is null order by n.id desc limit $2");
    tx.query(SQL, &[&staff, &limit], note)
}

/// Adds a note.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    (id, article): (NoteId, ArticleId),
    (staff, for_whom): (StaffId, Option<StaffId>),
    at: UtcMillis,
    text: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into story_note (id, article_id, staff_id, for_id, at, text)
        values ($1, $2, $3, $4, $5, $6)";
    tx.execute(SQL, &[&id, &article, &staff, &for_whom, &at, &text])?;
    Ok(())
}

/// Says that a note is done with.
pub(super) fn settle(
    tx: &mut Tx<'_, '_>,
    (id, article): (NoteId, ArticleId),
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        update story_note
        set done_at = $3
        where id = $1 and article_id = $2 and done_at is null";
    tx.execute(SQL, &[&id, &article, &at])?;
    Ok(())
}
