//! The SQL of documents.

use super::{Document, DocumentId};
use crate::db::{DbError, Row, Tx};
use crate::staff::StaffId;

/// A query for documents: what follows the tables is the caller's.
macro_rules! documents {
    ($rest:literal) => {
        concat!(
            "select d.id, d.sha256, d.kind, d.bytes, d.name, d.title_ar, d.title_en,
                    d.staff_id, s.name, d.at
             from document d
             left join staff s on s.id = d.staff_id ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Document, DbError> {
    let staff: Option<StaffId> = row.get(7)?;
    let name: Option<String> = row.get(8)?;
    Ok(Document {
        id: row.get(0)?,
        sha256: row.get(1)?,
        kind: row.get(2)?,
        bytes: row.get(3)?,
        name: row.get(4)?,
        title_ar: row.get(5)?,
        title_en: row.get(6)?,
        staff: staff.map(|id| (id, name.unwrap_or_default())),
        at: row.get(9)?,
    })
}

/// Adds a document unless it is there; whether it was added.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    document: &Document,
    words: &str,
) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into document (id, sha256, kind, bytes, name, title_ar, title_en, words, staff_id, at)
        values ($1, $2, $3, $4, $5, '', '', $6, $7, $8)
        on conflict (sha256) do nothing";
    let staff = document.staff.as_ref().map(|(id, _)| *id);
    let added = tx.execute(
        SQL,
        &[
            &document.id,
            &document.sha256,
            &document.kind,
            &document.bytes,
            &document.name,
            &words,
            &staff,
            &document.at,
        ],
    )?;
    Ok(added > 0)
}

/// A document.
pub fn document(tx: &mut Tx<'_, '_>, id: DocumentId) -> Result<Option<Document>, DbError> {
    const SQL: &str = documents!("where d.id = $1");
    tx.query_opt(SQL, &[&id], read)
}

/// The document that stories name by its hash.
pub fn named(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<Option<Document>, DbError> {
    const SQL: &str = documents!("where d.sha256 = $1");
    tx.query_opt(SQL, &[&sha256], read)
}

/// The documents whose words fit a pattern, newest first.
pub fn list(tx: &mut Tx<'_, '_>, pattern: &str, limit: i64) -> Result<Vec<Document>, DbError> {
    const SQL: &str = documents!(
        "where d.words like $1
         order by d.at desc, d.id desc
         limit $2"
    );
    tx.query(SQL, &[&pattern, &limit], read)
}

/// Sets what readers are told a document is.
pub(super) fn set_title(
    tx: &mut Tx<'_, '_>,
    id: DocumentId,
    (arabic, english): (&str, &str),
    words: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        update document
        set title_ar = $2, title_en = $3, words = $4
        where id = $1";
    tx.execute(SQL, &[&id, &arabic, &english, &words])?;
    Ok(())
}

/// Deletes a document that nothing links to.
pub(super) fn delete_unused(tx: &mut Tx<'_, '_>, id: DocumentId) -> Result<bool, DbError> {
    const SQL: &str = "
        delete from document
        where id = $1
          and not exists (select 1 from media_use u where u.sha256 = document.sha256)";
    Ok(tx.execute(SQL, &[&id])? > 0)
}
