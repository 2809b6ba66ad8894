//! From a suggestion to the draft of a claim: each slot in its field.

use serde_json::Value;
use sijil_record::suggest::{Anchor, Identity, Kind, Slot, Suggestion};
use sijil_record::{Qualifier, Scope, Unit, VictimStatus};
use sijil_text::Day;

use crate::record::anchors::Role;
use crate::record::claims::{
    Attack, Body, Breach, ControlTold, Draft, DraftActor, DraftLink, DraftPlace, GroupCount, Meant,
    NamedVictim, Protest, Said, Spot, TalksTold, Term, Toll, TruceTold, worded,
};
use crate::record::learning::OWN;
use crate::record::{
    ActorRole, Basis, BreachReply, Calendar, ControlMode, ControlStatus, Extent, Form, PlaceRole,
    Precision, Purpose, Stay, TalksKind, TermType, TruceClass, TruceEvent, When,
};

/// The claim that a suggestion proposes.
#[must_use]
pub fn draft(suggestion: &Suggestion) -> Draft {
    let slots = Slots(suggestion);
    Draft {
        kind: suggestion.kind,
        modality: suggestion.modality,
        polarity: suggestion.polarity,
        attribution: slots.attribution(),
        actors: slots.actors(),
        places: slots.places(),
        when: slots.when(),
        body: slots.body(),
        group: None,
        restates: None,
        supersedes: None,
        note_ar: String::new(),
        note_en: String::new(),
        spans: slots.spans(),
    }
}

/// Which role the actor of a slot plays.
const ACTORS: &[(&str, ActorRole)] = &[
    ("perpetrator", ActorRole::PerpetratorKnown),
    ("target_actor", ActorRole::Target),
    ("from_actor", ActorRole::FromActor),
    ("to_actor", ActorRole::ToActor),
    ("party", ActorRole::Party),
    ("signatory", ActorRole::Party),
    ("mediator", ActorRole::Mediator),
    ("guarantor", ActorRole::Guarantor),
    ("monitor", ActorRole::Monitor),
    ("obliged", ActorRole::Obliged),
    ("beneficiary", ActorRole::Beneficiary),
    ("alleged_by", ActorRole::AllegedBy),
    ("accused", ActorRole::Accused),
    ("participant", ActorRole::Participant),
    ("addressee", ActorRole::Participant),
    ("speaker", ActorRole::Speaker),
    ("organizer", ActorRole::Participant),
];

struct Slots<'s>(&'s Suggestion);

impl<'s> Slots<'s> {
    fn all(&self, name: &str) -> &'s [Slot] {
        self.0
            .slots
            .get(name)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn first(&self, name: &str) -> Option<&'s Slot> {
        self.all(name).first()
    }

    fn text(&self, name: &str) -> String {
        let text = self.first(name).and_then(|slot| slot.value.as_str());
        text.unwrap_or_default().to_owned()
    }

    fn number(&self, name: &str) -> Option<i64> {
        self.first(name)?.value.as_i64()
    }

    fn day(&self, name: &str) -> Option<Day> {
        let value = &self.first(name)?.value;
        day_of(value).or_else(|| day_of(value.get("date").or_else(|| value.get("start"))?))
    }

    fn word<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        worded(self.first(name)?.value.as_str()?)
    }

    fn attribution(&self) -> Vec<DraftLink> {
        let links = self.0.attribution.iter();
        links
            .map(|link| DraftLink {
                source: match (&link.who, &link.source) {
                    (Some(who), _) => Some(meant(&who.id)),
                    (None, Some(source)) if link.identity == Identity::Named => {
                        Some(Meant::New(source.text.clone()))
                    }
                    (None, _) => None,
                },
                text: text_of(link.source.as_ref()),
                cue: text_of(link.cue.as_ref()),
                kind: link.kind,
                scale: link.scale,
                stance: link.stance,
                said_on: link.said_on.as_deref().and_then(|day| day.parse().ok()),
            })
            .collect()
    }

    fn actors(&self) -> Vec<DraftActor> {
        let mut found = Vec::new();
        for (name, role) in ACTORS {
            for slot in self.all(name) {
                let key = slot.value.get("id").and_then(Value::as_str);
                let actor = match key {
                    Some(key) => meant(key),
                    None => Meant::New(slot.anchor.text.clone()),
                };
                // Who signs for a party is that party once more.
                let is_known = |other: &DraftActor| other.role == *role && other.actor == actor;
                if found.iter().any(is_known) {
                    continue;
                }
                found.push(DraftActor {
                    actor,
                    role: *role,
                    text: slot.anchor.text.clone(),
                });
            }
        }
        found
    }

    fn places(&self) -> Vec<DraftPlace> {
        let role = match self.0.kind {
            Kind::Truce | Kind::TruceTerm => PlaceRole::Covers,
            _ => PlaceRole::HappenedAt,
        };
        let told_as = |name: &str, slot: &Slot| {
            let mut places = self.all(name).iter();
            places.any(|place| place.anchor == slot.anchor)
        };
        let mut found = Vec::new();
        for slot in self.all("place") {
            let role = match () {
                () if told_as("from", slot) => PlaceRole::From,
                () if told_as("to", slot) => PlaceRole::To,
                () => role,
            };
            let key = slot.value.get("geonameid");
            let geonameid = key
                .and_then(Value::as_u64)
                .and_then(|id| u32::try_from(id).ok())
                .filter(|id| *id > 0);
            let own = key.and_then(Value::as_str);
            let precision = slot.value.get("precision").and_then(Value::as_str);
            found.push(DraftPlace {
                place: match (geonameid, own) {
                    (Some(id), _) => Meant::Geonames(id),
                    (None, Some(own)) => meant(own),
                    (None, None) => Meant::New(slot.anchor.text.clone()),
                },
                role,
                precision: precision.and_then(worded).unwrap_or(Stay::Settlement),
                text: slot.anchor.text.clone(),
            });
        }
        found
    }

    fn when(&self) -> Option<When> {
        let slot = self.first("period").or_else(|| self.first("when"))?;
        let written = |name| slot.value.get(name).and_then(Value::as_str);
        Some(When {
            start: written("start").and_then(first_day),
            end: written("end").and_then(last_day),
            precision: written("precision")
                .and_then(worded)
                .unwrap_or(Precision::Day),
            expression: slot.anchor.text.clone(),
            calendar: written("calendar")
                .and_then(worded)
                .unwrap_or(Calendar::Gregorian),
            basis: written("basis").and_then(worded).unwrap_or(Basis::Explicit),
        })
    }

    fn body(&self) -> Body {
        match self.0.kind {
            Kind::Casualty | Kind::Displacement | Kind::Detention => Body::Casualty(self.toll()),
            Kind::NamedVictim => Body::NamedVictim(self.victim()),
            Kind::ControlChange => Body::Control(ControlTold {
                mode: self.word("mode").unwrap_or(ControlMode::Unstated),
                extent: self.word("extent").unwrap_or(Extent::Whole),
                state: ControlStatus::Claimed,
            }),
            Kind::Truce => Body::Truce(self.truce()),
            Kind::TruceTerm => Body::Term(Term {
                types: self.types(),
                number: self.number("no"),
            }),
            Kind::TruceBreach => Body::Breach(Breach {
                term: self.number("term"),
                reply: self.word("reply").unwrap_or(BreachReply::None),
            }),
            Kind::Talks => Body::Talks(TalksTold {
                talks: self.word("form").unwrap_or(TalksKind::Round),
                count: self.number("count").unwrap_or(1).max(1),
                outcome: self.text("outcome"),
            }),
            Kind::Statement => Body::Statement(Said {
                content: self.text("content"),
            }),
            Kind::Attack => Body::Attack(Attack {
                cause: self.word("cause"),
                target: self.text("target"),
            }),
            Kind::Protest => Body::Protest(Protest {
                about: self.text("demand"),
                met_with_force: self.text("sub_type") == "Excessive force against protesters",
            }),
        }
    }

    fn toll(&self) -> Toll {
        let qualifier = self.word("qualifier").unwrap_or(Qualifier::Unknown);
        let group = |slot: &Slot| {
            Some(GroupCount {
                group: worded(slot.value.get("group")?.as_str()?)?,
                low: slot.value.get("low").and_then(Value::as_i64),
                high: slot.value.get("high").and_then(Value::as_i64),
            })
        };
        Toll {
            harm: self
                .word("harm")
                .unwrap_or(sijil_record::Harm::CasualtiesUnspecified),
            low: self.number("low"),
            high: self.number("high"),
            point: self.number("point"),
            qualifier,
            vague_term: match qualifier {
                Qualifier::Vague => text_of(self.first("qualifier").map(|slot| &slot.anchor)),
                _ => String::new(),
            },
            unit: self.word("unit").unwrap_or(Unit::Persons),
            victims: text_of(self.first("victim").map(|slot| &slot.anchor)),
            victim_status: self.word("victim_status").unwrap_or(VictimStatus::Unknown),
            groups: self.all("group").iter().filter_map(group).collect(),
            cause: self.word("cause"),
            scope: self.word("scope").unwrap_or(Scope::Incident),
        }
    }

    fn victim(&self) -> NamedVictim {
        let minor = self.0.flags.contains(&sijil_record::suggest::Flag::Minor);
        NamedVictim {
            name: text_of(
                self.first("name")
                    .or_else(|| self.first("victim"))
                    .map(|slot| &slot.anchor),
            ),
            name_ar: String::new(),
            name_en: String::new(),
            age: self.number("age"),
            occupation: self.text("occupation"),
            victim_status: self.word("victim_status").unwrap_or(VictimStatus::Unknown),
            harm: self.word("harm").unwrap_or(sijil_record::Harm::Killed),
            minor,
        }
    }

    fn truce(&self) -> TruceTold {
        let stated = |name: &str| {
            let basis = self.first(name)?.value.get("basis")?;
            self.day(name).filter(|_| basis == "stated")
        };
        TruceTold {
            event: self.word("event").unwrap_or(TruceEvent::Announced),
            class: self.word("class").unwrap_or(TruceClass::Truce),
            declaration: self.word("declaration"),
            agreement: self.word("form").unwrap_or(Form::Unknown),
            purpose: self.word("purpose").unwrap_or(Purpose::Unknown),
            announced: self.day("announced"),
            effective: self.day("effective"),
            duration: self.text("duration"),
            // An extension names its own end.
            stated_end: stated("new_end").or_else(|| stated("planned_end")),
            stated_terms: self.number("stated_term_count"),
        }
    }

    fn types(&self) -> Vec<TermType> {
        let words = self.all("type").iter();
        let mut types: Vec<TermType> = words
            .filter_map(|slot| worded(slot.value.as_str()?))
            .collect();
        types.dedup();
        if types.is_empty() {
            types.push(TermType::Other);
        }
        types
    }

    /// Where it stands: its sentence, the others that say it, and the words of its slots.
    fn spans(&self) -> Vec<Spot> {
        let spot = |role, anchor: &Anchor| Spot {
            role,
            start: anchor.start,
            end: anchor.end,
        };
        let mut spans = vec![spot(Role::Claim, &self.0.sentence)];
        spans.extend(self.0.also.iter().map(|also| spot(Role::Also, also)));
        for link in &self.0.attribution {
            spans.extend(
                link.source
                    .iter()
                    .map(|source| spot(Role::Attribution, source)),
            );
        }
        for (name, slots) in &self.0.slots {
            let role = match name.as_str() {
                "headline" => continue,
                "place" => Role::Place,
                "when" | "period" | "announced" | "effective" | "planned_end" | "new_end" => {
                    Role::Date
                }
                "low" | "high" | "qualifier" | "stated_term_count" | "count" => Role::Number,
                name if ACTORS.iter().any(|(actor, _)| *actor == name) => Role::Party,
                _ => continue,
            };
            spans.extend(slots.iter().map(|slot| spot(role, &slot.anchor)));
        }
        let mut known = std::collections::HashSet::new();
        spans.retain(|spot| {
            spot.start < spot.end && known.insert((spot.role, spot.start, spot.end))
        });
        spans
    }
}

/// Whom a key means: somebody of the record, or of the program's dictionary.
fn meant(key: &str) -> Meant {
    let own = key.strip_prefix(OWN).and_then(|id| id.parse().ok());
    own.map_or_else(|| Meant::Dictionary(key.to_owned()), Meant::Kept)
}

fn text_of(anchor: Option<&Anchor>) -> String {
    anchor.map(|anchor| anchor.text.clone()).unwrap_or_default()
}

fn day_of(value: &Value) -> Option<Day> {
    value.as_str()?.parse().ok()
}

/// The first day of a year, a month or a day.
fn first_day(written: &str) -> Option<Day> {
    match written.len() {
        4 => format!("{written}-01-01").parse().ok(),
        7 => format!("{written}-01").parse().ok(),
        _ => written.parse().ok(),
    }
}

/// The last day of a year, a month or a day.
fn last_day(written: &str) -> Option<Day> {
    match written.len() {
        4 => format!("{written}-12-31").parse().ok(),
        7 => (28..=31)
            .rev()
            .find_map(|day| format!("{written}-{day}").parse().ok()),
        _ => written.parse().ok(),
    }
}
