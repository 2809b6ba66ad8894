//! The SQL of the truces that are to be looked at: one row for each that is live, has an end, and
//! was not looked at since.

use sijil_text::Day;

use crate::db::{DbError, Tx};
use crate::record::groups::Group;
use crate::record::{GroupId, parsed};

/// Says on which day a truce is to be looked at.
pub(super) fn set(tx: &mut Tx<'_, '_>, group: GroupId, on: Day) -> Result<(), DbError> {
    const SQL: &str = "
        insert into record_due (group_id, on_day)
        values ($1, $2)
        on conflict (group_id) do update set on_day = excluded.on_day";
    tx.execute(SQL, &[&group, &on.to_string()])?;
    Ok(())
}

/// Says that a truce need not be looked at.
pub(super) fn clear(tx: &mut Tx<'_, '_>, group: GroupId) -> Result<(), DbError> {
    const SQL: &str = "delete from record_due where group_id = $1";
    tx.execute(SQL, &[&group])?;
    Ok(())
}

/// The truces that are to be looked at on the days from one to another, the longest due first; none
/// whose claims have all been taken back.
pub(super) fn between(
    tx: &mut Tx<'_, '_>,
    (from, until): (&str, &str),
    limit: i64,
) -> Result<Vec<Group>, DbError> {
    const SQL: &str = "
        select g.body
        from record_due d
        join record_object g on g.id = d.group_id
        where d.on_day >= $1 and d.on_day <= $2
          and exists (select 1 from claim c
                      where c.group_id = g.id and c.status in ('confirmed', 'corrected'))
        order by d.on_day, d.group_id
        limit $3";
    tx.query(SQL, &[&from, &until, &limit], |row| {
        parsed(&row.get::<String>(0)?)
    })
}
