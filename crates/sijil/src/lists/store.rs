//! The SQL of lists.

use sijil_text::{Day, Lang};

use super::{Card, Cursor, Thumbnail};
use crate::articles::{ArticleId, Correction, TranslationId};
use crate::db::{DbError, Param, Row, Tx};
use crate::media::{Focus, PictureId};
use crate::topics::TopicId;

/// A query for cards: what follows `from article a` is the caller's.
macro_rules! cards {
    ($rest:literal) => {
        concat!(
            "select a.id, a.lang, a.day, a.slug, a.headline, a.standfirst, s.name, s.slug,
                    a.published_at, a.updated_at, p.id, p.sha256, p.width, p.height, a.picture_alt,
                    p.focus_x, p.focus_y
             from article a
             left join topic_name s on s.topic_id = a.section_id and s.lang = a.lang
             left join picture p on p.id = a.picture_id ",
            $rest
        )
    };
}

fn card(row: &Row<'_>) -> Result<Card, DbError> {
    let section: Option<String> = row.get(6)?;
    let picture: Option<PictureId> = row.get(10)?;
    Ok(Card {
        id: row.get(0)?,
        lang: row.parsed(1)?,
        day: row.get(2)?,
        slug: row.get(3)?,
        headline: row.get(4)?,
        standfirst: row.get(5)?,
        section: match section {
            Some(name) => Some((name, row.get(7)?)),
            None => None,
        },
        published_at: row.get(8)?,
        updated_at: row.get(9)?,
        picture: match picture {
            Some(id) => Some(Thumbnail {
                id,
                sha256: row.get(11)?,
                width: row.get(12)?,
                height: row.get(13)?,
                alt: row.get(14)?,
                focus: Focus::chosen(row.get(15)?, row.get(16)?),
            }),
            None => None,
        },
    })
}

/// Public stories of a language that were published before `before`, newest first.
pub fn latest(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    before: Cursor,
    limit: i64,
) -> Result<Vec<Card>, DbError> {
    const SQL: &str = cards!(
        "where a.lang = $1 and a.state = 'published' and (a.published_at, a.id) < ($2, $3)
         order by a.published_at desc, a.id desc
         limit $4"
    );
    tx.query(SQL, &[&lang.code(), &before.at, &before.id, &limit], card)
}

/// Public stories listed under a topic that were published before `before`, newest first.
pub fn listed(
    tx: &mut Tx<'_, '_>,
    topic: TopicId,
    lang: Lang,
    before: Cursor,
    limit: i64,
) -> Result<Vec<Card>, DbError> {
    const SQL: &str = cards!(
        "join listing l on l.article_id = a.id
         where l.topic_id = $1 and l.lang = $2 and (l.published_at, l.article_id) < ($3, $4)
         order by l.published_at desc, l.article_id desc
         limit $5"
    );
    tx.query(
        SQL,
        &[&topic, &lang.code(), &before.at, &before.id, &limit],
        card,
    )
}

/// Public stories of one day, newest first.
pub fn of_day(tx: &mut Tx<'_, '_>, lang: Lang, day: Day, limit: i64) -> Result<Vec<Card>, DbError> {
    const SQL: &str = cards!(
        "where a.lang = $1 and a.day = $2 and a.state = 'published'
         order by a.published_at desc, a.id desc
         limit $3"
    );
    tx.query(SQL, &[&lang.code(), &day.to_string(), &limit], card)
}

/// The nearest days before and after `day` with a public story.
pub fn neighbours(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    day: Day,
) -> Result<(Option<Day>, Option<Day>), DbError> {
    const SQL: &str = "
        select coalesce((select max(day) from article
                         where lang = $1 and state = 'published' and day < $2), ''),
               coalesce((select min(day) from article
                         where lang = $1 and state = 'published' and day > $2), '')";
    tx.query_one(SQL, &[&lang.code(), &day.to_string()], |row| {
        let (before, after): (String, String) = (row.get(0)?, row.get(1)?);
        Ok((Day::parse(&before).ok(), Day::parse(&after).ok()))
    })
}

/// The public translation of a story into `lang`.
pub fn translation(
    tx: &mut Tx<'_, '_>,
    translation: TranslationId,
    lang: Lang,
) -> Result<Option<Card>, DbError> {
    const SQL: &str = cards!(
        "where a.translation_id = $1 and a.lang = $2 and a.state = 'published'
         limit 1"
    );
    tx.query_opt(SQL, &[&translation, &lang.code()], card)
}

/// The card of a public story.
pub fn public_card(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Option<Card>, DbError> {
    const SQL: &str = cards!("where a.id = $1 and a.state = 'published' limit 1");
    tx.query_opt(SQL, &[&id], card)
}

/// The public corrections of a language from before a cursor, newest first, with their identifiers
/// and stories.
pub fn corrections_before(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    before: Cursor,
    limit: i64,
) -> Result<Vec<(i64, Correction, Card)>, DbError> {
    const SQL: &str = "
        select c.revision, c.at, c.text, c.article_id, c.kind, c.id
        from correction c
        join article a on a.id = c.article_id
        where a.lang = $1 and a.state = 'published' and (c.at, c.id) < ($2, $3)
        order by c.at desc, c.id desc
        limit $4";
    let values: &[&dyn Param] = &[&lang.code(), &before.at, &before.id, &limit];
    let corrections = tx.query(SQL, values, |row| {
        let correction = Correction {
            revision: row.get(0)?,
            at: row.get(1)?,
            text: row.get(2)?,
            kind: row.get(4)?,
        };
        Ok((row.get::<i64>(5)?, correction, row.get::<ArticleId>(3)?))
    })?;
    let mut found = Vec::with_capacity(corrections.len());
    for (id, correction, article) in corrections {
        found.extend(public_card(tx, article)?.map(|card| (id, correction, card)));
    }
    Ok(found)
}
