//! Those whom claims name: sources, actors, places. Each is versioned, has its names in both
//! languages, and is found again by every name it was ever given.

mod names;
mod store;

use serde::{Deserialize, Serialize};
pub use sijil_record::actor::{Scale, SourceKind};
use sijil_text::Lang;

pub use names::{
    add, add_name, ensure_actor, ensure_place, ensure_source, ensure_source_of, keyed, named,
};
pub use store::{
    Head, Version, body_of, disclosed, head, is_withheld, last_id, led_to, merged_into, standing,
    versions, with_id, with_words,
};
pub(super) use store::{insert, update, withhold};

use super::{ActorId, PlaceId, SourceId};
use crate::db_enum;

db_enum! {
    /// What a thing of the record is.
    ObjectKind {
        /// Somebody who says.
        Source = "source",
        /// Somebody who acts.
        Actor = "actor",
        /// A place.
        Place = "place",
        /// A claim.
        Claim = "claim",
        /// An event.
        Event = "event",
        /// A figure: one thing that several count.
        Figure = "figure",
        /// A truce.
        Truce = "truce",
        /// A place that changed hands.
        Control = "control",
        /// Talks.
        Talks = "talks",
    }
}

/// A name in both languages; either may be empty, not both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// In Arabic.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ar: String,
    /// In English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Names {
    /// The name in a language, else in the other.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Ar => (&self.ar, &self.en),
            Lang::En => (&self.en, &self.ar),
        };
        if first.is_empty() { second } else { first }
    }

    /// A name as it was found in a text of that language.
    #[must_use]
    pub fn found(name: &str, lang: Lang) -> Self {
        let name = name.to_owned();
        match lang {
            Lang::Ar => Self {
                ar: name,
                en: String::new(),
            },
            Lang::En => Self {
                ar: String::new(),
                en: name,
            },
        }
    }
}

/// Somebody who says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its identifier.
    pub id: SourceId,
    /// Its name.
    pub names: Names,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What kind.
    pub kind: SourceKind,
    /// How far it sees.
    pub scale: Scale,
    /// Whether it is named, or "sources".
    pub is_named: bool,
    /// The actor that it is too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// Its key in the dictionary of the program; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dictionary: String,
}

/// Somebody who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its identifier.
    pub id: ActorId,
    /// Its name.
    pub names: Names,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// ACLED's inter code, 1 to 8; 0 where nobody has said yet.
    pub inter: u8,
    /// ISO 3166 code of two letters; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
    /// First day or year of its being so called; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub valid_from: String,
    /// Last day or year.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub valid_to: String,
    /// What it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<ActorId>,
    /// Its key in the dictionary of the program; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dictionary: String,
}

db_enum! {
    /// Where a place was taken from.
    #[derive(Serialize, Deserialize)]
    #[serde(into = "String", try_from = "String")]
    Origin {
        /// The gazetteer of the program.
        Gazetteer = "gazetteer",
        /// An editor.
        Editor = "editor",
        /// A table that was taken in.
        Import = "import",
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its identifier.
    pub id: PlaceId,
    /// Its GeoNames number; 0 where it has none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub geonameid: u32,
    /// Its P-code; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pcode: String,
    /// Its name.
    pub names: Names,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Degrees north, six decimals at most.
    pub lat: f64,
    /// Degrees east, six decimals at most.
    pub lon: f64,
    /// What kind of place, in the gazetteer's words, such as `settlement` or `admin1`.
    pub feature: String,
    /// The country's name in both languages; may be empty.
    #[serde(default)]
    pub country: Names,
    /// The governorate's or province's name; may be empty.
    #[serde(default)]
    pub admin1: Names,
    /// Where it was taken from.
    pub origin: Origin,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the shape that serde calls"
)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A coordinate as the record keeps it: six decimals, about 10 cm.
#[must_use]
pub fn degrees(of: f64) -> f64 {
    (of * 1e6).round() / 1e6
}
