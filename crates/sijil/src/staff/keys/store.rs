//! The SQL of passkeys.

use webauthn_rs::prelude::Passkey;

use super::{OwnKey, PasskeyId};
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::secrets::hex;
use crate::staff::StaffId;

/// Adds a passkey; gives whether nobody had it.
pub(in crate::staff) fn insert(
    tx: &mut Tx<'_, '_>,
    (id, staff): (PasskeyId, StaffId),
    (name, key): (&str, &Passkey),
    at: UtcMillis,
) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into passkey (id, staff_id, name, credential, public_key, at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (credential) do nothing";
    let credential = hex(key.cred_id());
    let added = tx.execute(SQL, &[&id, &staff, &name, &credential, &json(key)?, &at])?;
    Ok(added == 1)
}

/// Somebody's passkeys, oldest first.
pub(in crate::staff) fn of_staff(
    tx: &mut Tx<'_, '_>,
    staff: StaffId,
) -> Result<Vec<OwnKey>, DbError> {
    const SQL: &str = "
        select id, name, at, used_at, public_key
        from passkey
        where staff_id = $1
        order by id
        limit 100";
    tx.query(SQL, &[&staff], own)
}

/// The passkey of a credential, and whose it is.
pub(in crate::staff) fn by_credential(
    tx: &mut Tx<'_, '_>,
    credential: &str,
) -> Result<Option<(OwnKey, StaffId)>, DbError> {
    const SQL: &str = "
        select id, name, at, used_at, public_key, staff_id
        from passkey
        where credential = $1";
    tx.query_opt(SQL, &[&credential], |row| Ok((own(row)?, row.get(5)?)))
}

/// Notes that a passkey was used, and how it must be kept from now on.
pub(in crate::staff) fn used(
    tx: &mut Tx<'_, '_>,
    own: &OwnKey,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "update passkey set public_key = $2, used_at = $3 where id = $1";
    tx.execute(SQL, &[&own.id, &json(&own.key)?, &at]).map(drop)
}

/// Takes a passkey off its owner; gives its name.
pub(in crate::staff) fn delete(
    tx: &mut Tx<'_, '_>,
    id: PasskeyId,
    staff: StaffId,
) -> Result<Option<String>, DbError> {
    const SQL: &str = "delete from passkey where id = $1 and staff_id = $2 returning name";
    tx.query_opt(SQL, &[&id, &staff], |row| row.get(0))
}

/// Takes all passkeys off somebody.
pub(in crate::staff) fn delete_all(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<(), DbError> {
    const SQL: &str = "delete from passkey where staff_id = $1";
    tx.execute(SQL, &[&staff]).map(drop)
}

fn own(row: &Row<'_>) -> Result<OwnKey, DbError> {
    let key: String = row.get(4)?;
    Ok(OwnKey {
        id: row.get(0)?,
        name: row.get(1)?,
        at: row.get(2)?,
        used_at: row.get(3)?,
        key: serde_json::from_str(&key).map_err(|error| failed(&error))?,
    })
}

fn json(key: &Passkey) -> Result<String, DbError> {
    serde_json::to_string(key).map_err(|error| failed(&error))
}

fn failed(error: &serde_json::Error) -> DbError {
    DbError::Other(format!("stored passkey: {error}"))
}
