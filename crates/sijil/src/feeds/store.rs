//! The SQL of sitemaps: months with stories, and addresses.

use sijil_text::Lang;

use crate::db::{DbError, Tx, UtcMillis};

/// The months (`yyyy-mm`) in which a language has public stories, newest first.
pub(super) fn months(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Vec<String>, DbError> {
    const SQL: &str = "
        select distinct substr(day, 1, 7)
        from article
        where lang = $1 and state = 'published'
        order by 1 desc
        limit 5000";
    tx.query(SQL, &[&lang.code()], |row| row.get(0))
}

/// A public address and when it last changed.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The day in the address.
    pub day: String,
    /// The slug in the address.
    pub slug: String,
    /// The headline.
    pub headline: String,
    /// When the story was first published.
    pub published_at: UtcMillis,
    /// When its newest revision was published.
    pub updated_at: UtcMillis,
}

/// Public stories of a month (`yyyy-mm`), oldest first.
pub(super) fn month(tx: &mut Tx<'_, '_>, lang: Lang, month: &str) -> Result<Vec<Entry>, DbError> {
    // Days are compared as text: every day of the month lies between these two.
    const SQL: &str = "
        select day, slug, headline, published_at, updated_at
        from article
        where lang = $1 and day > $2 and day < $3 and state = 'published'
        order by published_at, id
        limit 50000";
    let (first, last) = (format!("{month}-00"), format!("{month}-99"));
    tx.query(SQL, &[&lang.code(), &first, &last], |row| {
        Ok(Entry {
            day: row.get(0)?,
            slug: row.get(1)?,
            headline: row.get(2)?,
            published_at: row.get(3)?,
            updated_at: row.get(4)?,
        })
    })
}

/// Public stories since an instant, newest first.
pub(super) fn since(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    instant: UtcMillis,
    limit: i64,
) -> Result<Vec<Entry>, DbError> {
    const SQL: &str = "
        select day, slug, headline, published_at, updated_at
        from article
        where lang = $1 and state = 'published' and published_at >= $2
        order by published_at desc, id desc
        limit $3";
    tx.query(SQL, &[&lang.code(), &instant, &limit], |row| {
        Ok(Entry {
            day: row.get(0)?,
            slug: row.get(1)?,
            headline: row.get(2)?,
            published_at: row.get(3)?,
            updated_at: row.get(4)?,
        })
    })
}
