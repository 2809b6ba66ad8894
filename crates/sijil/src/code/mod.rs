//! The confirmation code: handed out without a trace, answered in one of several ways, spent once.
//! What it is made of is in `sijil-ramz`; here is when it is asked and what counts as an answer.

mod bucket;
mod known;
mod lane;
mod level;
mod nets;
pub mod pages;
mod part;
mod store;
mod wrong;

use sijil_ramz::{Action, Ask, Keys, Level, Ramz, Refused};
use sijil_text::Lang;
use tokio::sync::Semaphore;

pub use bucket::{Buckets, Empty};
pub use known::{Known, Mark};
pub use lane::Lane;
pub use level::Meter;
pub use nets::Nets;
pub use part::Part;
pub use store::forget_spent;

use crate::comments::{CommentId, Way};
use crate::db::{DbError, Tx, UtcMillis};
use crate::secrets::Secrets;
use crate::web::{Network, PageError};
use wrong::Wrong;

/// How long a spent code is remembered after it has expired: a late reload still gets its receipt.
const REMEMBERED_MS: i64 = 60 * 60 * 1000;
/// Submissions of one network at once, and milliseconds in which one comes back.
const POSTS: (i64, i64) = (60, 2_000);
/// Reports of one network at once, and milliseconds in which one comes back.
const REPORTS: (i64, i64) = (20, 60_000);
/// Pictures and sounds of one network at once, and milliseconds in which one comes back.
const DRAWS: (i64, i64) = (60, 1_000);

/// Pictures and sounds drawn at once: each takes a core for a few milliseconds.
const DRAWN_AT_ONCE: usize = 2;

/// Gives out codes and takes answers.
pub struct Codes {
    keys: Keys,
    /// How hard codes are just now.
    pub meter: Meter,
    /// Browsers whose writer is known.
    pub known: Known,
    /// The lane without a code.
    pub lane: Lane,
    /// Networks under the key of the day.
    pub nets: Nets,
    wrong: Wrong,
    posts: Buckets,
    reports: Buckets,
    draws: Buckets,
    /// Pictures and sounds that are drawn at once.
    drawing: Semaphore,
}

/// What a form handed in to confirm itself.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    /// The token of the form.
    pub token: String,
    /// The solution of the proof of work.
    pub work: String,
    /// The digits of picture or sound, as typed.
    pub code: String,
    /// The answer to the question from the story, as typed.
    pub answer: String,
    /// Whether it asks for the lane without a code.
    pub is_lane: bool,
    /// Whether the browser bears the mark of an approved writer.
    pub is_known: bool,
}

/// Why a form is given back. The text in it is kept, and another token comes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It bore no token: it comes from a page that is the same for all. No fault of the reader's.
    Missing,
    /// Its token is too old, or of another form.
    Stale,
    /// Nothing was answered.
    Unanswered,
    /// The digits are wrong.
    WrongCode,
    /// The answer to the question is wrong.
    WrongAnswer,
    /// Its code was spent on another text.
    Used,
    /// The lane is full until then.
    LaneFull(UtcMillis),
    /// The network has sent much just now; it may go on in so many milliseconds.
    TooFast(i64),
}

/// An answer that was taken.
#[derive(Debug)]
pub struct Passed {
    /// The code it answers.
    pub ramz: Ramz,
    /// How.
    pub way: Way,
}

/// A code and what it is spent on, within a transaction.
#[derive(Debug, Clone)]
pub struct Spend {
    /// The second in which the code was handed out, and its nonce.
    code: Vec<u8>,
    body_sha256: Vec<u8>,
    forget_at: UtcMillis,
}

/// What became of spending a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spent {
    /// It was good, and is spent now.
    Now,
    /// The same text was sent with it before: a double click, a reload.
    Before(Option<CommentId>),
    /// It was spent on another text.
    Elsewhere,
}

impl Codes {
    /// Codes under the newsroom's secret.
    ///
    /// # Errors
    /// When the secret is empty.
    pub fn new(secrets: &Secrets) -> anyhow::Result<Self> {
        Ok(Self {
            keys: Keys::new(&secrets.ramz())?,
            meter: Meter::default(),
            known: Known::new(secrets.key("known")),
            lane: Lane::default(),
            nets: Nets::default(),
            wrong: Wrong::default(),
            posts: Buckets::new(POSTS.0, POSTS.1),
            reports: Buckets::new(REPORTS.0, REPORTS.1),
            draws: Buckets::new(DRAWS.0, DRAWS.1),
            drawing: Semaphore::new(DRAWN_AT_ONCE),
        })
    }

    /// A new code for an act on a thing.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn issue(
        &self,
        action: Action,
        object: i64,
        lang: Lang,
        now: UtcMillis,
    ) -> Result<Ramz, getrandom::Error> {
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce)?;
        let ask = Ask {
            action,
            level: self.meter.level(now),
            lang,
            object: object.unsigned_abs(),
            nonce,
        };
        Ok(self.keys.issue(&ask, seconds(now)))
    }

    /// The code of a token that is good for an act on a thing. An expired one is given too, since it
    /// may have been spent in time.
    ///
    /// # Errors
    /// [`Problem::Missing`] or [`Problem::Stale`].
    pub fn open(
        &self,
        token: &str,
        (action, object): (Action, i64),
        now: UtcMillis,
    ) -> Result<Opened, Problem> {
        if token.is_empty() {
            return Err(Problem::Missing);
        }
        let (ramz, is_fresh) = match self.keys.open(token, seconds(now)) {
            Ok(ramz) => (ramz, true),
            Err(Refused::Expired(ramz)) => (*ramz, false),
            Err(Refused::Foreign) => return Err(Problem::Stale),
        };
        if ramz.action() != action || ramz.object() != object.unsigned_abs() {
            return Err(Problem::Stale);
        }
        Ok(Opened { ramz, is_fresh })
    }

    /// Lets a form of a network through that has not sent too many.
    ///
    /// # Errors
    /// [`Problem::TooFast`].
    pub fn admit(&self, network: Network, now: UtcMillis) -> Result<(), Problem> {
        let taken = self.posts.take(network, now);
        taken.map_err(|Empty { wait_ms }| Problem::TooFast(wait_ms))
    }

    /// How hard codes are just now, 0 (calm) to 3 (siege).
    #[must_use]
    pub fn level_number(&self, now: UtcMillis) -> u8 {
        match self.meter.level(now) {
            Level::Calm => 0,
            Level::Normal => 1,
            Level::Busy => 2,
            Level::Siege => 3,
        }
    }

    /// Seconds since a code was handed out.
    #[must_use]
    pub fn age_s(&self, ramz: &Ramz, now: UtcMillis) -> u32 {
        ramz.age_s(seconds(now))
    }

    /// Counts a reader's report of a comment.
    ///
    /// # Errors
    /// [`PageError::Busy`] for a network that has reported much just now.
    pub fn count_report(&self, network: Network, now: UtcMillis) -> Result<(), PageError> {
        let taken = self.reports.take(network, now);
        taken.or(Err(PageError::Busy))
    }

    /// Whether so much comes in that nothing is taken without a code.
    #[must_use]
    pub fn is_flooded(&self, now: UtcMillis) -> bool {
        self.meter.level(now) >= Level::Busy
    }

    /// Takes the answer to a code, the cheapest to check first. A wrong one ends the code: the next
    /// guess has another.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(
        &self,
        ramz: Ramz,
        answered: &Answered,
        headline: &str,
        now: UtcMillis,
    ) -> Result<Passed, Problem> {
        if self.wrong.holds(&ramz.nonce()) {
            return Err(Problem::Stale);
        }
        let found = self.way(&ramz, answered, headline, now);
        if matches!(found, Err(Problem::WrongCode | Problem::WrongAnswer)) {
            self.wrong.add(ramz.nonce());
        }
        found.map(|way| Passed { ramz, way })
    }

    fn way(
        &self,
        ramz: &Ramz,
        answered: &Answered,
        headline: &str,
        now: UtcMillis,
    ) -> Result<Way, Problem> {
        let is_calm = ramz.level() == Level::Calm;
        if answered.is_known && is_calm {
            return Ok(Way::Known);
        }
        if answered.is_lane {
            let taken = self.lane.take(self.meter.level(now), now);
            return taken.map(|()| Way::Lane).map_err(Problem::LaneFull);
        }
        let question = ramz.question(headline);
        let has_code = !answered.code.trim().is_empty();
        let has_answer = !answered.answer.trim().is_empty();
        let answers = || {
            let question = question.as_ref();
            question.is_some_and(|question| question.is_answer(&answered.answer))
        };
        if has_code {
            if !ramz.is_code(&answered.code) {
                return Err(Problem::WrongCode);
            }
            // Where the code alone does not do, both must be right.
            if ramz.asks_question() && question.is_some() && !answers() {
                return Err(Problem::WrongAnswer);
            }
            return Ok(Way::Code);
        }
        if !answered.work.is_empty() && ramz.is_worked(&answered.work) {
            return Ok(Way::Work);
        }
        match (has_answer, ramz.asks_question()) {
            (true, false) if answers() => Ok(Way::Question),
            (true, false) => Err(Problem::WrongAnswer),
            _ => Err(Problem::Unanswered),
        }
    }
}

/// A token that is ours.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its code.
    pub ramz: Ramz,
    /// Whether it may still be spent.
    pub is_fresh: bool,
}

impl Spend {
    /// Spends a code on a text.
    #[must_use]
    pub fn new(ramz: &Ramz, body_sha256: [u8; 32]) -> Self {
        let expires_at = i64::from(ramz.expires_at_s()) * 1000;
        let issued_at = ramz.issued_at_s().to_be_bytes();
        Self {
            code: [issued_at.as_slice(), &ramz.nonce()].concat(),
            body_sha256: body_sha256.to_vec(),
            forget_at: UtcMillis(expires_at + REMEMBERED_MS),
        }
    }
}

/// Spends a code on a comment (or on nothing that has a number); belongs in the transaction of what
/// it is spent on, which a code that was spent before must not repeat.
///
/// # Errors
/// When the database fails.
pub fn spend(
    tx: &mut Tx<'_, '_>,
    spend: &Spend,
    comment: Option<CommentId>,
) -> Result<Spent, DbError> {
    if store::insert(tx, spend, comment)? {
        return Ok(Spent::Now);
    }
    looked_up(tx, spend)
}

/// What a code was spent on, if it was.
///
/// # Errors
/// When the database fails.
pub fn spent(tx: &mut Tx<'_, '_>, spend: &Spend) -> Result<Option<Spent>, DbError> {
    let found = store::find(tx, &spend.code)?;
    Ok(found.map(|(comment, body)| same_or_other(spend, comment, &body)))
}

fn looked_up(tx: &mut Tx<'_, '_>, spend: &Spend) -> Result<Spent, DbError> {
    spent(tx, spend).map(|found| found.unwrap_or(Spent::Elsewhere))
}

fn same_or_other(spend: &Spend, comment: Option<CommentId>, body: &[u8]) -> Spent {
    if body == spend.body_sha256 {
        Spent::Before(comment)
    } else {
        Spent::Elsewhere
    }
}

/// Goes on with the level that the desk had switched to.
///
/// # Errors
/// When the database fails.
pub fn restore_level(tx: &mut Tx<'_, '_>, codes: &Codes) -> Result<(), DbError> {
    let kept = store::switched(tx)?;
    let found = Level::ALL
        .into_iter()
        .find(|level| kept.as_deref() == Some(level_word(*level)));
    codes.meter.switch(found);
    Ok(())
}

/// Keeps the level that the desk switches to, or that the traffic decides again.
///
/// # Errors
/// When the database fails.
pub fn keep_level(tx: &mut Tx<'_, '_>, level: Option<Level>) -> Result<(), DbError> {
    store::set_switch(tx, level.map(level_word))
}

/// The word that stands for a level in the database and in forms.
#[must_use]
pub fn level_word(level: Level) -> &'static str {
    match level {
        Level::Calm => "calm",
        Level::Normal => "normal",
        Level::Busy => "busy",
        Level::Siege => "siege",
    }
}

fn seconds(now: UtcMillis) -> u32 {
    u32::try_from(now.0 / 1000).unwrap_or_default()
}
