//! What the machine suggests for a story and nobody has decided on yet. Suggestions are made anew
//! from the text each time; only decisions are kept, so that a rule that gets better helps at once.

mod form;
mod store;

pub use form::draft;
pub(super) use store::set_story;
pub use store::{Waiting, is_counted, stories_waiting, waiting};

use sijil_record::suggest::{self, Suggestion};
use sijil_text::{Day, Lang, plain_text};

use super::Tools;
use super::anchors::Text;
use super::{decisions, learning};
use crate::articles::content::sha256;
use crate::articles::{self, ArticleId};
use crate::clock::Zone;
use crate::db::{DbError, Tx};

/// A story as the record reads it.
#[derive(Debug, Clone)]
pub struct Read {
    /// Which.
    pub article: ArticleId,
    /// Its language.
    pub lang: Lang,
    /// Its headline.
    pub headline: String,
    /// Its plain text, that of the newest published revision where there is one.
    pub text: Text,
    /// The number of that revision; 0 for a working copy.
    pub revision: i64,
    /// The day of its publication, else none.
    pub published: Option<Day>,
}

/// A suggestion that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    /// What tells it apart in its story, as long as its sentence stays as it is.
    pub mark: String,
    /// What is suggested.
    pub suggestion: Suggestion,
    /// How likely an editor confirms it, from 0 to 1: what pages show. It is the suggestion's own
    /// score until a model is in use that learned from decisions.
    pub likelihood: f64,
    /// Whether it stands under "more": too unlikely, or found only by rules that editors hardly ever
    /// accept.
    pub is_aside: bool,
}

/// Reads a story; nothing when there is none.
///
/// # Errors
/// When the database fails.
pub fn read(tx: &mut Tx<'_, '_>, zone: &Zone, id: ArticleId) -> Result<Option<Read>, DbError> {
    let Some(article) = articles::article(tx, id)? else {
        return Ok(None);
    };
    let content = match articles::newest(tx, id)? {
        Some(printed) => printed.content,
        None => articles::working_copy(tx, id)?,
    };
    Ok(Some(Read {
        article: id,
        lang: article.lang,
        headline: content.headline.clone(),
        text: Text::of(plain_text(&content.body).text),
        revision: article.revision,
        published: article.published_at.map(|at| zone.day(at)),
    }))
}

/// All that the machine suggests for a story, in the order of the text.
#[must_use]
pub fn all(read: &Read, tools: &Tools) -> Vec<Proposed> {
    let found = suggest::suggest(&suggest::Input {
        headline: &read.headline,
        text: &read.text.text,
        published: read.published,
        places: Some(&tools.places),
        actors: Some(&tools.actors),
    });
    let marked = |suggestion: Suggestion| Proposed {
        mark: mark(&suggestion),
        likelihood: suggestion.score,
        is_aside: false,
        suggestion,
    };
    found.into_iter().map(marked).collect()
}

/// Those that nobody has decided on, judged by what was learned from decisions. Pages show those that
/// stand aside only when they are asked for.
///
/// # Errors
/// When the database fails.
pub fn open(tx: &mut Tx<'_, '_>, read: &Read, tools: &Tools) -> Result<Vec<Proposed>, DbError> {
    let mut found = undecided(tx, read, tools)?;
    learning::judge(tx, read, &mut found)?;
    Ok(found)
}

/// Those that nobody has decided on, as the machine suggests them.
pub(super) fn undecided(
    tx: &mut Tx<'_, '_>,
    read: &Read,
    tools: &Tools,
) -> Result<Vec<Proposed>, DbError> {
    let decided = decisions::marks(tx, read.article)?;
    let mut found = all(read, tools);
    found.retain(|proposed| !decided.contains(&proposed.mark));
    Ok(found)
}

/// What tells a suggestion apart: its kind, the words of its sentence, and those of the slots that
/// make it another claim than its neighbour. Where it stands in the text does not matter.
fn mark(suggestion: &Suggestion) -> String {
    const TELLING: [&str; 7] = [
        "victim", "harm", "group", "place", "type", "to_actor", "content",
    ];
    let mut words = vec![
        super::claims::word(&suggestion.kind),
        suggestion.sentence.text.clone(),
    ];
    for name in TELLING {
        for slot in suggestion.slots.get(name).into_iter().flatten() {
            // Where the words of a slot stand in its sentence tells two of the same words apart.
            let at = slot.anchor.start.saturating_sub(suggestion.sentence.start);
            words.push(format!("{name}:{at}:{}", slot.anchor.text));
        }
    }
    let mut name = sha256(words.join("\n").as_bytes());
    name.truncate(32);
    name
}
