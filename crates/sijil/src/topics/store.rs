//! The SQL of sections, tags and people, and of what is listed under them.

use sijil_text::{Lang, Slug};

use super::{Kind, Topic, TopicId, TopicName};
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};

/// A query for topics: what follows the join is the caller's.
macro_rules! topics {
    ($rest:literal) => {
        concat!(
            "select t.id, t.kind, t.parent_id, n.lang, n.slug, n.name, n.role, n.about
             from topic t
             join topic_name n on n.topic_id = t.id ",
            $rest
        )
    };
}

fn topic(row: &Row<'_>) -> Result<Topic, DbError> {
    Ok(Topic {
        id: row.get(0)?,
        kind: row.get(1)?,
        parent: row.get(2)?,
        lang: row.parsed(3)?,
        slug: row.parsed(4)?,
        name: row.get(5)?,
        role: row.get(6)?,
        about: row.get(7)?,
    })
}

/// Adds a topic or moves it.
pub(super) fn put(
    tx: &mut Tx<'_, '_>,
    id: TopicId,
    kind: Kind,
    parent: Option<TopicId>,
    position: i64,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into topic (id, kind, parent_id, position)
        values ($1, $2, $3, $4)
        on conflict (id) do update
        set parent_id = excluded.parent_id, position = excluded.position";
    tx.execute(SQL, &[&id, &kind, &parent, &position])?;
    Ok(())
}

/// Names a topic in one language.
pub(super) fn put_name(
    tx: &mut Tx<'_, '_>,
    id: TopicId,
    kind: Kind,
    name: &TopicName,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into topic_name (topic_id, lang, kind, slug, name, role, about)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (topic_id, lang) do update
        set slug = excluded.slug, name = excluded.name, role = excluded.role,
            about = excluded.about";
    let (lang, slug) = (name.lang.code(), name.slug.as_str());
    tx.execute(
        SQL,
        &[
            &id,
            &lang,
            &kind,
            &slug,
            &name.name,
            &name.role,
            &name.about,
        ],
    )?;
    Ok(())
}

/// The topic of that kind with that slug.
pub fn with_slug(
    tx: &mut Tx<'_, '_>,
    kind: Kind,
    lang: Lang,
    slug: &Slug,
) -> Result<Option<Topic>, DbError> {
    const SQL: &str = topics!("where n.kind = $1 and n.lang = $2 and n.slug = $3");
    tx.query_opt(SQL, &[&kind, &lang.code(), &slug.as_str()], topic)
}

/// A topic in one language.
pub fn named(tx: &mut Tx<'_, '_>, id: TopicId, lang: Lang) -> Result<Option<Topic>, DbError> {
    const SQL: &str = topics!("where t.id = $1 and n.lang = $2");
    tx.query_opt(SQL, &[&id, &lang.code()], topic)
}

/// All topics of a kind in a language, in the newsroom's order.
pub fn all(tx: &mut Tx<'_, '_>, kind: Kind, lang: Lang, limit: i64) -> Result<Vec<Topic>, DbError> {
    const SQL: &str = topics!(
        "where n.kind = $1 and n.lang = $2
         order by t.position, t.id
         limit $3"
    );
    tx.query(SQL, &[&kind, &lang.code(), &limit], topic)
}

/// The tags and people of a story, in their order.
pub fn of_article(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    lang: Lang,
) -> Result<Vec<Topic>, DbError> {
    const SQL: &str = topics!(
        "join article_topic a on a.topic_id = t.id
         where a.article_id = $1 and n.lang = $2
         order by a.position, t.id
         limit 100"
    );
    tx.query(SQL, &[&article, &lang.code()], topic)
}

/// The section above a section.
pub(super) fn parent(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<Option<TopicId>, DbError> {
    const SQL: &str = "select parent_id from topic where id = $1";
    Ok(tx.query_opt(SQL, &[&id], |row| row.get(0))?.flatten())
}

/// Puts a story under a topic.
pub(super) fn attach(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    topic: TopicId,
    position: i64,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into article_topic (article_id, topic_id, position)
        values ($1, $2, $3)
        on conflict (article_id, topic_id) do nothing";
    tx.execute(SQL, &[&article, &topic, &position])?;
    Ok(())
}

/// Takes a story from under all its topics.
pub(super) fn detach_all(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<(), DbError> {
    const SQL: &str = "delete from article_topic where article_id = $1";
    tx.execute(SQL, &[&article])?;
    Ok(())
}

/// The topics that a story stands under, sections apart.
pub(super) fn attached(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Vec<TopicId>, DbError> {
    const SQL: &str = "
        select topic_id
        from article_topic
        where article_id = $1
        order by position, topic_id
        limit 100";
    tx.query(SQL, &[&article], |row| row.get(0))
}

/// Lists a public story under a topic.
pub(super) fn list(
    tx: &mut Tx<'_, '_>,
    topic: TopicId,
    lang: Lang,
    published_at: UtcMillis,
    article: ArticleId,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into listing (topic_id, lang, published_at, article_id)
        values ($1, $2, $3, $4)
        on conflict (topic_id, lang, published_at, article_id) do nothing";
    tx.execute(SQL, &[&topic, &lang.code(), &published_at, &article])?;
    Ok(())
}

/// Takes a story off every list.
pub(super) fn unlist(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<(), DbError> {
    const SQL: &str = "delete from listing where article_id = $1";
    tx.execute(SQL, &[&article])?;
    Ok(())
}

/// The lists that a story stands in.
pub(super) fn listed_under(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
) -> Result<Vec<TopicId>, DbError> {
    const SQL: &str = "
        select topic_id
        from listing
        where article_id = $1
        order by topic_id
        limit 200";
    tx.query(SQL, &[&article], |row| row.get(0))
}

/// The newest stories listed under a topic: identifier and instant, from the index alone.
pub fn newest(
    tx: &mut Tx<'_, '_>,
    topic: TopicId,
    lang: Lang,
    limit: i64,
) -> Result<Vec<(ArticleId, UtcMillis)>, DbError> {
    const SQL: &str = "
        select article_id, published_at
        from listing
        where topic_id = $1 and lang = $2
        order by published_at desc, article_id desc
        limit $3";
    tx.query(SQL, &[&topic, &lang.code(), &limit], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// The greatest identifier in use; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select coalesce(max(id), 0) from topic";
    tx.query_one(SQL, &[], |row| row.get(0))
}

/// What a topic is, the section above it, and its place in the newsroom's order.
pub fn place(
    tx: &mut Tx<'_, '_>,
    id: TopicId,
) -> Result<Option<(Kind, Option<TopicId>, i64)>, DbError> {
    const SQL: &str = "select kind, parent_id, position from topic where id = $1";
    tx.query_opt(SQL, &[&id], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// How many stories stand under a topic as tag or person, or in it as section, in any state.
pub fn count(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<i64, DbError> {
    const SQL: &str = "
        select (select count(*) from article_topic where topic_id = $1)
             + (select count(*) from article where section_id = $1)";
    tx.query_one(SQL, &[&id], |row| row.get(0))
}

/// Keeps an address that a topic gave up.
pub(super) fn keep_address(
    tx: &mut Tx<'_, '_>,
    (kind, lang, slug): (Kind, Lang, &Slug),
    id: TopicId,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into topic_address (kind, lang, slug, topic_id, at)
        values ($1, $2, $3, $4, $5)
        on conflict (kind, lang, slug) do update
        set topic_id = excluded.topic_id, at = excluded.at";
    tx.execute(SQL, &[&kind, &lang.code(), &slug.as_str(), &id, &at])?;
    Ok(())
}

/// Forgets that an address was given up: it is taken again.
pub(super) fn drop_address(
    tx: &mut Tx<'_, '_>,
    kind: Kind,
    lang: Lang,
    slug: &Slug,
) -> Result<(), DbError> {
    const SQL: &str = "delete from topic_address where kind = $1 and lang = $2 and slug = $3";
    tx.execute(SQL, &[&kind, &lang.code(), &slug.as_str()])?;
    Ok(())
}

/// The slug of the topic that an old one leads to.
pub fn moved_to(
    tx: &mut Tx<'_, '_>,
    kind: Kind,
    lang: Lang,
    slug: &Slug,
) -> Result<Option<Slug>, DbError> {
    const SQL: &str = "
        select n.slug
        from topic_address a
        join topic_name n on n.topic_id = a.topic_id and n.lang = a.lang
        where a.kind = $1 and a.lang = $2 and a.slug = $3";
    tx.query_opt(SQL, &[&kind, &lang.code(), &slug.as_str()], |row| {
        row.parsed(0)
    })
}

/// The stories under a tag, at most ten thousand.
pub(super) fn under(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<Vec<ArticleId>, DbError> {
    const SQL: &str = "
        select article_id
        from article_topic
        where topic_id = $1
        order by article_id
        limit 10000";
    tx.query(SQL, &[&id], |row| row.get(0))
}

/// Puts the stories of one tag under another.
pub(super) fn move_stories(
    tx: &mut Tx<'_, '_>,
    from: TopicId,
    into: TopicId,
) -> Result<(), DbError> {
    const SQL_ATTACH: &str = "
        insert into article_topic (article_id, topic_id, position)
        select article_id, $2, position from article_topic where topic_id = $1
        on conflict (article_id, topic_id) do nothing";
    const SQL_DETACH: &str = "delete from article_topic where topic_id = $1";
    const SQL_LIST: &str = "
        insert into listing (topic_id, lang, published_at, article_id)
        select $2, lang, published_at, article_id from listing where topic_id = $1
        on conflict (topic_id, lang, published_at, article_id) do nothing";
    const SQL_UNLIST: &str = "delete from listing where topic_id = $1";
    tx.execute(SQL_ATTACH, &[&from, &into])?;
    tx.execute(SQL_DETACH, &[&from])?;
    tx.execute(SQL_LIST, &[&from, &into])?;
    tx.execute(SQL_UNLIST, &[&from])?;
    Ok(())
}

/// Lets the old addresses of one topic lead to another.
pub(super) fn lead_on(tx: &mut Tx<'_, '_>, from: TopicId, into: TopicId) -> Result<(), DbError> {
    const SQL: &str = "update topic_address set topic_id = $2 where topic_id = $1";
    tx.execute(SQL, &[&from, &into])?;
    Ok(())
}

/// Forgets a topic's name in one language.
pub(super) fn forget_name(tx: &mut Tx<'_, '_>, id: TopicId, lang: Lang) -> Result<(), DbError> {
    const SQL: &str = "delete from topic_name where topic_id = $1 and lang = $2";
    tx.execute(SQL, &[&id, &lang.code()])?;
    Ok(())
}

/// Deletes a topic that nothing stands under.
pub(super) fn delete(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<(), DbError> {
    const SQL: &str = "delete from topic where id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}
