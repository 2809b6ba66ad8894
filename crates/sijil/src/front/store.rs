//! The SQL of the front page.

use sijil_text::Lang;

use crate::articles::ArticleId;
use crate::db::{DbError, Tx};

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
