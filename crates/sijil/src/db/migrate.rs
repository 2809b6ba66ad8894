//! Brings the schema up to date, in order, each migration once and whole.

use refinery::{Migration, Runner};

use super::DbError;

/// Held on PostgreSQL while migrations run, since two servers may start at once: "sijil" in ASCII.
const ADVISORY_LOCK: i64 = 0x73_69_6a_69_6c;

const CHANGE_SQLITE: &str = include_str!("../../migrations/V1__change.sqlite.sql");
const CHANGE_POSTGRES: &str = include_str!("../../migrations/V1__change.postgres.sql");
const NEWSROOM: &str = include_str!("../../migrations/V2__newsroom.sql");
const READERS: &str = include_str!("../../migrations/V3__readers.sql");
const ACCOUNTS: &str = include_str!("../../migrations/V4__accounts.sql");
const WRITING: &str = include_str!("../../migrations/V5__writing.sql");
const MEDIA: &str = include_str!("../../migrations/V6__media.sql");
const NEWSROOM_DESK: &str = include_str!("../../migrations/V7__newsroom.sql");
const LEDGER: &str = include_str!("../../migrations/V8__ledger.sql");
const RECORD: &str = include_str!("../../migrations/V9__record.sql");

pub(super) fn sqlite(connection: &mut rusqlite::Connection) -> Result<(), DbError> {
    runner(CHANGE_SQLITE)?.run(connection)?;
    Ok(())
}
pub(super) fn postgres(client: &mut postgres::Client) -> Result<(), DbError> {
    client.execute("select pg_advisory_lock($1)", &[&ADVISORY_LOCK])?;
    let ran = runner(CHANGE_POSTGRES)?.run(client);
    client.execute("select pg_advisory_unlock($1)", &[&ADVISORY_LOCK])?;
    ran?;
    Ok(())
}

fn runner(change: &str) -> Result<Runner, DbError> {
    let migrations = [
        Migration::unapplied("V1__change", change)?,
        Migration::unapplied("V2__newsroom", NEWSROOM)?,
        Migration::unapplied("V3__readers", READERS)?,
        Migration::unapplied("V4__accounts", ACCOUNTS)?,
        Migration::unapplied("V5__writing", WRITING)?,
        Migration::unapplied("V6__media", MEDIA)?,
        Migration::unapplied("V7__newsroom", NEWSROOM_DESK)?,
        Migration::unapplied("V8__ledger", LEDGER)?,
        Migration::unapplied("V9__record", RECORD)?,
    ];
    // Grouped: else a migration and its history row are committed apart, and a kill between them
    // leaves one that is not recorded.
    Ok(Runner::new(&migrations).set_grouped(true))
}
