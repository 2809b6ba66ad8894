//! What stories are listed under: sections (a tree), tags and people. People need no account.

pub mod pages;
pub mod protection;
mod store;

use sijil_text::{Lang, Slug};

pub use protection::protected;
pub use store::{all, count, last_id, moved_to, named, newest, of_article, place, with_slug};

use crate::articles::{Article, ArticleId};
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::{db_enum, db_id};

db_id! {
    /// A section, tag or person.
    TopicId
}

db_enum! {
    /// Which of the three it is.
    Kind {
        /// A part of the paper; each story stands in one.
        Section = "section",
        /// A subject that stories of several sections share.
        Tag = "tag",
        /// Somebody who writes.
        Person = "person",
    }
}

/// A section, tag or person in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its identifier, the same in every language.
    pub id: TopicId,
    /// Which of the three it is.
    pub kind: Kind,
    /// The section above it.
    pub parent: Option<TopicId>,
    /// Its language here.
    pub lang: Lang,
    /// Its slug in that language.
    pub slug: Slug,
    /// Its name in that language.
    pub name: String,
    /// A person's role; else empty.
    pub role: String,
    /// One or two sentences; may be empty.
    pub about: String,
}

/// Names a topic in one language.
#[derive(Debug, Clone)]
pub struct TopicName {
    /// The language.
    pub lang: Lang,
    /// Unique among topics of its kind and language.
    pub slug: Slug,
    /// As readers see it.
    pub name: String,
    /// A person's role; else empty.
    pub role: String,
    /// One or two sentences; may be empty.
    pub about: String,
}

/// Deepest tree of sections that is walked; deeper ones are cut, so that a loop ends.
const DEPTH_MAX: usize = 8;

/// Slugs that no section may have, since something else stands at their addresses.
const RESERVED: [&str; 12] = [
    "corrections",
    "preview",
    "text",
    "tags",
    "people",
    "search",
    "about",
    "contact",
    "method",
    "comments",
    "receipt",
    "votes",
];

/// Whether no section may have a slug.
#[must_use]
pub fn is_reserved(slug: &Slug) -> bool {
    RESERVED.contains(&slug.as_str())
}

/// Adds a topic, or replaces its names and its place when it is there already.
///
/// # Errors
/// [`DbError::Unique`] when another topic of its kind has one of its slugs, and
/// [`DbError::Check`] when a section's stands for something else, such as `search`.
pub fn put(
    tx: &mut Tx<'_, '_>,
    topic: (TopicId, Kind, Option<TopicId>, i64),
    names: &[TopicName],
    at: UtcMillis,
) -> Result<(), DbError> {
    let (id, kind, parent, position) = topic;
    let is_reserved = |name: &&TopicName| is_reserved(&name.slug);
    if kind == Kind::Section
        && let Some(name) = names.iter().find(is_reserved)
    {
        return Err(DbError::Check(format!(
            "no section may have the address {}",
            name.slug
        )));
    }
    store::put(tx, id, kind, parent, position)?;
    for name in names {
        // Whoever knows the old address is led on.
        let before = named(tx, id, name.lang)?.map(|topic| topic.slug);
        if let Some(before) = before.filter(|before| *before != name.slug) {
            store::keep_address(tx, (kind, name.lang, &before), id, at)?;
        }
        store::drop_address(tx, kind, name.lang, &name.slug)?;
        store::put_name(tx, id, kind, name)?;
    }
    changes::append(tx, Tag::topic(id), at.0, at)?;
    changes::append(tx, Tag::House, at.0, at)
}

/// Puts a story under its tags and people, in their order.
///
/// # Errors
/// [`DbError::ForeignKey`] when one of them does not exist.
pub fn attach(tx: &mut Tx<'_, '_>, article: ArticleId, topics: &[TopicId]) -> Result<(), DbError> {
    store::detach_all(tx, article)?;
    let hidden = protected(tx)?;
    let open = topics
        .iter()
        .filter(|topic| hidden.iter().all(|hidden| hidden.person != **topic));
    for (position, topic) in (0_i64..).zip(open) {
        store::attach(tx, article, *topic, position)?;
    }
    Ok(())
}

/// Lists a public story under its tags, its people, its section and the sections above that.
/// Gives all lists it stands in now or stood in before.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx<'_, '_>,
    article: &Article,
    published_at: UtcMillis,
) -> Result<Vec<TopicId>, DbError> {
    let mut topics = store::attached(tx, article.id)?;
    let mut section = article.section;
    for _ in 0..DEPTH_MAX {
        let Some(id) = section else { break };
        topics.push(id);
        section = store::parent(tx, id)?;
    }
    topics.sort_unstable();
    topics.dedup();
    let mut touched = unlist(tx, article.id)?;
    for topic in &topics {
        store::list(tx, *topic, article.lang, published_at, article.id)?;
    }
    touched.extend(topics);
    touched.sort_unstable();
    touched.dedup();
    Ok(touched)
}

/// Takes a story off every list; gives the lists it stood in.
///
/// # Errors
/// When the database fails.
pub fn unlist(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Vec<TopicId>, DbError> {
    let listed = store::listed_under(tx, article)?;
    store::unlist(tx, article)?;
    Ok(listed)
}

/// The lists that a story stands in.
///
/// # Errors
/// When the database fails.
pub fn listed_under(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Vec<TopicId>, DbError> {
    store::listed_under(tx, article)
}

/// Puts everything that stands under one tag under another, and lets the first one's addresses lead
/// there. Gives how many stories moved.
///
/// # Errors
/// [`DbError::Check`] unless both are tags, and two.
pub fn merge(
    tx: &mut Tx<'_, '_>,
    from: TopicId,
    into: TopicId,
    at: UtcMillis,
) -> Result<usize, DbError> {
    let both = (place(tx, from)?, place(tx, into)?);
    let are_tags = matches!(both, (Some((Kind::Tag, ..)), Some((Kind::Tag, ..))));
    if from == into || !are_tags {
        return Err(DbError::Check("only two tags can be merged".to_owned()));
    }
    let stories = store::under(tx, from)?;
    store::move_stories(tx, from, into)?;
    for lang in Lang::ALL {
        if let Some(old) = named(tx, from, lang)? {
            store::forget_name(tx, from, lang)?;
            store::keep_address(tx, (Kind::Tag, lang, &old.slug), into, at)?;
        }
    }
    store::lead_on(tx, from, into)?;
    store::delete(tx, from)?;
    for story in &stories {
        changes::append(tx, Tag::article(*story), at.0, at)?;
    }
    changes::append(tx, Tag::topic(from), at.0, at)?;
    changes::append(tx, Tag::topic(into), at.0, at)?;
    Ok(stories.len())
}
