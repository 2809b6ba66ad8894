//! Which comments wait and why, and what moderators decide. What may happen: [`judge()`] for one that
//! comes in, [`decide()`] and [`undo`] for one that is looked at, [`rules`] for those to come.

pub mod day;
pub mod decisions;
pub mod desk;
mod judge;
mod learn;
mod numbers;
mod queue;
mod reason;
pub mod rules;
mod spam;
mod store;
pub mod threads;
mod within;
mod words;

pub use decisions::{Outcome, Ruling, decide, undo};
pub use judge::{Candidate, Found, Judged, Refused, judge, keep, look};
pub use learn::Learner;
pub use queue::waiting;
pub use reason::Reason;
pub use spam::Spam;
pub use store::last_id;
pub use within::reaches;

use crate::comments::{CommentId, State};
use crate::{db_enum, db_id};

db_id! {
    /// A decision.
    DecisionId
}

db_id! {
    /// What decisions taken at once have in common, so that they can be undone at once.
    BatchId
}

db_enum! {
    /// What a moderator makes of a comment.
    Verdict {
        /// It is shown.
        Approved = "approved",
        /// It is turned down, with a reason.
        Rejected = "rejected",
        /// It is spam.
        Spam = "spam",
        /// It waits again.
        Held = "held",
        /// Its words are taken away for good.
        Erased = "erased",
    }
}

impl Verdict {
    /// Where a comment stands after it.
    #[must_use]
    pub fn state(self) -> State {
        match self {
            Self::Approved => State::Shown,
            Self::Rejected => State::Rejected,
            Self::Spam => State::Spam,
            Self::Held => State::Held,
            Self::Erased => State::Erased,
        }
    }
}

db_enum! {
    /// By which rule a comment is turned down. Its writer is told in the words of `rule-…`.
    Because {
        /// It insults or humiliates.
        Offensive = "offensive",
        /// It attacks another reader.
        Abuse = "abuse",
        /// It looks like spam.
        Spam = "spam",
        /// It has words that are not printed.
        Word = "word",
        /// It advertises.
        Advert = "advert",
        /// It may not be printed by law, or puts somebody in danger.
        Illegal = "illegal",
        /// It threatens.
        Harassment = "harassment",
        /// It states what is known to be untrue.
        Misinformation = "misinformation",
        /// It incites against people for what they are.
        Hate = "hate",
    }
}

impl Because {
    /// All, those that are needed most first.
    pub const ALL: [Self; 9] = [
        Self::Offensive,
        Self::Abuse,
        Self::Hate,
        Self::Harassment,
        Self::Word,
        Self::Advert,
        Self::Spam,
        Self::Misinformation,
        Self::Illegal,
    ];
}

/// What comments are alike in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// The letters of their text.
    Shape(CommentId),
    /// The host of their first link.
    Host(CommentId),
    /// The day's mark of the network they came from.
    Net(CommentId),
}
