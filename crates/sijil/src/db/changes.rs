//! The one sequence of changes, and the only place that reads it: the two databases order it
//! differently.

use std::fmt;

use super::{DbError, Tx, UtcMillis};

/// A place in the sequence of changes. The beginning is [`Position::START`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Position {
    /// The writing transaction on PostgreSQL, where numbers are handed out before the commit;
    /// always 0 on `SQLite`, whose single writer makes `seq` exact.
    transaction: i64,
    seq: i64,
}

impl Position {
    /// Before the first change.
    pub const START: Self = Self {
        transaction: 0,
        seq: 0,
    };
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.transaction, self.seq)
    }
}

impl std::str::FromStr for Position {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('.').and_then(|(transaction, seq)| {
            Some(Self {
                transaction: transaction.parse().ok()?,
                seq: seq.parse().ok()?,
            })
        });
        parts.ok_or_else(|| format!("not a position in the sequence of changes: {text}"))
    }
}

/// One change that a reader could see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it stands in the sequence.
    pub position: Position,
    /// What kind of thing changed, in the words of the feature that wrote it.
    pub kind: String,
    /// Which one.
    pub subject: i64,
    /// The subject's version after the change; the newest wins.
    pub version: i64,
}

/// Appends a change; belongs in the transaction that makes it.
///
/// # Errors
/// As [`Tx::execute`].
pub fn append(
    tx: &mut Tx<'_, '_>,
    kind: &'static str,
    subject: i64,
    version: i64,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into change (kind, subject, version, at)
        values ($1, $2, $3, $4)";
    tx.execute(SQL, &[&kind, &subject, &version, &at])?;
    Ok(())
}

/// At most `limit` changes after `position`, oldest first.
///
/// # Errors
/// As [`Tx::query`].
pub fn since(tx: &mut Tx<'_, '_>, position: Position, limit: i64) -> Result<Vec<Change>, DbError> {
    const SQL_SQLITE: &str = "
        select 0, seq, kind, subject, version
        from change
        where seq > $1
        order by seq
        limit $2";
    // A sequence number is handed out before its commit, so a reader of `seq > last` would lose a
    // slow transaction for ever: read below the oldest transaction that still runs.
    const SQL_POSTGRES: &str = "
        select xid::text::bigint, seq, kind, subject, version
        from change
        where (xid, seq) > ($1::bigint::text::xid8, $2)
          and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid, seq
        limit $3";
    let each = |row: &super::Row<'_>| {
        Ok(Change {
            position: Position {
                transaction: row.get(0)?,
                seq: row.get(1)?,
            },
            kind: row.get(2)?,
            subject: row.get(3)?,
            version: row.get(4)?,
        })
    };
    if tx.is_postgres() {
        tx.query(
            SQL_POSTGRES,
            &[&position.transaction, &position.seq, &limit],
            each,
        )
    } else {
        tx.query(SQL_SQLITE, &[&position.seq, &limit], each)
    }
}

/// The position of the newest change that a follower may have seen.
///
/// # Errors
/// As [`Tx::query`].
pub fn latest(tx: &mut Tx<'_, '_>) -> Result<Position, DbError> {
    const SQL_SQLITE: &str = "select 0, seq from change order by seq desc limit 1";
    const SQL_POSTGRES: &str = "
        select xid::text::bigint, seq
        from change
        where xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid desc, seq desc
        limit 1";
    let sql = if tx.is_postgres() {
        SQL_POSTGRES
    } else {
        SQL_SQLITE
    };
    let found = tx.query_opt(sql, &[], |row| {
        Ok(Position {
            transaction: row.get(0)?,
            seq: row.get(1)?,
        })
    })?;
    Ok(found.unwrap_or(Position::START))
}

/// Whether every change after `position` is still kept, so that a follower may go on from it.
///
/// # Errors
/// As [`Tx::query`].
pub fn current(tx: &mut Tx<'_, '_>, position: Position) -> Result<bool, DbError> {
    const SQL: &str = "select count(*), coalesce(min(seq), 0) from change";
    let (kept, oldest): (i64, i64) =
        tx.query_one(SQL, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(kept == 0 || position.seq + 1 >= oldest)
}

/// Forgets changes from before an instant, but never the newest one: it tells the others apart
/// from none.
///
/// # Errors
/// As [`Tx::execute`].
pub fn trim(tx: &mut Tx<'_, '_>, before: UtcMillis) -> Result<u64, DbError> {
    const SQL: &str = "
        delete from change
        where at < $1 and seq < (select max(seq) from change)";
    tx.execute(SQL, &[&before])
}

/// The database's own mark: another one after a dump was read into a new database.
///
/// # Errors
/// As [`Tx::query`].
pub fn epoch(tx: &mut Tx<'_, '_>) -> Result<String, DbError> {
    const SQL: &str = "select mark from epoch";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// Gives a new database its mark.
pub(super) fn set_epoch(tx: &mut Tx<'_, '_>) -> Result<(), DbError> {
    const SQL: &str = "insert into epoch (id, mark) values (1, $1) on conflict (id) do nothing";
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| DbError::Other(format!("read random bytes: {error}")))?;
    let mark = bytes
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    tx.execute(SQL, &[&mark])?;
    Ok(())
}
