//! The SQL of the confirmation code: what was spent, and the desk's switch.

use super::Spend;
use crate::comments::CommentId;
use crate::db::{DbError, Tx, UtcMillis};

/// Spends a code; says whether nobody had.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    spend: &Spend,
    comment: Option<CommentId>,
) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into ramz_spent (code, body_sha256, comment_id, forget_at)
        values ($1, $2, $3, $4)
        on conflict (code) do nothing";
    let Spend {
        code,
        body_sha256,
        forget_at,
    } = spend;
    let spent = tx.execute(SQL, &[code, body_sha256, &comment, forget_at])?;
    Ok(spent == 1)
}

/// What a code was spent on: the comment, and the text's SHA-256.
type SpentOn = (Option<CommentId>, Vec<u8>);

/// What a code was spent on, if it was.
pub(super) fn find(tx: &mut Tx<'_, '_>, code: &Vec<u8>) -> Result<Option<SpentOn>, DbError> {
    const SQL: &str = "select comment_id, body_sha256 from ramz_spent where code = $1";
    tx.query_opt(SQL, &[code], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Forgets codes that no form can bear any more; gives how many.
///
/// # Errors
/// When the database fails.
pub fn forget_spent(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<u64, DbError> {
    const SQL: &str = "delete from ramz_spent where forget_at < $1";
    tx.execute(SQL, &[&now])
}

/// The level that the desk switched to; nothing when the traffic decides.
pub(super) fn switched(tx: &mut Tx<'_, '_>) -> Result<Option<String>, DbError> {
    const SQL: &str = "select value from setting where name = 'code_level'";
    tx.query_opt(SQL, &[], |row| row.get(0))
}

/// Keeps the desk's switch.
pub(super) fn set_switch(tx: &mut Tx<'_, '_>, level: Option<&str>) -> Result<(), DbError> {
    const SQL_PUT: &str = "
        insert into setting (name, value)
        values ('code_level', $1)
        on conflict (name) do update set value = excluded.value";
    const SQL_TAKE: &str = "delete from setting where name = 'code_level'";
    match level {
        Some(level) => tx.execute(SQL_PUT, &[&level])?,
        None => tx.execute(SQL_TAKE, &[])?,
    };
    Ok(())
}
