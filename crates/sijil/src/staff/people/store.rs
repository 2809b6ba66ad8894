//! The SQL of managing the staff, and of one-time links.

use super::Person;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::staff::{Role, StaffId, store as accounts};

/// A query for people: what follows the table is the caller's.
macro_rules! people {
    ($rest:literal) => {
        concat!(
            "select staff.id, staff.login, staff.name, staff.lang, staff.role, staff.disabled_at,
                    staff.mail, cast(case when staff.password = '' then 0 else 1 end as bigint),
                    (select count(*) from passkey where passkey.staff_id = staff.id),
                    (select count(*) from second_factor where second_factor.staff_id = staff.id),
                    (select max(session.seen_at) from session where session.staff_id = staff.id),
                    (select max(invitation.ends_at) from invitation
                     where invitation.staff_id = staff.id)
             from staff ",
            $rest
        )
    };
}

/// Everybody, by login; their limits are not in it.
pub(super) fn everybody(tx: &mut Tx<'_, '_>) -> Result<Vec<Person>, DbError> {
    const SQL: &str = people!(
        "order by staff.login
         limit 1000"
    );
    tx.query(SQL, &[], person)
}

/// One of them.
pub(super) fn one(tx: &mut Tx<'_, '_>, id: StaffId) -> Result<Option<Person>, DbError> {
    const SQL: &str = people!("where staff.id = $1");
    tx.query_opt(SQL, &[&id], person)
}

/// Gives somebody a role; gives whether there is such a person.
pub(super) fn set_role(tx: &mut Tx<'_, '_>, id: StaffId, role: Role) -> Result<bool, DbError> {
    const SQL: &str = "update staff set role = $2 where id = $1";
    Ok(tx.execute(SQL, &[&id, &role])? == 1)
}

/// Keeps somebody out from an instant on, or not; gives whether there is such a person.
pub(super) fn set_disabled(
    tx: &mut Tx<'_, '_>,
    id: StaffId,
    at: Option<UtcMillis>,
) -> Result<bool, DbError> {
    const SQL: &str = "update staff set disabled_at = $2 where id = $1";
    Ok(tx.execute(SQL, &[&id, &at])? == 1)
}

/// Keeps a one-time link for somebody, in the place of an older one.
pub(super) fn put_link(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    token_sha256: &str,
    (at, ends_at): (UtcMillis, UtcMillis),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into invitation (staff_id, token_sha256, at, ends_at)
        values ($1, $2, $3, $4)
        on conflict (staff_id) do update
        set token_sha256 = excluded.token_sha256, at = excluded.at, ends_at = excluded.ends_at";
    tx.execute(SQL, &[&staff, &token_sha256, &at, &ends_at])
        .map(drop)
}

/// Whom a one-time link waits for.
pub(in crate::staff) fn linked(
    tx: &mut Tx<'_, '_>,
    token_sha256: &str,
    now: UtcMillis,
) -> Result<Option<StaffId>, DbError> {
    const SQL: &str = "
        select invitation.staff_id
        from invitation
        join staff on staff.id = invitation.staff_id
        where invitation.token_sha256 = $1 and invitation.ends_at > $2
              and staff.disabled_at is null";
    tx.query_opt(SQL, &[&token_sha256, &now], |row| row.get(0))
}

/// Uses a one-time link up; gives whose it was.
pub(super) fn take_link(
    tx: &mut Tx<'_, '_>,
    token_sha256: &str,
    now: UtcMillis,
) -> Result<Option<StaffId>, DbError> {
    const SQL: &str = "
        delete from invitation
        where token_sha256 = $1 and ends_at > $2
        returning staff_id";
    tx.query_opt(SQL, &[&token_sha256, &now], |row| row.get(0))
}

/// Takes somebody's one-time link back.
pub(super) fn delete_link(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<(), DbError> {
    const SQL: &str = "delete from invitation where staff_id = $1";
    tx.execute(SQL, &[&staff]).map(drop)
}

fn person(row: &Row<'_>) -> Result<Person, DbError> {
    Ok(Person {
        staff: accounts::staff(row)?,
        mail: row.get(6)?,
        has_password: row.get::<i64>(7)? == 1,
        passkeys: row.get(8)?,
        has_second: row.get::<i64>(9)? > 0,
        seen_at: row.get(10)?,
        link_ends_at: row.get(11)?,
    })
}
