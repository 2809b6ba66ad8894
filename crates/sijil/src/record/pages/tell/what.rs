//! What a claim says, in one line.

use super::Telling;
use crate::record::ActorRole;
use crate::record::claims::{Body, Claim};
use crate::web::Part;
use crate::web::text::excerpt;

/// Characters of somebody's words in a line.
const SAID_CHARS_MAX: usize = 140;

impl Telling {
    /// The claim in one line, without who says it.
    pub(in crate::record::pages) fn summary(&self, claim: &Claim) -> String {
        let what = match &claim.body {
            Body::Casualty(toll) => self.there(claim, &self.toll(toll)),
            Body::NamedVictim(victim) => {
                let (harm, name) = (self.word("harm", &victim.harm), self.isolated(&victim.name));
                let parts = [("harm", Part::Text(&name)), ("what", Part::Text(&harm))];
                self.say().fill("record-harm-of", &parts)
            }
            Body::Control(_) => self.control(claim),
            Body::Truce(told) => {
                let class = self.word("truce-class", &told.class);
                let event = self.word("truce-event", &told.event);
                let parts = [("harm", Part::Text(&class)), ("what", Part::Text(&event))];
                self.there(claim, &self.say().fill("record-harm-of", &parts))
            }
            Body::Term(term) => {
                let types = term.types.iter().map(|kind| self.word("term-type", kind));
                self.labelled("truce_term", &self.listed(types.collect()))
            }
            Body::Breach(_) => self.there(claim, &self.breach(claim)),
            Body::Talks(talks) => {
                let kind = self.word("talks", &talks.talks);
                self.labelled("talks", &kind)
            }
            Body::Statement(said) => {
                let words = excerpt(&said.content, SAID_CHARS_MAX);
                self.say().with("record-quoted", &self.isolated(&words))
            }
            Body::Attack(attack) => {
                let cause = attack.cause.as_ref();
                let cause = cause.map(|cause| self.word("cause", cause));
                let cause = cause.unwrap_or_else(|| self.named_word("kind", "attack"));
                self.there(claim, &cause)
            }
            Body::Protest(_) => self.there(claim, &self.named_word("kind", "protest")),
        };
        self.begun(&what)
    }

    /// The kind of a claim in words.
    pub(in crate::record::pages) fn kind(&self, claim: &Claim) -> String {
        self.word("kind", &claim.kind)
    }

    fn labelled(&self, kind: &str, what: &str) -> String {
        let kind = self.named_word("kind", kind);
        let parts = [("harm", Part::Text(&kind)), ("what", Part::Text(what))];
        self.say().fill("record-harm-of", &parts)
    }

    /// With the first place.
    fn there(&self, claim: &Claim, what: &str) -> String {
        let place = claim.places.first();
        let name = place.map(|place| self.place_name(place.place));
        match name.filter(|name| !name.is_empty()) {
            Some(name) => {
                let parts = [("what", Part::Text(what)), ("place", Part::Text(&name))];
                self.say().fill("record-there", &parts)
            }
            None => what.to_owned(),
        }
    }

    fn control(&self, claim: &Claim) -> String {
        let place = claim.places.first();
        let place = place.map(|place| self.place_name(place.place));
        let place = place.unwrap_or_else(|| self.say().say("record-place-unknown").into_owned());
        let from = self.those(&claim.actors, &[ActorRole::FromActor]);
        let to = self.those(&claim.actors, &[ActorRole::ToActor]);
        let parts = [
            ("place", Part::Text(&place)),
            ("from", Part::Text(&from)),
            ("to", Part::Text(&to)),
        ];
        let name = match (from.is_empty(), to.is_empty()) {
            (false, false) => "record-control-passes",
            (true, false) => "record-control-to",
            (false, true) => "record-control-from",
            (true, true) => "record-control-changes",
        };
        self.say().fill(name, &parts)
    }

    fn breach(&self, claim: &Claim) -> String {
        let by = self.those(&claim.actors, &[ActorRole::AllegedBy]);
        let accused = self.those(&claim.actors, &[ActorRole::Accused]);
        let parts = [("by", Part::Text(&by)), ("accused", Part::Text(&accused))];
        let name = match (by.is_empty(), accused.is_empty()) {
            (false, false) => "record-breach-alleged",
            (true, false) => "record-breach-of",
            _ => return self.named_word("kind", "truce_breach"),
        };
        self.say().fill(name, &parts)
    }
}
