//! The roll: every story as the desk lists it, whatever its state. Kept level with the stories by
//! the rules that change them, in the same transaction.

mod store;

use sijil_text::{Lang, fold};

pub(super) use store::{add, set_section, set_state, set_title, set_words, take, touch};
pub use store::{entry, page};

use super::{ArticleId, State};
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::Cursor;
use crate::staff::StaffId;
use crate::topics::TopicId;

/// A lock is over when its holder was not seen for this long: a few missed autosaves.
pub const LOCK_MS: i64 = 2 * 60 * 1000;

/// A story as the desk lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The story.
    pub id: ArticleId,
    /// Its language.
    pub lang: Lang,
    /// How far it has come.
    pub state: State,
    /// Its section, and the section's name in the story's language.
    pub section: Option<(TopicId, String)>,
    /// Whose story it is; nobody's when it was imported.
    pub owner: Option<(StaffId, String)>,
    /// The headline of its working copy; may be empty.
    pub title: String,
    /// When somebody last wrote or decided.
    pub touched_at: UtcMillis,
    /// Who that was.
    pub touched_by: Option<String>,
    /// When it will be published by itself.
    pub scheduled_at: Option<UtcMillis>,
    /// When it was first published.
    pub published_at: Option<UtcMillis>,
    /// Until when it must not be published.
    pub embargo: Option<UtcMillis>,
    /// Who is writing in it now.
    pub writer: Option<String>,
    /// Whether it is a translation whose source says something else by now.
    pub is_behind: bool,
}

/// Which stories are asked for; what is `None` or empty is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// How far they have come.
    pub state: Option<State>,
    /// Their language.
    pub lang: Option<Lang>,
    /// Their section.
    pub section: Option<TopicId>,
    /// Whose they are.
    pub owner: Option<StaffId>,
    /// A part of the headline, however it is spelt.
    pub text: String,
}

impl Asked {
    /// What `like` compares with the folded headline; empty when no text is asked for.
    fn pattern(&self) -> String {
        let folded = fold(&self.text);
        if folded.trim().is_empty() {
            return String::new();
        }
        let mut pattern = String::from("%");
        for letter in folded.trim().chars() {
            if matches!(letter, '%' | '_' | '!') {
                pattern.push('!');
            }
            pattern.push(letter);
        }
        pattern + "%"
    }
}

/// Which part of a list is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Where it goes on.
    pub before: Cursor,
    /// How many at most.
    pub limit: i64,
    /// The present, by which locks end.
    pub now: UtcMillis,
}

/// What happens to stories from an instant until before another: when, the word for it (`out`,
/// `published`, `embargo`), and the story.
///
/// # Errors
/// When the database fails.
pub fn dated(
    tx: &mut Tx<'_, '_>,
    span: (UtcMillis, UtcMillis),
    now: UtcMillis,
) -> Result<Vec<(UtcMillis, &'static str, Entry)>, DbError> {
    let mut dated = Vec::new();
    let mut add = |kind, found: Vec<(ArticleId, UtcMillis)>| {
        dated.extend(found.into_iter().map(|(id, at)| (id, at, kind)));
    };
    add("out", store::scheduled(tx, span)?);
    add("embargo", store::under_embargo(tx, span)?);
    for lang in Lang::ALL {
        add("published", store::published(tx, lang, span)?);
    }
    let mut found = Vec::with_capacity(dated.len());
    for (id, at, kind) in dated {
        found.extend(entry(tx, id, now)?.map(|entry| (at, kind, entry)));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_compared_as_it_stands() {
        let asked = |text: &str| Asked {
            text: text.to_owned(),
            ..Asked::default()
        };
        assert_eq!(asked("  ").pattern(), "");
        assert_eq!(asked("100% Sure_").pattern(), "%100!% sure!_%");
        assert_eq!(asked("أحمد").pattern(), asked("احمد").pattern());
    }
}
