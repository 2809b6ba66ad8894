//! From the fields of a form to the draft that they say. What cannot be taken is named, each field
//! with its reason, and nothing is guessed.

use serde::de::DeserializeOwned;
use sijil_record::{Harm, Qualifier, Scope, Unit, VictimStatus};
use sijil_text::Day;

use super::{NOBODY, ROWS_MAX, Wrong, at, rows};
use crate::record::anchors::Role;
use crate::record::claims::{
    Attack, Body, Breach, ControlTold, Draft, DraftActor, DraftLink, DraftPlace, GroupCount, Kind,
    Meant, Modality, NamedVictim, Polarity, Protest, Said, Spot, TalksTold, Term, Toll, TruceTold,
    worded,
};
use crate::record::{
    Basis, BreachReply, Calendar, ClaimId, ControlMode, ControlStatus, Extent, Form, GroupId,
    PlaceRole, Precision, Purpose, Stay, TalksKind, TermType, TruceClass, TruceEvent, When,
};
use crate::web::extract::Fields;

/// The draft that fields say.
///
/// # Errors
/// What cannot be taken.
pub(in crate::record::desk) fn draft(fields: &Fields) -> Result<Draft, Vec<Wrong>> {
    let mut form = Reading {
        fields,
        wrong: Vec::new(),
    };
    let kind = form.word("kind").unwrap_or(Kind::Statement);
    let made = Draft {
        kind,
        modality: form.word("modality").unwrap_or_default(),
        polarity: form.word("polarity").unwrap_or_default(),
        attribution: form.links(),
        actors: form.actors(),
        places: form.places(),
        when: form.when(),
        body: form.body(kind),
        group: form.id("group").map(GroupId),
        restates: form.id("restates").map(ClaimId),
        supersedes: form.id("supersedes").map(ClaimId),
        note_ar: form.text("note_ar"),
        note_en: form.text("note_en"),
        spans: spots(fields),
    };
    if form.wrong.is_empty() {
        Ok(made)
    } else {
        Err(form.wrong)
    }
}

/// An empty draft of a kind, at some words.
#[must_use]
pub(in crate::record::desk) fn blank(kind: Kind, spans: Vec<Spot>) -> Draft {
    let none = Fields::default();
    let mut form = Reading {
        fields: &none,
        wrong: Vec::new(),
    };
    Draft {
        kind,
        modality: Modality::default(),
        polarity: Polarity::default(),
        attribution: vec![],
        actors: vec![],
        places: vec![],
        when: None,
        body: form.body(kind),
        group: None,
        restates: None,
        supersedes: None,
        note_ar: String::new(),
        note_en: String::new(),
        spans,
    }
}

/// Where a claim stands, from its fields; what is no place is left out.
#[must_use]
pub(in crate::record::desk) fn spots(fields: &Fields) -> Vec<Spot> {
    let spot = |written: &str| {
        let mut parts = written.split(':');
        let role = Role::try_from(parts.next()?.to_owned()).ok()?;
        let (start, end) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        (start < end).then_some(Spot { role, start, end })
    };
    fields.all("span").filter_map(spot).collect()
}

struct Reading<'f> {
    fields: &'f Fields,
    wrong: Vec<Wrong>,
}

impl Reading<'_> {
    fn refuse(&mut self, field: &str, why: &'static str) {
        let field = field.to_owned();
        self.wrong.push(Wrong { field, why });
    }

    /// Browsers end the lines of a field in their own way.
    fn text(&self, name: &str) -> String {
        self.fields.get(name).replace("\r\n", "\n")
    }

    fn parsed<T>(
        &mut self,
        name: &str,
        why: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let typed = self.fields.get(name);
        if typed.is_empty() {
            return None;
        }
        let found = parse(typed);
        if found.is_none() {
            self.refuse(name, why);
        }
        found
    }

    fn word<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        self.parsed(name, "rdesk-wrong-word", worded)
    }

    fn number(&mut self, name: &str) -> Option<i64> {
        self.parsed(name, "rdesk-wrong-number", |typed| {
            let number: i64 = ascii_digits(typed).parse().ok()?;
            (number >= 0).then_some(number)
        })
    }

    fn id(&mut self, name: &str) -> Option<i64> {
        self.parsed(name, "rdesk-wrong-word", |typed| typed.parse().ok())
    }

    fn day(&mut self, name: &str) -> Option<Day> {
        self.parsed(name, "rdesk-wrong-day", |typed| {
            ascii_digits(typed).parse().ok()
        })
    }

    /// Whom or what a row means; nothing for a row that is none.
    fn meant(&mut self, name: &str) -> Option<Meant> {
        self.parsed(name, "rdesk-wrong-who", |typed| typed.parse().ok())
    }

    fn links(&mut self) -> Vec<DraftLink> {
        let mut found = Vec::new();
        for row in 0..rows(self.fields, "link", "source") {
            let name = |field| at("link", row, field);
            let source = self.fields.get(&name("source"));
            if source.is_empty() {
                continue;
            }
            found.push(DraftLink {
                source: match source {
                    NOBODY => None,
                    _ => self.meant(&name("source")),
                },
                text: self.text(&name("text")),
                cue: self.text(&name("cue")),
                kind: self.word(&name("kind")),
                scale: self.word(&name("scale")),
                stance: self.word(&name("stance")).unwrap_or_default(),
                said_on: self.day(&name("said_on")),
            });
        }
        found
    }

    fn actors(&mut self) -> Vec<DraftActor> {
        let mut found = Vec::new();
        for row in 0..rows(self.fields, "actor", "actor") {
            let name = |field| at("actor", row, field);
            let Some(actor) = self.meant(&name("actor")) else {
                continue;
            };
            match self.word(&name("role")) {
                Some(role) => found.push(DraftActor {
                    actor,
                    role,
                    text: self.text(&name("text")),
                }),
                None => self.refuse(&name("role"), "rdesk-wrong-role"),
            }
        }
        found
    }

    fn places(&mut self) -> Vec<DraftPlace> {
        let mut found = Vec::new();
        for row in 0..rows(self.fields, "place", "place") {
            let name = |field| at("place", row, field);
            let Some(place) = self.meant(&name("place")) else {
                continue;
            };
            found.push(DraftPlace {
                place,
                role: self.word(&name("role")).unwrap_or(PlaceRole::HappenedAt),
                precision: self.word(&name("precision")).unwrap_or(Stay::Settlement),
                text: self.text(&name("text")),
            });
        }
        found
    }

    fn when(&mut self) -> Option<When> {
        let (start, end) = (self.day("when_start"), self.day("when_end"));
        let precision: Option<Precision> = self.word("when_precision");
        if start.is_none() && end.is_none() && precision.is_none() {
            return None;
        }
        Some(When {
            start,
            end,
            precision: precision.unwrap_or(Precision::Day),
            expression: self.text("when_expression"),
            calendar: self.word("when_calendar").unwrap_or(Calendar::Gregorian),
            basis: self.word("when_basis").unwrap_or(Basis::Explicit),
        })
    }

    fn body(&mut self, kind: Kind) -> Body {
        match kind {
            Kind::Casualty | Kind::Displacement | Kind::Detention => {
                Body::Casualty(self.toll(kind))
            }
            Kind::NamedVictim => Body::NamedVictim(self.victim()),
            Kind::ControlChange => Body::Control(ControlTold {
                mode: self.word("control_mode").unwrap_or(ControlMode::Unstated),
                extent: self.word("control_extent").unwrap_or(Extent::Whole),
                state: self.word("control_state").unwrap_or(ControlStatus::Claimed),
            }),
            Kind::Truce => Body::Truce(self.truce()),
            Kind::TruceTerm => Body::Term(Term {
                types: self.types(),
                number: self.number("term_number"),
            }),
            Kind::TruceBreach => Body::Breach(Breach {
                term: self.number("breach_term"),
                reply: self.word("breach_reply").unwrap_or(BreachReply::None),
            }),
            Kind::Talks => Body::Talks(TalksTold {
                talks: self.word("talks_kind").unwrap_or(TalksKind::Round),
                count: self.number("talks_count").unwrap_or(1),
                outcome: self.text("talks_outcome"),
            }),
            Kind::Attack => Body::Attack(Attack {
                cause: self.word("cause"),
                target: self.text("target"),
            }),
            Kind::Protest => Body::Protest(Protest {
                about: self.text("about"),
                met_with_force: self.fields.get("force") == "1",
            }),
            Kind::Statement => Body::Statement(Said {
                content: self.text("content"),
            }),
        }
    }

    fn toll(&mut self, kind: Kind) -> Toll {
        let usual = match kind {
            Kind::Displacement => Harm::Displaced,
            Kind::Detention => Harm::Detained,
            _ => Harm::Killed,
        };
        let mut groups = Vec::new();
        for row in 0..ROWS_MAX {
            if let Some(group) = self.word(&at("among", row, "group")) {
                groups.push(GroupCount {
                    group,
                    low: self.number(&at("among", row, "low")),
                    high: self.number(&at("among", row, "high")),
                });
            }
        }
        Toll {
            harm: self.word("harm").unwrap_or(usual),
            low: self.number("low"),
            high: self.number("high"),
            point: self.number("point"),
            qualifier: self.word("qualifier").unwrap_or(Qualifier::Unknown),
            vague_term: self.text("vague_term"),
            unit: self.word("unit").unwrap_or(Unit::Persons),
            victims: self.text("victims"),
            victim_status: self.word("victim_status").unwrap_or(VictimStatus::Unknown),
            groups,
            cause: self.word("cause"),
            scope: self.word("scope").unwrap_or(Scope::Incident),
        }
    }

    fn victim(&mut self) -> NamedVictim {
        NamedVictim {
            name: self.text("name"),
            name_ar: self.text("name_ar"),
            name_en: self.text("name_en"),
            age: self.number("age"),
            occupation: self.text("occupation"),
            victim_status: self.word("victim_status").unwrap_or(VictimStatus::Unknown),
            harm: self.word("harm").unwrap_or(Harm::Killed),
            minor: self.fields.get("minor") == "1",
        }
    }

    fn truce(&mut self) -> TruceTold {
        TruceTold {
            event: self.word("truce_event").unwrap_or(TruceEvent::Announced),
            class: self.word("truce_class").unwrap_or(TruceClass::Truce),
            declaration: self.word("declaration"),
            agreement: self.word("agreement").unwrap_or(Form::Unknown),
            purpose: self.word("purpose").unwrap_or(Purpose::Unknown),
            announced: self.day("announced"),
            effective: self.day("effective"),
            duration: self.text("duration"),
            stated_end: self.day("stated_end"),
            stated_terms: self.number("stated_terms"),
        }
    }

    fn types(&mut self) -> Vec<TermType> {
        let sent = self.fields.all("term_type");
        let mut types: Vec<TermType> = sent.filter_map(worded).collect();
        if types.is_empty() {
            types.push(TermType::Other);
        }
        types
    }
}

/// Digits as machines read them: an Arabic keyboard writes its own.
fn ascii_digits(typed: &str) -> String {
    let digit = |letter: char| match letter {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(letter) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(letter) - 0x6f0, 10),
        ',' | '٬' | '،' => None,
        other => Some(other),
    };
    typed.chars().filter_map(digit).collect()
}
