//! What becomes of a comment that comes in: taken, held for a moderator with the reasons, or turned
//! away with clear words.

use sijil_spam::{Fingerprint, NameRecord, Place, Sample, Signals, Trap, Verdict};
use sijil_text::fold_light;

use super::reason::Reason;
use super::rules::{self, Deed, HoldMode, Kind, Rule};
use super::store::{self, Trace};
use super::words::{self, Words};
use crate::app::App;
use crate::articles::ArticleId;
use crate::comments::{CommentId, Mode, Settings, State, Way};
use crate::db::{DbError, Tx, UtcMillis};

/// Links that need no second look.
const LINKS_FREE: usize = 1;
/// The level from which on all comments wait.
const LEVEL_BUSY: u8 = 2;
/// How far back the same text counts as repeated.
const REPEAT_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// A comment that wants in: clean, not too long, its code passed.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The story it goes under.
    pub article: ArticleId,
    /// Whether it answers another comment.
    pub is_reply: bool,
    /// The writer's name.
    pub name: String,
    /// The text.
    pub body: String,
    /// The writer's network under the day's key.
    pub net: Option<Vec<u8>>,
    /// How it passed.
    pub way: Way,
    /// How busy the site is, 0 (calm) to 3 (siege).
    pub level: u8,
    /// Whether the field that people do not see was filled in.
    pub is_trapped: bool,
    /// Seconds from the form's making to its sending, if that is known.
    pub form_age_s: Option<u32>,
    /// Whether a comment of the same browser was approved recently.
    pub is_known: bool,
}

/// What becomes of it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// [`State::Held`] or [`State::Shown`].
    pub state: State,
    /// Why it waits, and what the filter weighed; for [`crate::comments::NewComment::reasons`].
    pub reasons: Vec<String>,
    /// What the spam filter thinks, in thousandths.
    pub score: i64,
    /// Why it is not taken at all; then the rest does not matter.
    pub refused: Option<Refused>,
    trace: Trace,
}

/// Why a comment is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The desk has closed the thread.
    Closed,
    /// It has a word or phrase that is not taken.
    Words,
    /// It links to where no comment may.
    Link,
    /// Its network may not write for a while.
    Network,
}

impl Refused {
    /// The name of the sentence that tells its writer.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Closed => "comments-closed-now",
            Self::Words => "refused-words",
            Self::Link => "refused-link",
            Self::Network => "refused-network",
        }
    }
}

/// Judges a comment by what [`look`] found. The filter works where it keeps no database thread
/// waiting.
#[must_use]
pub fn judge(app: &App, candidate: &Candidate, found: Found) -> Judged {
    let mark = Fingerprint::of(&candidate.body);
    let signals = Signals {
        known_spam_hosts: found.spam_hosts,
        held_likeness: app.spam.likeness(&mark),
        place: if candidate.is_reply {
            Place::Reply
        } else {
            Place::Top
        },
        form_age_s: candidate.form_age_s,
        trap: if candidate.is_trapped {
            Trap::Filled
        } else {
            Trap::Empty
        },
        level: candidate.level,
        name: if found.is_spammer {
            NameRecord::Spammer
        } else {
            NameRecord::Clear
        },
    };
    let sample = Sample {
        text: &candidate.body,
        name: &candidate.name,
        signals,
    };
    let model = app.spam.model();
    let verdict = model.judge(&sample);
    let is_spam = verdict.score >= model.hold_at();
    let judged = conclude(candidate, found, (signals, &verdict, is_spam));
    if judged.state == State::Held && judged.refused.is_none() {
        app.spam.remember(mark);
    }
    judged
}

/// Keeps what was found out about a comment; belongs in the transaction that keeps the comment, and
/// in that which changes its words.
///
/// # Errors
/// When the database fails.
pub fn keep(tx: &mut Tx<'_, '_>, id: CommentId, judged: &Judged) -> Result<(), DbError> {
    store::put_trace(tx, id, &judged.trace)
}

/// What the database knows about a comment that wants in.
#[derive(Debug, Clone)]
pub struct Found {
    is_closed: bool,
    scope: &'static str,
    mode: HoldMode,
    rules: Vec<Rule>,
    /// Hosts that the text links to.
    links: usize,
    repeats: i64,
    spam_hosts: u32,
    is_spammer: bool,
    trace: Trace,
}

/// Looks up what the database knows about words that somebody wants under a story.
///
/// # Errors
/// When the database fails.
pub fn look(
    tx: &mut Tx<'_, '_>,
    (article, settings): (ArticleId, &Settings),
    (name, body): (&str, &str),
    now: UtcMillis,
) -> Result<Found, DbError> {
    let hosts = words::hosts(body);
    let trace = Trace {
        shape: words::shape(body),
        host: hosts.first().cloned().unwrap_or_default(),
        name: fold_light(name),
        signals: String::new(),
        at: now,
    };
    let (scope, mode) = match settings.mode {
        Mode::Inherit => rules::mode_above(tx, article)?,
        Mode::AllHeld => ("story", HoldMode::AllHeld),
        Mode::KnownPass => ("story", HoldMode::KnownPass),
        Mode::AllPass => ("story", HoldMode::AllPass),
    };
    let repeats = match trace.shape {
        0 => 0,
        shape => store::repeats(tx, shape, UtcMillis(now.0 - REPEAT_MS))?,
    };
    let mut spam_hosts = 0;
    for host in hosts.iter().take(5) {
        spam_hosts += u32::from(store::is_spam_host(tx, host)?);
    }
    Ok(Found {
        is_closed: settings.closed_at.is_some_and(|at| at <= now),
        scope,
        mode,
        rules: rules::in_force(tx, now)?,
        links: hosts.len(),
        repeats,
        spam_hosts,
        is_spammer: store::is_spammer(tx, &trace.name)?,
        trace,
    })
}

fn conclude(
    candidate: &Candidate,
    mut found: Found,
    (signals, verdict, is_spam): (Signals, &Verdict, bool),
) -> Judged {
    found.trace.signals = super::learn::written(&signals);
    let mut reasons = Vec::new();
    let mut refused = found.is_closed.then_some(Refused::Closed);
    // The newsroom's own hand needs no second one.
    if candidate.way != Way::Staff {
        if found.repeats > 0 {
            reasons.push(Reason::Repeat(found.repeats));
        }
        refused = refused.or(by_rules(candidate, &found.rules, &mut reasons));
        if is_spam {
            reasons.push(Reason::Spam);
        }
        if found.links > LINKS_FREE {
            reasons.push(Reason::Links(
                i64::try_from(found.links).unwrap_or(i64::MAX),
            ));
        }
        if candidate.way == Way::Lane {
            reasons.push(Reason::Lane);
        }
        if candidate.level >= LEVEL_BUSY {
            reasons.push(Reason::Level);
        }
        let is_held = match found.mode {
            HoldMode::AllHeld => true,
            HoldMode::KnownPass => !candidate.is_known,
            HoldMode::AllPass => false,
        };
        reasons.extend(is_held.then_some(Reason::Mode(found.scope)));
    }
    let state = if reasons.is_empty() {
        State::Shown
    } else {
        State::Held
    };
    reasons.extend(verdict.reasons.iter().map(Reason::of_piece));
    Judged {
        state,
        reasons: reasons.iter().map(Reason::to_string).collect(),
        score: thousandths(verdict.score),
        refused,
        trace: found.trace,
    }
}

/// Adds why the newsroom's rules hold a comment; gives why one turns it away.
fn by_rules(candidate: &Candidate, rules: &[Rule], reasons: &mut Vec<Reason>) -> Option<Refused> {
    if rules.is_empty() {
        return None;
    }
    let text = Words::of(&format!("{}\n{}", candidate.name, candidate.body));
    let hosts = words::hosts(&format!("{} {}", candidate.name, candidate.body));
    let net = candidate.net.as_deref().map(rules::network_pattern);
    let mut refused = None;
    for rule in rules {
        let is_met = match rule.kind {
            Kind::Word | Kind::Phrase => text.hold(&rule.pattern),
            Kind::Link => hosts
                .iter()
                .any(|host| words::is_under(host, &rule.pattern)),
            Kind::Network => net.as_ref() == Some(&rule.pattern),
        };
        if !is_met {
            continue;
        }
        let pattern = rule.pattern.clone();
        let (reason, words) = match rule.kind {
            Kind::Word => (Reason::Word(pattern), Refused::Words),
            Kind::Phrase => (Reason::Phrase(pattern), Refused::Words),
            Kind::Link => (Reason::Host(pattern), Refused::Link),
            Kind::Network => (Reason::Network, Refused::Network),
        };
        match rule.deed {
            Deed::Refuse => refused = refused.or(Some(words)),
            Deed::Hold if !reasons.contains(&reason) => reasons.push(reason),
            Deed::Hold => {}
        }
    }
    refused
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a score lies between 0 and 1; `as` stops at the ends"
)]
fn thousandths(score: f32) -> i64 {
    (score * 1000.0).round() as i64
}
