//! A place, actor or source that a reader asks for by name, and which one is meant.

use crate::db::{DbError, Tx};
use crate::record::objects::{self, ObjectKind};
use crate::record::{ActorId, PlaceId, SourceId};
use crate::web::extract::Fields;

use super::tell::Telling;

/// Things of one name that a reader may choose among.
const CHOICES_MAX: usize = 8;

/// A field of the form that names a thing.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What it is.
    pub(super) kind: ObjectKind,
    /// What the reader typed; empty for all.
    pub(super) typed: String,
    /// The one that was chosen among several of that name.
    pub(super) chosen: Option<i64>,
}

impl Default for Part {
    fn default() -> Self {
        Self::of(ObjectKind::Place)
    }
}

/// What a field led to.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// The thing; nothing when no name was typed or none is called so.
    pub(super) id: Option<i64>,
    /// The others of that name: identifier and name with its area.
    pub(super) others: Vec<(i64, String)>,
    /// Whether a name was typed that nothing has.
    pub(super) is_unknown: bool,
}

impl Part {
    /// The three fields.
    pub(super) fn all() -> [Self; 3] {
        [
            Self::of(ObjectKind::Place),
            Self::of(ObjectKind::Actor),
            Self::of(ObjectKind::Source),
        ]
    }

    fn of(kind: ObjectKind) -> Self {
        Self {
            kind,
            typed: String::new(),
            chosen: None,
        }
    }

    /// With what was typed and chosen.
    pub(super) fn read(mut self, typed: String, fields: &Fields) -> Self {
        self.chosen = fields.get(self.id_name()).parse().ok();
        self.typed = typed;
        self
    }

    /// The field's name.
    pub(super) fn name(&self) -> &'static str {
        match self.kind {
            ObjectKind::Actor => "actor",
            ObjectKind::Source => "source",
            _ => "place",
        }
    }

    /// The name of the field that holds the choice.
    pub(super) fn id_name(&self) -> &'static str {
        match self.kind {
            ObjectKind::Actor => "actor-id",
            ObjectKind::Source => "source-id",
            _ => "place-id",
        }
    }

    /// The sentence beside the field.
    pub(super) fn label(&self) -> String {
        format!("record-{}", self.name())
    }

    /// Which thing is meant; nothing that is withheld is ever found.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn find(
        &self,
        tx: &mut Tx<'_, '_>,
        telling: &mut Telling,
    ) -> Result<Found, DbError> {
        if self.typed.is_empty() {
            return Ok(Found::default());
        }
        let mut named = Vec::new();
        for id in objects::named(tx, self.kind, &self.typed)? {
            if let Some(name) = self.look(tx, telling, id)? {
                named.push((id, name));
            }
        }
        named.truncate(CHOICES_MAX);
        let chosen = named.iter().position(|(id, _)| Some(*id) == self.chosen);
        let at = chosen.unwrap_or_default();
        let id = named.get(at).map(|(id, _)| *id);
        named.retain(|(other, _)| Some(*other) != id);
        Ok(Found {
            is_unknown: id.is_none(),
            id,
            others: named,
        })
    }

    fn look(
        &self,
        tx: &mut Tx<'_, '_>,
        telling: &mut Telling,
        id: i64,
    ) -> Result<Option<String>, DbError> {
        let lang = telling.lang();
        Ok(match self.kind {
            ObjectKind::Actor => {
                let actor = telling.known.look_actor(tx, ActorId(id))?;
                actor.map(|actor| actor.names.shown(lang).to_owned())
            }
            ObjectKind::Source => {
                let source = telling.known.look_source(tx, SourceId(id))?;
                source.map(|source| source.names.shown(lang).to_owned())
            }
            _ => {
                let place = telling.known.look_place(tx, PlaceId(id))?;
                let named = place.map(|place| {
                    let areas = [&place.names, &place.admin1, &place.country];
                    areas.map(|names| names.shown(lang).to_owned())
                });
                named.map(|names| telling.comma(&names))
            }
        })
    }
}
