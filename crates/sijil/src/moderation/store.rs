//! The SQL of decisions, and of the traces by which comments are alike.

use super::decisions::Ruling;
use super::{BatchId, Because, DecisionId, Verdict};
use crate::comments::{CommentId, State};
use crate::db::{DbError, Row, Tx, UtcMillis};

/// By what a comment is like others, and what the spam filter was told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trace {
    /// Of its letters; 0 for a short one.
    pub(super) shape: i64,
    /// Of its first link; empty without one.
    pub(super) host: String,
    /// Its writer's name, folded.
    pub(super) name: String,
    /// The filter's signals.
    pub(super) signals: String,
    /// When it came.
    pub(super) at: UtcMillis,
}

/// Keeps a comment's trace.
pub(super) fn put_trace(tx: &mut Tx<'_, '_>, id: CommentId, trace: &Trace) -> Result<(), DbError> {
    const SQL: &str = "
        insert into comment_trace (comment_id, shape, host, name, signals, at, is_spam)
        values ($1, $2, $3, $4, $5, $6, 0)
        on conflict (comment_id) do update
        set shape = excluded.shape, host = excluded.host, name = excluded.name,
            signals = excluded.signals";
    let Trace {
        shape,
        host,
        name,
        signals,
        at,
    } = trace;
    tx.execute(SQL, &[&id, shape, host, name, signals, at])?;
    Ok(())
}

/// How many comments of one shape came since an instant, at most 99.
pub(super) fn repeats(tx: &mut Tx<'_, '_>, shape: i64, since: UtcMillis) -> Result<i64, DbError> {
    const SQL: &str = "
        select count(*)
        from (
            select 1
            from comment_trace
            where shape = $1 and shape <> 0 and at > $2
            limit 99) as found";
    tx.query_one(SQL, &[&shape, &since], |row| row.get(0))
}

/// Whether a link to a host stands in spam.
pub(super) fn is_spam_host(tx: &mut Tx<'_, '_>, host: &str) -> Result<bool, DbError> {
    const SQL: &str = "
        select 1
        from comment_trace
        where host = $1 and host <> '' and is_spam = 1
        limit 1";
    Ok(tx.query_opt(SQL, &[&host], |_| Ok(()))?.is_some())
}

/// Whether spam came under a folded name.
pub(super) fn is_spammer(tx: &mut Tx<'_, '_>, name: &str) -> Result<bool, DbError> {
    const SQL: &str = "
        select 1
        from comment_trace
        where name = $1 and is_spam = 1
        limit 1";
    Ok(tx.query_opt(SQL, &[&name], |_| Ok(()))?.is_some())
}

/// Writes a decision down.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    id: DecisionId,
    comment: CommentId,
    ruling: &Ruling,
    was: State,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into decision (id, batch_id, comment_id, staff_id, at, verdict, reason, note, was)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let reason = ruling.because.map_or("", Because::word);
    tx.execute(
        SQL,
        &[
            &id,
            &ruling.batch,
            &comment,
            &ruling.by.staff,
            &ruling.at,
            &ruling.verdict,
            &reason,
            &ruling.note,
            &was,
        ],
    )?;
    Ok(())
}

/// A decision that can be taken back.
pub(super) struct Made {
    pub(super) id: DecisionId,
    pub(super) comment: CommentId,
    pub(super) verdict: Verdict,
    pub(super) was: State,
}

/// The decisions of a batch that were not undone.
pub(super) fn made(tx: &mut Tx<'_, '_>, batch: BatchId) -> Result<Vec<Made>, DbError> {
    const SQL: &str = "
        select id, comment_id, verdict, was
        from decision
        where batch_id = $1 and undone_at is null
        order by id
        limit 500";
    tx.query(SQL, &[&batch], |row| {
        Ok(Made {
            id: row.get(0)?,
            comment: row.get(1)?,
            verdict: row.get(2)?,
            was: row.get(3)?,
        })
    })
}

/// Marks a decision as undone.
pub(super) fn mark_undone(
    tx: &mut Tx<'_, '_>,
    id: DecisionId,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "update decision set undone_at = $2 where id = $1";
    tx.execute(SQL, &[&id, &at])?;
    Ok(())
}

/// What the filter can learn from a decision.
pub(super) struct Lesson {
    pub(super) id: DecisionId,
    pub(super) verdict: Verdict,
    pub(super) because: Option<Because>,
    pub(super) is_undone: bool,
    pub(super) body: String,
    pub(super) name: String,
    pub(super) signals: String,
}

/// Decisions with the words they were about: what follows `from decision` is the caller's.
macro_rules! lessons {
    ($rest:literal) => {
        concat!(
            "select decision.id, decision.verdict, decision.reason, decision.undone_at,
                    comment.body, comment.name, coalesce(comment_trace.signals, '')
             from decision
             join comment on comment.id = decision.comment_id
             left join comment_trace on comment_trace.comment_id = decision.comment_id ",
            $rest
        )
    };
}

/// The decisions of a batch, undone ones too.
pub(super) fn batch(tx: &mut Tx<'_, '_>, batch: BatchId) -> Result<Vec<Lesson>, DbError> {
    const SQL: &str = lessons!("where decision.batch_id = $1 order by decision.id limit 500");
    tx.query(SQL, &[&batch], lesson)
}

/// The decisions after one, up to another, that were not undone, in their order.
pub(super) fn lessons(
    tx: &mut Tx<'_, '_>,
    (after, last): (DecisionId, DecisionId),
    limit: i64,
) -> Result<Vec<Lesson>, DbError> {
    const SQL: &str = lessons!(
        "where decision.id > $1 and decision.id <= $2 and decision.undone_at is null
         order by decision.id
         limit $3"
    );
    tx.query(SQL, &[&after, &last, &limit], lesson)
}

fn lesson(row: &Row<'_>) -> Result<Lesson, DbError> {
    let because: String = row.get(2)?;
    let undone_at: Option<UtcMillis> = row.get(3)?;
    Ok(Lesson {
        id: row.get(0)?,
        verdict: row.get(1)?,
        because: Because::try_from(because).ok(),
        is_undone: undone_at.is_some(),
        body: row.get(4)?,
        name: row.get(5)?,
        signals: row.get(6)?,
    })
}

/// The newest decision; 0 when there is none.
pub(super) fn newest(tx: &mut Tx<'_, '_>) -> Result<DecisionId, DbError> {
    Ok(DecisionId(last_id(tx)?))
}

/// The decision that so many are newer than; 0 when there are fewer.
pub(super) fn nth_newest(tx: &mut Tx<'_, '_>, count: i64) -> Result<DecisionId, DbError> {
    const SQL: &str = "select id from decision order by id desc limit 1 offset $1";
    let found = tx.query_opt(SQL, &[&count], |row| row.get(0))?;
    Ok(found.unwrap_or(super::learn::FIRST))
}

/// How many comments that were sent since an instant are in a state.
pub(super) fn since(tx: &mut Tx<'_, '_>, state: State, at: UtcMillis) -> Result<i64, DbError> {
    const SQL: &str = "select count(*) from comment where state = $1 and at >= $2";
    tx.query_one(SQL, &[&state, &at], |row| row.get(0))
}

/// When the newest decisions were taken, and how long their comments had waited, in milliseconds.
pub(super) fn waits(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<(UtcMillis, i64)>, DbError> {
    const SQL: &str = "
        select decision.at, decision.at - comment.at
        from decision
        join comment on comment.id = decision.comment_id
        where decision.was = 'held' and comment.is_imported = 0
        order by decision.id desc
        limit $1";
    tx.query(SQL, &[&limit], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The greatest identifier; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select coalesce(max(id), 0) from decision";
    tx.query_one(SQL, &[], |row| row.get(0))
}
