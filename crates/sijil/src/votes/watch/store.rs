//! The SQL of the watch: windows of ten minutes, what is usual, and alarms.

use super::{Alarm, Hour, Usual, Window, begins};
use crate::db::{DbError, Param, Row, Tx, UtcMillis};
use crate::votes::store::object;
use crate::votes::{Object, slot};

/// Things that are looked at in a minute.
const BUSY_MAX: i64 = 1000;

/// Windows by hour of the day, from `from` until before `to`.
pub(super) fn usual(tx: &mut Tx<'_, '_>, from: i64, to: i64) -> Result<Usual, DbError> {
    const SQL: &str = "
        select (slot / 6) % 24, count(*), cast(sum(up + down) as bigint),
               cast(sum((up + down) * (up + down)) as bigint), cast(sum(fresh) as bigint)
        from vote_window
        where slot >= $1 and slot < $2
        group by (slot / 6) % 24";
    let mut usual = Usual::default();
    let hours = tx.query(SQL, &[&from, &to], |row| {
        let hour = Hour {
            windows: row.get(1)?,
            votes: row.get(2)?,
            squares: row.get(3)?,
            fresh: row.get(4)?,
        };
        Ok((row.get::<i64>(0)?, hour))
    })?;
    for (number, hour) in hours {
        let place = usize::try_from(number).ok();
        if let Some(place) = place.and_then(|place| usual.hours.get_mut(place)) {
            *place = hour;
        }
    }
    Ok(usual)
}

/// Windows from `from` on with at least `votes_min` votes, the oldest first.
pub(super) fn busy(
    tx: &mut Tx<'_, '_>,
    from: i64,
    votes_min: i64,
) -> Result<Vec<(Object, Window)>, DbError> {
    const SQL: &str = "
        select object_kind, object_id, slot, up, down, held, fresh, net_most
        from vote_window
        where slot >= $1 and up + down >= $2
        order by slot, object_kind, object_id
        limit $3";
    tx.query(SQL, &[&from, &votes_min, &BUSY_MAX], |row| {
        Ok((object(row)?, window(row, 2)?))
    })
}

/// A thing's windows between two instants, in order: at most two weeks.
///
/// # Errors
/// When the database fails.
pub fn curve(
    tx: &mut Tx<'_, '_>,
    object: Object,
    (from, to): (UtcMillis, UtcMillis),
) -> Result<Vec<Window>, DbError> {
    const SQL: &str = "
        select slot, up, down, held, fresh, net_most
        from vote_window
        where object_kind = $1 and object_id = $2 and slot >= $3 and slot <= $4
        order by slot
        limit 2016";
    tx.query(
        SQL,
        &[&object.kind, &object.id, &slot(from), &slot(to)],
        |row| window(row, 0),
    )
}

fn window(row: &Row<'_>, first: usize) -> Result<Window, DbError> {
    Ok(Window {
        at: begins(row.get(first)?),
        up: row.get(first + 1)?,
        down: row.get(first + 2)?,
        held: row.get(first + 3)?,
        fresh: row.get(first + 4)?,
        net_most: row.get(first + 5)?,
    })
}

/// How many votes of a slot came from the busiest network on a thing.
pub(super) fn net_most(tx: &mut Tx<'_, '_>, object: Object, slot: i64) -> Result<i64, DbError> {
    const SQL: &str = "
        select count(*)
        from vote
        where object_kind = $1 and object_id = $2 and slot = $3 and net is not null
        group by net
        order by count(*) desc
        limit 1";
    let most = tx.query_opt(SQL, &[&object.kind, &object.id, &slot], |row| row.get(0))?;
    Ok(most.unwrap_or(0))
}

/// Keeps how many votes the busiest network cast, also when its key is gone.
pub(super) fn set_net_most(
    tx: &mut Tx<'_, '_>,
    object: Object,
    window: &Window,
) -> Result<(), DbError> {
    const SQL: &str = "
        update vote_window
        set net_most = $4
        where object_kind = $1 and object_id = $2 and slot = $3 and net_most < $4";
    let params: [&dyn Param; 4] = [&object.kind, &object.id, &slot(window.at), &window.net_most];
    tx.execute(SQL, &params)?;
    Ok(())
}

/// Enters an alarm; `false` when the window has one.
pub(super) fn insert(tx: &mut Tx<'_, '_>, alarm: &Alarm) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into vote_alarm (object_kind, object_id, slot, at, votes, usual_permille,
                                held_permille, fresh_permille, net_permille, is_flip)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (object_kind, object_id, slot) do nothing";
    let params: [&dyn Param; 10] = [
        &alarm.object.kind,
        &alarm.object.id,
        &slot(alarm.window_at),
        &alarm.at,
        &alarm.votes,
        &alarm.usual_permille,
        &alarm.held_permille,
        &alarm.fresh_permille,
        &alarm.net_permille,
        &i64::from(alarm.is_flip),
    ];
    Ok(tx.execute(SQL, &params)? == 1)
}

/// Alarms that nobody has settled, the newest first: at most 100.
///
/// # Errors
/// When the database fails.
pub fn alarms(tx: &mut Tx<'_, '_>) -> Result<Vec<Alarm>, DbError> {
    const SQL: &str = "
        select object_kind, object_id, slot, at, votes, usual_permille, held_permille,
               fresh_permille, net_permille, is_flip
        from vote_alarm
        where settled_at is null
        order by at desc, object_kind, object_id, slot
        limit 100";
    tx.query(SQL, &[], |row| {
        Ok(Alarm {
            object: object(row)?,
            window_at: begins(row.get(2)?),
            at: row.get(3)?,
            votes: row.get(4)?,
            usual_permille: row.get(5)?,
            held_permille: row.get(6)?,
            fresh_permille: row.get(7)?,
            net_permille: row.get(8)?,
            is_flip: row.get::<i64>(9)? == 1,
        })
    })
}

/// Things whose shown numbers stand still, and then those with the most held votes.
pub(in crate::votes) fn stopped(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<Object>, DbError> {
    const SQL: &str = "
        select object_kind, object_id, is_frozen, held
        from tally
        where is_frozen = 1
        union
        select object_kind, object_id, is_frozen, held
        from tally
        where held > 0
        order by is_frozen desc, held desc, object_kind, object_id
        limit $1";
    tx.query(SQL, &[&limit], object)
}

/// Votes on a thing that were held once: how many are counted since, and how many put aside.
pub(in crate::votes) fn checked(
    tx: &mut Tx<'_, '_>,
    object: Object,
) -> Result<(i64, i64), DbError> {
    const SQL: &str = "
        select count(case when state = 'released' then 1 end),
               count(case when state = 'discarded' then 1 end)
        from vote
        where object_kind = $1 and object_id = $2 and direction <> 0";
    tx.query_one(SQL, &[&object.kind, &object.id], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Ends a thing's alarms; `false` when there was none.
pub(in crate::votes) fn settle(
    tx: &mut Tx<'_, '_>,
    object: Object,
    at: UtcMillis,
) -> Result<bool, DbError> {
    const SQL: &str = "
        update vote_alarm
        set settled_at = $3
        where object_kind = $1 and object_id = $2 and settled_at is null";
    Ok(tx.execute(SQL, &[&object.kind, &object.id, &at])? > 0)
}
