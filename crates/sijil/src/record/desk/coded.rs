//! What an editor typed of a group: its coding, its grade, how its claims compare, how far a truce has
//! come.

use sijil_text::Day;

use super::form::Wrong;
use crate::db::UtcMillis;
use crate::record::claims::Listed;
use crate::record::clock::{self, EndReason};
use crate::record::groups::{Comparability, Comparison, Figure, Grade, Grading, Truce};
use crate::web::extract::Fields;

/// The most pairs of a figure's claims that are compared: those of its first claims.
const PAIRS_MAX: usize = 30;

/// Every two claims of a figure that are compared.
pub(super) fn each_two(claims: &[Listed]) -> impl Iterator<Item = (&Listed, &Listed)> {
    let each = claims.iter().enumerate();
    let pairs =
        each.flat_map(|(at, one)| claims.iter().skip(at + 1).map(move |other| (one, other)));
    pairs.take(PAIRS_MAX)
}

/// A form as it is read, with what is wrong in it.
pub(super) struct Coded<'f> {
    pub(super) fields: &'f Fields,
    pub(super) now: UtcMillis,
    pub(super) wrong: Vec<Wrong>,
}

impl Coded<'_> {
    fn refuse(&mut self, field: &str, why: &'static str) {
        let field = field.to_owned();
        self.wrong.push(Wrong { field, why });
    }

    pub(super) fn coded(&mut self, name: &str, list: &[&str]) -> String {
        let typed = self.fields.get(name).to_owned();
        if !typed.is_empty() && !list.contains(&typed.as_str()) {
            self.refuse(name, "rdesk-wrong-word");
        }
        typed
    }

    fn day(&mut self, name: &str) -> Option<Day> {
        let typed = self.fields.get(name);
        let day = typed.parse().ok();
        if day.is_none() && !typed.is_empty() {
            self.refuse(name, "rdesk-wrong-day");
        }
        day
    }

    /// A grade needs a reason that every reader can read.
    pub(super) fn grading(&mut self, before: Option<Grading>) -> Option<Grading> {
        let value = Grade::try_from(self.fields.get("grade").to_owned()).ok()?;
        let own = |name| self.fields.get(name).to_owned();
        let (reason_ar, reason_en) = (own("reason_ar"), own("reason_en"));
        for (name, reason) in [("reason_ar", &reason_ar), ("reason_en", &reason_en)] {
            if reason.is_empty() {
                self.refuse(name, "rdesk-wrong-reason");
            }
        }
        let at = before
            .filter(|before| before.value == value)
            .map_or(self.now, |before| before.at);
        Some(Grading {
            value,
            reason_ar,
            reason_en,
            at,
        })
    }

    pub(super) fn figure(&mut self, figure: &mut Figure, claims: &[Listed]) {
        figure.comparisons.clear();
        for (one, other) in each_two(claims) {
            let (one, other) = (one.claim.id, other.claim.id);
            let typed = self.fields.get(&format!("pair{one}_{other}"));
            if let Ok(value) = Comparability::try_from(typed.to_owned()) {
                figure.comparisons.push(Comparison { one, other, value });
            }
        }
        figure.grading = self.grading(figure.grading.take());
    }

    pub(super) fn truce(&mut self, truce: &mut Truce) {
        self.fields
            .get("terms_settled")
            .clone_into(&mut truce.terms_settled);
        let form = clock::Form {
            checked: self.day("checked"),
            planned: self.day("planned"),
            ended: self.day("actual_end"),
            why: EndReason::try_from(self.fields.get("end_reason").to_owned()).ok(),
        };
        if form.ended.is_some() && form.why.is_none() {
            self.refuse("end_reason", "rdesk-wrong-end");
        }
        clock::fill(truce, (self.now, self.fields.get("reason")), &form);
    }
}
