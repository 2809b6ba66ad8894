//! Claims: what a source says, as an editor confirmed it.

mod body;
mod draft;
mod store;

use serde::{Deserialize, Serialize};
use sijil_record::Stance;
pub use sijil_record::suggest::{Kind, Modality, Polarity};
use sijil_text::{Day, Lang};

pub use body::{
    Attack, Body, Breach, ControlTold, GroupCount, NamedVictim, Protest, Said, TalksTold, Term,
    Toll, TruceTold,
};
pub use draft::{Draft, DraftActor, DraftLink, DraftPlace, Fault, Meant, Spot};
pub use store::{
    Asked, Listed, claim, of_article, of_group, of_part, public, public_after, public_count,
    public_of_article, public_of_group, public_with_id,
};
pub(super) use store::{insert, regroup, set_status, set_words, update};

use super::when::{When, day};
use super::{ActorId, ActorRole, ClaimId, GroupId, PlaceId, PlaceRole, SourceId, Status, Stay};
use crate::articles::ArticleId;
use crate::db::UtcMillis;

/// What somebody said, bound to a story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its identifier; never used again.
    pub id: ClaimId,
    /// What it is about.
    pub kind: Kind,
    /// The story that it stands in.
    pub story: ArticleId,
    /// The published revision that it was read in; 0 for a working copy.
    pub revision: i64,
    /// The language of that story.
    #[serde(
        serialize_with = "crate::articles::content::as_code",
        deserialize_with = "lang_of"
    )]
    pub lang: Lang,
    /// How far it has come.
    pub status: Status,
    /// How surely the text says it.
    pub modality: Modality,
    /// Whether it is said or denied.
    pub polarity: Polarity,
    /// Who says it, the nearest speaker first; empty where the outlet itself tells it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attribution: Vec<Attribution>,
    /// Who acts in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Acting>,
    /// Where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Where>,
    /// When it happened, or the period that a total covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What it says.
    pub body: Body,
    /// What it is grouped in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// The claim of the same source that it repeats, more or less exactly; counted once with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restates: Option<ClaimId>,
    /// The older claim that it stands in the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<ClaimId>,
    /// What the machine thought when it suggested it; nothing for one found by an editor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<Machine>,
    /// When an editor last decided on it.
    pub decided_at: UtcMillis,
    /// Why it was put right, superseded or retracted; readers see it. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// A remark on the claim for readers: what exactly this counter counts. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note_ar: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note_en: String,
}

/// One link of the chain of who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The source, once it is known who that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// The source as the text has it; empty where nobody is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The words that attribute; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cue: String,
    /// How the source stands to the claim.
    pub stance: Stance,
    /// Whether the source is kept from readers; only of a claim as they see it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_undisclosed: bool,
    /// The day it was said, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub said_on: Option<Day>,
}

/// Somebody in a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acting {
    /// Who.
    pub actor: ActorId,
    /// What they are to it.
    pub role: ActorRole,
    /// As the text has it; empty when it is not said there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Somewhere in a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Where {
    /// Which place.
    pub place: PlaceId,
    /// What it is to the claim.
    pub role: PlaceRole,
    /// How exactly it is known.
    pub precision: Stay,
    /// As the text has it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What the machine thought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// How likely it was right, from 0 to 1.
    pub score: f64,
    /// The rules that found it.
    pub rules: Vec<String>,
}

impl Claim {
    /// The same as its list's row: the word of its harm, or nothing.
    #[must_use]
    pub fn harm(&self) -> String {
        match &self.body {
            Body::Casualty(toll) => word(&toll.harm),
            Body::NamedVictim(victim) => word(&victim.harm),
            Body::Control(_)
            | Body::Truce(_)
            | Body::Term(_)
            | Body::Breach(_)
            | Body::Talks(_)
            | Body::Statement(_)
            | Body::Attack(_)
            | Body::Protest(_) => String::new(),
        }
    }

    /// The last link of its chain: who is at the bottom of it. Five outlets that cite one monitor
    /// are one source.
    #[must_use]
    pub fn origin(&self) -> Option<&Attribution> {
        self.attribution.last()
    }

    /// The actors in a role.
    pub fn acting(&self, role: ActorRole) -> impl Iterator<Item = &Acting> {
        self.actors.iter().filter(move |acting| acting.role == role)
    }

    /// Whether it speaks of what has been, not of what is planned or might be: only such a claim
    /// may change an event, a map or a clock.
    #[must_use]
    pub fn is_of_fact(&self) -> bool {
        !matches!(
            self.modality,
            Modality::Planned | Modality::Hypothetical | Modality::Possible
        )
    }
}

/// The word of a closed list of the machine's, as files and the database have it.
#[must_use]
pub fn word(of: &impl Serialize) -> String {
    match serde_json::to_value(of) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// What a word of such a list stands for.
#[must_use]
pub fn worded<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

fn lang_of<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
    let code = String::deserialize(deserializer)?;
    code.parse().map_err(serde::de::Error::custom)
}
