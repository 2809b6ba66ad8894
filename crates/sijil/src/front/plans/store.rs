//! The SQL of planned front pages.

use sijil_text::Lang;

use super::{Plan, PlanId};
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::ledger::Hand;

/// Plans a front page in the place of another one of its instant.
pub(super) fn put(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (lang, at): (Lang, UtcMillis),
    leads: &[ArticleId],
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into front_plan (id, lang, at, leads, staff_id, made_at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (lang, at) do update
        set leads = excluded.leads, staff_id = excluded.staff_id, made_at = excluded.made_at";
    let id: PlanId = hand.ids.next(hand.at);
    let leads: Vec<String> = leads.iter().map(ToString::to_string).collect();
    let staff = hand.by.map_or(0, |by| by.staff.0);
    let (lang, leads) = (lang.code(), leads.join(" "));
    tx.execute(SQL, &[&id, &lang, &at, &leads, &staff, &hand.at])?;
    Ok(())
}

/// Takes a plan away; `false` when there is none.
pub(super) fn delete(tx: &mut Tx<'_, '_>, lang: Lang, id: PlanId) -> Result<bool, DbError> {
    const SQL: &str = "delete from front_plan where id = $1 and lang = $2";
    Ok(tx.execute(SQL, &[&id, &lang.code()])? == 1)
}

/// The plans of a language, the next first.
pub fn of_lang(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Vec<Plan>, DbError> {
    const SQL: &str = "
        select p.id, p.lang, p.at, p.leads, s.name
        from front_plan p
        left join staff s on s.id = p.staff_id
        where p.lang = $1
        order by p.at, p.id
        limit 50";
    tx.query(SQL, &[&lang.code()], plan)
}

/// The plans whose instant has come, the oldest first.
pub fn due(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Vec<Plan>, DbError> {
    const SQL: &str = "
        select p.id, p.lang, p.at, p.leads, s.name
        from front_plan p
        left join staff s on s.id = p.staff_id
        where p.at <= $1
        order by p.at, p.id
        limit 50";
    tx.query(SQL, &[&now], plan)
}

fn plan(row: &Row<'_>) -> Result<Plan, DbError> {
    let leads: String = row.get(3)?;
    let leads = leads
        .split(' ')
        .filter_map(|id| id.parse().ok().map(ArticleId));
    Ok(Plan {
        id: row.get(0)?,
        lang: row.parsed(1)?,
        at: row.get(2)?,
        leads: leads.collect(),
        by: row.get::<Option<String>>(4)?.unwrap_or_default(),
    })
}
