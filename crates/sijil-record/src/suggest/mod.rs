//! Claims suggested from a story, each with its sentence, its slots and who says it.

mod attach;
mod beside;
mod casualty;
mod flags;
mod paper;
mod role;
mod said;
mod sentence;
mod story;
mod truce;
mod victim;
mod who;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sijil_text::Day;

use crate::actor::{Actors, Scale, SourceKind};
use crate::attribution::Stance;
use crate::place::Places;

pub use role::Identity;
pub use story::suggest;
pub use who::{Names, Who};

/// The JSON Schema of a suggestion (draft 2020-12).
pub const SCHEMA: &str = include_str!("../../schema/suggestion.json");

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Kind {
    Casualty,
    NamedVictim,
    ControlChange,
    Truce,
    TruceTerm,
    TruceBreach,
    Talks,
    Statement,
    Displacement,
    Detention,
    Attack,
    Protest,
}

/// How surely the text says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Modality {
    #[default]
    ReportedAsFact,
    Claimed,
    Alleged,
    Suspected,
    SuspectedByAuthorities,
    Possible,
    Planned,
    Hypothetical,
    Background,
}

/// Whether the source says it or says that it is not so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Polarity {
    #[default]
    Affirms,
    Denies,
    Corrects,
}

/// What an editor must see before confirming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Headline and text name different parties.
    PartyConflict,
    /// The text says how many terms there are, and another number was found.
    TermCountMismatch,
    /// The day has no year; it was taken from the day of publication.
    YearInferred,
    /// The truce's start is not told; it is reckoned from the announcement.
    StartAssumed,
    /// The same source said the same before, more or less exactly.
    Restates,
    /// The counter does not say which time the total covers.
    PeriodNotStated,
    /// Nobody is named as the source.
    SourceUnnamed,
    /// The name may mean several places.
    PlaceAmbiguous,
    /// The name is in no gazetteer.
    PlaceUnknown,
    /// The number is a total and no incident.
    NumberIsTotal,
    /// One number for killed and wounded.
    KilledAndWoundedUnsplit,
    /// Doubt stands in the sentence.
    ModalityWeak,
    /// A child is named or counted.
    Minor,
}

/// A stretch of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words.
    pub text: String,
    /// First byte in the story's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// What may fill a slot, with how likely it is from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The value.
    pub value: Value,
    /// How likely.
    pub score: f64,
}

/// A slot of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// Where it stands; the words that open the claim when it is only implied.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// What it says: a word of the model, a number, a place, of somebody known a [`Who`]; else the words.
    pub value: Value,
    /// All readings, likeliest first, at most three; none where there is nothing to choose from.
    pub candidates: Vec<Choice>,
}

/// One link of the chain of who says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The source, as written; none where nobody is named.
    pub source: Option<Anchor>,
    /// Who "he", "the report" or an Arabic verb without subject points to, earlier in the story.
    pub refers_to: Option<Anchor>,
    /// The words that attribute.
    pub cue: Option<Anchor>,
    /// How the source stands to the claim.
    pub stance: Stance,
    /// 1 is the nearest speaker, 2 whom that one cites.
    pub position: usize,
    /// Who of the dictionaries it is, where they know.
    pub who: Option<Who>,
    /// What kind of source.
    pub kind: Option<SourceKind>,
    /// How far it sees.
    pub scale: Option<Scale>,
    /// Whether anybody is named.
    pub identity: Identity,
    /// The day of the saying, `YYYY-MM-DD`, where the sentence tells it.
    pub said_on: Option<String>,
}

/// A claim that the machine proposes and an editor judges.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is about.
    pub kind: Kind,
    /// How likely it is right, from 0 to 1.
    pub score: f64,
    /// The rules that found it.
    pub rules: Vec<String>,
    /// What the editor must see.
    pub flags: Vec<Flag>,
    /// The sentence it stands in.
    pub sentence: Anchor,
    /// Further sentences and the headline that say the same.
    pub also: Vec<Anchor>,
    /// What fills its slots, by name; several parties or terms stand in one list.
    pub slots: BTreeMap<String, Vec<Slot>>,
    /// Who says it, the nearest speaker first; empty where the outlet itself tells it.
    pub attribution: Vec<Link>,
    /// How surely.
    pub modality: Modality,
    /// Whether it is said or denied.
    pub polarity: Polarity,
}

/// A story to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Input<'t> {
    /// Its headline; may be empty.
    pub headline: &'t str,
    /// Its text; every offset counts bytes of this.
    pub text: &'t str,
    /// The day it was published, in the newsroom's zone.
    pub published: Option<Day>,
    /// Where places are looked up.
    pub places: Option<&'t Places>,
    /// Who is looked for by name.
    pub actors: Option<&'t Actors>,
}
