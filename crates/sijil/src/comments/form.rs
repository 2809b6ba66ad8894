//! The form in which comments are written: empty, or filled in as it came.

use super::text::{Fault, Typed};
use super::{Comment, CommentId};
use crate::articles::ArticleId;
use crate::web::Frame;

/// What the template `comments/form.html` shows.
pub struct Filled {
    /// Where it is sent to.
    pub action: String,
    /// Where a script gets a code from.
    pub code: String,
    /// What stands in its fields.
    pub typed: Typed,
    /// The comment that is answered.
    pub parent: Option<CommentId>,
    /// Who wrote that.
    pub answered: Option<String>,
    /// What is wrong: field and sentence.
    faults: Vec<(&'static str, String)>,
}

impl Filled {
    /// An empty form under a story, or one that answers a comment.
    #[must_use]
    pub fn empty(frame: &Frame, article: ArticleId, parent: Option<&Comment>) -> Self {
        Self {
            action: frame.urls.send_comment(article),
            code: frame.urls.code_for_comment(article),
            typed: Typed::default(),
            parent: parent.map(|parent| parent.id),
            answered: parent.map(|parent| parent.name.clone()),
            faults: Vec::new(),
        }
    }

    /// The form as it came, with what is wrong.
    #[must_use]
    pub fn with(mut self, frame: &Frame, typed: &Typed, faults: &[Fault]) -> Self {
        self.typed = typed.clone();
        let say = |fault: &Fault| {
            let words = frame.say().count(fault.sentence(), fault.limit());
            (fault.field(), words)
        };
        self.faults = faults.iter().map(say).collect();
        self
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn fault(&self, field: &str) -> Option<&str> {
        let found = self.faults.iter().find(|(other, _)| *other == field);
        found.map(|(_, words)| words.as_str())
    }

    /// Fields that something is wrong with, and what.
    #[must_use]
    pub fn faults(&self) -> &[(&'static str, String)] {
        &self.faults
    }
}
