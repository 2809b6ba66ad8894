//! How much each file of the record holds: rows where a row is a thing that is counted, else what it
//! is made of.

use super::store;
use crate::db::{DbError, Tx};
use crate::feeds::ITEMS_MAX;
use crate::record::claims;

/// What there is of the record for readers.
#[derive(Debug, Default)]
pub(super) struct Held {
    claims: i64,
    groups: Vec<(String, i64)>,
    of_truces: Vec<(String, i64)>,
    of_figures: Vec<(String, i64)>,
}

/// How much a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// Rows, exactly.
    Rows(i64),
    /// Claims, a line or more of each.
    Claims(i64),
    /// Events, truces and the like, of which rows are made.
    Events(i64),
    /// Truces.
    Truces(i64),
}

impl Held {
    /// Counts.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn read(tx: &mut Tx<'_, '_>) -> Result<Self, DbError> {
        let claims = claims::public_count(tx)?;
        Ok(Self {
            claims: claims.iter().map(|(_, count)| count).sum(),
            groups: store::groups(tx)?,
            of_truces: store::claims_in(tx, "truce")?,
            of_figures: store::claims_in(tx, "figure")?,
        })
    }

    /// What the file of a name holds, without its extension for tables.
    pub(super) fn of(&self, name: &str) -> Amount {
        let groups = |kind: &str| count(&self.groups, kind);
        match name.split('.').next().unwrap_or_default() {
            "acled-like" => {
                let kinds = ["event", "truce", "control", "talks"];
                Amount::Events(kinds.into_iter().map(groups).sum())
            }
            "ucdp-like" | "airwars-like" => Amount::Events(groups("event")),
            "figures" => Amount::Rows(self.of_figures.iter().map(|(_, count)| count).sum()),
            "truces" if name.ends_with(".ics") => Amount::Truces(groups("truce")),
            "truces" => Amount::Rows(groups("truce")),
            "truce_terms" => Amount::Rows(count(&self.of_truces, "truce_term")),
            "truce_breaches" => Amount::Rows(count(&self.of_truces, "truce_breach")),
            "control" => Amount::Rows(groups("control")),
            "talks" => Amount::Rows(groups("talks")),
            "record" if name.ends_with(".geojson") => Amount::Events(groups("event")),
            "claims" => Amount::Claims(self.claims.min(ITEMS_MAX)),
            _ => Amount::Claims(self.claims),
        }
    }
}

fn count(counts: &[(String, i64)], kind: &str) -> i64 {
    let found = counts.iter().find(|(known, _)| known == kind);
    found.map(|(_, count)| *count).unwrap_or_default()
}
