//! Who was killed, hurt, abducted, detained, displaced or is missing, and how many.

mod arabic;
mod english;
mod merge;
mod refer;
mod victim;

use serde::{Deserialize, Serialize};

use crate::number::Quantity;
use crate::span::Span;

pub(crate) use arabic::casualties as casualties_arabic;
use english::casualties;
pub use merge::{Victims, same_victims};
pub(crate) use refer::Memory;

/// What happened to the victims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Harm {
    Killed,
    Injured,
    Missing,
    Abducted,
    Detained,
    Displaced,
    /// Killed and injured in one number.
    CasualtiesUnspecified,
}

impl Harm {
    /// The harm that the data files call `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "killed" => Self::Killed,
            "injured" => Self::Injured,
            "missing" => Self::Missing,
            "abducted" => Self::Abducted,
            "detained" => Self::Detained,
            "displaced" => Self::Displaced,
            "casualties_unspecified" => Self::CasualtiesUnspecified,
            _ => return None,
        })
    }
}

/// Whether the victims bore arms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum VictimStatus {
    Civilian,
    Combatant,
    Mixed,
    #[default]
    Unknown,
}

/// A kind of people among the victims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Group {
    Women,
    Men,
    Children,
    Infant,
    Elderly,
    Medical,
    Aid,
    Journalist,
    Teacher,
    Rescuer,
    Prisoner,
}

/// How it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Cause {
    AirStrike,
    DroneStrike,
    ShellingArtilleryMissile,
    GroundClash,
    SmallArms,
    IedLandmine,
    SuicideBomb,
    Chemical,
    Execution,
    Torture,
    SiegeDeprivation,
    Abduction,
}

/// What the number covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One incident.
    #[default]
    Incident,
    /// A period: a figure, never an event.
    PeriodTotal,
    /// One incident's toll so far.
    RunningTotal,
}

/// What the number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Unit {
    #[default]
    Persons,
    Families,
}

/// Victims that are part of others: "ten people, including three children and Omar Haddad".
#[derive(Clone, Debug)]
pub struct Part {
    /// The words that name them.
    pub span: Span,
    /// Those words, folded, without articles and numbers.
    pub words: Vec<String>,
    /// Whether they are named, not only described.
    pub is_named: bool,
    /// How many.
    pub quantity: Quantity,
    /// What kind of people, when it is one that is counted apart.
    pub group: Option<Group>,
}

/// A sentence's word on victims.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a finding of its own about one mention, and any may hold"
)]
pub struct Casualty {
    /// What happened to them.
    pub harm: Harm,
    /// The words that say so.
    pub harm_span: Span,
    /// The words that name them.
    pub victim: Span,
    /// Those words, folded, without articles, numbers and asides.
    pub victim_words: Vec<String>,
    /// Whether they are named, not only described.
    pub is_named: bool,
    /// Whether a pronoun stands for them, or nothing at all.
    pub is_implied: bool,
    /// How many.
    pub quantity: Quantity,
    /// What is counted.
    pub unit: Unit,
    /// Whether they bore arms.
    pub status: VictimStatus,
    /// Those named or counted within the number, never added to it.
    pub parts: Vec<Part>,
    /// Who did it, as written.
    pub perpetrator: Option<Span>,
    /// How it was done, and the word that says so.
    pub cause: Option<(Cause, Span)>,
    /// What the number covers.
    pub scope: Scope,
    /// Denied: "no one was killed".
    pub is_negated: bool,
    /// Planned, feared or supposed.
    pub is_unreal: bool,
    /// The rule that found it.
    pub rule: &'static str,
    /// How sure the rule is, from 0 to 1.
    pub score: f64,
}
