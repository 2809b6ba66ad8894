//! What editors decide: each function is one power, whole in its transaction. A claim stands only
//! because somebody on the staff said so, and nothing that was decided is ever overwritten.

mod features;
mod kept;
mod resolve;
mod store;

pub use features::features;
pub(super) use kept::words;
pub use store::{marks, seconds};

use sijil_record::suggest::Suggestion;

use super::anchors;
use super::claims::{self, Body, Claim, Draft, Fault, Listed, Machine};
use super::learning;
use super::objects::{self, ObjectKind};
use super::suggestions::{self, Read};
use super::{ClaimId, GroupId, Status, Tools, canonical, groups};
use crate::articles::ArticleId;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::{db_enum, db_id};

db_id! {
    /// A decision.
    DecisionId
}

db_enum! {
    /// What an editor decided on a suggestion.
    Verdict {
        /// Right as it stood.
        Confirmed = "confirmed",
        /// Put right.
        Corrected = "corrected",
        /// Wrong.
        Rejected = "rejected",
        /// Found by the editor; the machine had not seen it.
        Missed = "missed",
    }
}

/// Longest time that a claim counts as being before an editor: who leaves the desk comes back later.
const OPEN_MS_MAX: i64 = 10 * 60 * 1000;

/// An editor over a story, with what stories are read with.
#[derive(Clone, Copy)]
pub struct Sitting<'a> {
    /// Who decides, and when.
    pub hand: &'a Hand<'a>,
    /// The gazetteer and the actors.
    pub tools: &'a Tools,
    /// The story.
    pub read: &'a Read,
}

/// A claim as an editor hands it in.
#[derive(Debug, Clone)]
pub struct Made<'a> {
    /// What it says.
    pub draft: &'a Draft,
    /// The suggestion that it was made of, with its mark; nothing for one that the machine missed.
    pub of: Option<(&'a str, &'a Suggestion)>,
    /// When the editor saw it, where that is known.
    pub opened_at: Option<UtcMillis>,
    /// Why it was put right; may be empty.
    pub reason: &'a str,
}

/// Confirms a claim: it is public from now on, once its story is.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn confirm(
    tx: &mut Tx<'_, '_>,
    sitting: &Sitting<'_>,
    made: &Made<'_>,
) -> Result<Result<ClaimId, Fault>, DbError> {
    let Sitting { hand, tools, read } = *sitting;
    if let Some(fault) = made.draft.fault() {
        return Ok(Err(fault));
    }
    let verdict = match made.of {
        None => Verdict::Missed,
        Some((_, suggestion)) if suggestions::draft(suggestion) == *made.draft => {
            Verdict::Confirmed
        }
        Some(_) => Verdict::Corrected,
    };
    let id: ClaimId = hand.ids.next(hand.at);
    let mut claim = resolve::claim(tx, hand, tools, (id, read), made.draft)?;
    claim.status = match verdict {
        Verdict::Confirmed => Status::Confirmed,
        Verdict::Corrected | Verdict::Rejected | Verdict::Missed => Status::Corrected,
    };
    made.reason.clone_into(&mut claim.reason);
    claim.machine = made.of.map(|(_, suggestion)| Machine {
        score: suggestion.score,
        rules: suggestion.rules.clone(),
    });
    claim.group = groups::open_for(tx, hand, &claim)?;
    objects::insert(
        tx,
        hand,
        (id.0, ObjectKind::Claim),
        &canonical(&claim)?,
        made.reason,
    )?;
    claims::insert(tx, &claim)?;
    if let Some(group) = claim.group {
        groups::join(tx, hand, id, group, made.reason)?;
    }
    if matches!(&claim.body, Body::NamedVictim(victim) if victim.minor) {
        objects::withhold(tx, hand, (id.0, true), "")?;
    }
    for spot in &made.draft.spans {
        kept::anchor(tx, (hand, id), read, *spot)?;
    }
    let found_by = words(tx, &claim)?;
    claims::set_words(tx, id, &found_by)?;
    if let Some(old) = made.draft.supersedes {
        set_status(tx, hand, old, Status::Superseded, made.reason)?;
    }
    decided(tx, hand, read, made, (verdict, Some(id)))?;
    recount(tx, hand.at, tools, read)?;
    told(
        tx,
        hand,
        Act::ClaimConfirmed,
        id,
        &claims::word(&claim.kind),
    )?;
    tell(tx, hand, &claim)?;
    Ok(Ok(id))
}

/// Finds a suggestion wrong: it does not come back unless its sentence changes.
///
/// # Errors
/// When the database fails.
pub fn reject(tx: &mut Tx<'_, '_>, sitting: &Sitting<'_>, made: &Made<'_>) -> Result<(), DbError> {
    let Sitting { hand, tools, read } = *sitting;
    decided(tx, hand, read, made, (Verdict::Rejected, None))?;
    recount(tx, hand.at, tools, read)?;
    let kind = claims::word(&made.draft.kind);
    let subject = Subject(LedgerKind::Story, read.article.0);
    ledger::append(tx, hand, Act::SuggestionRejected, subject, &kind)
}

/// Takes back what was decided last on a suggestion: its claim, if there is one, is no longer
/// public, and the suggestion waits again. `false` when nothing was decided.
///
/// # Errors
/// When the database fails.
pub fn undo(tx: &mut Tx<'_, '_>, sitting: &Sitting<'_>, mark: &str) -> Result<bool, DbError> {
    let Sitting { hand, tools, read } = *sitting;
    let Some((claim, (rules, verdict))) = store::take_back(tx, read.article, mark)? else {
        return Ok(false);
    };
    learning::count(tx, (&rules, verdict), -1)?;
    if let Some(id) = claim {
        set_status(tx, hand, id, Status::Suggested, "")?;
    }
    recount(tx, hand.at, tools, read)?;
    let subject = Subject(LedgerKind::Story, read.article.0);
    ledger::append(tx, hand, Act::DecisionUndone, subject, "")?;
    Ok(true)
}

/// Puts a claim right that was decided on before; what it said is kept.
///
/// # Errors
/// When the database fails; what the editor has to mend is the [`Fault`].
pub fn correct(
    tx: &mut Tx<'_, '_>,
    sitting: &Sitting<'_>,
    (id, draft): (ClaimId, &Draft),
    reason: &str,
) -> Result<Result<(), Fault>, DbError> {
    let Sitting { hand, tools, read } = *sitting;
    if let Some(fault) = draft.fault() {
        return Ok(Err(fault));
    }
    let Some(before) = claims::claim(tx, id)? else {
        return Ok(Ok(()));
    };
    let mut claim = resolve::claim(tx, hand, tools, (id, read), draft)?;
    claim.status = Status::Corrected;
    reason.clone_into(&mut claim.reason);
    claim.machine = before.claim.machine;
    claim.group = draft.group.or(before.claim.group);
    let is_elsewhere = claim.group != before.claim.group;
    objects::update(tx, hand, id.0, &canonical(&claim)?, reason)?;
    claims::update(tx, &claim)?;
    anchors::drop_of(tx, id)?;
    for spot in &draft.spans {
        kept::anchor(tx, (hand, id), read, *spot)?;
    }
    let found_by = words(tx, &claim)?;
    claims::set_words(tx, id, &found_by)?;
    if let Some(group) = claim.group {
        groups::join(tx, hand, id, group, reason)?;
    }
    if let Some(left) = before.claim.group.filter(|_| is_elsewhere) {
        groups::dissolve(tx, hand, left, reason)?;
    }
    told(tx, hand, Act::ClaimCorrected, id, reason)?;
    tell(tx, hand, &claim)?;
    Ok(Ok(()))
}

/// Takes a public claim back; its address says so, with the reason, from now on.
///
/// # Errors
/// When the database fails.
pub fn retract(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: ClaimId,
    reason: &str,
) -> Result<(), DbError> {
    set_status(tx, hand, id, Status::Retracted, reason)?;
    told(tx, hand, Act::ClaimRetracted, id, reason)
}

/// Keeps a thing of the record from readers, whatever else says that it is public, or lets them see
/// it again.
///
/// # Errors
/// When the database fails.
pub fn withhold(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (id, is_withheld): (i64, bool),
    reason: &str,
) -> Result<(), DbError> {
    objects::withhold(tx, hand, (id, is_withheld), reason)?;
    let act = if is_withheld {
        Act::Withheld
    } else {
        Act::WithholdingEnded
    };
    ledger::append(tx, hand, act, Subject(LedgerKind::Record, id), reason)?;
    if let Some(Listed { claim, .. }) = claims::claim(tx, ClaimId(id))? {
        return tell(tx, hand, &claim);
    }
    for Listed { claim, .. } in claims::of_part(tx, id)? {
        let found_by = words(tx, &claim)?;
        claims::set_words(tx, claim.id, &found_by)?;
        tell(tx, hand, &claim)?;
    }
    changes::append(tx, Tag::Record, 0, hand.at)
}

fn decided(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    read: &Read,
    made: &Made<'_>,
    came_of_it: (Verdict, Option<ClaimId>),
) -> Result<(), DbError> {
    let features = match made.of {
        Some((_, suggestion)) => canonical(&features(suggestion, read))?,
        None => "{}".to_owned(),
    };
    let rules = made
        .of
        .map(|(_, suggestion)| suggestion.rules.join(" "))
        .unwrap_or_default();
    if let Some(before) = store::insert(tx, hand, (read.article, made), came_of_it, &features)? {
        learning::count(tx, (&before.0, before.1), -1)?;
    }
    learning::count(tx, (&rules, came_of_it.0), 1)
}

/// Appends what a decision changes for readers: the record, and the story that shows the claim.
fn tell(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, claim: &Claim) -> Result<(), DbError> {
    changes::append(tx, Tag::Record, claim.decided_at.0, hand.at)?;
    changes::append(tx, Tag::article(claim.story), 0, hand.at)
}

fn told(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    act: Act,
    id: ClaimId,
    detail: &str,
) -> Result<(), DbError> {
    ledger::append(tx, hand, act, Subject(LedgerKind::Claim, id.0), detail)
}

fn set_status(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: ClaimId,
    status: Status,
    reason: &str,
) -> Result<(), DbError> {
    let Some(Listed { mut claim, .. }) = claims::claim(tx, id)? else {
        return Ok(());
    };
    claim.status = status;
    claim.decided_at = hand.at;
    reason.clone_into(&mut claim.reason);
    let group: Option<GroupId> = claim.group;
    objects::update(tx, hand, id.0, &canonical(&claim)?, reason)?;
    claims::set_status(tx, id, status, hand.at)?;
    if let Some(group) = group {
        groups::dissolve(tx, hand, group, reason)?;
    }
    tell(tx, hand, &claim)
}

/// Counts anew what waits in a story.
///
/// # Errors
/// When the database fails.
pub fn recount(
    tx: &mut Tx<'_, '_>,
    at: UtcMillis,
    tools: &Tools,
    read: &Read,
) -> Result<(), DbError> {
    let open = suggestions::open(tx, read, tools)?;
    let shown = || open.iter().filter(|proposed| !proposed.is_aside);
    let best = shown()
        .map(|proposed| proposed.likelihood)
        .fold(0.0, f64::max);
    let waiting = i64::try_from(shown().count()).unwrap_or(i64::MAX);
    suggestions::set_story(tx, (read.article, &read.text.sha256), (waiting, best), at)
}

/// How long a claim was before an editor, in milliseconds.
fn open_ms(made: &Made<'_>, now: UtcMillis) -> Option<i64> {
    let open = now.0 - made.opened_at?.0;
    (0..=OPEN_MS_MAX).contains(&open).then_some(open)
}

/// The mark of a claim that the machine missed: its own number.
fn own_mark(id: Option<ClaimId>, article: ArticleId) -> String {
    format!("claim:{}", id.map_or(article.0, |id| id.0))
}
