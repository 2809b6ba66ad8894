//! The SQL of search: stories as the index takes them, and texts of what it found.

use sijil_search::Story;
use sijil_text::{Lang, plain_text};

use crate::articles::{ArticleId, Printed};
use crate::db::{DbError, Row, Tx};
use crate::topics::{Kind, TopicId};

/// A query for what the index holds of public stories: what follows the join is the caller's.
macro_rules! stories {
    ($rest:literal) => {
        concat!(
            "select a.id, a.version, a.published_at, a.lang, r.canonical
             from article a
             join revision r on r.article_id = a.id and r.number = a.revision ",
            $rest
        )
    };
}

/// A public story as the index takes it; nothing when it is not public.
pub(super) fn story(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Option<Story>, DbError> {
    const SQL: &str = stories!("where a.id = $1 and a.state = 'published'");
    let Some(mut story) = tx.query_opt(SQL, &[&id], read)? else {
        return Ok(None);
    };
    add_topics(tx, &mut story)?;
    Ok(Some(story))
}

/// Public stories after an identifier, in order of their identifiers.
pub(super) fn stories(
    tx: &mut Tx<'_, '_>,
    after: ArticleId,
    limit: i64,
) -> Result<Vec<Story>, DbError> {
    const SQL: &str = stories!(
        "where a.id > $1 and a.state = 'published'
         order by a.id
         limit $2"
    );
    let mut stories = tx.query(SQL, &[&after, &limit], read)?;
    for story in &mut stories {
        add_topics(tx, story)?;
    }
    Ok(stories)
}

fn read(row: &Row<'_>) -> Result<Story, DbError> {
    let printed: Printed = serde_json::from_str(&row.get::<String>(4)?)
        .map_err(|error| DbError::Other(format!("stored story: {error}")))?;
    let content = &printed.content;
    Ok(Story {
        id: row.get(0)?,
        version: row.get(1)?,
        published_ms: row.get(2)?,
        lang: row.parsed::<Lang>(3)?,
        headline: content.headline.clone(),
        body: body(&printed),
        sections: Vec::new(),
        tags: Vec::new(),
        people: Vec::new(),
    })
}

/// The text that is searched beside the headline, and from which snippets are cut.
#[must_use]
pub(super) fn body(printed: &Printed) -> String {
    let content = &printed.content;
    let text = plain_text(&content.body).text;
    if content.standfirst.is_empty() {
        text
    } else {
        format!("{}\n\n{text}", content.standfirst)
    }
}

fn add_topics(tx: &mut Tx<'_, '_>, story: &mut Story) -> Result<(), DbError> {
    const SQL: &str = "
        select t.id, t.kind
        from listing l
        join topic t on t.id = l.topic_id
        where l.article_id = $1
        order by t.id
        limit 200";
    let topics: Vec<(TopicId, Kind)> = tx.query(SQL, &[&ArticleId(story.id)], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    for (TopicId(id), kind) in topics {
        match kind {
            Kind::Section => story.sections.push(id),
            Kind::Tag => story.tags.push(id),
            Kind::Person => story.people.push(id),
        }
    }
    Ok(())
}
