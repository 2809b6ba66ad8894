//! What moderators decide: one transaction moves the comments, writes each decision and its row of
//! the ledger, and tells the writers. A colleague's earlier decision is never overwritten.

pub mod desk;

use super::{BatchId, Because, DecisionId, Verdict, store};
use crate::app::App;
use crate::changes::{self, Tag};
use crate::comments::{self, CommentId, Seen, State};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::outbox;
use crate::staff::Actor;

/// Comments decided at once.
const BATCH_MAX: usize = 500;
/// Characters of a note.
const NOTE_CHARS_MAX: usize = 500;

/// What is decided, and by whom.
#[derive(Debug, Clone)]
pub struct Ruling {
    /// Under which identifier it can be undone.
    pub batch: BatchId,
    /// Who decides.
    pub by: Actor,
    /// When.
    pub at: UtcMillis,
    /// What.
    pub verdict: Verdict,
    /// By which rule, of what is turned down.
    pub because: Option<Because>,
    /// A word to the writer; may be empty.
    pub note: String,
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Those decided on.
    pub done: Vec<CommentId>,
    /// Those that were not any more what the moderator saw: decided by a colleague, changed or
    /// taken back.
    pub gone: Vec<CommentId>,
}

/// Decides on comments as they were seen.
///
/// # Errors
/// When the database fails.
pub fn decide(
    tx: &mut Tx<'_, '_>,
    app: &App,
    ruling: &Ruling,
    comments: &[(CommentId, Seen)],
) -> Result<Outcome, DbError> {
    let mut outcome = Outcome::default();
    for (id, seen) in comments.iter().take(BATCH_MAX) {
        let is_done = match ruling.verdict {
            Verdict::Erased => erase(tx, *id, *seen, ruling.at)?,
            verdict => comments::set_state(tx, *id, *seen, verdict.state(), ruling.at)?,
        };
        if !is_done {
            outcome.gone.push(*id);
            continue;
        }
        let decision: DecisionId = app.ids.next(ruling.at);
        store::insert(tx, decision, *id, ruling, seen.state)?;
        note(tx, app, ruling, *id)?;
        tell(tx, app, ruling, *id)?;
        outcome.done.push(*id);
    }
    if !outcome.done.is_empty() {
        changes::append(tx, Tag::Decided(ruling.batch.0), ruling.at.0, ruling.at)?;
    }
    Ok(outcome)
}

/// Takes a batch of decisions back: each comment returns to where it was, unless something has
/// happened to it since. What was erased stays erased.
///
/// # Errors
/// When the database fails.
pub fn undo(
    tx: &mut Tx<'_, '_>,
    app: &App,
    batch: BatchId,
    (by, at): (Actor, UtcMillis),
) -> Result<Outcome, DbError> {
    let mut outcome = Outcome::default();
    for made in store::made(tx, batch)? {
        if !returned(tx, &made, at)? {
            outcome.gone.push(made.comment);
            continue;
        }
        store::mark_undone(tx, made.id, at)?;
        let hand = hand(app, by, at);
        let subject = Subject(Kind::Comment, made.comment.0);
        ledger::append(tx, &hand, Act::Undone, subject, made.verdict.word())?;
        outbox::take_back(tx, made.comment, at)?;
        outcome.done.push(made.comment);
    }
    if !outcome.done.is_empty() {
        changes::append(tx, Tag::Decided(batch.0), at.0, at)?;
    }
    Ok(outcome)
}

fn returned(tx: &mut Tx<'_, '_>, made: &store::Made, at: UtcMillis) -> Result<bool, DbError> {
    if made.verdict == Verdict::Erased {
        return Ok(false);
    }
    let comment = comments::comment(tx, made.comment)?;
    let Some(comment) = comment.filter(|comment| comment.state == made.verdict.state()) else {
        return Ok(false);
    };
    comments::set_state(tx, comment.id, comment.seen(), made.was, at)
}

fn erase(tx: &mut Tx<'_, '_>, id: CommentId, seen: Seen, at: UtcMillis) -> Result<bool, DbError> {
    // Moved first, so that two who erase at once do it once.
    let is_seen = comments::set_state(tx, id, seen, State::Erased, at)?;
    Ok(is_seen && comments::erase(tx, id, at)?)
}

fn note(tx: &mut Tx<'_, '_>, app: &App, ruling: &Ruling, id: CommentId) -> Result<(), DbError> {
    let act = match ruling.verdict {
        Verdict::Approved => Act::Approved,
        Verdict::Rejected => Act::Rejected,
        Verdict::Spam => Act::CalledSpam,
        Verdict::Held => Act::Held,
        Verdict::Erased => Act::Erased,
    };
    let detail = ruling.because.map_or("", Because::word);
    let hand = hand(app, ruling.by, ruling.at);
    ledger::append(tx, &hand, act, Subject(Kind::Comment, id.0), detail)
}

/// What the decision means for the comment's writer and for who reported it.
fn tell(tx: &mut Tx<'_, '_>, app: &App, ruling: &Ruling, id: CommentId) -> Result<(), DbError> {
    match ruling.verdict {
        Verdict::Approved => {
            comments::reports::refuse(tx, id)?;
            outbox::tell_decision(tx, app, id, outbox::Decision::Shown)?;
        }
        Verdict::Rejected => {
            let rule = ruling.because.unwrap_or(Because::Offensive).sentence();
            outbox::tell_decision(tx, app, id, outbox::Decision::Rejected(rule))?;
        }
        Verdict::Spam | Verdict::Erased => outbox::forget_address(tx, id)?,
        Verdict::Held => {}
    }
    Ok(())
}

fn hand(app: &App, by: Actor, at: UtcMillis) -> Hand<'_> {
    Hand {
        by: Some(by),
        at,
        ids: &app.ids,
    }
}

impl Because {
    /// The name of the sentence that tells a writer by which rule.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Offensive => "rule-offensive",
            Self::Abuse => "rule-abuse",
            Self::Spam => "rule-spam",
            Self::Word => "rule-word",
            Self::Advert => "rule-advert",
            Self::Illegal => "rule-illegal",
            Self::Harassment => "rule-harassment",
            Self::Misinformation => "rule-misinformation",
            Self::Hate => "rule-hate",
        }
    }
}
