//! The SQL of accounts and sessions.

use super::{Reach, Staff, StaffId};
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::topics::TopicId;

/// Adds an account; gives 0 when its login is taken.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    password: &str,
    at: UtcMillis,
) -> Result<u64, DbError> {
    const SQL: &str = "
        insert into staff (id, login, name, lang, role, password, at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (login) do nothing";
    let (lang, login, name) = (staff.lang.code(), &staff.login, &staff.name);
    tx.execute(
        SQL,
        &[&staff.id, login, name, &lang, &staff.role, &password, &at],
    )
}

/// The account of a login, with the hash of its password; none that is disabled.
pub(super) fn by_login(
    tx: &mut Tx<'_, '_>,
    login: &str,
) -> Result<Option<(Staff, String)>, DbError> {
    const SQL: &str = "
        select id, login, name, lang, role, disabled_at, password
        from staff
        where login = $1 and disabled_at is null";
    tx.query_opt(SQL, &[&login], |row| Ok((staff(row)?, row.get(6)?)))
}

/// The account with an identifier; its limits are not in it.
pub(super) fn by_id(tx: &mut Tx<'_, '_>, id: StaffId) -> Result<Option<Staff>, DbError> {
    const SQL: &str = "
        select id, login, name, lang, role, disabled_at
        from staff
        where id = $1";
    tx.query_opt(SQL, &[&id], staff)
}

/// Where somebody's notices go; empty for nowhere.
pub(super) fn mail(tx: &mut Tx<'_, '_>, id: StaffId) -> Result<String, DbError> {
    const SQL: &str = "select mail from staff where id = $1";
    tx.query_one(SQL, &[&id], |row| row.get(0))
}

/// Whether somebody has a password.
pub(super) fn has_password(tx: &mut Tx<'_, '_>, id: StaffId) -> Result<bool, DbError> {
    const SQL: &str = "select password from staff where id = $1";
    tx.query_one(SQL, &[&id], |row| Ok(!row.get::<String>(0)?.is_empty()))
}

/// Sets somebody's name, and where their notices go.
pub(super) fn set_name(
    tx: &mut Tx<'_, '_>,
    id: StaffId,
    name: &str,
    mail: &str,
) -> Result<(), DbError> {
    const SQL: &str = "update staff set name = $2, mail = $3 where id = $1";
    tx.execute(SQL, &[&id, &name, &mail]).map(drop)
}

/// Sets the hash of somebody's password; empty for none.
pub(super) fn set_hash(tx: &mut Tx<'_, '_>, id: StaffId, hash: &str) -> Result<(), DbError> {
    const SQL: &str = "update staff set password = $2 where id = $1";
    tx.execute(SQL, &[&id, &hash]).map(drop)
}

/// Everybody, by login.
pub fn list(tx: &mut Tx<'_, '_>) -> Result<Vec<Staff>, DbError> {
    const SQL: &str = "
        select id, login, name, lang, role, disabled_at
        from staff
        order by login
        limit 1000";
    tx.query(SQL, &[], staff)
}

/// Everybody who can sign in and left an address for notices, with that address, by login.
pub fn with_mail(tx: &mut Tx<'_, '_>) -> Result<Vec<(Staff, String)>, DbError> {
    const SQL: &str = "
        select id, login, name, lang, role, disabled_at, mail
        from staff
        where disabled_at is null and mail <> ''
        order by login
        limit 1000";
    tx.query(SQL, &[], |row| Ok((staff(row)?, row.get(6)?)))
}

/// Sets the language of somebody's desk.
pub(super) fn set_lang(tx: &mut Tx<'_, '_>, id: StaffId, lang: &str) -> Result<(), DbError> {
    const SQL: &str = "update staff set lang = $2 where id = $1";
    tx.execute(SQL, &[&id, &lang])?;
    Ok(())
}

/// Sets the hash of a password.
pub(super) fn set_password(
    tx: &mut Tx<'_, '_>,
    login: &str,
    password: &str,
) -> Result<Option<StaffId>, DbError> {
    const SQL: &str = "update staff set password = $2 where login = $1 returning id";
    tx.query_opt(SQL, &[&login, &password], |row| row.get(0))
}

/// Marks an account as disabled.
pub(super) fn disable(
    tx: &mut Tx<'_, '_>,
    login: &str,
    at: UtcMillis,
) -> Result<Option<StaffId>, DbError> {
    const SQL: &str = "update staff set disabled_at = $2 where login = $1 returning id";
    tx.query_opt(SQL, &[&login, &at], |row| row.get(0))
}

/// The languages somebody is limited to.
pub(super) fn langs(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<Vec<String>, DbError> {
    const SQL: &str = "
        select lang
        from staff_lang
        where staff_id = $1
        order by lang
        limit 10";
    tx.query(SQL, &[&staff], |row| row.get(0))
}

/// The sections somebody is limited to.
pub(super) fn sections(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<Vec<TopicId>, DbError> {
    const SQL: &str = "
        select topic_id
        from staff_section
        where staff_id = $1
        order by topic_id
        limit 1000";
    tx.query(SQL, &[&staff], |row| row.get(0))
}

/// The sections below those that somebody is limited to.
pub(super) fn parts_of_sections(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
) -> Result<Vec<TopicId>, DbError> {
    const SQL: &str = "
        with recursive part (id) as (
            select topic.id
            from topic
            join staff_section on staff_section.topic_id = topic.parent_id
            where staff_section.staff_id = $1
            union
            select topic.id
            from topic
            join part on part.id = topic.parent_id
        )
        select id
        from part
        order by id
        limit 1000";
    tx.query(SQL, &[&staff], |row| row.get(0))
}

/// Takes the limits of language off somebody.
pub(super) fn clear_langs(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<(), DbError> {
    const SQL: &str = "delete from staff_lang where staff_id = $1";
    tx.execute(SQL, &[&staff]).map(drop)
}

/// Lets somebody work in a language.
pub(super) fn add_lang(tx: &mut Tx<'_, '_>, staff: StaffId, lang: &str) -> Result<(), DbError> {
    const SQL: &str = "
        insert into staff_lang (staff_id, lang)
        values ($1, $2)
        on conflict (staff_id, lang) do nothing";
    tx.execute(SQL, &[&staff, &lang]).map(drop)
}

/// Takes the limits of section off somebody.
pub(super) fn clear_sections(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<(), DbError> {
    const SQL: &str = "delete from staff_section where staff_id = $1";
    tx.execute(SQL, &[&staff]).map(drop)
}

/// Lets somebody work in a section.
pub(super) fn add_section(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
    section: TopicId,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into staff_section (staff_id, topic_id)
        values ($1, $2)
        on conflict (staff_id, topic_id) do nothing";
    tx.execute(SQL, &[&staff, &section]).map(drop)
}

/// The greatest identifier of an account, a session or a passkey; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "
        select coalesce(max(id), 0)
        from (select max(id) as id from staff union all select max(id) from session
              union all select max(id) from passkey union all select max(id) from request)
             as greatest_of";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// The first six columns of a row as somebody on the staff.
pub(super) fn staff(row: &Row<'_>) -> Result<Staff, DbError> {
    let disabled_at: Option<UtcMillis> = row.get(5)?;
    Ok(Staff {
        id: row.get(0)?,
        login: row.get(1)?,
        name: row.get(2)?,
        lang: row.parsed(3)?,
        role: row.get(4)?,
        is_disabled: disabled_at.is_some(),
        reach: Reach::default(),
        session: None,
    })
}
