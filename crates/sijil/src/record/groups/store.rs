//! The SQL of groups. Readers see a group when they may see one of its claims and it is not withheld.

use super::Group;
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::record::clock;
use crate::record::objects::{ObjectKind, head, insert, update};
use crate::record::{ClaimId, GroupId, canonical, parsed};

/// A query for groups that readers may see: what follows the condition is the caller's.
macro_rules! public_groups {
    ($rest:literal) => {
        concat!(
            "select g.body
             from record_object g
             where g.is_withheld = 0
               and exists (select 1
                           from claim c
                           join record_object o on o.id = c.id
                           join article a on a.id = c.article_id
                           where c.group_id = g.id and c.status in ('confirmed', 'corrected')
                             and o.is_withheld = 0 and a.state = 'published') ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Group, DbError> {
    parsed(&row.get::<String>(0)?)
}

/// The groups of a kind that readers may see, in the order in which they were made.
///
/// # Errors
/// When the database fails.
pub fn public_of_kind(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    after: GroupId,
    limit: i64,
) -> Result<Vec<Group>, DbError> {
    const SQL: &str = public_groups!("and g.kind = $1 and g.id > $2 order by g.id limit $3");
    tx.query(SQL, &[&kind, &after, &limit], read)
}

/// A group, if readers may see it.
///
/// # Errors
/// When the database fails.
pub fn public_with_id(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    id: GroupId,
) -> Result<Option<Group>, DbError> {
    const SQL: &str = public_groups!("and g.kind = $1 and g.id = $2");
    tx.query_opt(SQL, &[&kind, &id], read)
}

/// Every group of a kind that still has claims, the newest first.
///
/// # Errors
/// When the database fails.
pub fn of_kind(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    before: GroupId,
    limit: i64,
) -> Result<Vec<Group>, DbError> {
    const SQL: &str = "
        select g.body
        from record_object g
        where g.kind = $1 and g.id < $2
          and exists (select 1 from claim c where c.group_id = g.id)
        order by g.id desc
        limit $3";
    tx.query(SQL, &[&kind, &before, &limit], read)
}

/// A group, whatever has become of its claims.
///
/// # Errors
/// When the database fails.
pub fn group(tx: &mut Tx<'_, '_>, id: GroupId) -> Result<Option<Group>, DbError> {
    const SQL: &str = "
        select g.body
        from record_object g
        where g.id = $1 and g.kind in ('event', 'figure', 'truce', 'control', 'talks')";
    tx.query_opt(SQL, &[&id], read)
}

/// Keeps a group: a new one, or a new version of one.
pub(in crate::record) fn put(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    group: &Group,
    reason: &str,
) -> Result<(), DbError> {
    let text = canonical(group)?;
    match head(tx, group.id.0)? {
        Some(_) => update(tx, hand, group.id.0, &text, reason),
        None => insert(tx, hand, (group.id.0, group.kind()), &text, reason),
    }?;
    clock::note(tx, group)
}

/// Remembers that an editor found a claim to be of another thing than a group.
pub(super) fn set_refused(
    tx: &mut Tx<'_, '_>,
    claim: ClaimId,
    group: GroupId,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_apart (claim_id, group_id, at)
        values ($1, $2, $3)
        on conflict (claim_id, group_id) do nothing";
    tx.execute(SQL, &[&claim, &group, &at])?;
    Ok(())
}

/// The groups that a claim was found not to belong to.
pub(in crate::record) fn refused(
    tx: &mut Tx<'_, '_>,
    claim: ClaimId,
) -> Result<Vec<GroupId>, DbError> {
    const SQL: &str = "
        select group_id
        from record_apart
        where claim_id = $1
        order by group_id
        limit 1000";
    tx.query(SQL, &[&claim], |row| row.get(0))
}

/// The newest claims that may ask whether they belong together with others.
pub(super) fn newest_grouped(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<ClaimId>, DbError> {
    const SQL: &str = "
        select c.id
        from claim c
        where c.status in ('confirmed', 'corrected') and c.group_id is not null
        order by c.decided_at desc, c.id desc
        limit $1";
    tx.query(SQL, &[&limit], |row| row.get(0))
}

/// The groups, other than its own, of claims of the same kind whose time overlaps.
pub(super) fn groups_near(
    tx: &mut Tx<'_, '_>,
    (kind, harm): (&str, &str),
    (first, last): (&str, &str),
    own: GroupId,
) -> Result<Vec<GroupId>, DbError> {
    const SQL: &str = "
        select distinct c.group_id
        from claim c
        where c.kind = $1 and c.harm = $2 and c.group_id is not null and c.group_id <> $5
          and c.status in ('confirmed', 'corrected')
          and ($3 = '' or c.last_day = '' or c.last_day >= $3)
          and ($4 = '' or c.first_day = '' or c.first_day <= $4)
        order by c.group_id desc
        limit 200";
    tx.query(SQL, &[&kind, &harm, &first, &last, &own], |row| row.get(0))
}

/// The truces of the claims of a story.
pub(super) fn truces_of_article(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
) -> Result<Vec<GroupId>, DbError> {
    const SQL: &str = "
        select distinct c.group_id
        from claim c
        where c.article_id = $1 and c.kind = 'truce' and c.group_id is not null
          and c.status in ('confirmed', 'corrected')
        order by c.group_id
        limit 10";
    tx.query(SQL, &[&article], |row| row.get(0))
}
