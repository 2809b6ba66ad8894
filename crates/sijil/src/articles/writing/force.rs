//! Putting a sheet in force: from what is being written to what the next publication prints.

use sijil_text::{Lang, Slug, clean_line};

use super::{Open, Sheet, made_up, store};
use crate::articles::{Article, ArticleError, ArticleId, NewArticle, TranslationId, publication};
use crate::clock::Zone;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ids::Ids;
use crate::ledger::{self, Act, Hand, Kind as Subjects, Subject};
use crate::media;
use crate::staff::Staff;
use crate::topics::{self, Kind, TopicId, TopicName};

/// How many stories of a day may bear the same headline.
const SAME_SLUG_MAX: usize = 20;

/// What a new story begins with.
#[derive(Debug, Clone, Copy)]
pub struct Begun<'a> {
    /// Its language.
    pub lang: Lang,
    /// Its section, if it is known.
    pub section: Option<TopicId>,
    /// Its headline, if there is one.
    pub headline: &'a str,
}

/// Begins a story of somebody's own.
///
/// # Errors
/// When the database fails.
pub fn begin(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: ArticleId,
    begun: &Begun<'_>,
) -> Result<(), ArticleError> {
    let mut content = Sheet::empty().content;
    content.headline = clean_line(begun.headline);
    let new = NewArticle {
        id,
        translation: TranslationId(id.0),
        lang: begun.lang,
        section: begun.section,
        topics: Vec::new(),
        slug: Slug::parse(&made_up(id.0)).ok(),
        content,
        owner: Some(staff.id),
    };
    publication::draft(tx, &new)?;
    let detail = begun.lang.code();
    Ok(ledger::append(
        tx,
        hand,
        Act::Begun,
        Subject(Subjects::Story, id.0),
        detail,
    )?)
}

/// Whether readers can be shown what was written.
///
/// # Errors
/// [`ArticleError::Empty`], [`ArticleError::NoAlt`].
pub fn check(open: &Open) -> Result<(), ArticleError> {
    let content = &open.sheet.content;
    if content.headline.is_empty() || content.body.is_empty() {
        return Err(ArticleError::Empty);
    }
    if media::without_alt(content) > 0 {
        return Err(ArticleError::NoAlt);
    }
    Ok(())
}

/// Makes what was written the story's content, section, tags and slug, and checks that readers can
/// be shown it. Nothing is public before the publication that follows in the same transaction.
///
/// # Errors
/// [`ArticleError::Empty`], [`ArticleError::NoAlt`], [`ArticleError::NoSlug`],
/// [`ArticleError::AddressTaken`].
pub fn put_in_force(
    tx: &mut Tx<'_, '_>,
    open: &Open,
    (ids, zone): (&Ids, &Zone),
    at: UtcMillis,
) -> Result<(), ArticleError> {
    check(open)?;
    let (article, sheet) = (&open.article, &open.sheet);
    let mut content = sheet.content.clone();
    let mut under = Vec::new();
    for tag in &sheet.tags {
        under.extend(tagged(tx, article.lang, tag, (ids, at))?);
    }
    for byline in &mut content.bylines {
        if byline.person.is_none() {
            byline.person = store::called(tx, Kind::Person, article.lang.code(), &byline.name)?;
        }
        under.extend(byline.person);
    }
    under.extend(store::nameless(tx, article.id, article.lang.code())?);
    under.dedup();
    set_slug(tx, open, zone, at)?;
    crate::articles::store::set_content(tx, article.id, &content)?;
    crate::articles::store::set_section(tx, article.id, sheet.section)?;
    Ok(topics::attach(tx, article.id, &under)?)
}

/// The tags and people that a sheet names and that are there, with those that have no name in its
/// language.
///
/// # Errors
/// When the database fails.
pub fn known(tx: &mut Tx<'_, '_>, open: &Open) -> Result<Vec<TopicId>, DbError> {
    let lang = open.article.lang.code();
    let mut found = Vec::new();
    for tag in &open.sheet.tags {
        found.extend(store::called(tx, Kind::Tag, lang, tag)?);
    }
    for byline in &open.sheet.content.bylines {
        let named = store::called(tx, Kind::Person, lang, &byline.name)?;
        found.extend(byline.person.or(named));
    }
    found.extend(store::nameless(tx, open.article.id, lang)?);
    found.dedup();
    Ok(found)
}

/// The tag of a name; a new one where there is none.
fn tagged(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    name: &str,
    (ids, at): (&Ids, UtcMillis),
) -> Result<Option<TopicId>, DbError> {
    if let Some(tag) = store::called(tx, Kind::Tag, lang.code(), name)? {
        return Ok(Some(tag));
    }
    let Some(slug) = Slug::from_headline(name, lang) else {
        return Ok(None);
    };
    if let Some(tag) = topics::with_slug(tx, Kind::Tag, lang, &slug)? {
        return Ok(Some(tag.id));
    }
    let id: TopicId = ids.next(at);
    let named = TopicName {
        lang,
        slug,
        name: name.to_owned(),
        role: String::new(),
        about: String::new(),
    };
    topics::put(tx, (id, Kind::Tag, None, 0), &[named], at)?;
    Ok(Some(id))
}

/// A slug that was chosen must be free; one from the headline makes way.
fn set_slug(
    tx: &mut Tx<'_, '_>,
    open: &Open,
    zone: &Zone,
    at: UtcMillis,
) -> Result<(), ArticleError> {
    let (article, chosen) = (&open.article, open.sheet.slug.as_str());
    if !chosen.is_empty() {
        let slug = Slug::from_headline(chosen, article.lang).ok_or(ArticleError::NoSlug)?;
        if slug == article.slug {
            return Ok(());
        }
        return publication::rename(tx, article.id, &slug, at);
    }
    let is_settled = article.revision > 0 && article.slug.as_str() != made_up(article.id.0);
    if is_settled {
        return Ok(());
    }
    let headline = &open.sheet.content.headline;
    let slug = Slug::from_headline(headline, article.lang).ok_or(ArticleError::NoSlug)?;
    let slug = free(tx, article, slug, &zone.day(at).to_string())?;
    Ok(crate::articles::store::set_slug(tx, article.id, &slug)?)
}

/// The slug, or the slug with the first number behind it that no other story of the day has.
fn free(tx: &mut Tx<'_, '_>, article: &Article, slug: Slug, day: &str) -> Result<Slug, DbError> {
    for number in 1..=SAME_SLUG_MAX {
        let tried = match number {
            1 => slug.clone(),
            _ => Slug::parse(&format!("{slug}-{number}")).unwrap_or_else(|_| slug.clone()),
        };
        let there = crate::articles::at_address(tx, article.lang, day, tried.as_str())?;
        if there.is_none_or(|other| other == article.id) {
            return Ok(tried);
        }
    }
    Ok(slug)
}
