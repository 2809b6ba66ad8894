//! The SQL of what is being written: sheets, their copies, and who writes now.

use super::{Copy, CopyId, CopyKind, Draft, Lock, Sheet};
use crate::articles::{ArticleId, PictureUse};
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::staff::StaffId;
use crate::topics::{Kind, TopicId};

/// The newest sheet of a story, if somebody wrote on one.
pub(super) fn draft(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Option<Draft>, DbError> {
    const SQL: &str = "
        select d.version, d.page, d.staff_id, s.name, d.at, d.sheet
        from draft d
        left join staff s on s.id = d.staff_id
        where d.article_id = $1";
    tx.query_opt(SQL, &[&id], |row| {
        Ok(Draft {
            version: row.get(0)?,
            page: row.get(1)?,
            staff: row.get(2)?,
            by: row.get::<Option<String>>(3)?.unwrap_or_default(),
            at: row.get(4)?,
            sheet: parse(&row.get::<String>(5)?)?,
        })
    })
}

/// Keeps a sheet in the place of the one before it.
pub(super) fn put_draft(tx: &mut Tx<'_, '_>, id: ArticleId, draft: &Draft) -> Result<(), DbError> {
    const SQL: &str = "
        insert into draft (article_id, version, page, staff_id, at, sheet)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (article_id) do update
        set version = excluded.version, page = excluded.page, staff_id = excluded.staff_id,
            at = excluded.at, sheet = excluded.sheet";
    let sheet = json(&draft.sheet)?;
    tx.execute(
        SQL,
        &[
            &id,
            &draft.version,
            &draft.page,
            &draft.staff,
            &draft.at,
            &sheet,
        ],
    )?;
    Ok(())
}

/// The newest copy of a kind that somebody made of a story since an instant.
pub(super) fn copy_since(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    (kind, staff): (CopyKind, StaffId),
    since: UtcMillis,
) -> Result<Option<CopyId>, DbError> {
    const SQL: &str = "
        select id
        from draft_copy
        where article_id = $1 and at >= $2 and kind = $3 and staff_id = $4
        order by at desc, id desc
        limit 1";
    tx.query_opt(SQL, &[&id, &since, &kind, &staff], |row| row.get(0))
}

/// Adds a copy.
pub(super) fn insert_copy(
    tx: &mut Tx<'_, '_>,
    (id, article): (CopyId, ArticleId),
    (kind, staff): (CopyKind, StaffId),
    (at, sheet): (UtcMillis, &Sheet),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into draft_copy (id, article_id, kind, staff_id, at, sheet)
        values ($1, $2, $3, $4, $5, $6)";
    tx.execute(SQL, &[&id, &article, &kind, &staff, &at, &json(sheet)?])?;
    Ok(())
}

/// Puts a later sheet in a copy's place.
pub(super) fn replace_copy(
    tx: &mut Tx<'_, '_>,
    id: CopyId,
    (at, sheet): (UtcMillis, &Sheet),
) -> Result<(), DbError> {
    const SQL: &str = "update draft_copy set at = $2, sheet = $3 where id = $1";
    tx.execute(SQL, &[&id, &at, &json(sheet)?])?;
    Ok(())
}

/// The copies of a story, newest first.
pub fn copies(tx: &mut Tx<'_, '_>, id: ArticleId, limit: i64) -> Result<Vec<Copy>, DbError> {
    const SQL: &str = "
        select c.id, c.article_id, c.kind, c.staff_id, s.name, c.at, c.sheet
        from draft_copy c
        left join staff s on s.id = c.staff_id
        where c.article_id = $1
        order by c.at desc, c.id desc
        limit $2";
    tx.query(SQL, &[&id, &limit], copy)
}

/// One copy.
pub fn copy_with(tx: &mut Tx<'_, '_>, id: CopyId) -> Result<Option<Copy>, DbError> {
    const SQL: &str = "
        select c.id, c.article_id, c.kind, c.staff_id, s.name, c.at, c.sheet
        from draft_copy c
        left join staff s on s.id = c.staff_id
        where c.id = $1";
    tx.query_opt(SQL, &[&id], copy)
}

fn copy(row: &Row<'_>) -> Result<Copy, DbError> {
    Ok(Copy {
        id: row.get(0)?,
        article: row.get(1)?,
        kind: row.get(2)?,
        staff: row.get(3)?,
        by: row.get::<Option<String>>(4)?.unwrap_or_default(),
        at: row.get(5)?,
        sheet: parse(&row.get::<String>(6)?)?,
    })
}

/// Of the copies made between two instants, keeps the last of each stretch of `step_ms`.
pub(super) fn thin(
    tx: &mut Tx<'_, '_>,
    (from, until): (UtcMillis, UtcMillis),
    step_ms: i64,
) -> Result<u64, DbError> {
    const SQL: &str = "
        delete from draft_copy
        where kind = 'saved' and at >= $1 and at < $2
          and exists (select 1 from draft_copy later
                      where later.article_id = draft_copy.article_id and later.kind = 'saved'
                        and (later.at > draft_copy.at
                             or (later.at = draft_copy.at and later.id > draft_copy.id))
                        and later.at < $2 and later.at / $3 = draft_copy.at / $3)";
    tx.execute(SQL, &[&from, &until, &step_ms])
}

/// Forgets copies that were made before an instant.
pub(super) fn forget_copies(tx: &mut Tx<'_, '_>, before: UtcMillis) -> Result<u64, DbError> {
    const SQL: &str = "delete from draft_copy where at < $1";
    tx.execute(SQL, &[&before])
}

/// Who writes, if they were seen since an instant.
pub(super) fn lock(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    since: UtcMillis,
) -> Result<Option<Lock>, DbError> {
    const SQL: &str = "
        select l.staff_id, s.name, l.since
        from story_lock l
        left join staff s on s.id = l.staff_id
        where l.article_id = $1 and l.seen_at > $2";
    tx.query_opt(SQL, &[&id, &since], |row| {
        Ok(Lock {
            staff: row.get(0)?,
            by: row.get::<Option<String>>(1)?.unwrap_or_default(),
            since: row.get(2)?,
        })
    })
}

/// Gives the story to somebody who writes from now on.
pub(super) fn take_lock(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    staff: StaffId,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into story_lock (article_id, staff_id, since, seen_at)
        values ($1, $2, $3, $3)
        on conflict (article_id) do update
        set staff_id = excluded.staff_id, since = excluded.since, seen_at = excluded.seen_at";
    tx.execute(SQL, &[&id, &staff, &at])?;
    Ok(())
}

/// Says that whoever writes is still there.
pub(super) fn see_lock(tx: &mut Tx<'_, '_>, id: ArticleId, at: UtcMillis) -> Result<(), DbError> {
    const SQL: &str = "update story_lock set seen_at = $2 where article_id = $1";
    tx.execute(SQL, &[&id, &at])?;
    Ok(())
}

/// Somebody stops writing.
pub(super) fn leave_lock(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    staff: StaffId,
) -> Result<(), DbError> {
    const SQL: &str = "delete from story_lock where article_id = $1 and staff_id = $2";
    tx.execute(SQL, &[&id, &staff])?;
    Ok(())
}

/// A picture of the library as a story uses it, without words.
pub(super) fn picture(tx: &mut Tx<'_, '_>, id: i64) -> Result<Option<PictureUse>, DbError> {
    const SQL: &str = "select sha256, width, height from picture where id = $1";
    tx.query_opt(SQL, &[&id], |row| {
        Ok(PictureUse {
            sha256: row.get(0)?,
            width: row.get(1)?,
            height: row.get(2)?,
            alt: String::new(),
            caption: String::new(),
            credit: String::new(),
        })
    })
}

/// A picture's number in the library.
pub(super) fn picture_id(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<Option<i64>, DbError> {
    const SQL: &str = "select id from picture where sha256 = $1";
    tx.query_opt(SQL, &[&sha256], |row| row.get(0))
}

/// The tag or person of that name; of two the older.
pub(super) fn called(
    tx: &mut Tx<'_, '_>,
    kind: Kind,
    lang: &str,
    name: &str,
) -> Result<Option<TopicId>, DbError> {
    const SQL: &str = "
        select topic_id
        from topic_name
        where kind = $1 and lang = $2 and name = $3
        order by topic_id
        limit 1";
    tx.query_opt(SQL, &[&kind, &lang, &name], |row| row.get(0))
}

/// What a story stands under that has no name in a language.
pub(super) fn nameless(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    lang: &str,
) -> Result<Vec<TopicId>, DbError> {
    const SQL: &str = "
        select a.topic_id
        from article_topic a
        where a.article_id = $1
          and not exists (select 1 from topic_name n where n.topic_id = a.topic_id and n.lang = $2)
        order by a.position, a.topic_id
        limit 100";
    tx.query(SQL, &[&id, &lang], |row| row.get(0))
}

fn json(sheet: &Sheet) -> Result<String, DbError> {
    serde_json::to_string(sheet).map_err(|error| DbError::Other(error.to_string()))
}

fn parse(text: &str) -> Result<Sheet, DbError> {
    serde_json::from_str(text).map_err(|error| DbError::Other(format!("stored sheet: {error}")))
}
