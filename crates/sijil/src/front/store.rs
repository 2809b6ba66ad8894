//! The SQL of the front page.

use sijil_text::Lang;

use super::banner::Banner;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;

/// Takes every lead of a language away.
pub(super) fn clear_leads(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<(), DbError> {
    const SQL: &str = "delete from front_lead where lang = $1";
    tx.execute(SQL, &[&lang.code()])?;
    Ok(())
}

/// Puts a story among the leads.
pub(super) fn add_lead(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    position: i64,
    article: ArticleId,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into front_lead (lang, position, article_id)
        values ($1, $2, $3)";
    tx.execute(SQL, &[&lang.code(), &position, &article])?;
    Ok(())
}

/// The leads of a language in their order, public or not.
pub(super) fn leads(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    limit: i64,
) -> Result<Vec<ArticleId>, DbError> {
    const SQL: &str = "
        select article_id
        from front_lead
        where lang = $1
        order by position
        limit $2";
    tx.query(SQL, &[&lang.code(), &limit], |row| row.get(0))
}

/// What breaks above the pages of a language.
pub fn banner(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Option<Banner>, DbError> {
    const SQL: &str = "select text, link, ends_at from banner where lang = $1";
    tx.query_opt(SQL, &[&lang.code()], |row| {
        Ok(Banner {
            text: row.get(0)?,
            link: row.get(1)?,
            ends_at: row.get(2)?,
        })
    })
}

/// The languages whose breaking line is over.
pub fn banners_over(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Vec<Lang>, DbError> {
    const SQL: &str = "select lang from banner where ends_at <= $1 order by lang limit 2";
    tx.query(SQL, &[&now], |row| row.parsed(0))
}

/// Puts a line above the pages of a language.
pub(super) fn put_banner(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    banner: &Banner,
    hand: &Hand<'_>,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into banner (lang, text, link, ends_at, staff_id, at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (lang) do update
        set text = excluded.text, link = excluded.link, ends_at = excluded.ends_at,
            staff_id = excluded.staff_id, at = excluded.at";
    let staff = hand.by.map_or(0, |by| by.staff.0);
    let (lang, ends_at) = (lang.code(), banner.ends_at);
    tx.execute(
        SQL,
        &[
            &lang,
            &banner.text,
            &banner.link,
            &ends_at,
            &staff,
            &hand.at,
        ],
    )?;
    Ok(())
}

/// Takes the line away; `false` when there is none.
pub(super) fn delete_banner(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<bool, DbError> {
    const SQL: &str = "delete from banner where lang = $1";
    Ok(tx.execute(SQL, &[&lang.code()])? == 1)
}
