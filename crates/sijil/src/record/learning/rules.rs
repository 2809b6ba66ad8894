//! How often editors accept what each rule of the machine finds. A rule that they hardly ever accept
//! no longer stands among the suggestions, but under "more"; an admin can switch each either way.

use crate::db_enum;

/// Decisions from which on a rule can be hidden by itself.
const USES_MIN: i64 = 20;
/// Acceptance under which it is.
const ACCEPTED_MIN: f64 = 0.2;

db_enum! {
    /// Where the suggestions of a rule stand.
    Choice {
        /// As its acceptance says.
        Auto = "auto",
        /// Always among the suggestions.
        Shown = "shown",
        /// Always under "more".
        Hidden = "hidden",
    }
}

/// A rule, and what editors made of what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name in the machine's rules.
    pub name: String,
    /// Decisions on what it found.
    pub uses: i64,
    /// Those that confirmed it, as it stood or put right.
    pub accepted: i64,
    /// What an admin chose.
    pub choice: Choice,
}

impl Rule {
    /// How likely its next finding is accepted: the mean of Beta(accepted + 1, rejected + 1), which
    /// is a half for a rule that nobody has judged.
    #[must_use]
    pub fn acceptance(&self) -> f64 {
        let count = |of: i64| f64::from(u32::try_from(of.max(0)).unwrap_or(u32::MAX));
        (count(self.accepted) + 1.0) / (count(self.uses) + 2.0)
    }

    /// Whether what only it finds stands under "more".
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        match self.choice {
            Choice::Shown => false,
            Choice::Hidden => true,
            Choice::Auto => self.uses >= USES_MIN && self.acceptance() < ACCEPTED_MIN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_hidden_under_a_fifth_after_twenty_uses_and_by_choice() {
        for (uses, accepted, choice, is_hidden) in [
            (19, 0, Choice::Auto, false),
            (20, 3, Choice::Auto, true),
            (20, 4, Choice::Auto, false),
            (200, 30, Choice::Shown, false),
            (0, 0, Choice::Hidden, true),
        ] {
            let rule = Rule {
                name: String::new(),
                uses,
                accepted,
                choice,
            };
            assert_eq!(rule.is_hidden(), is_hidden, "{rule:?}");
        }
    }
}
