//! A truce, followed to its end: what each claim adds to it, and when it is to be looked at.

use serde::{Deserialize, Serialize};
use sijil_record::Stance;
use sijil_record::date::after;
use sijil_text::Day;

use crate::record::claims::{Attribution, TruceTold};
use crate::record::clock::Step;
use crate::record::when::day;
use crate::record::{
    ClaimId, Declaration, Form, GroupId, Purpose, TruceClass, TruceEvent, TruceState,
};

/// When a truce is to end, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedEnd {
    /// The last day, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub on: Option<Day>,
    /// Whether somebody says so; else it is reckoned from start and length.
    pub is_stated: bool,
    /// Whether the start it is reckoned from is only the day it was made known.
    pub is_start_assumed: bool,
    /// The claim that it comes from; nothing when an editor set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimId>,
}

/// A truce, followed to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Truce {
    /// What kind.
    pub class: TruceClass,
    /// How many declare it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declaration: Option<Declaration>,
    /// In which form.
    pub agreement: Form,
    /// What for.
    pub purpose: Purpose,
    /// The day it was made known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub announced: Option<Day>,
    /// The day it began to hold.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub effective: Option<Day>,
    /// How long, as ISO 8601 has it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub duration: String,
    /// When it is to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<PlannedEnd>,
    /// When it was to end before, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_ends: Vec<PlannedEnd>,
    /// The day it ended.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub actual_end: Option<Day>,
    /// Why it ended: `expired`, `collapsed`, `replaced`, `withdrawn`, `fulfilled`, `never_started`,
    /// `unknown`; empty while it runs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub end_reason: String,
    /// How far it has come.
    pub state: TruceState,
    /// How many terms the texts say there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_terms: Option<i64>,
    /// Why an editor no longer asks for the missing terms; empty while the question is open.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub terms_settled: String,
    /// The truce that stands in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<GroupId>,
    /// Until which day an editor has checked that it held.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub checked: Option<Day>,
    /// What editors did to it, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Counts its changes, for calendars (RFC 5545, SEQUENCE).
    pub sequence: i64,
}

impl Truce {
    pub(super) fn of(told: &TruceTold) -> Self {
        Self {
            class: told.class,
            declaration: None,
            agreement: Form::Unknown,
            purpose: Purpose::Unknown,
            announced: None,
            effective: None,
            duration: String::new(),
            planned_end: None,
            earlier_ends: vec![],
            actual_end: None,
            end_reason: String::new(),
            state: TruceState::Reported,
            stated_terms: None,
            terms_settled: String::new(),
            replaced_by: None,
            checked: None,
            steps: vec![],
            sequence: -1,
        }
    }

    /// Takes in what a claim tells of it. What one text leaves open, another fills; a stated end
    /// always beats a reckoned one, and earlier ends are kept.
    pub(super) fn take(&mut self, claim: ClaimId, told: &TruceTold, by: &[Attribution]) {
        self.sequence += 1;
        self.declaration = told.declaration.or(self.declaration);
        if told.agreement != Form::Unknown {
            self.agreement = told.agreement;
        }
        if told.purpose != Purpose::Unknown {
            self.purpose = told.purpose;
        }
        if self.class == TruceClass::Truce {
            self.class = told.class;
        }
        self.announced = self.announced.or(told.announced);
        self.effective = told.effective.or(self.effective);
        self.stated_terms = self.stated_terms.or(told.stated_terms);
        if !told.duration.is_empty() && told.event != TruceEvent::Extended {
            self.duration.clone_from(&told.duration);
        }
        if let Some(end) = self.end_by(claim, told) {
            let replaced = self.planned_end.replace(end);
            let now = self.planned_end.as_ref().and_then(|end| end.on);
            self.earlier_ends
                .extend(replaced.filter(|before| before.on != now));
        }
        self.step(told, by);
    }

    /// The end that a claim gives it; nothing where it gives none that beats the one that stands.
    fn end_by(&self, claim: ClaimId, told: &TruceTold) -> Option<PlannedEnd> {
        if told.stated_end.is_some() {
            return Some(PlannedEnd {
                on: told.stated_end,
                is_stated: true,
                is_start_assumed: false,
                claim: Some(claim),
            });
        }
        if told.event == TruceEvent::Extended {
            let from = self.planned_end.as_ref()?.on?;
            return Some(PlannedEnd {
                on: Some(after(from, &told.duration)?),
                is_stated: false,
                is_start_assumed: false,
                claim: Some(claim),
            });
        }
        if self.planned_end.as_ref().is_some_and(|end| end.is_stated) {
            return None;
        }
        let start = self.effective.or(self.announced)?;
        Some(PlannedEnd {
            on: Some(after(start, &self.duration)?),
            is_stated: false,
            is_start_assumed: self.effective.is_none(),
            claim: Some(claim),
        })
    }

    /// How far it has come after that claim. Only a claim or an editor moves it; the clock never does.
    fn step(&mut self, told: &TruceTold, by: &[Attribution]) {
        let is_denied = by.iter().any(|link| link.stance == Stance::Denies);
        self.state = match told.event {
            TruceEvent::Announced if is_denied => TruceState::Contested,
            TruceEvent::Announced => self.state,
            // That others say so is a report; only the agreement itself, on paper, is more.
            TruceEvent::Agreed
                if self.state == TruceState::Reported && told.agreement == Form::Written =>
            {
                TruceState::Agreed
            }
            TruceEvent::Agreed => self.state,
            TruceEvent::InForce => TruceState::InForce,
            TruceEvent::Extended => TruceState::Extended,
            TruceEvent::Ended | TruceEvent::Collapsed | TruceEvent::Replaced => TruceState::Ended,
            TruceEvent::Denied => TruceState::Denied,
        };
        let reason = match told.event {
            TruceEvent::Ended => "expired",
            TruceEvent::Collapsed => "collapsed",
            TruceEvent::Replaced => "replaced",
            TruceEvent::Announced
            | TruceEvent::Agreed
            | TruceEvent::InForce
            | TruceEvent::Extended
            | TruceEvent::Denied => return,
        };
        reason.clone_into(&mut self.end_reason);
    }

    /// Whether it has not come to an end that somebody told of.
    #[must_use]
    pub fn is_live(&self) -> bool {
        !matches!(self.state, TruceState::Ended | TruceState::Denied)
    }

    /// Whether an editor is to look whether it held: its planned end has come, and nobody has
    /// looked since. The clock asks; it never ends a truce.
    #[must_use]
    pub fn is_due(&self, today: Day) -> bool {
        self.to_be_checked().is_some_and(|end| end <= today)
    }

    /// The day on which an editor is to look whether it held; nothing when it is over, has no known
    /// end, or was looked at since.
    #[must_use]
    pub fn to_be_checked(&self) -> Option<Day> {
        let end = self.planned_end.as_ref().and_then(|end| end.on)?;
        let is_open = self.is_live() && self.checked.is_none_or(|checked| checked < end);
        is_open.then_some(end)
    }
}
