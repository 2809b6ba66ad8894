//! Claims by kind: which words of a sentence fill which slots.

pub(crate) mod casualty;
