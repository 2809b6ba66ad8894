//! What a group holds beside names, actors, places and time, by kind.

use serde::{Deserialize, Serialize};
use sijil_record::suggest::Kind;
use sijil_record::{Cause, Harm, Scope, VictimStatus};
use sijil_text::Day;

use super::Truce;
use crate::db::UtcMillis;
use crate::db_enum;
use crate::record::claims::{Body, Claim, ControlTold};
use crate::record::when::day;
use crate::record::{ActorId, ClaimId, ControlMode, ControlStatus, Extent, TalksKind};

/// What a group is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GroupBody {
    /// Something that happened.
    Event(Event),
    /// One thing that several count.
    Figure(Figure),
    /// A truce.
    Truce(Truce),
    /// A place that changed hands.
    Control(Control),
    /// Talks.
    Talks(Talks),
}

/// Something that happened, to which several claims belong.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// ACLED's event type, in its words; empty until an editor says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub acled_type: String,
    /// ACLED's sub-event type, in its words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub acled_sub_type: String,
    /// By what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Whether civilians were the target, as far as an editor can say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub civilian_targeting: Option<bool>,
    /// Whether somebody says that they did it; nothing until an editor says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strike: Option<Strike>,
    /// What belligerents concede.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
    /// The newsroom's grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grading: Option<Grading>,
}

/// One thing that several count: competing figures, side by side, never added up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What happened to those counted.
    pub harm: Harm,
    /// Whether they bore arms.
    pub victim_status: VictimStatus,
    /// How far two claims count the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// The newsroom's grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grading: Option<Grading>,
}

db_enum! {
    /// How far two counters count the same.
    #[derive(Serialize, Deserialize)]
    #[serde(into = "String", try_from = "String")]
    Comparability {
        /// The same.
        Same = "same",
        /// Another period.
        PeriodDiffers = "period_differs",
        /// Another area.
        AreaDiffers = "area_differs",
        /// Something else is counted.
        DefinitionDiffers = "definition_differs",
        /// Others did it.
        PerpetratorDiffers = "perpetrator_differs",
        /// One of them does not say.
        NotStated = "not_stated",
    }
}

/// How far two claims of a figure count the same, as an editor says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// One.
    pub one: ClaimId,
    /// The other.
    pub other: ClaimId,
    /// How far.
    pub value: Comparability,
}

db_enum! {
    /// Airwars' grades.
    #[derive(Serialize, Deserialize)]
    #[serde(into = "String", try_from = "String")]
    Grade {
        /// A named belligerent accepted responsibility.
        Confirmed = "confirmed",
        /// Two or more credible sources, and action of the belligerent close by.
        Fair = "fair",
        /// A single source.
        Weak = "weak",
        /// Rival claims about who did it.
        Contested = "contested",
        /// Those who died fought, or another is more likely responsible.
        Discounted = "discounted",
    }
}

/// A grade that a person gave, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grading {
    /// Which.
    pub value: Grade,
    /// Why, in Arabic.
    #[serde(default)]
    pub reason_ar: String,
    /// Why, in English.
    #[serde(default)]
    pub reason_en: String,
    /// When.
    pub at: UtcMillis,
}

db_enum! {
    /// Whether somebody says that they did it.
    #[derive(Serialize, Deserialize)]
    #[serde(into = "String", try_from = "String")]
    Strike {
        /// Somebody says so.
        Declared = "declared",
        /// Likely.
        Likely = "likely",
        /// Disputed.
        Contested = "contested",
        /// One source only.
        SingleSource = "single_source",
        /// Unknown.
        Unknown = "unknown",
    }
}

db_enum! {
    /// What a belligerent says about a claim against it.
    #[derive(Serialize, Deserialize)]
    #[serde(into = "String", try_from = "String")]
    Position {
        /// It may be so.
        Credible = "credible",
        /// It is not.
        NonCredible = "non_credible",
        /// It is another report of the same.
        Duplicate = "duplicate",
        /// Nobody has looked yet.
        NotYetAssessed = "not_yet_assessed",
        /// Nothing.
        NoComment = "no_comment",
        /// It did not do it.
        Denied = "denied",
        /// It did.
        Accepted = "accepted",
    }
}

/// What a belligerent says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Who.
    pub actor: ActorId,
    /// What.
    pub position: Position,
    /// How many killed it concedes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub killed: Option<i64>,
    /// How many injured it concedes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub injured: Option<i64>,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub on: Option<Day>,
}

/// A place that changed hands; from whom and to whom are its actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// How.
    pub mode: ControlMode,
    /// How much of it.
    pub extent: Extent,
    /// How sure it is.
    pub state: ControlStatus,
    /// ACLED's sub-event type that an editor chose; empty until then.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub acled_sub_type: String,
}

impl Control {
    pub(super) fn take(&mut self, told: &ControlTold) {
        if self.mode == ControlMode::Unstated {
            self.mode = told.mode;
        }
        if told.state != ControlStatus::Claimed {
            self.state = told.state;
        }
    }
}

/// Talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talks {
    /// What kind.
    pub talks: TalksKind,
    /// What came of them; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
}

impl GroupBody {
    /// What a claim opens: an incident an event, a total a figure; a term, a breach, a victim and a
    /// saying open nothing.
    #[must_use]
    pub fn of(claim: &Claim) -> Option<Self> {
        if !claim.is_of_fact() {
            return None;
        }
        match &claim.body {
            Body::Casualty(toll) if toll.scope == Scope::PeriodTotal => {
                Some(Self::Figure(Figure {
                    harm: toll.harm,
                    victim_status: toll.victim_status,
                    comparisons: vec![],
                    grading: None,
                }))
            }
            Body::Casualty(toll) => Some(Self::Event(Event {
                cause: toll.cause,
                ..Event::default()
            })),
            Body::Attack(attack) => Some(Self::Event(Event {
                cause: attack.cause,
                ..Event::default()
            })),
            Body::Protest(_) => Some(Self::Event(Event::default())),
            Body::Truce(told) => Some(Self::Truce(Truce::of(told))),
            Body::Control(told) => Some(Self::Control(Control {
                mode: told.mode,
                extent: told.extent,
                state: told.state,
                acled_sub_type: String::new(),
            })),
            Body::Talks(told) => Some(Self::Talks(Talks {
                talks: told.talks,
                outcome: told.outcome.clone(),
            })),
            Body::Term(_) | Body::Breach(_) | Body::NamedVictim(_) | Body::Statement(_) => None,
        }
    }

    /// Whether a claim of a kind may stand in it.
    #[must_use]
    pub fn takes(&self, claim: &Claim) -> bool {
        match self {
            Self::Event(_) => {
                let is_total =
                    matches!(&claim.body, Body::Casualty(toll) if toll.scope == Scope::PeriodTotal);
                let kinds = matches!(
                    &claim.body,
                    Body::Casualty(_) | Body::Attack(_) | Body::Protest(_)
                ) || claim.kind == Kind::NamedVictim;
                kinds && !is_total
            }
            Self::Figure(_) => {
                matches!(&claim.body, Body::Casualty(toll) if toll.scope == Scope::PeriodTotal)
            }
            Self::Truce(_) => {
                matches!(
                    &claim.body,
                    Body::Truce(_) | Body::Term(_) | Body::Breach(_)
                )
            }
            Self::Control(_) => matches!(&claim.body, Body::Control(_)),
            Self::Talks(_) => matches!(&claim.body, Body::Talks(_)),
        }
    }
}
