//! The SQL of the newsroom's own words.

use sijil_text::{Lang, SafeHtml};

use super::{Slot, Words};
use crate::db::{DbError, Tx};

/// Replaces the words of a slot.
pub(super) fn put(
    tx: &mut Tx<'_, '_>,
    slot: Slot,
    lang: Lang,
    words: &Words,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into slot (name, lang, title, body)
        values ($1, $2, $3, $4)
        on conflict (name, lang) do update
        set title = excluded.title, body = excluded.body";
    tx.execute(
        SQL,
        &[&slot, &lang.code(), &words.title, &words.body.as_str()],
    )?;
    Ok(())
}

/// The words of a slot.
pub fn words(tx: &mut Tx<'_, '_>, slot: Slot, lang: Lang) -> Result<Option<Words>, DbError> {
    const SQL: &str = "select title, body from slot where name = $1 and lang = $2";
    tx.query_opt(SQL, &[&slot, &lang.code()], |row| {
        Ok(Words {
            title: row.get(0)?,
            body: SafeHtml::stored(row.get(1)?),
        })
    })
}

/// Every slot that has words in a language.
pub fn all(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Vec<(Slot, Words)>, DbError> {
    const SQL: &str = "
        select name, title, body
        from slot
        where lang = $1
        order by name
        limit 100";
    tx.query(SQL, &[&lang.code()], |row| {
        Ok((
            row.get(0)?,
            Words {
                title: row.get(1)?,
                body: SafeHtml::stored(row.get(2)?),
            },
        ))
    })
}
