//! Numbers in words, with what is counted and how the number is to be taken.

use sijil_record::{Qualifier, Unit};

use super::Telling;
use crate::record::claims::{GroupCount, Toll, word};
use crate::web::Part;

/// How a counted noun stands in its sentence: Arabic duals differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// As it is.
    Plain,
    /// After "about", "more than", "up to".
    After,
}

impl Telling {
    /// "At least 41 killed".
    pub(in crate::record::pages) fn toll(&self, toll: &Toll) -> String {
        let said = self.quantified(toll, |case, number| self.counted(toll, case, number));
        let harm = self.word("harm", &toll.harm);
        match said {
            Some(said) if toll.unit == Unit::Families => {
                let parts = [("harm", Part::Text(&harm)), ("what", Part::Text(&said))];
                self.say().fill("record-harm-of", &parts)
            }
            Some(said) => said,
            None if toll.qualifier == Qualifier::Vague && !toll.vague_term.is_empty() => {
                let term = self.isolated(&toll.vague_term);
                let parts = [("harm", Part::Text(&harm)), ("what", Part::Text(&term))];
                self.say().fill("record-vague", &parts)
            }
            None => self.say().with("record-number-unknown", &harm),
        }
    }

    /// The number alone with its qualifier, for tables: "at least 41".
    pub(in crate::record::pages) fn figure(&self, toll: &Toll) -> String {
        let plain = |_, number| self.number(number);
        self.quantified(toll, plain)
            .unwrap_or_else(|| match toll.vague_term.is_empty() {
                true => self.say().say("record-not-said").into_owned(),
                false => self
                    .say()
                    .with("record-quoted", &self.isolated(&toll.vague_term)),
            })
    }

    /// A number as the language writes it.
    pub(in crate::record::pages) fn number(&self, number: i64) -> String {
        self.say()
            .number(usize::try_from(number).unwrap_or_default())
    }

    /// Who is among those counted: "children: at least 6".
    pub(in crate::record::pages) fn group(&self, count: &GroupCount) -> String {
        let group = self.word("group", &count.group);
        let number = match (count.low, count.high) {
            (Some(low), Some(high)) if low == high => self.number(low),
            (Some(low), Some(high)) => self.between(low, &self.number(high)),
            (Some(low), None) => self.say().with("record-at-least", &self.number(low)),
            (None, Some(high)) => self.say().with("record-up-to", &self.number(high)),
            (None, None) => return group,
        };
        let parts = [("harm", Part::Text(&group)), ("what", Part::Text(&number))];
        self.say().fill("record-harm-of", &parts)
    }

    fn quantified(&self, toll: &Toll, say: impl Fn(Case, i64) -> String) -> Option<String> {
        let low = toll.least();
        let high = toll.most().or(low);
        let with = |name: &str, number: i64| self.say().with(name, &say(Case::After, number));
        Some(match toll.qualifier {
            Qualifier::Exact => say(Case::Plain, low.or(high)?),
            Qualifier::AtLeast => self.say().with("record-at-least", &say(Case::Plain, low?)),
            Qualifier::MoreThan => with("record-more-than", low?),
            Qualifier::AtMost => with("record-at-most", high?),
            Qualifier::UpTo => with("record-up-to", high?),
            Qualifier::FewerThan => with("record-fewer-than", high?),
            Qualifier::About => with("record-about", toll.point.or(low)?),
            Qualifier::Between => self.between(low?, &say(Case::After, high?)),
            Qualifier::Vague | Qualifier::Unknown => return None,
        })
    }

    fn between(&self, low: i64, high: &str) -> String {
        let low = self.number(low);
        let parts = [("low", Part::Text(&low)), ("high", Part::Text(high))];
        self.say().fill("record-between", &parts)
    }

    /// So many people or families, in the plural that the language wants.
    fn counted(&self, toll: &Toll, case: Case, number: i64) -> String {
        let of = match toll.unit {
            Unit::Families => "families".to_owned(),
            Unit::Persons => word(&toll.harm).replace('_', "-"),
        };
        let name = match case {
            Case::Plain => format!("record-some-{of}"),
            Case::After => format!("record-of-{of}"),
        };
        self.say().fill(&name, &[("count", Part::Count(number))])
    }
}
