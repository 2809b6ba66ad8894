//! A writer's own page about a comment: what became of it, and what they may still do with it.
//! Whoever has its address is the writer; there is no account.

pub mod pages;
mod store;

use super::standing::Words;
use super::{Comment, State, edit, set_state};
use crate::db::{DbError, Tx, UtcMillis};
use crate::moderation::{self, Judged};
use crate::outbox;

/// The reason with which a comment comes back to the moderators whose writer asked for a second
/// look.
pub const ASKED_AGAIN: &str = "asked-again";
/// The reason with which a comment comes back that was changed after it was shown.
pub const CHANGED: &str = "changed";

/// Whether its writer may change a comment's words: for some minutes, while it is held or shown.
#[must_use]
pub fn may_change(comment: &Comment, minutes: u32, now: UtcMillis) -> bool {
    let ends_at = comment.at.0 + i64::from(minutes) * 60_000;
    let is_alive = matches!(comment.state, State::Held | State::Shown);
    is_alive && !comment.is_imported && now.0 < ends_at
}

/// Whether its writer may take a comment back: at any time, as long as it could be shown.
#[must_use]
pub fn may_withdraw(comment: &Comment) -> bool {
    match comment.state {
        State::Held | State::Shown | State::Rejected => true,
        State::Spam | State::Withdrawn | State::Erased => false,
    }
}

/// Whether its writer may ask for a second look: once.
#[must_use]
pub fn may_ask_again(comment: &Comment) -> bool {
    let is_refused = matches!(comment.state, State::Rejected | State::Spam);
    is_refused && !comment.has_asked_again
}

/// Changes a comment's words. They are judged like new ones, so that nobody is shown first and
/// changes then; what was held stays held. `false` when it has become something else meanwhile.
///
/// # Errors
/// When the database fails.
pub fn change(
    tx: &mut Tx<'_, '_>,
    comment: &Comment,
    words: &Words,
    judged: &Judged,
    at: UtcMillis,
) -> Result<bool, DbError> {
    let passes = judged.state == State::Shown && judged.refused.is_none();
    let to = if comment.is_shown() && passes {
        State::Shown
    } else {
        State::Held
    };
    let is_changed = edit(tx, comment.id, comment.seen(), words, (to, at))?;
    if is_changed {
        let reasons = [&[CHANGED.to_owned()], judged.reasons.as_slice()].concat();
        store::set_reasons(tx, comment.id, &reasons.join("\n"), judged.score)?;
        moderation::keep(tx, comment.id, judged)?;
    }
    Ok(is_changed)
}

/// Takes a comment back.
///
/// # Errors
/// When the database fails.
pub fn withdraw(tx: &mut Tx<'_, '_>, comment: &Comment, at: UtcMillis) -> Result<bool, DbError> {
    let is_withdrawn =
        may_withdraw(comment) && set_state(tx, comment.id, comment.seen(), State::Withdrawn, at)?;
    if is_withdrawn {
        outbox::forget_address(tx, comment.id)?;
    }
    Ok(is_withdrawn)
}

/// Brings a comment that was turned down before the moderators once more.
///
/// # Errors
/// When the database fails.
pub fn ask_again(tx: &mut Tx<'_, '_>, comment: &Comment, at: UtcMillis) -> Result<bool, DbError> {
    let is_back =
        may_ask_again(comment) && set_state(tx, comment.id, comment.seen(), State::Held, at)?;
    Ok(is_back && store::ask_again(tx, comment.id, ASKED_AGAIN)?)
}

/// The rules by which comments are turned down: their sentences are `rule-…` in `locales/`.
pub const RULES: [&str; 9] = [
    "offensive",
    "abuse",
    "spam",
    "word",
    "advert",
    "illegal",
    "harassment",
    "misinformation",
    "hate",
];
