//! The SQL of anchors.

use super::{Anchor, Place, Text};
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx};
use crate::record::ClaimId;

/// A query for anchors: what follows the table is the caller's.
macro_rules! anchors {
    ($rest:literal) => {
        concat!(
            "select n.id, n.claim_id, n.article_id, n.revision, n.sha256, n.role, n.sentence,
                    n.first_byte, n.end_byte, n.exact, n.prefix, n.suffix, n.is_lost, n.is_withheld
             from anchor n ",
            $rest
        )
    };
}

fn anchor(row: &Row<'_>) -> Result<Anchor, DbError> {
    let byte = |at| Ok::<_, DbError>(usize::try_from(row.get::<i64>(at)?).unwrap_or_default());
    Ok(Anchor {
        id: row.get(0)?,
        claim: row.get(1)?,
        article: row.get(2)?,
        revision: row.get(3)?,
        sha256: row.get(4)?,
        role: row.get(5)?,
        sentence: row.get(6)?,
        start: byte(7)?,
        end: byte(8)?,
        exact: row.get(9)?,
        prefix: row.get(10)?,
        suffix: row.get(11)?,
        is_lost: row.get::<i64>(12)? == 1,
        is_withheld: row.get::<i64>(13)? == 1,
    })
}

/// The anchors of a claim, its sentence first.
///
/// # Errors
/// When the database fails.
pub fn of_claim(tx: &mut Tx<'_, '_>, id: ClaimId) -> Result<Vec<Anchor>, DbError> {
    const SQL: &str = anchors!("where n.claim_id = $1 order by n.id limit 200");
    tx.query(SQL, &[&id], anchor)
}

/// The anchors in a story, in the order of its text.
///
/// # Errors
/// When the database fails.
pub fn of_article(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<Anchor>, DbError> {
    const SQL: &str = anchors!("where n.article_id = $1 order by n.first_byte, n.id limit 10000");
    tx.query(SQL, &[&id], anchor)
}

/// The sentences in a story whose claims readers may see, in the order of its text.
///
/// # Errors
/// When the database fails.
pub fn public_of_article(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<Anchor>, DbError> {
    const SQL: &str = anchors!(
        "join claim c on c.id = n.claim_id
         join record_object o on o.id = c.id
         join article a on a.id = c.article_id
         where n.article_id = $1 and n.role = 'claim' and n.is_withheld = 0
           and c.status in ('confirmed', 'corrected') and o.is_withheld = 0
           and a.state = 'published'
         order by n.first_byte, n.id
         limit 500"
    );
    tx.query(SQL, &[&id], anchor)
}

/// The stories in which words were lost, with how many.
///
/// # Errors
/// When the database fails.
pub fn lost_articles(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<(ArticleId, i64)>, DbError> {
    const SQL: &str = "
        select article_id, count(distinct claim_id)
        from anchor
        where is_lost = 1
        group by article_id
        order by article_id desc
        limit $1";
    tx.query(SQL, &[&limit], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Adds an anchor.
pub(in crate::record) fn insert(tx: &mut Tx<'_, '_>, anchor: &Anchor) -> Result<(), DbError> {
    const SQL: &str = "
        insert into anchor (id, claim_id, article_id, revision, sha256, role, sentence, first_byte,
                            end_byte, exact, prefix, suffix, is_lost, is_withheld)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 0)";
    tx.execute(
        SQL,
        &[
            &anchor.id,
            &anchor.claim,
            &anchor.article,
            &anchor.revision,
            &anchor.sha256,
            &anchor.role,
            &anchor.sentence,
            &number(anchor.start),
            &number(anchor.end),
            &anchor.exact,
            &anchor.prefix,
            &anchor.suffix,
        ],
    )?;
    Ok(())
}

/// Takes the anchors of a claim away, before others are set.
pub(in crate::record) fn drop_of(tx: &mut Tx<'_, '_>, id: ClaimId) -> Result<(), DbError> {
    const SQL: &str = "delete from anchor where claim_id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// Says where an anchor stands in a new text, or that it is lost there.
pub(super) fn set_place(
    tx: &mut Tx<'_, '_>,
    id: super::AnchorId,
    place: Option<&Place>,
    (revision, text): (i64, &Text),
) -> Result<(), DbError> {
    const MOVE: &str = "
        update anchor
        set revision = $2, sha256 = $3, sentence = $4, first_byte = $5, end_byte = $6,
            prefix = $7, suffix = $8, is_lost = 0
        where id = $1";
    const LOSE: &str = "update anchor set is_lost = 1 where id = $1";
    let Some(place) = place else {
        tx.execute(LOSE, &[&id])?;
        return Ok(());
    };
    let (prefix, suffix) = text.around(place.start, place.end);
    tx.execute(
        MOVE,
        &[
            &id,
            &revision,
            &text.sha256,
            &place.sentence,
            &number(place.start),
            &number(place.end),
            &prefix,
            &suffix,
        ],
    )?;
    Ok(())
}

fn number(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
