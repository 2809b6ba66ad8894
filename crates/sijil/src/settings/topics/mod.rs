//! Sections, tags and people at the desk: named, moved, and two tags made one.

pub mod desk;

use sijil_text::{Lang, Slug, clean_line};

use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Subject};
use crate::topics::{self, Kind, TopicId, TopicName};

/// Deepest tree of sections.
const DEPTH_MAX: usize = 8;
/// Characters of a name and of what is said about it.
const NAME_CHARS_MAX: usize = 80;
const ABOUT_CHARS_MAX: usize = 400;

/// A section, tag or person as it is to be: what was typed, once it is found to be right.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// What it is.
    pub kind: Kind,
    /// The section above it.
    pub parent: Option<TopicId>,
    /// Its place in the newsroom's order.
    pub position: i64,
    /// Its names, one a language at most.
    pub names: Vec<TopicName>,
}

/// Why a topic cannot be as it was typed; each a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It has a name in neither language.
    Nameless,
    /// A slug is none.
    Slug,
    /// A slug is another's, or one of our own words.
    Taken,
    /// A section would stand below itself.
    Loop,
}

/// A topic's name in a language as it was typed: name, slug, role, about. Nothing where no name was
/// typed; an empty slug is made from the name.
///
/// # Errors
/// [`Wrong::Slug`].
pub fn name(lang: Lang, typed: [&str; 4]) -> Result<Option<TopicName>, Wrong> {
    let [name, slug, role, about] = typed.map(clean_line);
    if name.is_empty() {
        return Ok(None);
    }
    let slug = match slug.as_str() {
        "" => Slug::from_headline(&name, lang).ok_or(Wrong::Slug)?,
        slug => Slug::parse(slug).map_err(|_refused| Wrong::Slug)?,
    };
    let short = |text: String, max| text.chars().take(max).collect();
    Ok(Some(TopicName {
        lang,
        slug,
        name: short(name, NAME_CHARS_MAX),
        role: short(role, NAME_CHARS_MAX),
        about: short(about, ABOUT_CHARS_MAX),
    }))
}

/// Keeps a topic as it is wanted; gives why it cannot be, and then keeps nothing.
///
/// # Errors
/// When the database fails.
pub fn put(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: TopicId,
    wanted: &Wanted,
) -> Result<Option<Wrong>, DbError> {
    if wanted.names.is_empty() {
        return Ok(Some(Wrong::Nameless));
    }
    if is_below(tx, wanted.parent, id)? {
        return Ok(Some(Wrong::Loop));
    }
    for name in &wanted.names {
        let other = topics::with_slug(tx, wanted.kind, name.lang, &name.slug)?;
        let is_own_word = wanted.kind == Kind::Section && topics::is_reserved(&name.slug);
        if is_own_word || other.is_some_and(|other| other.id != id) {
            return Ok(Some(Wrong::Taken));
        }
    }
    let place = (id, wanted.kind, wanted.parent, wanted.position);
    topics::put(tx, place, &wanted.names, hand.at)?;
    let names: Vec<&str> = wanted.names.iter().map(|name| name.name.as_str()).collect();
    ledger::append(
        tx,
        hand,
        Act::TopicSet,
        about(wanted.kind, id),
        &names.join(" / "),
    )?;
    Ok(None)
}

/// Makes one tag of two, by the first one's end.
///
/// # Errors
/// When the database fails, or they are not two tags.
pub fn merge(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    from: TopicId,
    into: TopicId,
) -> Result<usize, DbError> {
    let moved = topics::merge(tx, from, into, hand.at)?;
    let detail = format!("{from} → {into}, {moved}");
    ledger::append(tx, hand, Act::TagsMerged, about(Kind::Tag, into), &detail)?;
    Ok(moved)
}

fn about(kind: Kind, id: TopicId) -> Subject {
    match kind {
        Kind::Section => Subject(ledger::Kind::Section, id.0),
        Kind::Tag | Kind::Person => Subject(ledger::Kind::Topic, id.0),
    }
}

/// Whether a section stands at or below another.
fn is_below(
    tx: &mut Tx<'_, '_>,
    section: Option<TopicId>,
    other: TopicId,
) -> Result<bool, DbError> {
    let mut at = section;
    for _ in 0..DEPTH_MAX {
        let Some(id) = at else { return Ok(false) };
        if id == other {
            return Ok(true);
        }
        at = topics::place(tx, id)?.and_then(|(_, parent, _)| parent);
    }
    // Deeper than any list of ours goes.
    Ok(at.is_some())
}
