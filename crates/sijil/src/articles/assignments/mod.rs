//! Who is to write what by when. Light on purpose: a sentence, a person, an instant; the story
//! follows when it is begun.

mod store;

use sijil_text::{Lang, clean_line};

use super::writing::{self, Begun};
use super::{ArticleError, ArticleId};
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_id;
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::staff::{self, Power, Staff, StaffId};

pub use store::{between, open, open_of};

/// Characters of a brief.
const CHARS_MAX: usize = 500;

db_id! {
    /// An assignment.
    AssignmentId
}

/// An assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Its identifier.
    pub id: AssignmentId,
    /// What is to be written.
    pub brief: String,
    /// In which language.
    pub lang: Lang,
    /// Who is to write it.
    pub staff: StaffId,
    /// Their name.
    pub whom: String,
    /// Who asked for it.
    pub by: String,
    /// By when.
    pub due_at: UtcMillis,
    /// The story, once it is begun.
    pub article: Option<ArticleId>,
}

/// Something that somebody is to write.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What.
    pub brief: String,
    /// In which language.
    pub lang: Lang,
    /// Who.
    pub staff: StaffId,
    /// By when.
    pub due_at: UtcMillis,
}

/// Gives somebody something to write; `false` when it is not said what, or nobody
/// of that name writes.
///
/// # Errors
/// When the database fails.
pub fn give(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    by: &Staff,
    asked: &Asked,
) -> Result<bool, DbError> {
    let brief: String = clean_line(&asked.brief).chars().take(CHARS_MAX).collect();
    let mut all = staff::list(tx)?.into_iter();
    let writes = all
        .any(|other| other.id == asked.staff && !other.is_disabled && other.role.may(Power::Write));
    if brief.is_empty() || !writes {
        return Ok(false);
    }
    let id: AssignmentId = hand.ids.next(hand.at);
    store::insert(tx, id, (asked, &brief), (by.id, hand.at))?;
    ledger::append(
        tx,
        hand,
        Act::Assigned,
        Subject(Kind::Staff, asked.staff.0),
        &brief,
    )?;
    Ok(true)
}

/// Begins the story of an assignment of one's own; gives the one that is begun already. `None` when
/// there is no such assignment.
///
/// # Errors
/// When the database fails.
pub fn begin(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: AssignmentId,
) -> Result<Option<ArticleId>, ArticleError> {
    let Some(found) = store::with_id(tx, id)?.filter(|found| found.staff == staff.id) else {
        return Ok(None);
    };
    if found.article.is_some() {
        return Ok(found.article);
    }
    let article: ArticleId = hand.ids.next(hand.at);
    let begun = Begun {
        lang: found.lang,
        section: None,
        headline: &found.brief,
    };
    writing::begin(tx, hand, staff, article, &begun)?;
    store::set_article(tx, id, article)?;
    Ok(Some(article))
}

/// Says that an assignment is done with, by whom it was given to or by an editor; `false` when it is
/// not theirs.
///
/// # Errors
/// When the database fails.
pub fn end(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: AssignmentId,
) -> Result<bool, DbError> {
    let may_end = |found: &Assignment| found.staff == staff.id || staff.role.may(Power::Publish);
    let Some(found) = store::with_id(tx, id)?.filter(may_end) else {
        return Ok(false);
    };
    store::end(tx, id, hand.at)?;
    let subject = Subject(Kind::Staff, found.staff.0);
    ledger::append(tx, hand, Act::AssignmentEnded, subject, &found.brief)?;
    Ok(true)
}
