//! From the writer's desk to the readers: who hands on, decides and publishes, each step with its row
//! of the ledger.

mod store;

use super::writing::{self, Open, WritingError};
use super::{ArticleError, ArticleId, CorrectionKind, Withdrawal, newest, publication, roll};
use crate::clock::Zone;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::staff::Staff;

pub use store::embargo;
pub(super) use store::{approve, disapprove};

/// What somebody decides about a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Hand it in for review.
    Submit,
    /// Find it ready.
    Approve,
    /// Give it back to its writer.
    SendBack,
    /// Publish it by itself at an instant.
    Schedule(UtcMillis),
    /// Take it off the clock.
    Unschedule,
    /// Publish it now; of a public story, with what readers are told about the change, if anything.
    Publish(Option<(CorrectionKind, String)>),
    /// Take it back, with a notice to readers.
    Withdraw(String),
    /// Make it public again.
    Reinstate,
    /// Let nobody publish it before an instant, and why.
    SetEmbargo(UtcMillis, String),
    /// Lift that.
    LiftEmbargo,
}

/// Why it is not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such story, or it is not theirs to see.
    #[error("there is no such story")]
    NotFound,
    /// It is theirs to see, not to decide on.
    #[error("the story is not theirs to decide on")]
    Forbidden,
    /// Somebody else is writing; who.
    #[error("{0} is writing the story")]
    Locked(String),
    /// The instant is over.
    #[error("the instant is over")]
    Past,
    /// Readers must be told something.
    #[error("there are no words for readers")]
    NoWords,
    /// Nothing is different from what readers see.
    #[error("nothing has changed")]
    Unchanged,
    /// The story's own rules.
    #[error(transparent)]
    Article(ArticleError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<ArticleError> for Refusal {
    fn from(error: ArticleError) -> Self {
        match error {
            ArticleError::NotFound => Self::NotFound,
            ArticleError::Db(error) => Self::Db(error),
            other => Self::Article(other),
        }
    }
}

impl From<WritingError> for Refusal {
    fn from(error: WritingError) -> Self {
        match error {
            WritingError::NotFound => Self::NotFound,
            WritingError::Closed(_) => Self::Forbidden,
            WritingError::Db(error) => Self::Db(error),
        }
    }
}

/// Who decides, and where the newsroom counts its days.
#[derive(Clone, Copy)]
pub struct Decider<'a> {
    /// Who.
    pub staff: &'a Staff,
    /// The newsroom's zone.
    pub zone: &'a Zone,
}

/// Does it, and writes it down.
///
/// # Errors
/// [`Refusal`].
pub fn perform(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    decider: Decider<'_>,
    id: ArticleId,
    order: &Order,
) -> Result<(), Refusal> {
    roll::take(tx, id)?;
    let staff = decider.staff;
    let open = writing::open(tx, staff, id, hand.at)?;
    if *order != Order::Submit && !writing::may_publish(staff, &open.entry) {
        return Err(Refusal::Forbidden);
    }
    let other = open.lock.as_ref().filter(|lock| lock.staff != staff.id);
    let needs_peace = matches!(
        order,
        Order::Submit | Order::Approve | Order::Schedule(_) | Order::Publish(_)
    );
    if let Some(lock) = other.filter(|_| needs_peace) {
        return Err(Refusal::Locked(lock.by.clone()));
    }
    let (act, detail) = decide(tx, hand, decider, &open, order)?;
    if needs_peace {
        writing::leave(tx, staff, id)?;
    }
    roll::touch(tx, id, Some(staff.id), hand.at)?;
    Ok(ledger::append(
        tx,
        hand,
        act,
        Subject(Kind::Story, id.0),
        &detail,
    )?)
}

fn decide(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    decider: Decider<'_>,
    open: &Open,
    order: &Order,
) -> Result<(Act, String), Refusal> {
    let (id, at, by) = (open.article.id, hand.at, Some(decider.staff.id));
    let done = |act| Ok((act, String::new()));
    match order {
        Order::Submit => {
            publication::submit(tx, id)?;
            done(Act::Submitted)
        }
        Order::Approve => {
            writing::check(open)?;
            publication::approve(tx, id, by, at)?;
            done(Act::FoundReady)
        }
        Order::SendBack => {
            publication::send_back(tx, id)?;
            done(Act::SentBack)
        }
        Order::Schedule(instant) => {
            if *instant <= at {
                return Err(Refusal::Past);
            }
            writing::put_in_force(tx, open, (hand.ids, decider.zone), *instant)?;
            publication::schedule(tx, id, *instant)?;
            Ok((Act::Scheduled, decider.zone.rfc3339(*instant)))
        }
        Order::Unschedule => {
            publication::unschedule(tx, id, by, at)?;
            done(Act::Unscheduled)
        }
        Order::Publish(word) => publish(tx, hand, decider, open, word.as_ref()),
        Order::Withdraw(notice) => {
            let notice = worded(notice)?;
            publication::withdraw(tx, id, &Withdrawal { at, notice })?;
            done(Act::Withdrawn)
        }
        Order::Reinstate => {
            publication::reinstate(tx, id, at)?;
            done(Act::Reinstated)
        }
        Order::SetEmbargo(until, reason) => {
            if *until <= at {
                return Err(Refusal::Past);
            }
            store::set_embargo(tx, id, (*until, reason), (by, at))?;
            Ok((Act::EmbargoSet, decider.zone.rfc3339(*until)))
        }
        Order::LiftEmbargo => match store::lift_embargo(tx, id)? {
            true => done(Act::EmbargoLifted),
            false => Err(Refusal::Unchanged),
        },
    }
}

fn publish(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    decider: Decider<'_>,
    open: &Open,
    word: Option<&(CorrectionKind, String)>,
) -> Result<(Act, String), Refusal> {
    let is_public = open.article.revision > 0;
    if is_public && word.is_none() && is_unchanged(tx, open)? {
        return Err(Refusal::Unchanged);
    }
    let word = match word.filter(|_| is_public) {
        Some((kind, text)) => Some((*kind, worded(text)?)),
        None => None,
    };
    writing::put_in_force(tx, open, (hand.ids, decider.zone), hand.at)?;
    let publication = publication::Publication {
        correction_id: hand.ids.next(hand.at),
        correction: word.as_ref().map(|(_, text)| text.as_str()),
        kind: word
            .as_ref()
            .map_or(CorrectionKind::Correction, |(kind, _)| *kind),
        ..publication::Publication::plain(hand.at, decider.zone)
    };
    publication::publish(tx, open.article.id, &publication)?;
    Ok(match word {
        Some((kind, _)) => (Act::Corrected, kind.word().to_owned()),
        None => (Act::Published, String::new()),
    })
}

/// Whether a public story says and stands as its sheet does.
fn is_unchanged(tx: &mut Tx<'_, '_>, open: &Open) -> Result<bool, DbError> {
    let printed = newest(tx, open.article.id)?;
    let says_the_same = printed.is_some_and(|printed| printed.content == open.sheet.content);
    let chosen = open.sheet.slug.as_str();
    let keeps_its_address = chosen.is_empty() || chosen == open.article.slug.as_str();
    let public = writing::first_sheet(tx, &open.article)?;
    let stands_the_same = public.section == open.sheet.section && public.tags == open.sheet.tags;
    Ok(says_the_same && stands_the_same && keeps_its_address)
}

fn worded(text: &str) -> Result<String, Refusal> {
    let text = sijil_text::clean_block(text);
    if text.trim().is_empty() {
        return Err(Refusal::NoWords);
    }
    Ok(text)
}
