//! The columns that every table carries beside its own: what its one number or name leaves out.

use sijil_record::Harm;

use super::cells::Cell;
use super::count::{qualifier, range, tolls};
use super::seen::{Seen, View};

/// Their names.
pub(super) const COLUMNS: [&str; 9] = [
    "sijil_id",
    "sijil_fatalities_low",
    "sijil_fatalities_high",
    "sijil_qualifier",
    "sijil_injured_low",
    "sijil_injured_high",
    "sijil_attribution",
    "sijil_grading",
    "sijil_permalink",
];

/// What stands in them for a group.
pub(super) fn own_columns(view: &View, seen: &Seen) -> Vec<Cell> {
    let killed = range(tolls(seen, Harm::Killed));
    let injured = range(tolls(seen, Harm::Injured));
    vec![
        Cell::id(seen.group.id.0),
        Cell::number(killed.low),
        Cell::number(killed.high),
        qualifier(seen).into(),
        Cell::number(injured.low),
        Cell::number(injured.high),
        view.chains(seen).join(" | ").into(),
        seen.grade().map(|grade| grade.word().to_owned()).into(),
        view.permalink(seen).into(),
    ]
}
