//! Votes for and against stories and comments: one a reader, without accounts.
//!
//! Nobody is refused: a doubtful vote is held, and counted once its thing's votes look spread or a
//! moderator says so. No address is kept, and two votes of one reader cannot be joined from the
//! database.

mod batch;
mod budget;
mod care;
mod curve;
pub mod desk;
mod look;
mod memory;
pub mod pages;
mod rank;
mod store;
mod tally;
mod view;
mod watch;

pub use batch::{discard, erase, freeze, hold, release, settle, thaw};
pub use care::{begin, hourly, minutely};
pub use memory::Memory;
pub use rank::best;
pub use store::{Month, mismatches, month, set_base, set_mode, tallies, tally};
pub use tally::{Delta, Tally};
pub use view::Ballot;
pub use watch::{Alarm, Window, alarms, curve};

use crate::articles::ArticleId;
use crate::changes::{self, Tag};
use crate::comments::{self, CommentId};
use crate::db::{DbError, Tx, UtcMillis};
use crate::web::Network;
use crate::{db_enum, db_newtype};

/// Voting closes this long after a story's publication, on the story and on its comments.
pub const OPEN_DAYS: i64 = 90;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// The grain of time in rows of votes: ten minutes.
pub const SLOT_MS: i64 = 10 * 60 * 1000;

db_enum! {
    /// What can be voted on.
    Kind {
        /// A story.
        Story = "story",
        /// A comment.
        Comment = "comment",
    }
}

db_enum! {
    /// Where a vote stands.
    VoteState {
        /// Within its budgets: counted at once.
        Counted = "counted",
        /// Beyond one: counted after a check.
        Held = "held",
        /// Held once, and counted since the check.
        Released = "released",
        /// Not counted, as a moderator decided.
        Discarded = "discarded",
    }
}

db_enum! {
    /// What may be voted.
    Mode {
        /// For and against.
        Open = "open",
        /// Only for.
        UpOnly = "up_only",
        /// Nothing.
        Off = "off",
    }
}

/// One thing that can be voted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Object {
    /// What it is.
    pub kind: Kind,
    /// Its identifier.
    pub id: i64,
}

impl Object {
    /// A story.
    #[must_use]
    pub fn story(id: ArticleId) -> Self {
        let kind = Kind::Story;
        Self { kind, id: id.0 }
    }

    /// A comment.
    #[must_use]
    pub fn comment(id: CommentId) -> Self {
        let kind = Kind::Comment;
        Self { kind, id: id.0 }
    }
}

/// Which way a vote goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// For.
    For,
    /// Taken back: its row stays, so that nothing is gained by toggling.
    Neither,
    /// Against.
    Against,
}

impl Direction {
    /// The word that stands for it in forms.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Neither => "none",
            Self::Against => "against",
        }
    }

    /// The direction of a form's word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::For, Self::Neither, Self::Against];
        all.into_iter().find(|direction| direction.word() == word)
    }
}

impl From<Direction> for i64 {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::For => 1,
            Direction::Neither => 0,
            Direction::Against => -1,
        }
    }
}

impl TryFrom<i64> for Direction {
    type Error = String;

    fn try_from(number: i64) -> Result<Self, String> {
        match number {
            1 => Ok(Self::For),
            0 => Ok(Self::Neither),
            -1 => Ok(Self::Against),
            other => Err(format!("no such direction: {other}")),
        }
    }
}

db_newtype!(Direction, i64);

/// Why a vote could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VoteError {
    /// There is no such thing, or it is not public.
    #[error("there is nothing to vote on")]
    NotFound,
    /// Its time is over, or the newsroom switched voting (or voting against) off.
    #[error("voting is closed")]
    Closed,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What a reader wants their vote to be.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// On what.
    pub object: Object,
    /// Which way.
    pub direction: Direction,
    /// The reader's number, from their cookie.
    pub reader: [u8; 16],
    /// Whether the cookie was made within the last hour.
    pub is_fresh: bool,
    /// Where the vote comes from; counted in memory, never kept.
    pub network: Network,
    /// When.
    pub at: UtcMillis,
}

/// Where a thing stands: its story, and what may be voted on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The story, or the comment's story.
    pub article: ArticleId,
    /// When the story was first published.
    pub published_at: UtcMillis,
    /// What may be voted; for a comment, no more than on its story.
    pub mode: Mode,
}

impl Place {
    /// Whether a vote of that direction is taken at an instant.
    #[must_use]
    pub fn takes(&self, direction: Direction, at: UtcMillis) -> bool {
        let is_allowed = match self.mode {
            Mode::Open => true,
            Mode::UpOnly => direction != Direction::Against,
            Mode::Off => false,
        };
        is_allowed && at.0 < closes_at(self.published_at).0
    }
}

/// When voting on a story of that publication ends.
#[must_use]
pub fn closes_at(published_at: UtcMillis) -> UtcMillis {
    UtcMillis(published_at.0 + OPEN_DAYS * DAY_MS)
}

/// One vote as it is kept.
#[derive(Debug, Clone)]
pub struct Vote {
    /// On what.
    pub object: Object,
    /// The reader, under a key and for this thing only.
    pub voter: [u8; 16],
    /// Which way.
    pub direction: Direction,
    /// How it enters, if it is the reader's first on this thing.
    pub state: VoteState,
    /// The network under the day's key and for this thing only.
    pub net: Option<[u8; 8]>,
    /// Whether the reader's cookie was made within the last hour.
    pub is_fresh: bool,
    /// When.
    pub at: UtcMillis,
}

/// What became of a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// Which way it goes now.
    pub direction: Direction,
    /// Where it stands.
    pub state: VoteState,
    /// What its thing has.
    pub tally: Tally,
}

/// Takes a reader's vote, changes it, or takes it back: whatever they want it to be now.
///
/// # Errors
/// [`VoteError::NotFound`] and [`VoteError::Closed`].
pub fn vote(tx: &mut Tx<'_, '_>, memory: &Memory, wish: &Wish) -> Result<Cast, VoteError> {
    let object = wish.object;
    let place = place(tx, object)?.ok_or(VoteError::NotFound)?;
    if !place.takes(wish.direction, wish.at) {
        return Err(VoteError::Closed);
    }
    let voter = memory.voter(object, &wish.reader);
    let known = store::vote_of(tx, object, &voter)?;
    let (net, state) = match known {
        Some((_, state)) => (None, state),
        None if wish.direction == Direction::Neither => {
            return Ok(Cast {
                direction: Direction::Neither,
                state: VoteState::Counted,
                tally: tally(tx, object)?,
            });
        }
        None => memory.admit(object, wish),
    };
    let vote = Vote {
        object,
        voter,
        direction: wish.direction,
        state,
        net,
        is_fresh: wish.is_fresh,
        at: wish.at,
    };
    Ok(cast(tx, place.article, &vote)?)
}

/// Keeps a vote and moves its thing's numbers by what it changed, all in one transaction.
///
/// # Errors
/// When the database fails.
pub fn cast(tx: &mut Tx<'_, '_>, article: ArticleId, vote: &Vote) -> Result<Cast, DbError> {
    // The row is taken and changed by one statement, which gives what it was before; so two votes
    // of one reader at once cannot both count, on either database.
    let (was, state) = store::upsert(tx, vote)?;
    let before = was.map_or(Delta::default(), |was| Delta::of(state, was));
    let delta = Delta::of(state, vote.direction) - before;
    if was.is_none() && vote.direction != Direction::Neither {
        store::add_to_window(tx, vote, state)?;
    }
    let tally = count(tx, vote.object, article, delta, vote.at)?;
    Ok(Cast {
        direction: vote.direction,
        state,
        tally,
    })
}

/// A reader's own vote on a thing: which way, and where it stands.
///
/// # Errors
/// When the database fails.
pub fn own(
    tx: &mut Tx<'_, '_>,
    memory: &Memory,
    object: Object,
    reader: &[u8; 16],
) -> Result<Option<(Direction, VoteState)>, DbError> {
    store::vote_of(tx, object, &memory.voter(object, reader))
}

/// Where a thing stands, if it is public.
///
/// # Errors
/// When the database fails.
pub fn place(tx: &mut Tx<'_, '_>, object: Object) -> Result<Option<Place>, DbError> {
    match object.kind {
        Kind::Story => store::place_of_story(tx, object.id),
        Kind::Comment => store::place_of_comment(tx, object.id),
    }
}

/// What all readers are shown of a story's votes: one query.
///
/// # Errors
/// When the database fails.
pub fn ballot_of_story(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    published_at: UtcMillis,
    now: UtcMillis,
) -> Result<Ballot, DbError> {
    let object = Object::story(article);
    let tally = tally(tx, object)?;
    let place = Place {
        article,
        published_at,
        mode: tally.mode,
    };
    Ok(Ballot::new(object, &tally, &place, now))
}

/// Moves a thing's numbers, with a comment's rank, and tells whoever shows them.
fn count(
    tx: &mut Tx<'_, '_>,
    object: Object,
    article: ArticleId,
    delta: Delta,
    at: UtcMillis,
) -> Result<Tally, DbError> {
    let tally = store::add(tx, object, delta)?;
    if !delta.is_seen() {
        return Ok(tally);
    }
    if object.kind == Kind::Comment {
        comments::set_best(tx, CommentId(object.id), best(tally.up, tally.down))?;
    }
    if !tally.is_frozen {
        changes::append(tx, Tag::thread(article), at.0, at)?;
    }
    Ok(tally)
}

/// The number of an instant's ten minutes since 1970.
fn slot(at: UtcMillis) -> i64 {
    at.0.div_euclid(SLOT_MS)
}

/// The month of an instant, `yyyy-mm`, UTC.
fn month_of(at: UtcMillis) -> String {
    let day = crate::clock::Zone::utc().day(at).to_string();
    day.chars().take("yyyy-mm".len()).collect()
}
