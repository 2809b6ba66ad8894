//! What a claim says, by kind. A number is never one number: it has a lower and an upper bound, a
//! qualifier and a unit, and unknown is a legal value everywhere.

use serde::{Deserialize, Serialize};
use sijil_record::{Cause, Group, Harm, Qualifier, Scope, Unit, VictimStatus};
use sijil_text::Day;

use super::Kind;
use crate::record::when::day;
use crate::record::{
    BreachReply, ControlMode, ControlStatus, Declaration, Extent, Form, Purpose, TalksKind,
    TermType, TruceClass, TruceEvent,
};

/// What a claim says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Body {
    /// People killed, hurt, missing, abducted, detained or displaced.
    Casualty(Toll),
    /// A person by name.
    NamedVictim(NamedVictim),
    /// A place that changed hands.
    Control(ControlTold),
    /// A truce.
    Truce(TruceTold),
    /// A term of a truce.
    Term(Term),
    /// A breach of a truce.
    Breach(Breach),
    /// Talks.
    Talks(TalksTold),
    /// A saying that is nothing of the other kinds.
    Statement(Said),
    /// An attack.
    Attack(Attack),
    /// A protest.
    Protest(Protest),
}

impl Body {
    /// Whether a claim of that kind has this form.
    #[must_use]
    pub fn fits(&self, kind: Kind) -> bool {
        match self {
            Self::Casualty(_) => {
                matches!(kind, Kind::Casualty | Kind::Displacement | Kind::Detention)
            }
            Self::NamedVictim(_) => kind == Kind::NamedVictim,
            Self::Control(_) => kind == Kind::ControlChange,
            Self::Truce(_) => kind == Kind::Truce,
            Self::Term(_) => kind == Kind::TruceTerm,
            Self::Breach(_) => kind == Kind::TruceBreach,
            Self::Talks(_) => kind == Kind::Talks,
            Self::Statement(_) => kind == Kind::Statement,
            Self::Attack(_) => kind == Kind::Attack,
            Self::Protest(_) => super::word(&kind) == "protest",
        }
    }
}

/// How many people, and what happened to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toll {
    /// What happened.
    pub harm: Harm,
    /// At least so many; open when the text gives no lower bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<i64>,
    /// At most so many; open when the text gives no upper bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<i64>,
    /// The number itself where it is only near the truth ("about 40").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<i64>,
    /// How the number is to be taken.
    pub qualifier: Qualifier,
    /// The word of a number that is none, such as "dozens"; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub vague_term: String,
    /// What is counted.
    pub unit: Unit,
    /// The victims as the text calls them; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub victims: String,
    /// Whether they bore arms.
    pub victim_status: VictimStatus,
    /// Who is among them; within the total, never added to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupCount>,
    /// By what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// One incident, a total of a period, or the toll of one incident so far.
    pub scope: Scope,
}

impl Toll {
    /// The least that it says; nothing where it gives no number.
    #[must_use]
    pub fn least(&self) -> Option<i64> {
        self.low.or(self.point)
    }

    /// The most that it says; nothing where it is open above.
    #[must_use]
    pub fn most(&self) -> Option<i64> {
        self.high.or(self.point)
    }

    /// Whether `low ≤ point ≤ high`, nothing is negative, and no group is greater than the total.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        let bounds: Vec<i64> = [self.low, self.point, self.high]
            .into_iter()
            .flatten()
            .collect();
        let counts = self.groups.iter().filter_map(|group| group.low);
        bounds.is_sorted()
            && bounds.first().is_none_or(|least| *least >= 0)
            && counts.clone().all(|count| count >= 0)
            && self
                .most()
                .is_none_or(|most| counts.clone().all(|count| count <= most))
    }
}

/// A group among the victims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupCount {
    /// Which.
    pub group: Group,
    /// At least so many; open when the text says only that there are some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<i64>,
    /// At most so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<i64>,
}

/// A victim by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedVictim {
    /// As the text has it.
    pub name: String,
    /// In Arabic; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name_ar: String,
    /// In Latin letters; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name_en: String,
    /// Years, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<i64>,
    /// What they worked as; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occupation: String,
    /// Whether they bore arms.
    pub victim_status: VictimStatus,
    /// What happened.
    pub harm: Harm,
    /// A child; withheld until an editor lets them be shown.
    pub minor: bool,
}

/// A place that changed hands; who and where are the claim's actors and place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlTold {
    /// How.
    pub mode: ControlMode,
    /// How much of it.
    pub extent: Extent,
    /// How sure it is.
    pub state: ControlStatus,
}

/// What a text says of a truce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TruceTold {
    /// What happened to the truce.
    pub event: TruceEvent,
    /// What kind.
    pub class: TruceClass,
    /// How many declare it; nothing when nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declaration: Option<Declaration>,
    /// In which form.
    pub agreement: Form,
    /// What for.
    pub purpose: Purpose,
    /// The day it was made known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub announced: Option<Day>,
    /// The day it began to hold.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub effective: Option<Day>,
    /// How long, as ISO 8601 has it, such as `P1M`; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub duration: String,
    /// The last day, where the text itself says it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub stated_end: Option<Day>,
    /// How many terms the text says there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_terms: Option<i64>,
}

/// A term of a truce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// What it asks; a sentence may hold two things.
    pub types: Vec<TermType>,
    /// Its number in the agreement, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
}

/// A breach that somebody alleges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    /// The number of the term, where that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<i64>,
    /// What the accused answers.
    pub reply: BreachReply,
}

/// Talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalksTold {
    /// What kind.
    pub talks: TalksKind,
    /// How many letters, rounds or meetings; 1 where nothing is said.
    pub count: i64,
    /// What they were about or came to, as the text has it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The words, as the text has them.
    pub content: String,
}

/// An attack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attack {
    /// By what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// What was hit, as the text has it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub target: String,
}

/// A protest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protest {
    /// What for or against, as the text has it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Whether force was used against it.
    pub met_with_force: bool,
}
