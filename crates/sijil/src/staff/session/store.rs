//! The SQL of sessions, and of challenges that were answered.

use super::{NewSession, Open, Session, Way};
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::{SessionId, StaffId, store as accounts};

/// Adds a session.
pub(in crate::staff) fn insert_session(
    tx: &mut Tx<'_, '_>,
    session: &NewSession,
    token_sha256: &str,
    (at, ends_at): (UtcMillis, UtcMillis),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into session (id, token_sha256, staff_id, at, seen_at, ends_at, proven_at, way,
                             browser)
        values ($1, $2, $3, $4, $4, $5, $4, $6, $7)";
    let NewSession {
        id,
        staff,
        way,
        browser,
    } = session;
    tx.execute(
        SQL,
        &[id, &token_sha256, staff, &at, &ends_at, way, browser],
    )?;
    Ok(())
}

/// The session of a token that has not ended and was used since `idle_since`; its owner's reach is
/// not in it.
pub(in crate::staff) fn session(
    tx: &mut Tx<'_, '_>,
    token_sha256: &str,
    at: UtcMillis,
    idle_since: UtcMillis,
) -> Result<Option<Session>, DbError> {
    const SQL: &str = "
        select staff.id, staff.login, staff.name, staff.lang, staff.role, staff.disabled_at,
               session.seen_at, session.proven_at, session.id, session.way
        from session
        join staff on staff.id = session.staff_id
        where session.token_sha256 = $1 and session.ends_at > $2 and session.seen_at > $3
              and staff.disabled_at is null";
    tx.query_opt(SQL, &[&token_sha256, &at, &idle_since], |row| {
        let mut staff = accounts::staff(row)?;
        staff.session = Some(row.get(8)?);
        Ok(Session {
            staff,
            seen_at: row.get(6)?,
            proven_at: row.get(7)?,
            way: row.get(9)?,
            is_to_be_seen: false,
        })
    })
}

/// Writes down when a session was last used.
pub(in crate::staff) fn see_session(
    tx: &mut Tx<'_, '_>,
    token_sha256: &str,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "update session set seen_at = $2 where token_sha256 = $1";
    tx.execute(SQL, &[&token_sha256, &at])?;
    Ok(())
}

/// Ends a session.
pub(in crate::staff) fn end_session(
    tx: &mut Tx<'_, '_>,
    token_sha256: &str,
) -> Result<(), DbError> {
    const SQL: &str = "delete from session where token_sha256 = $1";
    tx.execute(SQL, &[&token_sha256])?;
    Ok(())
}

/// Ends one of somebody's sessions; gives whether it was open.
pub(in crate::staff) fn end_numbered(
    tx: &mut Tx<'_, '_>,
    id: SessionId,
    staff: StaffId,
) -> Result<bool, DbError> {
    const SQL: &str = "delete from session where id = $1 and staff_id = $2";
    Ok(tx.execute(SQL, &[&id, &staff])? == 1)
}

/// Ends all sessions of somebody but one; gives how many.
pub(in crate::staff) fn end_others(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    kept: SessionId,
) -> Result<u64, DbError> {
    const SQL: &str = "delete from session where staff_id = $1 and id <> $2";
    tx.execute(SQL, &[&staff, &kept])
}

/// Notes that somebody proved who they are, and how.
pub(in crate::staff) fn prove(
    tx: &mut Tx<'_, '_>,
    session: SessionId,
    way: Way,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "update session set proven_at = $2, way = $3 where id = $1";
    tx.execute(SQL, &[&session, &at, &way]).map(drop)
}

/// Ends all sessions of somebody.
pub(in crate::staff) fn end_all(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<(), DbError> {
    const SQL: &str = "delete from session where staff_id = $1";
    tx.execute(SQL, &[&staff])?;
    Ok(())
}

/// Takes sessions out that have ended.
pub(in crate::staff) fn sweep_sessions(
    tx: &mut Tx<'_, '_>,
    at: UtcMillis,
    idle_since: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "delete from session where ends_at <= $1 or seen_at <= $2";
    tx.execute(SQL, &[&at, &idle_since])?;
    Ok(())
}

/// Somebody's sessions that have not ended, the last used first.
pub(in crate::staff) fn of_staff(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    at: UtcMillis,
    idle_since: UtcMillis,
) -> Result<Vec<Open>, DbError> {
    const SQL: &str = "
        select id, at, seen_at, way, browser
        from session
        where staff_id = $1 and ends_at > $2 and seen_at > $3
        order by seen_at desc, id desc
        limit 100";
    tx.query(SQL, &[&staff, &at, &idle_since], |row| {
        Ok(Open {
            id: row.get(0)?,
            at: row.get(1)?,
            seen_at: row.get(2)?,
            way: row.get(3)?,
            browser: row.get(4)?,
        })
    })
}

/// Notes that a challenge was answered; gives whether it was not before.
pub(in crate::staff) fn spend_challenge(
    tx: &mut Tx<'_, '_>,
    sha256: &str,
    ends_at: UtcMillis,
) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into spent_challenge (sha256, ends_at)
        values ($1, $2)
        on conflict (sha256) do nothing";
    Ok(tx.execute(SQL, &[&sha256, &ends_at])? == 1)
}

/// Forgets challenges that have ended.
pub(in crate::staff) fn forget_challenges(
    tx: &mut Tx<'_, '_>,
    now: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "delete from spent_challenge where ends_at < $1";
    tx.execute(SQL, &[&now]).map(drop)
}
