//! Translating a story: what a translation was made from, and whether that says something else by now.

mod store;

use super::diff::{self, Piece};
use super::writing::{self, Open, WritingError};
use super::{ArticleError, ArticleId, Content, NewArticle, publication};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::staff::Staff;
use crate::topics;
use sijil_text::{Lang, Slug};

pub use store::counterpart;

/// What a translation is made from, beside which it is written.
#[derive(Debug, Clone)]
pub struct Source {
    /// The story.
    pub id: ArticleId,
    /// Its language.
    pub lang: Lang,
    /// What it says now.
    pub content: Content,
    /// Whether it said something else when the translation was last brought level.
    pub is_ahead: bool,
    /// What changed in it since then.
    pub changes: Vec<Vec<Piece>>,
}

/// Begins the translation of a story into the other language; gives the one that is there already.
///
/// # Errors
/// [`WritingError::NotFound`].
pub fn begin(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: ArticleId,
) -> Result<ArticleId, WritingError> {
    let open = writing::open(tx, staff, id, hand.at)?;
    let lang = open.article.lang.other();
    if let Some(other) = counterpart(tx, open.article.translation, lang)? {
        return Ok(other);
    }
    let new = translated(tx, hand, staff, &open)?;
    let begun = publication::draft(tx, &new).map_err(|error| match error {
        ArticleError::Db(error) => error,
        error => DbError::Other(error.to_string()),
    });
    begun?;
    keep_basis(tx, hand, staff, new.id, id)?;
    let subject = Subject(Kind::Story, new.id.0);
    ledger::append(tx, hand, Act::TranslationBegun, subject, lang.code())?;
    Ok(new.id)
}

/// A story with what needs no translation: place, picture and names, the latter as the other
/// language has them.
fn translated(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    open: &Open,
) -> Result<NewArticle, DbError> {
    let id: ArticleId = hand.ids.next(hand.at);
    let lang = open.article.lang.other();
    let mut content = writing::Sheet::empty().content;
    content.picture = open.sheet.content.picture.clone();
    if let Some(picture) = &mut content.picture {
        (picture.alt, picture.caption) = (String::new(), String::new());
    }
    content.is_day_only = open.sheet.content.is_day_only;
    content.bylines = open.sheet.content.bylines.clone();
    for byline in &mut content.bylines {
        if let Some(person) = byline.person
            && let Some(named) = topics::named(tx, person, lang)?
        {
            byline.name = named.name;
        }
    }
    Ok(NewArticle {
        id,
        translation: open.article.translation,
        lang,
        section: open.sheet.section,
        topics: writing::known(tx, open)?,
        slug: Slug::parse(&writing::made_up(id.0)).ok(),
        content,
        owner: Some(staff.id),
    })
}

/// What a story is translated from; `None` for one that is no translation.
///
/// # Errors
/// When the database fails.
pub fn source(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    now: UtcMillis,
) -> Result<Option<Source>, WritingError> {
    let Some((source, basis)) = store::basis(tx, id)? else {
        return Ok(None);
    };
    let (lang, content) = says(tx, source, now)?;
    Ok(Some(Source {
        id: source,
        lang,
        is_ahead: content.words() != basis.words(),
        changes: diff::contents(&basis, &content),
        content,
    }))
}

/// Says that a translation is level with its source again.
///
/// # Errors
/// [`WritingError::NotFound`], also for a story that is no translation.
pub fn level(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: ArticleId,
) -> Result<(), WritingError> {
    writing::open(tx, staff, id, hand.at)?;
    let (source, _) = store::basis(tx, id)?.ok_or(WritingError::NotFound)?;
    keep_basis(tx, hand, staff, id, source)
}

fn keep_basis(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: ArticleId,
    source: ArticleId,
) -> Result<(), WritingError> {
    let (_, content) = says(tx, source, hand.at)?;
    Ok(store::put_basis(
        tx,
        (id, source),
        &content,
        (staff.id, hand.at),
    )?)
}

/// What a story says to whom it is translated for: what readers see, else what is being written.
fn says(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    now: UtcMillis,
) -> Result<(Lang, Content), WritingError> {
    let open = writing::behind(tx, id, now)?;
    let printed = super::newest(tx, id)?;
    let content = printed.map_or(open.sheet.content, |printed| printed.content);
    Ok((open.article.lang, content))
}
