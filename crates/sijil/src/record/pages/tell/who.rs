//! The chain of who says it, spelled out.

use sijil_record::Stance;

use super::Telling;
use super::facts::Value;
use crate::record::claims::{Acting, Attribution};
use crate::record::objects::Place;
use crate::record::{ActorId, ActorRole, PlaceId};
use crate::web::Part;

impl Telling {
    /// "Reuters says that the coalition said", or that the paper itself tells it.
    pub(in crate::record::pages) fn chain(&self, chain: &[Attribution]) -> String {
        let say = self.say();
        let Some((first, others)) = chain.split_first() else {
            return say.say("record-who-paper").into_owned();
        };
        let name = self.speaker(first);
        let mut told = match first.stance {
            Stance::Says => say.with("record-who-says", &name),
            Stance::Denies => say.with("record-who-denies", &name),
            Stance::Confirms => say.with("record-who-confirms", &name),
            Stance::CannotConfirm => say.with("record-who-cannot-confirm", &name),
        };
        for (index, link) in others.iter().enumerate() {
            let then = self.speaker(link);
            let parts = [("first", Part::Text(&told)), ("then", Part::Text(&then))];
            let name = match index {
                0 => "record-who-said",
                _ => "record-who-cited",
            };
            told = say.fill(name, &parts);
        }
        told
    }

    /// A link of the chain by the name that readers may know.
    pub(in crate::record::pages) fn speaker(&self, link: &Attribution) -> String {
        if link.is_undisclosed {
            return self.say().say("record-who-undisclosed").into_owned();
        }
        let source = link.source.and_then(|id| self.known.source(id));
        let name = source.map(|source| source.names.shown(self.lang()));
        match name.unwrap_or(&link.text) {
            "" => self.say().say("record-who-nobody").into_owned(),
            name => self.isolated(name),
        }
    }

    /// The counter of a toll: the last link, whoever passes it on.
    pub(in crate::record::pages) fn counter(&self, chain: &[Attribution]) -> String {
        chain.last().map_or_else(
            || self.say().say("record-who-paper").into_owned(),
            |link| self.speaker(link),
        )
    }

    /// A link of the chain with the way to its page.
    pub(in crate::record::pages) fn speaker_value(&self, link: &Attribution) -> Value {
        let id = link.source.filter(|id| self.known.source(*id).is_some());
        Value {
            text: self.speaker(link),
            href: id.map(|id| self.urls.record_thing("sources", id.0)),
            note: link.said_on.map(|day| self.day(day)).unwrap_or_default(),
        }
    }

    /// Those who have one of some roles, by name, in a list.
    pub(in crate::record::pages) fn those(&self, actors: &[Acting], roles: &[ActorRole]) -> String {
        let names = actors
            .iter()
            .filter(|acting| roles.contains(&acting.role))
            .map(|acting| self.actor_name(acting.actor));
        self.listed(names.collect())
    }

    /// An actor's name.
    pub(in crate::record::pages) fn actor_name(&self, id: ActorId) -> String {
        let actor = self.known.actor(id);
        let name = actor.map_or("", |actor| actor.names.shown(self.lang()));
        self.isolated(name)
    }

    /// A place's name.
    pub(in crate::record::pages) fn place_name(&self, id: PlaceId) -> String {
        let place = self.known.place(id);
        let name = place.map_or("", |place| place.names.shown(self.lang()));
        self.isolated(name)
    }

    /// Degrees north and east with their letters, for whoever looks on a map.
    pub(in crate::record::pages) fn coordinates(&self, place: &Place) -> String {
        let side = |of: f64, plus: char, minus: char| {
            let letter = if of < 0.0 { minus } else { plus };
            format!("{:.4}° {letter}", of.abs())
        };
        let (north, east) = (side(place.lat, 'N', 'S'), side(place.lon, 'E', 'W'));
        format!("{north}, {east}")
    }

    /// Names in a list.
    pub(in crate::record::pages) fn listed(&self, names: Vec<String>) -> String {
        let mut names = names.into_iter().filter(|name| !name.is_empty());
        let mut all = names.next().unwrap_or_default();
        let rest: Vec<String> = names.collect();
        let last = rest.len().saturating_sub(1);
        for (index, name) in rest.iter().enumerate() {
            let parts = [("first", Part::Text(&all)), ("then", Part::Text(name))];
            all = match index == last {
                true => self.say().fill("record-and", &parts),
                false => self.say().fill("record-comma", &parts),
            };
        }
        all
    }
}
