//! What the machine learns from decisions: names, rules, and how likely a suggestion is.
//!
//! Everything stays in the newsroom, can be looked at and taken back, and holds no word of any story.

mod alias;
mod curve;
pub mod desk;
mod model;
mod numbers;
mod rules;
mod store;
mod trial;

use serde::{Deserialize, Serialize};
use sijil_text::Day;

pub(super) use alias::OWN;
pub use curve::{Stretch, curve};
pub use model::{Example, Model};
pub use numbers::Numbers;
pub use rules::{Choice, Rule};
pub use trial::{Moved, TriedStory, try_out};

use super::decisions::{Verdict, features};
use super::parsed;
use super::suggestions::{Proposed, Read};
use crate::app::App;
use crate::clock::Zone;
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_id;
use crate::ledger::{self, Act, Hand, Kind, Subject};

db_id! {
    /// A model.
    ModelId
}

/// Decisions from which on there is anything to learn, and to test it on.
const DECISIONS_MIN: usize = 100;
/// Decisions that are learned from at most, the newest.
const DECISIONS_MAX: i64 = 20_000;
/// One of so many decisions, the newest, is kept for the test.
const TESTED_PART: usize = 10;
/// Decisions since the newest model from which on the night makes another.
const NIGHTLY_MIN: i64 = 50;
/// Likelihood under which a model in use puts a suggestion under "more".
const ASIDE_UNDER: f64 = 0.15;
/// Models that are listed.
const LISTED: i64 = 30;

/// Which decisions are learned from; what is empty leaves none out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// From this day on, `YYYY-MM-DD`.
    #[serde(default)]
    pub from: String,
    /// Up to this day.
    #[serde(default)]
    pub until: String,
    /// On claims of these kinds: their words.
    #[serde(default)]
    pub kinds: Vec<String>,
}

impl Selection {
    /// As the query takes them: a space around each, nothing for all.
    fn kinds_text(&self) -> String {
        match self.kinds.as_slice() {
            [] => String::new(),
            kinds => format!(" {} ", kinds.join(" ")),
        }
    }

    /// From its first instant up to the one after its last.
    fn span(&self, zone: &Zone) -> (UtcMillis, UtcMillis) {
        let day = |text: &str| Day::parse(text).ok();
        let from = day(&self.from).map_or(UtcMillis(i64::MIN), |day| zone.instant(day, 0));
        let after = day(&self.until).and_then(|day| day.plus_days(1));
        let until = after.map_or(UtcMillis(i64::MAX), |day| zone.instant(day, 0));
        (from, until)
    }
}

/// A model with what it was made of and how good it was, on decisions that it did not learn from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// What was learned.
    pub model: Model,
    /// From which decisions.
    pub selection: Selection,
    /// From how many.
    pub learned: usize,
    /// The instant of the last of them.
    pub learned_until: UtcMillis,
    /// On how many later ones it was tested.
    pub tested: usize,
    /// How good the machine's own score was on these.
    pub machine: Numbers,
    /// How good was what was in use then.
    pub before: Numbers,
    /// How good it was itself.
    pub now: Numbers,
}

impl Made {
    /// Whether it was better than what it was to replace.
    #[must_use]
    pub fn is_better(&self) -> bool {
        self.now.beats(&self.before)
    }
}

/// A model that is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Trained {
    /// Its identifier.
    pub id: ModelId,
    /// When it was made.
    pub at: UtcMillis,
    /// By whom; nobody for the night's.
    pub by: Option<String>,
    /// What it is.
    pub made: Made,
    /// Whether suggestions are judged by it now.
    pub is_in_use: bool,
}

/// What keeps a model from being made or used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There are too few decisions.
    TooFew,
    /// All were confirmed, or all rejected, in one of the two parts.
    OneSided,
    /// What is in use learned from the decisions that would test it.
    Seen,
    /// It was no better than what it would replace.
    NotBetter,
    /// There is no such model or rule.
    Missing,
}

/// Decisions, split by time, and what is in use: all that a model is made of.
#[derive(Debug, Clone)]
pub struct Lessons {
    selection: Selection,
    examples: Vec<(UtcMillis, Example)>,
    in_use: Option<(Made, UtcMillis)>,
}

/// Reads what is to be learned from.
///
/// # Errors
/// When the database fails.
pub fn lessons(
    tx: &mut Tx<'_, '_>,
    zone: &Zone,
    selection: &Selection,
) -> Result<Lessons, DbError> {
    let found = store::lessons(tx, selection, selection.span(zone), DECISIONS_MAX)?;
    let mut examples = Vec::with_capacity(found.len());
    for lesson in found {
        let example = Example {
            features: parsed(&lesson.features)?,
            is_right: is_accepted(lesson.verdict),
        };
        examples.push((lesson.at, example));
    }
    Ok(Lessons {
        selection: selection.clone(),
        examples,
        in_use: store::in_use(tx)?,
    })
}

impl Lessons {
    /// Learns from all but the newest tenth, and tests on that.
    ///
    /// # Errors
    /// What the editor has to choose otherwise.
    pub fn make(self) -> Result<Made, Fault> {
        if self.examples.len() < DECISIONS_MIN {
            return Err(Fault::TooFew);
        }
        let split = self.examples.len() - self.examples.len() / TESTED_PART;
        let (earlier, later) = self.examples.split_at(split);
        let (Some((learned_until, _)), Some((tested_from, _))) = (earlier.last(), later.first())
        else {
            return Err(Fault::TooFew);
        };
        let is_mixed = |part: &[(UtcMillis, Example)]| {
            part.iter().any(|(_, example)| example.is_right)
                && part.iter().any(|(_, example)| !example.is_right)
        };
        if !is_mixed(earlier) || !is_mixed(later) {
            return Err(Fault::OneSided);
        }
        let used = self.in_use.as_ref();
        if used.is_some_and(|(_, until)| tested_from <= until) {
            return Err(Fault::Seen);
        }
        let examples: Vec<Example> = earlier.iter().map(|(_, one)| one.clone()).collect();
        let model = Model::train(&examples);
        let judged = |by: &Model| {
            let each = later.iter();
            let each = each.map(|(_, one)| (by.likelihood(&one.features), one.is_right));
            Numbers::of(&each.collect::<Vec<_>>())
        };
        let machine = judged(&Model::default());
        Ok(Made {
            machine,
            before: used.map_or(machine, |(made, _)| judged(&made.model)),
            now: judged(&model),
            model,
            selection: self.selection,
            learned: earlier.len(),
            learned_until: *learned_until,
            tested: later.len(),
        })
    }
}

/// Keeps a model; it is not used before somebody says so.
///
/// # Errors
/// When the database fails.
pub fn keep(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, made: &Made) -> Result<ModelId, DbError> {
    let id: ModelId = hand.ids.next(hand.at);
    store::insert(tx, hand, (id, made))?;
    let subject = Subject(Kind::Site, 0);
    ledger::append(tx, hand, Act::ModelMade, subject, &id.to_string())?;
    Ok(id)
}

/// Lets suggestions be judged by a model, a former one too, if it was better than what was in use
/// when it was made; by nothing but the machine's own score with `None`.
///
/// # Errors
/// When the database fails.
pub fn put_in_use(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: Option<ModelId>,
) -> Result<Result<(), Fault>, DbError> {
    if let Some(id) = id {
        match store::with_id(tx, id)? {
            None => return Ok(Err(Fault::Missing)),
            Some(found) if !found.made.is_better() => return Ok(Err(Fault::NotBetter)),
            Some(_) => {}
        }
    }
    store::set_in_use(tx, id)?;
    let detail = id.map(|id| id.to_string()).unwrap_or_default();
    let subject = Subject(Kind::Site, 0);
    ledger::append(tx, hand, Act::ModelChosen, subject, &detail)?;
    Ok(Ok(()))
}

/// Says where the suggestions of a rule stand.
///
/// # Errors
/// When the database fails.
pub fn choose(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    rule: &str,
    choice: Choice,
) -> Result<Result<(), Fault>, DbError> {
    if !store::choose(tx, rule, choice)? {
        return Ok(Err(Fault::Missing));
    }
    let detail = format!("{rule} {}", choice.word());
    ledger::append(tx, hand, Act::SuggesterSet, Subject(Kind::Site, 0), &detail)?;
    Ok(Ok(()))
}

/// The newest models, newest first.
///
/// # Errors
/// When the database fails.
pub fn models(tx: &mut Tx<'_, '_>) -> Result<Vec<Trained>, DbError> {
    store::newest(tx, LISTED)
}

/// A model.
///
/// # Errors
/// When the database fails.
pub fn model(tx: &mut Tx<'_, '_>, id: ModelId) -> Result<Option<Trained>, DbError> {
    store::with_id(tx, id)
}

/// The rules that editors judged, the most used first.
///
/// # Errors
/// When the database fails.
pub fn rules(tx: &mut Tx<'_, '_>) -> Result<Vec<Rule>, DbError> {
    store::rules(tx)
}

/// Makes a model of all decisions, if there are enough new ones; gives whether it did. It waits for
/// somebody to look at its numbers and use it.
///
/// # Errors
/// When the database fails.
pub async fn nightly(app: &App) -> Result<bool, DbError> {
    let own = app.clone();
    let read = move |tx: &mut Tx<'_, '_>| {
        let is_enough = store::since_newest(tx)? >= NIGHTLY_MIN;
        let all = || lessons(tx, &own.config.zone, &Selection::default());
        is_enough.then(all).transpose()
    };
    let Some(lessons) = app.db.read(read).await? else {
        return Ok(false);
    };
    let made = tokio::task::spawn_blocking(move || lessons.make()).await;
    let Ok(Ok(made)) = made else {
        return Ok(false);
    };
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| {
        let hand = Hand {
            by: None,
            at: own.now(),
            ids: &own.ids,
        };
        keep(tx, &hand, &made).map(drop)
    };
    app.db.write(write).await?;
    Ok(true)
}

/// Judges suggestions by what was learned: what their names mean, how likely each is, and whether it
/// stands under "more".
pub(super) fn judge(
    tx: &mut Tx<'_, '_>,
    read: &Read,
    found: &mut [Proposed],
) -> Result<(), DbError> {
    let model = store::in_use(tx)?.map(|(made, _)| made.model);
    let hidden = store::rules(tx)?.into_iter().filter(Rule::is_hidden);
    let hidden: Vec<String> = hidden.map(|rule| rule.name).collect();
    let mut aliases = alias::Aliases::default();
    for proposed in found {
        aliases.weigh(tx, &mut proposed.suggestion)?;
        judge_by(model.as_ref(), &hidden, read, proposed);
    }
    Ok(())
}

fn judge_by(model: Option<&Model>, hidden: &[String], read: &Read, proposed: &mut Proposed) {
    let suggestion = &proposed.suggestion;
    let likelihood = model.map(|model| model.likelihood(&features(suggestion, read)));
    let is_unlikely = likelihood.is_some_and(|likelihood| likelihood < ASIDE_UNDER);
    let mut rules = suggestion.rules.iter();
    let is_of_hidden = !suggestion.rules.is_empty() && rules.all(|rule| hidden.contains(rule));
    proposed.likelihood = likelihood.unwrap_or(suggestion.score);
    proposed.is_aside = is_unlikely || is_of_hidden;
}

/// Counts a decision for the rules that had suggested it, or takes it back.
pub(super) fn count(
    tx: &mut Tx<'_, '_>,
    (rules, verdict): (&str, Verdict),
    times: i64,
) -> Result<(), DbError> {
    let accepted = if is_accepted(verdict) { times } else { 0 };
    for rule in rules.split_whitespace() {
        store::count_rule(tx, rule, (times, accepted))?;
    }
    Ok(())
}

fn is_accepted(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Confirmed | Verdict::Corrected => true,
        Verdict::Rejected | Verdict::Missed => false,
    }
}
