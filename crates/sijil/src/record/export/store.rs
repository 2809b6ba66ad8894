//! The SQL of files: what readers may see comes by the condition of `claims/store.rs`, the
//! newsroom's own file has everything.

use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::record::anchors::AnchorId;
use crate::record::objects::ObjectKind;
use crate::record::{ClaimId, GroupId};

/// A thing with what is kept beside it.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) id: i64,
    pub(super) version: i64,
    pub(super) at: UtcMillis,
    pub(super) by: Option<i64>,
    pub(super) reason: String,
    pub(super) is_withheld: bool,
    pub(super) body: String,
}

/// A decision as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    pub(super) id: i64,
    pub(super) story: ArticleId,
    pub(super) mark: String,
    pub(super) kind: String,
    pub(super) verdict: String,
    pub(super) claim: Option<ClaimId>,
    pub(super) rules: String,
    pub(super) score: f64,
    pub(super) features: String,
    pub(super) open_ms: Option<i64>,
    pub(super) by: Option<i64>,
    pub(super) at: UtcMillis,
    pub(super) reason: String,
}

/// The condition of what readers may see, on a claim `c`.
macro_rules! if_public {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " join record_object k on k.id = c.id
              join article a on a.id = c.article_id
              where c.status in ('confirmed', 'corrected') and k.is_withheld = 0
                and a.state = 'published' ",
            $after
        )
    };
}

fn kept(row: &Row<'_>) -> Result<Kept, DbError> {
    Ok(Kept {
        id: row.get(0)?,
        version: row.get(1)?,
        at: row.get(2)?,
        by: row.get(3)?,
        reason: row.get(4)?,
        is_withheld: row.get::<i64>(5)? == 1,
        body: row.get(6)?,
    })
}

/// The things of a kind after an identifier, all of them.
pub(super) fn all(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    after: i64,
    limit: i64,
) -> Result<Vec<Kept>, DbError> {
    const SQL: &str = "
        select id, version, at, staff_id, reason, is_withheld, body
        from record_object
        where kind = $1 and id > $2
        order by id
        limit $3";
    tx.query(SQL, &[&kind, &after, &limit], kept)
}

/// What a thing said before, the oldest first.
pub(super) fn versions(tx: &mut Tx<'_, '_>, id: i64) -> Result<Vec<Kept>, DbError> {
    const SQL: &str = "
        select object_id, version, at, staff_id, reason, is_withheld, body
        from record_version
        where object_id = $1
        order by version
        limit 10000";
    tx.query(SQL, &[&id], kept)
}

/// By which names a thing is found, each with its uses.
pub(super) fn names(tx: &mut Tx<'_, '_>, id: i64) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = "
        select folded, uses
        from record_name
        where object_id = $1
        order by folded
        limit 10000";
    tx.query(SQL, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The groups that a claim was found not to belong to, each with when.
pub(super) fn apart(
    tx: &mut Tx<'_, '_>,
    id: ClaimId,
) -> Result<Vec<(GroupId, UtcMillis)>, DbError> {
    const SQL: &str = "
        select group_id, at
        from record_apart
        where claim_id = $1
        order by group_id
        limit 10000";
    tx.query(SQL, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The anchors after an identifier, all of them: their own identifiers and their claims'.
pub(super) fn anchors(
    tx: &mut Tx<'_, '_>,
    after: i64,
    limit: i64,
) -> Result<Vec<(AnchorId, ClaimId)>, DbError> {
    const SQL: &str = "
        select id, claim_id
        from anchor
        where id > $1
        order by id
        limit $2";
    tx.query(SQL, &[&after, &limit], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The anchors of claims that readers may see.
pub(super) fn public_anchors(
    tx: &mut Tx<'_, '_>,
    after: i64,
    limit: i64,
) -> Result<Vec<(AnchorId, ClaimId)>, DbError> {
    const SQL: &str = if_public!(
        "select n.id, n.claim_id
         from anchor n
         join claim c on c.id = n.claim_id",
        "and n.is_withheld = 0 and n.id > $1
         order by n.id
         limit $2"
    );
    tx.query(SQL, &[&after, &limit], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The stories of claims after an identifier, all of them.
pub(super) fn stories(
    tx: &mut Tx<'_, '_>,
    after: i64,
    limit: i64,
) -> Result<Vec<ArticleId>, DbError> {
    const SQL: &str = "
        select id
        from article
        where id > $1
          and (id in (select article_id from claim) or id in (select article_id from record_decision))
        order by id
        limit $2";
    tx.query(SQL, &[&after, &limit], |row| row.get(0))
}

/// The stories of claims that readers may see.
pub(super) fn public_stories(
    tx: &mut Tx<'_, '_>,
    after: i64,
    limit: i64,
) -> Result<Vec<ArticleId>, DbError> {
    const SQL: &str = if_public!(
        "select distinct c.article_id
         from claim c",
        "and c.article_id > $1
         order by c.article_id
         limit $2"
    );
    tx.query(SQL, &[&after, &limit], |row| row.get(0))
}

/// The sources, actors or places that a claim names which readers may see; none that is withheld.
pub(super) fn public_parts(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    after: i64,
    limit: i64,
) -> Result<Vec<String>, DbError> {
    const SQL: &str = concat!(
        "select o.body
         from record_object o
         where o.kind = $1 and o.id > $2 and o.is_withheld = 0
           and exists (",
        if_public!(
            "select 1
             from claim_part p
             join claim c on c.id = p.claim_id",
            "and p.object_id = o.id"
        ),
        ")
         order by o.id
         limit $3"
    );
    tx.query(SQL, &[&kind, &after, &limit], |row| row.get(0))
}

/// Whether a source, actor or place is one of those.
pub(super) fn is_public_part(tx: &mut Tx<'_, '_>, id: i64) -> Result<bool, DbError> {
    const SQL: &str = if_public!(
        "select p.object_id
         from claim_part p
         join record_object o on o.id = p.object_id
         join claim c on c.id = p.claim_id",
        "and p.object_id = $1 and o.is_withheld = 0
         limit 1"
    );
    Ok(tx
        .query_opt(SQL, &[&id], |row| row.get::<i64>(0))?
        .is_some())
}

/// The decisions after an identifier.
pub(super) fn decisions(
    tx: &mut Tx<'_, '_>,
    after: i64,
    limit: i64,
) -> Result<Vec<Decision>, DbError> {
    const SQL: &str = "
        select id, article_id, mark, kind, verdict, claim_id, rules, score, features, open_ms,
               staff_id, at, reason
        from record_decision
        where id > $1
        order by id
        limit $2";
    tx.query(SQL, &[&after, &limit], |row| {
        Ok(Decision {
            id: row.get(0)?,
            story: row.get(1)?,
            mark: row.get(2)?,
            kind: row.get(3)?,
            verdict: row.get(4)?,
            claim: row.get(5)?,
            rules: row.get(6)?,
            score: row.get(7)?,
            features: row.get(8)?,
            open_ms: row.get(9)?,
            by: row.get(10)?,
            at: row.get(11)?,
            reason: row.get(12)?,
        })
    })
}

/// What tells two states of the record and of its stories apart.
///
/// # Errors
/// When the database fails.
pub fn stamp(tx: &mut Tx<'_, '_>) -> Result<String, DbError> {
    const SQL: &str = "
        select coalesce(max(seq), 0), count(*)
        from change
        where kind in ('record', 'article')";
    let (newest, count): (i64, i64) =
        tx.query_one(SQL, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(format!("{newest}-{count}"))
}

/// When the record changed last; 0 while it is empty.
pub(super) fn newest(tx: &mut Tx<'_, '_>) -> Result<UtcMillis, DbError> {
    const SQL: &str = "select coalesce(max(at), 0) from record_object";
    tx.query_one(SQL, &[], |row| row.get(0))
}
