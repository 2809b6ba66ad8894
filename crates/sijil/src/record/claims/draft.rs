//! A claim before it is one: as a suggestion proposes it or an editor fills it in. Whom and what it
//! names need not be in the record yet.

use sijil_record::Stance;
use sijil_record::actor::{Scale, SourceKind};
use sijil_text::Day;

use super::{Body, Kind, Modality, Polarity};
use crate::record::anchors::Role;
use crate::record::{ActorRole, ClaimId, GroupId, PlaceRole, Stay, When};

/// Whom or what somebody means, as forms write it: `id:7`, `dictionary:sdf`, `geonames:167208`,
/// `name:the council`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// A thing of the record.
    Kept(i64),
    /// Somebody of the program's dictionary.
    Dictionary(String),
    /// A place of the gazetteer.
    Geonames(u32),
    /// Somebody or something new, by the name in the text.
    New(String),
}

impl std::fmt::Display for Meant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Kept(id) => write!(f, "id:{id}"),
            Self::Dictionary(key) => write!(f, "dictionary:{key}"),
            Self::Geonames(id) => write!(f, "geonames:{id}"),
            Self::New(name) => write!(f, "name:{name}"),
        }
    }
}

impl std::str::FromStr for Meant {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let wrong = || format!("whom or what is meant by {written}?");
        match written.split_once(':') {
            Some(("id", id)) => id.parse().ok().map(Self::Kept).ok_or_else(wrong),
            Some(("dictionary", key)) if !key.is_empty() => Ok(Self::Dictionary(key.to_owned())),
            Some(("geonames", id)) => id.parse().ok().map(Self::Geonames).ok_or_else(wrong),
            Some(("name", name)) if !name.trim().is_empty() => {
                Ok(Self::New(name.trim().to_owned()))
            }
            _ => Err(wrong()),
        }
    }
}

/// A claim as it is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What it is about.
    pub kind: Kind,
    /// How surely.
    pub modality: Modality,
    /// Whether it is said or denied.
    pub polarity: Polarity,
    /// Who says it, the nearest speaker first.
    pub attribution: Vec<DraftLink>,
    /// Who acts in it.
    pub actors: Vec<DraftActor>,
    /// Where.
    pub places: Vec<DraftPlace>,
    /// When.
    pub when: Option<When>,
    /// What it says.
    pub body: Body,
    /// What it is grouped in.
    pub group: Option<GroupId>,
    /// The claim that it repeats.
    pub restates: Option<ClaimId>,
    /// The claim that it stands in the place of.
    pub supersedes: Option<ClaimId>,
    /// A remark for readers, in Arabic.
    pub note_ar: String,
    /// A remark for readers, in English.
    pub note_en: String,
    /// Where it stands in the story, its sentence first.
    pub spans: Vec<Spot>,
}

/// A link of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLink {
    /// Who; nobody where the text names none.
    pub source: Option<Meant>,
    /// As the text has it.
    pub text: String,
    /// The words that attribute.
    pub cue: String,
    /// What kind of source, for one that is new to the record.
    pub kind: Option<SourceKind>,
    /// How far it sees, for one that is new to the record.
    pub scale: Option<Scale>,
    /// How they stand to it.
    pub stance: Stance,
    /// The day it was said.
    pub said_on: Option<Day>,
}

/// Somebody in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftActor {
    /// Who.
    pub actor: Meant,
    /// What they are to it.
    pub role: ActorRole,
    /// As the text has it.
    pub text: String,
}

/// Somewhere in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftPlace {
    /// Where.
    pub place: Meant,
    /// What it is to the claim.
    pub role: PlaceRole,
    /// How exactly it is known.
    pub precision: Stay,
    /// As the text has it.
    pub text: String,
}

/// Words of the story that the claim rests on, by their bytes in its plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// What they are.
    pub role: Role,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// What keeps a draft from being a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not say where it stands in the text.
    NoSentence,
    /// What it says is not of its kind.
    OtherKind,
    /// Its numbers contradict each other.
    Numbers,
    /// Its days are in the wrong order.
    Days,
}

impl Draft {
    /// What keeps it from being a claim; nothing when it may be one. Unknown is a legal value
    /// everywhere, so a claim without an actor, a day or a number is none the worse.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        let has_sentence = self.spans.iter().any(|spot| spot.role == Role::Claim);
        let numbers = match &self.body {
            Body::Casualty(toll) => toll.is_in_order(),
            Body::NamedVictim(victim) => victim.age.is_none_or(|age| (0..=130).contains(&age)),
            Body::Term(term) => term.number.is_none_or(|number| number > 0),
            Body::Talks(talks) => talks.count > 0,
            Body::Control(_)
            | Body::Truce(_)
            | Body::Breach(_)
            | Body::Statement(_)
            | Body::Attack(_)
            | Body::Protest(_) => true,
        };
        match () {
            () if !has_sentence => Some(Fault::NoSentence),
            () if !self.body.fits(self.kind) => Some(Fault::OtherKind),
            () if !numbers => Some(Fault::Numbers),
            () if !self.when.as_ref().is_none_or(When::is_in_order) => Some(Fault::Days),
            () => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_read_as_it_is_written() {
        for meant in [
            Meant::Kept(7),
            Meant::Dictionary("sdf".to_owned()),
            Meant::Geonames(167_208),
            Meant::New("مجلس القرية: الأول".to_owned()),
        ] {
            assert_eq!(meant.to_string().parse(), Ok(meant));
        }
        for wrong in ["", "id:", "id:x", "name: ", "geonames:-1", "7"] {
            assert!(wrong.parse::<Meant>().is_err(), "{wrong}");
        }
    }
}
