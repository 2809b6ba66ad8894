//! Two figures beside each other: their difference and their ratio, and nothing made of both.

use super::tell::Telling;
use super::tolls::{Counted, Table};
use crate::web::Part;

/// Difference and ratio of two rows that the reader chose.
pub(super) fn compare(telling: &Telling, tables: &[Table], chosen: [i64; 2]) -> Option<String> {
    let rows: Vec<&Counted> = tables.iter().flat_map(|table| &table.rows).collect();
    let of = |id: i64| rows.iter().find(|row| row.row.claim.id.0 == id);
    let (one, other) = (of(chosen[0])?, of(chosen[1])?);
    let value = |row: &Counted| row.toll.least().or(row.toll.most());
    let (first, second) = (value(one)?, value(other)?);
    let (low, high) = (first.min(second), first.max(second));
    let ratio = tenths(telling, low, high);
    let [one_said, other_said] = [one, other].map(|row| {
        let parts = [
            ("harm", Part::Text(&row.counter)),
            ("what", Part::Text(&row.number)),
        ];
        telling.say().fill("record-harm-of", &parts)
    });
    let difference = telling.number(high - low);
    let parts = [
        ("one", Part::Text(one_said.as_str())),
        ("other", Part::Text(other_said.as_str())),
        ("difference", Part::Text(&difference)),
        ("ratio", Part::Text(&ratio)),
    ];
    Some(telling.say().fill("record-compared", &parts))
}

/// How many times the greater holds the lesser, to a tenth.
fn tenths(telling: &Telling, low: i64, high: i64) -> String {
    let Some(tenths) = high.checked_mul(10).and_then(|high| {
        let half = low / 2;
        high.checked_add(half)?.checked_div(low)
    }) else {
        return telling.say().say("record-not-said").into_owned();
    };
    let (whole, tenth) = (telling.number(tenths / 10), telling.number(tenths % 10));
    let parts = [("whole", Part::Text(&whole)), ("tenth", Part::Text(&tenth))];
    telling.say().fill("record-decimal", &parts)
}
