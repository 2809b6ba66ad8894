//! The form of a claim: each field of a draft by name, both ways, and how the fields are laid out.
//!
//! Rows are numbered: `link0_source`, `link1_source`. A row whose first field is empty is none.

mod claimed;
mod inputs;
mod panels;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub(super) use claimed::claimed;
pub(super) use inputs::{Input, Opt, Panel, Shape};
pub(super) use panels::{Choices, Lay, panels};
use read::draft;
pub(super) use read::{blank, spots};
pub(super) use write::fields;

use crate::record::claims::{Draft, Fault};
use crate::web::extract::Fields;

/// The most rows of a kind that a form has.
pub(super) const ROWS_MAX: usize = 40;
/// Nobody is named as the source.
pub(super) const NOBODY: &str = "nobody";

/// A field that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Its name.
    pub(super) field: String,
    /// The name of the sentence that says why.
    pub(super) why: &'static str,
}

/// The name of a field in a row.
pub(super) fn at(list: &str, row: usize, field: &str) -> String {
    format!("{list}{row}_{field}")
}

/// How many rows of a list the fields hold, the empty ones in between too.
pub(super) fn rows(fields: &Fields, list: &str, first: &str) -> usize {
    let last = (0..ROWS_MAX).rev().find(|row| {
        let has = |field: &str| !fields.get(&at(list, *row, field)).is_empty();
        has(first) || has("name")
    });
    last.map_or(0, |last| last + 1)
}

/// The draft that a form makes in a story's text, if nothing is wrong in it; `wrong` is what was
/// found before. Words that an edit took away are left out.
pub(super) fn ready(
    fields: &Fields,
    mut wrong: Vec<Wrong>,
    text: &str,
) -> Result<Draft, (Vec<Wrong>, Option<Fault>)> {
    let read = draft(fields).map_err(|more| wrong.extend(more));
    let Ok(mut draft) = read else {
        return Err((wrong, None));
    };
    if !wrong.is_empty() {
        return Err((wrong, None));
    }
    draft
        .spans
        .retain(|spot| text.get(spot.start..spot.end).is_some());
    match draft.fault() {
        Some(fault) => Err((vec![], Some(fault))),
        None => Ok(draft),
    }
}
