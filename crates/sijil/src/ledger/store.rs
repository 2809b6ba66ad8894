//! The SQL of the ledger: rows are added and read, nothing else.

use super::{Act, Entry, EntryId, Hand, Subject};
use crate::db::{DbError, Row, Tx};
use crate::staff::StaffId;

/// A query for entries: what follows the tables is the caller's.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "select ledger.id, ledger.at, ledger.staff_id, staff.name, ledger.act,
                    ledger.subject_kind, ledger.subject_id, ledger.detail
             from ledger
             left join staff on staff.id = ledger.staff_id ",
            $rest
        )
    };
}

/// Adds a row.
pub(super) fn append(
    tx: &mut Tx<'_, '_>,
    id: EntryId,
    hand: &Hand<'_>,
    (act, subject, detail): (Act, Subject, &str),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into ledger (id, at, staff_id, session_id, act, subject_kind, subject_id, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let Subject(kind, subject) = subject;
    let staff = hand.by.map(|actor| actor.staff);
    let session = hand.by.and_then(|actor| actor.session);
    let params: [&dyn crate::db::Param; 8] = [
        &id, &hand.at, &staff, &session, &act, &kind, &subject, &detail,
    ];
    tx.execute(SQL, &params)?;
    Ok(())
}

/// The rows before one, newest first.
pub(super) fn newest(
    tx: &mut Tx<'_, '_>,
    before: EntryId,
    limit: i64,
) -> Result<Vec<Entry>, DbError> {
    const SQL: &str = entries!(
        "where ledger.id < $1
        order by ledger.id desc
        limit $2"
    );
    tx.query(SQL, &[&before, &limit], entry)
}

/// The same, of what one person did.
pub(super) fn by_staff(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    before: EntryId,
    limit: i64,
) -> Result<Vec<Entry>, DbError> {
    const SQL: &str = entries!(
        "where ledger.staff_id = $1 and ledger.id < $2
        order by ledger.id desc
        limit $3"
    );
    tx.query(SQL, &[&staff, &before, &limit], entry)
}

/// The same, of what was done about one thing.
pub(super) fn about(
    tx: &mut Tx<'_, '_>,
    subject: Subject,
    before: EntryId,
    limit: i64,
) -> Result<Vec<Entry>, DbError> {
    const SQL: &str = entries!(
        "where ledger.subject_kind = $1 and ledger.subject_id = $2 and ledger.id < $3
        order by ledger.id desc
        limit $4"
    );
    let Subject(kind, id) = subject;
    tx.query(SQL, &[&kind, &id, &before, &limit], entry)
}

/// The greatest identifier; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select coalesce(max(id), 0) from ledger";
    tx.query_one(SQL, &[], |row| row.get(0))
}

fn entry(row: &Row<'_>) -> Result<Entry, DbError> {
    let staff: Option<StaffId> = row.get(2)?;
    let name: Option<String> = row.get(3)?;
    Ok(Entry {
        id: row.get(0)?,
        at: row.get(1)?,
        staff: staff.map(|id| (id, name.unwrap_or_default())),
        act: row.get(4)?,
        subject: Subject(row.get(5)?, row.get(6)?),
        detail: row.get(7)?,
    })
}
