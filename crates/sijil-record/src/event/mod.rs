//! Whether an Arabic sentence reports an assault: somebody was attacked, at a place, on a day.
//!
//! Points for what such a report is made of, points off for talk about it. All weights were set by hand,
//! November 2026, with half of a public set of marked sentences to look at; none was learned.

use std::collections::HashMap;
use std::sync::LazyLock;

use sijil_text::fold;

use crate::token::{Kind, Token};

/// What a word does to the points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Class {
    Verb,
    Noun,
    Weapon,
    Killed,
    Day,
    Source,
    Doubt,
    Number,
    Led,
    Distance,
    Near,
    Ground,
}

static WORDS: LazyLock<HashMap<String, Vec<Class>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<Class>> = HashMap::new();
    for line in include_str!("../../data/events/assault.ar.txt").lines() {
        let mut parts = line.split_whitespace();
        let Some(class) = parts.next().and_then(class) else {
            continue;
        };
        for word in parts {
            words.entry(fold(word)).or_default().push(class);
        }
    }
    words
});

fn class(word: &str) -> Option<Class> {
    Some(match word {
        "verb" => Class::Verb,
        "noun" => Class::Noun,
        "weapon" => Class::Weapon,
        "killed" => Class::Killed,
        "day" => Class::Day,
        "source" => Class::Source,
        "doubt" => Class::Doubt,
        "number" => Class::Number,
        "led" => Class::Led,
        "distance" => Class::Distance,
        "near" => Class::Near,
        "ground" => Class::Ground,
        _ => return None,
    })
}

/// Points from which a sentence counts as the report of an assault.
const ASSAULT_MIN: f32 = 3.4;

/// Whether the Arabic sentence reports an assault.
#[must_use]
pub fn is_assault(tokens: &[Token]) -> bool {
    assault_points(tokens) >= ASSAULT_MIN
}

/// Points for an assault being reported, from about -5 to 10.
#[must_use]
pub fn assault_points(tokens: &[Token]) -> f32 {
    let seen = Seen::of(tokens);
    let has = |class| seen.count(class, 1) > 0.0;
    let mut points = seen.count(Class::Verb, 2)
        + 0.8 * seen.count(Class::Noun, 2)
        + 0.7 * seen.count(Class::Weapon, 3)
        + 0.9 * seen.count(Class::Killed, 3)
        - 0.7 * seen.count(Class::Doubt, 4);
    let is_counted = has(Class::Killed) && (has(Class::Number) || seen.digits);
    for (holds, worth) in [
        (is_counted, 0.7),
        (has(Class::Killed) && has(Class::Led), 0.8),
        (has(Class::Day), 0.5),
        (seen.is_somewhere, 0.5),
        (has(Class::Verb) && has(Class::Weapon), 0.5),
        (has(Class::Source), 0.2),
        (seen.words > LONG_WORDS, -0.5),
        (seen.words < SHORT_WORDS, -0.5),
        (seen.is_question, -2.0),
        (!tells_of_attack(&seen), -1.5),
    ] {
        points += if holds { worth } else { 0.0 };
    }
    points
}

/// Sentences longer than this tell of much; shorter ones are headlines or scraps.
const LONG_WORDS: usize = 45;
const SHORT_WORDS: usize = 6;

fn tells_of_attack(seen: &Seen) -> bool {
    let has = |class| seen.count(class, 1) > 0.0;
    has(Class::Verb) || has(Class::Noun) || (has(Class::Killed) && has(Class::Weapon))
}

/// What a sentence holds.
#[derive(Debug, Default)]
struct Seen {
    counts: HashMap<Class, u8>,
    digits: bool,
    words: usize,
    is_question: bool,
    is_somewhere: bool,
}

impl Seen {
    fn of(tokens: &[Token]) -> Self {
        let mut seen = Self::default();
        let mut after_near = false;
        for token in tokens {
            seen.is_question |= matches!(token.folded.as_str(), "؟" | "?");
            if token.kind == Kind::Sign {
                after_near = false;
                continue;
            }
            seen.words += 1;
            seen.digits |= token.kind == Kind::Number;
            let classes = classes(&token.folded);
            for class in classes {
                let count = seen.counts.entry(*class).or_default();
                *count = count.saturating_add(1);
            }
            let is_ground = classes.contains(&Class::Ground);
            seen.is_somewhere |= classes.contains(&Class::Distance) || (after_near && is_ground);
            after_near = classes.contains(&Class::Near);
        }
        seen
    }

    /// How many words of the class, at most `most`.
    fn count(&self, class: Class, most: u8) -> f32 {
        f32::from(self.counts.get(&class).copied().unwrap_or(0).min(most))
    }
}

/// The classes of a word, with and without the letters that hang before it.
fn classes(word: &str) -> &'static [Class] {
    let without_and = word.strip_prefix(['و', 'ف']);
    for base in [Some(word), without_and].into_iter().flatten() {
        let bare = ["", "بال", "لل", "ال", "ب", "ل", "ك"]
            .iter()
            .filter_map(|prefix| base.strip_prefix(prefix));
        for bare in bare {
            if let Some(classes) = WORDS.get(bare) {
                return classes;
            }
        }
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, tokens};

    fn check(text: &str, expected: bool) {
        let tokens = tokens(text, Span::new(0, text.len()));
        assert_eq!(
            is_assault(&tokens),
            expected,
            "{text}: {}",
            assault_points(&tokens)
        );
    }

    #[test]
    fn reports_of_assaults_are_told_from_talk_about_them() {
        check(
            "قتل خمسة أشخاص وأصيب عشرة بجروح في انفجار عبوة ناسفة قرب سوق في المدينة أمس",
            true,
        );
        check(
            "خطف مسلحون مجهولون طبيبا من سيارته وسط المدينة صباح الخميس",
            true,
        );
        check(
            "أدان البيان أعمال الإرهاب ودعا إلى الحوار ومحاكمة المتهمين",
            false,
        );
        check("هل يمكن أن يقع هجوم جديد إذا فشلت المفاوضات؟", false);
        check("افتتح الوزير معرض الكتاب في العاصمة", false);
        check("", false);
    }
}
