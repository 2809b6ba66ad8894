//! The SQL of the last day.

use crate::comments::State;
use crate::db::{DbError, Tx, UtcMillis};

/// How many comments came in each hour, by the state they are in now: hours since 1970.
pub(super) fn comments(
    tx: &mut Tx<'_, '_>,
    since: UtcMillis,
) -> Result<Vec<(i64, State, i64)>, DbError> {
    const SQL: &str = "
        select at / 3600000 as hour, state, count(*)
        from comment
        where state in ('held', 'shown', 'rejected', 'spam', 'withdrawn', 'erased')
          and at >= $1
        group by at / 3600000, state
        order by hour, state
        limit 200";
    tx.query(SQL, &[&since], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// How many votes came for the first time in each hour, from `first` on: hours since 1970.
/// `hour_ms` milliseconds are six windows.
pub(super) fn votes(
    tx: &mut Tx<'_, '_>,
    first: i64,
    hour_ms: i64,
) -> Result<Vec<(i64, i64)>, DbError> {
    const SQL: &str = "
        select slot / 6 as hour, cast(sum(up + down) as bigint)
        from vote_window
        where slot >= $1
        group by slot / 6
        order by hour
        limit 100";
    let windows = hour_ms / crate::votes::SLOT_MS;
    tx.query(SQL, &[&(first * windows)], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// How many alarms about votes nobody has settled.
pub fn open_alarms(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select count(*) from vote_alarm where settled_at is null";
    tx.query_one(SQL, &[], |row| row.get(0))
}
