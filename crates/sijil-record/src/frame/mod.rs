//! Claims by kind: which words of a sentence fill which slots.

pub(crate) mod arabic;
pub(crate) mod attack;
pub(crate) mod casualty;
pub(crate) mod control;
pub(crate) mod protest;
pub(crate) mod talks;
pub(crate) mod truce;

use serde_json::Value;

use crate::span::Span;
use crate::suggest::{Flag, Kind};

/// What is known of a story beyond its words.
#[derive(Clone, Copy)]
pub(crate) struct Known<'k> {
    /// Whether a place stands there.
    pub(crate) is_place: &'k dyn Fn(Span) -> bool,
    /// The names of actors and sources that lie there, in order.
    pub(crate) names: &'k dyn Fn(Span) -> Vec<Span>,
}

/// A claim as one sentence tells it, before place, day and source are attached.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) kind: Kind,
    pub(crate) rule: &'static str,
    pub(crate) score: f64,
    /// The words that open it.
    pub(crate) trigger: Span,
    pub(crate) slots: Vec<Filled>,
    pub(crate) flags: Vec<Flag>,
    pub(crate) is_negated: bool,
    pub(crate) is_unreal: bool,
}

/// A slot and what fills it.
#[derive(Clone, Debug)]
pub(crate) struct Filled {
    pub(crate) name: &'static str,
    /// The words; empty at the trigger when the value is only implied.
    pub(crate) span: Span,
    pub(crate) value: Value,
}

impl Frame {
    /// A frame that nothing fills yet.
    pub(crate) fn new(kind: Kind, rule: &'static str, score: f64, trigger: Span) -> Self {
        Self {
            kind,
            rule,
            score,
            trigger,
            slots: Vec::new(),
            flags: Vec::new(),
            is_negated: false,
            is_unreal: false,
        }
    }

    /// Fills the slot `name` with the words at `span`.
    pub(crate) fn fill(&mut self, name: &'static str, span: Span, value: impl Into<Value>) {
        self.slots.push(Filled {
            name,
            span,
            value: value.into(),
        });
    }

    /// The words of the slot `name`.
    pub(crate) fn slot(&self, name: &str) -> Option<&Filled> {
        self.slots.iter().find(|slot| slot.name == name)
    }
}
