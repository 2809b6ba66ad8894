//! What readers write under a story: the nouns. What may happen to a comment is in [`standing`], to
//! a whole thread in `thread.rs`.

pub mod feed;
pub mod form;
pub mod links;
mod old;
pub mod pages;
pub mod places;
pub mod receipt;
pub mod reports;
pub mod sending;
pub mod standing;
mod store;
mod story;
pub mod text;
pub mod thread;
mod under;

pub use old::{Old, take_old};
pub use standing::{CommentError, edit, erase, insert, set_best, set_state};
pub use store::{
    Counts, Filter, comment, counted, forget_nets, last_id, mail, took_part_since, waiting,
    with_secret,
};
pub use thread::{Mode, Settings, Thread, set_thread, thread};
pub use under::{Under, under};

use crate::articles::ArticleId;
use crate::db::UtcMillis;

crate::db_id!(
    /// A comment's identifier; greater for one that was taken in later.
    CommentId
);

crate::db_enum!(
    /// Where a comment stands. Only what is shown is public.
    State {
        /// Waits for a moderator.
        Held = "held",
        /// On the page.
        Shown = "shown",
        /// A moderator turned it down, with a reason that its writer is told.
        Rejected = "rejected",
        /// A moderator called it spam.
        Spam = "spam",
        /// Its writer took it back; in a thread with answers its place stays, without words.
        Withdrawn = "withdrawn",
        /// Its words are gone for good, as its writer or the law asked.
        Erased = "erased",
    }
);

crate::db_enum!(
    /// How a comment passed the confirmation.
    Way {
        /// A comment of the same browser was approved recently.
        Known = "known",
        /// The browser worked for it.
        Work = "work",
        /// The digits of the picture or the sound.
        Code = "code",
        /// The question from the story.
        Question = "question",
        /// Without a code, in the lane that a moderator looks at.
        Lane = "lane",
        /// With an old archive.
        Import = "import",
        /// From the newsroom itself.
        Staff = "staff",
    }
);

impl Way {
    /// All, as filters name them.
    pub const ALL: [Self; 7] = [
        Self::Known,
        Self::Work,
        Self::Code,
        Self::Question,
        Self::Lane,
        Self::Import,
        Self::Staff,
    ];
}

crate::db_enum!(
    /// How exactly it is known when a comment was written.
    Dated {
        /// To the moment.
        Moment = "moment",
        /// An old archive gave the day.
        Day = "day",
        /// An old archive gave nothing; the comment stands at its story's publication.
        Unknown = "unknown",
    }
);

/// A comment as its writer sent it, cleaned and checked, with what was found out about it.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// Its identifier.
    pub id: CommentId,
    /// The story it stands under.
    pub article: ArticleId,
    /// The comment it answers.
    pub parent: Option<CommentId>,
    /// The writer's name, one line, at most [`NAME_CHARS_MAX`] characters.
    pub name: String,
    /// The text, paragraphs parted by blank lines, at most [`BODY_CHARS_MAX`] characters.
    pub body: String,
    /// How it passed.
    pub way: Way,
    /// [`State::Held`] or [`State::Shown`].
    pub state: State,
    /// Why it is held: names of reasons, for moderators; none holds a line end.
    pub reasons: Vec<String>,
    /// What the spam filter thinks, in thousandths.
    pub score: i64,
    /// The writer's network under the day's key; nothing after that day.
    pub net: Option<Vec<u8>>,
    /// SHA-256 of the receipt's secret, lower-case hexadecimal; of an import, its key.
    pub secret_sha256: String,
    /// When it was sent.
    pub at: UtcMillis,
    /// How exactly that is known: [`Dated::Moment`] for all that is written here.
    pub dated: Dated,
    /// Where the decision is told, if the writer asked for it.
    pub mail: Option<String>,
}

/// A comment as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its identifier.
    pub id: CommentId,
    /// The story it stands under.
    pub article: ArticleId,
    /// The comment that its branch hangs from: itself at the top.
    pub root: CommentId,
    /// The comment it answers.
    pub parent: Option<CommentId>,
    /// 0 at the top.
    pub depth: i64,
    /// The writer's name.
    pub name: String,
    /// The text, paragraphs parted by blank lines.
    pub body: String,
    /// Where it stands.
    pub state: State,
    /// How it passed.
    pub way: Way,
    /// When it was sent.
    pub at: UtcMillis,
    /// How exactly that is known.
    pub dated: Dated,
    /// When it was first shown.
    pub shown_at: Option<UtcMillis>,
    /// When its words were last changed.
    pub edited_at: Option<UtcMillis>,
    /// Why it is held: names of reasons.
    pub reasons: Vec<String>,
    /// What the spam filter thinks, in thousandths.
    pub score: i64,
    /// Of one at the top: how many shown comments stand below it.
    pub replies: i64,
    /// Its rank under "best": greater is better.
    pub best: i64,
    /// How many readers reported it.
    pub reports: i64,
    /// The writer's network under the day's key.
    pub net: Option<Vec<u8>>,
    /// Whether its writer asked for a second look.
    pub has_asked_again: bool,
    /// Whether it came with an old archive.
    pub is_imported: bool,
    /// Counts changes of the words, from 1.
    pub version: i64,
}

/// What somebody saw who decides on a comment: if it has changed since, the decision is void, so
/// that nobody approves words that nobody read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Where it stood.
    pub state: State,
    /// Which words it had.
    pub version: i64,
}

impl Comment {
    /// The comment as it is now, for a decision on it.
    #[must_use]
    pub fn seen(&self) -> Seen {
        Seen {
            state: self.state,
            version: self.version,
        }
    }

    /// Whether a moderator let it pass: it is shown, and was not at once.
    #[must_use]
    pub fn was_approved(&self) -> bool {
        let was_held = self.shown_at.is_some_and(|shown_at| shown_at > self.at);
        self.is_shown() && was_held && !self.is_imported
    }

    /// Whether readers see its words.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.state == State::Shown
    }
}

/// Characters of a name.
pub const NAME_CHARS_MAX: usize = 60;
/// Characters of a comment: two pages.
pub const BODY_CHARS_MAX: usize = 5_000;
/// How long a writer's address is kept that nothing was told to.
pub const MAIL_KEPT_MS: i64 = 30 * 24 * 60 * 60 * 1000;
