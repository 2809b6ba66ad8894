//! Everything that a claim says, one fact a line.

use super::Telling;
use crate::record::claims::{Body, Claim, Modality, Polarity, Toll, TruceTold};
use crate::record::{ActorRole, Form, Purpose};

/// One thing that a claim says.
#[derive(Debug, Clone)]
pub(in crate::record::pages) struct Fact {
    /// What is told.
    pub(in crate::record::pages) label: String,
    /// What there is to it.
    pub(in crate::record::pages) values: Vec<Value>,
}

/// Words, perhaps with a page of their own, and a remark beside them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::record::pages) struct Value {
    /// The words.
    pub(in crate::record::pages) text: String,
    /// The page.
    pub(in crate::record::pages) href: Option<String>,
    /// The remark; may be empty.
    pub(in crate::record::pages) note: String,
}

impl Value {
    /// Words alone.
    pub(in crate::record::pages) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            href: None,
            note: String::new(),
        }
    }
}

impl Telling {
    /// A fact of words alone; empty ones are left out.
    pub(in crate::record::pages) fn fact(&self, label: &str, values: Vec<Value>) -> Option<Fact> {
        let values: Vec<Value> = values
            .into_iter()
            .filter(|value| !value.text.is_empty())
            .collect();
        (!values.is_empty()).then(|| Fact {
            label: self.say().say(label).into_owned(),
            values,
        })
    }

    /// Everything that a claim says.
    pub(in crate::record::pages) fn facts(&self, claim: &Claim) -> Vec<Fact> {
        let mut facts = vec![
            self.fact(
                "record-who",
                vec![Value::plain(self.begun(&self.chain(&claim.attribution)))],
            ),
            self.fact(
                "record-sources",
                claim
                    .attribution
                    .iter()
                    .map(|link| self.speaker_value(link))
                    .collect(),
            ),
            self.fact(
                "record-surely",
                vec![Value::plain(self.word("modality", &claim.modality))],
            ),
            self.fact(
                "record-affirms",
                vec![Value::plain(self.word("polarity", &claim.polarity))],
            ),
            self.fact("record-where", self.places(claim)),
            self.fact("record-when", self.times(claim)),
        ];
        facts.extend(self.body(claim));
        facts.push(self.fact("record-actors", self.actors(claim)));
        facts.into_iter().flatten().collect()
    }

    /// Where, with how exactly that is known.
    pub(in crate::record::pages) fn places(&self, claim: &Claim) -> Vec<Value> {
        let each = claim.places.iter().map(|place| Value {
            text: self.place_name(place.place),
            href: Some(self.urls.record_thing("places", place.place.0)),
            note: self.word("stay", &place.precision),
        });
        each.collect()
    }

    /// How surely, where the text does not plainly say that it is so.
    pub(in crate::record::pages) fn doubt(&self, claim: &Claim) -> String {
        if claim.polarity != Polarity::Affirms {
            return self.word("polarity", &claim.polarity);
        }
        match claim.modality {
            Modality::ReportedAsFact => String::new(),
            other => self.word("modality", &other),
        }
    }

    fn times(&self, claim: &Claim) -> Vec<Value> {
        let Some(when) = &claim.when else {
            return vec![];
        };
        let known = [
            self.word("precision", &when.precision),
            self.word("basis", &when.basis),
        ];
        vec![Value {
            text: self.when(when),
            href: None,
            note: self.comma(&known),
        }]
    }

    /// Remarks in a row.
    pub(in crate::record::pages) fn comma(&self, remarks: &[String]) -> String {
        let comma = self.say().say("list-comma").into_owned();
        let remarks = remarks.iter().filter(|remark| !remark.is_empty());
        let remarks: Vec<&str> = remarks.map(String::as_str).collect();
        remarks.join(&format!("{comma} "))
    }

    fn actors(&self, claim: &Claim) -> Vec<Value> {
        let each = claim
            .actors
            .iter()
            .filter(|acting| acting.role != ActorRole::Speaker)
            .map(|acting| Value {
                text: self.actor_name(acting.actor),
                href: Some(self.urls.record_thing("actors", acting.actor.0)),
                note: self.word("actor-role", &acting.role),
            });
        each.collect()
    }

    fn body(&self, claim: &Claim) -> Vec<Option<Fact>> {
        let one = |label: &str, text: String| self.fact(label, vec![Value::plain(text)]);
        match &claim.body {
            Body::Casualty(toll) => self.toll_facts(toll),
            Body::NamedVictim(victim) => vec![
                one("record-harm", self.word("harm", &victim.harm)),
                one(
                    "record-victims",
                    self.word("victim-status", &victim.victim_status),
                ),
                victim
                    .age
                    .and_then(|age| one("record-age", self.number(age))),
                one("record-occupation", victim.occupation.clone()),
            ],
            Body::Control(told) => vec![
                one("record-mode", self.word("control-mode", &told.mode)),
                one("record-extent", self.word("extent", &told.extent)),
                one("record-state", self.word("control-status", &told.state)),
            ],
            Body::Truce(told) => self.truce_facts(told),
            Body::Term(term) => vec![
                self.fact(
                    "record-asks",
                    term.types
                        .iter()
                        .map(|kind| Value::plain(self.word("term-type", kind)))
                        .collect(),
                ),
                term.number
                    .and_then(|number| one("record-term-number", self.number(number))),
            ],
            Body::Breach(breach) => vec![
                one("record-reply", self.word("breach-reply", &breach.reply)),
                breach
                    .term
                    .and_then(|number| one("record-term-number", self.number(number))),
            ],
            Body::Talks(talks) => vec![
                one("record-talks", self.word("talks", &talks.talks)),
                one("record-outcome", talks.outcome.clone()),
            ],
            Body::Statement(_) => vec![],
            Body::Attack(attack) => vec![
                attack
                    .cause
                    .as_ref()
                    .and_then(|cause| one("record-cause", self.word("cause", cause))),
                one("record-target", attack.target.clone()),
            ],
            Body::Protest(protest) => vec![one("record-about-what", protest.about.clone())],
        }
    }

    fn toll_facts(&self, toll: &Toll) -> Vec<Option<Fact>> {
        let one = |label: &str, text: String| self.fact(label, vec![Value::plain(text)]);
        let status = Value {
            text: self.word("victim-status", &toll.victim_status),
            href: None,
            note: match toll.victims.is_empty() {
                true => String::new(),
                false => self
                    .say()
                    .with("record-quoted", &self.isolated(&toll.victims)),
            },
        };
        vec![
            one("record-number", self.begun(&self.toll(toll))),
            self.fact("record-victims", vec![status]),
            self.fact(
                "record-among",
                toll.groups
                    .iter()
                    .map(|count| Value::plain(self.group(count)))
                    .collect(),
            ),
            toll.cause
                .as_ref()
                .and_then(|cause| one("record-cause", self.word("cause", cause))),
            one("record-scope", self.word("scope", &toll.scope)),
        ]
    }

    fn truce_facts(&self, told: &TruceTold) -> Vec<Option<Fact>> {
        let one = |label: &str, text: String| self.fact(label, vec![Value::plain(text)]);
        let day = |label: &str, day: Option<sijil_text::Day>| {
            day.and_then(|day| one(label, self.day(day)))
        };
        vec![
            one("record-truce-class", self.word("truce-class", &told.class)),
            told.declaration
                .as_ref()
                .and_then(|by| one("record-declaration", self.word("declaration", by))),
            (told.agreement != Form::Unknown)
                .then(|| one("record-form", self.word("form", &told.agreement)))
                .flatten(),
            (told.purpose != Purpose::Unknown)
                .then(|| one("record-purpose", self.word("purpose", &told.purpose)))
                .flatten(),
            day("record-announced", told.announced),
            day("record-effective", told.effective),
            one("record-duration", self.duration(&told.duration)),
            day("record-stated-end", told.stated_end),
            told.stated_terms
                .and_then(|terms| one("record-stated-terms", self.number(terms))),
        ]
    }
}
