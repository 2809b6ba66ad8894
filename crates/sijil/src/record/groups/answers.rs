//! Which claims belong together: the machine asks, an editor answers.

use super::near::near;
use super::{Group, GroupBody, store};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ids::made_at;
use crate::ledger::Hand;
use crate::record::claims::{self, Claim, Listed, word};
use crate::record::clock::Steps;
use crate::record::objects::{self, ObjectKind, Place};
use crate::record::{ClaimId, GroupId, canonical};

/// Claims that are looked through for questions.
const LOOKED_AT: i64 = 500;

/// "Is this the same?"
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The claim.
    pub claim: Claim,
    /// The group that it may belong to.
    pub group: Group,
}

/// The group that a claim stands in when it is confirmed: the one that the editor chose, else the
/// only truce of its story for a term or breach, else one of its own.
///
/// # Errors
/// When the database fails.
pub fn open_for(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    claim: &Claim,
) -> Result<Option<GroupId>, DbError> {
    if let Some(id) = claim.group {
        return Ok(store::group(tx, id)?
            .filter(|group| group.body.takes(claim))
            .map(|group| group.id));
    }
    if let Some(group) = Group::of(hand.ids.next(hand.at), claim) {
        store::put(tx, hand, &group, "")?;
        return Ok(Some(group.id));
    }
    if matches!(claim.body, claims::Body::Term(_) | claims::Body::Breach(_)) {
        return only_truce(tx, claim.story);
    }
    Ok(None)
}

fn only_truce(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Option<GroupId>, DbError> {
    let truces = store::truces_of_article(tx, article)?;
    Ok(match truces.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// Puts a claim into a group; the one it leaves stays behind without it. `false` when the group does
/// not take such claims.
///
/// # Errors
/// When the database fails.
pub fn join(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: ClaimId,
    into: GroupId,
    reason: &str,
) -> Result<bool, DbError> {
    let (Some(listed), Some(mut group)) = (claims::claim(tx, id)?, store::group(tx, into)?) else {
        return Ok(false);
    };
    let mut claim = listed.claim;
    if !group.body.takes(&claim) {
        return Ok(false);
    }
    claim.group = Some(into);
    keep(tx, hand, &claim, reason)?;
    group.take(&claim);
    store::put(tx, hand, &group, reason)?;
    Ok(true)
}

/// Takes a claim out of its group, into one of its own.
///
/// # Errors
/// When the database fails.
pub fn leave(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: ClaimId,
    reason: &str,
) -> Result<(), DbError> {
    let Some(Listed { mut claim, .. }) = claims::claim(tx, id)? else {
        return Ok(());
    };
    let Some(left) = claim.group.take() else {
        return Ok(());
    };
    store::set_refused(tx, id, left, hand.at)?;
    if let Some(group) = Group::of(hand.ids.next(hand.at), &claim) {
        store::put(tx, hand, &group, reason)?;
        claim.group = Some(group.id);
    }
    keep(tx, hand, &claim, reason)?;
    dissolve(tx, hand, left, reason)
}

/// Makes a group anew from the claims that are left in it.
///
/// # Errors
/// When the database fails.
pub fn dissolve(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: GroupId,
    reason: &str,
) -> Result<(), DbError> {
    let Some(before) = store::group(tx, id)? else {
        return Ok(());
    };
    let left: Vec<Claim> = claims::of_group(tx, id)?
        .into_iter()
        .map(|listed| listed.claim)
        .filter(|claim| claim.status.is_public())
        .collect();
    let Some(group) = anew(&before, &left) else {
        return Ok(());
    };
    store::put(tx, hand, &group, reason)
}

/// A group as some of its claims alone make it; nothing when none of them opens such a group.
pub(in crate::record) fn anew(before: &Group, claims: &[Claim]) -> Option<Group> {
    let mut group = claims
        .iter()
        .find_map(|claim| Group::of(before.id, claim))?;
    let mut steps = Steps::of(before);
    for claim in claims {
        steps.until(made_at(claim.id.0), &mut group);
        group.take(claim);
    }
    steps.until(UtcMillis(i64::MAX), &mut group);
    group.names = before.names.clone();
    keep_decisions(&mut group.body, before.body.clone());
    Some(group)
}

/// What editors decided on a group stays when its claims are looked through anew.
fn keep_decisions(now: &mut GroupBody, before: GroupBody) {
    match (now, before) {
        (GroupBody::Event(now), GroupBody::Event(before)) => *now = before,
        (GroupBody::Figure(now), GroupBody::Figure(before)) => *now = before,
        (GroupBody::Control(now), GroupBody::Control(before)) => {
            now.acled_sub_type = before.acled_sub_type;
        }
        (GroupBody::Truce(now), GroupBody::Truce(before)) => {
            now.terms_settled = before.terms_settled;
            now.checked = before.checked;
            // Only an editor says when a truce ended; whoever said so is not overruled.
            if before.actual_end.is_some() {
                now.actual_end = before.actual_end;
                now.end_reason = before.end_reason;
                now.state = before.state;
            }
            now.sequence = before.sequence + 1;
        }
        _ => {}
    }
}

/// Remembers that a claim is of another thing than a group; it is not asked again.
///
/// # Errors
/// When the database fails.
pub fn refuse(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    claim: ClaimId,
    group: GroupId,
) -> Result<(), DbError> {
    store::set_refused(tx, claim, group, hand.at)
}

/// What an editor is to be asked, about the newest claims.
///
/// # Errors
/// When the database fails.
pub fn questions(tx: &mut Tx<'_, '_>, limit: usize) -> Result<Vec<Question>, DbError> {
    let mut found: Vec<Question> = Vec::new();
    for id in store::newest_grouped(tx, LOOKED_AT)? {
        let Some(Listed { claim, .. }) = claims::claim(tx, id)? else {
            continue;
        };
        for group in alike(tx, &claim)? {
            // One question for two groups: the younger asks to join the older.
            if Some(group.id) < claim.group {
                found.push(Question {
                    claim: claim.clone(),
                    group,
                });
            }
        }
        if found.len() >= limit {
            break;
        }
    }
    Ok(found)
}

/// The groups that a claim may belong to: of its kind and harm, at one time, close by or with
/// somebody in common.
///
/// # Errors
/// When the database fails.
pub fn alike(tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<Vec<Group>, DbError> {
    let Some(own) = claim.group else {
        return Ok(vec![]);
    };
    let days = claim
        .when
        .as_ref()
        .map(|when| (when.first(), when.last()))
        .unwrap_or_default();
    let kind = word(&claim.kind);
    let ids = store::groups_near(tx, (&kind, &claim.harm()), (&days.0, &days.1), own)?;
    let refused = store::refused(tx, claim.id)?;
    let places = places_of(tx, &claim.places)?;
    let mut found = Vec::new();
    for id in ids.into_iter().filter(|id| !refused.contains(id)) {
        let Some(group) = store::group(tx, id)?.filter(|group| group.body.takes(claim)) else {
            continue;
        };
        let there = places_of(tx, &group.places)?;
        let is_close = places
            .iter()
            .any(|one| there.iter().any(|other| near(one, other)));
        let shares_actor = group
            .actors
            .iter()
            .any(|acting| claim.actors.iter().any(|own| own.actor == acting.actor));
        let says_no_place = places.is_empty() || there.is_empty();
        if is_close || (shares_actor && says_no_place) {
            found.push(group);
        }
    }
    Ok(found)
}

fn places_of(tx: &mut Tx<'_, '_>, places: &[claims::Where]) -> Result<Vec<Place>, DbError> {
    let mut found = Vec::new();
    for place in places {
        found.extend(objects::with_id(tx, ObjectKind::Place, place.place.0)?);
    }
    Ok(found)
}

/// Keeps a claim whose group changed.
fn keep(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, claim: &Claim, reason: &str) -> Result<(), DbError> {
    objects::update(tx, hand, claim.id.0, &canonical(claim)?, reason)?;
    claims::regroup(tx, claim.id, claim.group)
}
