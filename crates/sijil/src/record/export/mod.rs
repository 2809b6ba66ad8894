//! The record as files, for those who take it away.
//!
//! The public ones hold what readers may see and nothing else, all in one or in the forms that other
//! projects read; the newsroom's own holds all, and comes back in.

mod acled;
mod airwars;
mod answers;
mod calendar;
mod cells;
mod count;
mod file;
mod intake;
mod json;
mod linked;
mod master;
mod own;
pub mod pages;
mod places;
mod seen;
mod sijil;
mod store;
mod tables;
mod ucdp;
mod xlsx;

use std::fmt;

use serde_json::json;

use crate::config::Config;
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_enum;

pub use answers::{claims_json, things_json};
pub use calendar::of_truce as calendar_of;
pub use cells::unguarded;
pub use file::{File, Kind, book, named, names};
pub use intake::{Fault, Imported, import, is_record};
pub use master::piece;
pub(in crate::record) use seen::View;
pub use store::stamp;

/// The number of the files' form; a file of another is refused.
pub const SCHEMA: i64 = 1;

db_enum! {
    /// For whom a file is.
    Form {
        /// For everybody: what readers may see.
        Public = "public",
        /// For the newsroom: everything, with what is withheld, older versions and decisions.
        Own = "newsroom",
    }
}

/// What stands at the head of every file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The newsroom's address.
    pub url: String,
    /// On which terms the record may be used; empty while the newsroom has set none.
    pub licence: String,
    /// How the newsroom counts: `range`, `majority`, `source_hierarchy` or `editor`.
    pub count_rule: String,
    /// When the record last changed: the same record gives the same file.
    pub at: UtcMillis,
}

impl About {
    /// What stands at the head of a file that is made now.
    ///
    /// # Errors
    /// When the database fails.
    pub fn read(tx: &mut Tx<'_, '_>, config: &Config) -> Result<Self, DbError> {
        Ok(Self {
            url: config.url.clone(),
            licence: config.record_licence.clone(),
            count_rule: config.record_count_rule.clone(),
            at: store::newest(tx)?,
        })
    }

    /// The first line of the record in one file.
    #[must_use]
    pub fn line(&self, form: Form) -> String {
        let head = json!({
            "type": "sijil-record",
            "schema": SCHEMA,
            "form": form.word(),
            "exported_at": json::iso(self.at.0),
            "licence": self.licence,
            "count_rule": self.count_rule,
            "newsroom": self.url,
        });
        format!("{head}\n")
    }
}

/// How far a file has come: its part, and the last identifier that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The number of the part, from 0.
    pub part: usize,
    /// The last identifier that was written of it; 0 at its beginning.
    pub after: i64,
}

impl Cursor {
    /// The beginning of a file.
    pub const START: Self = Self { part: 0, after: 0 };

    /// Where a file goes on after a part of which `full` says whether more may come.
    #[must_use]
    fn next(self, last: Option<i64>, is_full: bool, parts: usize) -> Option<Self> {
        match last {
            Some(after) if is_full => Some(Self { after, ..self }),
            _ if self.part + 1 < parts => Some(Self {
                part: self.part + 1,
                after: 0,
            }),
            _ => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}
