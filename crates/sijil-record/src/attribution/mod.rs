//! Who says what: the source, the word that attributes, and what is said.

mod arabic;
mod cue;
mod english;

use serde::{Deserialize, Serialize};

use crate::span::Span;

pub(crate) use arabic::attributions as attributions_arabic;
pub(crate) use english::attributions;

/// How the source stands to what is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says it, or reports that it is so.
    #[default]
    Says,
    /// Says that it is not so.
    Denies,
    /// Says that it is so, after another said it.
    Confirms,
    /// Could not find out whether it is so.
    CannotConfirm,
}

/// One saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it; none where the text does not name anyone ("it was reported").
    pub source: Option<Span>,
    /// The words that attribute; none for a quotation that goes on.
    pub cue: Option<Span>,
    /// What is said.
    pub content: Span,
    /// How the source stands to it.
    pub stance: Stance,
    /// Whether it is believed, wished or planned and not said.
    pub is_thought: bool,
}
