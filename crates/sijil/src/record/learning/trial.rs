//! A trial of a model before it is used: what it would change on the stories that wait.

use super::{ModelId, judge, judge_by, store};
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::record::claims::word;
use crate::record::learning::Rule;
use crate::record::suggestions::{self, Proposed};

/// Stories that are tried.
const STORIES: i64 = 10;
/// Suggestions of a story that are shown, those that change most.
const SHOWN: usize = 3;

/// What a model would change on a story.
#[derive(Debug, Clone, PartialEq)]
pub struct TriedStory {
    /// Which.
    pub article: ArticleId,
    /// Its headline.
    pub headline: String,
    /// Its language: the code.
    pub lang: String,
    /// How many suggestions wait.
    pub waiting: usize,
    /// How many would stand at another place in the order of likelihood.
    pub moved: usize,
    /// How many would go under "more".
    pub aside: usize,
    /// How many would come back from there.
    pub back: usize,
    /// Those whose likelihood would change most.
    pub most: Vec<Moved>,
}

/// A suggestion that would be judged otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Its kind: the word.
    pub kind: String,
    /// Its sentence.
    pub sentence: String,
    /// How likely it is by what is in use.
    pub before: f64,
    /// How likely it would be.
    pub now: f64,
}

/// Tries a model on the ten stories that were last read and wait; nothing when there is no such model.
///
/// # Errors
/// When the database fails.
pub fn try_out(
    tx: &mut Tx<'_, '_>,
    app: &App,
    id: ModelId,
) -> Result<Option<Vec<TriedStory>>, DbError> {
    let Some(trained) = store::with_id(tx, id)? else {
        return Ok(None);
    };
    let hidden = store::rules(tx)?.into_iter().filter(Rule::is_hidden);
    let hidden: Vec<String> = hidden.map(|rule| rule.name).collect();
    let mut tried = Vec::new();
    for waiting in suggestions::waiting(tx, (i64::MAX, i64::MAX), STORIES)? {
        let Some(read) = suggestions::read(tx, &app.config.zone, waiting.article)? else {
            continue;
        };
        let mut before = suggestions::undecided(tx, &read, &app.tools())?;
        judge(tx, &read, &mut before)?;
        let mut now = before.clone();
        for proposed in &mut now {
            judge_by(Some(&trained.made.model), &hidden, &read, proposed);
        }
        let pairs = || before.iter().zip(&now);
        tried.push(TriedStory {
            article: waiting.article,
            headline: waiting.headline,
            lang: waiting.lang,
            waiting: now.len(),
            moved: moved(&before, &now),
            aside: pairs().filter(|(b, n)| !b.is_aside && n.is_aside).count(),
            back: pairs().filter(|(b, n)| b.is_aside && !n.is_aside).count(),
            most: most(pairs()),
        });
    }
    Ok(Some(tried))
}

/// How many stand at another place when both are put in order of likelihood.
fn moved(before: &[Proposed], now: &[Proposed]) -> usize {
    let ordered = |all: &[Proposed]| {
        let mut order: Vec<(usize, f64)> =
            all.iter().map(|one| one.likelihood).enumerate().collect();
        order.sort_by(|one, other| other.1.total_cmp(&one.1));
        order
            .into_iter()
            .map(|(place, _)| place)
            .collect::<Vec<_>>()
    };
    let (before, now) = (ordered(before), ordered(now));
    before
        .iter()
        .zip(&now)
        .filter(|(before, now)| before != now)
        .count()
}

fn most<'p>(pairs: impl Iterator<Item = (&'p Proposed, &'p Proposed)>) -> Vec<Moved> {
    let mut all: Vec<Moved> = pairs
        .map(|(before, now)| Moved {
            kind: word(&now.suggestion.kind),
            sentence: now.suggestion.sentence.text.clone(),
            before: before.likelihood,
            now: now.likelihood,
        })
        .collect();
    let change = |moved: &Moved| (moved.now - moved.before).abs();
    all.sort_by(|one, other| change(other).total_cmp(&change(one)));
    all.truncate(SHOWN);
    all
}
