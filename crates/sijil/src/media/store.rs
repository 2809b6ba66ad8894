//! The SQL of pictures.

use super::{Entry, Focus, Picture, PictureId, Told};
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::staff::StaffId;

/// A query for pictures as the desk knows them: what follows the tables is the caller's.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "select p.id, p.sha256, p.width, p.height, p.at, p.staff_id, s.name, p.name,
                    p.alt_ar, p.caption_ar, p.credit_ar, p.alt_en, p.caption_en, p.credit_en,
                    p.focus_x, p.focus_y
             from picture p
             left join staff s on s.id = p.staff_id ",
            $rest
        )
    };
}

/// What a list of the library is narrowed to.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// Patterns of words, folded; `%` for any.
    pub(super) words: [String; 3],
    /// Who handed it in; 0 for anybody.
    pub(super) staff: i64,
    /// Not before.
    pub(super) since: UtcMillis,
    /// `used`, `unused`, `lacking` an alternative text, or anything else for all.
    pub(super) only: String,
    /// Where the list goes on.
    pub(super) before: (UtcMillis, PictureId),
}

fn read(row: &Row<'_>) -> Result<Entry, DbError> {
    let pixels = |column| {
        let pixels: i64 = row.get(column)?;
        Ok::<_, DbError>(u32::try_from(pixels).unwrap_or(1))
    };
    let told = |column| {
        Ok::<_, DbError>(Told {
            alt: row.get(column)?,
            caption: row.get(column + 1)?,
            credit: row.get(column + 2)?,
        })
    };
    let staff: Option<StaffId> = row.get(5)?;
    let name: Option<String> = row.get(6)?;
    Ok(Entry {
        id: row.get(0)?,
        picture: Picture {
            sha256: row.get(1)?,
            width: pixels(2)?,
            height: pixels(3)?,
        },
        at: row.get(4)?,
        staff: staff.map(|id| (id, name.unwrap_or_default())),
        name: row.get(7)?,
        arabic: told(8)?,
        english: told(11)?,
        focus: Focus::near(row.get(14)?, row.get(15)?),
    })
}

/// Adds a picture unless it is there.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    id: PictureId,
    picture: &Picture,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into picture (id, sha256, width, height, at)
        values ($1, $2, $3, $4, $5)
        on conflict (sha256) do nothing";
    let (width, height) = (i64::from(picture.width), i64::from(picture.height));
    tx.execute(SQL, &[&id, &picture.sha256, &width, &height, &at])?;
    Ok(())
}

/// The picture of that name.
pub(super) fn with_sha256(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<PictureId, DbError> {
    const SQL: &str = "select id from picture where sha256 = $1";
    tx.query_one(SQL, &[&sha256], |row| row.get(0))
}

/// A picture as the desk knows it.
pub fn entry(tx: &mut Tx<'_, '_>, id: PictureId) -> Result<Option<Entry>, DbError> {
    const SQL: &str = entries!("where p.id = $1");
    tx.query_opt(SQL, &[&id], read)
}

/// The picture that stories name by its hash.
pub fn named(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<Option<Entry>, DbError> {
    const SQL: &str = entries!("where p.sha256 = $1");
    tx.query_opt(SQL, &[&sha256], read)
}

/// The point that a picture's crops keep, if somebody chose one.
pub(super) fn focus(tx: &mut Tx<'_, '_>, sha256: &str) -> Result<Option<Focus>, DbError> {
    const SQL: &str = "select focus_x, focus_y from picture where sha256 = $1";
    let focus = tx.query_opt(SQL, &[&sha256], |row| {
        Ok(Focus::chosen(row.get(0)?, row.get(1)?))
    })?;
    Ok(focus.flatten())
}

/// The pictures that fit, newest first.
pub(super) fn list(
    tx: &mut Tx<'_, '_>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<Entry>, DbError> {
    const SQL: &str = entries!(
        "where (p.at, p.id) < ($1, $2)
           and p.at >= $3
           and (cast($4 as bigint) = 0 or p.staff_id = $4)
           and p.words like $5 and p.words like $6 and p.words like $7
           and ($8 <> 'used' or exists (select 1 from media_use u where u.sha256 = p.sha256))
           and ($8 <> 'unused'
                or not exists (select 1 from media_use u where u.sha256 = p.sha256))
           and ($8 <> 'lacking' or p.alt_ar = '' or p.alt_en = '')
         order by p.at desc, p.id desc
         limit $9"
    );
    let [first, second, third] = &wanted.words;
    let (at, id) = wanted.before;
    tx.query(
        SQL,
        &[
            &at,
            &id,
            &wanted.since,
            &wanted.staff,
            first,
            second,
            third,
            &wanted.only,
            &limit,
        ],
        read,
    )
}

/// Sets who handed a picture in, unless that is known.
pub(super) fn set_origin(
    tx: &mut Tx<'_, '_>,
    id: PictureId,
    staff: Option<StaffId>,
    name: &str,
    words: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        update picture
        set staff_id = $2, name = $3, words = $4
        where id = $1 and name = ''";
    tx.execute(SQL, &[&id, &staff, &name, &words])?;
    Ok(())
}

/// Sets the words of a picture.
pub(super) fn set_words(tx: &mut Tx<'_, '_>, entry: &Entry, words: &str) -> Result<(), DbError> {
    const SQL: &str = "
        update picture
        set alt_ar = $2, caption_ar = $3, credit_ar = $4,
            alt_en = $5, caption_en = $6, credit_en = $7, words = $8
        where id = $1";
    let (arabic, english) = (&entry.arabic, &entry.english);
    tx.execute(
        SQL,
        &[
            &entry.id,
            &arabic.alt,
            &arabic.caption,
            &arabic.credit,
            &english.alt,
            &english.caption,
            &english.credit,
            &words,
        ],
    )?;
    Ok(())
}

/// Sets the point that crops keep.
pub(super) fn set_focus(tx: &mut Tx<'_, '_>, id: PictureId, focus: Focus) -> Result<(), DbError> {
    const SQL: &str = "update picture set focus_x = $2, focus_y = $3 where id = $1";
    tx.execute(SQL, &[&id, &i64::from(focus.x), &i64::from(focus.y)])?;
    Ok(())
}

/// Deletes a picture that nothing uses.
pub(super) fn delete_unused(tx: &mut Tx<'_, '_>, id: PictureId) -> Result<bool, DbError> {
    const SQL: &str = "
        delete from picture
        where id = $1
          and not exists (select 1 from media_use u where u.sha256 = picture.sha256)
          and not exists (select 1 from article a where a.picture_id = picture.id)";
    Ok(tx.execute(SQL, &[&id])? > 0)
}

/// The greatest identifier in use; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "
        select max(last)
        from (
            select coalesce(max(id), 0) as last from picture
            union all
            select coalesce(max(id), 0) as last from document
            union all
            select coalesce(max(id), 0) as last from upload
        ) as each_table";
    tx.query_one(SQL, &[], |row| row.get(0))
}
