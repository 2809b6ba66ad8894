//! The SQL of the ledger: rows are added and read, nothing else.

use super::chain::Link;
use super::{Asked, Entry, EntryId};
use crate::db::{DbError, Row, Tx};
use crate::staff::StaffId;

/// A query for entries: what follows the tables is the caller's.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "select ledger.id, ledger.at, ledger.staff_id, staff.name, ledger.act,
                    ledger.subject_kind, ledger.subject_id, ledger.detail, ledger.session_id,
                    ledger.seq, ledger.sha256
             from ledger
             left join staff on staff.id = ledger.staff_id ",
            $rest
        )
    };
}

/// The next number, and the hash of the last row. Whoever takes it keeps others out until their
/// transaction ends.
pub(super) fn take_head(tx: &mut Tx<'_, '_>) -> Result<(i64, String), DbError> {
    const SQL: &str = "
        update ledger_head set seq = seq + 1
        where id = 1
        returning seq, sha256";
    let taken = tx.query_opt(SQL, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    taken.ok_or(DbError::NoRow)
}

/// Sets the hash of the last row.
pub(super) fn set_head(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<(), DbError> {
    const SQL: &str = "update ledger_head set sha256 = $1 where id = 1";
    tx.execute(SQL, &[&sha256]).map(drop)
}

/// The number and hash of the last row, and how many rows were there before the first.
pub(super) fn head(tx: &mut Tx<'_, '_>) -> Result<(i64, String, i64), DbError> {
    const SQL: &str = "select seq, sha256, older from ledger_head where id = 1";
    tx.query_one(SQL, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

/// How many rows are in no chain.
pub(super) fn count_older(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select count(*) from ledger where seq is null";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// Adds a row.
pub(super) fn append(tx: &mut Tx<'_, '_>, entry: &Entry, link: &Link) -> Result<(), DbError> {
    const SQL: &str = "
        insert into ledger (id, at, staff_id, session_id, act, subject_kind, subject_id, detail,
                            seq, sha256)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let staff = entry.staff.as_ref().map(|(id, _)| *id);
    let params: [&dyn crate::db::Param; 10] = [
        &entry.id,
        &entry.at,
        &staff,
        &entry.session,
        &entry.act,
        &entry.subject.0,
        &entry.subject.1,
        &entry.detail,
        &link.seq,
        &link.sha256,
    ];
    tx.execute(SQL, &params).map(drop)
}

/// What is asked for, newest first.
pub(super) fn asked(
    tx: &mut Tx<'_, '_>,
    asked: &Asked,
    before: EntryId,
    limit: i64,
) -> Result<Vec<Entry>, DbError> {
    // Each condition that nobody set is true by itself: one text for all filters.
    const SQL: &str = entries!(
        "where ledger.id < $1
              and (cast($2 as bigint) = 0 or ledger.staff_id = $2
                   or (cast($2 as bigint) = -1 and ledger.staff_id is null))
              and (cast($3 as text) = '' or ledger.act = $3)
              and (cast($4 as text) = '' or ledger.subject_kind = $4)
              and (cast($5 as bigint) = 0 or ledger.subject_id = $5)
              and ledger.at >= $6 and ledger.at < $7
        order by ledger.id desc
        limit $8"
    );
    let staff = asked.staff_number();
    let act = asked.act.map_or("", |act| act.word());
    let kind = asked.kind.map_or("", |kind| kind.word());
    let params: [&dyn crate::db::Param; 8] = [
        &before,
        &staff,
        &act,
        &kind,
        &asked.subject,
        &asked.from,
        &asked.until,
        &limit,
    ];
    tx.query(SQL, &params, entry)
}

/// The rows of the chain after a number, oldest first.
pub(super) fn after(tx: &mut Tx<'_, '_>, seq: i64, limit: i64) -> Result<Vec<Entry>, DbError> {
    const SQL: &str = entries!(
        "where ledger.seq > $1
        order by ledger.seq
        limit $2"
    );
    tx.query(SQL, &[&seq, &limit], entry)
}

/// The greatest identifier; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select coalesce(max(id), 0) from ledger";
    tx.query_one(SQL, &[], |row| row.get(0))
}

fn entry(row: &Row<'_>) -> Result<Entry, DbError> {
    let staff: Option<StaffId> = row.get(2)?;
    let name: Option<String> = row.get(3)?;
    let seq: Option<i64> = row.get(9)?;
    let sha256: Option<String> = row.get(10)?;
    let link = seq.zip(sha256);
    Ok(Entry {
        id: row.get(0)?,
        at: row.get(1)?,
        staff: staff.map(|id| (id, name.unwrap_or_default())),
        act: row.get(4)?,
        subject: super::Subject(row.get(5)?, row.get(6)?),
        detail: row.get(7)?,
        session: row.get(8)?,
        link: link.map(|(seq, sha256)| Link { seq, sha256 }),
    })
}
