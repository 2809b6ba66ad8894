//! What readers write under a story: the nouns and what may happen to them.

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
    /// Why it is held: names of reasons, for moderators.
    pub reasons: Vec<String>,
    /// What the spam filter thinks, in thousandths.
    pub score: i64,
    /// The writer's network under the day's key; nothing after that day.
    pub net: Option<Vec<u8>>,
    /// SHA-256 of the receipt's secret, lower-case hexadecimal.
    pub secret_sha256: String,
    /// When it was sent.
    pub at: UtcMillis,
    /// Where the decision is told, if the writer asked for it.
    pub mail: Option<String>,
}

/// Characters of a name.
pub const NAME_CHARS_MAX: usize = 60;
/// Characters of a comment: two pages.
pub const BODY_CHARS_MAX: usize = 5_000;
