//! Who says what: the spans of sources, cues and contents, exact to the token.
//!
//! The file holds a JSON object a line with `tokens` and `labels` (`B-source`, `I-source`, …). Only
//! the words are read; the parts of speech that the file also holds are not.

#![expect(
    clippy::indexing_slicing,
    reason = "elements are three, and spans were found in these very tokens"
)]

use std::collections::BTreeSet;
use std::path::Path;

use sijil_record::{Span, Story};

use crate::{read, say};

/// The elements, in the order of the figures.
const ELEMENTS: [&str; 3] = ["source", "cue", "content"];

/// A span of tokens: element, first, last.
type Element = (usize, usize, usize);

pub(crate) fn run(file: &Path) -> Result<String, String> {
    let shows = std::env::args().any(|word| word == "--show");
    let (mut right, mut given, mut gold) = ([0_u32; 3], [0_u32; 3], [0_u32; 3]);
    for line in read(file)?.lines() {
        let entry: serde_json::Value =
            serde_json::from_str(line).map_err(|error| error.to_string())?;
        let (tokens, labels) = (strings(&entry, "tokens"), strings(&entry, "labels"));
        let wanted = marked(&labels);
        let found = found(&tokens);
        for (element, _, _) in &wanted {
            gold[*element] += 1;
        }
        for one in &found {
            given[one.0] += 1;
            right[one.0] += u32::from(wanted.contains(one));
        }
        if shows {
            show(&tokens, &wanted, &found);
        }
    }
    let mut figures = Vec::new();
    for element in 0..3 {
        let share = |whole: u32| f64::from(right[element]) / f64::from(whole.max(1));
        let (recall, precision) = (share(gold[element]), share(given[element]));
        let f = 2.0 * recall * precision / (recall + precision).max(1e-9);
        say(&format!(
            "{}: r {recall:.3} p {precision:.3} f {f:.3} of {}",
            ELEMENTS[element], gold[element]
        ));
        figures.push(format!("{}={f:.4}", ELEMENTS[element]));
    }
    Ok(figures.join(" "))
}

fn strings(entry: &serde_json::Value, name: &str) -> Vec<String> {
    let values = entry.get(name).and_then(serde_json::Value::as_array);
    values
        .into_iter()
        .flatten()
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect()
}

fn marked(labels: &[String]) -> BTreeSet<Element> {
    let mut found = BTreeSet::new();
    let mut open: Option<Element> = None;
    for (at, label) in labels.iter().enumerate() {
        let (mark, name) = label.split_once('-').unwrap_or(("O", ""));
        let element = ELEMENTS.iter().position(|element| *element == name);
        match (mark, element, &mut open) {
            ("I", Some(element), Some(current)) if current.0 == element => current.2 = at,
            (_, Some(element), _) => found.extend(open.replace((element, at, at))),
            _ => found.extend(open.take()),
        }
    }
    found.extend(open);
    found
}

/// The elements that are read in the words; no token belongs to two, the first one keeps it.
fn found(tokens: &[String]) -> BTreeSet<Element> {
    let mut text = String::new();
    let mut spans = Vec::new();
    for token in tokens {
        let written = match token.as_str() {
            "``" => "“",
            "''" => "”",
            "-LRB-" => "(",
            "-RRB-" => ")",
            other => other,
        };
        let start = text.len();
        text.push_str(written);
        spans.push(Span::new(start, text.len()));
        text.push(' ');
    }
    let place = |span: Span| {
        let first = spans.iter().position(|token| token.end > span.start)?;
        let last = spans.iter().rposition(|token| token.start < span.end)?;
        Some((first, last))
    };
    let mut taken = vec![false; tokens.len()];
    let mut found = BTreeSet::new();
    for said in Story::new(&text).attributions().into_iter().flatten() {
        let elements = [said.source, said.cue, Some(said.content)];
        for (element, span) in elements.into_iter().enumerate() {
            let Some((first, last)) = span.and_then(place) else {
                continue;
            };
            if taken[first..=last].iter().all(|taken| !taken) {
                taken[first..=last].fill(true);
                found.insert((element, first, last));
            }
        }
    }
    found
}

fn show(tokens: &[String], wanted: &BTreeSet<Element>, found: &BTreeSet<Element>) {
    if wanted == found {
        return;
    }
    say(&tokens.join(" "));
    for (mark, set, other) in [
        ("-", wanted, found),
        ("+", found, wanted),
        ("=", wanted, &(wanted - found)),
    ] {
        for one in set.iter().filter(|one| !other.contains(one)) {
            say(&format!(
                "  {mark} {}: {}",
                ELEMENTS[one.0],
                tokens[one.1..=one.2].join(" ")
            ));
        }
    }
}
