//! Numbers in digits and words: each example of a corpus in Duckling's form has one value.
//!
//! The folder holds `Numeral/AR/Corpus.hs` and `Numeral/EN/Corpus.hs`. An example counts as right
//! when it is read as one number of just that value.

use std::path::Path;

use sijil_record::{Span, numbers, tokens};

use crate::{read, say};

pub(crate) fn run(folder: &Path) -> Result<String, String> {
    let mut figures = Vec::new();
    let (mut all_right, mut all) = (0_u32, 0_u32);
    for (language, place) in [
        ("ar", "Numeral/AR/Corpus.hs"),
        ("en", "Numeral/EN/Corpus.hs"),
    ] {
        let (mut right, mut count) = (0_u32, 0_u32);
        for (value, example) in examples(&read(&folder.join(place))?) {
            count += 1;
            if is_right(&example, value) {
                right += 1;
            } else {
                say(&format!(
                    "{language}: {example} is {value}, read as {:?}",
                    values(&example)
                ));
            }
        }
        say(&format!("{language}: {right} of {count}"));
        figures.push(format!("{language}={:.4}", share(right, count)));
        (all_right, all) = (all_right + right, all + count);
    }
    Ok(format!(
        "accuracy={:.4} {}",
        share(all_right, all),
        figures.join(" ")
    ))
}

fn share(right: u32, count: u32) -> f64 {
    f64::from(right) / f64::from(count.max(1))
}

fn values(text: &str) -> Vec<f64> {
    let found = numbers(&tokens(text, Span::new(0, text.len())));
    found.into_iter().map(|number| number.value).collect()
}

fn is_right(text: &str, value: f64) -> bool {
    matches!(values(text).as_slice(), [found] if (found - value).abs() <= 1e-9 * value.abs().max(1.0))
}

/// The examples of a corpus with the value of each: `examples (NumeralValue 4) [ "4", … ]`.
fn examples(corpus: &str) -> Vec<(f64, String)> {
    let mut found = Vec::new();
    for group in corpus.split("(NumeralValue ").skip(1) {
        let Some((written, rest)) = group.split_once('[') else {
            continue;
        };
        let written = written.replace(['(', ')'], "");
        let Ok(value) = written.trim().parse() else {
            continue;
        };
        let list = rest
            .split_once("\n             ]")
            .map_or(rest, |(list, _)| list);
        let quoted = list.split('"').skip(1).step_by(2);
        found.extend(quoted.map(|example| (value, example.to_owned())));
    }
    found
}
