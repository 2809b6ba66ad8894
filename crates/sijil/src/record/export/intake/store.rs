//! The SQL by which a file's things are kept as they were kept elsewhere.

use serde_json::{Map, Value};

use crate::db::{DbError, Tx, UtcMillis};
use crate::record::anchors::Anchor;
use crate::record::export::store::{Decision, Kept};
use crate::record::objects::ObjectKind;
use crate::record::{ClaimId, parsed};

/// Whether nothing is kept yet.
pub(super) fn is_empty(tx: &mut Tx<'_, '_>) -> Result<bool, DbError> {
    const SQL: &str = "
        select count(*)
        from (select id from record_object
              union all select id from record_decision) kept";
    Ok(tx.query_one(SQL, &[], |row| row.get::<i64>(0))? == 0)
}

/// Keeps a thing as it was kept elsewhere.
pub(super) fn insert(tx: &mut Tx<'_, '_>, kind: ObjectKind, kept: &Kept) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_object (id, kind, version, at, staff_id, reason, is_withheld, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let withheld = i64::from(kept.is_withheld);
    tx.execute(
        SQL,
        &[
            &kept.id,
            &kind,
            &kept.version,
            &kept.at,
            &kept.by,
            &kept.reason,
            &withheld,
            &kept.body,
        ],
    )?;
    Ok(())
}

/// Keeps what a thing said before.
pub(super) fn insert_version(tx: &mut Tx<'_, '_>, kept: &Kept) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_version (object_id, version, at, staff_id, reason, is_withheld, body)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let withheld = i64::from(kept.is_withheld);
    tx.execute(
        SQL,
        &[
            &kept.id,
            &kept.version,
            &kept.at,
            &kept.by,
            &kept.reason,
            &withheld,
            &kept.body,
        ],
    )?;
    Ok(())
}

/// Lets a thing be found by a name.
pub(super) fn insert_name(
    tx: &mut Tx<'_, '_>,
    (kind, id): (ObjectKind, i64),
    (folded, uses): (&str, i64),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_name (kind, folded, object_id, uses)
        values ($1, $2, $3, $4)
        on conflict (kind, folded, object_id) do nothing";
    tx.execute(SQL, &[&kind, &folded, &id, &uses])?;
    Ok(())
}

/// Keeps that a claim was found not to belong to a group.
pub(super) fn insert_apart(
    tx: &mut Tx<'_, '_>,
    (claim, group): (ClaimId, i64),
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_apart (claim_id, group_id, at)
        values ($1, $2, $3)
        on conflict (claim_id, group_id) do nothing";
    tx.execute(SQL, &[&claim, &group, &at])?;
    Ok(())
}

/// Gives an event or figure its grade.
pub(super) fn grade(
    tx: &mut Tx<'_, '_>,
    id: i64,
    grading: Map<String, Value>,
) -> Result<(), DbError> {
    const SQL: &str = "select body from record_object where id = $1";
    const SET: &str = "update record_object set body = $2 where id = $1";
    let body = tx.query_one(SQL, &[&id], |row| row.get::<String>(0))?;
    let mut body: Map<String, Value> = parsed(&body)?;
    body.insert("grading".to_owned(), Value::Object(grading));
    tx.execute(SET, &[&id, &Value::Object(body).to_string()])?;
    Ok(())
}

/// Keeps a decision.
pub(super) fn insert_decision(tx: &mut Tx<'_, '_>, decision: &Decision) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_decision (id, article_id, mark, kind, verdict, claim_id, rules, score,
                                     features, staff_id, at, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    const OPEN: &str = "update record_decision set open_ms = $2 where id = $1";
    tx.execute(
        SQL,
        &[
            &decision.id,
            &decision.story,
            &decision.mark,
            &decision.kind,
            &decision.verdict,
            &decision.claim,
            &decision.rules,
            &decision.score,
            &decision.features,
            &decision.by,
            &decision.at,
            &decision.reason,
        ],
    )?;
    tx.execute(OPEN, &[&decision.id, &decision.open_ms])?;
    Ok(())
}

/// Says that an anchor is lost, or kept from readers.
pub(super) fn mark_anchor(tx: &mut Tx<'_, '_>, anchor: &Anchor) -> Result<(), DbError> {
    const SQL: &str = "update anchor set is_lost = $2, is_withheld = $3 where id = $1";
    let (lost, withheld) = (i64::from(anchor.is_lost), i64::from(anchor.is_withheld));
    tx.execute(SQL, &[&anchor.id, &lost, &withheld])?;
    Ok(())
}

/// Lets the suggestions of every story be counted anew.
pub(super) fn forget_waiting(tx: &mut Tx<'_, '_>) -> Result<(), DbError> {
    const SQL: &str = "delete from record_story where waiting >= 0";
    tx.execute(SQL, &[])?;
    Ok(())
}
