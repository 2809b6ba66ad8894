//! The places of a thread as pages show them: at the top in three orders, and below each what
//! answers it, one level deep, so that a long quarrel can be read on a telephone.

mod store;

use super::text::{Piece, paragraphs};
use super::{Comment, CommentId, State};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::votes::{self, Ballot};
use crate::web::text::excerpt;

/// Places at the top, and answers of one branch, on a page.
pub const PAGE_PLACES: usize = 50;
/// Answers below a place of the whole thread; a longer branch has a page of its own.
pub const ANSWERS_MAX: usize = 20;
/// Answers that stand open; the rest is folded.
pub const ANSWERS_OPEN: usize = 3;
/// Comments under a story.
const STORY_PLACES: i64 = 3;
/// Characters of a comment under a story: the first view of a story has 14 KB, comments included.
const STORY_CHARS_MAX: usize = 220;
/// Comments in a feed.
const FEED_COMMENTS: i64 = 50;

crate::db_enum!(
    /// In which order the top of a thread is read.
    Order {
        /// As it was written.
        Oldest = "oldest",
        /// The newest first.
        Newest = "newest",
        /// The best first, as readers have voted.
        Best = "best",
    }
);

impl Order {
    /// All, the usual one first.
    pub const ALL: [Self; 3] = [Self::Oldest, Self::Newest, Self::Best];

    /// The order of that name; the usual one for nonsense.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let named = Self::ALL.into_iter().find(|order| order.word() == name);
        named.unwrap_or(Self::Oldest)
    }

    /// The query of a page in this order; empty for the first in the usual one.
    #[must_use]
    pub fn query(self, after: Option<(i64, i64)>) -> String {
        let sort = (self != Self::Oldest).then(|| format!("sort={}", self.word()));
        let after = after.map(|(key, id)| format!("after={key}-{id}"));
        let fields: Vec<String> = sort.into_iter().chain(after).collect();
        if fields.is_empty() {
            return String::new();
        }
        format!("?{}", fields.join("&"))
    }

    /// The name of its sentence.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Oldest => "order-oldest",
            Self::Newest => "order-newest",
            Self::Best => "order-best",
        }
    }

    /// Where a list in this order begins.
    #[must_use]
    pub fn start(self) -> (i64, i64) {
        match self {
            Self::Oldest => (i64::MIN, i64::MIN),
            Self::Newest | Self::Best => (i64::MAX, i64::MAX),
        }
    }

    /// Where a list in this order goes on after a comment.
    #[must_use]
    pub fn after(self, comment: &Comment) -> (i64, i64) {
        match self {
            Self::Oldest | Self::Newest => (comment.at.0, comment.id.0),
            Self::Best => (comment.best, comment.id.0),
        }
    }
}

/// Where a list goes on, if it does.
pub type Next = Option<(i64, i64)>;
/// A page of places, and where the list goes on.
pub type Listed = (Vec<Place>, Next);

/// A comment on a page, or the place of one that is not there any more.
#[derive(Debug, Clone)]
pub struct Place {
    /// The comment; without name and words unless it is shown.
    pub comment: Comment,
    /// Its text.
    pub paragraphs: Vec<Vec<Piece>>,
    /// Whether the text goes on elsewhere.
    pub is_cut: bool,
    /// Of an answer to an answer: whom it answers. An empty name: somebody whose words are gone.
    pub answers_to: Option<(CommentId, String)>,
    /// What answers it, oldest first.
    pub answers: Vec<Place>,
    /// Whether there are more answers than those.
    pub has_more: bool,
    /// What readers think of it.
    pub ballot: Option<Ballot>,
}

impl Place {
    fn new(comment: Comment) -> Self {
        Self {
            paragraphs: paragraphs(&comment.body),
            is_cut: false,
            answers_to: None,
            answers: Vec::new(),
            has_more: false,
            ballot: None,
            comment,
        }
    }

    /// The answers that stand open.
    #[must_use]
    pub fn open(&self) -> &[Self] {
        self.answers
            .split_at_checked(self.open_count())
            .map_or(&self.answers, |(open, _)| open)
    }

    /// The answers that are folded: none, rather than a single one.
    #[must_use]
    pub fn folded(&self) -> &[Self] {
        self.answers
            .split_at_checked(self.open_count())
            .map_or(&[], |(_, folded)| folded)
    }

    fn open_count(&self) -> usize {
        if self.answers.len() > ANSWERS_OPEN + 1 {
            ANSWERS_OPEN
        } else {
            self.answers.len()
        }
    }

    /// The name of the sentence that stands where its words stood.
    #[must_use]
    pub fn gone(&self) -> &'static str {
        match self.comment.state {
            State::Withdrawn => "comment-withdrawn",
            State::Held => "comment-held",
            State::Rejected | State::Spam | State::Erased | State::Shown => "comment-removed",
        }
    }
}

/// A page of places at the top with their answers, and where the list goes on.
///
/// # Errors
/// When the database fails.
pub fn page(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    order: Order,
    after: (i64, i64),
) -> Result<Listed, DbError> {
    let limit = one_more(PAGE_PLACES);
    let mut comments = match order {
        Order::Oldest => store::oldest(tx, article, after, limit)?,
        Order::Newest => store::newest(tx, article, after, limit)?,
        Order::Best => store::best(tx, article, after, limit)?,
    };
    let next = cut(&mut comments, PAGE_PLACES, |last| order.after(last));
    let mut places = Vec::with_capacity(comments.len());
    for comment in comments {
        let has_answers = comment.replies > 0;
        let root = comment.id;
        let mut place = Place::new(comment);
        if has_answers {
            let (answers, next) = answers(tx, root, Order::Oldest.start(), ANSWERS_MAX)?;
            (place.answers, place.has_more) = (answers, next.is_some());
        }
        places.push(place);
    }
    Ok((places, next))
}

/// A comment at the top with a page of its answers, and where they go on.
///
/// # Errors
/// When the database fails.
pub fn branch(
    tx: &mut Tx<'_, '_>,
    root: CommentId,
    after: (i64, i64),
) -> Result<Option<(Place, Next)>, DbError> {
    let Some(comment) = store::place(tx, root)? else {
        return Ok(None);
    };
    let mut place = Place::new(comment);
    let (answers, next) = answers(tx, root, after, PAGE_PLACES)?;
    place.answers = answers;
    Ok(Some((place, next)))
}

/// Adds to the shown among some places what readers think of them; `published_at` is their story's.
///
/// # Errors
/// When the database fails.
pub fn add_ballots(
    tx: &mut Tx<'_, '_>,
    places: &mut [Place],
    (article, published_at): (ArticleId, UtcMillis),
    now: UtcMillis,
) -> Result<(), DbError> {
    let story = votes::tally(tx, votes::Object::story(article))?;
    let mut ids = Vec::new();
    each(places, &mut |place| ids.push(place.comment.id.0));
    let tallies = votes::tallies(tx, votes::Kind::Comment, &ids)?;
    each(places, &mut |place| {
        let id = place.comment.id;
        let found = tallies.iter().find(|(other, _)| *other == id.0);
        let tally = found.map_or(votes::Tally::NONE, |(_, tally)| *tally);
        let voted = votes::Place {
            article,
            published_at,
            mode: match story.mode {
                votes::Mode::Open => tally.mode,
                votes::Mode::UpOnly | votes::Mode::Off => story.mode,
            },
        };
        let ballot = Ballot::new(votes::Object::comment(id), &tally, &voted, now);
        place.ballot = Some(ballot).filter(Ballot::is_shown);
    });
    Ok(())
}

/// Does something with each shown place, those below others too.
fn each(places: &mut [Place], act: &mut impl FnMut(&mut Place)) {
    for place in places {
        if place.comment.is_shown() {
            act(place);
        }
        each(&mut place.answers, act);
    }
}

/// Where the page of a branch begins on which one of its answers stands.
///
/// # Errors
/// When the database fails.
pub fn page_of(tx: &mut Tx<'_, '_>, answer: &Comment) -> Result<Option<(i64, i64)>, DbError> {
    let page = i64::try_from(PAGE_PLACES).unwrap_or(i64::MAX);
    let before = store::answers_before(tx, answer.root, (answer.at, answer.id))?;
    let skipped = before / page * page;
    if skipped == 0 {
        return Ok(None);
    }
    store::answer_numbered(tx, answer.root, skipped - 1)
}

/// One comment as readers see it, if it has a place.
///
/// # Errors
/// When the database fails.
pub fn place(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<Option<Place>, DbError> {
    Ok(store::place(tx, id)?.map(Place::new))
}

/// The first comments under a story, cut short, without answers.
///
/// # Errors
/// When the database fails.
pub fn first(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Vec<Place>, DbError> {
    let start = Order::Oldest.start();
    let comments = store::oldest(tx, article, start, STORY_PLACES)?;
    let cut = |mut comment: Comment| {
        let is_cut = comment.body.chars().count() > STORY_CHARS_MAX;
        if is_cut {
            comment.body = excerpt(&comment.body, STORY_CHARS_MAX);
        }
        Place {
            is_cut,
            ..Place::new(comment)
        }
    };
    Ok(comments.into_iter().map(cut).collect())
}

/// The newest comments of a story, for its feed.
///
/// # Errors
/// When the database fails.
pub fn latest(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Vec<Place>, DbError> {
    let comments = store::latest(tx, article, FEED_COMMENTS)?;
    Ok(comments.into_iter().map(Place::new).collect())
}

fn answers(
    tx: &mut Tx<'_, '_>,
    root: CommentId,
    after: (i64, i64),
    count: usize,
) -> Result<Listed, DbError> {
    let mut comments = store::answers(tx, root, after, one_more(count))?;
    let next = cut(&mut comments, count, |last| Order::Oldest.after(last));
    let mut places: Vec<Place> = Vec::with_capacity(comments.len());
    for comment in comments {
        let parent = comment.parent.filter(|parent| *parent != root);
        let answers_to = match parent {
            Some(parent) => Some((parent, name_of(tx, &places, parent)?)),
            None => None,
        };
        places.push(Place {
            answers_to,
            ..Place::new(comment)
        });
    }
    Ok((places, next))
}

/// The name of an answer that stands before another; mostly on the same page.
fn name_of(tx: &mut Tx<'_, '_>, above: &[Place], id: CommentId) -> Result<String, DbError> {
    if let Some(place) = above.iter().find(|place| place.comment.id == id) {
        return Ok(place.comment.name.clone());
    }
    let found = store::place(tx, id)?;
    Ok(found.map_or_else(String::new, |comment| comment.name))
}

/// Takes what is too many off a list, and says where it goes on.
fn cut(
    comments: &mut Vec<Comment>,
    count: usize,
    cursor: impl Fn(&Comment) -> (i64, i64),
) -> Option<(i64, i64)> {
    if comments.len() <= count {
        return None;
    }
    comments.truncate(count);
    comments.last().map(cursor)
}

fn one_more(count: usize) -> i64 {
    i64::try_from(count + 1).unwrap_or(i64::MAX)
}
