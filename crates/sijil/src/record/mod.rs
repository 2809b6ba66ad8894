//! The record: who said what, where, on which day, with which figure, in which sentence.
//!
//! The machine suggests, an editor decides. What is decided are claims, each bound to its sentence
//! and to the chain of those who say it. Claims are grouped into events, figures, truces, control
//! changes and talks, and are never added up.

pub mod anchors;
pub mod claims;
pub mod clock;
pub mod decisions;
pub mod desk;
pub mod disclosed;
pub mod export;
mod follow;
pub mod groups;
pub mod learning;
pub mod merging;
pub mod objects;
pub mod pages;
mod redact;
mod store;
pub mod suggestions;
pub mod tools;
mod when;
mod words;

pub use follow::{Keeper, follow};
pub use pages::{ClaimPart, StoryClaim, of_story, sitemap_names};
use store::{position, set_position};
pub use tools::{Toolbox, Tools};
pub use when::When;
pub use words::{
    ActorRole, Basis, BreachReply, Calendar, ControlMode, ControlStatus, Declaration, Extent, Form,
    PlaceRole, Precision, Purpose, Status, Stay, TalksKind, TermType, TruceClass, TruceEvent,
    TruceState,
};

use crate::db_id;

db_id! {
    /// A claim.
    ClaimId
}

db_id! {
    /// Somebody who acts.
    ActorId
}

db_id! {
    /// Somebody who says.
    SourceId
}

db_id! {
    /// A place of the record.
    PlaceId
}

db_id! {
    /// An event, a figure, a truce, a control change or talks: what claims are grouped in.
    GroupId
}

/// The canonical text of a thing of the record: JSON with its keys in order of their code points
/// and no white space, after RFC 8785 (JCS).
///
/// # Errors
/// The serialiser's own, as a database error: these values came from there or go there.
fn canonical(thing: &impl serde::Serialize) -> Result<String, crate::db::DbError> {
    let value = serde_json::to_value(thing).map_err(|error| {
        crate::db::DbError::Other(format!("write a thing of the record: {error}"))
    })?;
    Ok(value.to_string())
}

/// Reads such a text back.
///
/// # Errors
/// When it is none.
fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, crate::db::DbError> {
    serde_json::from_str(text)
        .map_err(|error| crate::db::DbError::Other(format!("read a thing of the record: {error}")))
}
