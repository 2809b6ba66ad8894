//! The SQL of votes, tallies, windows and alarms.

use super::{Delta, Direction, Kind, Mode, Object, Place, Tally, Vote, VoteState, slot};
use crate::db::{DbError, Param, Row, Tx, UtcMillis};

/// Takes a vote's row, new or known, and sets its direction. Gives the direction that it had
/// (nothing for a new one) and where it stands, which a known row keeps.
pub(super) fn upsert(
    tx: &mut Tx<'_, '_>,
    vote: &Vote,
) -> Result<(Option<Direction>, VoteState), DbError> {
    const SQL: &str = "
        insert into vote (object_kind, object_id, voter, direction, was, state, net, slot)
        values ($1, $2, $3, $4, null, $5, $6, $7)
        on conflict (object_kind, object_id, voter) do update
        set was = vote.direction, direction = excluded.direction
        returning was, state";
    let (object, net) = (vote.object, vote.net.map(|net| net.to_vec()));
    let params: [&dyn Param; 7] = [
        &object.kind,
        &object.id,
        &vote.voter.to_vec(),
        &vote.direction,
        &vote.state,
        &net,
        &slot(vote.at),
    ];
    tx.query_one(SQL, &params, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// A voter's vote on a thing.
pub(super) fn vote_of(
    tx: &mut Tx<'_, '_>,
    object: Object,
    voter: &[u8; 16],
) -> Result<Option<(Direction, VoteState)>, DbError> {
    const SQL: &str = "
        select direction, state
        from vote
        where object_kind = $1 and object_id = $2 and voter = $3";
    tx.query_opt(SQL, &[&object.kind, &object.id, &voter.to_vec()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Takes a voter's vote on a thing away; gives what it was.
pub(super) fn delete(
    tx: &mut Tx<'_, '_>,
    object: Object,
    voter: &[u8; 16],
) -> Result<Option<(Direction, VoteState)>, DbError> {
    const SQL: &str = "
        delete from vote
        where object_kind = $1 and object_id = $2 and voter = $3
        returning direction, state";
    tx.query_opt(SQL, &[&object.kind, &object.id, &voter.to_vec()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Takes all votes of a thing that stand at `from` to `to`; gives their directions.
pub(super) fn shift(
    tx: &mut Tx<'_, '_>,
    object: Object,
    from: VoteState,
    to: VoteState,
) -> Result<Vec<Direction>, DbError> {
    const SQL: &str = "
        update vote
        set state = $4
        where object_kind = $1 and object_id = $2 and state = $3
        returning direction";
    tx.query(SQL, &[&object.kind, &object.id, &from, &to], |row| {
        row.get(0)
    })
}

/// Moves a thing's numbers and gives what they are now; locks them on PostgreSQL.
pub(super) fn add(tx: &mut Tx<'_, '_>, object: Object, delta: Delta) -> Result<Tally, DbError> {
    const SQL: &str = "
        insert into tally (object_kind, object_id, up, down, held, base_up, base_down, is_frozen,
                           shown_up, shown_down, mode, is_live)
        values ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, 'open', 1)
        on conflict (object_kind, object_id) do update
        set up = tally.up + excluded.up, down = tally.down + excluded.down,
            held = tally.held + excluded.held, is_live = 1
        returning up, down, held, base_up, base_down, is_frozen, shown_up, shown_down, mode";
    let Delta { up, down, held } = delta;
    tx.query_one(SQL, &[&object.kind, &object.id, &up, &down, &held], numbers)
}

/// The numbers of a thing's votes.
///
/// # Errors
/// When the database fails.
pub fn tally(tx: &mut Tx<'_, '_>, object: Object) -> Result<Tally, DbError> {
    const SQL: &str = "
        select up, down, held, base_up, base_down, is_frozen, shown_up, shown_down, mode
        from tally
        where object_kind = $1 and object_id = $2";
    let found = tx.query_opt(SQL, &[&object.kind, &object.id], numbers)?;
    Ok(found.unwrap_or(Tally::NONE))
}

/// The numbers of several things of a kind, with their identifiers; who has no votes is left out.
///
/// # Errors
/// When the database fails.
pub fn tallies(tx: &mut Tx<'_, '_>, kind: Kind, ids: &[i64]) -> Result<Vec<(i64, Tally)>, DbError> {
    const SQL: &str = "
        select up, down, held, base_up, base_down, is_frozen, shown_up, shown_down, mode, object_id
        from tally
        where object_kind = $1 and object_id in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(11) {
        // A statement has a fixed number of places: the last identifier fills those left over.
        let last = some.last().copied().unwrap_or_default();
        let padded: Vec<i64> = (0..11)
            .map(|place| some.get(place).copied().unwrap_or(last))
            .collect();
        let mut params: Vec<&dyn Param> = vec![&kind];
        params.extend(padded.iter().map(|id| id as &dyn Param));
        found.extend(tx.query(SQL, &params, |row| Ok((row.get(9)?, numbers(row)?)))?);
    }
    Ok(found)
}

fn numbers(row: &Row<'_>) -> Result<Tally, DbError> {
    Ok(Tally {
        up: row.get(0)?,
        down: row.get(1)?,
        held: row.get(2)?,
        base_up: row.get(3)?,
        base_down: row.get(4)?,
        is_frozen: row.get::<i64>(5)? == 1,
        frozen_up: row.get(6)?,
        frozen_down: row.get(7)?,
        mode: row.get(8)?,
    })
}

/// Sets the totals that came with an import.
///
/// # Errors
/// When the database fails.
pub fn set_base(tx: &mut Tx<'_, '_>, object: Object, up: i64, down: i64) -> Result<(), DbError> {
    const SQL: &str = "
        insert into tally (object_kind, object_id, up, down, held, base_up, base_down, is_frozen,
                           shown_up, shown_down, mode, is_live)
        values ($1, $2, 0, 0, 0, $3, $4, 0, 0, 0, 'open', 0)
        on conflict (object_kind, object_id) do update
        set base_up = excluded.base_up, base_down = excluded.base_down";
    tx.execute(SQL, &[&object.kind, &object.id, &up, &down])?;
    Ok(())
}

/// Sets what may be voted on a thing; logged by the caller.
///
/// # Errors
/// When the database fails.
pub fn set_mode(tx: &mut Tx<'_, '_>, object: Object, mode: Mode) -> Result<(), DbError> {
    const SQL: &str = "
        insert into tally (object_kind, object_id, up, down, held, base_up, base_down, is_frozen,
                           shown_up, shown_down, mode, is_live)
        values ($1, $2, 0, 0, 0, 0, 0, 0, 0, 0, $3, 0)
        on conflict (object_kind, object_id) do update
        set mode = excluded.mode";
    tx.execute(SQL, &[&object.kind, &object.id, &mode])?;
    Ok(())
}

/// Stops the shown numbers where they are; `false` when they stood still already, or nothing was
/// ever voted there.
pub(super) fn freeze(tx: &mut Tx<'_, '_>, object: Object) -> Result<bool, DbError> {
    const SQL: &str = "
        update tally
        set is_frozen = 1, shown_up = up, shown_down = down
        where object_kind = $1 and object_id = $2 and is_frozen = 0";
    Ok(tx.execute(SQL, &[&object.kind, &object.id])? == 1)
}

/// Lets the shown numbers go on; `false` when they did.
pub(super) fn thaw(tx: &mut Tx<'_, '_>, object: Object) -> Result<bool, DbError> {
    const SQL: &str = "
        update tally
        set is_frozen = 0
        where object_kind = $1 and object_id = $2 and is_frozen = 1";
    Ok(tx.execute(SQL, &[&object.kind, &object.id])? == 1)
}

/// Adds a reader's first vote on a thing to its ten minutes.
pub(super) fn add_to_window(
    tx: &mut Tx<'_, '_>,
    vote: &Vote,
    state: VoteState,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into vote_window (object_kind, object_id, slot, up, down, held, fresh, net_most)
        values ($1, $2, $3, $4, $5, $6, $7, 0)
        on conflict (object_kind, object_id, slot) do update
        set up = vote_window.up + excluded.up, down = vote_window.down + excluded.down,
            held = vote_window.held + excluded.held, fresh = vote_window.fresh + excluded.fresh";
    let params: [&dyn Param; 7] = [
        &vote.object.kind,
        &vote.object.id,
        &slot(vote.at),
        &i64::from(vote.direction == Direction::For),
        &i64::from(vote.direction == Direction::Against),
        &i64::from(state == VoteState::Held),
        &i64::from(vote.is_fresh),
    ];
    tx.execute(SQL, &params)?;
    Ok(())
}

/// Where a public story stands.
pub(super) fn place_of_story(tx: &mut Tx<'_, '_>, id: i64) -> Result<Option<Place>, DbError> {
    const SQL: &str = "
        select a.id, a.published_at, coalesce(t.mode, 'open')
        from article a
        left join tally t on t.object_kind = 'story' and t.object_id = a.id
        where a.id = $1 and a.state = 'published'";
    tx.query_opt(SQL, &[&id], |row| {
        Ok(Place {
            article: row.get(0)?,
            published_at: row.get(1)?,
            mode: row.get(2)?,
        })
    })
}

/// Where a shown comment stands.
pub(super) fn place_of_comment(tx: &mut Tx<'_, '_>, id: i64) -> Result<Option<Place>, DbError> {
    const SQL: &str = "
        select a.id, a.published_at,
               case when 'off' in (coalesce(s.mode, 'open'), coalesce(t.mode, 'open')) then 'off'
                    when 'up_only' in (coalesce(s.mode, 'open'), coalesce(t.mode, 'open'))
                    then 'up_only'
                    else 'open' end
        from comment c
        join article a on a.id = c.article_id
        left join tally s on s.object_kind = 'story' and s.object_id = a.id
        left join tally t on t.object_kind = 'comment' and t.object_id = c.id
        where c.id = $1 and c.state = 'shown' and a.state = 'published'";
    tx.query_opt(SQL, &[&id], |row| {
        Ok(Place {
            article: row.get(0)?,
            published_at: row.get(1)?,
            mode: row.get(2)?,
        })
    })
}

/// Where the numbers of a thing's rows are not those of its tally: at most `limit` things. None,
/// unless the database was changed by other hands.
///
/// # Errors
/// When the database fails.
pub fn mismatches(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<Object>, DbError> {
    const SQL: &str = "
        select t.object_kind, t.object_id
        from tally t
        left join (select object_kind, object_id,
                          sum(case when state in ('counted', 'released') and direction = 1
                                   then 1 else 0 end) as up,
                          sum(case when state in ('counted', 'released') and direction = -1
                                   then 1 else 0 end) as down,
                          sum(case when state = 'held' and direction <> 0
                                   then 1 else 0 end) as held
                   from vote
                   group by object_kind, object_id) v
          on v.object_kind = t.object_kind and v.object_id = t.object_id
        where t.is_live = 1
          and (t.up <> coalesce(v.up, 0) or t.down <> coalesce(v.down, 0)
               or t.held <> coalesce(v.held, 0))
        order by t.object_kind, t.object_id
        limit $1";
    tx.query(SQL, &[&limit], object)
}

/// A thing, from the first two columns.
pub(super) fn object(row: &Row<'_>) -> Result<Object, DbError> {
    Ok(Object {
        kind: row.get(0)?,
        id: row.get(1)?,
    })
}

/// Public figures of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Month {
    /// Readers' first votes on things.
    pub votes: i64,
    /// How many of them were held.
    pub held: i64,
    /// How many held ones were counted after all.
    pub released: i64,
    /// How many held ones were discarded.
    pub discarded: i64,
    /// How often the watch stopped a count.
    pub alarms: i64,
}

/// The figures of a month, `yyyy-mm`.
///
/// # Errors
/// When the database fails.
pub fn month(tx: &mut Tx<'_, '_>, month: &str) -> Result<Month, DbError> {
    const SQL: &str = "
        select votes, held, released, discarded, alarms
        from vote_month
        where month = $1";
    let found = tx.query_opt(SQL, &[&month], |row| {
        Ok(Month {
            votes: row.get(0)?,
            held: row.get(1)?,
            released: row.get(2)?,
            discarded: row.get(3)?,
            alarms: row.get(4)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Adds to a month's figures.
pub(super) fn add_to_month(tx: &mut Tx<'_, '_>, at: UtcMillis, more: Month) -> Result<(), DbError> {
    const SQL: &str = "
        insert into vote_month (month, votes, held, released, discarded, alarms)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (month) do update
        set votes = vote_month.votes + excluded.votes, held = vote_month.held + excluded.held,
            released = vote_month.released + excluded.released,
            discarded = vote_month.discarded + excluded.discarded,
            alarms = vote_month.alarms + excluded.alarms";
    let month = super::month_of(at);
    let Month {
        votes,
        held,
        released,
        discarded,
        alarms,
    } = more;
    tx.execute(
        SQL,
        &[&month, &votes, &held, &released, &discarded, &alarms],
    )?;
    Ok(())
}
