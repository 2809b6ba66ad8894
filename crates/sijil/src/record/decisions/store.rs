//! The SQL of decisions.

use std::collections::HashSet;

use super::{DecisionId, Made, Verdict, open_ms, own_mark};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::record::ClaimId;
use crate::record::claims::word;

/// Keeps a decision; a second one on the same suggestion stands in the place of the first, whose rules
/// and verdict are given back.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (article, made): (ArticleId, &Made<'_>),
    (verdict, claim): (Verdict, Option<ClaimId>),
    features: &str,
) -> Result<Option<(String, Verdict)>, DbError> {
    const DROP: &str = "
        delete from record_decision
        where article_id = $1 and mark = $2
        returning rules, verdict";
    const SQL: &str = "
        insert into record_decision (id, article_id, mark, kind, verdict, claim_id, rules, score, features,
                              staff_id, at, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    const OPEN: &str = "update record_decision set open_ms = $2 where id = $1";
    let id: DecisionId = hand.ids.next(hand.at);
    let mark = made
        .of
        .map_or_else(|| own_mark(claim, article), |(mark, _)| mark.to_owned());
    let rules = made
        .of
        .map(|(_, suggestion)| suggestion.rules.join(" "))
        .unwrap_or_default();
    let score = made.of.map_or(0.0, |(_, suggestion)| suggestion.score);
    let (kind, staff) = (word(&made.draft.kind), hand.by.map(|by| by.staff));
    let before = tx.query_opt(DROP, &[&article, &mark], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    tx.execute(
        SQL,
        &[
            &id,
            &article,
            &mark,
            &kind,
            &verdict,
            &claim,
            &rules,
            &score,
            &features,
            &staff,
            &hand.at,
            &made.reason,
        ],
    )?;
    tx.execute(OPEN, &[&id, &open_ms(made, hand.at)])?;
    Ok(before)
}

/// The marks of the suggestions of a story that were decided on.
///
/// # Errors
/// When the database fails.
pub fn marks(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<HashSet<String>, DbError> {
    const SQL: &str =
        "select mark from record_decision where article_id = $1 order by mark limit 10000";
    let found = tx.query(SQL, &[&article], |row| row.get::<String>(0))?;
    Ok(found.into_iter().collect())
}

/// What is given back of a decision: the claim that came of it, if any, its rules and its verdict.
pub(super) type TakenBack = (Option<ClaimId>, (String, Verdict));

/// Takes a decision back; nothing when there was none.
pub(super) fn take_back(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    mark: &str,
) -> Result<Option<TakenBack>, DbError> {
    const SQL: &str = "
        delete from record_decision
        where article_id = $1 and mark = $2
        returning claim_id, rules, verdict";
    tx.query_opt(SQL, &[&article, &mark], |row| {
        Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
    })
}

/// How long the claims that were confirmed since an instant were before an editor: the word of the
/// kind, and the milliseconds.
///
/// # Errors
/// When the database fails.
pub fn seconds(tx: &mut Tx<'_, '_>, since: UtcMillis) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = "
        select kind, open_ms
        from record_decision
        where at >= $1 and open_ms is not null and verdict in ('confirmed', 'corrected')
        order by kind, open_ms
        limit 100000";
    tx.query(SQL, &[&since], |row| Ok((row.get(0)?, row.get(1)?)))
}
