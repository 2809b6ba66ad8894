//! What claims are grouped in: events, figures, truces, control changes, talks. A claim joins a
//! group because an editor says so; the machine only asks.

mod answers;
mod body;
mod near;
mod store;
mod truce;

use serde::{Deserialize, Serialize};

pub(super) use answers::anew;
pub use answers::{Question, alike, dissolve, join, leave, open_for, questions, refuse};
pub use body::{
    Assessment, Comparability, Comparison, Control, Event, Figure, Grade, Grading, GroupBody,
    Position, Strike, Talks,
};
pub(super) use store::put;
pub use store::{group, of_kind, public_of_kind, public_with_id};
pub use truce::{PlannedEnd, Truce};

use super::claims::{Acting, Body, Claim, Where};
use super::objects::{Names, ObjectKind};
use super::{ActorRole, GroupId, When};

/// What claims are grouped in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its identifier.
    pub id: GroupId,
    /// What an editor calls it; without a name, pages say what it is made of.
    #[serde(default)]
    pub names: Names,
    /// Who acts in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Acting>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Where>,
    /// When it was, or the period that a figure covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The rest, by kind.
    #[serde(flatten)]
    pub body: GroupBody,
}

impl Group {
    /// The group that a claim opens by itself; nothing for claims that stand alone.
    #[must_use]
    pub fn of(id: GroupId, claim: &Claim) -> Option<Self> {
        let body = GroupBody::of(claim)?;
        let mut group = Self {
            id,
            names: Names::default(),
            actors: vec![],
            places: vec![],
            when: None,
            body,
        };
        group.take(claim);
        Some(group)
    }

    /// Takes in what a claim adds: whom and where it names, and what it says of a truce or of who
    /// holds a place. What is planned or might be changes nothing.
    pub fn take(&mut self, claim: &Claim) {
        if !claim.is_of_fact() {
            return;
        }
        for acting in &claim.actors {
            let is_known =
                |known: &Acting| known.actor == acting.actor && known.role == acting.role;
            // Who says it is no part of what is said.
            if acting.role != ActorRole::Speaker && !self.actors.iter().any(is_known) {
                self.actors.push(acting.clone());
            }
        }
        for place in &claim.places {
            if !self.places.iter().any(|known| known.place == place.place) {
                self.places.push(place.clone());
            }
        }
        self.when = self.when.take().or_else(|| claim.when.clone());
        match (&mut self.body, &claim.body) {
            (GroupBody::Truce(truce), Body::Truce(told)) => {
                truce.take(claim.id, told, &claim.attribution);
            }
            (GroupBody::Control(control), Body::Control(told)) => control.take(told),
            _ => {}
        }
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> ObjectKind {
        match &self.body {
            GroupBody::Event(_) => ObjectKind::Event,
            GroupBody::Figure(_) => ObjectKind::Figure,
            GroupBody::Truce(_) => ObjectKind::Truce,
            GroupBody::Control(_) => ObjectKind::Control,
            GroupBody::Talks(_) => ObjectKind::Talks,
        }
    }
}
