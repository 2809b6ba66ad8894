//! The SQL of what was learned: models, the one in use, and the rules' acceptance.

use super::rules::{Choice, Rule};
use super::{Made, ModelId, Selection, Trained};
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::record::decisions::Verdict;
use crate::record::objects::ObjectKind;
use crate::record::{canonical, parsed};

/// A decision to learn from.
pub(super) struct Lesson {
    pub(super) at: UtcMillis,
    pub(super) verdict: Verdict,
    pub(super) features: String,
}

/// The decisions of a selection on what the machine suggested, oldest first.
pub(super) fn lessons(
    tx: &mut Tx<'_, '_>,
    selection: &Selection,
    (from, until): (UtcMillis, UtcMillis),
    limit: i64,
) -> Result<Vec<Lesson>, DbError> {
    const SQL: &str = "
        select at, verdict, features
        from record_decision
        where at >= $1 and at < $2 and verdict <> 'missed'
          and ($3 = '' or $3 like '% ' || kind || ' %')
        order by at desc, id desc
        limit $4";
    let kinds = selection.kinds_text();
    let mut found = tx.query(SQL, &[&from, &until, &kinds, &limit], |row| {
        Ok(Lesson {
            at: row.get(0)?,
            verdict: row.get(1)?,
            features: row.get(2)?,
        })
    })?;
    found.reverse();
    Ok(found)
}

/// What was decided, and when, the oldest first: the newest decisions, those on missed claims too.
pub(super) fn verdicts(
    tx: &mut Tx<'_, '_>,
    limit: i64,
) -> Result<Vec<(UtcMillis, Verdict)>, DbError> {
    const SQL: &str = "
        select at, verdict
        from record_decision
        order by at desc, id desc
        limit $1";
    let mut found = tx.query(SQL, &[&limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.reverse();
    Ok(found)
}

/// Keeps a model.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (id, made): (ModelId, &Made),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_model (id, at, staff_id, learned_until, made)
        values ($1, $2, $3, $4, $5)";
    let staff = hand.by.map(|by| by.staff);
    let text = canonical(made)?;
    tx.execute(SQL, &[&id, &hand.at, &staff, &made.learned_until, &text])?;
    Ok(())
}

fn trained(row: &Row<'_>) -> Result<Trained, DbError> {
    Ok(Trained {
        id: row.get(0)?,
        at: row.get(1)?,
        by: row.get::<Option<String>>(2)?,
        made: parsed(&row.get::<String>(3)?)?,
        is_in_use: row.get::<Option<ModelId>>(4)?.is_some(),
    })
}

/// The newest models.
pub(super) fn newest(tx: &mut Tx<'_, '_>, limit: i64) -> Result<Vec<Trained>, DbError> {
    const SQL: &str = "
        select m.id, m.at, s.name, m.made, u.model_id
        from record_model m
        left join staff s on s.id = m.staff_id
        left join record_model_use u on u.model_id = m.id
        order by m.id desc
        limit $1";
    tx.query(SQL, &[&limit], trained)
}

/// A model.
pub(super) fn with_id(tx: &mut Tx<'_, '_>, id: ModelId) -> Result<Option<Trained>, DbError> {
    const SQL: &str = "
        select m.id, m.at, s.name, m.made, u.model_id
        from record_model m
        left join staff s on s.id = m.staff_id
        left join record_model_use u on u.model_id = m.id
        where m.id = $1";
    tx.query_opt(SQL, &[&id], trained)
}

/// What is in use, and up to when it learned; nothing for the machine's own score.
pub(super) fn in_use(tx: &mut Tx<'_, '_>) -> Result<Option<(Made, UtcMillis)>, DbError> {
    const SQL: &str = "
        select m.made, m.learned_until
        from record_model_use u
        join record_model m on m.id = u.model_id
        where u.id = 1";
    tx.query_opt(SQL, &[], |row| {
        Ok((parsed(&row.get::<String>(0)?)?, row.get(1)?))
    })
}

/// Puts a model in use; nothing for the machine's own score.
pub(super) fn set_in_use(tx: &mut Tx<'_, '_>, id: Option<ModelId>) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_model_use (id, model_id)
        values (1, $1)
        on conflict (id) do update set model_id = excluded.model_id";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// How many decisions were taken since the newest model was made, and when that was.
pub(super) fn since_newest(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "
        select count(*)
        from record_decision
        where verdict <> 'missed' and at > (select coalesce(max(at), 0) from record_model)";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// Counts a decision for a rule, or takes one back: `uses` and `accepted` are added.
pub(super) fn count_rule(
    tx: &mut Tx<'_, '_>,
    rule: &str,
    (uses, accepted): (i64, i64),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_rule (name, uses, accepted, choice)
        values ($1, $2, $3, 'auto')
        on conflict (name) do update
        set uses = record_rule.uses + excluded.uses, accepted = record_rule.accepted + excluded.accepted";
    tx.execute(SQL, &[&rule, &uses, &accepted])?;
    Ok(())
}

/// Says where the suggestions of a rule stand; gives whether there is such a rule.
pub(super) fn choose(tx: &mut Tx<'_, '_>, rule: &str, choice: Choice) -> Result<bool, DbError> {
    const SQL: &str = "update record_rule set choice = $2 where name = $1";
    Ok(tx.execute(SQL, &[&rule, &choice])? == 1)
}

/// All rules that editors judged, the most used first.
pub(super) fn rules(tx: &mut Tx<'_, '_>) -> Result<Vec<Rule>, DbError> {
    const SQL: &str = "
        select name, uses, accepted, choice
        from record_rule
        order by uses desc, name
        limit 1000";
    tx.query(SQL, &[], |row| {
        Ok(Rule {
            name: row.get(0)?,
            uses: row.get(1)?,
            accepted: row.get(2)?,
            choice: row.get(3)?,
        })
    })
}

/// What editors chose for a folded name, with how often, the most chosen first; nothing withheld.
pub(super) fn chosen(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    folded: &str,
) -> Result<Vec<(i64, i64, String)>, DbError> {
    const SQL: &str = "
        select n.object_id, n.uses, o.body
        from record_name n
        join record_object o on o.id = n.object_id
        where n.kind = $1 and n.folded = $2 and o.is_withheld = 0
        order by n.uses desc, n.object_id
        limit 5";
    tx.query(SQL, &[&kind, &folded], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}
