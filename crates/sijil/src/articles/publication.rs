//! What may happen to a story: each function is one power, whole in its transaction.

use sijil_text::{Lang, Slug};

use super::{
    Article, ArticleError, ArticleId, Content, Correction, CorrectionKind, NewArticle, Printed,
    State, Withdrawal, content, roll, workflow,
};
use super::{redaction, store};
use crate::changes::{self, Tag};
use crate::clock::Zone;
use crate::db::{Tx, UtcMillis};
use crate::ids;
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::lists;
use crate::media;
use crate::staff::StaffId;
use crate::topics;

/// A scheduled story that is published later than this after its instant bears the later one: the
/// program was not running, or its clock was wrong.
const LATE_MS: i64 = 5_000;

/// Takes a story in as a draft.
///
/// # Errors
/// [`ArticleError::NoSlug`] and [`ArticleError::TranslationTaken`].
pub fn draft(tx: &mut Tx<'_, '_>, new: &NewArticle) -> Result<(), ArticleError> {
    let from_headline = || Slug::from_headline(&new.content.headline, new.lang);
    let slug = new
        .slug
        .clone()
        .or_else(from_headline)
        .ok_or(ArticleError::NoSlug)?;
    store::insert(tx, new, &slug).map_err(|error| match error {
        crate::db::DbError::Unique(key) if key.contains("translation") => {
            ArticleError::TranslationTaken
        }
        error => error.into(),
    })?;
    topics::attach(tx, new.id, &new.topics)?;
    roll::add(tx, new, &new.content.words(), ids::made_at(new.id.0))?;
    Ok(media::note_draft(tx, new.id, &new.content)?)
}

/// Replaces the working copy; what is public stays as it is until the next publication.
///
/// # Errors
/// [`ArticleError::NotFound`], and [`ArticleError::WrongState`] for a withdrawn story.
pub fn save(tx: &mut Tx<'_, '_>, id: ArticleId, content: &Content) -> Result<(), ArticleError> {
    let article = found(tx, id)?;
    refuse(&article, &[State::Withdrawn], "edited")?;
    store::set_content(tx, id, content)?;
    Ok(media::note_draft(tx, id, content)?)
}

/// Hands a draft to a second pair of eyes.
///
/// # Errors
/// [`ArticleError::WrongState`] unless it is a draft.
pub fn submit(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<(), ArticleError> {
    let article = found(tx, id)?;
    only(&article, &[State::Draft], "handed in for review")?;
    Ok(store::set_state(tx, id, State::Review, None)?)
}

/// Finds a story in review ready to be published.
///
/// # Errors
/// [`ArticleError::WrongState`] unless it is in review.
pub fn approve(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    staff: Option<StaffId>,
    at: UtcMillis,
) -> Result<(), ArticleError> {
    let article = found(tx, id)?;
    only(&article, &[State::Review], "found ready")?;
    workflow::approve(tx, id, staff, at)?;
    Ok(store::set_state(tx, id, State::Ready, None)?)
}

/// Gives a story back to its writer, whatever came after that.
///
/// # Errors
/// [`ArticleError::WrongState`] for a draft, and once it is public.
pub fn send_back(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<(), ArticleError> {
    let article = found(tx, id)?;
    let states = [State::Review, State::Ready, State::Scheduled];
    only(&article, &states, "sent back")?;
    Ok(store::set_state(tx, id, State::Draft, None)?)
}

/// Lets a story be published by itself at an instant.
///
/// # Errors
/// [`ArticleError::WrongState`] once it is public, [`ArticleError::Embargoed`] when the instant is
/// too early.
pub fn schedule(tx: &mut Tx<'_, '_>, id: ArticleId, at: UtcMillis) -> Result<(), ArticleError> {
    let article = found(tx, id)?;
    refuse(&article, &[State::Published, State::Withdrawn], "scheduled")?;
    embargoed(tx, id, at)?;
    Ok(store::set_state(tx, id, State::Scheduled, Some(at))?)
}

/// Takes a scheduled story off the clock; it stays ready.
///
/// # Errors
/// [`ArticleError::WrongState`] unless it is scheduled.
pub fn unschedule(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    staff: Option<StaffId>,
    at: UtcMillis,
) -> Result<(), ArticleError> {
    let article = found(tx, id)?;
    only(&article, &[State::Scheduled], "taken off the clock")?;
    workflow::approve(tx, id, staff, at)?;
    Ok(store::set_state(tx, id, State::Ready, None)?)
}

/// What a publication is made with.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'a> {
    /// When.
    pub at: UtcMillis,
    /// Where the newsroom counts its days.
    pub zone: &'a Zone,
    /// An identifier for the correction.
    pub correction_id: i64,
    /// The public correction that comes with it, if it corrects anything.
    pub correction: Option<&'a str>,
    /// What that is; without one, nothing.
    pub kind: CorrectionKind,
}

impl<'a> Publication<'a> {
    /// One that corrects nothing.
    #[must_use]
    pub fn plain(at: UtcMillis, zone: &'a Zone) -> Self {
        Self {
            at,
            zone,
            correction_id: 0,
            correction: None,
            kind: CorrectionKind::Correction,
        }
    }
}

/// Publishes the working copy as the story's next revision.
///
/// # Errors
/// [`ArticleError::WrongState`] for a withdrawn story, [`ArticleError::AddressTaken`],
/// [`ArticleError::Embargoed`].
pub fn publish(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    publication: &Publication<'_>,
) -> Result<(), ArticleError> {
    let version = store::bump(tx, id)?.ok_or(ArticleError::NotFound)?;
    let article = found(tx, id)?;
    refuse(&article, &[State::Withdrawn], "published")?;
    let at = publication.at;
    embargoed(tx, id, at)?;
    let published_at = article.published_at.unwrap_or(at);
    let day = article
        .day
        .unwrap_or_else(|| publication.zone.day(published_at));
    if !store::take_address(tx, &article, day, &article.slug, at)? {
        return Err(ArticleError::AddressTaken {
            day,
            slug: article.slug,
        });
    }
    let working = store::content(tx, id)?;
    let printed = Printed {
        article: id.0,
        at,
        content: redaction::printable(tx, working)?,
        correction: publication.correction.map(str::to_owned),
        correction_kind: publication
            .correction
            .filter(|_| publication.kind != CorrectionKind::Correction)
            .map(|_| publication.kind.word().to_owned()),
        lang: article.lang.code().to_owned(),
        number: article.revision + 1,
        redacted_at: None,
    };
    let canonical = printed.canonical().map_err(|error| {
        crate::db::DbError::Other(format!("write the canonical text of story {id}: {error}"))
    })?;
    store::insert_revision(
        tx,
        &printed,
        &content::sha256(canonical.as_bytes()),
        &canonical,
    )?;
    if let Some(text) = publication.correction {
        let correction = Correction {
            revision: printed.number,
            at,
            text: text.to_owned(),
            kind: publication.kind,
        };
        store::insert_correction(tx, publication.correction_id, id, &correction)?;
    }
    store::set_published(tx, id, &printed, (published_at, day))?;
    media::note_print(tx, id, &printed.content)?;
    let listed = topics::list(tx, &article, published_at)?;
    tell(tx, &article, version, at, &listed)
}

/// Takes a public story back; its address answers with the notice from now on.
///
/// # Errors
/// [`ArticleError::WrongState`] unless it is public.
pub fn withdraw(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    withdrawal: &Withdrawal,
) -> Result<(), ArticleError> {
    let version = store::bump(tx, id)?.ok_or(ArticleError::NotFound)?;
    let article = found(tx, id)?;
    only(&article, &[State::Published], "withdrawn")?;
    store::insert_withdrawal(tx, id, withdrawal)?;
    store::set_state(tx, id, State::Withdrawn, None)?;
    let unlisted = topics::unlist(tx, id)?;
    tell(tx, &article, version, withdrawal.at, &unlisted)
}

/// Makes a withdrawn story public again, as its newest revision stands.
///
/// # Errors
/// [`ArticleError::WrongState`] unless it is withdrawn.
pub fn reinstate(tx: &mut Tx<'_, '_>, id: ArticleId, at: UtcMillis) -> Result<(), ArticleError> {
    let version = store::bump(tx, id)?.ok_or(ArticleError::NotFound)?;
    let article = found(tx, id)?;
    only(&article, &[State::Withdrawn], "reinstated")?;
    store::delete_withdrawal(tx, id)?;
    store::set_state(tx, id, State::Published, None)?;
    let listed = topics::list(tx, &article, article.published_at.unwrap_or(at))?;
    tell(tx, &article, version, at, &listed)
}

/// Gives a story another slug; its old address leads to the new one for ever.
///
/// # Errors
/// [`ArticleError::AddressTaken`].
pub fn rename(
    tx: &mut Tx<'_, '_>,
    id: ArticleId,
    slug: &Slug,
    at: UtcMillis,
) -> Result<(), ArticleError> {
    let version = store::bump(tx, id)?.ok_or(ArticleError::NotFound)?;
    let article = found(tx, id)?;
    if let Some(day) = article.day
        && !store::take_address(tx, &article, day, slug, at)?
    {
        return Err(ArticleError::AddressTaken {
            day,
            slug: slug.clone(),
        });
    }
    store::set_slug(tx, id, slug)?;
    if article.revision == 0 {
        return Ok(());
    }
    let listed = topics::listed_under(tx, id)?;
    tell(tx, &article, version, at, &listed)
}

/// Publishes the scheduled stories whose instant has come; gives how many.
///
/// A story whose address is taken goes back to review, so that one clash holds up no other. The
/// ledger says of each what became of it, with the name of who set the instant.
///
/// # Errors
/// When the database fails.
pub fn publish_due(
    tx: &mut Tx<'_, '_>,
    clock: &Hand<'_>,
    zone: &Zone,
) -> Result<usize, ArticleError> {
    let now = clock.at;
    let due = store::due(tx, now, 100)?;
    for (id, wanted) in &due {
        // Readers are told the instant that was promised, unless the program was not there for it.
        let is_late = now.0 - wanted.0 > LATE_MS;
        let publication = Publication::plain(if is_late { now } else { *wanted }, zone);
        let act = match publish(tx, *id, &publication) {
            Err(ArticleError::AddressTaken { day, slug }) => {
                tracing::warn!(story = id.0, %day, %slug, "address taken; back to review");
                store::set_state(tx, *id, State::Review, None)?;
                Act::SentBack
            }
            Err(ArticleError::Embargoed { .. }) => {
                tracing::warn!(story = id.0, "under embargo; back to review");
                store::set_state(tx, *id, State::Review, None)?;
                Act::SentBack
            }
            other => other.map(|()| Act::CameOut)?,
        };
        let story = Subject(Kind::Story, id.0);
        let by = ledger::last_by(tx, Act::Scheduled, story)?.unwrap_or_default();
        ledger::append(tx, clock, act, story, &by)?;
    }
    Ok(due.len())
}

fn found(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Article, ArticleError> {
    store::article(tx, id)?.ok_or(ArticleError::NotFound)
}

fn embargoed(tx: &mut Tx<'_, '_>, id: ArticleId, at: UtcMillis) -> Result<(), ArticleError> {
    match workflow::embargo(tx, id)? {
        Some((until, _)) if at < until => Err(ArticleError::Embargoed { until }),
        _ => Ok(()),
    }
}

fn only(article: &Article, states: &[State], wanted: &'static str) -> Result<(), ArticleError> {
    if states.contains(&article.state) {
        return Ok(());
    }
    let state = article.state;
    Err(ArticleError::WrongState { state, wanted })
}

fn refuse(article: &Article, states: &[State], wanted: &'static str) -> Result<(), ArticleError> {
    if states.contains(&article.state) {
        return Err(ArticleError::WrongState {
            state: article.state,
            wanted,
        });
    }
    Ok(())
}

/// Appends what a change of a story changes for readers: the story itself, each list it stands in
/// or stood in, and its translation, which links to it.
pub(super) fn tell(
    tx: &mut Tx<'_, '_>,
    article: &Article,
    version: i64,
    at: UtcMillis,
    lists: &[topics::TopicId],
) -> Result<(), ArticleError> {
    changes::append(tx, Tag::article(article.id), version, at)?;
    for other in Lang::ALL.into_iter().filter(|lang| *lang != article.lang) {
        if let Some(card) = lists::translation(tx, article.translation, other)? {
            changes::append(tx, Tag::article(card.id), version, at)?;
        }
    }
    for topic in lists {
        changes::append(tx, Tag::topic(*topic), version, at)?;
    }
    Ok(changes::append(tx, Tag::latest(article.lang), version, at)?)
}
