//! The SQL of rules and modes.

use super::{HoldMode, Rule, RuleId, Scope};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::StaffId;
use crate::topics::TopicId;

/// Adds a rule.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    rule: &Rule,
    staff: Option<StaffId>,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into moderation_rule (id, kind, pattern, act, staff_id, at, ends_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let Rule {
        id,
        kind,
        pattern,
        deed,
        at,
        ends_at,
        ..
    } = rule;
    tx.execute(SQL, &[id, kind, pattern, deed, &staff, at, ends_at])?;
    Ok(())
}

/// The rules that have not ended, those that turn away first.
///
/// # Errors
/// When the database fails.
pub fn in_force(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Vec<Rule>, DbError> {
    const SQL: &str = "
        select moderation_rule.id, moderation_rule.kind, moderation_rule.pattern,
               moderation_rule.act, coalesce(staff.name, ''), moderation_rule.at,
               moderation_rule.ends_at
        from moderation_rule
        left join staff on staff.id = moderation_rule.staff_id
        where moderation_rule.ends_at is null or moderation_rule.ends_at > $1
        order by moderation_rule.act desc, moderation_rule.kind, moderation_rule.pattern,
                 moderation_rule.id
        limit 5000";
    tx.query(SQL, &[&now], |row| {
        Ok(Rule {
            id: row.get(0)?,
            kind: row.get(1)?,
            pattern: row.get(2)?,
            deed: row.get(3)?,
            by: row.get(4)?,
            at: row.get(5)?,
            ends_at: row.get(6)?,
        })
    })
}

/// Ends a rule; `false` when it has ended.
pub(super) fn end(tx: &mut Tx<'_, '_>, id: RuleId, at: UtcMillis) -> Result<bool, DbError> {
    const SQL: &str = "
        update moderation_rule
        set ends_at = $2
        where id = $1 and (ends_at is null or ends_at > $2)";
    Ok(tx.execute(SQL, &[&id, &at])? == 1)
}

/// The mode that is set for something.
pub(super) fn mode(
    tx: &mut Tx<'_, '_>,
    scope: Scope,
    subject: i64,
) -> Result<Option<HoldMode>, DbError> {
    const SQL: &str = "select mode from hold_mode where scope = $1 and subject_id = $2";
    tx.query_opt(SQL, &[&scope, &subject], |row| row.get(0))
}

/// The sections that have a mode of their own.
pub(super) fn section_modes(tx: &mut Tx<'_, '_>) -> Result<Vec<(TopicId, HoldMode)>, DbError> {
    const SQL: &str = "
        select subject_id, mode
        from hold_mode
        where scope = 'section'
        order by subject_id
        limit 1000";
    tx.query(SQL, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Sets a mode.
pub(super) fn put_mode(
    tx: &mut Tx<'_, '_>,
    scope: Scope,
    subject: i64,
    mode: HoldMode,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into hold_mode (scope, subject_id, mode)
        values ($1, $2, $3)
        on conflict (scope, subject_id) do update set mode = excluded.mode";
    tx.execute(SQL, &[&scope, &subject, &mode])?;
    Ok(())
}

/// Takes a mode away.
pub(super) fn drop_mode(tx: &mut Tx<'_, '_>, scope: Scope, subject: i64) -> Result<(), DbError> {
    const SQL: &str = "delete from hold_mode where scope = $1 and subject_id = $2";
    tx.execute(SQL, &[&scope, &subject])?;
    Ok(())
}

/// The section that a story stands in.
pub(super) fn section_of(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
) -> Result<Option<TopicId>, DbError> {
    const SQL: &str = "select section_id from article where id = $1";
    Ok(tx.query_opt(SQL, &[&article], |row| row.get(0))?.flatten())
}

/// The section above one.
pub(super) fn parent_of(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<Option<TopicId>, DbError> {
    const SQL: &str = "select parent_id from topic where id = $1";
    Ok(tx.query_opt(SQL, &[&id], |row| row.get(0))?.flatten())
}

/// The greatest identifier; 0 when there is none.
///
/// # Errors
/// When the database fails.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select coalesce(max(id), 0) from moderation_rule";
    tx.query_one(SQL, &[], |row| row.get(0))
}
