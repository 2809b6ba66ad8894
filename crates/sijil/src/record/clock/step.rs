//! What an editor did to a truce, kept beside what claims say of it: when the truce is made anew
//! from its claims, each step is taken again in its place among them.

use serde::{Deserialize, Serialize};
use sijil_text::Day;

use crate::db::UtcMillis;
use crate::db_enum;
use crate::record::groups::{Group, GroupBody, PlannedEnd, Truce};
use crate::record::when::day;
use crate::record::{GroupId, TruceState};

db_enum! {
    /// Why a truce ended.
    #[derive(Serialize, Deserialize)]
    #[serde(into = "String", try_from = "String")]
    EndReason {
        /// Its time was over.
        Expired = "expired",
        /// It broke down.
        Collapsed = "collapsed",
        /// Another stands in its place.
        Replaced = "replaced",
        /// A party left it.
        Withdrawn = "withdrawn",
        /// What it was made for was done.
        Fulfilled = "fulfilled",
        /// It never began to hold.
        NeverStarted = "never_started",
        /// Nobody says.
        Unknown = "unknown",
    }
}

/// One thing that an editor did to a truce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// When.
    pub at: UtcMillis,
    /// Why; readers see it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What.
    #[serde(flatten)]
    pub deed: Deed,
}

/// What an editor can do to a truce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Deed {
    /// Found that it held until a day.
    Held {
        /// Until which.
        #[serde(with = "day")]
        until: Option<Day>,
    },
    /// Set a later end.
    Extended {
        /// Which.
        #[serde(with = "day")]
        until: Option<Day>,
    },
    /// Ended it.
    Ended {
        /// On which day, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
        on: Option<Day>,
        /// Why.
        why: EndReason,
        /// How far it had come.
        from: TruceState,
    },
    /// Put another truce in its place.
    Replaced {
        /// Which.
        by: GroupId,
        /// On which day, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
        on: Option<Day>,
        /// How far it had come.
        from: TruceState,
    },
    /// Found that it is disputed whether it holds.
    Contested {
        /// How far it had come.
        from: TruceState,
    },
    /// Found that it goes on after all.
    Resumed {
        /// As far as this.
        to: TruceState,
    },
}

impl Step {
    /// Takes the step.
    pub(super) fn apply(&self, truce: &mut Truce) {
        truce.sequence += 1;
        match &self.deed {
            Deed::Held { until } => truce.checked = *until,
            Deed::Extended { until } => {
                let end = PlannedEnd {
                    on: *until,
                    is_stated: true,
                    is_start_assumed: false,
                    claim: None,
                };
                truce.earlier_ends.extend(truce.planned_end.replace(end));
                truce.state = TruceState::Extended;
            }
            Deed::Ended { on, why, .. } => end(truce, *on, *why),
            Deed::Replaced { by, on, .. } => {
                end(truce, *on, EndReason::Replaced);
                truce.replaced_by = Some(*by);
            }
            Deed::Contested { .. } => truce.state = TruceState::Contested,
            Deed::Resumed { to } => {
                truce.state = *to;
                truce.actual_end = None;
                truce.end_reason.clear();
                truce.replaced_by = None;
            }
        }
        truce.steps.push(self.clone());
    }
}

fn end(truce: &mut Truce, on: Option<Day>, why: EndReason) {
    truce.state = TruceState::Ended;
    truce.actual_end = on;
    why.word().clone_into(&mut truce.end_reason);
}

/// How far a truce that is contested or over had come before: what a step noted, else what its
/// days say.
pub(super) fn before(truce: &Truce) -> TruceState {
    let noted = truce.steps.iter().rev().find_map(|step| match &step.deed {
        Deed::Ended { from, .. } | Deed::Replaced { from, .. } | Deed::Contested { from } => {
            Some(*from)
        }
        Deed::Held { .. } | Deed::Extended { .. } | Deed::Resumed { .. } => None,
    });
    noted
        .filter(|state| *state != TruceState::Contested)
        .unwrap_or(match truce.effective {
            Some(_) => TruceState::InForce,
            None => TruceState::Reported,
        })
}

/// How far a truce has come, its being disputed left aside.
pub(super) fn before_contest(truce: &Truce) -> TruceState {
    match truce.state {
        TruceState::Contested => before(truce),
        TruceState::Reported
        | TruceState::Agreed
        | TruceState::InForce
        | TruceState::Extended
        | TruceState::Ended
        | TruceState::Denied => truce.state,
    }
}

/// The steps of a truce that is made anew from its claims.
#[derive(Debug, Default)]
pub(in crate::record) struct Steps(std::collections::VecDeque<Step>);

impl Steps {
    /// Those that were taken on a group so far.
    pub(in crate::record) fn of(group: &Group) -> Self {
        match &group.body {
            GroupBody::Truce(truce) => Self(truce.steps.iter().cloned().collect()),
            GroupBody::Event(_)
            | GroupBody::Figure(_)
            | GroupBody::Control(_)
            | GroupBody::Talks(_) => Self::default(),
        }
    }

    /// Takes those again that were taken before an instant.
    pub(in crate::record) fn until(&mut self, instant: UtcMillis, group: &mut Group) {
        let GroupBody::Truce(truce) = &mut group.body else {
            return;
        };
        while let Some(step) = self.0.pop_front_if(|step| step.at <= instant) {
            step.apply(truce);
        }
    }
}
