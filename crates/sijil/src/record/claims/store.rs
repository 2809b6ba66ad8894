//! The SQL of claims. What readers may see is asked for by one condition, `public_claims!`: confirmed
//! or corrected, not withheld, in a story that is public. The stores of groups, anchors, pages and
//! files write the same condition around other columns; whoever changes it here changes it there.

use super::{Claim, word};
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::record::{ClaimId, GroupId, Status, parsed};

/// A query for claims that readers may see: what follows the condition is the caller's.
macro_rules! public_claims {
    ($rest:literal) => {
        concat!(
            "select o.body
             from claim c
             join record_object o on o.id = c.id
             join article a on a.id = c.article_id
             where c.status in ('confirmed', 'corrected') and o.is_withheld = 0
               and a.state = 'published' ",
            $rest
        )
    };
}

/// A claim with what the desk shows beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The claim.
    pub claim: Claim,
    /// Whether it is kept from readers.
    pub is_withheld: bool,
    /// Which version of it stands.
    pub version: i64,
}

/// Which claims are asked for; what is empty leaves none out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Of a kind: its word.
    pub kind: String,
    /// In stories of a language: its code.
    pub lang: String,
    /// Naming a source, actor or place; 0 for all.
    pub part: i64,
    /// A second of them; 0 for all.
    pub other: i64,
    /// That may have happened on this day or later, `YYYY-MM-DD`.
    pub from: String,
    /// That may have happened on this day or before.
    pub until: String,
    /// With these words in the sentence or among its names, folded.
    pub words: String,
}

fn claim_of(row: &Row<'_>) -> Result<Claim, DbError> {
    parsed(&row.get::<String>(0)?)
}

fn listed(row: &Row<'_>) -> Result<Listed, DbError> {
    Ok(Listed {
        claim: parsed(&row.get::<String>(0)?)?,
        is_withheld: row.get::<i64>(1)? == 1,
        version: row.get(2)?,
    })
}

/// The claims that readers may see, the last decided first, before an instant and an identifier.
///
/// # Errors
/// When the database fails.
pub fn public(
    tx: &mut Tx<'_, '_>,
    asked: &Asked,
    (before, id): (i64, i64),
    limit: i64,
) -> Result<Vec<Claim>, DbError> {
    const SQL: &str = public_claims!(
        "and ($1 = '' or c.kind = $1)
         and ($2 = '' or c.lang = $2)
         and (cast($3 as bigint) = 0 or exists (select 1 from claim_part p where p.claim_id = c.id and p.object_id = $3))
         and (cast($4 as bigint) = 0 or exists (select 1 from claim_part p where p.claim_id = c.id and p.object_id = $4))
         and not exists (select 1 from record_object w
                         where w.id in ($3, $4) and w.is_withheld = 1)
         and ($5 = '' or c.last_day >= $5)
         and ($6 = '' or (c.first_day <= $6 and c.first_day <> ''))
         and ($7 = '' or c.words like '%' || $7 || '%')
         and (c.decided_at, c.id) < ($8, $9)
         order by c.decided_at desc, c.id desc
         limit $10"
    );
    tx.query(
        SQL,
        &[
            &asked.kind,
            &asked.lang,
            &asked.part,
            &asked.other,
            &asked.from,
            &asked.until,
            &asked.words,
            &before,
            &id,
            &limit,
        ],
        claim_of,
    )
}

/// How many claims readers may see, by the word of their kind.
///
/// # Errors
/// When the database fails.
pub fn public_count(tx: &mut Tx<'_, '_>) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = "
        select c.kind, count(*)
        from claim c
        join record_object o on o.id = c.id
        join article a on a.id = c.article_id
        where c.status in ('confirmed', 'corrected') and o.is_withheld = 0
          and a.state = 'published'
        group by c.kind
        order by c.kind";
    tx.query(SQL, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The claims that readers may see, in the order of their identifiers, after one.
///
/// # Errors
/// When the database fails.
pub fn public_after(
    tx: &mut Tx<'_, '_>,
    after: ClaimId,
    limit: i64,
) -> Result<Vec<Claim>, DbError> {
    const SQL: &str = public_claims!("and c.id > $1 order by c.id limit $2");
    tx.query(SQL, &[&after, &limit], claim_of)
}

/// A claim, if readers may see it.
///
/// # Errors
/// When the database fails.
pub fn public_with_id(tx: &mut Tx<'_, '_>, id: ClaimId) -> Result<Option<Claim>, DbError> {
    const SQL: &str = public_claims!("and c.id = $1");
    tx.query_opt(SQL, &[&id], claim_of)
}

/// The claims of a story that readers may see, in the order of the text.
///
/// # Errors
/// When the database fails.
pub fn public_of_article(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<Claim>, DbError> {
    const SQL: &str = public_claims!(
        "and c.article_id = $1
         order by (select min(n.first_byte) from anchor n where n.claim_id = c.id and n.role = 'claim'),
                  c.id
         limit 500"
    );
    tx.query(SQL, &[&id], claim_of)
}

/// The claims of a group that readers may see, in the order in which they were taken in.
///
/// # Errors
/// When the database fails.
pub fn public_of_group(tx: &mut Tx<'_, '_>, id: GroupId) -> Result<Vec<Claim>, DbError> {
    const SQL: &str = public_claims!("and c.group_id = $1 order by c.id limit 1000");
    tx.query(SQL, &[&id], claim_of)
}

/// A claim, whatever has become of it.
///
/// # Errors
/// When the database fails.
pub fn claim(tx: &mut Tx<'_, '_>, id: ClaimId) -> Result<Option<Listed>, DbError> {
    const SQL: &str = "
        select o.body, o.is_withheld, o.version
        from claim c
        join record_object o on o.id = c.id
        where c.id = $1";
    tx.query_opt(SQL, &[&id], listed)
}

/// Every claim of a story, in the order in which they were taken in.
///
/// # Errors
/// When the database fails.
pub fn of_article(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<Listed>, DbError> {
    const SQL: &str = "
        select o.body, o.is_withheld, o.version
        from claim c
        join record_object o on o.id = c.id
        where c.article_id = $1
        order by c.id
        limit 1000";
    tx.query(SQL, &[&id], listed)
}

/// Every claim of a group.
///
/// # Errors
/// When the database fails.
pub fn of_group(tx: &mut Tx<'_, '_>, id: GroupId) -> Result<Vec<Listed>, DbError> {
    const SQL: &str = "
        select o.body, o.is_withheld, o.version
        from claim c
        join record_object o on o.id = c.id
        where c.group_id = $1
        order by c.id
        limit 1000";
    tx.query(SQL, &[&id], listed)
}

/// Adds the row by which lists find a claim.
pub(in crate::record) fn insert(tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<(), DbError> {
    const SQL: &str = "
        insert into claim (id, kind, status, article_id, lang, harm, first_day, last_day, group_id,
                           decided_at, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '')";
    let days = days(claim);
    let (kind, lang, harm) = (word(&claim.kind), claim.lang.code(), claim.harm());
    tx.execute(
        SQL,
        &[
            &claim.id,
            &kind,
            &claim.status,
            &claim.story,
            &lang,
            &harm,
            &days.0,
            &days.1,
            &claim.group,
            &claim.decided_at,
        ],
    )?;
    insert_parts(tx, claim)
}

/// Sets that row anew.
pub(in crate::record) fn update(tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<(), DbError> {
    const SQL: &str = "
        update claim
        set kind = $2, status = $3, harm = $4, first_day = $5, last_day = $6, group_id = $7,
            decided_at = $8
        where id = $1";
    const DROP: &str = "delete from claim_part where claim_id = $1";
    let days = days(claim);
    let (kind, harm) = (word(&claim.kind), claim.harm());
    tx.execute(
        SQL,
        &[
            &claim.id,
            &kind,
            &claim.status,
            &harm,
            &days.0,
            &days.1,
            &claim.group,
            &claim.decided_at,
        ],
    )?;
    tx.execute(DROP, &[&claim.id])?;
    insert_parts(tx, claim)
}

/// Every claim that names a source, actor or place.
///
/// # Errors
/// When the database fails.
pub fn of_part(tx: &mut Tx<'_, '_>, id: i64) -> Result<Vec<Listed>, DbError> {
    const SQL: &str = "
        select o.body, o.is_withheld, o.version
        from record_object o
        where o.id in (select p.claim_id from claim_part p where p.object_id = $1)
        order by o.id
        limit 10000";
    tx.query(SQL, &[&id], listed)
}

/// Sets the words by which a search finds a claim.
pub(in crate::record) fn set_words(
    tx: &mut Tx<'_, '_>,
    id: ClaimId,
    words: &str,
) -> Result<(), DbError> {
    const SQL: &str = "update claim set words = $2 where id = $1";
    tx.execute(SQL, &[&id, &words])?;
    Ok(())
}

/// Says how far a claim has come.
pub(in crate::record) fn set_status(
    tx: &mut Tx<'_, '_>,
    id: ClaimId,
    status: Status,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "update claim set status = $2, decided_at = $3 where id = $1";
    tx.execute(SQL, &[&id, &status, &at])?;
    Ok(())
}

/// Says in which group a claim stands.
pub(in crate::record) fn regroup(
    tx: &mut Tx<'_, '_>,
    id: ClaimId,
    group: Option<GroupId>,
) -> Result<(), DbError> {
    const SQL: &str = "update claim set group_id = $2 where id = $1";
    tx.execute(SQL, &[&id, &group])?;
    Ok(())
}

/// Whom and what it names, each once in a role.
fn insert_parts(tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<(), DbError> {
    const SQL: &str = "
        insert into claim_part (claim_id, part, role, object_id)
        values ($1, $2, $3, $4)
        on conflict (claim_id, part, role, object_id) do nothing";
    for acting in &claim.actors {
        tx.execute(
            SQL,
            &[&claim.id, &"actor", &acting.role.word(), &acting.actor],
        )?;
    }
    for place in &claim.places {
        tx.execute(
            SQL,
            &[&claim.id, &"place", &place.role.word(), &place.place],
        )?;
    }
    for link in &claim.attribution {
        if let Some(source) = link.source {
            tx.execute(SQL, &[&claim.id, &"source", &word(&link.stance), &source])?;
        }
    }
    Ok(())
}

fn days(claim: &Claim) -> (String, String) {
    let when = claim.when.as_ref();
    when.map(|when| (when.first(), when.last()))
        .unwrap_or_default()
}
