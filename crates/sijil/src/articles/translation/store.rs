//! The SQL of translations.

use sijil_text::Lang;

use crate::articles::{ArticleId, Content, TranslationId};
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::StaffId;

/// The story in a language among translations of each other, public or not.
pub fn counterpart(
    tx: &mut Tx<'_, '_>,
    translation: TranslationId,
    lang: Lang,
) -> Result<Option<ArticleId>, DbError> {
    const SQL: &str = "select id from article where translation_id = $1 and lang = $2";
    tx.query_opt(SQL, &[&translation, &lang.code()], |row| row.get(0))
}

/// What a translation was made from: the story, and what it said then.
pub(super) fn basis(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
) -> Result<Option<(ArticleId, Content)>, DbError> {
    const SQL: &str = "select source_id, content from translation_basis where article_id = $1";
    tx.query_opt(SQL, &[&id], |row| {
        let content = serde_json::from_str(&row.get::<String>(1)?)
            .map_err(|error| DbError::Other(format!("stored source: {error}")))?;
        Ok((row.get(0)?, content))
    })
}

/// Says what a translation is made from.
pub(super) fn put_basis(
    tx: &mut Tx<'_, '_>,
    (id, source): (ArticleId, ArticleId),
    content: &Content,
    (staff, at): (StaffId, UtcMillis),
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into translation_basis (article_id, source_id, words, content, staff_id, at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (article_id) do update
        set words = excluded.words, content = excluded.content, staff_id = excluded.staff_id,
            at = excluded.at";
    let kept = serde_json::to_string(content).map_err(|error| DbError::Other(error.to_string()))?;
    tx.execute(SQL, &[&id, &source, &content.words(), &kept, &staff, &at])?;
    Ok(())
}
