//! The spam filter learns from each decision, in their order, on a thread of its own.

use std::time::{Duration, Instant};

use sijil_spam::{Decision, Model, NameRecord, Place, Sample, Signals, Trap};

use super::spam::Stand;
use super::store::{self, Lesson};
use super::{BatchId, Because, DecisionId, Verdict};
use crate::app::App;
use crate::changes::{Follower, Tag};
use crate::db::{self, DbError, Position};

/// The model is kept at most this often, unless much was learned.
const SAVE_EVERY: Duration = Duration::from_secs(30);
/// Lessons after which it is kept at once.
const LESSONS_UNSAVED_MAX: usize = 500;
/// Decisions that it is taught anew: older ones say little of today's spam.
const LOG_MAX: i64 = 20_000;
/// Decisions read at once.
const PAGE: i64 = 500;

/// The follower that learns.
pub struct Learner {
    app: App,
    model: Model,
    stand: Stand,
    unsaved: usize,
    saved_at: Instant,
    is_stale: bool,
}

impl Learner {
    /// Goes on from the kept model, or learns the log of decisions anew when there is none that
    /// fits the database.
    ///
    /// # Errors
    /// When the database or the disk fails.
    pub fn prepare(app: &App) -> anyhow::Result<Self> {
        let epoch = app.db.read_now(db::epoch)?;
        let mut learner = Self {
            app: app.clone(),
            model: Model::new(),
            stand: Stand {
                position: Position::START,
                epoch,
            },
            unsaved: 0,
            saved_at: Instant::now(),
            is_stale: true,
        };
        if let Some((stand, model)) = app.spam.kept()
            && stand.epoch == learner.stand.epoch
        {
            let position = stand.position;
            if app.db.read_now(move |tx| db::current(tx, position))? {
                (learner.stand, learner.model, learner.is_stale) = (stand, model, false);
                app.spam.publish(&learner.model);
            }
        }
        if learner.is_stale {
            learner.rebuild()?;
        }
        Ok(learner)
    }

    /// Learns the whole log anew, without what was undone.
    fn rebuild(&mut self) -> anyhow::Result<()> {
        let started = Instant::now();
        // In one moment: what is decided afterwards is a change that follows.
        let (position, last, mut after) = self.app.db.read_now(|tx| {
            let (last, first) = (store::newest(tx)?, store::nth_newest(tx, LOG_MAX)?);
            Ok::<_, DbError>((db::latest(tx)?, last, first))
        })?;
        self.model = Model::new();
        loop {
            let page = move |tx: &mut db::Tx<'_, '_>| store::lessons(tx, (after, last), PAGE);
            let lessons: Vec<Lesson> = self.app.db.read_now(page)?;
            let Some(end) = lessons.last() else { break };
            after = end.id;
            self.learn(&lessons);
        }
        self.stand.position = position;
        (self.is_stale, self.unsaved) = (false, self.unsaved.max(1));
        self.app.spam.publish(&self.model);
        let seconds = started.elapsed().as_secs_f32();
        tracing::info!(
            decisions = self.model.decisions(),
            seconds,
            "the spam filter has learned"
        );
        Ok(())
    }

    fn learn(&mut self, lessons: &[Lesson]) {
        for lesson in lessons {
            let Some(decision) = taught(lesson) else {
                continue;
            };
            let sample = Sample {
                text: &lesson.body,
                name: &lesson.name,
                signals: read(&lesson.signals),
            };
            self.model.learn(&sample, decision);
            self.unsaved += 1;
        }
    }

    fn save(&mut self) -> anyhow::Result<()> {
        self.app.spam.save(&self.stand, &self.model)?;
        (self.unsaved, self.saved_at) = (0, Instant::now());
        Ok(())
    }
}

impl Follower for Learner {
    fn position(&self) -> Position {
        self.stand.position
    }

    fn apply(&mut self, changed: &[Tag], upto: Position) -> anyhow::Result<()> {
        let before = self.unsaved;
        for tag in changed {
            let Tag::Decided(batch) = *tag else { continue };
            let lessons = self
                .app
                .db
                .read_now(move |tx| store::batch(tx, BatchId(batch)))?;
            if lessons.iter().any(|lesson| lesson.is_undone) {
                // What was learned cannot be unlearned: the log is learned without it.
                self.is_stale = true;
            } else {
                self.learn(&lessons);
            }
        }
        self.stand.position = upto;
        if self.unsaved > before {
            self.app.spam.publish(&self.model);
        }
        Ok(())
    }

    fn rest(&mut self) -> anyhow::Result<()> {
        if self.is_stale {
            self.rebuild()?;
        }
        let is_due = self.saved_at.elapsed() >= SAVE_EVERY || self.unsaved >= LESSONS_UNSAVED_MAX;
        if self.unsaved > 0 && is_due {
            self.save()?;
        }
        Ok(())
    }
}

impl Drop for Learner {
    fn drop(&mut self) {
        let is_whole = self.unsaved > 0 && !self.is_stale;
        if let Some(Err(error)) = is_whole.then(|| self.save()) {
            tracing::warn!(error = format!("{error:#}"), "the spam filter was not kept");
        }
    }
}

/// What a decision teaches; nothing where it says nothing about the words.
fn taught(lesson: &Lesson) -> Option<Decision> {
    if lesson.body.is_empty() {
        return None;
    }
    match (lesson.verdict, lesson.because) {
        (Verdict::Approved, _) => Some(Decision::Approved),
        (Verdict::Spam, _) | (Verdict::Rejected, Some(Because::Spam | Because::Advert)) => {
            Some(Decision::Spam)
        }
        (
            Verdict::Rejected,
            Some(
                Because::Offensive
                | Because::Abuse
                | Because::Word
                | Because::Harassment
                | Because::Hate,
            ),
        ) => Some(Decision::Offence),
        (Verdict::Rejected, None | Some(Because::Illegal | Because::Misinformation))
        | (Verdict::Held | Verdict::Erased, _) => None,
    }
}

/// The signals of a comment as they are kept with it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a likeness lies between 0 and 1; `as` stops at the ends"
)]
pub(super) fn written(signals: &Signals) -> String {
    let age = signals.form_age_s.map_or(-1, i64::from);
    let likeness = (signals.held_likeness * 1000.0).round() as i64;
    let flags = [
        i64::from(signals.place == Place::Reply),
        i64::from(signals.trap == Trap::Filled),
        i64::from(signals.name == NameRecord::Spammer),
    ];
    let [is_reply, is_trapped, is_spammer] = flags;
    format!(
        "{} {likeness} {is_reply} {age} {is_trapped} {} {is_spammer}",
        signals.known_spam_hosts, signals.level
    )
}

/// The signals as [`written`] wrote them; what is missing says nothing.
fn read(text: &str) -> Signals {
    let mut numbers = text.split(' ').map(|number| number.parse::<i64>().ok());
    let mut next = || numbers.next().flatten().unwrap_or_default();
    let hosts = next();
    let likeness = u16::try_from(next()).unwrap_or_default();
    let is_reply = next() != 0;
    let age = next();
    let is_trapped = next() != 0;
    let level = next();
    let is_spammer = next() != 0;
    Signals {
        known_spam_hosts: u32::try_from(hosts).unwrap_or_default(),
        held_likeness: f32::from(likeness) / 1000.0,
        place: if is_reply { Place::Reply } else { Place::Top },
        form_age_s: (!text.is_empty())
            .then(|| u32::try_from(age).ok())
            .flatten(),
        trap: if is_trapped {
            Trap::Filled
        } else {
            Trap::Empty
        },
        level: u8::try_from(level).unwrap_or_default(),
        name: if is_spammer {
            NameRecord::Spammer
        } else {
            NameRecord::Clear
        },
    }
}

/// The least identifier: before every decision.
pub(super) const FIRST: DecisionId = DecisionId(0);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signals_survive_the_database() {
        let signals = Signals {
            known_spam_hosts: 2,
            held_likeness: 0.5,
            place: Place::Reply,
            form_age_s: Some(4),
            trap: Trap::Filled,
            level: 3,
            name: NameRecord::Spammer,
        };
        assert_eq!(read(&written(&signals)), signals);
        assert_eq!(read(&written(&Signals::default())), Signals::default());
        assert_eq!(read(""), Signals::default());
    }
}
