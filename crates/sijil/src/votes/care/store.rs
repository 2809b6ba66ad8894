//! The SQL of what must happen to votes by themselves.

use super::Spread;
use crate::db::{DbError, Tx, UtcMillis};
use crate::votes::Object;
use crate::votes::store::object;

/// Things with rows of single votes, in order, after one of them.
pub(in crate::votes) fn live(
    tx: &mut Tx<'_, '_>,
    after: Option<Object>,
    limit: i64,
) -> Result<Vec<Object>, DbError> {
    const SQL: &str = "
        select object_kind, object_id
        from tally
        where is_live = 1 and (object_kind, object_id) > ($1, $2)
        order by object_kind, object_id
        limit $3";
    let (kind, id) = after.map_or(("", 0), |after| (after.kind.word(), after.id));
    tx.query(SQL, &[&kind, &id, &limit], object)
}

/// Things with held votes.
pub(super) fn held(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<Object>, DbError> {
    const SQL: &str = "
        select object_kind, object_id
        from tally
        where held > 0 and is_frozen = 0
        order by object_kind, object_id
        limit $1";
    tx.query(SQL, &[&limit], object)
}

/// How a thing's votes lie.
pub(super) fn spread(tx: &mut Tx<'_, '_>, object: Object) -> Result<Spread, DbError> {
    const SQL: &str = "
        select count(*), coalesce(sum(case when state = 'held' then 1 else 0 end), 0), count(net)
        from vote
        where object_kind = $1 and object_id = $2 and direction <> 0 and state <> 'discarded'";
    const SQL_NET: &str = "
        select count(*)
        from vote
        where object_kind = $1 and object_id = $2 and direction <> 0 and state <> 'discarded'
          and net is not null
        group by net
        order by count(*) desc
        limit 1";
    let most = tx.query_opt(SQL_NET, &[&object.kind, &object.id], |row| row.get(0))?;
    tx.query_one(SQL, &[&object.kind, &object.id], |row| {
        Ok(Spread {
            votes: row.get(0)?,
            held: row.get(1)?,
            known: row.get(2)?,
            net_most: most.unwrap_or(0),
        })
    })
}

/// Things with rows whose story was published before an instant.
pub(super) fn closed(
    tx: &mut Tx<'_, '_>,
    before: UtcMillis,
    limit: i64,
) -> Result<Vec<Object>, DbError> {
    const SQL: &str = "
        select t.object_kind, t.object_id
        from tally t
        left join comment c on t.object_kind = 'comment' and c.id = t.object_id
        join article a on a.id = coalesce(c.article_id, t.object_id)
        where t.is_live = 1 and a.published_at < $1
        order by t.object_kind, t.object_id
        limit $2";
    tx.query(SQL, &[&before, &limit], object)
}

/// Takes a thing's rows away: its numbers stand for them from now on. What was never released is
/// gone with them.
pub(super) fn fold(tx: &mut Tx<'_, '_>, object: Object) -> Result<(), DbError> {
    const SQL: &str = "
        update tally
        set held = 0, is_live = 0
        where object_kind = $1 and object_id = $2";
    const SQL_ROWS: &str = "delete from vote where object_kind = $1 and object_id = $2";
    // The tally is taken first, so that no vote comes between.
    tx.execute(SQL, &[&object.kind, &object.id])?;
    tx.execute(SQL_ROWS, &[&object.kind, &object.id])?;
    Ok(())
}

/// The oldest slot with a row that still has its network.
pub(super) fn oldest_net(tx: &mut Tx<'_, '_>) -> Result<Option<i64>, DbError> {
    const SQL: &str = "
        select slot
        from vote
        where net is not null
        order by slot
        limit 1";
    tx.query_opt(SQL, &[], |row| row.get(0))
}

/// Empties the networks of a slot's rows.
pub(super) fn forget_nets(tx: &mut Tx<'_, '_>, slot: i64) -> Result<(), DbError> {
    const SQL: &str = "update vote set net = null where slot = $1 and net is not null";
    tx.execute(SQL, &[&slot])?;
    Ok(())
}

/// Takes windows before a slot away.
pub(super) fn trim_windows(tx: &mut Tx<'_, '_>, before: i64) -> Result<(), DbError> {
    const SQL: &str = "delete from vote_window where slot < $1";
    tx.execute(SQL, &[&before])?;
    Ok(())
}

/// Sets a month's votes to those of its windows.
pub(super) fn count_month(
    tx: &mut Tx<'_, '_>,
    month: &str,
    (from, to): (i64, i64),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into vote_month (month, votes, held, released, discarded, alarms)
        select $1, cast(coalesce(sum(up + down), 0) as bigint),
               cast(coalesce(sum(held), 0) as bigint), 0, 0, 0
        from vote_window
        where slot >= $2 and slot < $3
        on conflict (month) do update
        set votes = excluded.votes, held = excluded.held";
    tx.execute(SQL, &[&month, &from, &to])?;
    Ok(())
}
