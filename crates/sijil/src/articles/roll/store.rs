//! The SQL of the roll.

use sijil_text::{Lang, fold};

use super::{Asked, Entry, LOCK_MS, Part};
use crate::articles::{ArticleId, NewArticle, State};
use crate::db::{DbError, Param, Row, Tx, UtcMillis};
use crate::staff::StaffId;
use crate::topics::TopicId;

/// Characters of a folded headline; PostgreSQL takes 2,700 bytes in a row of an index.
const FOLDED_CHARS_MAX: usize = 200;

/// A query for entries; the caller's condition comes first and chooses the index. `$1` is before
/// which instant a lock was last seen when it is over.
macro_rules! entries {
    ($condition:literal) => {
        concat!(
            "select d.article_id, d.lang, d.state, d.section_id, s.name, d.owner_id, o.name, d.title,
                    d.touched_at, t.name, a.scheduled_at, a.published_at, e.until, w.name,
                    coalesce(b.words <> source.words and source.words <> '', false)
             from desk_story d
             left join article a on a.id = d.article_id
             left join topic_name s on s.topic_id = d.section_id and s.lang = d.lang
             left join staff o on o.id = d.owner_id
             left join staff t on t.id = d.touched_by
             left join embargo e on e.article_id = d.article_id
             left join story_lock l on l.article_id = d.article_id and l.seen_at > $1
             left join staff w on w.id = l.staff_id
             left join translation_basis b on b.article_id = d.article_id
             left join desk_story source on source.article_id = b.source_id
             where ",
            $condition,
            " and ($2 = '' or d.lang = $2)
              and (cast($3 as bigint) = 0 or d.section_id = $3)
              and ($4 = '' or d.folded like $4 escape '!')
              and (d.touched_at, d.article_id) < ($5, $6)
             order by d.touched_at desc, d.article_id desc
             limit $7"
        )
    };
}

fn read(row: &Row<'_>) -> Result<Entry, DbError> {
    let section: Option<TopicId> = row.get(3)?;
    let section_name: Option<String> = row.get(4)?;
    let owner: Option<StaffId> = row.get(5)?;
    let owner_name: Option<String> = row.get(6)?;
    Ok(Entry {
        id: row.get(0)?,
        lang: row.parsed(1)?,
        state: row.get(2)?,
        section: section.map(|id| (id, section_name.unwrap_or_default())),
        owner: owner.map(|id| (id, owner_name.unwrap_or_default())),
        title: row.get(7)?,
        touched_at: row.get(8)?,
        touched_by: row.get(9)?,
        scheduled_at: row.get(10)?,
        published_at: row.get(11)?,
        embargo: row.get(12)?,
        writer: row.get(13)?,
        is_behind: row.get(14)?,
    })
}

/// A part of the roll, what was touched last first.
pub fn page(tx: &mut Tx<'_, '_>, asked: &Asked, part: Part) -> Result<Vec<Entry>, DbError> {
    const ALL: &str = entries!("d.article_id > 0");
    const OWN: &str = entries!("d.owner_id = $8");
    const SECTION: &str = entries!("d.section_id = $8");
    const STATE: &str = entries!("d.state = $8");
    const OWN_STATE: &str = entries!("d.owner_id = $8 and d.state = $9");
    let seen = part.now.0 - LOCK_MS;
    let lang = asked.lang.map_or("", Lang::code);
    let section = asked.section.map_or(0, |section| section.0);
    let pattern = asked.pattern();
    let (at, id) = (part.before.at, part.before.id);
    let mut values: Vec<&dyn Param> = vec![&seen, &lang, &section, &pattern, &at, &id, &part.limit];
    let sql = match (&asked.owner, &asked.state) {
        (None, None) if asked.section.is_some() => {
            values.push(&section);
            SECTION
        }
        (None, None) => ALL,
        (Some(owner), None) => {
            values.push(owner);
            OWN
        }
        (None, Some(state)) => {
            values.push(state);
            STATE
        }
        (Some(owner), Some(state)) => {
            values.extend([owner as &dyn Param, state]);
            OWN_STATE
        }
    };
    tx.query(sql, &values, read)
}

/// One story of the roll.
pub fn entry(tx: &mut Tx<'_, '_>, id: ArticleId, now: UtcMillis) -> Result<Option<Entry>, DbError> {
    const SQL: &str = entries!("d.article_id = $8");
    let (seen, most) = (now.0 - LOCK_MS, i64::MAX);
    tx.query_opt(
        SQL,
        &[&seen, &"", &0_i64, &"", &most, &most, &1_i64, &id],
        read,
    )
}

/// Holds a story's line until the transaction ends, so that two who write at once take turns on
/// PostgreSQL too; `false` when there is no such story.
pub(in crate::articles) fn take(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<bool, DbError> {
    const SQL: &str = "update desk_story set lang = lang where article_id = $1";
    Ok(tx.execute(SQL, &[&id])? == 1)
}

/// The part of a headline by which it is found; an index holds it, whose rows are short.
fn searched(title: &str) -> String {
    fold(title).chars().take(FOLDED_CHARS_MAX).collect()
}

/// Adds a story as a draft.
pub(in crate::articles) fn add(
    tx: &mut Tx<'_, '_>,
    new: &NewArticle,
    words: &str,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into desk_story (article_id, lang, state, section_id, owner_id, title, folded, words,
                                touched_at, touched_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5)";
    let (title, lang) = (&new.content.headline, new.lang.code());
    let values: &[&dyn Param] = &[
        &new.id,
        &lang,
        &State::Draft,
        &new.section,
        &new.owner,
        title,
        &searched(title),
        &words,
        &at,
    ];
    tx.execute(SQL, values)?;
    Ok(())
}

/// How far a story has come.
pub(in crate::articles) fn set_state(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    state: State,
) -> Result<(), DbError> {
    const SQL: &str = "update desk_story set state = $2 where article_id = $1";
    tx.execute(SQL, &[&id, &state])?;
    Ok(())
}

/// What its working copy is called.
pub(in crate::articles) fn set_title(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    title: &str,
) -> Result<(), DbError> {
    const SQL: &str = "update desk_story set title = $2, folded = $3 where article_id = $1";
    tx.execute(SQL, &[&id, &title, &searched(title)])?;
    Ok(())
}

/// Where it stands.
pub(in crate::articles) fn set_section(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    section: Option<TopicId>,
) -> Result<(), DbError> {
    const SQL: &str = "update desk_story set section_id = $2 where article_id = $1";
    tx.execute(SQL, &[&id, &section])?;
    Ok(())
}

/// What it says, as a fingerprint.
pub(in crate::articles) fn set_words(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    words: &str,
) -> Result<(), DbError> {
    const SQL: &str = "update desk_story set words = $2 where article_id = $1";
    tx.execute(SQL, &[&id, &words])?;
    Ok(())
}

/// Who wrote or decided last, and when.
pub(in crate::articles) fn touch(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    staff: Option<StaffId>,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        update desk_story
        set touched_at = $3, touched_by = coalesce($2, touched_by)
        where article_id = $1";
    tx.execute(SQL, &[&id, &staff, &at])?;
    Ok(())
}

/// Stories that are published by themselves from an instant until before another.
pub(super) fn scheduled(
    tx: &mut Tx<'_, '_>,
    (from, until): (UtcMillis, UtcMillis),
) -> Result<Vec<(ArticleId, UtcMillis)>, DbError> {
    const SQL: &str = "
        select id, scheduled_at
        from article
        where state = 'scheduled' and scheduled_at >= $1 and scheduled_at < $2
        order by scheduled_at, id
        limit 200";
    tx.query(SQL, &[&from, &until], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Stories of a language that were first published in that time.
pub(super) fn published(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    (from, until): (UtcMillis, UtcMillis),
) -> Result<Vec<(ArticleId, UtcMillis)>, DbError> {
    const SQL: &str = "
        select id, published_at
        from article
        where lang = $1 and state = 'published' and published_at >= $2 and published_at < $3
        order by published_at, id
        limit 200";
    let lang = lang.code();
    tx.query(SQL, &[&lang, &from, &until], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Stories whose embargo ends in that time.
pub(super) fn under_embargo(
    tx: &mut Tx<'_, '_>,
    (from, until): (UtcMillis, UtcMillis),
) -> Result<Vec<(ArticleId, UtcMillis)>, DbError> {
    const SQL: &str = "
        select article_id, until
        from embargo
        where until >= $1 and until < $2
        order by until, article_id
        limit 200";
    tx.query(SQL, &[&from, &until], |row| Ok((row.get(0)?, row.get(1)?)))
}
