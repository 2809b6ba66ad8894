//! Writing a story: the sheet that is saved every few seconds, who writes now, and what happens when
//! two do. Nobody's text is lost: what cannot be the newest sheet is kept as a copy beside it.

mod copies;
mod force;
mod lock;
mod sheet;
mod store;

pub use copies::thin;
pub use force::{Begun, begin, check, known, put_in_force};
pub use lock::{leave, lock, take_over};
pub use sheet::{Sheet, Typed, made_up, markup, shown};
pub use store::{copies, copy_with};

use self::copies::set_aside;
use self::lock::start_writing;
use super::roll::{self, LOCK_MS};
use super::{Article, ArticleId, State};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::media;
use crate::staff::{Power, Staff, StaffId};
use crate::topics;
use crate::{db_enum, db_id};

db_id! {
    /// An older sheet of a story.
    CopyId
}

db_enum! {
    /// Why a copy was made.
    CopyKind {
        /// It was the newest sheet once.
        Saved = "saved",
        /// Somebody else had saved meanwhile, or had taken over.
        Aside = "aside",
    }
}

/// The newest sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// How often it was saved; 0 when nobody wrote at the desk yet.
    pub version: i64,
    /// The page of a browser that it came from.
    pub page: String,
    /// Who saved it.
    pub staff: StaffId,
    /// Their name.
    pub by: String,
    /// When.
    pub at: UtcMillis,
    /// What it says.
    pub sheet: Sheet,
}

/// A sheet as it was, or would have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Its identifier.
    pub id: CopyId,
    /// The story.
    pub article: ArticleId,
    /// Why it was made.
    pub kind: CopyKind,
    /// Whose text it is.
    pub staff: StaffId,
    /// Their name.
    pub by: String,
    /// When.
    pub at: UtcMillis,
    /// What it says.
    pub sheet: Sheet,
}

/// Who is writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// Who.
    pub staff: StaffId,
    /// Their name.
    pub by: String,
    /// Since when.
    pub since: UtcMillis,
}

/// A story as it lies open on the desk.
#[derive(Debug, Clone)]
pub struct Open {
    /// The story.
    pub article: Article,
    /// Its line of the roll.
    pub entry: roll::Entry,
    /// What is being written.
    pub sheet: Sheet,
    /// How often that was saved.
    pub version: i64,
    /// Who saved it last, and when.
    pub saved: Option<(String, UtcMillis)>,
    /// Who writes.
    pub lock: Option<Lock>,
    /// The picture's number in the library.
    pub picture: Option<i64>,
}

/// Why something cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WritingError {
    /// There is no such story, or it is not theirs to see.
    #[error("there is no such story")]
    NotFound,
    /// It is theirs to see, but nobody may write in that state, or not they.
    #[error("a story that is {} cannot be written on", .0.word())]
    Closed(State),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What a form or a script sends.
#[derive(Debug, Clone)]
pub struct Saving {
    /// The fields.
    pub typed: Typed,
    /// The version that they were made from.
    pub version: i64,
    /// The page of a browser they come from: what it saved itself is no surprise to it.
    pub page: String,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is the newest sheet.
    Kept {
        /// Its version.
        version: i64,
        /// When it was saved.
        at: UtcMillis,
    },
    /// Somebody else was first; the text is kept as a copy.
    Beaten(Box<Beaten>),
}

/// Who was first, with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beaten {
    /// Whose sheet is the newest, or who took over.
    pub by: String,
    /// Since when.
    pub at: UtcMillis,
    /// Whether they are writing now.
    pub is_writing: bool,
    /// The newest version.
    pub version: i64,
    /// What it says.
    pub typed: Typed,
    /// Where the losing text is kept.
    pub copy: CopyId,
}

/// A story for somebody who may see it.
///
/// # Errors
/// [`WritingError::NotFound`].
pub fn open(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    id: ArticleId,
    now: UtcMillis,
) -> Result<Open, WritingError> {
    let open = behind(tx, id, now)?;
    if !may_see(staff, &open.entry) {
        return Err(WritingError::NotFound);
    }
    Ok(open)
}

/// The same whoever asks: for what stands behind a link, or beside a translation.
///
/// # Errors
/// [`WritingError::NotFound`].
pub fn behind(tx: &mut Tx<'_, '_>, id: ArticleId, now: UtcMillis) -> Result<Open, WritingError> {
    let entry = roll::entry(tx, id, now)?.ok_or(WritingError::NotFound)?;
    let article = super::article(tx, id)?.ok_or(WritingError::NotFound)?;
    let draft = store::draft(tx, id)?;
    let (version, saved) = match &draft {
        Some(draft) => (draft.version, Some((draft.by.clone(), draft.at))),
        None => (0, None),
    };
    let sheet = match draft {
        Some(draft) => draft.sheet,
        None => first_sheet(tx, &article)?,
    };
    let picture = picture_id(tx, &sheet)?;
    let lock = store::lock(tx, id, UtcMillis(now.0 - LOCK_MS))?;
    Ok(Open {
        article,
        entry,
        sheet,
        version,
        saved,
        lock,
        picture,
    })
}

/// The number in the library of a sheet's picture.
///
/// # Errors
/// When the database fails.
pub fn picture_id(tx: &mut Tx<'_, '_>, sheet: &Sheet) -> Result<Option<i64>, DbError> {
    match &sheet.content.picture {
        Some(used) => store::picture_id(tx, &used.sha256),
        None => Ok(None),
    }
}

/// What a story says and where it stands by its last publication, or when it came in.
///
/// # Errors
/// When the database fails.
pub fn first_sheet(tx: &mut Tx<'_, '_>, article: &Article) -> Result<Sheet, DbError> {
    let content = super::store::content(tx, article.id)?;
    let topics = topics::of_article(tx, article.id, article.lang)?;
    Ok(Sheet::of(article, content, &topics))
}

/// Whether somebody may see a story at the desk: their own, and editors all that they reach.
#[must_use]
pub fn may_see(staff: &Staff, entry: &roll::Entry) -> bool {
    let owner = entry.owner.as_ref().map(|(owner, _)| *owner);
    owner == Some(staff.id) || may_publish(staff, entry)
}

/// Whether somebody may decide on a story.
#[must_use]
pub fn may_publish(staff: &Staff, entry: &roll::Entry) -> bool {
    let section = entry.section.as_ref().map(|(section, _)| *section);
    staff.role.may(Power::Publish) && staff.reaches(entry.lang, section)
}

/// Whether somebody who sees a story may write on it now.
#[must_use]
pub fn may_write(staff: &Staff, state: State) -> bool {
    match state {
        State::Draft | State::Review | State::Published => true,
        State::Ready => staff.role.may(Power::Publish),
        // What was promised to readers at an instant is not changed under way.
        State::Scheduled | State::Withdrawn => false,
    }
}

/// Saves a sheet, unless somebody else was first.
///
/// # Errors
/// [`WritingError::NotFound`], [`WritingError::Closed`].
pub fn save(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    id: ArticleId,
    saving: &Saving,
) -> Result<Saved, WritingError> {
    roll::take(tx, id)?;
    let open = open(tx, staff, id, hand.at)?;
    if !may_write(staff, open.entry.state) {
        return Err(WritingError::Closed(open.entry.state));
    }
    let mut sheet = saving.typed.upon(&open.sheet);
    sheet.content.picture = picture(tx, &saving.typed)?;
    let before = store::draft(tx, id)?;
    let other = open.lock.as_ref().filter(|lock| lock.staff != staff.id);
    if sheet == open.sheet {
        // Nothing to keep, and so nothing to lose, whoever writes.
        if other.is_none() {
            store::see_lock(tx, id, hand.at)?;
        }
        return Ok(Saved::Kept {
            version: open.version,
            at: before.map_or(hand.at, |draft| draft.at),
        });
    }
    if let Some(lock) = other {
        let first = (lock.by.clone(), lock.since, true);
        return beaten(tx, hand, (staff, &open), &sheet, first);
    }
    if open.lock.is_none() {
        start_writing(tx, hand, staff, &open)?;
    }
    store::see_lock(tx, id, hand.at)?;
    if let Some(draft) = before.filter(|draft| draft.version != saving.version) {
        let is_own = draft.staff == staff.id && draft.page == saving.page;
        if !is_own || saving.page.is_empty() {
            let first = (draft.by.clone(), draft.at, false);
            return beaten(tx, hand, (staff, &open), &sheet, first);
        }
    }
    keep(tx, hand, staff, &open, (sheet, &saving.page))
}

fn keep(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    staff: &Staff,
    open: &Open,
    (sheet, page): (Sheet, &str),
) -> Result<Saved, WritingError> {
    let (id, at) = (open.article.id, hand.at);
    let draft = Draft {
        version: open.version + 1,
        page: page.to_owned(),
        staff: staff.id,
        by: String::new(),
        at,
        sheet,
    };
    store::put_draft(tx, id, &draft)?;
    media::note_draft(tx, id, &draft.sheet.content)?;
    set_aside(tx, hand, (id, staff.id), CopyKind::Saved, &draft.sheet)?;
    roll::set_title(tx, id, &draft.sheet.content.headline)?;
    if open.article.revision == 0 {
        roll::set_words(tx, id, &draft.sheet.content.words())?;
        roll::set_section(tx, id, draft.sheet.section)?;
    }
    roll::touch(tx, id, Some(staff.id), at)?;
    let version = draft.version;
    Ok(Saved::Kept { version, at })
}

fn beaten(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (staff, open): (&Staff, &Open),
    sheet: &Sheet,
    (by, at, is_writing): (String, UtcMillis, bool),
) -> Result<Saved, WritingError> {
    let whose = (open.article.id, staff.id);
    let copy = set_aside(tx, hand, whose, CopyKind::Aside, sheet)?;
    Ok(Saved::Beaten(Box::new(Beaten {
        by,
        at,
        is_writing,
        version: open.version,
        typed: open.sheet.typed(open.article.lang, open.picture),
        copy,
    })))
}

fn picture(tx: &mut Tx<'_, '_>, typed: &Typed) -> Result<Option<super::PictureUse>, DbError> {
    let Ok(id) = typed.picture.trim().parse() else {
        return Ok(None);
    };
    let clean = |text: &str| sijil_text::clean_line(text);
    Ok(store::picture(tx, id)?.map(|used| super::PictureUse {
        alt: clean(&typed.picture_alt),
        caption: clean(&typed.picture_caption),
        credit: clean(&typed.picture_credit),
        ..used
    }))
}
