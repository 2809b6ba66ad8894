//! Who acts and who says: armed groups, states, outlets, monitors, found by their names in both scripts.

mod dictionary;
mod index;
mod scan;

use serde::{Deserialize, Serialize};

pub use scan::{Actors, Named, NewActor};

/// Kind of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum SourceKind {
    BelligerentState,
    BelligerentNonstate,
    Government,
    UnBody,
    MonitorNgo,
    RightsNgo,
    Medical,
    CivilDefence,
    LocalOfficial,
    ResidentWitness,
    Activist,
    Family,
    MediaOutlet,
    Expert,
    UnnamedSources,
}

/// How far a source sees; ACLED's source scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Scale {
    Local,
    Subnational,
    National,
    Regional,
    International,
    Other,
    Undisclosed,
}

/// What somebody is in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// One who acts: ACLED's inter code, 1 to 8.
    Actor {
        /// 1 state forces, 2 rebels, 3 political militia, 4 identity militia, 5 rioters, 6 protesters,
        /// 7 civilians, 8 external and other forces.
        inter: u8,
    },
    /// One who says.
    Source {
        /// What kind of source.
        kind: SourceKind,
        /// How far it sees.
        scale: Scale,
    },
}

/// Somebody of the dictionaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Stable; small letters and hyphens.
    pub id: String,
    /// What it is.
    pub part: Part,
    /// ISO 3166 code of two letters; empty when of no country.
    pub country: String,
    /// First day of its being so called, as far as is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; else empty.
    pub valid_from: String,
    /// Last day, in the same forms.
    pub valid_to: String,
    /// The id of what it is a part of; else empty.
    pub part_of: String,
    /// The usual name in Latin letters.
    pub name: String,
    /// The usual name in Arabic letters; may be empty.
    pub name_ar: String,
    /// Whether the name names nobody: "sources", "residents", "rebels".
    pub is_unnamed: bool,
}

impl Entity {
    /// Whether it bore its name on the day `YYYY-MM-DD`. Open ends are no bounds.
    #[must_use]
    pub fn is_valid_on(&self, day: &str) -> bool {
        // A bound that says only the year or month holds for the whole of it.
        let begins = self.valid_from.is_empty()
            || day
                .get(..self.valid_from.len())
                .is_none_or(|day| day >= &*self.valid_from);
        let ends = self.valid_to.is_empty()
            || day
                .get(..self.valid_to.len())
                .is_none_or(|day| day <= &*self.valid_to);
        begins && ends
    }
}
