//! The SQL of what the newsroom sets.

use sijil_text::Lang;

use super::menus::{Link, Place};
use crate::db::{DbError, Tx, UtcMillis};

/// What was chosen under a name.
pub fn setting(tx: &mut Tx<'_, '_>, name: &str) -> Result<Option<String>, DbError> {
    const SQL: &str = "select value from setting where name = $1";
    tx.query_opt(SQL, &[&name], |row| row.get(0))
}

/// Chooses something.
pub(super) fn set(tx: &mut Tx<'_, '_>, name: &str, value: &str) -> Result<(), DbError> {
    const SQL: &str = "
        insert into setting (name, value)
        values ($1, $2)
        on conflict (name) do update set value = excluded.value";
    tx.execute(SQL, &[&name, &value])?;
    Ok(())
}

/// Takes a choice back.
pub(super) fn unset(tx: &mut Tx<'_, '_>, name: &str) -> Result<(), DbError> {
    const SQL: &str = "delete from setting where name = $1";
    tx.execute(SQL, &[&name])?;
    Ok(())
}

/// Keeps a style sheet.
pub(super) fn put_look(
    tx: &mut Tx<'_, '_>,
    name: &str,
    css: &str,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into look (name, css, at)
        values ($1, $2, $3)
        on conflict (name) do nothing";
    tx.execute(SQL, &[&name, &css, &at])?;
    Ok(())
}

/// The style sheet of that name.
pub fn look(tx: &mut Tx<'_, '_>, name: &str) -> Result<Option<String>, DbError> {
    const SQL: &str = "select css from look where name = $1";
    tx.query_opt(SQL, &[&name], |row| row.get(0))
}

/// The links of a language's menus, in their order.
pub fn links(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Vec<(Place, Link)>, DbError> {
    const SQL: &str = "
        select place, label, href
        from menu_link
        where lang = $1
        order by place, position
        limit 100";
    tx.query(SQL, &[&lang.code()], |row| {
        Ok((
            row.get(0)?,
            Link {
                label: row.get(1)?,
                href: row.get(2)?,
            },
        ))
    })
}

/// Takes the links of a menu away.
pub(super) fn clear_links(tx: &mut Tx<'_, '_>, place: Place, lang: Lang) -> Result<(), DbError> {
    const SQL: &str = "delete from menu_link where place = $1 and lang = $2";
    tx.execute(SQL, &[&place, &lang.code()])?;
    Ok(())
}

/// Adds a link to a menu.
pub(super) fn put_link(
    tx: &mut Tx<'_, '_>,
    (place, lang, position): (Place, Lang, i64),
    link: &Link,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into menu_link (place, lang, position, label, href)
        values ($1, $2, $3, $4, $5)";
    let (label, href) = (&link.label, &link.href);
    tx.execute(SQL, &[&place, &lang.code(), &position, label, href])?;
    Ok(())
}
