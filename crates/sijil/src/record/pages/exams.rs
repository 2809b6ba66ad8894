//! What the exams of the reading programs gave, in words: what each measures, over which texts, and
//! what was aimed at.

use std::collections::BTreeMap;

use serde::Deserialize;
use sijil_text::Day;

use crate::web::{Frame, PageError, Part};

/// What the exams gave last, as `cargo xtask exam` writes it down.
const RESULTS: &str = include_str!("../../../../../docs/exams.toml");

/// An exam that readers are told of.
struct Known {
    name: &'static str,
    /// Its texts.
    set: &'static str,
    /// Its figures, each with what was aimed at, a share of 1; 0 where nothing was.
    figures: &'static [(&'static str, f64)],
}

/// The exams, in the order in which they are shown.
const KNOWN: [Known; 8] = [
    Known {
        name: "casualties",
        set: "tst2",
        figures: &[("f", 0.58), ("r", 0.68), ("p", 0.0)],
    },
    Known {
        name: "attributions",
        set: "valid",
        figures: &[("source", 0.506), ("cue", 0.534), ("content", 0.286)],
    },
    Known {
        name: "places",
        set: "lgl",
        figures: &[("within_161km", 0.76), ("found_f1", 0.0)],
    },
    Known {
        name: "places",
        set: "geovirus",
        figures: &[("within_161km", 0.0), ("found_f1", 0.0)],
    },
    Known {
        name: "governorates",
        set: "fa-kes-odd",
        figures: &[("accuracy", 0.91)],
    },
    Known {
        name: "arabic-events",
        set: "arabic-events",
        figures: &[("f", 0.50), ("r", 0.0), ("p", 0.0)],
    },
    Known {
        name: "numbers",
        set: "dates-numbers",
        figures: &[("accuracy", 0.98), ("ar", 0.0), ("en", 0.0)],
    },
    Known {
        name: "dates",
        set: "dates-numbers",
        figures: &[
            ("accuracy", 0.90),
            ("accuracy_arabic", 0.0),
            ("accuracy_feasts", 0.0),
        ],
    },
];

#[derive(Deserialize)]
struct Results {
    #[serde(rename = "exam", default)]
    exams: Vec<Outcome>,
}

/// An exam's result.
#[derive(Deserialize)]
struct Outcome {
    name: String,
    set: String,
    /// The day, `YYYY-MM-DD`.
    date: String,
    /// The state of the program, the first letters of its commit.
    commit: String,
    figures: BTreeMap<String, f64>,
}

/// An exam as the page tells of it.
pub(super) struct Exam {
    /// What it measures.
    pub(super) title: String,
    /// The same in a sentence.
    pub(super) says: String,
    /// Over which texts, and how many.
    pub(super) texts: String,
    /// Each figure's name, value, and what was aimed at, which may be empty.
    pub(super) figures: Vec<(String, String, String)>,
    /// The day.
    pub(super) day: String,
    /// The state of the program.
    pub(super) commit: String,
}

/// What the exams gave, in the language of a page.
///
/// # Errors
/// When the results are no TOML.
pub(super) fn told(frame: &Frame) -> Result<Vec<Exam>, PageError> {
    let results: Results = toml::from_str(RESULTS).map_err(|error| PageError::broken(&error))?;
    let each = KNOWN.iter().filter_map(|known| {
        let mut results = results.exams.iter();
        let result = results.find(|one| one.name == known.name && one.set == known.set)?;
        Some(exam(frame, known, result))
    });
    Ok(each.collect())
}

fn exam(frame: &Frame, known: &Known, result: &Outcome) -> Exam {
    let say = |name: String| frame.t(&name).into_owned();
    let figures = known.figures.iter().filter_map(|(key, aim)| {
        let figure = result.figures.get(*key)?;
        let name = say(format!("record-figure-{}", key.replace('_', "-")));
        let aim = match *aim > 0.0 {
            true => frame.say().with("record-exam-aim", &percent(frame, *aim)),
            false => String::new(),
        };
        Some((name, percent(frame, *figure), aim))
    });
    let day = Day::parse(&result.date).ok();
    Exam {
        title: say(format!("record-exam-{}", known.name)),
        says: say(format!("record-exam-{}-says", known.name)),
        texts: say(format!("record-texts-{}-{}", known.name, known.set)),
        figures: figures.collect(),
        day: day.map_or_else(|| result.date.clone(), |day| frame.say().day(day)),
        commit: result.commit.clone(),
    }
}

/// A share of 1 in per cent, to a tenth, as the language writes it.
fn percent(frame: &Frame, share: f64) -> String {
    let written = format!("{:.1}", share * 100.0);
    let (whole, tenth) = written.split_once('.').unwrap_or((&written, "0"));
    let number = |digits: &str| frame.say().number(digits.parse().unwrap_or_default());
    let (whole, tenth) = (number(whole), number(tenth));
    let parts = [("whole", Part::Text(&whole)), ("tenth", Part::Text(&tenth))];
    let decimal = frame.say().fill("record-decimal", &parts);
    frame.say().with("record-percent", &decimal)
}
