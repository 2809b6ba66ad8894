//! The SQL of stories: their working copy, their revisions and their addresses.

use sijil_text::{Day, Lang, Slug};

use super::{
    Article, ArticleId, Content, Correction, NewArticle, Printed, Revision, State, Withdrawal,
    roll, workflow,
};
use crate::db::{DbError, Row, Tx, UtcMillis};
use crate::topics::TopicId;

/// Adds a story as a draft.
pub(super) fn insert(tx: &mut Tx<'_, '_>, new: &NewArticle, slug: &Slug) -> Result<(), DbError> {
    const SQL: &str = "
        insert into article (id, translation_id, lang, state, section_id, slug, day, headline,
                             standfirst, picture_alt, content, revision, version)
        values ($1, $2, $3, $4, $5, $6, '', '', '', '', $7, 0, 0)";
    let (lang, slug, content) = (new.lang.code(), slug.as_str(), json(&new.content)?);
    tx.execute(
        SQL,
        &[
            &new.id,
            &new.translation,
            &lang,
            &State::Draft,
            &new.section,
            &slug,
            &content,
        ],
    )?;
    Ok(())
}

/// Replaces the working copy.
pub(super) fn set_content(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    content: &Content,
) -> Result<(), DbError> {
    const SQL: &str = "update article set content = $2 where id = $1";
    tx.execute(SQL, &[&id, &json(content)?])?;
    roll::set_title(tx, id, &content.headline)
}

/// Sets how far the story has come. What is ready is kept as a story in review with an approval.
pub(super) fn set_state(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    state: State,
    scheduled_at: Option<UtcMillis>,
) -> Result<(), DbError> {
    const SQL: &str = "update article set state = $2, scheduled_at = $3 where id = $1";
    let kept = match state {
        State::Ready => State::Review,
        State::Draft | State::Review | State::Scheduled | State::Published | State::Withdrawn => {
            state
        }
    };
    tx.execute(SQL, &[&id, &kept, &scheduled_at])?;
    if matches!(state, State::Draft | State::Review) {
        workflow::disapprove(tx, id)?;
    }
    roll::set_state(tx, id, state)
}

/// Puts a story into another section, for its next publication.
pub(super) fn set_section(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    section: Option<TopicId>,
) -> Result<(), DbError> {
    const SQL: &str = "update article set section_id = $2 where id = $1";
    tx.execute(SQL, &[&id, &section])?;
    roll::set_section(tx, id, section)
}

/// Counts a change that readers see and gives the new version; locks the row on PostgreSQL.
pub(super) fn bump(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Option<i64>, DbError> {
    const SQL: &str = "update article set version = version + 1 where id = $1 returning version";
    tx.query_opt(SQL, &[&id], |row| row.get(0))
}

/// What lists show of a story, from what was just published.
pub(super) fn set_published(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    printed: &Printed,
    first: (UtcMillis, Day),
) -> Result<(), DbError> {
    const SQL: &str = "
        update article
        set state = $2, scheduled_at = null, revision = $3, published_at = $4, updated_at = $5,
            day = $6, headline = $7, standfirst = $8, picture_alt = $9,
            picture_id = (select id from picture where sha256 = $10)
        where id = $1";
    let content = &printed.content;
    let (sha256, alt) = match &content.picture {
        Some(picture) => (picture.sha256.as_str(), picture.alt.as_str()),
        None => ("", ""),
    };
    let (published_at, day) = (first.0, first.1.to_string());
    tx.execute(
        SQL,
        &[
            &id,
            &State::Published,
            &printed.number,
            &published_at,
            &printed.at,
            &day,
            &content.headline,
            &content.standfirst,
            &alt,
            &sha256,
        ],
    )?;
    roll::set_state(tx, id, State::Published)?;
    roll::set_title(tx, id, &content.headline)?;
    roll::set_words(tx, id, &content.words())?;
    roll::touch(tx, id, None, printed.at)
}

/// Gives the story another slug.
pub(super) fn set_slug(tx: &mut Tx<'_, '_>, id: ArticleId, slug: &Slug) -> Result<(), DbError> {
    const SQL: &str = "update article set slug = $2 where id = $1";
    tx.execute(SQL, &[&id, &slug.as_str()])?;
    Ok(())
}

/// Keeps a published revision for ever.
pub(super) fn insert_revision(
    tx: &mut Tx<'_, '_>,
    printed: &Printed,
    sha256: &str,
    canonical: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into revision (article_id, number, at, sha256, canonical)
        values ($1, $2, $3, $4, $5)";
    tx.execute(
        SQL,
        &[
            &printed.article,
            &printed.number,
            &printed.at,
            &sha256,
            &canonical,
        ],
    )?;
    Ok(())
}

/// Adds a public correction to a revision.
pub(super) fn insert_correction(
    tx: &mut Tx<'_, '_>,
    id: i64,
    article: ArticleId,
    correction: &Correction,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into correction (id, article_id, revision, at, text, kind)
        values ($1, $2, $3, $4, $5, $6)";
    tx.execute(
        SQL,
        &[
            &id,
            &article,
            &correction.revision,
            &correction.at,
            &correction.text,
            &correction.kind,
        ],
    )?;
    Ok(())
}

/// Takes an address for a story; `false` when another story has it.
pub(super) fn take_address(
    tx: &mut Tx<'_, '_>,
    article: &Article,
    day: Day,
    slug: &Slug,
    at: UtcMillis,
) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into address (lang, day, slug, article_id, at)
        values ($1, $2, $3, $4, $5)
        on conflict (lang, day, slug) do update set at = excluded.at
            where address.article_id = excluded.article_id";
    let (lang, day, slug) = (article.lang.code(), day.to_string(), slug.as_str());
    Ok(tx.execute(SQL, &[&lang, &day, &slug, &article.id, &at])? == 1)
}

/// The story that has or once had an address.
pub fn at_address(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    day: &str,
    slug: &str,
) -> Result<Option<ArticleId>, DbError> {
    const SQL: &str = "
        select article_id
        from address
        where lang = $1 and day = $2 and slug = $3";
    tx.query_opt(SQL, &[&lang.code(), &day, &slug], |row| row.get(0))
}

/// Puts a notice in a story's place.
pub(super) fn insert_withdrawal(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    withdrawal: &Withdrawal,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into withdrawal (article_id, at, notice)
        values ($1, $2, $3)
        on conflict (article_id) do update set at = excluded.at, notice = excluded.notice";
    tx.execute(SQL, &[&id, &withdrawal.at, &withdrawal.notice])?;
    Ok(())
}

/// Takes the notice away again.
pub(super) fn delete_withdrawal(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<(), DbError> {
    const SQL: &str = "delete from withdrawal where article_id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// The notice that stands in a story's place.
pub(super) fn withdrawal(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
) -> Result<Option<Withdrawal>, DbError> {
    const SQL: &str = "select at, notice from withdrawal where article_id = $1";
    tx.query_opt(SQL, &[&id], |row| {
        Ok(Withdrawal {
            at: row.get(0)?,
            notice: row.get(1)?,
        })
    })
}

/// One story, whatever its state.
pub fn article(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Option<Article>, DbError> {
    const SQL: &str = "
        select a.id, a.translation_id, a.lang, a.state, a.section_id, a.slug, a.day,
               a.published_at, a.updated_at, a.scheduled_at, a.revision, a.version, p.at
        from article a
        left join approval p on p.article_id = a.id
        where a.id = $1";
    tx.query_opt(SQL, &[&id], |row| {
        let day: String = row.get(6)?;
        let state: State = row.get(3)?;
        let is_approved = row.get::<Option<UtcMillis>>(12)?.is_some();
        Ok(Article {
            id: row.get(0)?,
            translation: row.get(1)?,
            lang: row.parsed(2)?,
            state: match state {
                State::Review if is_approved => State::Ready,
                state => state,
            },
            section: row.get(4)?,
            slug: row.parsed(5)?,
            day: Day::parse(&day).ok(),
            published_at: row.get(7)?,
            updated_at: row.get(8)?,
            scheduled_at: row.get(9)?,
            revision: row.get(10)?,
            version: row.get(11)?,
        })
    })
}

/// A story's working copy.
///
/// # Errors
/// When the database fails.
pub fn content(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Content, DbError> {
    const SQL: &str = "select content from article where id = $1";
    tx.query_one(SQL, &[&id], |row| parse(&row.get::<String>(0)?))
}

/// The published revisions of a story, oldest first.
pub fn revisions(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<Revision>, DbError> {
    const SQL: &str = "
        select number, at, sha256, canonical
        from revision
        where article_id = $1
        order by number
        limit 1000";
    tx.query(SQL, &[&id], revision)
}

/// One published revision of a story.
pub(super) fn revision_numbered(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    number: i64,
) -> Result<Option<Revision>, DbError> {
    const SQL: &str = "
        select number, at, sha256, canonical
        from revision
        where article_id = $1 and number = $2";
    tx.query_opt(SQL, &[&id, &number], revision)
}

/// What a story's newest published revision says.
pub fn newest(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Option<Printed>, DbError> {
    const SQL: &str = "
        select canonical
        from revision
        where article_id = $1
        order by number desc
        limit 1";
    tx.query_opt(SQL, &[&id], |row| parse(&row.get::<String>(0)?))
}

fn revision(row: &Row<'_>) -> Result<Revision, DbError> {
    Ok(Revision {
        number: row.get(0)?,
        at: row.get(1)?,
        sha256: row.get(2)?,
        printed: parse(&row.get::<String>(3)?)?,
    })
}

/// The public corrections of a story, newest first.
pub fn corrections_of(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<Correction>, DbError> {
    const SQL: &str = "
        select revision, at, text, kind
        from correction
        where article_id = $1
        order by at desc, id desc
        limit 100";
    tx.query(SQL, &[&id], |row| {
        Ok(Correction {
            revision: row.get(0)?,
            at: row.get(1)?,
            text: row.get(2)?,
            kind: row.get(3)?,
        })
    })
}

/// Scheduled stories whose instant has come, the longest overdue first.
pub fn due(
    tx: &mut Tx<'_, '_>,
    now: UtcMillis,
    limit: i64,
) -> Result<Vec<(ArticleId, UtcMillis)>, DbError> {
    const SQL: &str = "
        select id, scheduled_at
        from article
        where state = 'scheduled' and scheduled_at <= $1
        order by scheduled_at, id
        limit $2";
    tx.query(SQL, &[&now, &limit], |row| Ok((row.get(0)?, row.get(1)?)))
}

fn json(content: &Content) -> Result<String, DbError> {
    serde_json::to_string(content).map_err(|error| DbError::Other(error.to_string()))
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, DbError> {
    serde_json::from_str(text).map_err(|error| DbError::Other(format!("stored story: {error}")))
}

/// The greatest identifier in use; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "
        select greatest_of.id
        from (select max(id) as id from article
              union all select max(id) from correction
              union all select max(id) from draft_copy
              union all select max(id) from story_note
              union all select max(id) from assignment
              union all select max(id) from preview
              union all select max(id) from front_plan) as greatest_of
        order by greatest_of.id desc nulls last
        limit 1";
    Ok(tx
        .query_opt(SQL, &[], |row| row.get::<Option<i64>>(0))?
        .flatten()
        .unwrap_or(0))
}
