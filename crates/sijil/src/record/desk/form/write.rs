//! From a draft to the fields of its form.

use sijil_text::Day;

use super::{NOBODY, at};
use crate::record::claims::{Body, Draft, DraftLink, NamedVictim, Toll, TruceTold, word};
use crate::record::{TermType, When};
use crate::web::extract::Fields;

/// The fields that say the same as a draft.
#[must_use]
pub(in crate::record::desk) fn fields(draft: &Draft) -> Fields {
    let mut put = Put(Vec::new());
    put.word("kind", &draft.kind);
    put.word("modality", &draft.modality);
    put.word("polarity", &draft.polarity);
    for (row, link) in draft.attribution.iter().enumerate() {
        put.link(row, link);
    }
    for (row, acting) in draft.actors.iter().enumerate() {
        put.text(&at("actor", row, "actor"), &acting.actor);
        put.text(&at("actor", row, "role"), &acting.role.word());
        put.text(&at("actor", row, "text"), &acting.text);
    }
    for (row, place) in draft.places.iter().enumerate() {
        put.text(&at("place", row, "place"), &place.place);
        put.text(&at("place", row, "role"), &place.role.word());
        put.text(&at("place", row, "precision"), &place.precision.word());
        put.text(&at("place", row, "text"), &place.text);
    }
    if let Some(when) = &draft.when {
        put.when(when);
    }
    put.body(&draft.body);
    put.number("group", draft.group.map(|id| id.0));
    put.number("restates", draft.restates.map(|id| id.0));
    put.number("supersedes", draft.supersedes.map(|id| id.0));
    put.text("note_ar", &draft.note_ar);
    put.text("note_en", &draft.note_en);
    for spot in &draft.spans {
        let (role, start, end) = (spot.role.word(), spot.start, spot.end);
        put.text("span", &format!("{role}:{start}:{end}"));
    }
    Fields::of(put.0)
}

struct Put(Vec<(String, String)>);

impl Put {
    fn text(&mut self, name: &str, value: &impl ToString) {
        self.0.push((name.to_owned(), value.to_string()));
    }

    fn word(&mut self, name: &str, value: &impl serde::Serialize) {
        self.text(name, &word(value));
    }

    fn number(&mut self, name: &str, value: Option<i64>) {
        self.text(name, &value.map(|n| n.to_string()).unwrap_or_default());
    }

    fn day(&mut self, name: &str, value: Option<Day>) {
        self.text(name, &value.map(|day| day.to_string()).unwrap_or_default());
    }

    fn maybe(&mut self, name: &str, value: Option<&impl serde::Serialize>) {
        self.text(name, &value.map(word).unwrap_or_default());
    }

    fn link(&mut self, row: usize, link: &DraftLink) {
        let name = |field| at("link", row, field);
        let source = link.source.as_ref().map(ToString::to_string);
        self.text(&name("source"), &source.unwrap_or(NOBODY.to_owned()));
        self.text(&name("text"), &link.text);
        self.text(&name("cue"), &link.cue);
        self.maybe(&name("kind"), link.kind.as_ref());
        self.maybe(&name("scale"), link.scale.as_ref());
        self.word(&name("stance"), &link.stance);
        self.day(&name("said_on"), link.said_on);
    }

    fn when(&mut self, when: &When) {
        self.text("when_precision", &when.precision.word());
        self.day("when_start", when.start);
        self.day("when_end", when.end);
        self.text("when_basis", &when.basis.word());
        self.text("when_calendar", &when.calendar.word());
        self.text("when_expression", &when.expression);
    }

    fn body(&mut self, body: &Body) {
        match body {
            Body::Casualty(toll) => self.toll(toll),
            Body::NamedVictim(victim) => self.victim(victim),
            Body::Control(told) => {
                self.text("control_mode", &told.mode.word());
                self.text("control_extent", &told.extent.word());
                self.text("control_state", &told.state.word());
            }
            Body::Truce(told) => self.truce(told),
            Body::Term(term) => {
                for each in &term.types {
                    self.text("term_type", &TermType::word(*each));
                }
                self.number("term_number", term.number);
            }
            Body::Breach(breach) => {
                self.number("breach_term", breach.term);
                self.text("breach_reply", &breach.reply.word());
            }
            Body::Talks(talks) => {
                self.text("talks_kind", &talks.talks.word());
                self.number("talks_count", Some(talks.count));
                self.text("talks_outcome", &talks.outcome);
            }
            Body::Statement(said) => self.text("content", &said.content),
            Body::Attack(attack) => {
                self.maybe("cause", attack.cause.as_ref());
                self.text("target", &attack.target);
            }
            Body::Protest(protest) => {
                self.text("about", &protest.about);
                self.text("force", &if protest.met_with_force { "1" } else { "" });
            }
        }
    }

    fn toll(&mut self, toll: &Toll) {
        self.word("harm", &toll.harm);
        self.number("low", toll.low);
        self.number("high", toll.high);
        self.number("point", toll.point);
        self.word("qualifier", &toll.qualifier);
        self.text("vague_term", &toll.vague_term);
        self.word("unit", &toll.unit);
        self.text("victims", &toll.victims);
        self.word("victim_status", &toll.victim_status);
        self.maybe("cause", toll.cause.as_ref());
        self.word("scope", &toll.scope);
        for (row, group) in toll.groups.iter().enumerate() {
            self.word(&at("among", row, "group"), &group.group);
            self.number(&at("among", row, "low"), group.low);
            self.number(&at("among", row, "high"), group.high);
        }
    }

    fn victim(&mut self, victim: &NamedVictim) {
        self.text("name", &victim.name);
        self.text("name_ar", &victim.name_ar);
        self.text("name_en", &victim.name_en);
        self.number("age", victim.age);
        self.text("occupation", &victim.occupation);
        self.word("victim_status", &victim.victim_status);
        self.word("harm", &victim.harm);
        self.text("minor", &if victim.minor { "1" } else { "" });
    }

    fn truce(&mut self, told: &TruceTold) {
        self.text("truce_event", &told.event.word());
        self.text("truce_class", &told.class.word());
        self.maybe("declaration", told.declaration.as_ref());
        self.text("agreement", &told.agreement.word());
        self.text("purpose", &told.purpose.word());
        self.day("announced", told.announced);
        self.day("effective", told.effective);
        self.text("duration", &told.duration);
        self.day("stated_end", told.stated_end);
        self.number("stated_terms", told.stated_terms);
    }
}
